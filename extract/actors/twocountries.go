package actors

import (
	"slices"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// countriesBefore tells that the sentence before token i, with its own up to
// there, is about what two countries or more do with each other.
func (a *article) countriesBefore(i int) bool {
	var countries []int
	subject := false
	a.backwards(i, 1, func(m *Mention) bool {
		if m.Actor < 0 || m.Form == Adjective || a.located(m) || a.kindOf(m) != graph.Country {
			return true
		}
		subject = subject || a.subject(m.Head)
		if !slices.Contains(countries, m.Actor) {
			countries = append(countries, m.Actor)
		}
		return true
	})
	return subject && len(countries) > 1
}

// usualPair returns the two countries, or organizations too where bodies is set,
// that the text before token t names in one breath more often than any others; nil
// where no two stand out or the sentence around has another subject above them.
func (a *article) usualPair(t int, bodies bool) []int {
	type pair struct{ x, y int }
	count := map[pair]int{}
	above := a.subjectsAbove(t)
	var order []pair
	for i := range t {
		m := a.at(i)
		if m == nil {
			m = a.stateAhead(i)
		}
		if m == nil || m.Form == Pronoun || m.First <= t && t < m.End {
			continue
		}
		g := m.Members
		if len(g) == 0 {
			g = a.together(m, t)
		}
		if len(g) != 2 || slices.ContainsFunc(g, func(e int) bool { return !a.party(e, bodies) || slices.Contains(above, e) }) {
			continue
		}
		p := pair{min(g[0], g[1]), max(g[0], g[1])}
		if count[p] == 0 {
			order = append(order, p)
		}
		count[p] += 2 + b2i(a.sent[i] >= a.sent[t]-1) + 2*b2i(a.sent[i] < opening)
	}
	slices.SortStableFunc(order, func(p, q pair) int { return count[q] - count[p] })
	if len(order) == 0 || len(order) > 1 && count[order[0]] == count[order[1]] {
		return nil
	}
	return []int{order[0].x, order[0].y}
}

// stateAhead is the mention that a noun for a government will be, which a later
// sieve makes: "Chad's government and the rebels"; nil for other tokens.
func (a *article) stateAhead(i int) *Mention {
	if a.own[i] != nil || a.tok(i).Pos != posNoun || a.tok(i).Dep == depConj {
		return nil
	}
	if noun, ok := a.lex.Noun(singular(a.low[i])); !ok || !noun.Has(lexicon.State) {
		return nil
	}
	first := a.phraseStart(i)
	body, _ := a.bodyOfNoun(i, first)
	if body < 0 {
		return nil
	}
	return &Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: body, Place: -1}
}

// party tells whether an entity can be one of two countries, or, with bodies, of
// two sides, of which one may be a movement.
func (a *article) party(e int, bodies bool) bool {
	switch a.res.Entities[e].Ref.Kind {
	case graph.Country:
		return true
	case graph.Organization:
		return bodies && !a.res.Entities[e].Generic
	default:
		return false
	}
}

// twoCountries returns the two countries most in the reader's mind at token t.
func (a *article) twoCountries(t int) []int {
	count := make([]int, len(a.res.Entities))
	recent := a.sents[max(int(a.sent[t])-1, 0)].First
	for i := range t {
		m := a.at(i)
		if m == nil || m.Actor < 0 || m.First <= t && t < m.End || a.located(m) {
			continue
		}
		c, w := a.stakeOf(m)
		if c < 0 {
			continue
		}
		switch {
		case a.sent[i] == a.sent[t]:
			w += 5
		case i >= recent:
			w++
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

// stakeOf returns the country that a mention brings to mind, its own or its
// person's, and how much; -1 for none.
func (a *article) stakeOf(m *Mention) (country, weight int) {
	if p := a.personOf[m.Actor]; p != nil {
		if c := a.countryOf(p); c >= 0 && a.res.Entities[c].Ref.Kind == graph.Country {
			return c, 1
		}
		return -1, 0
	}
	switch {
	case a.kindOf(m) != graph.Country:
		return -1, 0
	case m.Form == Adjective:
		return m.Actor, 1
	}
	return m.Actor, 2
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
			for _, k := range append([]int{s}, a.conjuncts(s)...) {
				if m := a.at(k); m != nil && m.Actor >= 0 && k < t {
					out = append(out, m.Actor)
				}
			}
		}
	}
	return out
}

// located tells that a mention is only where something happens: "in Moscow".
func (a *article) located(m *Mention) bool {
	return a.tok(m.Head).Dep == depPobj && a.is(int(a.tok(m.Head).Head), m.Head, "in", "at", "near", "from", "through") || m.First > 0 && a.tok(m.Head).Dep == "npadvmod"
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
	if second < 0 || third >= 0 && count[third]*3 > count[second]*2 {
		return nil
	}
	return []int{best, second}
}
