package actors

// linkRelatives links relative pronouns to the noun that their clause modifies.
func linkRelatives(a *article) {
	for i := range a.word {
		switch a.tok(i).Tag {
		case "WP", "WDT", "WP$":
		default:
			continue
		}
		switch a.low[i] {
		case "who", "whom", "whose", "which", "that":
		default:
			continue
		}
		h := a.modified(i)
		if h < 0 {
			continue
		}
		m := a.at(h)
		if m == nil || (m.Actor < 0 && m.Place < 0 && len(m.Members) == 0) {
			continue
		}
		if both := a.together(m, i); len(both) > 1 && a.lastConjunct(h) < i && a.tok(a.clause(i)).Tag != "VBZ" {
			a.mention(Mention{First: i, End: i + 1, Head: i, Form: Pronoun, Actor: -1, Place: -1, Members: both})
			continue
		}
		if a.low[i][:2] == "wh" && a.low[i] != "which" || a.low[i] == "which" && !a.human(m) || a.low[i] == "that" {
			a.mention(Mention{First: i, End: i + 1, Head: i, Form: Pronoun, Actor: m.Actor, Place: m.Place, Members: m.Members})
		}
	}
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
func (a *article) human(m *Mention) bool { return a.kindOf(m) == "Person" }

// modified climbs from a relative pronoun to the noun that its clause modifies,
// -1 where it is a question word or the clause modifies none.
func (a *article) modified(i int) int {
	t := i
	for range 12 {
		h := int(a.tok(t).Head)
		if a.tok(t).Dep == "relcl" {
			if h < i {
				return h
			}
			return -1
		}
		if h == t {
			return -1
		}
		t = h
	}
	return -1
}
