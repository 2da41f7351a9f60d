package events

import (
	"slices"

	"entente/graph"
)

// conditionRule and mustRule are how statements of conditions and oblige are
// known.
var (
	conditionRule = rule{ruleSpec: ruleSpec{Name: "demand/condition-clause", Relation: graph.Demanded, Confidence: 0.7}}
	mustRule      = rule{ruleSpec: ruleSpec{Name: "demand/must", Relation: graph.Demanded, Confidence: 0.7}}
)

// conditions reads what somebody makes his consent depend on as his demand:
// "will sign only if Kyiv withdraws", "would not sign unless Kyiv withdrew".
func (x *reading) conditions(v int) {
	if !x.t.Verb(v) || x.t.Passive(v) || x.t.Lemma(v) == "be" || !x.mayConsent(v) || x.question(v) {
		return
	}
	for _, k := range x.t.Kids(v) {
		c := int(k)
		if x.t.Dep(c) != "advcl" || !x.t.Verb(c) || !x.stipulates(v, c) || x.infinitive(c) {
			continue
		}
		if s := x.t.Child(c, "nsubj", "nsubjpass"); s >= 0 {
			x.condition(v, c, s)
		}
	}
}

// mayConsent tells whether verb v is of consent, or of what will or can be
// done.
func (x *reading) mayConsent(v int) bool {
	return x.modal(v, "will", "would", "'ll", "’ll", "wo", "can", "could", "ca") || x.consents(v) || x.consentsAbove(v)
}

// condition makes statements of clause c, of which s is the subject, as what
// the subjects of verb v demand.
func (x *reading) condition(v, c, s int) {
	m := match{rule: &conditionRule, pos: 'v', head: v, last: v, light: -1}
	first := s
	for first > 0 && x.t.Within(first-1, s) {
		first--
	}
	_, end := x.t.Phrase(c)
	if end <= s {
		return
	}
	target := x.proposal(x.doc.Slice(first, end))
	for _, t := range x.t.Subjects(v) {
		for _, a := range x.actors(t) {
			if x.political(a) && !x.among(s, []arg{a}) {
				x.put(&m, graph.Demanded, graph.Occurred, x.ref(a), target, nil)
			}
		}
	}
}

// consents tells whether verb v is of consent or refusal.
func (x *reading) consents(v int) bool {
	switch x.t.Lemma(v) {
	case "agree", "accept", "consent", "refuse", "decline", "promise", "offer", "block", "withhold", "veto", "oppose", "resist", "reject":
		return true
	}
	return false
}

// consentsAbove tells whether verb v is what is consented to or refused.
func (x *reading) consentsAbove(v int) bool {
	return x.t.Dep(v) == "xcomp" && x.infinitive(v) && x.consents(x.t.Head(v))
}

// stipulates tells whether clause c is what verb v depends on.
func (x *reading) stipulates(v, c int) bool {
	mk := x.t.Child(c, "mark")
	if mk < 0 {
		mk = x.t.Child(c, "advmod")
	}
	if mk < 0 {
		return false
	}
	switch x.t.Lower(mk) {
	case "unless", "until", "till":
		return x.t.Negated(v) || x.grantsNone(v) || x.status.Refused[x.t.Lemma(v)] || x.consentsAbove(v) && x.status.Refused[x.t.Lemma(x.t.Head(v))]
	case "if", "when", "once", "after":
		first := mk
		return first > 0 && x.t.Lower(first-1) == "only" && !x.t.Negated(v)
	case "provided", "providing":
		return true
	}
	return false
}

// oblige reads what must be, in the words of somebody else than who must, as
// that somebody's demand: "Kyiv must withdraw, Moscow says".
func (x *reading) oblige(v int) {
	there := x.mustBe(v)
	if !there && !x.must(v) || x.question(v) {
		return
	}
	e := x.teller(v)
	if x.t.Tag(v) == "VBD" && x.speaker(v) < 0 { // "they had to wait" only tells
		return
	}
	if e < 0 || !x.political(arg{tok: v, ent: e}) {
		return
	}
	m := match{rule: &mustRule, pos: 'v', head: v, last: v, light: -1}
	said := v
	if there {
		said = x.t.Child(v, "attr")
	} else if !x.imposed(v, e) {
		return
	}
	for _, a := range x.content(&m, said) {
		x.put(&m, graph.Demanded, graph.Occurred, x.who.Entities[e].Ref, x.ref(a), nil)
	}
}

