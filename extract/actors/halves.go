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
		if !a.is(i, i, "north", "south") || !a.is(i-1, i, wordThe) || a.nounNext(i) || !a.capital(i) && !a.subject(i) {
			continue
		}
		w = strings.ToUpper(w[:1]) + a.low[i][1:]
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
		for _, name := range []string{start + rest, rest} { // Sudan is the north of South Sudan
			for _, h := range a.kb.Lookup(name) {
				if h.Entry.Kind == kb.Country && (name != rest || start[:1] != side[:1]) {
					return a.country(h.Entry)
				}
			}
		}
	}
	return -1
}

// sideAt returns the state that "northern" or "southern" at token i means in an
// article about one of two states with such names, -1 for none.
func (a *article) sideAt(i int) int {
	switch a.low[i] {
	case "northern":
		return a.half("North ")
	case "southern":
		return a.half("South ")
	}
	return -1
}
