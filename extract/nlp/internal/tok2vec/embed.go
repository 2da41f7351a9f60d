package tok2vec

import (
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

// column is one hashed embedding table.
type column struct {
	feature feature
	table   []float32
	rows    uint32
	seed    uint32
}

// add writes the sum of the four rows of an id to dst.
func (c *column) add(dst []float32, id uint64) {
	w := len(dst)
	for i, h := range strhash.Rows(id, c.seed) {
		at := int(h%c.rows) * w
		row := c.table[at : at+w]
		if i == 0 {
			copy(dst, row)
		} else {
			kernel.Add(dst, row)
		}
	}
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
	for i := range n.columns {
		c := &n.columns[i]
		c.add(s.concat[i*w:(i+1)*w], c.feature.id(l, space))
	}
	v := make([]float32, w+3*n.wide)
	n.mix.w.MulVec(s.y, s.concat, 0, n.mix.w.Stride)
	n.mix.finish(v[:w], s.y)
	for i, part := range n.first {
		part.MulVec(v[w+i*n.wide:w+(i+1)*n.wide], v, 0, part.Stride)
	}
	l.SetVector(slot, v)
	return v
}