// unimposing verbs are of what one thinks or hears that must be.
var unimposing = []string{"believe", "think", "know", "understand", "hear", "learn", "admit", "concede", "acknowledge", "joke", "predict", "accuse"}

// imposed tells whether what must be, in the words of entity e, is a demand on
// somebody else.
func (x *reading) imposed(v, e int) bool {
	switch {
	case x.t.Negated(v) && !x.modal(v, "must", "should"),
		x.t.Dep(v) == "ccomp" && !x.status.Speech[x.t.Lemma(x.t.Head(v))],
		x.inverted(v), x.own(v, e), x.t.Child(v, "expl") >= 0, x.under(v, unimposing):
		return false
	}
	return !slices.ContainsFunc(x.t.Kids(v), func(k int32) bool {
		d := x.t.Dep(int(k))
		return d == "mark" && x.t.Lower(int(k)) != "that" || d == "advmod" && x.t.Tag(int(k)) == "WRB"
	})
}

// mustBe tells whether verb v says that there must be something.
func (x *reading) mustBe(v int) bool {
	a := x.t.Child(v, "attr")
	if x.t.Lemma(v) != "be" || a < 0 || x.t.Negated(v) || x.t.Negated(a) {
		return false
	}
	if x.t.Child(v, "expl") >= 0 && x.modal(v, "must", "should", "ought") {
		return x.t.Child(v, "advcl") < 0
	}
	h := x.t.Head(v)
	return x.t.Dep(v) == "xcomp" && (x.t.Lemma(h) == "have" || x.t.Lemma(h) == "need") && x.t.Child(h, "expl") >= 0
}

// must tells whether verb v says what must be: a modal, "has to", "needs to".
func (x *reading) must(v int) bool {
	if !x.t.Verb(v) || x.t.Child(v, "nsubj", "nsubjpass") < 0 {
		return false
	}
	if x.modal(v, "must", "should", "shall", "ought") {
		return !x.perfect(v)
	}
	if l := x.t.Lemma(v); l == "have" || l == "need" || l == "ought" {
		c := x.t.Child(v, "xcomp")
		return c >= 0 && x.t.Tag(v) != "VBG" && (x.t.Child(v, "advmod") < 0 || x.t.Lower(x.t.Child(v, "advmod")) != "yet") && x.infinitive(c) && c-v <= 3
	}
	return false
}

// own tells whether clause v is about speaker e, his country, "we" or nobody.
func (x *reading) own(v, e int) bool {
	s := x.t.Child(v, "nsubj", "nsubjpass")
	switch x.t.Lower(s) {
	case "we", "i", "you", "there", "one", "who", "which", "what":
		return true
	case "it", "this", "that":
		if h := x.t.Head(v); len(x.mentioned(s)) == 0 && (x.t.Dep(v) != "ccomp" || !x.anyActs(x.t.Objects(h))) {
			return true // "told Kyiv that it must" is about Kyiv
		}
	}
	if p := x.t.Child(s, "poss"); p >= 0 && (x.t.Lower(p) == "our" || x.t.Lower(p) == "my") {
		return true
	}
	me := &x.who.Entities[e].Ref
	return slices.ContainsFunc(x.t.Conj(s), func(t int) bool {
		return slices.ContainsFunc(x.actors(t), func(a arg) bool {
			r := x.ref(a)
			return a.ent == e || me.Country != "" && r.ID == graph.CountryID(me.Country) || me.Kind == graph.Country && r.Country == me.Country
		})
	})
}

// deed is the clause in which a noun stands after one of the prepositions, up to
// there: "[the talks were put off] at Kyiv's request".
func (x *reading) deed(m *match, preps []string) []arg {
	p := x.t.Head(m.head)
	if x.t.Dep(m.head) != "pobj" || p > m.head || !slices.Contains(preps, x.t.Lower(p)) {
		return nil
	}
	v := x.verbOf(p)
	if v < 0 || x.t.Lemma(v) == "be" && x.t.Child(v, "auxpass") < 0 {
		return nil
	}
	if start, _ := x.bounds(p); p < v && p != start { // "since the arrest, at Rome's request, Malta has …"
		return nil
	}
	first, end := x.begins(v), x.upTo(v, p)
	if end <= first {
		return nil
	}
	return []arg{{tok: v, ent: -1, clause: true, ref: x.proposal(x.doc.Slice(first, end))}}
}

