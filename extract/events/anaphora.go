package events

import (
	"slices"

	"entente/graph"
)

// reach is how many sentences back "it" and "that" may refer.
const reach = 2

// event is an asymmetric event that was found.
type event struct {
	m *match
	// as is the relation of what was found.
	as      graph.Relation
	sources []arg
	targets []arg
}

// answerable relations are of what others can take up again: "Paris proposed a
// truce. Ankara brushed [it] aside."
func answerable(r graph.Relation) bool {
	switch r {
	case graph.Proposed, graph.Demanded, graph.Invited, graph.Promised, graph.Rejected, graph.Accepted, graph.Supported:
		return true
	default:
		return false
	}
}

// answers tells whether a relation is one by which things are taken up again.
func answers(r graph.Relation) bool {
	return r == graph.Rejected || r == graph.Accepted || r == graph.Supported
}

// answer finds what a pronoun, or nothing at all, at token tok of match m
// stands for: what somebody else was last told to have proposed, demanded or
// refused, or, where a noun for such a thing comes later, that noun.
func (x *reading) answer(m *match, tok int) []arg {
	many := x.plural(tok)
	noun := x.antecedent(m, tok)
	if e := x.lastTold(m, tok); e != nil && answers(m.rule.Relation) && (noun < 0 || x.t.Sent(noun) <= x.t.Sent(e.m.head)) {
		list := slices.DeleteFunc(slices.Clone(e.said()), func(t arg) bool { return !x.fits(m.rule, t) })
		if len(list) > 0 && (!many || len(list) > 1 || x.t.Tag(list[0].tok) == "NNS" || noun < 0) {
			return list
		}
	}
	if noun >= 0 && (x.pronoun(tok) || x.things.Resuming[x.t.Lemma(noun)] || x.things.Offers[x.t.Lemma(noun)]) {
		if list := x.content(m, noun); len(list) > 0 {
			return list
		}
		return x.actors(noun)
	}
	return nil
}

// said is what an event can be answered about: its words, or who asks where it
// is an invitation.
func (e *event) said() []arg {
	if e.m.rule.Relation == graph.Invited {
		return e.sources[:1]
	}
	var out []arg
	for _, t := range e.targets {
		if t.ent < 0 {
			out = append(out, t)
		}
	}
	return out
}

// lastTold is the last answerable event before token tok that is not one of
// the sources of m, nor of the same verb.
func (x *reading) lastTold(m *match, tok int) *event {
	var own []arg
	if len(x.told) > 0 {
		own = x.first(m, m.rule.source)
	}
	for i := len(x.told) - 1; i >= 0; i-- {
		e := &x.told[i]
		if x.t.Sent(tok)-x.t.Sent(e.m.head) > reach {
			return nil
		}
		if e.m.pred() == m.pred() || e.m.head >= tok || len(e.said()) == 0 {
			continue
		}
		if !slices.ContainsFunc(e.sources, func(s arg) bool {
			return slices.ContainsFunc(own, func(o arg) bool { return o.ent == s.ent })
		}) {
			return e
		}
	}
	return nil
}

// plural tells whether a pronoun stands for several things.
func (x *reading) plural(tok int) bool {
	switch x.t.Lower(tok) {
	case "them", "they", "these", "those", "both":
		return true
	}
	return false
}

// antecedent returns the noun that a pronoun at tok refers to when it stands
// for something proposed or refused ("turned [it] down", "objected to
// [that]"), or -1: the nearest one before the pronoun that names such a
// thing, is not an argument of the same verb, and of the pronoun's number
// where that can be told.
func (x *reading) antecedent(m *match, tok int) int {
	many := x.plural(tok)
	verb := x.verbOf(tok)
	for i := tok - 1; i >= 0 && x.t.Sent(tok)-x.t.Sent(i) <= reach; i-- {
		if !x.things.Nouns[x.t.Lemma(i)] || x.doc.Tokens[i].Pos != "NOUN" || x.t.Dep(i) == "compound" ||
			len(m.rule.Only) > 0 && !slices.Contains(m.rule.Only, x.t.Lemma(i)) && !slices.Contains(m.rule.Only, "PROPOSAL") {
			continue
		}
		if verb >= 0 && x.verbOf(i) == verb && x.t.Dep(i) != "nsubjpass" || many != (x.t.Tag(i) == "NNS") && many {
			continue
		}
		return i
	}
	return -1
}

