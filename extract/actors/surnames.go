package actors

import (
	"strings"

	"entente/extract/actors/kb"
)

// linkSurnames links the names that the full names left over: a surname, with
// or without a title, is somebody of the article, else an office holder of the
// day, else a new person.
func linkSurnames(a *article) {
	a.headlinePeople()
	for _, n := range a.names {
		if n.person != nil || !a.mayBePerson(n) {
			continue
		}
		if p := a.named(n); p != nil {
			a.attach(p, n)
		}
	}
	for _, n := range a.names {
		if n.person != nil || n.label != personal && !a.famous(n) || n.tail < 0 {
			continue
		}
		p := a.named(n)
		if p == nil {
			p = a.fromOffice(n)
		}
		if p == nil {
			p = a.newPerson(n)
		}
		a.attach(p, n)
	}
}

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
		if h.Entry.Kind != kb.Place || h.Entry.Type == "capital" {
			return false
		}
	}
	if n.label != spatial && len(n.hits) == 0 || a.entity(n.first) == "PERSON" {
		return true
	}
	h := int(a.tok(n.first).Head)
	return a.tok(n.first).Dep == "conj" && a.own[h] != nil && a.own[h].label == personal
}

// mayBePerson tells whether a name can turn out to be somebody's surname.
func (a *article) mayBePerson(n *name) bool {
	if n.label == personal {
		return true
	}
	switch n.label {
	case unknown, other, corporate:
		return len(n.hits) == 0
	case political, spatial:
		return len(n.hits) == 0 || len(n.titles) > 0 || a.entity(n.first) == "PERSON" && n.end-n.first == 1
	}
	return false
}

// named returns the person of the article whom a short name means, nil where
// there is none or no telling which.
func (a *article) named(n *name) *person {
	var found []*person
	for _, p := range a.people {
		if a.answers(p, n.words) && a.agreeGender(p, n) {
			found = append(found, p)
		}
	}
	if len(found) == 0 && len(n.words) == 1 {
		found = a.misspelt(n)
	}
	if len(found) == 0 {
		found = a.initialled(n)
	}
	if len(found) == 0 && len(n.words) == 2 {
		found = a.patronymic(n)
	}
	if len(found) == 0 {
		found = a.firstNamed(n)
	}
	if len(found) == 0 && len(n.words) == 1 && n.label == personal {
		if found = a.givenNamed(n); len(found) > 1 {
			found = nil
		}
	}
	if a.royal(n) {
		return a.pick(n, a.sameRoyal(n, found))
	}
	if p := a.outranked(n, found); p != nil {
		return p
	}
	return a.pick(n, found)
}

