package actors

import (
	"entente/extract/actors/kb"
	"entente/graph"
)

// linkDemonyms links a nationality that stands for one person, "the American
// had asked for more", to the most present person of that country.
func linkDemonyms(a *article) {
	for _, n := range a.names {
		if n.person != nil || n.label != political || !a.onePerson(n) {
			continue
		}
		country := a.res.Entities[n.actor].Ref.Country
		var best *person
		most := 0
		for _, p := range a.people {
			if p.firstAt() < 0 || p.firstAt() > n.first || a.home(p.country) != a.home(country) {
				continue
			}
			if s := a.presence(p, n.first); s > most {
				best, most = p, s
			}
		}
		if best == nil {
			continue
		}
		a.rename(n, best)
	}
}

// onePerson tells that a nationality is used for one person: a noun in the
// singular behind "the" that no other noun follows.
func (a *article) onePerson(n *name) bool {
	if n.actor < 0 || n.end-n.first > 1 || a.res.Entities[n.actor].Ref.Kind != graph.Country || !a.is(n.first-1, n.first, wordThe) {
		return false
	}
	people := false
	for _, h := range n.hits {
		people = people || h.Form == kb.People || h.Form == kb.Adjective
	}
	t := a.tok(n.first)
	if !people || t.Tag == tagNames || t.Tag == tagNouns || singular(a.low[n.first]) != a.low[n.first] {
		return false
	}
	switch t.Dep {
	case depNsubj, depPassive, depPoss, depDobj, depPobj:
		return int(t.Head) < n.first || a.tok(int(t.Head)).Pos != posNoun || t.Dep == depPoss
	}
	return false
}

// rename makes the mention of a name a description of a person.
func (a *article) rename(n *name, p *person) {
	if m := a.at(n.first); m != nil {
		m.Actor, m.Place, m.Form, m.Rule, m.First = a.of(p), -1, Nominal, a.rule, n.first-1
	}
}
