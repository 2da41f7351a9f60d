package actors

import "entente/graph"

// linkPronouns resolves personal and possessive pronouns, in order.
func linkPronouns(a *article) {
	for i := range a.word {
		if t := a.tok(i).Tag; t == tagPronoun || t == tagOwner {
			a.pronoun(i)
		}
	}
}

// pronoun resolves the pronoun at token i and returns its mention, nil where
// there is no telling whom it means.
func (a *article) pronoun(i int) *Mention {
	if m := a.at(i); m != nil {
		return m
	}
	var best *Mention
	switch w := a.low[i]; {
	case a.lex.In("he", w):
		best = a.antecedent(i, "m", a.fitsPerson)
	case a.lex.In("she", w):
		best = a.antecedent(i, "f", a.fitsPerson)
	case a.lex.In("they", w):
		return a.they(i)
	case a.lex.In("it", w):
		best = a.it(i)
	case a.lex.In("i", w):
		return a.firstPerson(i)
	}
	if best == nil {
		return nil
	}
	a.mention(Mention{First: i, End: i + 1, Head: i, Form: Pronoun, Actor: best.Actor, Place: best.Place, Members: best.Members})
	return a.at(i)
}

// fit tells whether a mention can be what the pronoun at a token stands for.
type fit func(m *Mention, gender string) bool

// fitsPerson is the fit of he and she.
func (a *article) fitsPerson(m *Mention, gender string) bool {
	if a.kindOf(m) != graph.Person || m.Form == Adjective || a.plural(m) {
		return false
	}
	g := a.gender(m)
	return g == "" || g == gender
}

// antecedent returns the best fitting mention before a pronoun, or behind it
// where the pronoun's clause comes before its main clause.
func (a *article) antecedent(t int, gender string, fits fit) *Mention {
	var best *Mention
	most := enough
	try := func(m *Mention) bool {
		if fits(m, gender) && !a.bound(t, m) {
			if s := a.prefer(t, m); s > most {
				best, most = m, s
			}
		}
		return true
	}
	a.backwards(t, window, try)
	if m := a.ahead(t); m != nil && fits(m, gender) && !a.bound(t, m) {
		if s := a.prefer(t, m) - 2; best == nil && s > most || best != nil && a.sent[best.Head] != a.sent[t] && s > most {
			best = m
		}
	}
	return best
}

// enough is the preference that an antecedent must exceed.
const enough = 2

// ahead returns the subject of the main clause behind a pronoun that stands in
// an introductory clause: "As he prepared, X said".
func (a *article) ahead(t int) *Mention {
	v := a.clause(t)
	if s := a.subjectOf(v); s > t && a.tok(t).Tag == tagOwner && !a.within(t, s) && a.sent[s] == a.sent[t] {
		return a.at(s) // "At his own press conference, X said"
	}
	for range 6 {
		if a.tok(v).Dep == "advcl" || a.tok(v).Dep == "pcomp" {
			main := int(a.tok(v).Head)
			if p := a.tok(main).Pos; p != posVerb && p != posAux {
				main = a.clause(main)
			}
			if s := a.subjectOf(main); s > t && a.sent[s] == a.sent[t] {
				return a.at(s)
			}
			return nil
		}
		h := int(a.tok(v).Head)
		if h == v {
			return nil
		}
		v = h
	}
	return nil
}

// bound tells that a pronoun cannot mean a mention because both are arguments
// of one verb, or because the mention contains the pronoun.
func (a *article) bound(t int, m *Mention) bool {
	if m.First <= t && t < m.End {
		return true
	}
	if a.speaking(t, m) {
		return true
	}
	if a.tok(t).Tag == tagOwner || isReflexive(a.low[t]) {
		// "his" inside the very phrase of the mention: "his adviser X".
		return a.tok(t).Tag == tagOwner && a.within(t, m.Head)
	}
	g := a.governor(t)
	return g >= 0 && (g == a.governor(m.Head) || m.Actor >= 0 && a.argument(g, m.Actor, t))
}

// argument tells whether an entity is an argument of verb v in a mention other
// than the one at t.
func (a *article) argument(v, entity, t int) bool {
	for _, c := range a.kids[v] {
		i := int(c)
		if a.tok(i).Dep == depPrep || a.tok(i).Dep == "agent" || a.tok(i).Dep == depDative {
			for _, o := range a.kids[i] {
				if m := a.at(int(o)); m != nil && int(o) != t && a.tok(int(o)).Dep == depPobj && m.Actor == entity {
					return true
				}
			}
		}
		switch a.tok(i).Dep {
		case depNsubj, depPassive, depDobj, depDative:
			if m := a.at(i); m != nil && i != t && m.Actor == entity {
				return true
			}
		}
	}
	return false
}

// within tells whether token t hangs below head h.
func (a *article) within(t, h int) bool {
	for range 8 {
		n := int(a.tok(t).Head)
		if d := a.tok(t).Dep; d == depConj || d == depAppos {
			return false
		}
		if n == h {
			return true
		}
		if n == t || a.tok(n).Pos == posVerb || a.tok(n).Pos == posAux {
			return false
		}
		t = n
	}
	return false
}

func isReflexive(w string) bool {
	return len(w) > 4 && (w[len(w)-4:] == "self" || w[len(w)-6:] == "selves")
}

// prefer scores a mention as antecedent of the pronoun at t: near before far,
// subjects before objects, the subject of the clause above before all.
func (a *article) prefer(t int, m *Mention) int {
	s := 12 - 4*int(a.sent[t]-a.sent[m.Head])
	if a.para[t] != a.para[m.Head] {
		s -= 2
	}
	if a.subject(m.Head) {
		s += 4
		if v := a.governor(m.Head); v >= 0 && a.tok(v).Dep == "ROOT" {
			s++
		}
		if a.subject(t) {
			s++
		}
	} else if d := a.tok(m.Head).Dep; d == depDobj || d == depDative {
		s++
	} else if d == depPobj && a.tok(int(a.tok(m.Head).Head)).Dep == "agent" {
		s += 3
	}
	if a.above(t, m.Head) {
		s += 3
	}
	if m.Form == Pronoun {
		s++
	}
	if a.quoteAt(t) != a.quoteAt(m.Head) {
		s--
	}
	return s
}

// above tells whether a head is the subject of a clause that the token's
// clause is part of: "X said that he would".
func (a *article) above(t, head int) bool {
	v := a.governor(head)
	if v < 0 || !a.subject(head) {
		return false
	}
	return a.below(a.clause(t), v)
}

// below tells whether verb v hangs below verb w.
func (a *article) below(v, w int) bool {
	for range 10 {
		h := int(a.tok(v).Head)
		if h == w {
			return v != w
		}
		if h == v {
			return false
		}
		v = h
	}
	return false
}
