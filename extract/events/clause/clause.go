// Package clause answers questions about predicates and their arguments over
// the dependency trees of an annotated document: who does it, to whom,
// through active and passive, coordination, relative clauses, control,
// participles and nominalisations. An active sentence and its passive give
// the same answers.
//
// Labels are ClearNLP's, as the language engine writes them. Everything is a
// token index; nothing here knows what the tokens refer to.
package clause

import (
	"slices"
	"strings"

	"entente/extract/nlp"
)

// Tree is the dependency trees of a document, with children in text order.
// It is not safe for concurrent use: answers are remembered.
type Tree struct {
	Doc  *nlp.Doc
	kids [][]int32
	sent []int32
	memo map[int]*arguments
	// agents finds the agents of a noun that are no verb's ("Ukraine's
	// refusal"): the caller knows which adjectives and compounds are actors.
	actor func(token int) bool
}

// New builds the tree. Actor tells whether a token heads a mention of
// somebody who can act; it may be nil.
func New(doc *nlp.Doc, actor func(token int) bool) *Tree {
	n := len(doc.Tokens)
	t := &Tree{Doc: doc, kids: make([][]int32, n), sent: make([]int32, n), memo: map[int]*arguments{}, actor: actor}
	s := int32(-1)
	for i := range doc.Tokens {
		if i == 0 || doc.Tokens[i].SentStart {
			s++
		}
		t.sent[i] = s
		if h := int(doc.Tokens[i].Head); h != i {
			t.kids[h] = append(t.kids[h], int32(i))
		}
	}
	return t
}

// Kids returns the children of token i in text order.
func (t *Tree) Kids(i int) []int32 { return t.kids[i] }

// Sent returns the number of the sentence of token i.
func (t *Tree) Sent(i int) int { return int(t.sent[i]) }

// Head returns the head of i, i itself for a root.
func (t *Tree) Head(i int) int { return int(t.Doc.Tokens[i].Head) }

// Dep returns the label of i, Lemma its lemma in lower case, Lower its text in
// lower case, Tag its Penn tag, Pos its coarse tag.
func (t *Tree) Dep(i int) string { return t.Doc.Tokens[i].Dep }

// Lemma returns the lemma of i in lower case.
func (t *Tree) Lemma(i int) string {
	l := strings.ToLower(t.Doc.Tokens[i].Lemma)
	if l == "hop" && strings.HasPrefix(t.Lower(i), "hop") && !strings.HasPrefix(t.Lower(i), "hopp") {
		return "hope" // the lemmatizer's rules take "hopes" for "hops"
	}
	if v, ok := misread[t.Lower(i)]; ok {
		return v
	}
	return l
}

// Lower returns the text of i in lower case.
func (t *Tree) Lower(i int) string { return strings.ToLower(t.Doc.Word(i)) }

// Tag returns the Penn Treebank tag of i.
func (t *Tree) Tag(i int) string { return t.Doc.Tokens[i].Tag }

// Verb tells whether i is a verb or an auxiliary used as one.
func (t *Tree) Verb(i int) bool {
	p := t.Doc.Tokens[i].Pos
	return p == "VERB" || p == "AUX" || p != "ADJ" && misread[t.Lower(i)] != "" && t.Child(i, "nsubj", "nsubjpass", "dobj") >= 0
}

