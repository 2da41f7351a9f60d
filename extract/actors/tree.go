package actors

import "slices"

// maxClimb bounds every walk up a tree, maxList every list that one tells:
// trees of real sentences are far smaller.
const (
	maxClimb = 12
	maxList  = 200
)

// conjuncts returns the heads that are coordinated with a token, without it,
// in the order of the text.
func (a *article) conjuncts(i int) []int {
	var out []int
	for next, at := i, 0; len(out) < maxList; at++ {
		for _, c := range a.kids[next] {
			if a.tok(int(c)).Dep == depConj {
				out = append(out, int(c))
			}
		}
		if at == len(out) {
			break
		}
		next = out[at]
	}
	slices.Sort(out)
	return out
}

// governor climbs from a token to the verb whose argument it is, directly or
// through prepositions and coordination; -1 where it is no argument.
func (a *article) governor(t int) int {
	for range maxClimb {
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
		case depCompound:
			return a.tok(int(a.tok(t).Head)).Tag == "VBZ" // "Ek accepts" read as a noun
		default:
			return false
		}
	}
	return false
}
