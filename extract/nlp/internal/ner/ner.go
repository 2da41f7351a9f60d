// Package ner finds named entities with a greedy transition system over the
// tags begin, in, last, unit, out.
package ner

import (
	"sync"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/transition"
)

// Moves of the transition system.
const (
	begin = 'B'
	in    = 'I'
	last  = 'L'
	unit  = 'U'
	out   = 'O'
)

const (
	features = 3 // tokens that describe a state
	eager    = 1 // of them that stand outside of entities too
)

// Entity is a span of tokens [First, End) with a label.
type Entity struct {
	First, End int
	Label      string
}

// Recogniser is safe for concurrent use.
type Recogniser struct {
	m     *transition.Model
	spans map[byte]transition.Span
	pool  sync.Pool
}

// Load reads the recogniser; token vectors have width numbers.
func Load(f *modelfile.File, set *kernel.Set, width int) *Recogniser {
	m := transition.Load(f, set, "ner", width, eager)
	if m == nil {
		return nil
	}
	if m.Features() != features {
		f.Fail("ner: %d features, want %d", m.Features(), features)
	}
	r := &Recogniser{m: m, spans: m.Moves(f)}
	u := r.spans[unit]
	if u.End > u.First && m.Actions[u.End-1].Label == "" {
		u.End-- // only for tokens that are blocked beforehand
		r.spans[unit] = u
	}
	n := u.End - u.First
	for _, move := range []byte{begin, in, last} {
		if s := r.spans[move]; n == 0 || s.End-s.First != n {
			f.Fail("ner: %d actions %c, want %d", s.End-s.First, move, n)
		}
	}
	if o := r.spans[out]; o.End-o.First != 1 {
		f.Fail("ner: %d actions for out", o.End-o.First)
	}
	r.pool.New = func() any { return &Run{r: r, scorer: m.NewScorer()} }
	return r
}

// Run is the recognition in one text. It holds memory to be given back with Close.
type Run struct {
	r      *Recogniser
	scorer *transition.Scorer
	n      int
}

// Begin starts a text of n tokens.
func (r *Recogniser) Begin(n int) *Run {
	run, _ := r.pool.Get().(*Run)
	run.n = n
	run.scorer.Reset(n)
	return run
}

// Close gives the memory of the run back.
func (r *Run) Close() { r.r.pool.Put(r) }

// Add takes the vectors of tokens from first on; all tokens must be added
// before Entities.
func (r *Run) Add(first int, vectors []float32) { r.scorer.Add(first, vectors) }

// Entities appends the entities to dst. space tells which tokens are white
// space, starts which are the first of their sentence: no entity reaches over
// the start of a sentence.
func (r *Run) Entities(dst []Entity, space, starts func(int) bool) []Entity {
	sp := r.r.spans
	first, label := -1, 0 // the open entity, its label counted within a move
	for i := range r.n {
		more := i+1 < r.n && !starts(i+1)
		if first >= 0 {
			if more && r.staysOpen(i, first, label) {
				continue
			}
			dst = append(dst, Entity{first, i + 1, r.r.m.Actions[sp[last].First+label].Label})
			first = -1
			continue
		}
		if space(i) {
			continue
		}
		best := r.open(i, more)
		switch a := r.r.m.Actions[best]; a.Move {
		case begin:
			first, label = i, best-sp[begin].First
		case unit:
			dst = append(dst, Entity{i, i + 1, a.Label})
		}
	}
	return dst
}

// staysOpen decides whether an entity that began at first goes on after token i.
func (r *Run) staysOpen(i, first, label int) bool {
	r.scorer.State([]int{i, first, i - 1})
	goOn, end := r.r.spans[in].First+label, r.r.spans[last].First+label
	best, _ := r.scorer.Best([]transition.Span{{First: goOn, End: goOn + 1}, {First: end, End: end + 1}})
	return best == goOn
}

// open returns the action for token i outside of entities; more tells whether
// an entity may begin that goes on behind it.
func (r *Run) open(i int, more bool) int {
	sp := r.r.spans
	r.scorer.State([]int{i, -1, -1})
	spans := [...]transition.Span{sp[begin], sp[unit], sp[out]}
	if more {
		best, _ := r.scorer.Best(spans[:])
		return best
	}
	best, _ := r.scorer.Best(spans[1:])
	return best
}
