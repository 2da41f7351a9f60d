package actors

import (
	"slices"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// they resolves a plural pronoun: people or bodies named together, a plural
// phrase, or a collective; a nearer plural of things leaves it unresolved.
func (a *article) they(t int) *Mention {
	most := enough + 2
	var members []int
	var single *Mention
	consider := func(m *Mention) bool {
		group, bonus := a.company(m, t)
		switch {
		case len(group) > 1:
		case a.plural(m) && (m.Actor >= 0 || len(m.Members) > 1) && m.Form != Adjective && !a.bound(t, m):
		case m.Actor >= 0 && a.collective(m) && a.tok(t).Tag != tagOwner && (m.Place < 0 || a.tok(m.Head).Dep != depPobj) && !a.bound(t, m):
			// "Ireland ... they": a collective, but only as a last resort
			if s := a.prefer(t, m) - 8; s > most {
				members, single, most = nil, m, s
			}
			return true
		default:
			return true
		}
		if s := a.prefer(t, m) + bonus; s > most {
			most = s
			members, single = group, m
		}
		return true
	}
	a.backwards(t, window-1, consider)
	if single == nil {
		return a.theyWho(t)
	}
	if a.thingsNearer(t, single.Head) || len(members) < 2 && len(single.Members) < 2 && !a.plural(single) && a.pluralNearer(t, single.Head) {
		return nil
	}
	m := Mention{First: t, End: t + 1, Head: t, Form: Pronoun, Actor: -1, Place: -1}
	switch {
	case len(members) > 1:
		m.Members = members
	case len(single.Members) > 1:
		m.Members = single.Members
	default:
		m.Actor, m.Place = single.Actor, single.Place
	}
	a.mention(m)
	return a.at(t)
}

// theyWho resolves "they" to the last two people where what they do, one does with
// another: "X rang Y. After a week they talked"; nil elsewhere.
func (a *article) theyWho(t int) *Mention {
	if a.tok(t).Dep != depNsubj || !a.lex.In("reciprocal", a.tok(int(a.tok(t).Head)).Lemma) {
		return nil
	}
	two := a.lastTwo(t)
	if len(two) != 2 {
		return nil
	}
	a.mention(Mention{First: t, End: t + 1, Head: t, Form: Pronoun, Actor: -1, Place: -1, Members: two})
	return a.at(t)
}

// company returns those whom a mention names together with others, in coordination
// or as partners of one deed, and how much the more they fit a plural pronoun at t.
func (a *article) company(m *Mention, t int) (group []int, bonus int) {
	if group = a.together(m, t); len(group) > 1 {
		return group, 1
	}
	if a.governor(t) != a.governor(m.Head) && !a.above(t, m.Head) {
		if group = a.partners(m, t); len(group) > 1 {
			return group, -4
		}
	}
	return nil, 0
}

// collective tells whether a mention is of an organization, or of a country
// named by its people.
func (a *article) collective(m *Mention) bool {
	k := a.kindOf(m)
	return k == graph.Organization || k == graph.Country && m.Form == Nominal
}

// together returns the actors that a mention and those coordinated with it
// name, where it is the first of at least two of one kind.
func (a *article) together(m *Mention, t int) []int {
	if m.Actor < 0 || a.tok(m.Head).Dep == depConj {
		return nil
	}
	out := []int{m.Actor}
	for _, c := range a.conjuncts(m.Head) {
		if c >= t {
			break
		}
		if n := a.at(c); n != nil && n.Actor >= 0 && a.sameKind(n.Actor, m.Actor) && !slices.Contains(out, n.Actor) {
			out = append(out, n.Actor)
		}
	}
	if len(out) < 2 || a.tok(t).Tag == tagPronoun && a.bound(t, m) {
		return nil
	}
	return out
}

// partners returns the subject and the other one of what two do with each other:
// "X spoke with Y. They agreed."
func (a *article) partners(m *Mention, t int) []int {
	if m.Actor < 0 || a.tok(m.Head).Dep != depNsubj || a.tok(m.Head).Tag == "WP" || a.personOf[m.Actor] == nil {
		return nil
	}
	v := int(a.tok(m.Head).Head)
	o := a.behind(v, "with")
	if o < 0 && a.lex.In("mutual", a.tok(v).Lemma) {
		if o = a.objectOf(v); o < 0 {
			o = a.behind(v, "to")
		}
	}
	if o < 0 || o >= t {
		return nil
	}
	n := a.at(o)
	if n == nil || n.Actor < 0 || n.Actor == m.Actor || a.personOf[n.Actor] == nil {
		return nil
	}
	out := []int{m.Actor, n.Actor}
	for _, c := range a.conjuncts(o) {
		if k := a.at(c); k != nil && k.Actor >= 0 && c < t && a.personOf[k.Actor] != nil && !slices.Contains(out, k.Actor) {
			out = append(out, k.Actor)
		}
	}
	return out
}

// sameKind tells whether two entities are both people or both bodies.
func (a *article) sameKind(x, y int) bool {
	p, q := a.res.Entities[x].Ref.Kind, a.res.Entities[y].Ref.Kind
	return (p == graph.Person) == (q == graph.Person)
}

// thingsNearer tells that a plural noun for things stands as a subject between
// a head and the pronoun at t.
func (a *article) thingsNearer(t, head int) bool {
	for i := t - 1; i > head; i-- {
		k := a.tok(i)
		if (k.Tag == tagNouns || k.Tag == tagNames) && (k.Dep == depNsubj || k.Dep == depPassive) && a.at(i) == nil && a.own[i] == nil &&
			a.governor(i) != a.governor(t) {
			if _, ok := a.lex.Noun(singular(a.low[i])); !ok {
				return true
			}
		}
	}
	return false
}

// pluralNearer tells that a plural noun that names nobody stands between the
// name of a body and "them": "the Council was asked for soldiers and sent them".
func (a *article) pluralNearer(t, head int) bool {
	if a.low[t] != "them" {
		return false
	}
	for i := t - 1; i > head; i-- {
		if k := a.tok(i); k.Tag == tagNouns && a.own[i] == nil && (k.Dep == depPobj || k.Dep == depDobj) && (a.at(i) == nil || a.at(i).Actor < 0) {
			return true
		}
	}
	return false
}

// it resolves a neuter pronoun to a country or an organization, only where the
// subject before it is one and no thing stands between.
func (a *article) it(t int) *Mention {
	if a.low[t] == "it" && a.addressed(t) {
		return a.addressee(t)
	}
	if a.low[t] == "it" && a.expletive(t) {
		return nil
	}
	var found *Mention
	first := max(int(a.sent[t])-1, 0)
	for i := t - 1; i >= a.sents[first].First; i-- {
		m := a.at(i)
		if m != nil && a.thing(m) && !a.plural(m) && !a.bound(t, m) {
			if a.subject(i) || a.sent[i] == a.sent[t] && (a.above(t, i) || a.tok(t).Tag == tagOwner && (a.nearest(i, t) || a.controls(i, t))) || a.relativeSubject(t, i) {
				found = m
				break
			}
			continue
		}
		if m == nil && a.blocks(i, t) && !a.officer(t) {
			return nil
		}
	}
	return found
}

// officer tells that a pronoun owns somebody's role: what has a president is a body.
func (a *article) officer(t int) bool {
	r := a.roleAtHead(int(a.tok(t).Head))
	return r != nil && a.tok(t).Tag == tagOwner && !r.lex.Weak && !r.lex.Private && r.lex.Name != counterpart
}

// addressed tells that "it" is who is accused or bidden: "accusing [it] of
// theft", "warned [it] not to".
func (a *article) addressed(t int) bool {
	v := int(a.tok(t).Head)
	if a.tok(t).Dep != depDobj || v > t || !a.lex.In("address", a.tok(v).Lemma) {
		return false
	}
	for i := t + 1; i < len(a.word) && a.sent[i] == a.sent[t]; i++ {
		if k := a.tok(i); int(k.Head) == v && (k.Dep == "prep" && a.low[i] != "in" || k.Dep == "xcomp" || k.Dep == "ccomp" || k.Dep == "advcl") {
			return true
		}
	}
	return false
}

// addressee is the country or body that "it" means where it is accused or
// bidden: the last one named before that does not do so itself.
func (a *article) addressee(t int) *Mention {
	for i := t - 1; i >= a.sents[max(int(a.sent[t])-1, 0)].First; i-- {
		m := a.at(i)
		if m == nil || !a.thing(m) || a.plural(m) || m.Actor < 0 || a.bound(t, m) {
			continue
		}
		if a.sent[i] != a.sent[t] && !a.subject(i) {
			continue
		}
		doer := false
		for k, steps := i, 0; steps < 8 && int(a.tok(k).Head) != k; steps++ { // "Chad and Mali, backed by Togo, cut ties, accusing it"
			k = int(a.tok(k).Head)
			if n := a.at(k); n != nil && a.bound(t, n) {
				doer = true
			}
		}
		if !doer {
			return m
		}
	}
	return nil
}

// thing tells whether a neuter pronoun can stand for who acts in a mention.
func (a *article) thing(m *Mention) bool {
	k := a.kindOf(m)
	return (k == graph.Country || k == graph.Organization) && m.Form != Adjective
}

// nearest tells that nothing but a few words stand between two tokens.
func (a *article) nearest(i, t int) bool {
	const few = 4
	return t-i <= few && (a.tok(i).Dep == depPobj || a.tok(i).Dep == depDobj || a.tok(i).Dep == depConj) && a.is(i+1, t, "and", ",")
}

// controls tells that the object at token i does what the clause around token t
// says: "urged Chad to open its border", "blamed Chad for closing its border".
func (a *article) controls(i, t int) bool {
	if a.tok(i).Dep != depDobj && a.tok(i).Dep != depDative {
		return false
	}
	v, w := int(a.tok(i).Head), a.clause(t)
	if a.tok(w).Dep == "pcomp" {
		return int(a.tok(int(a.tok(w).Head)).Head) == v
	}
	return a.tok(w).Dep == "xcomp" && int(a.tok(w).Head) == v
}

// relativeSubject tells that a pronoun stands in a clause that modifies a head:
// "Hanoi, where it has an embassy" is not about Hanoi, so it only counts for subjects.
func (a *article) relativeSubject(int, int) bool { return false }

// blocks tells that token i is a singular noun for a thing that a neuter
// pronoun may rather mean: a subject or an object.
func (a *article) blocks(i, t int) bool {
	k := a.tok(i)
	if k.Tag != tagNoun && k.Tag != "NNP" || a.own[i] != nil && a.own[i].person != nil {
		return false
	}
	if _, ok := a.lex.Noun(a.low[i]); ok && a.roleOf[i] != nil {
		return false
	}
	if w, ok := a.lex.Noun(a.low[i]); ok && a.sent[i] == a.sent[t] && (w.Has(lexicon.Place) || w.Has(lexicon.Country) || w.Has(lexicon.Body) && a.tok(t).Tag == tagOwner && k.Dep == depDobj) && a.own[i] == nil && a.headAt[i] == 0 {
		return true // "the leaders of the territory and its parliament"
	}
	switch k.Dep {
	case depNsubj, depPassive:
		return true
	case depDobj:
		return a.tok(t).Tag != tagOwner && a.sent[i] != a.sent[t]
	}
	return false
}

// expletive tells that "it" stands for nothing: "it is said that", "it was cold".
func (a *article) expletive(t int) bool {
	v := int(a.tok(t).Head)
	if a.tok(t).Dep == "expl" || a.tok(v).Pos == posAux && a.tok(v).Lemma == "be" {
		return true
	}
	if a.lex.In("idle", a.tok(v).Lemma) {
		return true
	}
	if a.tok(t).Dep != depNsubj && a.tok(t).Dep != depPassive {
		return true // an object "it" is nearly always a thing
	}
	return a.tok(t).Dep == depPassive
}
