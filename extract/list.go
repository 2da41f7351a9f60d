package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/nlp"
)

// lists joins the people of a list whom the parser sets beside each other: "Paz
// of Chile, [Ruiz] of Peru and [Novak]", "Paz, the king, [Ruiz], the queen, and
// [Novak]". Two people are never the same.
func lists(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if t.Dep != depApposition && t.Dep != depConjunct && t.Dep != depNounAdverb || t.Pos != posName && !titles[doc.Word(i)] {
		return
	}
	if t.Dep == depApposition && nextState(doc, kids, i) {
		t.Dep = depConjunct
		return
	}
	if h := int(t.Head); t.Dep == depConjunct && t.Tag == "NN" && titles[doc.Word(i)] && h < i && doc.Tokens[h].Dep == depApposition && definite(doc, leftmost(kids, i)) {
		another(doc, kids, h, i) // "the president, Paz, and the [premier], Ruiz"
		return
	}
	if t.Dep == depConjunct && state(doc, i) && stateBeside(doc, kids, i) {
		return
	}
	if !fullName(doc, kids, i) {
		return
	}
	if holder(doc, kids, i) {
		return
	}
	switch h := int(t.Head); {
	case h > i:
	case t.Dep != depConjunct && fullName(doc, kids, h) && separated(doc, kids, h, i):
		t.Dep = depConjunct
	case doc.Tokens[h].Pos == posNoun && t.Dep == depConjunct && titled(doc, kids, h, i):
		t.Dep = depApposition
	case doc.Tokens[h].Pos == posNoun:
		beside(doc, kids, h, i)
	case t.Dep == depConjunct && doc.Tokens[h].Dep == depApposition:
		another(doc, kids, h, i)
	}
}

// titled tells whether person i stands beside a title and is none of a list:
// "Kuwait's emir, [Sheikh Sabah], left".
func titled(doc *nlp.Doc, kids [][]int, n, i int) bool {
	first := leftmost(kids, i)
	return doc.Tokens[n].Tag == "NN" && first == n+2 && doc.Word(n+1) == "," && child(doc, kids, n, "cc", depApposition) < 0 && child(doc, kids, i, "cc", depConjunct) < 0 &&
		doc.Tokens[n].Dep != depConjunct && definite(doc, leftmost(kids, n))
}

// stateBeside takes state i out of the apposition to another: "Portugal, the old
// power, and [Britain] agreed".
func stateBeside(doc *nlp.Doc, kids [][]int, i int) bool {
	n := int(doc.Tokens[i].Head)
	p := int(doc.Tokens[n].Head)
	if t := &doc.Tokens[n]; n > i || t.Tag != "NN" || t.Dep != depApposition || p > n || !state(doc, p) || !definite(doc, leftmost(kids, n)) {
		return false
	}
	if first := leftmost(kids, i); first < 2 || doc.Word(first-1) != wordAnd && doc.Word(first-1) != "," || doc.Word(first-2) == "," == (doc.Word(first-1) == ",") {
		return false
	}
	hang(doc, kids, i, p, depConjunct)
	return true
}

// holder sets person i beside the title, where the parser joins him to the state
// that it ends in: "the president of Peru, [Leo Paz], and".
func holder(doc *nlp.Doc, kids [][]int, i int) bool {
	h := int(doc.Tokens[i].Head)
	first := leftmost(kids, i)
	if t := &doc.Tokens[h]; h > i || t.Dep != depPrepObject || !state(doc, h) || fullName(doc, kids, h) || first != h+2 || doc.Word(h+1) != "," || doc.Word(int(t.Head)) != "of" {
		return false
	}
	n := int(doc.Tokens[doc.Tokens[h].Head].Head)
	if n > h || !titles[strings.ToLower(doc.Word(n))] || child(doc, kids, n, depApposition) >= 0 {
		return false
	}
	for _, k := range slices.Clone(kids[i]) {
		if d := doc.Tokens[k].Dep; k > i && (d == depConjunct || d == "cc") {
			hang(doc, kids, k, n, d)
		}
	}
	hang(doc, kids, i, n, depApposition)
	return true
}

// another joins a person to the title beside which the first stands: "the
// German minister, Gabriel, and [Lavrov]" are two.
func another(doc *nlp.Doc, kids [][]int, p, i int) {
	n := int(doc.Tokens[p].Head)
	if doc.Tokens[n].Tag != "NN" || n > p || doc.Tokens[n].Dep == depApposition || !fullName(doc, kids, p) || !definite(doc, leftmost(kids, n)) || doc.Tokens[p].Head == doc.Tokens[i].Head {
		return
	}
	if first := leftmost(kids, p); first != n+2 || doc.Word(n+1) != "," {
		return
	}
	hang(doc, kids, i, n, depConjunct)
}

// beside takes person i out of the apposition n to another person: "Paz, the
// king, [Ruiz]".
func beside(doc *nlp.Doc, kids [][]int, n, i int) {
	first := leftmost(kids, i)
	p := int(doc.Tokens[n].Head)
	if doc.Tokens[n].Dep != depApposition || p > n || !fullName(doc, kids, p) || person(doc, p) >= 0 && person(doc, p) == person(doc, i) || first < 2 {
		return
	}
	if w := doc.Word(first - 1); w != "," && w != wordAnd {
		return
	}
	for _, k := range slices.Clone(kids[n]) { // what follows the second belongs to it
		if k > i && (doc.Tokens[k].Dep == depConjunct || doc.Tokens[k].Dep == depApposition || doc.Tokens[k].Dep == "cc") {
			hang(doc, kids, k, i, doc.Tokens[k].Dep)
		}
	}
	hang(doc, kids, i, p, depConjunct)
	described(doc, kids, i)
}

