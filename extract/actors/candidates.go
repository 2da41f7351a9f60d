package actors

import "strings"

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

// misspelt returns the people whose surname a name spells differently.
func (a *article) misspelt(n *name) (found []*person) {
	for _, p := range a.similar(n.words) {
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
	for _, p := range a.similar(n.words) {
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
	for _, p := range a.similar(n.words) {
		if len(p.words) == 3 && p.words[0] == n.words[0][:1] && p.words[1] == n.words[1][:1] {
			found = append(found, p)
		}
	}
	return found
}

// firstSurnamed returns the people of two surnames who go by the first: "Ortiz" for
// "Juan Ortiz Rozas".
func (a *article) firstSurnamed(n *name) (found []*person) {
	for _, p := range a.similar(n.words) {
		k := len(p.words) - 2
		if p.full && k > 0 && p.short == k+1 && p.till == k+2 && p.words[k] == n.words[0] && a.kb.Given(p.words[k]) == "" && len(p.words[k]) > 3 && a.agreeGender(p, n) {
			found = append(found, p)
		}
	}
	return found
}

// givenNamed returns the people whose given name a single word is: as Ethiopians
// and Icelanders go by it, and as tabloids call anybody.
func (a *article) givenNamed(n *name) (found []*person) {
	for _, p := range a.similar(n.words) {
		if p.full && p.short > 0 && p.words[0] == n.words[0] && a.agreeGender(p, n) || p.short > 0 && a.lex.ShortFor(n.words[0], p.words[0]) {
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
	for _, p := range a.similar(n.words) {
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
