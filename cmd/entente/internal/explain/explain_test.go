package explain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/cmd/entente/internal/explain"
	"entente/graph"
)

func small() *graph.Graph {
	edge := func(id, s string, r graph.Relation, t string, statements ...string) graph.Edge {
		return graph.Edge{ID: id, Source: s, Relation: r, Target: t, Status: graph.Occurred, Statements: statements, Sources: 1, Confidence: 0.5}
	}
	ref := func(id string) graph.Ref { return graph.Ref{ID: id, Kind: graph.Person, Name: id} }
	statement := func(id, quote string, start int) graph.Statement {
		return graph.Statement{
			ID: id, Article: "a.txt", Source: ref("person:ana-ruiz"), Relation: graph.MetWith, Target: ref("person:jon-ek"), Status: graph.Occurred,
			Quote: quote, Start: start, End: start + len(quote), Rule: "meet",
		}
	}
	g := &graph.Graph{
		Articles: []graph.Article{{ID: "a.txt", Outlet: "Lake Wire", Published: "2021-05-03"}},
		Nodes: []graph.Node{
			{ID: "person:ana-ruiz", Kind: graph.Person, Name: "Ana Ruiz", Aliases: []string{"Ruíz", "the minister"}, Country: "ES"},
			{ID: "person:eva-ruiz", Kind: graph.Person, Name: "Eva Ruiz", Country: "CL"},
			{ID: "person:jon-ek", Kind: graph.Person, Name: "Jon Ek", Wikidata: "Q1"},
			{ID: "meeting:1", Kind: graph.Meeting, Name: "lake talks of Eva Ruiz", Status: graph.Occurred, Date: "2021-05-02"},
			{ID: "proposal:1", Kind: graph.Proposal, Name: "a truce"},
		},
		Edges: []graph.Edge{
			edge("e1", "person:ana-ruiz", graph.MetWith, "person:jon-ek", "s2", "s1"),
			edge("e2", "person:ana-ruiz", graph.Attended, "meeting:1", "s1", "s4"),
			edge("e3", "person:jon-ek", graph.Attended, "meeting:1", "s1"),
			edge("e4", "person:ana-ruiz", graph.Proposed, "proposal:1", "s3"),
			edge("e5", "person:eva-ruiz", graph.MetWith, "person:jon-ek", "s3"),
		},
		Statements: []graph.Statement{statement("s1", "They met\n\x1b[31mat the lake.", 10), statement("s2", "Ana met Jon.", 0), statement("s4", "They met\n\x1b[31mat the lake.", 10), statement("s3", "She proposed a truce.", 40)},
	}
	g.Statements = append(g.Statements, graph.Statement{
		ID: "s5", Article: "a.txt", Source: graph.Ref{ID: "a.txt", Kind: graph.Source, Name: "At the lake"}, Relation: graph.Mentions,
		Target: ref("person:eva-ruiz"), Status: graph.Occurred, Quote: "Not Eva Ruiz.", Start: 70, End: 83, Rule: "mention",
	})
	g.Statements[3].Speaker = &graph.Ref{ID: "person:jon-ek", Kind: graph.Person, Name: "Jon Ek"}
	g.Sort()
	return g
}

func TestFind(t *testing.T) {
	g := small()
	for name, want := range map[string]string{
		"Ana Ruiz": "person:ana-ruiz", "ána RUÍZ": "person:ana-ruiz", "The Minister": "person:ana-ruiz", "person:eva-ruiz": "person:eva-ruiz",
		"Q1": "person:jon-ek", "Ek": "person:jon-ek", "eva": "person:eva-ruiz", "ruiz": "person:ana-ruiz", "truce": "proposal:1",
	} {
		n, err := explain.Find(g, name)
		if err != nil || n.ID != want {
			t.Errorf("%q: %v, %v; want %s", name, n, err, want)
		}
	}
	g.Nodes[3].Aliases = append(g.Nodes[3].Aliases, "the minister")
	var many *explain.AmbiguousError
	if _, err := explain.Find(g, "the minister"); !errors.As(err, &many) || len(many.Nodes) != 2 || !strings.Contains(err.Error(), "person:ana-ruiz  Ana Ruiz (Person, ES)") {
		t.Errorf("%v", err)
	}
	var none *explain.UnknownError
	if _, err := explain.Find(g, "Ana Riuz"); !errors.As(err, &none) || len(none.Near) == 0 || none.Near[0].ID != "person:ana-ruiz" {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"", "—", "Zhou"} {
		if _, err := explain.Find(g, name); !errors.As(err, &none) || len(none.Near) != 0 {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func ids(a *explain.Answer) string {
	out := make([]string, 0, len(a.Edges))
	for _, e := range a.Edges {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestEdges(t *testing.T) {
	g := small()
	find := func(name string) *graph.Node {
		n, err := explain.Find(g, name)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	ana, eva, jon := find("Ana Ruiz"), find("Eva Ruiz"), find("Jon Ek")
	for want, nodes := range map[string][]*graph.Node{
		"e1 e4 e2": {ana}, "e5": {eva}, "e1 e2 e3": {ana, jon}, "": {ana, eva},
	} {
		if got := ids(explain.Edges(g, nodes...)); got != want {
			t.Errorf("%s: edges %q, want %q", nodes[0].ID, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	g := small()
	eva, err := explain.Find(g, "Eva Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	ana, err := explain.Find(g, "Ana Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	const want = "\nOnly named in\n    “Not Eva Ruiz.”\n      a.txt [70,83) · Lake Wire · 2021-05-03\n"
	for _, c := range []struct {
		nodes []*graph.Node
		want  bool
	}{{[]*graph.Node{eva}, true}, {[]*graph.Node{ana}, false}, {[]*graph.Node{ana, eva}, false}} {
		var b strings.Builder
		if err := explain.Edges(g, c.nodes...).Text(&b); err != nil {
			t.Fatal(err)
		}
		if got := strings.HasSuffix(b.String(), want); got != c.want {
			t.Errorf("%s…: %s", c.nodes[0].Name, b.String())
		}
	}
}

func TestText(t *testing.T) {
	g := small()
	ana, _ := explain.Find(g, "Ana Ruiz")
	var b strings.Builder
	if err := explain.Edges(g, ana).Text(&b); err != nil {
		t.Fatal(err)
	}
	want := `Ana Ruiz (Person, ES)  person:ana-ruiz
  also: Ruíz; the minister

Ana Ruiz  MET_WITH  Jon Ek
  occurred · 1 source · confidence 0.50
    “Ana met Jon.”
      a.txt [0,12) · Lake Wire · 2021-05-03 · meet
    “They met [31mat the lake.”
      a.txt [10,36) · Lake Wire · 2021-05-03 · meet

Ana Ruiz  PROPOSED  a truce
  occurred · 1 source · confidence 0.50
    “She proposed a truce.”
      a.txt [40,61) · Lake Wire · 2021-05-03 · says Jon Ek · meet

Ana Ruiz  ATTENDED  lake talks of Eva Ruiz
  occurred · 1 source · confidence 0.50
    “They met [31mat the lake.”
      a.txt [10,36) · Lake Wire · 2021-05-03 · meet
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	b.Reset()
	if err := explain.Edges(g, ana).Lines(&b); err != nil || strings.Count(b.String(), "\n") != 3 || !strings.HasPrefix(b.String(), `{"edge":{"id":"e1"`) {
		t.Errorf("%v: %s", err, b.String())
	}
}
