// Package text makes text from articles fit for labels: no control characters,
// no invisible marks, lines of a bounded length. All lengths are runes.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns s on one line in printable characters: every stretch of white
// space (no-break spaces too) becomes one space, control and format characters
// (such as marks that turn the writing direction) go, and bytes that are not
// UTF-8 become question marks, as does U+FFFD, which some lexers refuse.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		case unicode.IsPrint(r):
			if gap {
				b.WriteByte(' ')
			}
			gap = false
			if r == utf8.RuneError {
				r = '?'
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Shorten returns s, or where it has more than limit runes its beginning up to
// a word's end with an ellipsis, limit runes at most.
func Shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	cut := []rune(s)[:max(limit-1, 0)]
	end := len(cut)
	for end > len(cut)/2 && cut[end-1] != ' ' {
		end--
	}
	if end > len(cut)/2 {
		cut = cut[:end]
	}
	return strings.TrimRight(string(cut), " ,;:–—-") + "…"
}

// Wrap breaks s at spaces into lines of at most width runes; a word longer
// than that is broken.
func Wrap(s string, width int) []string {
	var lines []string
	line, length := "", 0
	for word := range strings.FieldsSeq(s) {
		for _, part := range chunks(word, width) {
			n := utf8.RuneCountInString(part)
			switch {
			case length == 0:
				line, length = part, n
			case length+1+n <= width:
				line, length = line+" "+part, length+1+n
			default:
				lines = append(lines, line)
				line, length = part, n
			}
		}
	}
	if length > 0 {
		lines = append(lines, line)
	}
	return lines
}

func chunks(word string, width int) []string {
	runes := []rune(word)
	var out []string
	for len(runes) > width {
		out = append(out, string(runes[:width]))
		runes = runes[width:]
	}
	return append(out, string(runes))
}
