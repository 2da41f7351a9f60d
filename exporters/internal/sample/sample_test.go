package sample_test

import (
	"testing"

	"entente/exporters/internal/sample"
)

func TestGraphsAreValid(t *testing.T) {
	t.Parallel()
	g := sample.Summit(t)
	t.Logf("%d nodes, %d edges, %d statements", len(g.Nodes), len(g.Edges), len(g.Statements))
	if len(g.Nodes) < 40 || len(g.Edges) < 90 {
		t.Error("the sample has become too small to be realistic")
	}
}
