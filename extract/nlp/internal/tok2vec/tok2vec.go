// Package tok2vec computes context vectors of tokens: hashed embeddings of
// their features are mixed, then window layers let each token see up to four
// neighbours on both sides.
package tok2vec

import (
	"fmt"
	"sync"

	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/tokenizer"
)

const (
	pieces = 3   // maxout pieces of all layers
	window = 1   // neighbours on each side
	chunk  = 256 // tokens that go through the layers at a time
	block  = 48  // rows of a layer computed together, a multiple of kernel.Group
)

// Net is a token-to-vector network. It is safe for concurrent use.
type Net struct {
	width   int // numbers of a vector
	wide    int // width * pieces, numbers of a product
	columns []column
	mix     layer
	first   [2*window + 1]*kernel.Matrix // the first window layer by neighbour
	layers  []layer                      // the window layers
	windows []*kernel.Window             // their products, but for the first
	slot    int                          // of the lexemes' vectors
	spaced  bool                         // the space after a token is a feature
	pool    sync.Pool
}

// layer is what turns a product into vectors: bias, maxout and layer
// normalisation.
type layer struct{ bias, gain, offset []float32 }

// finish turns a product into the layer's output.
func (l *layer) finish(dst, y []float32) {
	kernel.Maxout3(dst, y, l.bias)
	kernel.Normalise(dst, l.gain, l.offset)
}

// Load reads the network whose sections begin with prefix. Its word vectors
// are kept in the lexemes' slots from slot on (two if it looks at spaces).
func Load(f *modelfile.File, prefix string, slot int) *Net {
	var c struct {
		Width, Pieces, Depth int
		Rows, Seeds          []uint32
		Features             []string
	}
	f.JSON(prefix+".json", &c)
	if f.Err() != nil || c.Pieces != pieces || c.Depth < 2 || len(c.Rows) != len(c.Features) || len(c.Seeds) != len(c.Features) {
		f.Fail("%s: unknown kind of network", prefix)
		return nil
	}
	n := &Net{width: c.Width, wide: c.Width * pieces, slot: slot}
	for i, name := range c.Features {
		feat, ok := featureOf(name)
		if !ok || c.Rows[i] == 0 {
			f.Fail("%s: unknown feature %s", prefix, name)
			return nil
		}
		n.spaced = n.spaced || feat == featSpacy
		table := f.Floats(fmt.Sprintf("%s.embed.%d", prefix, i), int(c.Rows[i])*n.width)
		n.columns = append(n.columns, column{
			feature: feat, table: table, rows: c.Rows[i], seed: c.Seeds[i],
			kept: cache.New[uint64, share](cacheBits[feat]),
		})
	}
	n.loadLayers(f, prefix, c.Depth)
	n.pool.New = func() any { return n.newScratch() }
	return n
}

func (n *Net) loadLayers(f *modelfile.File, prefix string, depth int) {
	read := func(i, in int) (layer, []float32) {
		at := fmt.Sprintf("%s.%d", prefix, i)
		l := layer{f.Floats(at+".b", n.wide), f.Floats(at+".norm.G", n.width), f.Floats(at+".norm.b", n.width)}
		return l, f.Floats(at+".W", n.wide*in)
	}
	in := len(n.columns) * n.width
	mix, w := read(0, in)
	n.mix = mix
	for i := range n.columns {
		n.columns[i].mix = kernel.Pack(w[i*n.width:], n.wide, n.width, in)
	}
	in = (2*window + 1) * n.width
	for i := range depth {
		l, w := read(i+1, in)
		n.layers = append(n.layers, l)
		if i == 0 {
			for j := range n.first {
				n.first[j] = kernel.Pack(w[j*n.width:], n.wide, n.width, in)
			}
			continue
		}
		n.windows = append(n.windows, kernel.PackWindow(w, n.wide, n.width))
	}
}

// Width returns the length of the vectors.
func (n *Net) Width() int { return n.width }

// scratch is the memory of one run.
type scratch struct {
	y     []float32   // products before maxout, block rows
	win   []float32   // of a window layer
	a, b  []float32   // vectors of a chunk before and after a layer
	words [][]float32 // embed of each token of a chunk, with neighbours; nil outside the text
}

func (n *Net) newScratch() *scratch {
	rows := chunk + 2*len(n.layers)*window + kernel.Group
	return &scratch{
		y:     make([]float32, block*n.wide),
		a:     make([]float32, rows*n.width),
		b:     make([]float32, rows*n.width),
		words: make([][]float32, rows),
		win:   n.windows[0].Scratch(block / kernel.Group),
	}
}

// Run computes the vectors of all tokens and hands them to emit, some tokens at
// a time in order: rows holds those from token first on, and is only valid
// during the call.
func (n *Net) Run(toks []tokenizer.Token, emit func(first int, rows []float32)) {
	s, _ := n.pool.Get().(*scratch)
	defer n.pool.Put(s)
	for first := 0; first < len(toks); first += chunk {
		end := min(first+chunk, len(toks))
		emit(first, n.chunk(toks, first, end, s))
	}
	clear(s.words)
}

// chunk computes the vectors of tokens [first, end).
//
// The text is padded with empty tokens, whose vectors the layers make non-zero:
// layer i of d needs them up to d-i tokens away, so that each layer computes
// one row less on either side than the layer before. Farther out all is zero.
func (n *Net) chunk(toks []tokenizer.Token, first, end int, s *scratch) []float32 {
	depth := len(n.layers)
	rows := end - first + 2*depth
	words := s.words[:rows]
	for i := range words {
		words[i] = nil
		if t := first - depth + i; t >= 0 && t < len(toks) {
			words[i] = n.embed(toks[t].Lex, toks[t].Space, s)
		}
	}
	w := n.width
	rows -= 2
	n.firstLayer(s.a, words, s.y)
	in, out := s.a, s.b
	for i := 1; i < depth; i++ {
		rows -= 2
		n.windowLayer(i, out, in, rows, s)
		in, out = out, in
	}
	return in[:rows*w]
}

// firstLayer adds up the products that the words bring along.
func (n *Net) firstLayer(dst []float32, words [][]float32, y []float32) {
	w, wide := n.width, n.wide
	y = y[:wide]
	l := &n.layers[0]
	for i := 1; i+1 < len(words); i++ {
		clear(y)
		for j, word := range words[i-1 : i+2] {
			if word != nil {
				kernel.Add(y, word[w+j*wide:w+(j+1)*wide])
			}
		}
		d := dst[(i-1)*w : i*w]
		l.finish(d, y)
		if words[i] != nil {
			kernel.Add(d, words[i][:w])
		}
	}
}

// windowLayer computes rows vectors from rows+2 vectors: row i of dst from rows
// i, i+1 and i+2 of src, which lie side by side, and adds row i+1 of src.
func (n *Net) windowLayer(layer int, dst, src []float32, rows int, s *scratch) {
	w := n.width
	l := &n.layers[layer]
	groups := (rows + kernel.Group - 1) / kernel.Group
	clear(src[(rows+2)*w : (groups*kernel.Group+2)*w]) // of the last group, where not all rows are wanted
	for r := 0; r < rows; r += block {
		m := min(block, rows-r)
		n.windows[layer-1].Mul(s.y, src[r*w:], (m+kernel.Group-1)/kernel.Group, s.win)
		for i := range m {
			d := dst[(r+i)*w : (r+i+1)*w]
			l.finish(d, s.y[i*n.wide:(i+1)*n.wide])
			kernel.Add(d, src[(r+i+1)*w:(r+i+2)*w])
		}
	}
}
