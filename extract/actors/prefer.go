package actors

import (
	"slices"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
)

// prefer scores a mention as antecedent of the pronoun at t: near before far,
// subjects before objects, the subject of the clause above before all.
func (a *article) prefer(t int, m *Mention) int {
	s := 12 - 4*int(a.sent[t]-a.sent[m.Head])
	if a.para[t] != a.para[m.Head] {
		s -= 2
	}
	if a.sent[t] == a.sent[m.Head] {
		s++
	}
	s += a.standing(t, m)
	if a.above(t, m.Head) {
		s += 3
		if a.nearestAbove(t) == m.Head {
			s += 2
		}
		if v := a.governor(m.Head); a.tok(v).Dep == depCcomp && a.inRelative(a.clause(t), v) {
			s += 2 // "X promised that Y would be safe from the court, which wants him"
		}
	}
	if a.assisted(t, m.Head) {
		s += 10
	}
	if a.promised(t, m.Head) {
		s += 12
	}
	if m.Form == Pronoun {
		s++
	}
	if a.quoteAt(t) != a.quoteAt(m.Head) {
		s--
	}
	if m.Actor >= 0 && a.res.Entities[m.Actor].Generic {
		s -= 2
	}
	return s
}

// standing is what the place of a mention in its sentence adds: subjects count
// before objects, main clauses before clauses that only modify something.
func (a *article) standing(t int, m *Mention) int {
	s := 0
	switch d := a.tok(m.Head).Dep; {
	case a.subject(m.Head) && !a.besideBody(m.Head):
		s += a.asSubject(t, m)
	case d == depPoss && a.subject(int(a.tok(m.Head).Head)):
		s += 3 // "the president's plane landed"
	case d == depDobj || d == depDative:
		s++
		if m.Form == Pronoun && a.accusative(t) {
			s += 3 // "X praised him. Y told him": one thing after another is done to him
		}
	case d == depPobj && a.tok(int(a.tok(m.Head).Head)).Dep == "agent":
		if a.tok(int(a.tok(int(a.tok(m.Head).Head)).Head)).Dep != "acl" { // not "the team led by X"
			s += 3
		}
	case d == depPobj && a.entombed(m.Head):
		s -= 6
	}
	return s
}

// besideBody tells that a name stands beside a noun for several people, as that of
// one of them: "the team, led by X".
func (a *article) besideBody(h int) bool {
	up := int(a.tok(h).Head)
	if a.tok(h).Dep != depAppos || a.own[up] != nil || a.roleOf[up] != nil {
		return false
	}
	n, ok := a.lex.Noun(a.low[up])
	return ok && (n.Has(lexicon.Body) || n.Has(lexicon.State))
}

// asSubject is what standing adds for a subject.
func (a *article) asSubject(t int, m *Mention) int {
	s := 4
	if a.speaks(m) {
		s -= 2 // a spokesman tells of others
	}
	v := a.governor(m.Head)
	if v >= 0 && a.tok(v).Dep == "ROOT" {
		s++
	}
	if a.subject(t) {
		s++
	}
	if a.tok(t).Tag == tagOwner && v >= 0 && v == a.clause(t) {
		s += 4 // "X lost his way"
	}
	if v >= 0 && a.tok(v).Dep == depRelcl && !a.below(a.clause(t), v) {
		s -= 2
	}
	return s
}

// speaks tells that a mention is of somebody whom the article calls a spokesman.
func (a *article) speaks(m *Mention) bool {
	if m.Actor < 0 || a.personOf[m.Actor] == nil {
		return false
	}
	return slices.ContainsFunc(a.personOf[m.Actor].claims, func(r *role) bool { return r.lex.Name == kb.Spokesperson })
}

// entombed tells that a name is whose tomb or memory is spoken of.
func (a *article) entombed(h int) bool {
	p := int(a.tok(h).Head)
	return a.is(p, h, "of", "to") && a.lex.In("tomb", a.low[a.tok(p).Head])
}

// assisted tells that a head is the one of whom an aide without a name speaks: "an
// aide to the minister said he would".
func (a *article) assisted(t, head int) bool {
	p := int(a.tok(head).Head)
	if a.tok(head).Dep != depPobj || !a.is(p, head, "to", "of", wordFor) {
		return false
	}
	n := int(a.tok(p).Head)
	return a.lex.In("aides", singular(a.low[n])) && a.tok(n).Dep == depNsubj && a.own[n] == nil && a.subject(t) && a.above(t, n)
}

// promised tells that a token stands in a clause that says what the word of
// somebody was: "a promise from X that he would".
func (a *article) promised(t, head int) bool {
	v := a.clause(t)
	n := int(a.tok(v).Head)
	if d := a.tok(v).Dep; d != "acl" && (d != depRelcl || !a.lex.In("word", a.tok(n).Lemma)) || head >= v || !a.subject(t) {
		return false
	}
	for _, c := range a.kids[n] {
		k := int(c)
		if k == head && a.tok(k).Dep == depPoss {
			return true
		}
		if a.tok(k).Dep == depPrep && a.is(k, n, "from", "by") && int(a.tok(head).Head) == k {
			return true
		}
	}
	return false
}

// above tells whether a head is the subject of a clause that the token's
// clause is part of: "X said that he would".
func (a *article) above(t, head int) bool {
	v := a.governor(head)
	if v < 0 || !a.subject(head) {
		return false
	}
	return a.below(a.clause(t), v) && !a.parted(a.clause(t), v)
}

// nearestAbove is the subject of the first clause above the one of token t that has
// one, -1 for none: "X, who told him that he would".
func (a *article) nearestAbove(t int) int {
	v := a.clause(t)
	for range maxClimb {
		h := int(a.tok(v).Head)
		if h == v {
			return -1
		}
		v = h
		for _, c := range a.kids[v] {
			if d := a.tok(int(c)).Dep; d == depNsubj || d == depPassive {
				return int(c)
			}
		}
	}
	return -1
}

// parted tells that between verb v and verb w above it a clause of its own is
// coordinated: "X resigned, and Y would stay if he could".
func (a *article) parted(v, w int) bool {
	return a.passes(v, w, func(v int) bool {
		return a.tok(v).Dep == depConj && slices.ContainsFunc(a.kids[v], func(c int32) bool {
			d := a.tok(int(c)).Dep
			return d == depNsubj || d == depPassive
		})
	})
}

// inRelative tells that a relative clause stands on the way from verb v up to w.
func (a *article) inRelative(v, w int) bool {
	return a.passes(v, w, func(v int) bool { return a.tok(v).Dep == depRelcl })
}

// passes tells whether one of the tokens on the way from v up to w, w not counted, is
// of some kind.
func (a *article) passes(v, w int, kind func(int) bool) bool {
	for range maxClimb {
		if v == w {
			return false
		}
		if kind(v) {
			return true
		}
		h := int(a.tok(v).Head)
		if h == v {
			return false
		}
		v = h
	}
	return false
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
