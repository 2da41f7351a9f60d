package actors

import (
	"strings"
	"unicode"
)

// linkNicknames links what headlines and tabloids make of names: a given name
// alone that one person of the article bears ("LEO"), and the first letters of
// given name and surname run together ("BoJo").
func linkNicknames(a *article) {
	for _, n := range a.names {
		if n.person != nil || len(n.hits) > 0 || len(n.words) != 1 || len(n.titles) > 0 {
			continue
		}
		var found []*person
		if a.anyAnswers(n.words) {
			continue
		}
		for _, p := range a.similar(n.words) {
			if p.full && p.short > 0 && ((p.words[0] == n.words[0] || a.lex.ShortFor(n.words[0], p.words[0])) && a.line[n.first] == running && n.label == personal ||
				p.words[0] == n.words[0] && strings.ToUpper(a.word[n.first]) == a.word[n.first] || blended(p, n.words[0])) {
				found = append(found, p)
			}
		}
		if len(found) == 1 {
			n.tail = 0
			a.attach(found[0], n)
		}
	}
}

// anyAnswers tells that the words are somebody's surname.
func (a *article) anyAnswers(words []string) bool {
	for _, p := range a.similar(words) {
		if a.answers(p, words) {
			return true
		}
	}
	return false
}

// blended tells whether a word is a beginning of the given name and one of the
// surname run together, at least two letters of each.
func blended(p *person, w string) bool {
	const part = 2
	given, surname := p.words[0], p.words[p.short]
	for i := part; i <= len(w)-part; i++ {
		if unicode.IsLetter(rune(w[i])) && strings.HasPrefix(given, w[:i]) && strings.HasPrefix(surname, w[i:]) && len(w) <= 6 {
			return true
		}
	}
	return false
}
