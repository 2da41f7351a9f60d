package assemble_test

import (
	"os"
	"strconv"
	"testing"

	"entente/graph"
	"entente/graph/assemble"
	"entente/internal/synth"
)

// size is the number of nodes of the synthetic graph, ASSEMBLE_BENCH_NODES.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("ASSEMBLE_BENCH_NODES")); err == nil {
		return n
	}
	return 2000
}

func BenchmarkLarge(b *testing.B) {
	set := synth.Set(size())
	for b.Loop() {
		assemble.Graph(set.Articles, set.Statements)
	}
}

// BenchmarkChange takes one article in a hundred back.
func BenchmarkChange(b *testing.B) {
	before := synth.Set(size())
	var e graph.Edit
	for i := 0; i < len(before.Articles); i += 100 {
		e.Gone = append(e.Gone, before.Articles[i].ID)
	}
	for b.Loop() {
		assemble.Change(before, &e)
	}
}
