package actors

import "slices"

// linkFullNames makes a person of every name of two words or more, and of
// every single word that the knowledge base knows as a person's name.
func linkFullNames(a *article) {
	for _, n := range a.names {
		if n.tail == 0 {
			a.fullName(n)
		}
	}
}

// fullName links one name if it is somebody's full name.
func (a *article) fullName(n *name) {
	if n.label != personal || !personHit(n.hits) && (a.bare(n) || a.onlyInitials(n) || a.royal(n)) {
		return
	}
	p := a.findFull(n)
	if p == nil && a.royal(n) && a.personEntry(n) == nil {
		return // which king it is, a country may tell
	}
	if p == nil {
		p = a.newPerson(n)
	}
	a.attach(p, n)
}

// bare tells that a name is a surname alone, particles not counted.
func (a *article) bare(n *name) bool {
	joined := true
	for i := n.first; i < n.end-1; i++ {
		joined = joined && !a.tok(i).Space
	}
	if joined {
		return true // "Rod-Larsen"
	}
	w := n.words
	for len(w) > 1 && a.lex.In("particle", w[0]) {
		w = w[1:]
	}
	return len(w) < 2
}

// onlyInitials tells that a name has nothing but initials before the surname;
// another mention may spell them out.
func (a *article) onlyInitials(n *name) bool {
	for i := n.first; i < n.end-1; i++ {
		if !initials(a.word[i]) && a.tok(i).Pos != posPunct || len(a.word[i]) == 2 && a.word[i][1] != '.' {
			return false
		}
	}
	return n.end-n.first > 1 && len(n.hits) == 0
}

// royal tells that a name of one word behind a royal title is a given name.
func (a *article) royal(n *name) bool {
	if len(n.titles) == 0 || len(n.words) > 1 {
		return false
	}
	h, ok := a.lex.Honorific(n.titles[len(n.titles)-1].phrase)
	return ok && h.Given
}

// findFull returns the person whom an earlier mention names by a compatible
// full name.
func (a *article) findFull(n *name) *person {
	entry := a.personEntry(n)
	if p := a.byEntry[entry]; p != nil && entry != nil {
		return p
	}
	for _, p := range a.similar(n.words) {
		if entry != nil && p.entry != nil {
			continue
		}
		if a.compatible(p, n.words) && a.agreeGender(p, n) {
			return p
		}
	}
	for _, p := range a.similar(n.words) { // "Rivas de Luna" is "Pedro Rivas de Luna"
		if k := len(p.words) - len(n.words); k > 0 && len(n.words) > 2 && a.lex.In("particle", n.words[1]) && slices.Equal(p.words[k:], n.words) && a.agreeGender(p, n) {
			return p
		}
	}
	return nil
}

// newPerson starts a person with a name.
func (a *article) newPerson(n *name) *person {
	p := &person{entry: a.personEntry(n), words: n.words, full: len(n.words) > 1, name: n.text(a), entity: -1}
	if p.entry != nil && len(n.words) < 2 {
		p.words = a.bareName(p.entry.Name)
	}
	if p.entry == nil && a.royal(n) {
		p.name = a.doc.Slice(n.titles[len(n.titles)-1].first, n.end)
	}
	a.shorten(p)
	if p.entry != nil {
		p.country = p.entry.Country
	}
	return a.addPerson(p)
}

// bareName returns the folded words of a recorded name without titles before
// and a country behind it.
func (a *article) bareName(s string) []string {
	w := appendWords(nil, s)
	for len(w) > 1 {
		if _, ok := a.lex.Honorific(w[0]); !ok {
			break
		}
		w = w[1:]
	}
	for i := 1; i < len(w); i++ {
		if w[i] == "of" {
			return w[:i]
		}
	}
	return w
}

// attach links a name to a person, who learns from it.
func (a *article) attach(p *person, n *name) {
	n.person, n.label, n.rule, n.form = p, personal, a.rule, Name
	n.actor, n.place = -1, -1
	p.names = append(p.names, n)
	if g := a.titleGender(n); p.gender == "" && g != "" {
		p.gender = g
	}
	if len(n.words) > len(p.words) && len(p.words) < 2 || !p.full && len(n.words) > 1 {
		p.words, p.full, p.name = n.words, true, n.text(a)
		a.shorten(p)
		a.indexPerson(p)
	}
}

// titleGender is the gender that the titles of a name tell.
func (a *article) titleGender(n *name) string {
	for _, t := range n.titles {
		if h, ok := a.lex.Honorific(t.phrase); ok && h.Gender != "" {
			return h.Gender
		}
		if r, ok := a.lex.Role(t.phrase); ok && r.Gender != "" {
			return r.Gender
		}
	}
	return ""
}

// agreeGender tells whether the titles of a name allow a person's gender.
func (a *article) agreeGender(p *person, n *name) bool {
	g, h := a.titleGender(n), a.genderOf(p)
	return g == "" || h == "" || g == h
}
