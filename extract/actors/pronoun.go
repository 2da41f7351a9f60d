package actors

import (
	"strings"

	"entente/graph"
)

// linkPronouns resolves personal and possessive pronouns, in order.
func linkPronouns(a *article) {
	for i := range a.word {
		if t := a.tok(i).Tag; t == tagPronoun || t == tagOwner {
			a.pronoun(i)
		}
		a.host(i)
		a.aged(i)
	}
}

// aged resolves "the 66-year-old", where no noun follows, as a pronoun would be.
func (a *article) aged(i int) {
	if a.low[i] != "old" || !a.hyphen(i-1, i) || a.low[max(i-2, 0)] != "year" || a.at(i) != nil {
		return
	}
	switch a.tok(i).Dep {
	case depNsubj, depPassive, depDobj, depPobj, depPoss:
	default:
		return
	}
	first := a.phraseStart(i)
	if !a.is(first, i, wordThe) {
		return
	}
	best := a.antecedent(first, "", func(m *Mention, _ string) bool {
		return m.Actor >= 0 && a.kindOf(m) == graph.Person && m.Form != Adjective && !a.plural(m) && !a.res.Entities[m.Actor].Generic && !a.res.Entities[m.Actor].Voice
	})
	if best != nil {
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: best.Actor, Place: -1, Rule: "pronoun"})
	}
}

