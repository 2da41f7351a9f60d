package actors

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
	a.headlinePeople() // those too whom only their office told
}

// mayBePerson tells whether a name can turn out to be somebody's surname.
func (a *article) mayBePerson(n *name) bool {
	if n.label == personal || len(n.hits) == 0 {
		return true
	}
	if n.label != political && n.label != spatial {
		return false
	}
	return len(n.titles) > 0 || a.entity(n.first) == entPerson && n.end-n.first == 1
}

// named returns the person of the article whom a short name means, nil where
// there is none or no telling which.
func (a *article) named(n *name) *person {
	var found []*person
	for _, p := range a.similar(n.words) {
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
	if len(found) == 0 && len(n.words) == 1 && n.label == personal {
		found = a.firstSurnamed(n)
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
