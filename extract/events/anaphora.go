package events

import "entente/graph"

// reach is how many sentences back "it" and "that" may refer.
const reach = 2

// antecedent returns the noun that a pronoun at tok refers to when it stands
// for something proposed or refused ("turned [it] down", "objected to
// [that]"), or -1: the nearest one before the pronoun that names such a
// thing, is not an argument of the same verb, and of the pronoun's number
// where that can be told.
func (x *reading) antecedent(tok int) int {
	many := x.t.Lower(tok) == "them" || x.t.Lower(tok) == "they" || x.t.Lower(tok) == "these" || x.t.Lower(tok) == "those"
	verb := x.verbOf(tok)
	for i := tok - 1; i >= 0 && x.t.Sent(tok)-x.t.Sent(i) <= reach; i-- {
		if !x.things.Nouns[x.t.Lemma(i)] || x.doc.Tokens[i].Pos != "NOUN" || x.t.Dep(i) == "compound" {
			continue
		}
		if verb >= 0 && x.verbOf(i) == verb && x.t.Dep(i) != "nsubjpass" || many != (x.t.Tag(i) == "NNS") && many {
			continue
		}
		return i
	}
	return -1
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
	if before == nil || x.t.Sent(i)-x.t.Sent(before.m.head) > 1 || i < before.m.head || !x.bare(i) {
		return
	}
	to := before.m.rule.Negated
	if to == "" {
		return
	}
	m := *before.m
	m.head, m.last, m.light, m.pos = i, i, -1, 'v'
	for _, s := range x.subjects(&m) {
		for _, a := range x.actors(s) {
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

// event is an asymmetric event that was found.
type event struct {
	m       *match
	targets []arg
}