// begins is where the subject of verb v begins, that of a relative clause being
// the noun it modifies; v itself without one.
func (x *reading) begins(v int) int {
	s := x.t.Child(v, "nsubj", "nsubjpass")
	if s < 0 {
		return v
	}
	if n := x.antecedentOf(v); n >= 0 && (x.t.Tag(s) == "WDT" || x.t.Tag(s) == "WP") {
		s = n
	}
	first, _ := x.t.Phrase(s)
	return first
}

// upTo is the end of what belongs to verb v behind it and before what holds
// token p.
func (x *reading) upTo(v, p int) int {
	end := v + 1
	for _, k := range x.t.Kids(v) {
		c := int(k)
		if d := x.t.Dep(c); c < v || d == "punct" || d == "cc" || d == "conj" || d == "advcl" {
			continue
		}
		if x.t.Within(p, c) {
			break
		}
		for end < len(x.doc.Tokens) && x.t.Within(end, c) {
			end++
		}
	}
	return end
}

// equals are what noun n is said to be: "Moscow's demand, [a truce]", "its
// condition is [that Kyiv withdraw]", "[a truce] is its demand".
func (x *reading) equals(n int, which string) []int {
	if a := x.t.Child(n, "appos"); which != "subject" && a >= 0 && a > n && !x.namesActor(a) && x.t.Noun(a) {
		return []int{a}
	}
	for _, k := range x.t.Kids(n) { // "one demand: that Kyiv withdraw"
		if c := int(k); c > n && (x.t.Dep(c) == "acl" && x.thatClause(c) || x.colon(n+1) && x.t.Verb(c)) {
			return []int{c}
		}
	}
	return x.predicated(n, which)
}

// predicated are what noun n is said to be by "is", or what is said to be it.
func (x *reading) predicated(n int, which string) []int {
	first := x.t.First(n)
	h, dep := x.t.Head(first), x.t.Dep(first)
	if which == "subject" && dep != "attr" {
		return nil
	}
	if dep == "pobj" && x.t.Lower(h) == "among" {
		h, dep = x.t.Head(h), "nsubj"
	}
	if h == first || x.t.Lemma(h) != "be" || x.t.Negated(h) {
		return nil
	}
	for _, k := range x.t.Kids(h) {
		c := int(k)
		d := x.t.Dep(c)
		behind := dep == "nsubj" && (d == "attr" || d == "ccomp" || d == "xcomp") && c > h
		before := dep == "attr" && (d == "nsubj" || d == "csubj")
		if (behind || before) && x.spells(c, which == "clause") {
			return x.t.Conj(c)
		}
	}
	return nil
}

// spells tells whether token c, said to be a proposal or a demand, tells which:
// a clause, or a thing that is no judgement of it.
func (x *reading) spells(c int, clausal bool) bool {
	if x.t.Verb(c) {
		return x.infinitive(c) || x.thatClause(c) || x.t.Tag(c) == "VBG" || x.t.Dep(c) == "ccomp"
	}
	return !clausal && x.t.Noun(c) && x.doc.Tokens[c].Pos != "PRON" && !x.namesActor(c) && !x.t.Negated(c) &&
		!x.evaluates(c, x.things.Unfit) && !x.evaluates(c, x.things.Blame) && !x.evaluates(c, x.things.Praise)
}

// namesActor tells whether token i heads a mention of somebody known, not of
// "an army".
func (x *reading) namesActor(i int) bool {
	m := x.who.At(i)
	return m != nil && (m.Actor >= 0 && !x.who.Entities[m.Actor].Generic || len(m.Members) > 0)
}

// colon tells whether token i is a colon.
func (x *reading) colon(i int) bool { return i < len(x.doc.Tokens) && x.doc.Word(i) == ":" }

// whatIs is what "what" at the head of a clause stands for: "what Kyiv wants is
// [a truce]".
func (x *reading) whatIs(v int) []int {
	h := x.t.Head(v)
	if x.t.Dep(v) != "csubj" || x.t.Lemma(h) != "be" {
		return nil
	}
	if c := x.t.Child(h, "attr", "ccomp", "xcomp"); c > h {
		return x.t.Conj(c)
	}
	return nil
}
