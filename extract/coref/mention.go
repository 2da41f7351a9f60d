package coref

import (
	"cmp"
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

// mention is a Mention that is being resolved.
type mention struct {
	Mention
	number number
	gender string // m, f or ""
	kind   kind
	joined bool // several phrases in coordination
	idle   bool // takes up nothing: "the rest"
	entity int  // of actors, or -1
	det    string
	key    string   // the words of a name
	span   span     // where they stand
	told   []string // the nouns that the text gives a name
	chain  *chain
	index  int
	ante   *mention
}

// span is a half-open range of tokens.
type span struct{ First, End int }

// detect finds the mentions, in order of the text.
func (t *text) detect() {
	t.knowEntities()
	for i := range t.word {
		switch {
		case t.pronoun(i):
			t.add(i, i, i+1, Pronoun)
		case t.nominal(i):
			if t.leads(i) && t.titleOf(i) < 0 {
				t.nounPhrase(i)
			}
		case t.inside(i):
			e := t.doc.Ents[t.ent[i]]
			first := e.First
			if t.low[first] == "the" && first < i {
				first++ // the article is the noun's: "the UN headquarters"
			}
			t.add(i, first, e.End, Name)
		}
	}
	for _, m := range t.mentions {
		t.describe(m)
		if h := t.heads[m.Head]; h == nil || h.joined {
			t.heads[m.Head] = m
		}
	}
	t.nestedNames()
	t.explained()
	t.order()
	for _, m := range t.mentions {
		t.tell(m)
		m.chain = t.newChain(m)
	}
}

// order sorts the mentions, drops those of the same words and numbers them.
func (t *text) order() {
	slices.SortStableFunc(t.mentions, func(a, b *mention) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End))
	})
	t.mentions = slices.CompactFunc(t.mentions, func(a, b *mention) bool { return a.First == b.First && a.End == b.End })
	for i, m := range t.mentions {
		m.index = i
	}
}

func (t *text) nounPhrase(i int) {
	first, end := t.phrase(i)
	form := Nominal
	if t.proper(i) {
		form = Name
	}
	if m := t.add(i, first, end, form); m != nil && t.dep(i) != "conj" {
		t.coordination(i, m)
	}
}

func (t *text) add(head, first, end int, form Form) *mention {
	if first >= end || head < first || head >= end {
		return nil
	}
	m := &mention{Mention: Mention{First: first, End: end, Head: head, Form: form, Chain: -1, Antecedent: -1}, entity: t.entity[head]}
	t.mentions = append(t.mentions, m)
	return m
}

// knowEntities notes which tokens head names, or roles, of entities that
// actors found.
func (t *text) knowEntities() {
	if t.who == nil {
		return
	}
	for i := range t.word {
		m := t.who.At(i)
		if m == nil || len(m.Members) > 0 || m.Form == actors.Pronoun || m.Actor < 0 || t.label(i) == "NORP" || t.tag(i) == "JJ" {
			continue
		}
		e := &t.who.Entities[m.Actor]
		switch {
		case e.Generic, m.Form == actors.Nominal && e.Ref.Kind != graph.Person: // "the Polish army" acts for Poland and is not Poland
		case e.Ref.Kind == graph.Country && (t.label(i) == "ORG" || t.label(i) == "FAC"): // so does "the Bank of Poland"
		case m.Place >= 0 && m.Place != m.Actor:
			t.entity[i] = m.Place
		default:
			t.entity[i] = m.Actor
		}
	}
}

// kindsOf is what actors takes two heads for; known where it knows both.
func (t *text) kindsOf(i, j int) (a, b graph.Kind, known bool) {
	if t.entity[i] < 0 || t.entity[j] < 0 {
		return "", "", false
	}
	return t.who.Entities[t.entity[i]].Ref.Kind, t.who.Entities[t.entity[j]].Ref.Kind, true
}

// pronoun tells whether a token is a pronoun that refers.
func (t *text) pronoun(i int) bool {
	switch t.tag(i) {
	case "PRP":
		return t.low[i] != "it" || !t.pleonastic(i)
	case "PRP$":
		return true
	case "DT":
		switch t.low[i] {
		case "this", "that", "these", "those":
			d := t.dep(i)
			return (d == "nsubj" || d == "nsubjpass" || d == "dobj" || d == "pobj") && len(t.kids[i]) == 0
		}
	}
	return false
}

