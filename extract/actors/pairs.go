package actors

import (
	"slices"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkPairs resolves phrases for two or more who were named before: "the two
// leaders", "both sides", "the two countries", "the two".
func linkPairs(a *article) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil {
			continue
		}
		kind, ok := a.pairNoun(i)
		if !ok {
			continue
		}
		first := a.phraseStart(i)
		if !a.pairPhrase(first, i) {
			continue
		}
		members := a.pairMembers(i, kind)
		if len(members) != 2 {
			continue
		}
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members})
		a.holdPair(a.roleOf[i], members)
	}
}

// holdPair gives the two people of "the two presidents" the office, where the
// knowledge base agrees.
func (a *article) holdPair(r *role, members []int) {
	if r == nil || r.lex.Name == "leader" || r.lex.Weak || r.lex.Private || len(r.people) > 0 {
		return
	}
	for _, e := range members {
		p := a.personOf[e]
		if p == nil || p.entry == nil || a.holds(p, r) == 0 {
			return
		}
	}
	for _, e := range members {
		a.hold(r, a.personOf[e])
	}
}

// pairMembers picks the two whom a phrase at token i stands for.
func (a *article) pairMembers(i int, kind graph.Kind) []int {
	if r := a.roleOf[i]; r != nil && r.lex.Leads {
		return a.twoPeople(i, true)
	}
	if w := a.low[i]; w == "man" || w == "men" || w == "woman" || w == "women" || w == "duo" || w == "pair" {
		return a.twoPeople(i, false)
	}
	if kind == "" {
		kind = graph.Person
		if a.countriesBefore(i) {
			kind = graph.Country
		}
	}
	if kind == graph.Country {
		return a.twoCountries(i)
	}
	return a.lastTwo(i, kind)
}

// countriesBefore tells that the sentence before token i, or its own up to
// there, is about what a country did.
func (a *article) countriesBefore(i int) bool {
	found := false
	a.backwards(i, 1, func(m *Mention) bool {
		if m.Actor >= 0 && a.subject(m.Head) {
			found = a.kindOf(m) == graph.Country
			return a.sent[m.Head] == a.sent[i]
		}
		return true
	})
	return found
}

// twoCountries returns the two countries most in the reader's mind at token t.
func (a *article) twoCountries(t int) []int {
	count := make([]int, len(a.res.Entities))
	first := max(int(a.sent[t])-1, 0)
	for i := range t {
		m := a.at(i)
		if m == nil || m.Actor < 0 || m.First <= t && t < m.End {
			continue
		}
		c, w := m.Actor, 2
		if p := a.personOf[c]; p != nil {
			c, w = a.countryOf(p), 1
		}
		if c < 0 || a.res.Entities[c].Ref.Kind != graph.Country || a.located(m) {
			continue
		}
		if m.Form == Adjective {
			w = 1
		}
		if i >= a.sents[first].First {
			w += 3
		}
		for len(count) <= c {
			count = append(count, 0)
		}
		count[c] = min(count[c]+w, 24)
	}
	for _, c := range a.subjectsAbove(t) {
		if c < len(count) {
			count[c] = 0 // "China urged both sides"
		}
	}
	for _, e := range a.nearPairs(t) {
		if a.res.Entities[e].Ref.Kind == graph.Country {
			count[e] += together
		}
	}
	return topTwo(count)
}

// subjectsAbove returns the entities that are subjects of the clauses around
// token t, which a phrase in them cannot include.
func (a *article) subjectsAbove(t int) (out []int) {
	v := t
	for range 8 {
		w := a.clause(v)
		if w == v {
			break
		}
		v = w
		if s := a.subjectOf(v); s >= 0 && s != t && !a.below(t, s) {
			if m := a.at(s); m != nil && m.Actor >= 0 && a.kindOf(m) == graph.Country {
				out = append(out, m.Actor)
			}
		}
	}
	return out
}

// located tells that a mention is only where something happens: "in Moscow".
func (a *article) located(m *Mention) bool {
	return a.tok(m.Head).Dep == "pobj" && a.is(int(a.tok(m.Head).Head), m.Head, "in", "at", "near", "from", "through") || m.First > 0 && a.tok(m.Head).Dep == "npadvmod"
}

// topTwo returns the indexes of the two greatest numbers, nil where they are
// not clearly above the others.
func topTwo(count []int) []int {
	best, second, third := -1, -1, -1
	for i, n := range count {
		switch {
		case n == 0:
		case best < 0 || n > count[best]:
			best, second, third = i, best, second
		case second < 0 || n > count[second]:
			second, third = i, second
		case third < 0 || n > count[third]:
			third = i
		}
	}
	if second < 0 || third >= 0 && count[third] == count[second] {
		return nil
	}
	return []int{best, second}
}

