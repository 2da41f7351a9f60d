package tokenizer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/pytext"
)

// alternative is one branch of a regular expression of the tokenizer:
// characters that must stand before, a body, a character that must or must not
// stand after. Exactly one of Lits, Set and Dots (two full stops or more) is given.
type alternative struct {
	Behind   []int
	Lits     []string
	Set      *int
	Dots     bool
	Ahead    *int
	NotAhead *int `json:"not_ahead"`
}

// sound tells whether the character classes exist, of n, and no literal is empty.
func (a *alternative) sound(n int) bool {
	exists := func(i *int) bool { return i == nil || *i >= 0 && *i < n }
	return exists(a.Set) && exists(a.Ahead) && exists(a.NotAhead) && !slices.Contains(a.Lits, "") &&
		!slices.ContainsFunc(a.Behind, func(i int) bool { return !exists(&i) })
}

// rule is an alternative with its character classes resolved.
type rule struct {
	behind          []*pytext.Set
	lits            []string
	set             *pytext.Set
	ahead, notAhead *pytext.Set
}

// expression is an ordered list of alternatives.
type expression struct {
	rules []rule
	// first holds the ASCII characters with which a match can begin (last: end).
	first, last [utf8.RuneSelf]bool
}

// newExpression resolves the numbers of character classes; it returns nil if one
// does not exist or an alternative has no body.
func newExpression(alts []alternative, sets []*pytext.Set) *expression {
	e := &expression{}
	pick := func(i *int) *pytext.Set {
		if i == nil {
			return nil
		}
		return sets[*i]
	}
	for _, a := range alts {
		if !a.sound(len(sets)) {
			return nil
		}
		r := rule{lits: a.Lits, set: pick(a.Set), ahead: pick(a.Ahead), notAhead: pick(a.NotAhead)}
		for _, b := range a.Behind {
			r.behind = append(r.behind, pick(&b))
		}
		e.rules = append(e.rules, r)
		e.noteEnds(r)
	}
	return e
}

// noteEnds records the ASCII characters at which a match of r begins and ends.
func (e *expression) noteEnds(r rule) {
	for _, l := range r.lits {
		if l[0] < utf8.RuneSelf {
			e.first[l[0]] = true
		}
		if c := l[len(l)-1]; c < utf8.RuneSelf {
			e.last[c] = true
		}
	}
	if r.set == nil && r.lits == nil {
		e.first['.'], e.last['.'] = true, true
	}
	for c := range rune(utf8.RuneSelf) {
		if r.set != nil && r.set.Has(c) {
			e.first[c], e.last[c] = true, true
		}
	}
}

// matchAt returns the length in bytes of the match at byte i of s by the first
// alternative that matches there, or 0.
func (e *expression) matchAt(s string, i int) int {
	if c := s[i]; c < utf8.RuneSelf && !e.first[c] {
		return 0
	}
	for k := range e.rules {
		r := &e.rules[k]
		if n := r.body(s[i:], s[:i]); n > 0 {
			return n
		}
	}
	return 0
}

// body returns the length of the match of r at the start of s, after before.
func (r *rule) body(s, before string) int {
	switch {
	case r.lits != nil:
		for _, l := range r.lits {
			if strings.HasPrefix(s, l) && r.around(before, s[len(l):]) {
				return len(l)
			}
		}
	case r.set != nil:
		c, n := utf8.DecodeRuneInString(s)
		if r.set.Has(c) && r.around(before, s[n:]) {
			return n
		}
	default:
		if n := leadingDots(s); n >= 2 && r.around(before, s[n:]) {
			return n
		}
	}
	return 0
}

// around tests what must stand before and after the body.
func (r *rule) around(before, after string) bool {
	for _, set := range slices.Backward(r.behind) {
		c, n := utf8.DecodeLastRuneInString(before)
		if n == 0 || !set.Has(c) {
			return false
		}
		before = before[:len(before)-n]
	}
	if r.ahead == nil && r.notAhead == nil {
		return true
	}
	c, n := utf8.DecodeRuneInString(after)
	if r.ahead != nil {
		return n > 0 && r.ahead.Has(c)
	}
	return n == 0 || !r.notAhead.Has(c)
}

// matchEnd returns the length in bytes of the longest match that ends s, or 0.
// All alternatives are taken as anchored there.
func (e *expression) matchEnd(s string) int {
	if s == "" {
		return 0
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf && !e.last[c] {
		return 0
	}
	best := 0
	for k := range e.rules {
		best = max(best, e.rules[k].bodyEnd(s))
	}
	return best
}

func (r *rule) bodyEnd(s string) int {
	best := 0
	switch {
	case r.lits != nil:
		for _, l := range r.lits {
			if len(l) > best && strings.HasSuffix(s, l) && r.around(s[:len(s)-len(l)], "") {
				best = len(l)
			}
		}
	case r.set != nil:
		c, n := utf8.DecodeLastRuneInString(s)
		if r.set.Has(c) && r.around(s[:len(s)-n], "") {
			best = n
		}
	default:
		if n := trailingDots(s); n >= 2 {
			best = n
		}
	}
	return best
}

func leadingDots(s string) int {
	n := 0
	for n < len(s) && s[n] == '.' {
		n++
	}
	return n
}

func trailingDots(s string) int {
	n := 0
	for n < len(s) && s[len(s)-1-n] == '.' {
		n++
	}
	return n
}
