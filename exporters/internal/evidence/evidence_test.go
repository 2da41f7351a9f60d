package evidence_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/exporters/internal/evidence"
	"entente/exporters/internal/sample"
	"entente/graph"
)

func TestLinks(t *testing.T) {
	t.Parallel()
	speaker := graph.Ref{ID: "person:p", Kind: graph.Person, Name: "P"}
	g := &graph.Graph{
		Articles: []graph.Article{{ID: "a"}},
		Nodes:    []graph.Node{{ID: "iso:UA", Kind: graph.Country}, {ID: "meeting:9", Kind: graph.Meeting, Place: "place:x"}, {ID: "person:p", Kind: graph.Person}, {ID: "place:x", Kind: graph.Place}},
		Edges:    []graph.Edge{{ID: "e", Source: "iso:UA", Relation: graph.Rejected, Target: "meeting:9", Statements: []string{"s", "gone"}}},
		Statements: []graph.Statement{{
			ID: "s", Article: "a", Source: graph.Ref{ID: "iso:UA"}, Relation: graph.Rejected, Target: graph.Ref{ID: "local"}, Speaker: &speaker,
		}},
	}
	want := []evidence.Link{
		{From: "a", Type: "HAS_STATEMENT", To: "s"},
		{From: "s", Type: "SOURCE", To: "iso:UA"},
		{From: "s", Type: "TARGET", To: "meeting:9"},
		{From: "s", Type: "SAID_BY", To: "person:p"},
		{From: "s", Type: "SUPPORTS", To: "meeting:9"},
		{From: "meeting:9", Type: "AT_PLACE", To: "place:x"},
	}
	if diff := cmp.Diff(want, evidence.Links(g)); diff != "" {
		t.Error(diff)
	}
}

func TestNothingDangles(t *testing.T) {
	t.Parallel()
	g := sample.Hostile(t)
	x := g.Index()
	for _, l := range evidence.Links(g) {
		if x.Nodes[l.To] == nil && x.Statements[l.To] == nil {
			t.Errorf("%v leads nowhere", l)
		}
	}
}
