package events

import (
	"slices"

	"entente/graph"
)

func (x *reading) infinitive(v int) bool {
	for _, k := range x.t.Kids(v) {
		if x.t.Tag(int(k)) == "TO" && x.t.Dep(int(k)) == "aux" {
			return true
		}
	}
	return false
}

// mandate tells whether clause v says what must be: a modal of obligation or
// the subjunctive.
func (x *reading) mandate(v int) bool {
	if x.infinitive(v) {
		return false
	}
	if x.inverted(v) {
		return false
	}
	if x.modal(v, "must", "should", "ought", "shall") {
		return true
	}
	s := x.t.Child(v, "nsubj", "nsubjpass")
	subject := s >= 0
	if subject && x.t.Tag(v) == "VBP" && x.singular(s) && x.t.Child(v, "aux") < 0 { // "that he take a rest"
		return true
	}
	if subject && x.subjunctive(v, s) {
		return true
	}
	if x.t.Lower(v) == "be" || x.t.Tag(v) == "VB" {
		return subject && x.t.Child(v, "aux") < 0
	}
	for _, k := range x.t.Kids(v) {
		if x.t.Dep(int(k)) == "auxpass" && x.t.Lower(int(k)) == "be" {
			return subject && x.t.Child(v, "aux") < 0
		}
	}
	return false
}

// unchanging verbs have one form for the present and the past.
var unchanging = map[string]bool{"shut": true, "put": true, "cut": true, "let": true, "set": true, "quit": true, "hit": true, "cost": true, "cast": true, "shed": true, "spread": true, "split": true, "rid": true}

// subjunctive tells whether clause v with subject s has the bare form where a
// report would have another: "insisted that all [leave]", "insists that Kyiv
// [shut] the port".
func (x *reading) subjunctive(v, s int) bool {
	h := x.t.Head(v)
	if x.t.Dep(v) != "ccomp" || !x.t.Verb(h) || !x.thatClause(v) || x.t.Child(v, "aux", "auxpass") >= 0 || x.t.Tag(h) == "VBG" {
		return false
	}
	switch past := x.t.Tag(h) == "VBD" || x.perfect(h); x.t.Lemma(h) {
	case "suggest":
		return past && x.t.Tag(v) == "VBP" && x.t.Lemma(v) != "be" && x.t.Lemma(v) != "have"
	case "insist", "demand", "urge", "ask", "request", "propose", "require", "recommend", "stipulate":
		return past && x.t.Tag(v) == "VBP" && x.t.Lemma(v) != "be" || unchanging[x.t.Lower(v)] && (x.t.Tag(s) == "NNP" || x.singular(s))
	}
	return false
}

// singular tells whether subject s takes a verb in "-s".
func (x *reading) singular(s int) bool {
	if len(x.t.Conj(s)) > 1 {
		return false
	}
	switch x.t.Lower(s) {
	case "he", "she", "it":
		return true
	}
	return x.t.Tag(s) == "NN"
}

// clauses are the trigger's clausal complements.
func (x *reading) clauses(m *match) []int {
	heads := []int{m.last, m.head}
	if h := x.t.Head(m.head); m.pos == 'a' && x.t.Dep(m.head) == "acomp" { // "is adamant that"
		heads = append(heads, h)
	}
	for _, h := range heads {
		for _, k := range x.t.Kids(h) {
			if c := int(k); x.complement(m, h, c) {
				return x.joinedClauses(c)
			}
		}
	}
	if c := x.ofObject(m); c >= 0 {
		return []int{c}
	}
	if h := x.t.Head(m.head); m.pos == 'v' && x.t.Dep(m.head) == "advcl" && x.t.Child(m.head, "dobj") < 0 && x.as(m.head) && x.t.Verb(h) {
		return []int{h} // "the border opened, as Kyiv [had demanded]"
	}
	if c := x.acrossAside(m); c >= 0 {
		return []int{c}
	}
	if c := x.t.Child(m.head, "ccomp"); m.pos == 'v' && c >= 0 && c < m.head && x.parenthetical(m, c) {
		return []int{c} // "the line would hold, he warned"
	}
	return nil
}

// ofObject is the clause below an object that the rule asks for: "gave Kyiv two
// days [to answer]"; -1 for none.
func (x *reading) ofObject(m *match) int {
	if len(m.rule.Objects) == 0 || m.pos != 'v' {
		return -1
	}
	for _, o := range x.t.Objects(m.head) {
		if c := x.t.Child(o, "acl", "relcl"); c > o && slices.Contains(m.rule.Objects, x.t.Lemma(o)) && (x.infinitive(c) || x.thatClause(c)) {
			return c
		}
	}
	return -1
}

// as tells whether "as" opens clause v.
func (x *reading) as(v int) bool {
	for _, k := range x.t.Kids(v) {
		if c := int(k); c < v && x.t.Lower(c) == "as" {
			return true
		}
	}
	return false
}

// joinedClauses are infinitive c and those coordinated with it that have a "to"
// of their own: "offered to stay and to help".
func (x *reading) joinedClauses(c int) []int {
	out := []int{c}
	for _, k := range x.t.Kids(c) {
		if j := int(k); x.t.Dep(j) == "conj" && x.thatClause(c) && x.thatClause(j) { // "that they leave and that it be scrapped"
			out = append(out, j)
		}
		if j := int(k); x.t.Dep(j) == "conj" && x.infinitive(c) && x.infinitive(j) && (x.t.Child(j, "nsubj", "nsubjpass") < 0 || x.t.Child(c, "nsubj", "nsubjpass") >= 0) {
			out = append(out, j)
		}
	}
	return out
}

