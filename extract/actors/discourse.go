package actors

import "entente/graph"

// window is the number of sentences before its own in which a pronoun looks
// for what it stands for.
const window = 3

// backwards calls f with the mentions whose heads stand before token t, the
// nearest first, up to a number of sentences back, until f returns false.
func (a *article) backwards(t, sentences int, f func(m *Mention) bool) {
	first := max(int(a.sent[t])-sentences, 0)
	for i := t - 1; i >= a.sents[first].First; i-- {
		if m := a.at(i); m != nil && !f(m) {
			return
		}
	}
}

// governor climbs from a token to the verb whose argument it is, directly or
// through prepositions and coordination; -1 where it is no argument.
func (a *article) governor(t int) int {
	for range 12 {
		h := int(a.tok(t).Head)
		if h == t {
			return -1
		}
		switch a.tok(t).Dep {
		case "poss", "relcl", "acl", "advcl", "appos":
			return -1
		}
		if p := a.tok(h).Pos; p == "VERB" || p == "AUX" {
			return h
		}
		t = h
	}
	return -1
}

// clause climbs from a token to the nearest verb above it.
func (a *article) clause(t int) int {
	for range 40 {
		h := int(a.tok(t).Head)
		if h == t {
			return t
		}
		t = h
		if p := a.tok(h).Pos; p == "VERB" || p == "AUX" {
			return h
		}
	}
	return t
}

// subjectOf returns the subject of a verb, its own or that of the verb that it
// is coordinated with; -1 for none.
func (a *article) subjectOf(v int) int {
	for range 6 {
		for _, c := range a.kids[v] {
			switch a.tok(int(c)).Dep {
			case "nsubj", "nsubjpass":
				return int(c)
			}
		}
		if d := a.tok(v).Dep; d != "conj" && d != "xcomp" {
			return -1
		}
		v = int(a.tok(v).Head)
	}
	return -1
}

// subject tells whether a token is a subject, itself or by coordination.
func (a *article) subject(t int) bool {
	for range 4 {
		switch a.tok(t).Dep {
		case "nsubj", "nsubjpass", "csubj":
			return true
		case "conj", "appos":
			t = int(a.tok(t).Head)
		default:
			return false
		}
	}
	return false
}

// actor returns the entity that acts in a mention, nil where there is none.
func (a *article) actor(m *Mention) *Entity {
	if m == nil || m.Actor < 0 {
		return nil
	}
	return &a.res.Entities[m.Actor]
}

// kindOf is the kind of the entity that acts in a mention, "" for none.
func (a *article) kindOf(m *Mention) graph.Kind {
	if e := a.actor(m); e != nil {
		return e.Ref.Kind
	}
	return ""
}

// plural tells whether a mention stands for several.
func (a *article) plural(m *Mention) bool {
	if len(m.Members) > 1 {
		return true
	}
	if m.Form == Name && m.Actor >= 0 && a.res.Entities[m.Actor].Ref.Kind == graph.Person {
		return false
	}
	t := a.tok(m.Head)
	return t.Tag == "NNS" || t.Tag == "NNPS" || t.Tag == "PRP" && (a.low[m.Head] == "they" || a.low[m.Head] == "them")
}

// gender of who acts in a mention, "" for unknown.
func (a *article) gender(m *Mention) string {
	if m.Actor < 0 {
		return ""
	}
	if p := a.personOf[m.Actor]; p != nil {
		return a.genderOf(p)
	}
	return a.res.Entities[m.Actor].Gender
}
