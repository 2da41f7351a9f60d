package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/nlp"
)

// layout is how a line of the article is written: capitals tell names from
// other words only in running text.
type layout uint8

const (
	running layout = iota
	titled         // Every Word of a Headline Starts With a Capital
	shouted        // THE LINE IS IN CAPITALS
)

// layouts judges each line of the article.
func (a *article) layouts() {
	for i := 0; i < len(a.word); {
		end := i + 1
		for end < len(a.word) && a.para[end] == a.para[i] {
			end++
		}
		l := layoutOf(a.doc, a.word, i, end)
		for ; i < end; i++ {
			a.line[i] = l
		}
	}
}

// layoutOf judges the line of tokens [first, end) by its longer words.
func layoutOf(doc *nlp.Doc, words []string, first, end int) layout {
	const longWord, tooLong, enough = 4, 40, 3
	if end-first > tooLong {
		return running
	}
	long, capital, loud := 0, 0, 0
	for i := first; i < end; i++ {
		w := words[i]
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || utf8.RuneCountInString(w) < longWord && i > first {
			continue
		}
		long++
		if unicode.IsUpper(r) {
			capital++
		}
		if strings.ToUpper(w) == w {
			loud++
		}
	}
	stop := end > first && (words[end-1] == "." || strings.HasSuffix(words[end-1], ".”"))
	asked := end > first && words[end-1] == "?" && capital < long
	switch {
	case asked && loud*4 < long*3:
		return running
	case long >= 2 && loud*4 >= long*3:
		return shouted
	case long < enough || stop && (capital < long || lowerContent(doc, words, first, end)):
		return running
	case capital*10 >= long*7 && lowerWords(doc, words, first, end):
		return titled
	}
	return running
}

// lowerContent tells that a verb, noun or adjective of any length is in lower
// case, as "met" between two names with their offices.
func lowerContent(doc *nlp.Doc, words []string, first, end int) bool {
	for i := first; i < end; i++ {
		switch doc.Tokens[i].Pos {
		case posVerb, posNoun, posAdj:
			if r, _ := utf8.DecodeRuneInString(words[i]); unicode.IsLower(r) {
				return true
			}
		}
	}
	return false
}

// lowerWords tells that the only long words in lower case are function words,
// as headlines have them; a row of names is no headline, for it has commas.
func lowerWords(doc *nlp.Doc, words []string, first, end int) bool {
	commas, content := 0, 0
	for i := first; i < end; i++ {
		switch {
		case words[i] == ",":
			commas++
		case doc.Tokens[i].Pos == posVerb || doc.Tokens[i].Pos == posNoun || doc.Tokens[i].Pos == posAdj || doc.Tokens[i].Pos == posPropn:
			content++
		}
	}
	return content > 2*commas
}
