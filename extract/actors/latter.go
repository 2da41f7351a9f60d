package actors

import "entente/graph"

// linkLatter links "the former" and "the latter" to the first and the second of the
// two that were named together last, or the latter to whoever was named last of
// two in its sentence or the one before.
func linkLatter(a *article) {
	for i := range a.word {
		if a.low[i] != "former" && a.low[i] != "latter" || a.at(i) != nil || a.own[i] != nil || !a.is(i-1, i, wordThe) {
			continue
		}
		if a.in(i+1, i) && (a.tok(i+1).Pos == posNoun || a.tok(i+1).Pos == posPropn || a.tok(i+1).Pos == posAdj || a.hyphen(i+1, i)) {
			continue // "the former president", "the latter part"
		}
		if e := a.oneOfTwo(i); e >= 0 {
			place := -1
			if a.res.Entities[e].Ref.Kind == graph.Country {
				place = e
			}
			a.mention(Mention{First: i - 1, End: i + 1, Head: i, Form: Nominal, Actor: e, Place: place})
		}
	}
}

// inTextOrder are the two members of a mention in the order in which the text named
// them last before it.
func (a *article) inTextOrder(m *Mention) []int {
	for t := m.First - 1; t >= max(m.First-horizon, 0); t-- {
		if k := a.at(t); k != nil && (k.Actor == m.Members[0] || k.Actor == m.Members[1]) && k.Form != Pronoun {
			if k.Actor == m.Members[0] {
				return []int{m.Members[1], m.Members[0]}
			}
			break
		}
	}
	return m.Members
}

// oneOfTwo is whom "the former" or "the latter" at token i means, -1 for nobody.
func (a *article) oneOfTwo(i int) int {
	var couple, named []int
	a.backwards(i, 1, func(m *Mention) bool {
		if couple = a.together(m, i); len(couple) == 2 {
			return false
		}
		if len(m.Members) == 2 {
			couple = a.inTextOrder(m)
			return false
		}
		if m.Actor >= 0 && m.Form == Name && (len(named) == 0 || named[len(named)-1] != m.Actor) {
			named = append(named, m.Actor)
		}
		return true
	})
	if len(couple) != 2 && len(named) == 0 { // "Neither has spoken" between
		a.backwards(i, 2, func(m *Mention) bool {
			couple = a.together(m, i)
			return len(couple) != 2
		})
	}
	switch {
	case len(couple) == 2 && a.low[i] == "former":
		return couple[0]
	case len(couple) == 2:
		return couple[1]
	case len(named) == 2 && a.low[i] == "former":
		return named[1]
	case len(named) > 1 && a.low[i] == "latter":
		return named[0]
	}
	return -1
}