// Noun tells whether i is a noun, a name or a number used as one.
func (t *Tree) Noun(i int) bool {
	switch t.Doc.Tokens[i].Pos {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// Child returns the first child of i with one of the labels, or -1.
func (t *Tree) Child(i int, deps ...string) int {
	for _, k := range t.kids[i] {
		if slices.Contains(deps, t.Dep(int(k))) {
			return int(k)
		}
	}
	return -1
}

// Conj returns i and what is coordinated with it, in text order; appositions
// are not followed.
func (t *Tree) Conj(i int) []int {
	out := []int{i}
	for j := 0; j < len(out); j++ {
		for _, k := range t.kids[out[j]] {
			if (t.Dep(int(k)) == "conj" || t.listed(out[j], int(k)) || t.swapped(out[j], int(k))) && !t.parted(out[j], int(k)) && !t.excluded(int(k)) {
				out = append(out, int(k))
			}
		}
	}
	slices.Sort(out)
	return out
}

// swapped tells that k, which the parser hangs before the last of two names with
// the "and" between them, is the first of the two: "[Lee] and Cole met".
func (t *Tree) swapped(i, k int) bool {
	return k < i && (t.Dep(k) == "nmod" || t.Dep(k) == "compound") && t.Child(k, "cc") > k && t.Noun(k) && t.actor != nil && t.actor(k) && t.actor(i)
}

// listed tells that k, which the parser takes for an apposition to name i, is
// the next of a list of people: "Lee, Cole and Diaz arrived".
func (t *Tree) listed(i, k int) bool {
	if t.Dep(k) != "appos" || t.Child(k, "cc", "conj") < 0 && t.Child(i, "conj") < 0 {
		return false
	}
	a, b := t.personAt(i), t.personAt(k)
	return a >= 0 && b >= 0 && a != b
}

// personAt is the index of the PERSON entity that covers token i, or -1.
func (t *Tree) personAt(i int) int {
	for j := range t.Doc.Ents {
		if e := &t.Doc.Ents[j]; e.First <= i && i < e.End {
			if e.Label == "PERSON" {
				return j
			}
			return -1
		}
	}
	return -1
}

// placeAt tells that token i is part of the name of a place.
func (t *Tree) placeAt(i int) bool {
	return slices.ContainsFunc(t.Doc.Ents, func(e nlp.Ent) bool {
		return e.First <= i && i < e.End && (e.Label == "GPE" || e.Label == "LOC" || e.Label == "FAC")
	})
}

// excluded tells that "not" stands before a conjunct: "Modi, not Putin".
func (t *Tree) excluded(k int) bool {
	first, _ := t.extent(k)
	return first > 0 && t.Lower(first-1) == "not" || t.Lower(first) == "not"
}

// parted tells whether a semicolon or colon stands between tokens a and b:
// what follows it is another clause, whatever the parser says.
func (t *Tree) parted(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if w := t.Doc.Word(i); w == ";" || w == ":" {
			return true
		}
	}
	return false
}

// First returns the first element of the coordination that i is part of.
func (t *Tree) First(i int) int {
	for t.Dep(i) == "conj" && t.Head(i) != i {
		i = t.Head(i)
	}
	return i
}

// Within tells whether token i lies in the subtree of token top.
func (t *Tree) Within(i, top int) bool {
	for {
		if i == top {
			return true
		}
		h := t.Head(i)
		if h == i {
			return false
		}
		i = h
	}
}

// Preps returns the objects of the prepositions below i that are one of
// words, coordination distributed.
func (t *Tree) Preps(i int, words ...string) []int {
	var out []int
	for _, k := range t.kids[i] {
		c := int(k)
		if d := t.Dep(c); d != "prep" && d != "dative" && d != "agent" && d != "prt" && d != "advmod" {
			continue
		}
		if slices.Contains(words, t.Lower(c)) {
			out = append(out, t.PrepObjects(c)...)
		}
		// "along with X", "together with X", "because of": the preposition
		// hangs below an adverb or another preposition; "according to X" is
		// nothing done to X.
		if aside[t.Lower(c)] {
			continue
		}
		for _, kk := range t.kids[c] {
			if cc := int(kk); t.Dep(cc) == "prep" && slices.Contains(words, t.Lower(cc)) {
				out = append(out, t.PrepObjects(cc)...)
			}
		}
	}
	if slices.Contains(words, "for") {
		out = append(out, t.goals(i)...)
	}
	return out
}

// aside are words that open a remark with "to" beside the clause.
var aside = map[string]bool{"according": true, "due": true, "owing": true, "thanks": true, "contrary": true, "prior": true, "pursuant": true}

// PrepObjects returns the nominal objects of preposition p.
func (t *Tree) PrepObjects(p int) []int {
	var out []int
	for _, k := range t.kids[p] {
		switch t.Dep(int(k)) {
		case "pobj":
			out = append(out, t.Conj(int(k))...)
		case "conj": // "with Russia and with China"
			if t.Lower(int(k)) == t.Lower(p) {
				out = append(out, t.PrepObjects(int(k))...)
			}
		}
	}
	return out
}

// Gerunds returns the clauses that are objects of the prepositions below i
// that are one of words: "accused of [making]".
func (t *Tree) Gerunds(i int, words ...string) []int {
	var out []int
	for _, k := range t.kids[i] {
		if c := int(k); t.Dep(c) == "prep" && slices.Contains(words, t.Lower(c)) {
			if p := t.Child(c, "pcomp"); p >= 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// Negated tells whether verb or noun i is negated itself ("did not reject",
// "no meeting", "never met").
func (t *Tree) Negated(i int) bool {
	for _, k := range t.kids[i] {
		c := int(k)
		switch t.Dep(c) {
		case "neg":
			return true
		case "det", "advmod", "preconj", "cc":
			if t.negative(c) && (t.Dep(c) != "cc" || c < i) {
				return true
			}
		case "prep":
			if c < i && t.noWay(c) {
				return true
			}
		case "aux":
			if w := t.Lower(c); strings.HasSuffix(w, "n't") || w == "cannot" {
				return true
			}
		}
	}
	return false
}

// noWay tells whether preposition p opens "under no circumstances", "in no
// way", "at no time".
func (t *Tree) noWay(p int) bool {
	o := t.Child(p, "pobj")
	if o < 0 {
		return false
	}
	switch t.Lemma(o) {
	case "circumstance", "condition", "way", "time", "account", "case":
		d := t.Child(o, "det")
		return d >= 0 && t.Lower(d) == "no"
	}
	return false
}

// Denies tells whether token i is what negates its head.
func (t *Tree) Denies(i int) bool {
	switch t.Dep(i) {
	case "neg":
		return true
	case "det", "advmod", "preconj":
		return t.negative(i)
	}
	return false
}

// negative tells whether token i negates what it hangs below: "no", "never",
// "no longer".
func (t *Tree) negative(i int) bool {
	switch t.Lower(i) {
	case "no", "never", "neither", "nor", "hardly", "scarcely", "nowhere", "rarely", "seldom":
		return true
	case "longer":
		n := t.Child(i, "neg", "det", "advmod")
		return n >= 0 && (t.Lower(n) == "no" || t.Lower(n) == "not" || t.Lower(n) == "n't")
	}
	return false
}

// Passive tells whether verb v is in the passive.
func (t *Tree) Passive(v int) bool {
	if t.Child(v, "auxpass", "nsubjpass", "agent") >= 0 {
		return true
	}
	if h := t.Head(v); t.Dep(v) == "conj" && t.Tag(v) == "VBN" && t.Tag(h) == "VBN" && t.Child(v, "aux", "nsubj", "dobj") < 0 && h != v {
		return t.Passive(h) // "was tortured and killed"
	}
	return t.Tag(v) == "VBN" && (t.Dep(v) == "acl" || t.Dep(v) == "advcl" || t.Dep(v) == "amod") && t.Child(v, "aux", "dobj") < 0
}