// pairNoun tells what kind the noun at token i stands for when it is doubled.
func (a *article) pairNoun(i int) (graph.Kind, bool) {
	switch a.low[i] {
	case "man", "leader", "woman":
		return graph.Person, a.is(i-1, i, "neither")
	case "side", "country", "government":
		return graph.Country, a.is(i-1, i, "neither")
	case "sides", "parties", "countries", "nations", "states", "neighbours", "neighbors", "governments", "capitals", "delegations", "allies", "rivals",
		"powers", "giants", "superpowers":
		return graph.Country, true
	case "two", "both":
		// "the two agreed", "both denied"
		k := a.tok(i)
		if k.Dep == "nsubj" || k.Dep == "nsubjpass" {
			return "", true
		}
		return "", false
	case "duo", "pair":
		return graph.Person, true
	}
	if a.tok(i).Tag != "NNS" && a.tok(i).Tag != "NNPS" {
		return "", false
	}
	n, ok := a.lex.Noun(singular(a.low[i]))
	if r := a.roleOf[i]; r != nil && r.plural {
		return graph.Person, true
	}
	return graph.Person, ok && n.Has(lexicon.Persons)
}

// pairPhrase tells whether the words before the noun say that two known ones
// are meant.
func (a *article) pairPhrase(first, i int) bool {
	if a.is(i+1, i, "of", "from", "in") && a.low[i] != "two" && a.low[i] != "both" {
		return false
	}
	if a.low[i] == "two" || a.low[i] == "both" {
		return a.low[i] == "both" || a.is(i-1, i, "the")
	}
	the, two := false, false
	for j := first; j < i; j++ {
		switch a.low[j] {
		case "the", "these", "those", "their":
			the = true
		case "two":
			two = true
		case "both", "neither":
			return true
		}
	}
	return the && two || the && (a.low[i] == "sides" || a.low[i] == "leaders" || a.low[i] == "pair" || a.low[i] == "duo") && i-first == 1
}

// lastTwo returns the two entities of a kind that the text named last before
// token t: a pair named together, or subject and partner of one sentence.
func (a *article) lastTwo(t int, kind graph.Kind) []int {
	var seen []int
	const far = 6
	a.backwards(t, far, func(m *Mention) bool {
		if m.Actor < 0 || m.Form == Adjective && kind != graph.Country || m.First <= t && t < m.End {
			return true
		}
		if len(m.Members) == 2 && a.isKind(m.Members[0], kind) && len(seen) == 0 {
			seen = m.Members
			return false
		}
		e := m.Actor
		if !a.isKind(e, kind) {
			return true
		}
		if v := a.governor(m.Head); v >= 0 && a.subject(m.Head) && a.below(a.clause(t), v) {
			return true // "X denied that the two had been traded"
		}
		if !slices.Contains(seen, e) {
			seen = append(seen, e)
		}
		return len(seen) < 2
	})
	if len(seen) < 2 {
		return nil
	}
	out := slices.Clone(seen[:2])
	slices.Reverse(out)
	return out
}

// twoPeople returns the two people, or the two leaders, who are most in the
// reader's mind at token t: named often, lately and together, or of two
// countries named together.
func (a *article) twoPeople(t int, leaders bool) []int {
	type candidate struct{ entity, weight int }
	var list []candidate
	near := a.nearPairs(t)
	for _, p := range a.people {
		if p.entity < 0 || leaders && !a.leads(p.entity) {
			continue
		}
		w := a.presence(p, t)
		if w == 0 && (len(p.names) == 0 || p.firstAt() > t) {
			continue
		}
		if slices.Contains(near, p.entity) {
			w += together
		} else if c := a.countryOf(p); c >= 0 && slices.Contains(near, c) {
			w += together
		}
		list = append(list, candidate{p.entity, w})
	}
	slices.SortStableFunc(list, func(x, y candidate) int { return y.weight - x.weight })
	if len(list) < 2 || len(list) > 2 && list[1].weight == list[2].weight {
		return nil
	}
	return []int{list[0].entity, list[1].entity}
}

// together is what it weighs that two were named in one breath.
const together = 6

// nearPairs returns the entities that this sentence or the two before name in
// coordination or as subject and partner.
func (a *article) nearPairs(t int) []int {
	var out []int
	a.backwards(t, 2, func(m *Mention) bool {
		if g := a.together(m, t); len(g) == 2 {
			out = append(out, g...)
		}
		return true
	})
	return out
}

// isKind tells whether an entity can be one of a pair of the kind.
func (a *article) isKind(e int, kind graph.Kind) bool {
	x := &a.res.Entities[e]
	if x.Generic {
		return false
	}
	return x.Ref.Kind == kind
}

// leads tells whether a person leads a country or an organization, by the
// article or the knowledge base.
func (a *article) leads(e int) bool {
	p := a.personOf[e]
	if p == nil {
		return false
	}
	for _, c := range a.claims {
		if c.person == p && c.role.lex.Leads {
			return true
		}
	}
	if p.entry == nil {
		return false
	}
	for _, o := range a.kb.OfficesAt(p.entry, a.date) {
		switch o.Role {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch:
			return true
		}
	}
	return false
}
