package pytext

import (
	"unicode/utf8"

	"entente/extract/nlp/internal/modelfile"
)

// Tables holds the character properties of Python's str (isspace, isalpha,
// isupper, isdigit, isdecimal) and re (\w) and its lower-case mapping.
type Tables struct {
	Space, Alpha, Upper, Digit, Decimal, Word *Set

	cased, ignorable *Set
	lower            []uint32 // code point, its lower case (one or two code points, the second may be 0), ascending
}

// Load reads the tables.
func Load(f *modelfile.File) *Tables {
	set := func(name string) *Set { return NewSet(f.Uint32s("unicode." + name)) }
	return &Tables{
		Space: set("space"), Alpha: set("alpha"), Upper: set("upper"), Digit: set("digit"),
		Decimal: set("decimal"), Word: set("word"), cased: set("cased"), ignorable: set("ignorable"),
		lower: f.Uint32s("unicode.lower"),
	}
}

// Lower returns s in lower case as str.lower does it: İ becomes two code
// points, and a Σ that ends a word becomes ς.
func (t *Tables) Lower(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	out := append(make([]byte, 0, len(s)+2), s[:i]...)
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			out = append(out, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		out = t.appendLower(out, r, s[:i], s[i+size:])
		i += size
	}
	return string(out)
}

func (t *Tables) appendLower(out []byte, r rune, before, after string) []byte {
	if r == 'Σ' {
		if t.endsWord(before, after) {
			return utf8.AppendRune(out, 'ς')
		}
		return utf8.AppendRune(out, 'σ')
	}
	lo, hi := 0, len(t.lower)/3
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if t.lower[3*m] < uint32(r) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if 3*lo >= len(t.lower) || t.lower[3*lo] != uint32(r) {
		return utf8.AppendRune(out, r)
	}
	out = utf8.AppendRune(out, rune(t.lower[3*lo+1]))
	if second := t.lower[3*lo+2]; second != 0 {
		out = utf8.AppendRune(out, rune(second))
	}
	return out
}

// endsWord is Unicode's Final_Sigma condition: a cased letter before, none after.
func (t *Tables) endsWord(before, after string) bool {
	last := utf8.RuneError
	for len(before) > 0 {
		r, size := utf8.DecodeLastRuneInString(before)
		before = before[:len(before)-size]
		if last = r; !t.ignorable.Has(r) {
			break
		}
	}
	if !t.cased.Has(last) {
		return false
	}
	for _, r := range after {
		if !t.ignorable.Has(r) {
			return !t.cased.Has(r)
		}
	}
	return true
}

// IsAlpha tells whether s is not empty and all letters (str.isalpha).
func (t *Tables) IsAlpha(s string) bool {
	for _, r := range s {
		if !t.Alpha.Has(r) {
			return false
		}
	}
	return s != ""
}
