// Package lexicon knows what depends on the text of a token alone: lower case,
// norm, affixes, shape and their ids, and it keeps what later stages compute
// for a word.
package lexicon

import (
	"sync/atomic"
	"unicode/utf8"
)

// Lexeme is a word type. It is shared between goroutines: the exported fields
// are constant, the slots are filled once or more with equal values.
type Lexeme struct {
	Text  string
	Lower string
	Norm  string
	// Ids of the features that the networks read.
	TextID, NormID, PrefixID, SuffixID, ShapeID uint64
	// Space tells that Text is white space only.
	Space bool
	// StartsSpecial tells that a multi-token exception of the tokenizer begins
	// with this text.
	StartsSpecial bool
	// Rules are the attribute rules that may apply to a token with this lower case.
	Rules []uint16

	lemmas  [LemmaSlots]atomic.Pointer[string]
	vectors [VectorSlots]atomic.Pointer[[]float32]
}

// Numbers of slots that a lexeme has for later stages.
const (
	LemmaSlots  = 6
	VectorSlots = 3
)

// Key returns Text.
func (l *Lexeme) Key() string { return l.Text }

// Lemma returns the string in slot i, or nil.
func (l *Lexeme) Lemma(i int) *string { return l.lemmas[i].Load() }

// SetLemma fills slot i.
func (l *Lexeme) SetLemma(i int, s string) { l.lemmas[i].Store(&s) }

// Vector returns the numbers in slot i, or nil.
func (l *Lexeme) Vector(i int) []float32 {
	if p := l.vectors[i].Load(); p != nil {
		return *p
	}
	return nil
}

// SetVector fills slot i with numbers that must not change afterwards.
func (l *Lexeme) SetVector(i int, v []float32) { l.vectors[i].Store(&v) }

// firstRune returns the first code point of s.
func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// lastRunes returns the last n code points of s.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
