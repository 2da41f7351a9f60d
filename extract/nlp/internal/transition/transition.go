// Package transition scores the actions of a transition system: token vectors
// are projected once, each state adds up what its feature tokens contribute,
// and an output layer scores the actions that are allowed.
package transition

import (
	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modelfile"
)

const pieces = 2 // maxout pieces of the hidden layer

// Bounds of what a file may ask for.
const (
	maxHidden   = 512
	maxFeatures = 16
)

// Action is a class of the output layer: what to do and with which label.
type Action struct {
	Move  byte
	Label string
}

// Model is the network of a transition system. It is immutable.
type Model struct {
	Actions  []Action
	set      *kernel.Set
	features int
	eager    int // the first features, which nearly every token becomes
	hidden   int
	wide     int // hidden * pieces
	dim      int // of a projected token vector

	proj      *kernel.Matrix
	projBias  []float32
	lower     []*kernel.Matrix // one per feature
	lowerBias []float32
	pad       [][]float32 // contribution of a feature without a token
	upper     *kernel.Matrix
	upperBias []float32
}

// Load reads the network whose sections begin with name; its token vectors have
// width numbers. The contributions of the first eager features are computed for
// all tokens, those of the others when they are needed.
func Load(f *modelfile.File, set *kernel.Set, name string, width, eager int) *Model {
	var c struct {
		Features, Hidden, Pieces int
		Actions                  [][2]string
	}
	f.JSON(name+".json", &c)
	if f.Err() != nil || c.Pieces != pieces || c.Hidden < 1 || c.Hidden > maxHidden || c.Features < eager || c.Features > maxFeatures {
		f.Fail("%s: unknown kind of network", name)
		return nil
	}
	m := &Model{set: set, features: c.Features, eager: eager, hidden: c.Hidden, wide: c.Hidden * pieces, dim: c.Hidden}
	for _, a := range c.Actions {
		if a[0] == "" {
			f.Fail("%s: action without a move", name)
			return nil
		}
		m.Actions = append(m.Actions, Action{a[0][0], a[1]})
	}
	m.proj = set.Pack(kernel.Weights{W: f.Floats(name+".proj.W", m.dim*width), Out: m.dim, In: width})
	m.projBias = f.Floats(name+".proj.b", m.dim)
	lower := f.Floats(name+".lower.W", m.features*m.wide*m.dim)
	pad := f.Floats(name+".lower.pad", m.features*m.wide)
	for i := range m.features {
		m.lower = append(m.lower, set.Pack(kernel.Weights{W: lower[i*m.wide*m.dim:], Out: m.wide, In: m.dim, Pieces: pieces}))
		m.pad = append(m.pad, kernel.Planes(pad[i*m.wide:(i+1)*m.wide], pieces))
	}
	m.lowerBias = kernel.Planes(f.Floats(name+".lower.b", m.wide), pieces)
	n := len(m.Actions)
	m.upper = set.Pack(kernel.Weights{W: f.Floats(name+".upper.W", n*m.hidden), Out: n, In: m.hidden})
	m.upperBias = f.Floats(name+".upper.b", n)
	return m
}

// Features returns the number of tokens that a state is described by.
func (m *Model) Features() int { return m.features }

// Span is a range [First, End) of actions.
type Span struct{ First, End int }

// Moves returns the span of actions of each move, which must lie side by side.
func (m *Model) Moves(f *modelfile.File) map[byte]Span {
	out := make(map[byte]Span)
	for i, a := range m.Actions {
		s, ok := out[a.Move]
		if !ok {
			s = Span{i, i}
		}
		if s.End != i {
			f.Fail("actions %c are not side by side", a.Move)
		}
		out[a.Move] = Span{s.First, i + 1}
	}
	return out
}