// described makes appositions of the phrases with an article that the parser
// counts among the people of a list: "Ruiz, [the queen], and Novak".
func described(doc *nlp.Doc, kids [][]int, i int) {
	for _, k := range slices.Clone(kids[i]) {
		first := leftmost(kids, k)
		if k < i || doc.Tokens[k].Pos != posNoun || !definite(doc, first) || doc.Word(first-1) != "," {
			continue
		}
		who := first - 2
		if !fullName(doc, kids, who) {
			continue
		}
		if doc.Tokens[k].Dep == depApposition && who == i || doc.Tokens[k].Dep != depConjunct && doc.Tokens[k].Dep != depApposition {
			continue
		}
		for _, c := range slices.Clone(kids[k]) {
			if d := doc.Tokens[c].Dep; c > k && (d == depConjunct || d == "cc") {
				hang(doc, kids, c, i, d)
			}
		}
		hang(doc, kids, k, who, depApposition)
	}
}

// titles are words that end the title of a person, which stands beside a name.
var titles = set("minister president premier secretary director chairman chairwoman chair chief general ambassador envoy spokesman spokeswoman leader commissioner king queen prince princess chancellor governor mayor head judge " +
	"officer commander counterpart representative deputy adviser advisor congressman senator speaker treasurer jr sr")

// fullName tells whether token i ends the name of a person, though the recogniser
// may not see one: two names in a row.
func fullName(doc *nlp.Doc, kids [][]int, i int) bool {
	if doc.Tokens[i].Pos != posName || titles[strings.ToLower(doc.Word(i))] {
		return false
	}
	e := slices.IndexFunc(doc.Ents, func(e nlp.Ent) bool { return e.First <= i && i < e.End })
	if e >= 0 {
		switch doc.Ents[e].Label {
		case labelPerson:
			return doc.Ents[e].End == i+1
		case "ORG":
			if doc.Ents[e].End != i+1 {
				return false
			}
		default:
			return false
		}
	}
	two := i > 0 && slices.Contains(kids[i], i-1) && doc.Tokens[i-1].Dep == depCompound && doc.Tokens[i-1].Pos == posName && !titles[strings.ToLower(doc.Word(i-1))]
	return two && unicode.IsLower(lastRune(doc.Word(i))) && unicode.IsLower(lastRune(doc.Word(i-1)))
}

func lastRune(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

// nextState tells whether token i is the next of a list of states or bodies:
// "Britain, [the US], and Canada".
func nextState(doc *nlp.Doc, kids [][]int, i int) bool {
	h := int(doc.Tokens[i].Head)
	first := leftmost(kids, i)
	if h > i || first != h+2 || doc.Word(h+1) != "," || doc.Tokens[h].Pos != posName || !state(doc, h) || !state(doc, i) {
		return false
	}
	if doc.Tokens[first].Pos != posArticle && doc.Tokens[h].Dep != depSubject {
		return false // "in Paris, France, and London"
	}
	if slices.ContainsFunc(kids[i], func(k int) bool { return k > i && doc.Tokens[k].Dep == depConjunct && state(doc, k) }) {
		return true // "Britain, the US, Japan and Canada"
	}
	end := rightmost(kids, i) + 1
	if end+2 >= len(doc.Tokens) || doc.Word(end) != "," || doc.Word(end+1) != wordAnd {
		return false
	}
	return slices.ContainsFunc(kids[h], func(k int) bool { return k > end && doc.Tokens[k].Dep == depConjunct && state(doc, k) })
}

// state tells whether token i is in the name of a state, a people or a body.
func state(doc *nlp.Doc, i int) bool {
	return slices.ContainsFunc(doc.Ents, func(e nlp.Ent) bool {
		return e.First <= i && i < e.End && (e.Label == labelPlace || e.Label == "NORP" || e.Label == "ORG")
	})
}

// separated tells whether two people stand in a list: a comma parts them, and
// where the first comes from may stand before it.
func separated(doc *nlp.Doc, kids [][]int, a, b int) bool {
	first := leftmost(kids, b)
	if person(doc, a) >= 0 && person(doc, a) == person(doc, b) || person(doc, a) < 0 && person(doc, b) < 0 || first == 0 || doc.Word(first-1) != "," {
		return false
	}
	for k := a + 1; k < first-1; k++ {
		switch doc.Tokens[k].Pos {
		case posVerb, posAux, "SCONJ", "CCONJ":
			return false
		}
	}
	joined := func(k int) bool { return k > b && (doc.Tokens[k].Dep == depConjunct || doc.Tokens[k].Dep == "cc") }
	return slices.ContainsFunc(kids[b], joined) || slices.ContainsFunc(kids[a], func(k int) bool {
		return k > b && (doc.Tokens[k].Dep == depConjunct || doc.Tokens[k].Dep == depApposition && fullName(doc, kids, k))
	})
}