// sameRoyal keeps of the people found those whom the article names with the
// same royal title, or by a full name that starts with the given name.
func (a *article) sameRoyal(n *name, found []*person) (same []*person) {
	for _, p := range found {
		for _, m := range p.names {
			if len(m.titles) > 0 && m.titles[len(m.titles)-1].phrase == n.titles[len(n.titles)-1].phrase {
				same = append(same, p)
				break
			}
		}
	}
	return same
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

// misspelt returns the people whose surname a name spells differently.
func (a *article) misspelt(n *name) (found []*person) {
	for _, p := range a.people {
		if p.full && p.till-p.short == 1 && alike(p.words[p.short], n.words[0]) && a.agreeGender(p, n) {
			found = append(found, p)
		}
	}
	return found
}

// initialled returns the people whose given names start with the initials
// before a surname: "M. S. Gorbachev".
func (a *article) initialled(n *name) (found []*person) {
	if !a.onlyInitials(n) {
		return nil
	}
	for _, p := range a.people {
		last := len(p.words) - 1
		if p.full && sameSurname(p.words[last], n.words[len(n.words)-1]) && p.words[0][0] == n.words[0][0] {
			found = append(found, p)
		} else if last == 1 && len(n.words) == 3 && isPatronymic(p.words[1]) && p.words[0][:1] == n.words[0] && p.words[1][:1] == n.words[1] {
			found = append(found, p) // "R. M. Gorbacheva" is "Raisa Maximovna"
		}
	}
	return found
}

// isPatronymic tells whether a folded word is a Russian patronymic.
func isPatronymic(w string) bool {
	for _, s := range []string{"ovna", "evna", "ichna", "ovich", "evich"} {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// patronymic returns the people of whom the article gives only the initials of
// the two names that stand here: "Raisa Maximovna" for "R. M. Gorbacheva".
func (a *article) patronymic(n *name) (found []*person) {
	for _, p := range a.people {
		if len(p.words) == 3 && p.words[0] == n.words[0][:1] && p.words[1] == n.words[1][:1] {
			found = append(found, p)
		}
	}
	return found
}

// givenNamed returns the people whose given name a single word is: as Ethiopians
// and Icelanders go by it, and as tabloids call anybody.
func (a *article) givenNamed(n *name) (found []*person) {
	for _, p := range a.people {
		if p.full && p.short > 0 && p.words[0] == n.words[0] && a.agreeGender(p, n) {
			found = append(found, p)
		}
	}
	return found
}

// firstNamed returns the people whose given name a royal or one-word name is.
func (a *article) firstNamed(n *name) (found []*person) {
	if !a.royal(n) {
		return nil
	}
	for _, p := range a.people {
		if p.full && p.words[0] == n.words[0] {
			found = append(found, p)
		}
	}
	return found
}

// pick chooses among several people of one surname: somebody named in full
// earlier in the paragraph, else the one who matters most.
func (a *article) pick(n *name, found []*person) *person {
	if len(found) < 2 {
		if len(found) == 1 {
			return found[0]
		}
		return nil
	}
	if p := a.recent(n, found, true); p != nil {
		return p
	}
	if p := a.recent(n, found, false); p != nil {
		return p
	}
	best := found[0]
	for _, p := range found[1:] {
		if a.weight(p) > a.weight(best) {
			best = p
		}
	}
	return best
}

// recent returns the person among those found whom the paragraph named last
// before a name; alone, only by the surname alone.
func (a *article) recent(n *name, found []*person, alone bool) *person {
	var recent *person
	at := -1
	for _, p := range found {
		for _, m := range p.names {
			if m.first < n.first && m.first > at && a.para[m.first] == a.para[n.first] && (!alone || len(m.words) == len(n.words)) {
				recent, at = p, m.first
			}
		}
	}
	return recent
}

// weight is how much a person matters in the article.
func (a *article) weight(p *person) int {
	w := len(p.names)
	if p.entry != nil {
		w += a.prominence(p.entry) / 10
	}
	return w
}

// headlinePeople finds the people of headlines, where capitals tell nothing,
// among those whom the text names.
func (a *article) headlinePeople() {
	for _, n := range a.names {
		if n.tail < 0 && n.person == nil {
			if p := a.named(n); p != nil {
				n.tail = 0
				a.attach(p, n)
			}
		}
	}
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
		return nil
	}
	iso := a.res.Entities[a.own[i+1].actor].Ref.Country
	for _, role := range []string{kb.Monarch, kb.HeadOfState} {
		for _, e := range a.kb.Holder(iso, role, a.date) {
			if w := appendWords(nil, e.Name); len(w) > 0 && w[0] == n.words[0] {
				return e
			}
		}
	}
	return nil
}

// personOfEntry returns the person of a record, new to the article or not.
func (a *article) personOfEntry(e *kb.Entry) *person {
	for _, p := range a.people {
		if p.entry == e {
			return p
		}
	}
	p := &person{entry: e, words: a.bareName(e.Name), name: e.Name, country: e.Country, entity: -1}
	a.shorten(p)
	a.people = append(a.people, p)
	return p
}

// holderNamed picks the office holder whom a bare or titled surname means.
func (a *article) holderNamed(n *name) *kb.Entry {
	const leader, margin = 150, 10
	var best *kb.Entry
	most, second := 0, 0
	for _, e := range a.kb.BySurname(n.text(a)) {
		if !a.agreeEntry(e, n) || !a.alive(e) {
			continue
		}
		if w := a.prominence(e) - 2*a.yearsOut(e); w > most {
			best, most, second = e, w, most
		} else if w > second {
			second = w
		}
	}
	const inOffice = 300
	if best == nil || a.prominence(best) < leader || most < second+margin || most < inOffice && !a.namesAny(best.Country) {
		return nil
	}
	return best
}
