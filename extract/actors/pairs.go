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
		members := a.lastTwo(i, kind, a.roleOf[i])
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
func (a *article) lastTwo(t int, kind graph.Kind, r *role) []int {
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
		if kind == graph.Person && r != nil && r.lex.Leads && !a.leads(e) {
			return true
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
