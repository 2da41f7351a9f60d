package actors

import (
	"slices"

	"entente/extract/actors/kb"
	"entente/graph"
)

// home is the present country of a former state.
func (a *article) home(iso string) string {
	if s := a.lex.SuccessorOf(iso); s != "" {
		return s
	}
	return iso
}

// contextCountry guesses the country of an office from the words around it:
// that of the people named in one breath, else the nearest country, capital or
// nationality before it in the sentence.
func (a *article) contextCountry(r *role) int {
	if c := a.companyCountry(r); c >= 0 {
		return c
	}
	if c := a.countryBefore(r, true); c >= 0 {
		return c
	}
	if c := a.countrySpeaking(r); c >= 0 {
		return c
	}
	if c := a.homeCountry(r); c >= 0 {
		return c
	}
	if c := a.countryBefore(r, false); c >= 0 || r.lex.Name != kb.Spokesperson {
		return c
	}
	return a.countryBehind(r)
}

// countrySpeaking returns the country that is the subject of the sentence before a
// minister or a spokesman who speaks: "Chad denies it. 'A lie,' said X, the
// information minister"; -1 for none.
func (a *article) countrySpeaking(r *role) int {
	s := a.sent[r.first]
	if r.lex.Name != kb.Minister && r.lex.Name != kb.Spokesperson || s == 0 || a.para[a.sents[s-1].First] != a.para[r.first] {
		return -1
	}
	t := r.head
	for range maxClimb {
		if a.tok(t).Dep != depAppos {
			break
		}
		t = int(a.tok(t).Head)
	}
	if !a.subject(t) || !a.lex.In("saying", a.tok(int(a.tok(t).Head)).Lemma) {
		return -1
	}
	for i := a.sents[s-1].First; i < a.sents[s-1].End; i++ {
		if n := a.own[i]; n != nil && n.actor >= 0 && n.form == Name && a.subject(i) && a.tok(int(a.tok(i).Head)).Dep == "ROOT" && a.res.Entities[n.actor].Ref.Kind == graph.Country {
			return n.actor
		}
	}
	return -1
}

// countryBehind returns the country of whom the sentence of a spokesman goes on to
// speak: "According to spokesman X, the Greek premier"; -1 for none.
func (a *article) countryBehind(r *role) int {
	const near = 10
	for i := r.end; i < r.end+near && a.in(i, r.first) && a.sent[i] == a.sent[r.first]; i++ {
		m := a.at(i)
		if m == nil || m.Actor < 0 || !a.subject(i) {
			continue
		}
		if p := a.personOf[m.Actor]; p != nil {
			return a.countryOf(p)
		}
		if a.kindOf(m) == graph.Country {
			return m.Actor
		}
	}
	return -1
}

// countryBefore returns the nearest country, capital or nationality before a
// role in its sentence and the one before; only nationalities and owners of
// its own sentence where near is set.
func (a *article) countryBefore(r *role, near bool) int {
	start := a.sents[a.sent[r.first]].First
	if s := a.sent[r.first]; !near && s > 0 && a.para[a.sents[s-1].First] == a.para[r.first] {
		start = a.sents[s-1].First
	}
	for i := r.start - 1; i >= start; i-- {
		n := a.own[i]
		if n == nil || n.actor < 0 || a.res.Entities[n.actor].Ref.Kind != graph.Country {
			continue
		}
		d := a.tok(i).Dep
		if d == depCompound && n.form == Name {
			continue // "a Russia hawk"
		}
		if (r.lex.Name == kb.Ambassador || r.lex.Name == kb.Envoy) && n.form == Name && a.is(n.first-1, i, "in", "from", "at") {
			continue // "from Rome the ambassador": no country has one in itself
		}
		seat := n.place >= 0 && n.place != n.actor && (a.is(n.first-1, i, "in") || a.whereBehind(n.end, r))
		if !near || n.form == Adjective || d == depPoss || seat {
			return n.actor
		}
	}
	return -1
}

// whereBehind tells that a clause in "where" leads from token i to a role: "came to
// Rome, where the foreign minister".
func (a *article) whereBehind(i int, r *role) bool {
	for ; i < r.start; i++ {
		if a.low[i] == "where" {
			return true
		}
		if a.own[i] != nil {
			return false
		}
	}
	return false
}

// homeCountry returns the country to which most office holders of the article
// belong, -1 where none stands out.
func (a *article) homeCountry(r *role) int {
	count := make([]int, len(a.res.Entities))
	var counted []*person
	for _, c := range a.claims {
		if c.role == r || c.person.entry == nil || slices.Contains(counted, c.person) {
			continue
		}
		counted = append(counted, c.person)
		if e := a.kb.Country(c.person.entry.Country); e != nil {
			if b := a.country(e); b < len(count) {
				count[b]++
			}
		}
	}
	best, second := -1, 0
	for b, n := range count {
		switch {
		case best < 0 && n > 0 || best >= 0 && n > count[best]:
			if best >= 0 {
				second = count[best]
			}
			best = b
		case n > second:
			second = n
		}
	}
	if best < 0 || count[best] < 2 || count[best] < 2*second {
		return -1
	}
	return best
}

// companyCountry returns the country of the people with whom the holder of a
// role is coordinated, or of the person who acts on them; -1 for none.
func (a *article) companyCountry(r *role) int {
	t := r.head
	if n := a.nameAfterTitle(r); n != nil {
		t = a.head(n.first, n.end)
	}
	for _, c := range a.conjuncts(t) {
		if b := a.countryAt(c); b >= 0 {
			return b
		}
	}
	for range maxClimb {
		if a.tok(t).Dep != depConj && a.tok(t).Dep != depAppos {
			break
		}
		h := int(a.tok(t).Head)
		if b := a.countryAt(h); b >= 0 && h != r.head {
			return b
		}
		t = h
	}
	v := int(a.tok(t).Head)
	if a.tok(t).Dep == depPobj {
		v = int(a.tok(v).Head)
	} else if a.tok(t).Dep != depDobj {
		return -1
	}
	if !a.lex.In("company", a.tok(v).Lemma) {
		return -1
	}
	return a.countryAt(a.subjectOf(v))
}

// countryAt returns the country of the person whose name a token heads, -1 for none.
func (a *article) countryAt(t int) int {
	if m := a.at(t); m != nil && m.Actor >= 0 {
		if p := a.personOf[m.Actor]; p != nil {
			return a.countryOf(p)
		}
	}
	return -1
}
