package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkHalves links "the North" and "the South" where the article is about one
// of two states with such names.
func linkHalves(a *article) {
	for i, w := range a.word {
		if w != "North" && w != "South" || !a.is(i-1, i, wordThe) || a.nounNext(i) {
			continue
		}
		n := a.own[i]
		if n != nil && n.end-n.first > 1 {
			continue
		}
		c := a.half(w + " ")
		if c < 0 {
			continue
		}
		if n == nil {
			n = a.add(i, i+1, nil, nil, political, 1)
		}
		n.label, n.actor, n.place, n.person, n.rule = political, c, c, nil, a.rule
	}
	a.sortNames()
}

// nounNext tells that a token only qualifies the noun behind it: "the North Pole".
func (a *article) nounNext(i int) bool {
	d := a.tok(i).Dep
	return (d == depCompound || d == depAmod || d == depNmod) && int(a.tok(i).Head) == i+1
}

// half returns the entity of the state of the article whose name, or whose
// twin's name, starts with a word; -1 for none.
func (a *article) half(start string) int {
	for i := range a.res.Entities {
		r := &a.res.Entities[i].Ref
		if r.Kind != graph.Country {
			continue
		}
		side, rest, ok := strings.Cut(r.Name, " ")
		if !ok || side != "North" && side != "South" {
			continue
		}
		for _, h := range a.kb.Lookup(start + rest) {
			if h.Entry.Kind == kb.Country {
				return a.country(h.Entry)
			}
		}
	}
	return -1
}
