package graph_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
)

func encode(t interface{ Fatal(...any) }, g *graph.Graph) string {
	var b bytes.Buffer
	if err := g.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	lines := strings.Split(encode(t, valid()), "\n")
	if want := `{"format":"entente-graph","version":1,`; lines[0] != want {
		t.Errorf("begins with %s, want %s", lines[0], want)
	}
	if want := `{"id":"a","title":"Kyiv says no","published":"2025-08-12"}],`; lines[2] != want {
		t.Errorf("article %s, want %s", lines[2], want)
	}
	if got := encode(t, &graph.Graph{}); got != "{\"format\":\"entente-graph\",\"version\":1,\n\"articles\":[],\n\"nodes\":[],\n\"edges\":[],\n\"statements\":[]}\n" {
		t.Errorf("an empty graph: %q", got)
	}
}

func TestMarkupStays(t *testing.T) {
	t.Parallel()
	line, err := graph.MarshalLine(map[string]string{"a": "<b> & \u2028 \"x\"\n"})
	if err != nil || string(line) != `{"a":"<b> & \u2028 \"x\"\n"}` {
		t.Errorf("%s, %v", line, err)
	}
	if _, err := graph.MarshalLine(func() {}); err == nil {
		t.Error("a function has a JSON form")
	}
}

// anyGraph makes valid graphs of a few nodes, edges and statements with texts
// of any characters.
func anyGraph() *rapid.Generator[*graph.Graph] {
	return rapid.Custom(func(t *rapid.T) *graph.Graph {
		word := rapid.StringN(1, 12, -1).Filter(func(s string) bool { return s != "" })
		g := &graph.Graph{}
		for _, id := range rapid.SliceOfNDistinct(word, 1, 4, rapid.ID[string]).Draw(t, "articles") {
			g.Articles = append(g.Articles, graph.Article{ID: id, Title: rapid.String().Draw(t, "title"), Published: anyDate().Draw(t, "published"), Outlet: rapid.String().Draw(t, "outlet")})
		}
		for _, id := range rapid.SliceOfNDistinct(word, 2, 6, rapid.ID[string]).Draw(t, "nodes") {
			n := graph.Node{ID: id, Kind: rapid.SampledFrom(graph.Kinds()).Draw(t, "kind"), Name: word.Draw(t, "name"), Date: anyDate().Draw(t, "date"), Sources: rapid.IntRange(0, 9).Draw(t, "sources")}
			n.Aliases = rapid.SliceOfN(word, 1, 3).Draw(t, "aliases")
			g.Nodes = append(g.Nodes, n)
		}
		ref := func(label string) graph.Ref {
			n := rapid.SampledFrom(g.Nodes).Draw(t, label)
			return graph.Ref{ID: n.ID, Kind: n.Kind, Name: n.Name, Office: rapid.String().Draw(t, "office")}
		}
		for i := range rapid.IntRange(0, 6).Draw(t, "statements") {
			s := graph.Statement{
				Article: rapid.SampledFrom(g.Articles).Draw(t, "article").ID, Source: ref("source"), Target: ref("target"),
				Relation: rapid.SampledFrom(graph.Relations()).Draw(t, "relation"), Status: rapid.SampledFrom(graph.Statuses()).Draw(t, "status"),
				Date: anyDate().Draw(t, "date"), Quote: word.Draw(t, "quote"), Start: i * 100, Rule: rapid.String().Draw(t, "rule"),
				Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"),
			}
			if s.Source.ID == s.Target.ID {
				continue
			}
			if rapid.Bool().Draw(t, "spoken") {
				speaker := ref("speaker")
				s.Speaker = &speaker
			}
			s.End = s.Start + len(s.Quote)
			s.Seal()
			g.Statements = append(g.Statements, s)
			g.Edges = append(g.Edges, graph.Edge{
				ID: "e" + s.ID, Source: s.Source.ID, Relation: s.Relation, Target: s.Target.ID, Status: s.Status, Date: s.Date,
				Plover: s.Plover, Statements: []string{s.ID}, Sources: 1, Confidence: s.Confidence,
			})
		}
		return g
	})
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph().Draw(t, "graph")
		first := encode(t, g)
		back, err := graph.ReadJSON(strings.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(g, back); diff != "" {
			t.Fatal(diff)
		}
		if encode(t, back) != first {
			t.Fatal("written again it is other bytes")
		}
	})
}

func TestOrderOfListsDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph().Draw(t, "graph")
		want := encode(t, g)
		other := &graph.Graph{
			Articles: rapid.Permutation(g.Articles).Draw(t, "articles"), Nodes: rapid.Permutation(g.Nodes).Draw(t, "nodes"),
			Edges: rapid.Permutation(g.Edges).Draw(t, "edges"), Statements: rapid.Permutation(g.Statements).Draw(t, "statements"),
		}
		if encode(t, other) != want {
			t.Fatal("another order gives other bytes")
		}
	})
}

func TestReadFaults(t *testing.T) {
	t.Parallel()
	whole := encode(t, valid())
	for name, c := range map[string]struct{ in, want string }{
		"nothing":        {"", "unexpected EOF"},
		"not JSON":       {"article", "invalid character"},
		"a list":         {"[]", "found [, want {"},
		"another object": {`{"nodes":[]}`, `format is ""`},
		"another format": {`{"format":"gexf","version":1}`, `format is "gexf"`},
		"no version":     {`{"format":"entente-graph"}`, "no version"},
		"newer":          {`{"format":"entente-graph","version":2}`, "version 2 is not one that this program reads"},
		"older":          {`{"format":"entente-graph","version":0}`, "version 0"},
		"version's type": {`{"format":"entente-graph","version":"1"}`, "version"},
		"nodes' type":    {`{"format":"entente-graph","version":1,"nodes":{}}`, "nodes: found {, want ["},
		"node's type":    {`{"format":"entente-graph","version":1,"nodes":[{"id":"a","kind":"Person","name":"a"},7]}`, "nodes: element 1"},
		"cut":            {whole[:len(whole)/2], "unexpected EOF"},
		"trailing":       {whole + "{}", "after the graph"},
		"trailing noise": {whole + "noise", "invalid character"},
		"invalid":        {strings.Replace(whole, `"source":"iso:UA"`, `"source":"iso:XX"`, 1), `source "iso:XX" is not there`},
	} {
		_, err := graph.ReadJSON(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestUnknownMembersAreSkipped(t *testing.T) {
	t.Parallel()
	in := strings.Replace(encode(t, valid()), `"nodes":[`, `"later":{"deep":[1,{"x":null}]},"nodes":[`, 1)
	g, err := graph.ReadJSON(strings.NewReader(in))
	if err != nil || len(g.Nodes) != 4 {
		t.Errorf("%v", err)
	}
}

type failing struct{ after int }

var errFull = errors.New("disk full")

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func (f *failing) Read([]byte) (int, error) { return 0, errFull }

func TestErrorsOfFilesComeThrough(t *testing.T) {
	t.Parallel()
	if err := valid().WriteJSON(&failing{after: 10}); !errors.Is(err, errFull) {
		t.Errorf("writing: %v", err)
	}
	if _, err := graph.ReadJSON(io.MultiReader(strings.NewReader(`{"format":`), &failing{})); !errors.Is(err, errFull) {
		t.Errorf("reading: %v", err)
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	g := valid()
	slices.Reverse(g.Nodes)
	g.Statements = []graph.Statement{{ID: "b", Article: "a", Start: 5, End: 9}, {ID: "a", Article: "a", Start: 5, End: 9}, {ID: "z", Article: "a", Start: 5, End: 8}, {ID: "c", Article: "a", Start: 1, End: 9}}
	g.Sort()
	got := make([]string, len(g.Statements))
	for i, s := range g.Statements {
		got[i] = s.ID
	}
	if want := []string{"c", "z", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("statements %s, want %s", got, want)
	}
	if !slices.IsSortedFunc(g.Nodes, func(a, b graph.Node) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("nodes are not sorted")
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(encode(f, valid())))
	f.Add([]byte(`{"format":"entente-graph","version":1,"nodes":[{"id":"\ud800","kind":"Person","name":"x"}]}`))
	f.Add([]byte(`{"format":"entente-graph","version":1,"edges":[{"confidence":1e999}]}`))
	f.Add([]byte("\xef\xbb\xbf{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := graph.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		first := encode(t, g)
		back, err := graph.ReadJSON(strings.NewReader(first))
		if err != nil {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
		if encode(t, back) != first {
			t.Fatal("written again it is other bytes")
		}
	})
}
