// Package parser finds syntactic heads, dependency labels and sentence starts
// with a greedy arc-eager transition system, then lifts arcs that were made
// projective for training back to their true heads.
package parser

import (
	"slices"
	"strings"
	"sync"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/transition"
)

// Moves of the transition system.
const (
	shift  = 'S'
	reduce = 'D'
	left   = 'L'
	right  = 'R'
	split  = 'B' // the second token of the buffer starts a sentence
)

const (
	features  = 8 // tokens that describe a state
	eager     = 5 // features of the state that are no children
	root      = "ROOT"
	delimiter = "||" // label of a lifted arc: own label, delimiter, label of the true head
)

// Parser is safe for concurrent use.
type Parser struct {
	m     *transition.Model
	spans map[byte]transition.Span
	// labels has each label once; of gives the label of an action.
	labels []string
	of     []int
	root   int
	lifted []lift // of each label
	pool   sync.Pool
}

// lift is a label of a lifted arc taken apart; head is -1 for other labels.
type lift struct{ own, head int }

// Load reads the parser; token vectors have width numbers.
func Load(f *modelfile.File, set *kernel.Set, width int) *Parser {
	m := transition.Load(f, set, "parser", width, eager)
	if m == nil {
		return nil
	}
	if m.Features() != features {
		f.Fail("parser: %d features, want %d", m.Features(), features)
	}
	p := &Parser{m: m, spans: m.Moves(f)}
	for _, move := range []byte{shift, reduce, left, right, split} {
		if _, ok := p.spans[move]; !ok {
			f.Fail("parser: no action %c", move)
		}
	}
	p.root = p.label(root)
	for _, a := range m.Actions {
		p.of = append(p.of, p.label(a.Label))
	}
	p.takeApart()
	p.pool.New = func() any { return &Run{p: p, scorer: m.NewScorer()} }
	return p
}

// takeApart fills lifted. The parts of labels become labels too.
func (p *Parser) takeApart() {
	for _, s := range slices.Clone(p.labels) {
		if own, head, ok := strings.Cut(s, delimiter); ok {
			p.label(own)
			p.label(head)
		}
	}
	for i, s := range p.labels {
		l := lift{own: i, head: -1}
		if own, head, ok := strings.Cut(s, delimiter); ok {
			l = lift{own: p.label(own), head: p.label(head)}
		}
		p.lifted = append(p.lifted, l)
	}
}

// label returns the index of a label in the list, which it may extend.
func (p *Parser) label(s string) int {
	if i := slices.Index(p.labels, s); i >= 0 {
		return i
	}
	p.labels = append(p.labels, s)
	return len(p.labels) - 1
}

// Labels returns the dependency labels; results are indexes into them.
func (p *Parser) Labels() []string { return p.labels }

// Token is what the parser finds out about a token.
type Token struct {
	Head      int32 // token index; its own for a root
	Label     int32 // index into Labels
	SentStart bool
	// first and last are the ends of the subtree.
	first, last int32
}

// Run is the parse of one text. It holds memory to be given back with Close.
type Run struct {
	p      *Parser
	scorer *transition.Scorer
	state  state
	tokens []Token
	spans  [5]transition.Span
}

// Begin starts a text of n tokens.
func (p *Parser) Begin(n int) *Run {
	r, _ := p.pool.Get().(*Run)
	r.scorer.Reset(n)
	r.state.reset(n)
	return r
}

// Close gives the memory of the run back. The slice that Parse returned is not
// valid any more.
func (r *Run) Close() { r.p.pool.Put(r) }

// Add takes the vectors of tokens from first on; all tokens must be added
// before Parse.
func (r *Run) Add(first int, vectors []float32) { r.scorer.Add(first, vectors) }

// Parse returns the analysis of each token; space tells which tokens are white
// space. The slice is valid until Close.
func (r *Run) Parse(space func(int) bool) []Token {
	for !r.state.final() {
		r.step()
	}
	n := r.state.n
	r.tokens = slices.Grow(r.tokens[:0], n)[:n]
	for i, t := range r.state.tokens {
		if t.head < 0 {
			r.tokens[i] = Token{Head: int32(i), Label: int32(r.p.root)}
		} else {
			r.tokens[i] = Token{Head: t.head, Label: int32(r.p.of[t.label])}
		}
	}
	setEdges(r.tokens)
	r.restore(space)
	return r.tokens
}

// step applies the best action that is allowed.
func (r *Run) step() {
	s := &r.state
	spans := r.allowed()
	best := spans[0].First
	if len(spans) > 1 || spans[0].End-spans[0].First > 1 {
		b0, s0 := s.bufferAt(0), s.stackAt(0)
		r.scorer.State([]int{
			b0, s.bufferAt(1), s0, s.stackAt(1), s.stackAt(2),
			s.lastLeft(b0), s.lastLeft(s0), s.lastRight(s0),
		})
		best, _ = r.scorer.Best(spans)
	}
	switch r.p.m.Actions[best].Move {
	case shift:
		s.push()
	case reduce:
		s.reduce()
	case left:
		b0 := s.bufferAt(0)
		s.attach(b0, s.stackAt(0), int32(best))
		s.tokens[b0].unshiftable = false
		s.pop()
	case right:
		s.attach(s.stackAt(0), s.bufferAt(0), int32(best))
		s.push()
	case split:
		s.tokens[s.bufferAt(1)].starts = true
	}
}

// allowed returns the actions that the state permits, in ascending order.
func (r *Run) allowed() []transition.Span {
	s := &r.state
	depth, waiting := len(s.stack), s.bufferLen()
	b0 := s.bufferAt(0)
	starts := b0 >= 0 && s.tokens[b0].starts
	out := r.spans[:0]
	if depth == 0 || waiting >= 2 && !starts && !s.tokens[b0].unshiftable {
		out = append(out, r.p.spans[shift])
	}
	if depth > 0 {
		out = append(out, r.p.spans[reduce])
		if waiting > 0 && !starts {
			out = append(out, r.p.spans[left], r.p.spans[right])
		}
	}
	if waiting >= 2 {
		if b1 := s.bufferAt(1); b1 == b0+1 && !s.tokens[b1].starts {
			out = append(out, r.p.spans[split])
		}
	}
	return out
}
