package transition_test

import (
	"testing"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/transition"
)

const (
	width = 96
	n     = 500
)

// vectors returns repeatable token vectors.
func vectors() []float32 {
	out := make([]float32, n*width)
	seed := uint32(1)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = float32(int32(seed)) / (1 << 31)
	}
	return out
}

func begin(m *transition.Model) *transition.Scorer {
	s := m.NewScorer()
	s.Reset(n)
	v := vectors()
	s.Add(0, v[:100*width])
	s.Add(100, v[100*width:])
	return s
}

// TestFarBack checks that a state has the same scores whether its tokens'
// contributions are still kept, must be computed again, or are computed in
// blocks or one by one.
func TestFarBack(t *testing.T) {
	f := modeltest.Open(t)
	all := transition.Load(f, kernel.Best(), "parser", width, 8)
	some := transition.Load(f, kernel.Best(), "parser", width, 5)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	every := []transition.Span{{First: 0, End: len(all.Actions)}}
	seen := begin(some)
	seen.State([]int{n - 1, -1, -1, -1, -1, -1, -1, -1})
	for _, tokens := range [][]int{
		{0, 1, 2, 3, 4, 5, 6, 7},
		{40, 41, 39, 30, 2, -1, 0, 38},
		{n - 1, -1, n - 2, 300, 0, -1, 380, 373},
		{n - 1, -1, -1, -1, -1, -1, -1, -1},
		{33, 34, 31, 31, 31, 31, 31, 31},
	} {
		fresh := begin(all)
		fresh.State(tokens)
		wantAction, want := fresh.Best(every)
		seen.State(tokens)
		if action, got := seen.Best(every); action != wantAction || got != want {
			t.Errorf("%v: action %d score %v, want %d %v", tokens, action, got, wantAction, want)
		}
	}
}

func TestBestAmong(t *testing.T) {
	f := modeltest.Open(t)
	m := transition.Load(f, kernel.Best(), "ner", width, 1)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	s := begin(m)
	s.State([]int{7, -1, -1})
	best, score := -1, float32(0)
	for i := range m.Actions {
		action, v := s.Best([]transition.Span{{First: i, End: i + 1}})
		if action != i {
			t.Fatalf("action %d among %d alone", action, i)
		}
		if best < 0 || v > score {
			best, score = i, v
		}
	}
	if a, v := s.Best([]transition.Span{{First: 0, End: 10}, {First: 10, End: len(m.Actions)}}); a != best || v != score {
		t.Errorf("action %d %v, want %d %v", a, v, best, score)
	}
}
