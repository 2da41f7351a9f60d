package tokenizer

import (
	"cmp"
	"slices"
	"strings"
)

// special is an exception that the affix rules would cut: the texts of its
// tokens without the exceptions.
type special struct{ words []string }

// spansTokens tells whether the affix rules find something in an exception, so
// that it may lie over several tokens.
func (t *Tokenizer) spansTokens(s string) bool {
	if s == "" {
		return false
	}
	if strings.Contains(s, " ") || t.prefix.matchAt(s, 0) > 0 || t.suffix.matchEnd(s) > 0 {
		return true
	}
	for i := range s {
		if t.infix.matchAt(s, i) > 0 {
			return true
		}
	}
	return false
}

// addSpecial splits an exception as if it were none. No exception may be known yet.
func (t *Tokenizer) addSpecial(s string) {
	toks := t.split(nil, s)
	words := make([]string, 0, len(toks))
	for _, tok := range toks {
		words = append(words, strings.Clone(tok.Lex.Text))
	}
	t.specials[words[0]] = append(t.specials[words[0]], special{words})
}

// found is a place where the tokens of a special stand.
type found struct{ first, end int }

// mergeSpecials replaces tokens that together are an exception: the longest
// first, then the leftmost, none that shares its first or last token with a
// candidate before it.
func (t *Tokenizer) mergeSpecials(toks []Token, text string) []Token {
	var all []found
	for i := range toks {
		if !toks[i].Lex.StartsSpecial {
			continue
		}
		for _, s := range t.specials[toks[i].Lex.Text] {
			if s.at(toks[i:]) {
				all = append(all, found{i, i + len(s.words)})
			}
		}
	}
	if all == nil {
		return toks
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or((b.end-b.first)-(a.end-a.first), a.first-b.first)
	})
	kept := all[:0]
	seen := make(map[int]bool)
	for _, f := range all {
		keep := !seen[f.first] && !seen[f.end-1]
		for i := f.first; i < f.end; i++ {
			seen[i] = true
		}
		if keep {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b found) int { return a.first - b.first })
	return t.replace(toks, text, kept)
}

func (s special) at(toks []Token) bool {
	if len(s.words) > len(toks) {
		return false
	}
	for i, w := range s.words {
		if toks[i].Lex.Text != w {
			return false
		}
	}
	return true
}

// replace puts the tokens of exceptions in place of what was found, where the
// text between the tokens is part of the exception too.
func (t *Tokenizer) replace(toks []Token, text string, at []found) []Token {
	out := make([]Token, 0, len(toks)+len(at))
	last := 0
	for _, f := range at {
		start, end := toks[f.first].Start, toks[f.end-1].End()
		words := t.exception(text[start:end])
		if words == nil {
			continue
		}
		out = append(out, toks[last:f.first]...)
		out = appendWords(out, words, int(start))
		out[len(out)-1].Space = toks[f.end-1].Space
		last = f.end
	}
	return append(out, toks[last:]...)
}
