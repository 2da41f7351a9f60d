package graph_test

import (
	"testing"

	"entente/graph"
)

func TestVocabularies(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range graph.Relations() {
		if !r.Valid() || seen[string(r)] {
			t.Errorf("relation %s is unknown or stands twice", r)
		}
		seen[string(r)] = true
	}
	for _, k := range graph.Kinds() {
		if !k.Valid() || k.Event() != (k == graph.Meeting || k == graph.Proposal) {
			t.Errorf("kind %s", k)
		}
	}
	for _, s := range graph.Statuses() {
		if !s.Valid() {
			t.Errorf("status %s", s)
		}
	}
	if graph.Relation("met_with").Valid() || graph.Kind("").Valid() || graph.Status("done").Valid() {
		t.Error("something outside the vocabularies is valid")
	}
}

func TestSymmetric(t *testing.T) {
	t.Parallel()
	for _, r := range graph.Relations() {
		want := r == graph.MetWith || r == graph.SpokeWith || r == graph.AgreedWith
		if r.Symmetric() != want {
			t.Errorf("%s symmetric: %v", r, !want)
		}
	}
}

// roots are the roots of the PLOVER event ontology.
var roots = map[string]bool{
	"AGREE": true, "CONSULT": true, "SUPPORT": true, "COOPERATE": true, "AID": true, "YIELD": true, "RETREAT": true, "REQUEST": true, "ACCUSE": true,
	"REJECT": true, "THREATEN": true, "PROTEST": true, "SANCTION": true, "MOBILIZE": true, "COERCE": true, "ASSAULT": true,
}

func TestPlover(t *testing.T) {
	t.Parallel()
	states := map[graph.Relation]bool{graph.HoldsOffice: true, graph.LocatedIn: true, graph.MemberOf: true, graph.Represents: true}
	for _, r := range graph.Relations() {
		for _, s := range graph.Statuses() {
			root := r.Plover(s)
			if states[r] != (root == "") || root != "" && !roots[root] {
				t.Errorf("%s (%s) has the root %q", r, s, root)
			}
		}
	}
	for s, want := range map[graph.Status]string{
		graph.Occurred: "CONSULT", graph.Planned: "AGREE", graph.Tentative: "AGREE", graph.Cancelled: "REJECT", graph.Denied: "REJECT",
	} {
		if got := graph.MetWith.Plover(s); got != want {
			t.Errorf("a meeting %s: %s, want %s", s, got, want)
		}
	}
}

func TestSeal(t *testing.T) {
	t.Parallel()
	base := statement()
	base.Seal()
	if base.Plover != "REJECT" {
		t.Errorf("Plover = %q", base.Plover)
	}
	same := statement()
	same.Rule, same.Confidence, same.Source.Name = "another", 0.1, "another"
	same.Seal()
	if same.ID != base.ID {
		t.Error("who found it and how surely changes the id")
	}
	for name, change := range map[string]func(*graph.Statement){
		"article":  func(s *graph.Statement) { s.Article = "b" },
		"source":   func(s *graph.Statement) { s.Source.ID = "x" },
		"relation": func(s *graph.Statement) { s.Relation = graph.Warned },
		"target":   func(s *graph.Statement) { s.Target.ID = "x" },
		"status":   func(s *graph.Statement) { s.Status = graph.Denied },
		"date":     func(s *graph.Statement) { s.Date = "2025" },
		"speaker":  func(s *graph.Statement) { s.Speaker = &graph.Ref{ID: "x"} },
		"meeting":  func(s *graph.Statement) { s.Meeting = "x" },
		"quote":    func(s *graph.Statement) { s.Quote = "x" },
		"start":    func(s *graph.Statement) { s.Start++ },
	} {
		s := statement()
		change(&s)
		s.Seal()
		if s.ID == base.ID {
			t.Errorf("another %s gives the same id", name)
		}
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	g := valid()
	x := g.Index()
	for i := range g.Nodes {
		if x.Nodes[g.Nodes[i].ID] != &g.Nodes[i] {
			t.Errorf("node %s is not the graph's own", g.Nodes[i].ID)
		}
	}
	if len(x.Articles) != len(g.Articles) || len(x.Statements) != len(g.Statements) || x.Nodes["nobody"] != nil {
		t.Error("the index is not of the graph")
	}
}
