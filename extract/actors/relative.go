package actors

import "entente/graph"

// linkRelatives links relative pronouns to the noun that their clause modifies.
func linkRelatives(a *article) {
	for i := range a.word {
		switch a.tok(i).Tag {
		case "WP", "WDT", "WP$":
			a.relativePronoun(i)
		}
	}
}

// relativePronoun links one relative pronoun; after people or countries named
// together it means all of them, unless its verb is singular.
func (a *article) relativePronoun(i int) {
	h := a.modified(i)
	if n := a.beside(i); n >= 0 {
		h = n
	}
	if a.low[i] == "who" || a.low[i] == "whom" {
		if h = a.humanAbove(h); h >= 0 {
			h = a.fellow(h)
		}
	}
	m := a.at(h)
	if m == nil || m.Actor < 0 && m.Place < 0 && len(m.Members) == 0 {
		return
	}
	r := Mention{First: i, End: i + 1, Head: i, Form: Pronoun, Actor: m.Actor, Place: m.Place, Members: m.Members}
	switch a.low[i] {
	case "who", "whom", "whose", wordThat:
	case "which":
		if a.human(m) {
			return
		}
	default:
		return
	}
	if both := a.together(m, i); len(both) > 1 && a.lastConjunct(h) < i && a.tok(a.clause(i)).Tag != "VBZ" {
		r.Actor, r.Place, r.Members = -1, -1, both
	}
	a.mention(r)
}

// humanAbove climbs from a thing that a clause about a person seems to modify to
// the person whose it is: "X, chief of the service, who"; h itself where nobody is
// above it.
func (a *article) humanAbove(h int) int {
	if h < 0 || a.at(h) != nil || a.own[h] != nil {
		return h
	}
	for t, step := h, 0; step < 4; step++ {
		if d := a.tok(t).Dep; d != depPobj && d != depPrep && d != depAppos {
			return h
		}
		t = int(a.tok(t).Head)
		if m := a.at(t); m != nil && a.human(m) {
			return t
		}
	}
	return h
}

// beside returns the head of the mention that ends at the comma before a
// relative pronoun for people, where the tree ties its clause to a country; -1
// where the tree will do.
func (a *article) beside(i int) int {
	if a.low[i] != "who" && a.low[i] != "whom" || !a.is(i-1, i, ",") {
		return -1
	}
	h := a.modified(i)
	if m := a.at(h); h < 0 || m != nil && a.human(m) || h == i-2 {
		return -1
	}
	for j := i - 2; j > i-6 && j >= 0; j-- {
		if m := a.at(j); m != nil && m.End == i-1 && m.Form == Name && (a.human(m) || a.kindOf(m) == graph.Organization) {
			return j
		}
	}
	return -1
}

// lastConjunct returns the last head that is coordinated with a token.
func (a *article) lastConjunct(h int) int {
	last := h
	for _, c := range a.conjuncts(h) {
		last = max(last, c)
	}
	return last
}

// human tells whether a mention is of people.
func (a *article) human(m *Mention) bool { return a.kindOf(m) == graph.Person }

// modified climbs from a relative pronoun to the noun that its clause modifies,
// -1 where it is a question word or the clause modifies none.
func (a *article) modified(i int) int {
	t := i
	for range 12 {
		h := int(a.tok(t).Head)
		if a.tok(t).Dep == depRelcl {
			if up := int(a.tok(h).Head); a.tok(h).Dep == depAppos && a.is(a.leftmost(h)-1, h, "not") {
				h = up // "it was X, not Y, whom he called"
			}
			if h < i {
				return h
			}
			return -1
		}
		if h == t {
			break
		}
		t = h
	}
	if a.low[i] == "whose" && a.is(i-1, i, ",") && i > 1 && a.own[i-2] != nil { // "the union, whose head, X, said"
		return a.head(a.own[i-2].first, a.own[i-2].end)
	}
	return -1
}
