package corefscore

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is running text with the places of its words.
type Text struct {
	String string
	// Starts and Ends are the byte offsets of each word, half-open.
	Starts, Ends []int
}

// Text makes running text of the words: spaces are left out where English
// writes none, before a comma or inside "14-year-old".
func (d *Document) Text() *Text {
	t := &Text{}
	var b strings.Builder
	q := quotes{}
	for i, w := range d.Words {
		if i > 0 && !q.glued(d.Words, i) {
			b.WriteByte(' ')
		}
		q.see(w)
		t.Starts = append(t.Starts, b.Len())
		b.WriteString(w)
		t.Ends = append(t.Ends, b.Len())
	}
	t.String = b.String()
	return t
}

// At returns the words that the bytes [start, end) touch.
func (t *Text) At(start, end int) Span {
	first, _ := slices.BinarySearchFunc(t.Ends, start, func(e, at int) int {
		if e <= at {
			return -1
		}
		return 1
	})
	last := first
	for last < len(t.Starts) && t.Starts[last] < end {
		last++
	}
	return Span{first, last}
}

// Chains returns chains of byte offsets as chains of words.
func (t *Text) Chains(bytes [][][2]int) [][]Span {
	out := make([][]Span, len(bytes))
	for i, chain := range bytes {
		for _, m := range chain {
			out[i] = append(out[i], t.At(m[0], m[1]))
		}
	}
	return out
}

// quotes keeps which quotation marks are open.
type quotes struct{ double bool }

func (q *quotes) see(w string) {
	if w == `"` {
		q.double = !q.double
	}
}

// glued tells that word i follows the one before it without a space.
func (q *quotes) glued(words []string, i int) bool {
	before, w := words[i-1], words[i]
	switch {
	case before == "(" || before == "[" || before == "“" || before == "‘" || before == "$" || before == "£" || before == "€" || before == "#":
		return true
	case before == `"` && q.double:
		return true
	case w == `"`:
		return q.double
	case w == "(" || w == "[":
		return false
	case slices.Contains([]string{",", ".", ";", ":", "?", "!", ")", "]", "%", "”", "’", "n't", "n’t", "..."}, w):
		return true
	case (strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’")) && len(w) > 1 && letter(before):
		return true
	case w == "-":
		return hyphen(words, i)
	case before == "-":
		return hyphen(words, i-1)
	case w == "/" || before == "/":
		return true
	}
	return false
}

// hyphen tells that word i joins its neighbours and does not part them.
func hyphen(words []string, i int) bool {
	if words[i] != "-" || i == 0 || i+1 == len(words) || !letter(words[i-1]) || !letter(words[i+1]) {
		return false
	}
	if i+2 < len(words) && words[i+2] == "-" || i > 1 && words[i-2] == "-" {
		return true // day-to-day
	}
	return !slices.Contains(parting, strings.ToLower(words[i+1]))
}

// parting are words before which a single stroke is a dash.
var parting = strings.Fields("a an and as at but by despite for from he i if in is it not of or she so that the there they this to we when where which who with you")

func letter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