// resumes tells whether noun tok only takes up again what was told before:
// "the idea", "this proposal", with nothing that says which.
func (x *reading) resumes(tok int) bool {
	if x.doc.Tokens[tok].Pos != "NOUN" || !x.things.Resuming[x.t.Lemma(tok)] {
		return false
	}
	definite := x.t.Dep(tok) == "appos"
	for _, k := range x.t.Kids(tok) {
		switch d := x.t.Dep(int(k)); d {
		case "det":
			w := x.t.Lower(int(k))
			definite = definite || w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "both"
		case "punct", "cc", "conj", "nummod", "predet":
		default:
			if d != "relcl" || x.t.Dep(tok) != "appos" {
				return false
			}
		}
	}
	return definite
}

// resumed is what a noun takes up again, where it is the kind of thing that
// was told: an idea has been proposed, a request demanded.
func (x *reading) resumed(m *match, tok int) []arg {
	if !x.resumes(tok) {
		return nil
	}
	e := x.lastTold(m, tok)
	if e == nil {
		return nil
	}
	want := graph.Proposed
	switch x.t.Lemma(tok) {
	case "demand", "request", "plea", "appeal", "call", "condition", "ultimatum", "wish":
		want = graph.Demanded
	}
	if e.m.rule.Relation != want && (want != graph.Proposed || x.t.Lemma(tok) != "idea") {
		return nil
	}
	said := e.said()
	if x.t.Tag(tok) == "NNS" && len(said) == 1 && x.t.Tag(said[0].tok) != "NNS" && !said[0].clause { // "the demands" are more than one truce
		return nil
	}
	return said
}

// verbOf is the nearest verb above token i, or -1.
func (x *reading) verbOf(i int) int {
	for {
		h := x.t.Head(i)
		if h == i {
			return -1
		}
		if x.t.Verb(h) {
			return h
		}
		i = h
	}
}

// pronoun tells whether tok can only refer to what was said before.
func (x *reading) pronoun(tok int) bool {
	switch x.t.Lower(tok) {
	case "it", "that", "this", "them", "these", "those", "one", "so", "both":
		return x.doc.Tokens[tok].Pos == "PRON" || x.t.Tag(tok) == "DT" || x.doc.Tokens[tok].Pos == "NUM"
	}
	return false
}

// ellipsis makes a refusal of "Moscow accepted the offer. Washington did
// not": an auxiliary with "not" and nothing after it repeats the event
// before it, turned round.
func (x *reading) ellipsis(i int, before *event) {
	if before != nil && x.nor(i) && x.t.Sent(i)-x.t.Sent(before.m.head) <= 1 {
		x.repeat(i, before, graph.Rejected)
		return
	}
	if before == nil || x.t.Child(i, "mark") >= 0 || x.t.Sent(i)-x.t.Sent(before.m.head) > 1 || i < before.m.head || !x.bare(i) {
		return
	}
	to := before.m.rule.Negated
	if to == "" && (before.m.rule.Relation == graph.Demanded || before.m.rule.Relation == graph.Proposed) {
		to = graph.Rejected
	}
	if to == "" {
		return
	}
	x.repeat(i, before, to)
}

// nor tells whether token i is the auxiliary of "nor will Kyiv".
func (x *reading) nor(i int) bool {
	if i == 0 || x.t.Lower(i-1) != "nor" && x.t.Lower(i-1) != "neither" || !x.t.Verb(i) || x.t.Dep(i) == "aux" {
		return false
	}
	return x.t.Child(i, "nsubj") > i && x.t.Child(i, "dobj", "xcomp", "ccomp", "acomp", "attr", "prep") < 0
}

// repeat makes statements that the subjects of verb i do to the targets of an
// event what relation to says.
func (x *reading) repeat(i int, before *event, to graph.Relation) {
	m := *before.m
	m.head, m.last, m.light, m.pos = i, i, -1, 'v'
	for _, s := range x.subjects(&m) {
		for _, a := range x.actors(s) {
			if slices.ContainsFunc(before.targets, func(t arg) bool { return t.ent >= 0 && t.ent == a.ent }) {
				continue
			}
			for _, t := range before.targets {
				x.put(&m, to, graph.Occurred, x.ref(a), x.ref(t), nil)
			}
		}
	}
}

// bare tells whether token i is a negated auxiliary that stands for a whole
// clause.
func (x *reading) bare(i int) bool {
	switch x.t.Lemma(i) {
	case "do", "will", "would", "can", "have":
	default:
		return false
	}
	if !x.t.Verb(i) || x.t.Dep(i) == "aux" || !x.t.Negated(i) {
		return false
	}
	return x.t.Child(i, "dobj", "xcomp", "ccomp", "acomp", "attr", "prep", "prt") < 0
}
