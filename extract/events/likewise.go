package events

import (
	"slices"
	"strings"

	"entente/graph"
)

// likewise repeats the event before for whoever is said to have done the same:
// "Norway has done so too", "Rome followed suit", "so did Vienna", "as did
// Bonn", or, without any verb, "Rome and Vienna too".
func (x *reading) likewise(i int, before *event) {
	if before == nil || i <= before.m.pred() || x.t.Sent(i)-x.t.Sent(before.m.head) > 1 || x.question(i) {
		return
	}
	var subjects []int
	switch {
	case x.same(i):
		if re := x.reality(&match{rule: before.m.rule, pos: 'v', head: i, last: i, light: -1}); re.negated || re.hypothetical || re.status != graph.Occurred {
			return
		}
		subjects = x.t.Subjects(i)
	case x.asDid(i):
		subjects = x.t.Subjects(i)
	case x.tooAlone(i):
		subjects = x.t.Conj(i)
	default:
		return
	}
	for _, s := range subjects {
		for _, a := range x.actors(s) {
			x.alike(i, before, a)
		}
	}
}

// alike makes statements that actor a did what event before was.
func (x *reading) alike(i int, before *event, a arg) {
	if slices.ContainsFunc(before.sources, func(s arg) bool { return s.ent == a.ent }) || !x.political(a) {
		return
	}
	m := *before.m
	m.head, m.last, m.light, m.pos = i, i, -1, 'v'
	for _, t := range before.targets {
		if t.ent >= 0 && t.ent == a.ent {
			continue
		}
		x.put(&m, before.as, graph.Occurred, x.ref(a), x.ref(t), nil)
	}
}

// same tells whether verb i only says that its subject did what was told
// before: "did so", "did the same", "followed suit".
func (x *reading) same(i int) bool {
	if d := x.t.Dep(i); !x.t.Verb(i) || d == "aux" || d == "advcl" || d == "acl" || x.t.Tag(i) == "VBG" || x.t.Tag(i) == "VB" || x.t.Negated(i) {
		return false
	}
	switch x.t.Lemma(i) {
	case "do":
		if o := x.t.Child(i, "dobj"); o >= 0 {
			return x.t.Lower(o) == "same" || x.t.Lower(o) == "likewise"
		}
		if i+1 >= len(x.doc.Tokens) {
			return false
		}
		w := x.t.Lower(i + 1)
		return w == "so" || w == "likewise"
	case "follow":
		o := x.t.Child(i, "dobj")
		return o >= 0 && x.t.Lower(o) == "suit"
	}
	return false
}

// asDid tells whether i is the auxiliary of "as did Bonn", "so has Vienna".
func (x *reading) asDid(i int) bool {
	if i == 0 || !x.t.Verb(i) || x.t.Dep(i) == "aux" || x.t.Dep(i) == "auxpass" {
		return false
	}
	switch x.t.Lower(i) {
	case "did", "does", "do", "has", "have", "had":
	default:
		return false
	}
	if x.t.Negated(i) {
		return false
	}
	if mk := x.t.Child(i, "mark"); mk >= 0 && x.t.Lower(mk) == "as" && x.t.Dep(i) == "advcl" { // "as Bonn had in March"
		return x.t.Child(i, "nsubj") > mk && x.t.Child(i, "dobj", "xcomp", "ccomp", "acomp", "attr") < 0
	}
	if w := x.t.Lower(i - 1); w != "as" && w != "so" {
		return false
	}
	return x.t.Child(i, "nsubj") > i && x.t.Child(i, "dobj", "xcomp", "ccomp", "acomp", "attr") < 0
}

// tooAlone tells whether i is the first of the actors of a sentence without a
// verb: "Rome and Vienna too".
func (x *reading) tooAlone(i int) bool {
	if x.t.Dep(i) != "ROOT" || x.t.Verb(i) || !x.canAct(i) {
		return false
	}
	first, end := x.bounds(i)
	also := false
	for k := first; k < end; k++ {
		if x.t.Verb(k) {
			return false
		}
		w := x.t.Lower(k)
		also = also || w == "too" || w == "likewise" || w == "also" || w == "similarly" || w == "ditto"
	}
	return also
}

// unsaid is what a verb of refusal with nothing behind its "to" refuses: what
// the clause before it tells: "Malta lifted its ban; Cyprus refused [to]".
func (x *reading) unsaid(m *match) []arg {
	if m.pos != 'v' || !x.dangles(m.head) {
		return nil
	}
	own := x.doers(m)
	for i := m.head - 1; i >= 0 && x.t.Sent(m.head)-x.t.Sent(i) <= 1; i-- {
		if !x.t.Verb(i) || x.t.Lemma(i) == "be" || x.t.Passive(i) || x.t.Child(i, "nsubj") < 0 || x.status.Speech[x.t.Lemma(i)] {
			continue
		}
		if x.anyOf(x.t.Subjects(i), own) {
			continue
		}
		_, end := x.t.Phrase(i)
		name := x.shorten(strings.TrimSpace("to " + x.t.Lemma(i) + " " + x.doc.Slice(i+1, end)))
		return []arg{{tok: i, ent: -1, clause: true, ref: x.proposal(name)}}
	}
	return nil
}

// dangles tells whether the "to" after verb v has nothing behind it.
func (x *reading) dangles(v int) bool {
	to := v + 1
	return to < len(x.doc.Tokens) && x.t.Lower(to) == "to" && x.t.Head(to) == v && (to+1 >= len(x.doc.Tokens) || x.doc.Tokens[to+1].Pos == "PUNCT")
}

// anyOf tells whether one of the tokens stands for one of the arguments.
func (x *reading) anyOf(toks []int, list []arg) bool {
	return slices.ContainsFunc(toks, func(t int) bool { return x.among(t, list) })
}

// withoutVerb makes statements of those who do the same to something else without a
// verb of their own: "Germany backed the treaty and [Poland the amendment]".
func (x *reading) withoutVerb(m *match, relation graph.Relation, status graph.Status) {
	if m.pos != 'v' || len(m.words) > 0 || x.t.Passive(m.head) || x.t.Child(m.head, "dobj") < m.head {
		return
	}
	for _, k := range x.t.Kids(m.head) {
		c := int(k)
		if c < m.head || x.t.Dep(c) != "dep" || !x.canAct(c) {
			continue
		}
		if n := x.t.Child(c, "dep"); n > c && x.t.Noun(n) {
			for _, s := range x.t.Conj(c) {
				x.toAnother(m, relation, status, s, n)
			}
		}
	}
}

// toAnother makes statements that the actors of token s do to noun n what m says.
func (x *reading) toAnother(m *match, relation graph.Relation, status graph.Status, s, n int) {
	targets := slices.DeleteFunc(x.read(m, asAny, n), func(t arg) bool { return !x.fits(m.rule, t) })
	for _, a := range x.actors(s) {
		for _, t := range targets {
			x.emit(m, relation, status, a, t)
		}
	}
}
