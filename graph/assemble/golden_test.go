package assemble_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
	"entente/graph/assemble"
)

func jsonOf(tb testing.TB, g *graph.Graph) string {
	tb.Helper()
	var b bytes.Buffer
	if err := g.WriteJSON(&b); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	text, err := os.ReadFile("testdata/small.txt")
	if err != nil {
		t.Fatal(err)
	}
	c := parseCorpus(t, readPeople(t)+string(text))
	g := assemble.Graph(c.articles, c.statements)
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	got := jsonOf(t, g)
	const file = "testdata/small.golden.json"
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Error(d)
	}
}
