package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/article"
)

// mostly is the share of capitalised words from which on a line is in title
// case.
const mostly = 0.6

// truecase returns line with the words in lower case that the running text
// writes so: "Trump and Putin Head for Alaska" becomes "Trump and Putin head
// for Alaska", which parses. Only lines in title case are changed, only words
// that keep their length in bytes, so that offsets stay true.
func truecase(line string, lower func(word string) bool) string {
	words, capitals := 0, 0
	eachWord(line, func(start, _ int) {
		words++
		if r, _ := utf8.DecodeRuneInString(line[start:]); unicode.IsUpper(r) {
			capitals++
		}
	})
	if words < 3 || float64(capitals) < mostly*float64(words) {
		return line
	}
	out := []byte(line)
	first := true
	eachWord(line, func(start, end int) {
		word := line[start:end]
		if l := strings.ToLower(word); !first && len(l) == len(word) && lower(l) {
			copy(out[start:end], l)
		}
		first = false
	})
	return string(out)
}

// lowered tells which words, given in lower case, are no names: the running
// text writes them so more often than with a capital inside a sentence, or
// does not have them and verb knows them.
func lowered(parts *article.Document, verb func(word string) bool) func(word string) bool {
	count := map[string]int{}
	for _, b := range parts.Body {
		line := parts.Article.Text[b.Start:b.End]
		eachWord(line, func(start, end int) {
			word := line[start:end]
			r, _ := utf8.DecodeRuneInString(word)
			switch {
			case unicode.IsLower(r):
				count[word]++
			case unicode.IsUpper(r) && start > 1 && line[start-1] == ' ' && unicode.IsLetter(rune(line[start-2])):
				count[strings.ToLower(word)]--
			}
		})
	}
	return func(word string) bool {
		n := count[word]
		return n > 0 || n == 0 && verb(word)
	}
}

// eachWord calls f with the byte range of every run of letters in line.
func eachWord(line string, f func(start, end int)) {
	start := -1
	for i, r := range line {
		switch letter := unicode.IsLetter(r); {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			f(start, i)
			start = -1
		}
	}
	if start >= 0 {
		f(start, len(line))
	}
}
