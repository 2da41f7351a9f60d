package lexicon

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/pytext"
	"entente/extract/nlp/internal/strhash"
)

const (
	cacheBits   = 14 // word types kept
	maxCached   = 64 // bytes of the longest text kept
	longShape   = 100
	shapeRun    = 4
	suffixRunes = 3
)

// Lexicon makes lexemes. It is safe for concurrent use once built.
type Lexicon struct {
	text      *pytext.Tables
	symbols   map[string]uint64
	baseNorms map[string]string
	normIDs   []uint64
	norms     modelfile.Strings
	hooks     []func(*Lexeme)
	cache     *cache.Table[string, Lexeme, *Lexeme]
	seed      maphash.Seed
}

// Load reads the tables of the lexicon.
func Load(f *modelfile.File, text *pytext.Tables) *Lexicon {
	var words struct {
		Norms   map[string]string
		Symbols map[string]uint64
	}
	f.JSON("words.json", &words)
	x := &Lexicon{
		text: text, symbols: words.Symbols, baseNorms: words.Norms,
		normIDs: f.Uint64s("norm.ids"), norms: f.Strings("norm.values"),
		cache: newCache(), seed: maphash.MakeSeed(),
	}
	if len(x.normIDs) != x.norms.Len() {
		f.Fail("%d ids for %d norms", len(x.normIDs), x.norms.Len())
	}
	return x
}

// OnNew adds a function that completes each new lexeme. Hooks are added before
// the first use.
func (x *Lexicon) OnNew(f func(*Lexeme)) { x.hooks = append(x.hooks, f) }

// Forget empties the cache, for lexemes made before all hooks were added.
func (x *Lexicon) Forget() { x.cache = newCache() }

func newCache() *cache.Table[string, Lexeme, *Lexeme] { return cache.New[string, Lexeme](cacheBits) }

// Get returns the lexeme of a text, from the cache or new.
func (x *Lexicon) Get(text string) *Lexeme {
	if len(text) > maxCached {
		return x.New(text, "")
	}
	hash := maphash.String(x.seed, text)
	l := x.cache.Get(text, hash)
	if l == nil {
		l = x.New(strings.Clone(text), "")
		x.cache.Put(hash, l)
	}
	return l
}

// New makes a lexeme. A norm that is not "" stands in place of the text's own.
func (x *Lexicon) New(text, norm string) *Lexeme {
	l := &Lexeme{Text: text, Lower: x.text.Lower(text), Norm: norm}
	if norm == "" {
		l.Norm = x.norm(text, l.Lower)
	}
	l.TextID = x.ID(text)
	l.NormID = x.ID(l.Norm)
	l.PrefixID = x.ID(firstRune(text))
	l.SuffixID = x.ID(lastRunes(text, suffixRunes))
	l.ShapeID = x.ID(x.shape(text))
	l.Space = text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !x.text.Space.Has(r) })
	for _, f := range x.hooks {
		f(l)
	}
	return l
}

// ID returns spaCy's id of a string: a small number for its symbols ("PERSON",
// "X", "det"), else a hash.
func (x *Lexicon) ID(s string) uint64 {
	if id, ok := x.symbols[s]; ok {
		return id
	}
	return strhash.ID(s)
}

func (x *Lexicon) norm(text, lower string) string {
	if i, ok := slices.BinarySearch(x.normIDs, x.ID(text)); ok {
		return x.norms.At(i)
	}
	if n, ok := x.baseNorms[text]; ok {
		return n
	}
	return lower
}

// shape maps letters to x or X and digits to d, and cuts runs at four.
func (x *Lexicon) shape(text string) string {
	if len(text) >= longShape && utf8.RuneCountInString(text) >= longShape {
		return "LONG"
	}
	out := make([]byte, 0, len(text))
	last, run := rune(-1), 0
	for _, r := range text {
		s := x.shapeRune(r)
		if s == last {
			run++
		} else {
			last, run = s, 0
		}
		if run < shapeRun {
			out = utf8.AppendRune(out, s)
		}
	}
	return string(out)
}

func (x *Lexicon) shapeRune(r rune) rune {
	switch {
	case x.text.Alpha.Has(r):
		if x.text.Upper.Has(r) {
			return 'X'
		}
		return 'x'
	case x.text.Digit.Has(r):
		return 'd'
	}
	return r
}
