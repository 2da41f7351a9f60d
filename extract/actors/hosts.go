package actors

import (
	"slices"

	"entente/graph"
)

// linkDescribed links "the man who had sworn to fight him, X" to the one named
// behind the comma.
func linkDescribed(a *article) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil || a.tok(i).Tag != tagNoun || !a.is(i+1, i, "who") || !a.is(a.phraseStart(i), i, wordThe, "a") {
			continue
		}
		if e := a.whoRuns(i); e >= 0 {
			a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: e, Place: -1})
			continue
		}
		j := i + 2
		for a.in(j, i) && a.sent[j] == a.sent[i] && !a.is(j, i, ",", ";", ":", "(") {
			j++
		}
		if !a.is(j, i, ",") {
			continue
		}
		if e := a.namedBeside(j - 1); e >= 0 && !a.listGoesOn(j+1) {
			a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: e, Place: -1})
		}
	}
}

// whoRuns is the leader whom "the man who has run Chad for years" means, where the
// article names him; -1 for none.
func (a *article) whoRuns(i int) int {
	for _, c := range a.kids[i] {
		v := int(c)
		if a.tok(v).Dep != depRelcl || !a.lex.In("ruling", a.tok(v).Lemma) || a.negated(v) {
			continue
		}
		o := a.objectOf(v)
		if o < 0 || a.own[o] == nil || a.own[o].person != nil || a.own[o].actor < 0 || a.date == "" {
			return -1
		}
		ref := a.res.Entities[a.own[o].actor].Ref
		if ref.Kind != graph.Country {
			return -1
		}
		if p := a.byEntry[a.kb.Leader(ref.Country, a.date)]; p != nil && len(p.names) > 0 {
			return a.of(p)
		}
	}
	return -1
}

// listGoesOn tells that the name which starts at token i, or behind titles, is one
// of a list: "X, and Y".
func (a *article) listGoesOn(i int) bool {
	for j := i; j < i+maxTitle && a.in(j, i); j++ {
		if n := a.own[j]; n != nil {
			return a.is(n.end, i, ",") && (a.is(n.end+1, i, "and", "or") || a.nameAt(n.end+1, i) != nil)
		}
	}
	return false
}

// linkCallers links "the visitor from Lima", "the man from Lima", before the
// pronouns that may stand for him.
func linkCallers(a *article) {
	for i := range a.word {
		if a.at(i) == nil && a.own[i] == nil && a.tok(i).Tag == tagNoun && (a.lex.In("visiting", a.low[i]) || a.lex.In("onesingular", a.low[i])) && a.is(i+1, i, "from") {
			if e := a.caller(i); e >= 0 {
				a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: e, Place: -1})
			}
		}
	}
}

// host resolves the noun at token i where it is one of the two sides of a visit:
// "thanked his host", "took her guest by the arm" mean the other one of two.
func (a *article) host(i int) {
	if a.at(i) != nil || a.own[i] != nil || a.tok(i).Tag != tagNoun || !a.lex.In("visiting", a.low[i]) || a.tok(i).Dep == depCompound {
		return
	}
	if e := a.namedBeside(i); e >= 0 {
		a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: e, Place: -1, Rule: "host"})
		return
	}
	if e := a.caller(i); e >= 0 {
		a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: e, Place: -1, Rule: "host"})
		return
	}
	if owner := a.ownerAt(i); owner >= 0 {
		if p := a.otherSide(owner, i); p >= 0 {
			a.mention(Mention{First: a.phraseStart(i), End: i + 1, Head: i, Form: Nominal, Actor: p, Place: -1, Rule: "host"})
		}
	}
}

// caller is whom "the visitor from Lima" means: the one most in the reader's mind
// who belongs to that country; and "the host", "the visitor" alone: of the two
// leaders of the story the one at home where it plays, or the other; -1 for none.
func (a *article) caller(i int) int {
	first := a.phraseStart(i)
	if !a.is(first, i, wordThe) || i-first > 1 {
		return -1
	}
	if a.is(i+1, i, "from", "of") {
		behind := a.bodiesOf(i)
		if len(behind) != 1 || a.low[i] == "host" {
			return -1
		}
		return a.foremost(i, func(e int) bool { return a.personOf[e] != nil && a.countryOf(a.personOf[e]) == behind[0] })
	}
	if a.low[i] != "host" && a.low[i] != "hostess" {
		if e := a.arrived(i); e >= 0 {
			return e
		}
	}
	here := a.scene(i)
	pair := a.twoPeople(i, true, "")
	if here < 0 || len(pair) != 2 || !a.subject(i) && a.tok(i).Dep != depPoss && a.tok(i).Dep != depDobj && a.tok(i).Dep != depPobj {
		return -1
	}
	x, y := a.countryOf(a.personOf[pair[0]]) == here, a.countryOf(a.personOf[pair[1]]) == here
	if x == y {
		return -1
	}
	if (a.low[i] == "host" || a.low[i] == "hostess") == x {
		return pair[0]
	}
	return pair[1]
}

// namedBeside is the person whom a comma and titles set beside the noun at token i:
// "their host, President X"; -1 for none.
func (a *article) namedBeside(i int) int {
	if !a.is(i+1, i, ",") {
		return -1
	}
	j := i + 2
	if a.is(j, i, wordThe) {
		j++
	}
	for range maxTitle {
		if n := a.nameAt(j, i); n != nil {
			if n.person == nil || !a.closes(n.end, i) && !a.is(n.end, i, "of") {
				return -1
			}
			return a.of(n.person)
		}
		k, _, _ := a.titleAt(j)
		if k == 0 {
			return -1
		}
		j += k
	}
	return -1
}