// acrossAside is the infinitive that the parser hangs below the aside between
// it and its verb: "promised in return [to stay]".
func (x *reading) acrossAside(m *match) int {
	if m.pos != 'v' || m.last != m.head {
		return -1
	}
	for _, k := range x.t.Kids(m.head) {
		p := int(k)
		if x.t.Dep(p) != "prep" || x.t.Lower(p) != "in" {
			continue
		}
		o := x.t.Child(p, "pobj")
		if o < 0 {
			continue
		}
		switch x.t.Lemma(o) {
		case "response", "return", "reply", "turn", "exchange", "principle", "retaliation", "public", "private", "writing", "letter", "statement", "speech", "interview", "message", "vain", "future":
			if c := x.t.Child(o, "acl", "relcl"); c >= 0 && x.infinitive(c) {
				return c
			}
		}
	}
	return -1
}

// parenthetical tells whether the trigger after clause c reports it: "the line
// would hold, [he promised]".
func (x *reading) parenthetical(m *match, c int) bool {
	if !x.status.Speech[x.t.Lemma(m.head)] && (m.rule.Relation != graph.Promised || x.t.Child(m.head, "dobj") >= 0) {
		return false
	}
	for i := c + 1; i < m.head; i++ {
		if w := x.doc.Word(i); w == ";" || w == ":" {
			return false
		}
	}
	return true
}

// inverted tells whether clause v is a condition by its word order: "should
// they refuse", "were he to come".
func (x *reading) inverted(v int) bool {
	s := x.t.Child(v, "nsubj", "nsubjpass")
	if x.t.Lower(v) == "were" && s > v && x.t.Dep(v) == "advcl" {
		return true
	}
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "aux" && c < s && (c < v || x.t.Tag(v) != "VBG") { // but "attending were X and Y"
			w := x.t.Lower(c)
			return w == "should" || w == "were" || w == "had"
		}
	}
	return false
}

// gerundObject tells that "-ing" right after a verb is its object, not an
// aside: "ruled out [sending] soldiers".
func (x *reading) gerundObject(v, c int) bool {
	if x.t.Tag(c) != "VBG" || c < v || c-v > 3 || x.t.Child(c, "mark", "nsubj") >= 0 {
		return false
	}
	for i := v + 1; i < c; i++ {
		if x.doc.Tokens[i].Pos == "PUNCT" {
			return false
		}
	}
	return true
}

// complement tells whether c, below token h of the trigger, is its complement
// clause.
func (x *reading) complement(m *match, h, c int) bool {
	switch x.t.Dep(c) {
	case "xcomp", "ccomp", "pcomp":
		return (c > m.head || x.t.Dep(c) == "xcomp") && !x.inverted(c) && !x.whichClause(c)
	case "acl", "relcl":
		if m.pos == 'v' && h == m.head && x.t.Dep(c) == "acl" && x.thatClause(c) { // the parser takes the verb for a noun
			return true
		}
		return (m.pos == 'n' || m.carried || h != m.head && x.t.Noun(h)) && (x.infinitive(c) || x.thatClause(c))
	case "advcl":
		return m.pos == 'v' && (x.infinitive(c) && (len(x.t.Objects(h)) > 0 || m.last != m.head && (x.t.Lemma(h) == "be" || c > m.last && len(x.t.PrepObjects(m.last)) > 0)) || x.gerundObject(h, c) || slices.Contains(m.words, x.marker(c)))
	}
	return false
}

// thatClause tells whether "that" opens clause c.
func (x *reading) thatClause(c int) bool {
	mk := x.t.Child(c, "mark")
	return mk >= 0 && x.t.Lower(mk) == "that"
}

// clausesOf are the complement clauses of a kind. What "we" must do is no
// demand on somebody.
func (x *reading) clausesOf(m *match, kind string) []int {
	return slices.DeleteFunc(x.clauses(m), func(c int) bool {
		if kind == "mandate" && x.modal(c, "must", "should", "ought", "shall") {
			if s := x.t.Child(c, "nsubj", "nsubjpass"); s >= 0 && (x.t.Lower(s) == "we" || x.t.Lower(s) == "i") {
				return true
			}
		}
		return !x.clauseIs(c, kind)
	})
}

func (x *reading) clauseIs(c int, kind string) bool {
	tag := x.t.Tag(c)
	switch kind {
	case "participle":
		return (tag == "VBN" || tag == "VBD") && x.t.Child(c, "nsubj", "nsubjpass") >= 0 && x.t.Child(c, "aux", "auxpass", "mark") < 0
	case "raised":
		return (x.infinitive(c) && tag != "VBG" || tag == "VB" && x.t.Child(c, "aux") < 0) && x.t.Child(c, "nsubj", "nsubjpass", "expl") >= 0
	case "doing":
		return tag == "VBG" && x.t.Child(c, "nsubj", "aux") < 0
	case "future":
		return x.infinitive(c) && tag != "VBG" || x.modal(c, "will", "would", "shall", "'ll", "’ll")
	case "mandate":
		return x.mandate(c)
	case "infinitive":
		w := x.t.Child(c, "advmod")
		return x.infinitive(c) && tag != "VBG" && (w < 0 || x.t.Tag(w) != "WRB") // "told them where to go" bids nothing
	case "that":
		return !x.infinitive(c) && tag != "VBG"
	}
	return kind == "clause"
}

// topics are who a complement clause with a subject of its own is about.
func (x *reading) topics(m *match) []int {
	for _, c := range x.clauses(m) {
		if s := x.t.Child(c, "nsubj", "nsubjpass"); s >= 0 {
			return x.t.Conj(s)
		}
	}
	return nil
}
