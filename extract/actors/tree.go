package actors

// conjuncts returns the heads that are coordinated with a token, without it.
func (a *article) conjuncts(i int) []int {
	var out []int
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depConj {
			out = append(out, int(c))
			out = append(out, a.conjuncts(int(c))...)
		}
	}
	return out
}

// governor climbs from a token to the verb whose argument it is, directly or
// through prepositions and coordination; -1 where it is no argument.
func (a *article) governor(t int) int {
	for range 12 {
		h := int(a.tok(t).Head)
		if h == t {
			return -1
		}
		switch a.tok(t).Dep {
		case depPoss, depRelcl, "acl", "advcl", depAppos:
			return -1
		}
		if p := a.tok(h).Pos; p == posVerb || p == posAux {
			return h
		}
		t = h
	}
	return -1
}

// clause climbs from a token to the nearest verb above it.
func (a *article) clause(t int) int {
	for range 40 {
		h := int(a.tok(t).Head)
		if h == t {
			return t
		}
		t = h
		if p := a.tok(h).Pos; p == posVerb || p == posAux {
			return h
		}
	}
	return t
}

// subjectOf returns the subject of a verb, its own or that of the verb that it
// is coordinated with; -1 for none.
func (a *article) subjectOf(v int) int {
	for range 6 {
		for _, c := range a.kids[v] {
			switch a.tok(int(c)).Dep {
			case depNsubj, depPassive:
				return int(c)
			}
		}
		if d := a.tok(v).Dep; d != depConj && d != "xcomp" {
			return -1
		}
		v = int(a.tok(v).Head)
	}
	return -1
}

// subject tells whether a token is a subject, itself or by coordination.
func (a *article) subject(t int) bool {
	for range 4 {
		switch a.tok(t).Dep {
		case depNsubj, depPassive, "csubj":
			return true
		case depConj, depAppos:
			t = int(a.tok(t).Head)
		default:
			return false
		}
	}
	return false
}
