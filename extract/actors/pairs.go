package actors

import (
	"slices"

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
		var members []int
		if r := a.roleOf[i]; r != nil && r.lex.Leads {
			members = a.twoLeaders(i)
		} else {
			members = a.lastTwo(i, kind)
		}
		if len(members) != 2 {
			continue
		}
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members})
	}
}

// pairNoun tells what kind the noun at token i stands for when it is doubled.
func (a *article) pairNoun(i int) (graph.Kind, bool) {
	switch a.low[i] {
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
		case "both":
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
			if kind != graph.Country || a.personOf[e] == nil {
				return true
			}
			if e = a.countryOf(a.personOf[e]); e < 0 {
				return true
			}
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

// twoLeaders returns the two leaders who are most in the reader's mind at token
// t: named often, lately and together, or of two countries named together.
func (a *article) twoLeaders(t int) []int {
	type candidate struct{ entity, weight int }
	var list []candidate
	near := a.nearPairs(t)
	for _, p := range a.people {
		if p.entity < 0 || !a.leads(p.entity) {
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

// isKind tells whether an entity can be one of a pair of the kind; the empty
// kind takes people and countries.
func (a *article) isKind(e int, kind graph.Kind) bool {
	x := &a.res.Entities[e]
	if x.Generic {
		return false
	}
	if kind == "" {
		return x.Ref.Kind == graph.Person
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
	const leader = 250
	return a.prominence(p.entry) >= leader
}
