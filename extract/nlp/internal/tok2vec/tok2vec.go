// Package tok2vec computes context vectors of tokens: hashed embeddings of
// their features are mixed, then window layers let each token see up to four
// neighbours on both sides.
package tok2vec

import (
	"fmt"
	"slices"
	"sync"

	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/tokenizer"
)

const (
	window = 1   // neighbours on each side
	chunk  = 256 // tokens that go through the layers at a time
	block  = 96  // rows of a layer computed together, a multiple of kernel.Group
)

// Net is a token-to-vector network. It is safe for concurrent use.
type Net struct {
	set       *kernel.Set
	width     int // numbers of a vector
	stride    int // numbers of a product
	columns   []column
	mix       *kernel.Layer
	layers    []*kernel.Layer  // the window layers
	windows   []*kernel.Window // their products
	firstSlot int              // of the lexemes' vectors
	spaced    bool             // the space after a token is a feature
	pool      sync.Pool
}

// Load reads the network whose sections begin with prefix. Its word vectors
// are kept in the lexemes' slots from slot on (two if it looks at spaces).
func Load(f *modelfile.File, set *kernel.Set, prefix string, slot int) *Net {
	var c config
	f.JSON(prefix+".json", &c)
	if f.Err() != nil || !c.sound() {
		f.Fail("%s: unknown kind of network", prefix)
		return nil
	}
	n := &Net{set: set, width: c.Width, firstSlot: slot}
	for i, name := range c.Features {
		feat, ok := featureOf(name)
		if !ok || c.Rows[i] == 0 {
			f.Fail("%s: unknown feature %s", prefix, name)
			return nil
		}
		n.spaced = n.spaced || feat == featSpacy
		values := f.Floats(fmt.Sprintf("%s.embed.%d", prefix, i), int(c.Rows[i])*n.width)
		n.addColumn(feat, &hashed{set, values, c.Rows[i], c.Seeds[i]})
	}
	if c.Vectors > 0 {
		n.addColumn(featText, loadStatic(f, set, prefix, c.Width, c.Vectors))
	}
	n.loadLayers(f, prefix, c.Depth)
	n.pool.New = func() any { return n.newScratch() }
	return n
}

// config describes a network.
type config struct {
	Width, Pieces, Depth int
	Rows, Seeds          []uint32
	Features             []string
	Vectors              int // numbers of a static vector, 0 if there are none
}

// Bounds of what a file may ask for: far above what there is, low enough for
// memory.
const (
	maxWidth   = 512
	maxDepth   = 16
	maxColumns = 15
	maxVectors = 4096
)

func (c *config) sound() bool {
	return c.Pieces == kernel.Pieces && c.Width > 0 && c.Width <= maxWidth && c.Depth > 0 && c.Depth <= maxDepth &&
		c.Vectors >= 0 && c.Vectors <= maxVectors && len(c.Rows) > 0 && len(c.Rows) <= maxColumns && len(c.Rows) == len(c.Features) && len(c.Seeds) == len(c.Features)
}

func (n *Net) addColumn(feat feature, t table) {
	n.columns = append(n.columns, column{feature: feat, table: t, kept: cache.New[uint64, share](cacheBits[feat])})
}

// loadStatic reads the static vectors, of size numbers each, and the weights
// that turn them into width numbers.
func loadStatic(f *modelfile.File, set *kernel.Set, prefix string, width, size int) *static {
	t := &static{keys: f.Uint64s("vectors.keys"), rows: f.Uint32s("vectors.rows"), vectors: f.Rows("vectors.data", size)}
	n := uint32(len(t.vectors) / size)
	if len(t.keys) != len(t.rows) || !slices.IsSorted(t.keys) || slices.ContainsFunc(t.rows, func(r uint32) bool { return r >= n }) {
		f.Fail("%d words have vectors %d of %d", len(t.keys), len(t.rows), n)
	}
	t.weights = set.Pack(kernel.Weights{W: f.Floats(prefix+".static.W", width*size), Out: width, In: size})
	return t
}

