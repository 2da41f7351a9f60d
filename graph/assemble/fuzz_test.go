package assemble_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"entente/graph"
	"entente/graph/assemble"
)

// FuzzGraph assembles whatever JSON says: nothing may panic, and the order of
// the statements may not matter, however broken they are.
func FuzzGraph(f *testing.F) {
	golden, err := os.ReadFile("testdata/small.golden.json")
	if err != nil {
		f.Fatal(err)
	}
	g, err := graph.ReadJSON(bytes.NewReader(golden))
	if err != nil {
		f.Fatal(err)
	}
	for i := range g.Statements {
		line, err := json.Marshal(g.Statements[i : i+1])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line)
	}
	f.Add([]byte(`[{"id":"a","source":{"kind":"Meeting"},"target":{"kind":"Proposal","name":"é"},"relation":"MET_WITH","date":"2024-99","place":{"kind":"Meeting","id":"x"}},{"id":"b"},{}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var statements []graph.Statement
		if json.Unmarshal(data, &statements) != nil {
			return
		}
		articles := []graph.Article{{ID: "a", Published: "2024-03-01"}, {ID: "a4", Published: "2024-03-16", Outlet: "x"}, {ID: "a", Title: "b"}}
		a := jsonOf(t, assemble.Graph(articles, statements))
		slices.Reverse(statements)
		slices.Reverse(articles)
		if b := jsonOf(t, assemble.Graph(articles, statements)); a != b {
			t.Errorf("another order, another graph:\n%s\n%s", a, b)
		}
	})
}
