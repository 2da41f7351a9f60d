package tok2vec

import (
	"slices"

	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/strhash"
	"entente/extract/nlp/internal/tokenizer"
)

// feature is a column of the embedding: one property of a token.
type feature uint8

const (
	featNorm feature = iota
	featPrefix
	featSuffix
	featShape
	featSpacy
	featIsSpace
	featText // of static vectors
)

var featureNames = [...]string{"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}

func featureOf(name string) (feature, bool) {
	for i, n := range featureNames {
		if n == name {
			return feature(i), true
		}
	}
	return 0, false
}

// id returns the feature's id for a word that a space follows or not.
func (f feature) id(w word) uint64 {
	switch f {
	case featNorm:
		return w.lex.NormID
	case featPrefix:
		return w.lex.PrefixID
	case featSuffix:
		return w.lex.SuffixID
	case featShape:
		return w.lex.ShapeID
	case featSpacy:
		return bit(w.space)
	case featIsSpace:
		return bit(w.lex.Space)
	case featText:
		return w.lex.TextID
	}
	return 0
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// table gives each id a vector.
type table interface {
	// lookup writes the vector of an id to v.
	lookup(v []float32, id uint64)
}

// column is a table and its share of the mixing layer.
type column struct {
	feature feature
	table   table
	mix     *kernel.Matrix // the columns of the mixing weights that meet this table
	kept    *cache.Table[uint64, share, *share]
}

// hashed is a hashed embedding table.
type hashed struct {
	set    *kernel.Set
	values []float32
	rows   uint32
	seed   uint32
}

// lookup adds up four rows of the table.
func (h *hashed) lookup(v []float32, id uint64) {
	clear(v)
	for _, hash := range strhash.Rows(id, h.seed) {
		at := int(hash%h.rows) * len(v)
		h.set.Add(v, h.values[at:at+len(v)])
	}
}

// static is a table of word vectors, brought to the network's width by weights.
type static struct {
	keys    []uint64 // ids of texts, ascending
	rows    []uint32 // of the vector of each key
	vectors []float32
	weights *kernel.Matrix
}

// lookup writes zeros for words that have no vector.
func (t *static) lookup(v []float32, id uint64) {
	i, ok := slices.BinarySearch(t.keys, id)
	if !ok {
		clear(v)
		return
	}
	n := t.weights.In
	row := int(t.rows[i])
	product := make([]float32, t.weights.Stride)
	t.weights.MulVec(product, t.vectors[row*n:(row+1)*n])
	copy(v, product)
}

// share is what a feature with some id adds to the mixing layer's product.
type share struct {
	id  uint64
	sum []float32
}

// Key returns the feature's id.
func (s *share) Key() uint64 { return s.id }

// cacheBits tells how many shares are kept per feature.
var cacheBits = [...]int{featNorm: 11, featPrefix: 8, featSuffix: 11, featShape: 9, featSpacy: 2, featIsSpace: 2, featText: 9}

// word is what an embedding depends on. Space is false where the network does
// not look at it.
type word struct {
	lex   *lexicon.Lexeme
	space bool
}

// slot returns the slot of the lexeme that keeps the embedding of a word.
func (n *Net) slot(w word) int {
	if w.space {
		return n.firstSlot + 1
	}
	return n.firstSlot
}

// embed writes the embeddings of tokens to the rows of dst; places between
// texts get zeros. What it computes is kept with the words.
func (n *Net) embed(dst []float32, toks []tokenizer.Token, s *scratch) {
	s.missing = s.missing[:0]
	s.late = s.late[:0]
	for i := range toks {
		w := word{toks[i].Lex, toks[i].Space && n.spaced}
		row := dst[i*n.width : (i+1)*n.width]
		if w.lex == nil {
			clear(row)
		} else if v := w.lex.Vector(n.slot(w)); v != nil {
			copy(row, v)
		} else {
			s.late = append(s.late, i)
			if !slices.Contains(s.missing, w) {
				s.missing = append(s.missing, w)
			}
		}
	}
	for some := range slices.Chunk(s.missing, block) {
		n.embedNew(some, s)
	}
	for _, i := range s.late {
		w := word{toks[i].Lex, toks[i].Space && n.spaced}
		copy(dst[i*n.width:(i+1)*n.width], w.lex.Vector(n.slot(w)))
	}
	clear(s.missing)
}

// embedNew computes the embeddings of up to block words.
func (n *Net) embedNew(words []word, s *scratch) {
	y := s.y[:len(words)*n.stride]
	clear(y)
	for i := range n.columns {
		n.addShares(y, words, &n.columns[i], s)
	}
	for i, w := range words {
		v := make([]float32, n.width)
		n.mix.Finish(v, y[i*n.stride:], nil)
		w.lex.SetVector(n.slot(w), v)
	}
}

// addShares adds to each row of y what a column contributes to the word.
func (n *Net) addShares(y []float32, words []word, c *column, s *scratch) {
	s.shares = s.shares[:0]
	fresh := s.fresh[:0]
	for _, w := range words {
		id := c.feature.id(w)
		e := c.kept.Get(id, id)
		if e == nil {
			if i := slices.IndexFunc(fresh, func(e *share) bool { return e.id == id }); i >= 0 {
				e = fresh[i]
			} else {
				e = &share{id: id}
				c.table.lookup(s.ids[len(fresh)*n.width:(len(fresh)+1)*n.width], id)
				fresh = append(fresh, e)
			}
		}
		s.shares = append(s.shares, e)
	}
	if len(fresh) > 0 {
		sums := make([]float32, len(fresh)*n.stride)
		c.mix.Mul(sums, s.ids, len(fresh), n.width)
		for i, e := range fresh {
			e.sum = slices.Clone(sums[i*n.stride : (i+1)*n.stride]) // kept alone, for as long as it is asked for
			c.kept.Put(e.id, e)
		}
	}
	for i, e := range s.shares {
		n.set.Add(y[i*n.stride:(i+1)*n.stride], e.sum)
	}
	clear(s.shares)
	clear(fresh)
}