func (n *Net) loadLayers(f *modelfile.File, prefix string, depth int) {
	out := n.width * kernel.Pieces
	read := func(i, in int) (*kernel.Layer, []float32) {
		at := fmt.Sprintf("%s.%d", prefix, i)
		l := n.set.NewLayer(f.Floats(at+".b", out), f.Floats(at+".norm.G", n.width), f.Floats(at+".norm.b", n.width))
		return l, f.Floats(at+".W", out*in)
	}
	in := len(n.columns) * n.width
	mix, w := read(0, in)
	n.mix = mix
	for i := range n.columns {
		n.columns[i].mix = n.set.Pack(kernel.Weights{W: w[i*n.width:], Out: out, In: n.width, Stride: in, Pieces: kernel.Pieces})
	}
	in = (2*window + 1) * n.width
	for i := range depth {
		l, w := read(i+1, in)
		n.layers = append(n.layers, l)
		n.windows = append(n.windows, n.set.PackWindow(kernel.Weights{W: w, Out: out, In: in, Pieces: kernel.Pieces}))
	}
	n.stride = n.windows[0].Stride
}

// Width returns the length of the vectors.
func (n *Net) Width() int { return n.width }

// Reach returns how far a token sees: texts with that many empty places between
// them do not see each other.
func (n *Net) Reach() int { return len(n.layers) * window }

// scratch is the memory of one run.
type scratch struct {
	y       []float32 // products before maxout, block rows
	win     []float32 // of a window layer
	a, b    []float32 // vectors of a chunk before and after a layer
	ids     []float32 // vectors of ids whose share is missing
	missing []word    // words whose embedding is missing
	late    []int     // the tokens with these words
	shares  []*share
	fresh   []*share
}

func (n *Net) newScratch() *scratch {
	rows := chunk + 2*n.Reach() + kernel.Group
	return &scratch{
		y:     make([]float32, block*n.stride),
		a:     make([]float32, rows*n.width),
		b:     make([]float32, rows*n.width),
		win:   n.windows[0].Scratch(block / kernel.Group),
		ids:   make([]float32, block*n.width),
		fresh: make([]*share, 0, block),
	}
}

// Run computes the vectors of all tokens and hands them to emit, some tokens at
// a time in order: rows holds those from token first on, and is only valid
// during the call. Tokens of several texts have Reach tokens without a word
// between them, whose rows mean nothing.
func (n *Net) Run(toks []tokenizer.Token, emit func(first int, rows []float32)) {
	s, _ := n.pool.Get().(*scratch)
	defer n.pool.Put(s)
	for first := 0; first < len(toks); first += chunk {
		end := min(first+chunk, len(toks))
		emit(first, n.chunk(toks, first, end, s))
	}
}

// chunk computes the vectors of tokens [first, end).
//
// The text is padded with empty tokens, whose vectors the layers make non-zero:
// layer i of d needs them up to d-i tokens away, so that each layer computes
// one row less on either side than the layer before. Farther out all is zero.
func (n *Net) chunk(toks []tokenizer.Token, first, end int, s *scratch) []float32 {
	depth := len(n.layers)
	rows := end - first + 2*depth
	from, to := max(first-depth, 0), min(end+depth, len(toks))
	w := n.width
	before := from - (first - depth)
	after := before + to - from
	clear(s.a[:before*w])
	n.embed(s.a[before*w:after*w], toks[from:to], s)
	clear(s.a[after*w : rows*w])
	in, out := s.a, s.b
	for i := range depth {
		rows -= 2
		n.windowLayer(i, out, in, rows, s)
		in, out = out, in
	}
	return in[:rows*w]
}

// windowLayer computes rows vectors from rows+2 vectors: row i of dst from rows
// i, i+1 and i+2 of src, which lie side by side, and adds row i+1 of src.
func (n *Net) windowLayer(layer int, dst, src []float32, rows int, s *scratch) {
	w := n.width
	l := n.layers[layer]
	groups := (rows + kernel.Group - 1) / kernel.Group
	clear(src[(rows+2)*w : (groups*kernel.Group+2)*w]) // of the last group, where not all rows are wanted
	for r := 0; r < rows; r += block {
		m := min(block, rows-r)
		n.windows[layer].Mul(s.y, src[r*w:], (m+kernel.Group-1)/kernel.Group, s.win)
		for i := range m {
			l.Finish(dst[(r+i)*w:(r+i+1)*w], s.y[i*n.stride:], src[(r+i+1)*w:(r+i+2)*w])
		}
	}
}
