package actors

import (
	"strings"

	"entente/graph"
)

// linkPlaces resolves "the city", "the peninsula", "the island" to the place of that
// sort that was named last.
func linkPlaces(a *article) {
	for i, w := range a.low {
		town, land := a.lex.In("townword", w), a.lex.In("landword", w)
		if !town && !land || a.tok(i).Tag != tagNoun || a.at(i) != nil || a.own[i] != nil || !a.argues(i) || a.is(i+1, i, "of", "in", "'s", "’s") {
			continue
		}
		if first := a.phraseStart(i); i-first <= 2 && a.is(first, i, wordThe, "this", "that") && !a.nameWithin(first, i) {
			if p := a.placeAgain(i, town); p >= 0 {
				a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: a.islander(p), Place: p, Rule: "place"})
			}
		}
	}
}

// argues tells that token i is an argument of a verb or of a preposition, with nothing
// behind it that tells which one it is.
func (a *article) argues(i int) bool {
	for _, c := range a.kids[i] {
		if d := a.tok(int(c)).Dep; d == depRelcl || d == "acl" || d == depPrep || d == depAppos {
			return false
		}
	}
	switch a.tok(i).Dep {
	case depNsubj, depPassive, depDobj, depPobj:
		return true
	}
	return false
}

// nameWithin tells that a name stands among the tokens [first, end).
func (a *article) nameWithin(first, end int) bool {
	for j := first; j < end; j++ {
		if a.own[j] != nil {
			return true
		}
	}
	return false
}

// placeAgain is the place that a noun at token i can mean again: for a town one that
// is no region, for land one that is no town, or a country that is an island.
func (a *article) placeAgain(i int, town bool) int {
	found := -1
	a.backwards(i, window, func(m *Mention) bool {
		if m.Form != Name || m.Place < 0 || m.Actor >= 0 && m.Actor != m.Place && !a.located(m) {
			return true
		}
		e := &a.res.Entities[m.Place]
		sort := ""
		if e.Entry != nil {
			sort = e.Entry.Type
		}
		switch {
		case e.Ref.Kind == graph.Country:
			if !town && a.low[i] == "island" && a.lex.In("islandstate", strings.ToLower(e.Ref.Country)) {
				found = m.Place
			}
		case e.Ref.Kind != graph.Place:
		case town && (sort == "" || sort == "city" || sort == "capital"), !town && sort != "city" && sort != "capital" && sort != "building" && sort != "residence":
			found = m.Place
		}
		return found < 0
	})
	return found
}

// islander is a place as an actor: a country is one.
func (a *article) islander(place int) int {
	if a.res.Entities[place].Ref.Kind == graph.Country {
		return place
	}
	return -1
}
