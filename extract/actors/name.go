package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/actors/kb"
	"entente/graph"
)

// label is what a proper name names.
type label uint8

const (
	unknown label = iota
	personal
	political // a country, or a city that stands for one
	corporate // an organization
	spatial   // a place that is no country
	other     // a work, a law, a product, an event
	labels
)

// name is one proper name in the text, titles before it not counted.
type name struct {
	first, end int
	// titles are the titles and honorifics directly before the name, outermost first.
	titles []title
	// words are the folded words of the name, key joins them.
	words []string
	key   string
	// tail is the first token of the part behind a leading country or city
	// ("Biegun" in "Seoul Biegun"), or 0: the whole may yet be two names.
	tail  int
	hits  []kb.Hit
	votes [labels]int
	label label
	// person is set for people, once linked.
	person *person
	// actor and place are entities, -1 for none.
	actor, place int
	form         Form
	rule         string
}

// title is a title or honorific before a name.
type title struct {
	first, end int
	// phrase is in lower case without full stops.
	phrase string
}

// wordsOf returns the folded words of tokens [first, end): no marks, no case,
// no punctuation, cut at hyphens and between initials.
func (a *article) wordsOf(first, end int) []string {
	var out []string
	for i := first; i < end; i++ {
		out = appendWords(out, a.word[i])
	}
	return out
}

// appendWords appends the folded words of one token.
func appendWords(out []string, w string) []string {
	if plainWord(w) {
		return append(out, lower(w))
	}
	if strings.Contains(w, ".") && !initials(w) {
		w = strings.ReplaceAll(w, ".", "")
	}
	return append(out, strings.Fields(graph.Fold(w))...)
}

// plainWord tells whether a word consists of ASCII letters only.
func plainWord(w string) bool {
	for i := range len(w) {
		if c := w[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return w != ""
}

// nameToken tells whether a token can be a part of a proper name.
func (a *article) nameToken(i int) bool {
	if !a.capital(i) || a.dated(i) {
		return false
	}
	if n := a.hit[i].n; n > 1 || n == 1 && a.nounLike(i) {
		return true
	}
	switch pos := a.tok(i).Pos; pos {
	case posPropn, "X":
		return a.word[i] != "I"
	case posNoun, posAdj, posVerb, posAdv:
		if a.opens(i) {
			return pos != posVerb && pos != posAdv && (a.entity(i) != "" || a.proper[a.word[i]])
		}
		return pos != posAdv || a.entity(i) != ""
	default:
		return !a.opens(i) && a.hyphen(i+1, i) && a.own[i-1] == nil && a.lex.Eastern(a.low[i-1]) != "" && a.capital(i-1)
	}
}

// nounLike tells that a token which opens a sentence is no verb or function
// word that merely looks like a name: "Let us begin".
func (a *article) nounLike(i int) bool {
	if !a.opens(i) || a.ent[i] >= 0 {
		return true
	}
	switch a.tok(i).Pos {
	case posPropn, posNoun, posAdj, "X", posNum:
		return true
	}
	return false
}

// dated tells whether a token is part of a date, an amount or the like.
func (a *article) dated(i int) bool {
	switch a.entity(i) {
	case entDate, "TIME":
		return a.lex.In("month", strings.TrimSuffix(a.low[i], ".")) || a.lex.In("weekday", a.low[i]) || a.hit[i].n == 0 && !a.surnames[a.word[i]]
	case "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE":
		return true
	}
	return a.lex.In("weekday", a.low[i])
}

// entity is the label of the recogniser's entity over a token, or "".
func (a *article) entity(i int) string {
	if e := a.ent[i]; e >= 0 {
		return a.doc.Ents[e].Label
	}
	return ""
}

// opens tells whether a token has a capital because of its place: first in a
// sentence, a line, a quotation or behind a colon or a dash.
func (a *article) opens(i int) bool {
	if i == 0 || a.tok(i).SentStart || a.blank(i-1) || a.para[i] != a.para[i-1] {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(a.word[i-1])
	return strings.ContainsRune("“”\"‘:;•–—-([|>*", r)
}

// initials tells whether a token is a row of initials: "M.", "H.W.", "JD".
func initials(w string) bool {
	n := 0
	for _, r := range w {
		switch {
		case r == '.' || r == '-':
		case unicode.IsUpper(r):
			n++
		default:
			return false
		}
	}
	return n == 1 || n > 0 && (strings.Contains(w, ".") && n <= 3 || n == 2)
}

// start is the first token of the name with its titles.
func (n *name) start() int {
	if len(n.titles) > 0 {
		return n.titles[0].first
	}
	return n.first
}

// text is the name as it stands.
func (n *name) text(a *article) string { return a.doc.Slice(n.first, n.end) }
