// Package tokenizer splits text into tokens: spans between white space, their
// exceptions, affixes and infixes, then exceptions that span several tokens.
package tokenizer

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/cache"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/pytext"
)

const (
	cacheBits = 14 // spans kept
	maxCached = 64 // bytes of the longest span kept
)

// Token is a token of a text: its word, the byte offset at which it starts, and
// whether one plain space follows.
type Token struct {
	Lex   *lexicon.Lexeme
	Start int32
	Space bool
}

// End returns the byte offset behind the token.
func (t *Token) End() int32 { return t.Start + int32(len(t.Lex.Text)) }

// Tokenizer is safe for concurrent use.
type Tokenizer struct {
	text                  *pytext.Tables
	lex                   *lexicon.Lexicon
	prefix, suffix, infix *expression
	urls                  urls

	exceptions   map[string][]*lexicon.Lexeme
	longest      int                  // bytes of the longest exception
	specials     map[string][]special // exceptions to look for over tokens, by their first token
	spans        *cache.Table[string, span, *span]
	seed         maphash.Seed
	anyException [256]bool // first bytes of exceptions
}

// span is a cached result.
type span struct {
	text  string
	words []*lexicon.Lexeme
}

// Key is the text of the span.
func (s *span) Key() string { return s.text }

// Load builds a tokenizer from its rules.
func Load(f *modelfile.File, text *pytext.Tables, lex *lexicon.Lexicon) *Tokenizer {
	var r struct {
		Prefix, Suffix, Infix []alternative
		URL                   struct{ TLD int }
		Exceptions            map[string][][2]string
		Sets                  [][]uint32
	}
	f.JSON("tokenizer.json", &r)
	sets := make([]*pytext.Set, len(r.Sets))
	for i, s := range r.Sets {
		sets[i] = pytext.NewSet(s)
	}
	if r.URL.TLD < 0 || r.URL.TLD >= len(sets) {
		f.Fail("tokenizer: no character class %d", r.URL.TLD)
		return nil
	}
	t := &Tokenizer{
		text: text, lex: lex,
		prefix: newExpression(r.Prefix, sets), suffix: newExpression(r.Suffix, sets), infix: newExpression(r.Infix, sets),
		urls:       urls{text: text, tld: sets[r.URL.TLD]},
		exceptions: make(map[string][]*lexicon.Lexeme, len(r.Exceptions)),
		specials:   make(map[string][]special),
		spans:      cache.New[string, span](cacheBits),
		seed:       maphash.MakeSeed(),
	}
	if t.prefix == nil || t.suffix == nil || t.infix == nil {
		f.Fail("tokenizer: character classes")
		return nil
	}
	t.addExceptions(r.Exceptions)
	return t
}

func (t *Tokenizer) addExceptions(rows map[string][][2]string) {
	for text := range rows {
		if t.spansTokens(text) {
			t.addSpecial(text)
		}
	}
	t.spans = cache.New[string, span](cacheBits) // it holds the exceptions cut as if they were none
	t.lex.Forget()
	t.lex.OnNew(func(l *lexicon.Lexeme) { _, l.StartsSpecial = t.specials[l.Text] })
	for text, tokens := range rows {
		words := make([]*lexicon.Lexeme, len(tokens))
		for i, row := range tokens {
			words[i] = t.lex.New(row[0], row[1])
		}
		t.exceptions[text] = words
		t.longest = max(t.longest, len(text))
		if text != "" {
			t.anyException[text[0]] = true
		}
	}
}

// Tokenize appends the tokens of text, which must be valid UTF-8, to dst.
func (t *Tokenizer) Tokenize(dst []Token, text string) []Token {
	dst = t.split(dst, text)
	return t.mergeSpecials(dst, text)
}

// split cuts text at the borders between white space and the rest. The first
// plain space of a white-space run belongs to the token before it.
func (t *Tokenizer) split(dst []Token, text string) []Token {
	if text == "" {
		return dst
	}
	start, i := 0, 0
	first, _ := utf8.DecodeRuneInString(text)
	inSpace := t.text.Space.Has(first)
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if t.text.Space.Has(r) != inSpace {
			if start < i {
				dst = t.span(dst, text[start:i], start)
			}
			start = i
			if r == ' ' {
				dst[len(dst)-1].Space = true
				start++
			}
			inSpace = !inSpace
		}
		i += size
	}
	if start < len(text) {
		dst = t.span(dst, text[start:], start)
	}
	return dst
}

// span appends the tokens of one span that begins at byte offset at.
func (t *Tokenizer) span(dst []Token, s string, at int) []Token {
	if len(s) > maxCached {
		return appendWords(dst, t.affixes(s), at)
	}
	hash := maphash.String(t.seed, s)
	c := t.spans.Get(s, hash)
	if c == nil {
		s = strings.Clone(s)
		words := t.exception(s)
		if words == nil {
			words = t.affixes(s)
		}
		c = &span{text: s, words: words}
		t.spans.Put(hash, c)
	}
	return appendWords(dst, c.words, at)
}

func appendWords(dst []Token, words []*lexicon.Lexeme, at int) []Token {
	for _, w := range words {
		dst = append(dst, Token{Lex: w, Start: int32(at)})
		at += len(w.Text)
	}
	return dst
}

// exception returns the tokens of an exception, or nil.
func (t *Tokenizer) exception(s string) []*lexicon.Lexeme {
	if s == "" || len(s) > t.longest || !t.anyException[s[0]] {
		return nil
	}
	return t.exceptions[s]
}

// affixes cuts prefixes and suffixes off a span until an exception or nothing
// to cut is left, then splits the rest.
func (t *Tokenizer) affixes(s string) []*lexicon.Lexeme {
	var out, suffixes []*lexicon.Lexeme
	for s != "" && t.exception(s) == nil {
		p := t.prefix.matchAt(s, 0)
		if p > 0 && t.exception(s[p:]) != nil {
			out, s = append(out, t.lex.Get(s[:p])), s[p:]
			break
		}
		q := t.suffix.matchEnd(s[p:])
		cut := len(s) - q
		if q > 0 && t.exception(s[:cut]) != nil {
			suffixes, s = append(suffixes, t.lex.Get(s[cut:])), s[:cut]
			break
		}
		if p+q == 0 {
			break
		}
		if p > 0 {
			out = append(out, t.lex.Get(s[:p]))
		}
		if q > 0 {
			suffixes = append(suffixes, t.lex.Get(s[cut:]))
		}
		s = s[p:cut]
	}
	out = t.inner(out, s)
	slices.Reverse(suffixes)
	return append(out, suffixes...)
}

// inner appends what is left between the affixes: an exception, a URL, or
// pieces between infixes.
func (t *Tokenizer) inner(out []*lexicon.Lexeme, s string) []*lexicon.Lexeme {
	if s == "" {
		return out
	}
	if words := t.exception(s); words != nil {
		return append(out, words...)
	}
	if t.urls.match(s) {
		return append(out, t.lex.Get(s))
	}
	return t.infixes(out, s)
}

// infixes appends s, split around infixes. A match at the start is part of the
// piece that follows.
func (t *Tokenizer) infixes(out []*lexicon.Lexeme, s string) []*lexicon.Lexeme {
	start := 0
	for i := 0; i < len(s); {
		n := t.infix.matchAt(s, i)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if i > 0 {
			if start < i {
				out = append(out, t.lex.Get(s[start:i]))
			}
			out = append(out, t.lex.Get(s[i:i+n]))
			start = i + n
		}
		i += n
	}
	if start < len(s) {
		out = append(out, t.lex.Get(s[start:]))
	}
	return out
}