// nominal tells whether a token heads a noun phrase that stands for something.
func (t *text) nominal(i int) bool {
	if !t.noun(i) || words["nothing"][t.low[i]] {
		return false
	}
	switch t.dep(i) {
	case "compound", "nmod", "amod", "quantmod", "advmod", "case", "punct", "predet", "det", "aux":
		return false
	case "npadvmod":
		return t.label(i) == "DATE"
	case "attr": // a predicate says what something is, and is no second one
		if d := t.child(i, "det"); d >= 0 && (t.low[d] == "a" || t.low[d] == "an") && t.child(t.head(i), "nsubj") >= 0 {
			return false
		}
	}
	switch t.label(i) {
	case "CARDINAL":
		return t.quantity(i) >= 0
	case "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "TIME":
		return false
	}
	return true
}

// quantity returns what a noun of number counts, "fans" in "thousands of fans",
// or -1.
func (t *text) quantity(i int) int {
	if !words["quantity"][t.lemma(i)] {
		return -1
	}
	if p := t.child(i, "prep"); p > i && t.low[p] == "of" {
		return t.child(p, "pobj")
	}
	return -1
}

// proper tells whether a head noun is a name.
func (t *text) proper(i int) bool {
	if l := t.label(i); naming[l] || l == "DATE" {
		return t.capital(i)
	}
	if t.kindOfNoun(i) == person {
		return false // "Vice President"
	}
	return t.tag(i) == "NNP" || t.tag(i) == "NNPS"
}

// leads tells that a noun is no part of a name that another token heads: trees
// break long names apart.
func (t *text) leads(i int) bool {
	if t.ent[i] < 0 || !naming[t.label(i)] {
		return true
	}
	e := t.doc.Ents[t.ent[i]]
	for j := i + 1; j < e.End; j++ {
		if h := t.head(j); (h < e.First || h >= e.End) && t.nominal(j) {
			return false
		}
	}
	return t.rooted(i)
}

// rooted tells that a token of a name hangs outside of it.
func (t *text) rooted(i int) bool {
	e := t.doc.Ents[t.ent[i]]
	for range deep {
		h := t.head(i)
		if h < e.First || h >= e.End || h == i {
			return true
		}
		if t.noun(h) {
			return false
		}
		i = h
	}
	return false
}

// titleOf returns the name of a person that directly follows a noun for people,
// "President" before "Ann Lee", where the tree does not join them; -1 for none.
func (t *text) titleOf(i int) int {
	if i+1 >= len(t.word) || t.label(i+1) != "PERSON" || t.ent[i] == t.ent[i+1] || t.kindOfNoun(i) != person || t.tag(i) == "NNS" || t.tag(i) == "NNPS" {
		return -1
	}
	e := t.doc.Ents[t.ent[i+1]]
	if e.First != i+1 {
		return -1
	}
	for j := e.First; j < e.End; j++ {
		if t.nominal(j) && t.leads(j) && t.head(j) != i {
			return j
		}
	}
	return -1
}

// inside tells whether a token is the last of a name that stands before a noun:
// "Nokia" in "the Nokia factory".
func (t *text) inside(i int) bool {
	if t.ent[i] < 0 || t.tag(i) == "JJ" || !t.modifies(i) || t.dep(i) == "poss" {
		return false
	}
	e := t.doc.Ents[t.ent[i]]
	switch {
	case !naming[e.Label], !t.capital(e.First) && t.low[e.First] != "the":
		return false
	case e.End != i+1 && (e.End != i+2 || t.tag(i+1) != "POS"):
		return false
	}
	return t.head(i) >= e.End
}

// modifies tells that a token is part of a phrase whose head comes after it.
func (t *text) modifies(i int) bool {
	switch t.dep(i) {
	case "compound", "nmod", "amod", "poss", "npadvmod":
		return t.head(i) > i
	}
	return false
}

// naming are the labels of named entities that are names of something.
var naming = map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "FAC": true, "PRODUCT": true, "WORK_OF_ART": true, "EVENT": true, "LAW": true}
