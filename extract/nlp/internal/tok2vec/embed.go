package tok2vec

import (
	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/strhash"
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
func (f feature) id(l *lexicon.Lexeme, space bool) uint64 {
	switch f {
	case featNorm:
		return l.NormID
	case featPrefix:
		return l.PrefixID
	case featSuffix:
		return l.SuffixID
	case featShape:
		return l.ShapeID
	case featSpacy:
		return bit(space)
	case featIsSpace:
		return bit(l.Space)
	}
	return 0
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// column is one hashed embedding table and its share of the mixing layer.
type column struct {
	feature feature
	table   []float32
	rows    uint32
	seed    uint32
	mix     *kernel.Matrix // the columns of the mixing weights that meet this table
	kept    *cache.Table[uint64, share, *share]
}

// share is what a feature with some id adds to the mixing layer's product.
type share struct {
	id  uint64
	sum []float32
}

// Key returns the feature's id.
func (s *share) Key() uint64 { return s.id }

// cacheBits tells how many shares are kept per feature.
var cacheBits = [...]int{featNorm: 11, featPrefix: 8, featSuffix: 11, featShape: 9, featSpacy: 2, featIsSpace: 2}

// share returns the product of an id's vector, the sum of four rows of the
// table, with the column's mixing weights.
func (c *column) share(id uint64, width int) []float32 {
	if s := c.kept.Get(id, id); s != nil {
		return s.sum
	}
	v := make([]float32, width)
	for _, h := range strhash.Rows(id, c.seed) {
		at := int(h%c.rows) * width
		kernel.Add(v, c.table[at:at+width])
	}
	s := &share{id: id, sum: make([]float32, c.mix.Stride)}
	c.mix.MulVec(s.sum, v, 0, c.mix.Stride)
	c.kept.Put(id, s)
	return s.sum
}

// embed returns what depends on the word alone: its embedding of width numbers,
// then its products with the three parts of the first window layer, as the left
// neighbour, the middle and the right neighbour. They are kept with the word.
func (n *Net) embed(l *lexicon.Lexeme, space bool, s *scratch) []float32 {
	slot := n.slot
	if space && n.spaced {
		slot++
	}
	if v := l.Vector(slot); v != nil {
		return v
	}
	w := n.width
	y := s.y[:n.wide]
	clear(y)
	for i := range n.columns {
		c := &n.columns[i]
		kernel.Add(y, c.share(c.feature.id(l, space), w))
	}
	v := make([]float32, w+3*n.wide)
	n.mix.finish(v[:w], y)
	for i, part := range n.first {
		part.MulVec(v[w+i*n.wide:w+(i+1)*n.wide], v, 0, part.Stride)
	}
	l.SetVector(slot, v)
	return v
}
