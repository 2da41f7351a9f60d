package actors

import (
	"slices"

	"entente/extract/actors/kb"
)

// famous tells that a single word which the recogniser takes for something else
// is the surname of somebody well known, and used like one.
func (a *article) famous(n *name) bool {
	if n.label == personal || n.label == political || !a.personLike(n) || n.end-n.first > 1 || acronym(a.word[n.first]) {
		return false
	}
	for _, c := range a.kids[n.first] {
		if a.tok(int(c)).Dep == "det" {
			return false
		}
	}
	return a.holderNamed(n) != nil
}

// personLike tells that a name for a place, or for nothing known, can be a
// person's: the recogniser says so, or it stands beside a person.
func (a *article) personLike(n *name) bool {
	for _, h := range n.hits {
		if h.Entry.Kind != kb.Place || h.Entry.Type == capitalCity {
			return false
		}
	}
	if n.label != spatial && len(n.hits) == 0 || a.entity(n.first) == entPerson {
		return true
	}
	h := int(a.tok(n.first).Head)
	return a.tok(n.first).Dep == depConj && a.own[h] != nil && a.own[h].label == personal
}

// outranked returns the leader of the day who bears a surname that the article
// gives to others: "Kim" in an article that names only the leader's aides in
// full. Nobody, where somebody of that surname was named before, alone.
func (a *article) outranked(n *name, found []*person) *person {
	const leader = 300
	if len(found) == 0 || len(n.words) > 1 {
		return nil
	}
	before := 0
	for _, p := range found {
		if !p.full {
			return nil
		}
		if len(p.names) > 0 && p.firstAt() < n.first {
			before++
			if a.para[p.names[len(p.names)-1].first] == a.para[n.first] {
				return nil
			}
		}
		if p.entry != nil && a.prominence(p.entry) >= leader {
			return nil
		}
	}
	if before == 1 && len(found) == 1 || before == 0 && len(found) == 1 && !a.loud(found[0]) {
		return nil
	}
	e := a.holderNamed(n)
	if e == nil || a.prominence(e) < leader || !a.mentions(e.Country) {
		return nil
	}
	return a.personOfEntry(e)
}

// yearsOut is the number of years since a person left the last office, at the
// article's date.
func (a *article) yearsOut(e *kb.Entry) int {
	last := 0
	for i := range e.Offices {
		if e.Offices[i].To == "" {
			return 0
		}
		last = max(last, yearOf(e.Offices[i].To))
	}
	if last == 0 || a.date == "" {
		return 0
	}
	return max(yearOf(a.date)-last, 0)
}

// namesAny tells whether a name of the article belongs to a country: its own, its
// people's, its places', its politicians'.
func (a *article) namesAny(iso string) bool {
	for _, n := range a.names {
		if len(n.hits) > 0 && a.home(n.hits[0].Entry.Country) == a.home(iso) {
			return true
		}
	}
	return false
}

// loud tells that a person is named in full only, never by the surname.
func (a *article) loud(p *person) bool { return len(p.names) > 0 && len(p.names) < 2 }

// mentions tells whether the article names a country, its people or its capital.
func (a *article) mentions(iso string) bool {
	for i := range a.res.Entities {
		if r := &a.res.Entities[i].Ref; r.Kind == "Country" && a.home(r.Country) == a.home(iso) {
			return true
		}
	}
	return false
}

// fromOffice returns a new person for a surname that belongs to an office
// holder of the day, nil where no office decides.
func (a *article) fromOffice(n *name) *person {
	var e *kb.Entry
	if a.royal(n) {
		e = a.reigning(n)
	} else {
		e = a.holderNamed(n)
	}
	if e == nil {
		return nil
	}
	return a.personOfEntry(e)
}

// reigning picks the record of a royal name of one word, "King Hussein of
// Jordan": who reigns there at the article's date by that name.
func (a *article) reigning(n *name) *kb.Entry {
	i := n.end
	if !a.is(i, n.first, "of") || !a.in(i+1, n.first) || a.own[i+1] == nil || a.own[i+1].actor < 0 {
		return a.reigningHere(n)
	}
	return a.reigningIn(n, a.res.Entities[a.own[i+1].actor].Ref.Country)
}

// reigningHere is the monarch of a country that the sentence names before: "flew to
// Rabat, where King X received him"; nil for none.
func (a *article) reigningHere(n *name) *kb.Entry {
	for _, m := range a.names {
		if m.first < n.first && a.sent[m.first] == a.sent[n.first] && m.actor >= 0 && m.person == nil {
			if e := a.reigningIn(n, a.res.Entities[m.actor].Ref.Country); e != nil {
				return e
			}
		}
	}
	return nil
}

// reigningIn is the monarch of a country whom a given name means.
func (a *article) reigningIn(n *name, iso string) *kb.Entry {
	for _, role := range []string{kb.Monarch, kb.HeadOfState} {
		for _, e := range a.kb.Holder(iso, role, a.date) {
			if w := a.bareName(e.Name); len(w) > 0 && w[0] == n.words[0] {
				return e
			}
		}
	}
	return nil
}

// personOfEntry returns the person of a record, new to the article or not.
func (a *article) personOfEntry(e *kb.Entry) *person {
	if p := a.byEntry[e]; p != nil {
		return p
	}
	p := &person{entry: e, words: a.bareName(e.Name), name: e.Name, country: e.Country, entity: -1}
	a.shorten(p)
	return a.addPerson(p)
}

// begun tells that a record had begun its career by the article's date, or within
// a few years of it: a surname alone means nobody of a later age.
func (a *article) begun(e *kb.Entry) bool {
	const soon = 8
	if a.date == "" || len(e.Offices) == 0 {
		return true
	}
	return slices.ContainsFunc(e.Offices, func(o kb.Office) bool { return yearOf(o.From) <= yearOf(a.date)+soon })
}

// rulerTitle tells that a name has the title of a head of state or government.
func (a *article) rulerTitle(n *name) bool {
	if len(n.titles) == 0 {
		return false
	}
	r, ok := a.lex.Role(n.titles[len(n.titles)-1].phrase)
	return ok && (r.Name == kb.HeadOfState || r.Name == kb.HeadOfGovernment) && !r.Private
}

// ruled tells that a record has somebody lead a country.
func ruled(e *kb.Entry) bool {
	return slices.ContainsFunc(e.Offices, func(o kb.Office) bool {
		switch o.Role {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.PartyLeader, kb.Head, kb.Governor, kb.Other, kb.Speaker:
			return true
		}
		return false
	})
}

// holderNamed picks the office holder whom a bare or titled surname means.
func (a *article) holderNamed(n *name) *kb.Entry {
	const leader, margin = 150, 10
	var best *kb.Entry
	most, second := 0, 0
	ruler := a.rulerTitle(n)
	for _, e := range a.kb.BySurname(n.text(a)) {
		if !a.agreeEntry(e, n) || !a.alive(e) || !a.begun(e) || ruler && !ruled(e) {
			continue
		}
		if w := a.prominence(e) - 2*a.yearsOut(e); w > most {
			best, most, second = e, w, most
		} else if w > second {
			second = w
		}
	}
	if best != nil && ruler && second == 0 && len(n.words) == 1 {
		return best // "President X", of whom there is but one
	}
	const inOffice = 300
	if best == nil || a.prominence(best) < leader || most < second+margin || most < inOffice && !a.namesAny(best.Country) {
		return nil
	}
	return best
}