// arrived is the person of whom the text before token i last said that he came,
// within a paragraph or two; -1 for none.
func (a *article) arrived(i int) int {
	found := -1
	a.backwards(i, 9, func(m *Mention) bool {
		if m.Actor >= 0 && a.personOf[m.Actor] != nil && a.tok(m.Head).Dep == depNsubj && a.lex.In("arriving", a.tok(int(a.tok(m.Head).Head)).Lemma) {
			found = m.Actor
		}
		return found < 0
	})
	return found
}

// scene is the country of the place where the text before token i last said that
// something happened, -1 for none.
func (a *article) scene(i int) int {
	here := -1
	a.backwards(i, 8, func(m *Mention) bool {
		if m.Place >= 0 && m.Place != m.Actor && m.Form == Name && a.located(m) {
			here = a.kbCountry(a.res.Entities[m.Place].Ref.Country)
		}
		return here < 0
	})
	return here
}

// told is whom the article said before token i to be the host, or the guest, of
// somebody: "their host, X"; -1 for nobody.
func (a *article) told(i int) int {
	for t := i - 1; t >= max(i-horizon, 0); t-- {
		if a.low[t] != a.low[i] || a.own[t] != nil {
			continue
		}
		if e := a.namedBeside(t); e >= 0 {
			return e
		}
		if n := a.nameAt(t+1, t); n != nil && n.person != nil && len(n.titles) == 0 {
			return a.of(n.person)
		}
	}
	return -1
}

// ownerAt is the person who owns the noun at token i, -1 for none.
func (a *article) ownerAt(i int) int {
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depPoss {
			if m := a.at(int(c)); m != nil && m.Actor >= 0 && a.personOf[m.Actor] != nil {
				return m.Actor
			}
		}
	}
	return -1
}

// otherSide is whom a person's host or guest means at token i: what a verb says
// he is ("her host was X"), the other one of the two leaders of the story, else
// the last one named before who is no compatriot; -1 for none.
func (a *article) otherSide(owner, i int) int {
	if e, said := a.saidSide(owner, i); said {
		return e
	}
	home := a.countryOf(a.personOf[owner])
	if e := a.ofPlace(owner, i); e >= 0 {
		return e
	}
	if e := a.told(i); e >= 0 && e != owner {
		return e
	}
	fits := func(e int) bool {
		p := a.personOf[e]
		return p != nil && e != owner && (home < 0 || a.countryOf(p) != home)
	}
	if pair := a.twoPeople(i, true, ""); slices.Contains(pair, owner) {
		if k := slices.IndexFunc(pair, fits); k >= 0 {
			return pair[k]
		}
	}
	if e := a.foremost(i, func(e int) bool { return fits(e) && a.leads(e) }); e >= 0 {
		return e
	}
	found := -1
	a.backwards(i, 1, func(m *Mention) bool {
		if m.Actor >= 0 && m.Form == Pronoun && fits(m.Actor) && a.governor(m.Head) != a.governor(i) {
			found = m.Actor
		}
		return found < 0
	})
	return found
}

// saidSide is whom the sentence itself says a host or guest to be, "her host was X",
// "came as X's guest", and whether it says so.
func (a *article) saidSide(owner, i int) (entity int, said bool) {
	if v := int(a.tok(i).Head); a.tok(i).Dep == depNsubj && a.tok(v).Lemma == "be" {
		if e, said := a.predicatePerson(v); said {
			return e, true
		}
	}
	if as := int(a.tok(i).Head); a.tok(i).Dep == depPobj && a.is(as, i, "as") { // "came as X's guest"
		if e := a.actsAt(a.doer(int(a.tok(as).Head))); e >= 0 && e != owner && a.personOf[e] != nil {
			return e, true
		}
		return -1, true
	}
	return -1, false
}

// ofPlace is the one person before token i whose country the last place is in to
// which the article ties a guest: "X was in Madrid … his host"; -1 for none.
func (a *article) ofPlace(owner, i int) int {
	place := -1
	home := a.countryOf(a.personOf[owner])
	a.backwards(i, 1, func(m *Mention) bool {
		if m.Place >= 0 && m.Form == Name && a.tok(m.Head).Dep == depPobj && a.is(int(a.tok(m.Head).Head), m.Head, "at", "in", "to") {
			if s := a.doer(a.clause(m.Head)); s >= 0 && a.actsAt(s) == owner {
				place = a.kbCountry(a.res.Entities[m.Place].Ref.Country)
			}
		}
		return place < 0
	})
	if place < 0 || place == home {
		return -1
	}
	found := -1
	for e := range a.seenBefore(i) {
		if p := a.personOf[e]; p != nil && e != owner && a.countryOf(p) == place {
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// foremost returns the one who fits and is most in the reader's mind at token t, -1
// where there is none or two are as much.
func (a *article) foremost(t int, fits func(e int) bool) int {
	best, most, second := -1, 0, 0
	seen := a.seenBefore(t)
	for e := range a.res.Entities {
		if w := seen[e]; w > 0 && fits(e) {
			if w > most {
				best, most, second = e, w, most
			} else {
				second = max(second, w)
			}
		}
	}
	if most == second {
		return -1
	}
	return best
}

// predicatePerson is the person who is the predicate of a form of "be", and whether
// it has one: nobody known is -1.
func (a *article) predicatePerson(v int) (entity int, ok bool) {
	for _, c := range a.kids[v] {
		if a.tok(int(c)).Dep != "attr" {
			continue
		}
		if m := a.at(int(c)); m != nil && m.Actor >= 0 && a.kindOf(m) == graph.Person {
			return m.Actor, true
		}
		return -1, true
	}
	return -1, false
}