// pronoun resolves the pronoun at token i and returns its mention, nil where
// there is no telling whom it means.
func (a *article) pronoun(i int) *Mention {
	if m := a.at(i); m != nil {
		return m
	}
	if !a.catching { // those before it come first: a chain passes from one to the next
		a.catching = true
		for j := a.sents[max(int(a.sent[i])-1, 0)].First; j < i; j++ {
			if t := a.tok(j).Tag; a.at(j) == nil && (t == tagPronoun || t == tagOwner) && !a.lex.In("they", a.low[j]) && !a.lex.In("it", a.low[j]) {
				a.pronoun(j)
			}
		}
		a.catching = false
	}
	var best *Mention
	switch w := a.low[i]; {
	case a.tok(i).Tag == tagOwner && i+1 < len(a.low) && a.capital(i+1) && a.lex.In("majesty", a.low[i+1]):
		return nil // "His Majesty"
	case a.tok(i).Tag == tagOwner && a.distributed(i):
		return nil // "each had brought his minister"
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
	a.mention(Mention{First: i, End: i + 1, Head: i, Form: Pronoun, Actor: best.Actor, Place: best.Place, Members: best.Members, Rule: "pronoun"})
	return a.at(i)
}

// fit tells whether a mention can be what the pronoun at a token stands for.
type fit func(m *Mention, gender string) bool

// fitsPerson is the fit of he and she.
func (a *article) fitsPerson(m *Mention, gender string) bool {
	if a.kindOf(m) != graph.Person || m.Form == Adjective || a.plural(m) || a.res.Entities[m.Actor].Voice {
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
	if best == nil {
		best = a.topic(t, gender, fits)
	}
	if best != nil {
		if m := a.protagonist(t, best, gender, fits); m != nil {
			best = m
		}
	}
	if m := a.ahead(t); m != nil && fits(m, gender) && !a.bound(t, m) {
		if s := a.prefer(t, m) - 2; best == nil && s > most || best != nil && a.sent[best.Head] != a.sent[t] && s > most {
			best = m
		}
	}
	return best
}

// topic returns whom a story is about where a pronoun stands too far behind for
// the rest: the last one that a pronoun or a subject named, of the very gender.
func (a *article) topic(t int, gender string, fits fit) *Mention {
	const far = 16
	var found *Mention
	a.backwards(t, far, func(m *Mention) bool {
		if fits(m, gender) && a.gender(m) == gender && (m.Form == Pronoun || a.subject(m.Head)) && !a.res.Entities[m.Actor].Generic && !a.bound(t, m) {
			found = m
		}
		return found == nil
	})
	return found
}

// protagonist returns whom the story is about where a paragraph goes on with a
// pronoun, and the one whom it would mean was named but once: in a portrait "he" is
// its hero. Nil where nobody stands out.
func (a *article) protagonist(t int, best *Mention, gender string, fits fit) *Mention {
	const often, times = 3, 3
	if a.tok(t).Dep != depNsubj && a.tok(t).Dep != depPassive || a.sent[t] == 0 || best.Actor < 0 || a.para[best.Head] == a.para[t] ||
		a.para[a.sents[a.sent[t]-1].First] == a.para[t] {
		return nil
	}
	count := map[int]int{}
	last := map[int]*Mention{}
	for i := range t {
		if m := a.at(i); m != nil && m.Actor >= 0 && a.kindOf(m) == graph.Person {
			if l := last[m.Actor]; l == nil || a.sent[l.Head] != a.sent[i] {
				count[m.Actor]++ // in how many sentences
			}
			last[m.Actor] = m
		}
	}
	hero := -1
	for e := range a.res.Entities {
		if count[e] > 0 && (hero < 0 || count[e] > count[hero]) {
			hero = e
		}
	}
	if hero < 0 || hero == best.Actor || count[hero] < often || count[hero] < times*count[best.Actor] || !fits(last[hero], gender) || a.gender(last[hero]) != gender && count[best.Actor] > 1 || a.bound(t, last[hero]) {
		return nil
	}
	return last[hero]
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
		return a.tok(t).Tag == tagOwner && a.within(t, m.Head) && !a.aside(t, m)
	}
	g := a.governor(t)
	if g < 0 {
		return false
	}
	if a.ownCompany(t, g) {
		return false
	}
	if g == a.governor(m.Head) || m.Actor >= 0 && a.argument(g, m.Actor, t) {
		return true
	}
	if a.accusative(t) && a.tok(t).Dep == depNsubj { // "had him shown out": not who had
		g = int(a.tok(g).Head)
	}
	s := a.doer(g)
	return s >= 0 && s != t && (s == m.Head || m.Actor >= 0 && a.actsAt(s) == m.Actor)
}

// aside tells that a pronoun stands in a phrase with a preposition that a comma sets
// off from a name: "X, on his first visit, said".
func (a *article) aside(t int, m *Mention) bool {
	if !a.is(m.End, m.Head, ",") {
		return false
	}
	for range maxClimb {
		h := int(a.tok(t).Head)
		if h == m.Head {
			return a.tok(t).Dep == depPrep
		}
		if h == t {
			break
		}
		t = h
	}
	return false
}

// distributed tells that the subject around a possessive pronoun is "each" or the
// like, who is nobody in particular.
func (a *article) distributed(i int) bool {
	s := a.doer(a.clause(i))
	return s >= 0 && s < i && a.is(s, i, "each", "everybody", "everyone", "nobody", "anybody", "anyone")
}

// ownCompany tells that a pronoun says where somebody has others about himself: "has
// two ministers beside him".
func (a *article) ownCompany(t, v int) bool {
	p := int(a.tok(t).Head)
	return a.tok(t).Dep == depPobj && a.lex.In("beside", a.low[p]) && a.lex.In("keeping", a.tok(v).Lemma)
}

// accusative tells that a pronoun has the form of an object.
func (a *article) accusative(t int) bool {
	switch a.low[t] {
	case "him", "her", "them":
		return true
	}
	return false
}

// actsAt is who acts in the mention that a token heads, -1 for nobody.
func (a *article) actsAt(t int) int {
	m := a.at(t)
	if m == nil && a.tok(t).Tag == "WP" { // before relative pronouns are linked
		if h := a.modified(t); h >= 0 {
			m = a.at(a.fellow(h))
		}
	}
	if m != nil {
		return m.Actor
	}
	return -1
}

// ownSubject returns the subject that hangs on a verb, -1 for none.
func (a *article) ownSubject(v int) int {
	for _, c := range a.kids[v] {
		switch a.tok(int(c)).Dep {
		case depNsubj, depPassive:
			return int(c)
		}
	}
	return -1
}

// doer returns the subject of a verb, its own or the one it shares with the verb
// above: "telephoned X and thanked him", "came to thank him", "urged X to call him"
// (X); -1 where there is none.
func (a *article) doer(v int) int {
	for range maxClimb {
		if s := a.ownSubject(v); s >= 0 {
			return s
		}
		h := int(a.tok(v).Head)
		if d := a.tok(v).Dep; (d == "acl" || d == depRelcl) && a.tok(v).Tag == "VB" && a.tok(h).Dep == depDobj {
			v = int(a.tok(h).Head) // "rang the general to urge him"
			continue
		}
		if h == v || a.tok(h).Pos != posVerb && a.tok(h).Pos != posAux {
			return -1
		}
		switch d := a.tok(v).Dep; {
		case d == depConj:
		case d == "xcomp":
			if o := a.objectOf(h); o >= 0 && !a.lex.In("calling", a.tok(h).Lemma) { // who rings somebody to say so says it
				return o
			}
		case d == "advcl" && (a.tok(v).Tag == "VB" || a.tok(v).Tag == "VBG"):
		default:
			return -1
		}
		v = h
	}
	return -1
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
		if d := a.tok(t).Dep; d == depConj || d == depAppos && n != h {
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
	return len(w) > 4 && (strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves"))
}
