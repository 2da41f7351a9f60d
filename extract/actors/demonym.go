package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkDemonyms links a nationality that stands for one person, "the American
// had asked for more", to the most present person of that country.
func linkDemonyms(a *article) {
	for _, n := range a.names {
		if p := a.namedFellow(n); p != nil {
			a.rename(n, p)
			continue
		}
		if n.person != nil || n.label != political || !a.onePerson(n) {
			continue
		}
		country := a.res.Entities[n.actor].Ref.Country
		var best *person
		most := 0
		for _, p := range a.people {
			if p.firstAt() < 0 || p.firstAt() > n.first || a.home(a.isoOf(p)) != a.home(country) {
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

// namedFellow is who a nationality in the singular stands beside: "a young Iranian, X",
// "X, a Swede"; nil where it means the country or nobody's name is there.
func (a *article) namedFellow(n *name) *person {
	if n.person != nil || n.label != political || n.actor < 0 || a.res.Entities[n.actor].Ref.Kind != graph.Country {
		return nil
	}
	h := a.head(n.first, n.end)
	t := a.tok(h)
	if first := a.phraseStart(h); !a.is(first, n.first, wordThe, "a", "an", "another") || t.Tag == tagNames || t.Tag == tagNouns || t.Dep == depAmod || t.Dep == depCompound ||
		!slices.ContainsFunc(n.hits, func(h kb.Hit) bool { return h.Form == kb.People || h.Form == kb.Adjective }) {
		return nil
	}
	if up := a.nameAt(int(t.Head), n.first); t.Dep == depAppos && up != nil && up.person != nil && up.end <= n.first {
		return up.person
	}
	if next := a.nameAt(n.end+1, n.first); next != nil && next.person != nil && a.is(n.end, n.first, ",") {
		if k := a.tok(a.head(next.first, next.end)); k.Dep == depAppos && int(k.Head) == h {
			return next.person
		}
	}
	return nil
}

// isoOf is the code of the country of a person, by the record or by the offices that
// the article has told so far; "" for none.
func (a *article) isoOf(p *person) string {
	if p.country != "" {
		return p.country
	}
	c := a.countryOf(p)
	for _, r := range p.claims {
		if c < 0 && !r.lex.Private {
			c = a.nation(r)
		}
	}
	if c < 0 {
		return ""
	}
	return a.res.Entities[c].Ref.Country
}

// onePerson tells that a nationality is used for one person: a noun in the
// singular behind "the" that no other noun follows.
func (a *article) onePerson(n *name) bool {
	h := a.head(n.first, n.end)
	if n.actor < 0 || a.res.Entities[n.actor].Ref.Kind != graph.Country || !a.is(n.first-1, n.first, wordThe) && !a.is(a.phraseStart(h), n.first, wordThe) {
		return false
	}
	people := false
	for _, h := range n.hits {
		if h.Form == kb.Name {
			return false // "the Vatican"
		}
		people = people || h.Form == kb.People || h.Form == kb.Adjective
	}
	t := a.tok(h)
	if w := a.low[h]; strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") {
		return false // "the British", "the French" are many
	}
	if !people || t.Tag == tagNames || t.Tag == tagNouns || singular(a.low[h]) != a.low[h] {
		return false
	}
	switch t.Dep {
	case depConj: // "a meeting of the Russian and the Ukrainian"
		return a.is(n.end, n.first, ".", ",", ";", ":", "and", ")") || !a.in(n.end, n.first)
	case depNsubj, depPassive, depPoss, depDobj, depPobj:
		return int(t.Head) < n.first || a.tok(int(t.Head)).Pos != posNoun || t.Dep == depPoss
	}
	return false
}

// rename makes the mention of a name a description of a person.
func (a *article) rename(n *name, p *person) {
	if m := a.at(a.head(n.first, n.end)); m != nil {
		m.Actor, m.Place, m.Form, m.Rule, m.First = a.of(p), -1, Nominal, a.rule, n.first-1
	}
}
