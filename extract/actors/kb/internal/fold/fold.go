// Package fold turns a surface into the plain words under which the knowledge
// base stores it: Latin letters without marks, case kept, cut at hyphens,
// apostrophes and all other punctuation, full stops dropped ("U.S." is "US",
// "Jong-un" is "Jong", "un").
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainOf maps each marked Latin letter to its plain letters. It is never
// written to after it is made.
var plainOf = func() map[rune]string {
	m := make(map[rune]string, 1024)
	for _, row := range latin {
		for _, r := range row.marked {
			m[r] = row.plain
		}
	}
	return m
}()

// Append appends the plain words of s to dst and returns it. A word of plain
// ASCII letters and digits is returned as a part of s, without copying.
func Append(dst []string, s string) []string {
	if s != "" && simple(s) {
		return append(dst, s)
	}
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			dst = append(dst, word.String())
			word.Reset()
		}
	}
	for _, r := range s {
		switch {
		case dropped(r):
		case r == '&' || r == '+':
			word.WriteRune(r)
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
		default:
			writePlain(&word, r)
		}
	}
	flush()
	return dst
}

// Words returns the plain words of s.
func Words(s string) []string { return Append(nil, s) }

// Join returns the plain words of s with one space between them.
func Join(s string) string { return strings.Join(Words(s), " ") }

// Key returns the plain words of s in lower case with one space between them:
// equal for all spellings that differ in marks, case and punctuation only.
func Key(s string) string { return strings.ToLower(Join(s)) }

// Slug returns prefix and the key with hyphens in place of spaces, as ids use
// it.
func Slug(prefix, s string) string {
	slug := []byte(prefix)
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf || c == '&' || c == '+':
			return prefix + strings.ReplaceAll(Key(s), " ", "-")
		case c == '.':
		case 'A' <= c && c <= 'Z':
			slug = append(slug, c+'a'-'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			slug = append(slug, c)
		case len(slug) > len(prefix) && slug[len(slug)-1] != '-':
			slug = append(slug, '-')
		}
	}
	for len(slug) > len(prefix) && slug[len(slug)-1] == '-' {
		slug = slug[:len(slug)-1]
	}
	return string(slug)
}

// Joiner reports whether a token is nothing but a hyphen or an apostrophe, as
// a tokenizer cuts them out of compound names.
func Joiner(token string) bool {
	if token == "" {
		return false
	}
	for _, r := range token {
		if !strings.ContainsRune("-‐‑‒–'’ʻʼ`", r) {
			return false
		}
	}
	return true
}

// simple reports whether s consists of ASCII letters and digits only.
func simple(s string) bool {
	for i := range len(s) {
		letter := 'a' <= s[i] && s[i] <= 'z' || 'A' <= s[i] && s[i] <= 'Z'
		if !letter && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// dropped reports whether a rune vanishes without parting words: the full stop
// and combining marks.
func dropped(r rune) bool { return r == '.' || unicode.Is(unicode.Mn, r) }

func writePlain(b *strings.Builder, r rune) {
	if plain, ok := plainOf[r]; ok {
		b.WriteString(plain)
		return
	}
	b.WriteRune(r)
}
