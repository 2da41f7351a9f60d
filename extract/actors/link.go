package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

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
	if p == nil {
		p = a.newPerson(n)
	}
	a.attach(p, n)
}

// splitNames parts what the recogniser took for one name where it is a place
// and a person of the article: "On Saturday in Seoul Biegun briefed". A name
// that is no two stays one.
func splitNames(a *article) {
	for _, n := range a.names {
		if n.tail <= 0 || n.person != nil {
			continue
		}
		if words := a.wordsOf(n.tail, n.end); a.namesPerson(n, words) {
			a.names = append(a.names, a.splitName(n, words))
		}
	}
	a.sortNames()
	for _, n := range a.names {
		if n.tail > 0 {
			n.tail = 0
			a.fullName(n)
		}
	}
}

// namesPerson tells that the words behind a place name a person elsewhere.
func (a *article) namesPerson(n *name, words []string) bool {
	for _, p := range a.people {
		if a.answers(p, words) {
			return true
		}
	}
	key := strings.Join(words, " ")
	for _, m := range a.names {
		if m != n && m.key == key && (m.label == personal || a.famous(m)) {
			return true
		}
	}
	return false
}

// splitName cuts the place off a name and returns the person's name behind it.
func (a *article) splitName(n *name, words []string) *name {
	m := *n
	m.first, m.tail, m.words, m.key, m.label = n.tail, 0, words, strings.Join(words, " "), personal
	n.end, n.hits, n.label, n.tail = n.tail, a.hit[n.first].hits, labelOfKind(a.hit[n.first].hits), 0
	n.words = a.wordsOf(n.first, n.end)
	n.key = strings.Join(n.words, " ")
	for i := m.first; i < m.end; i++ {
		a.own[i] = &m
	}
	return &m
}

// sortNames puts the names in the order of the text.
func (a *article) sortNames() {
	slices.SortStableFunc(a.names, func(m, n *name) int { return m.first - n.first })
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
		if !initials(a.word[i]) && a.tok(i).Pos != "PUNCT" || len(a.word[i]) == 2 && a.word[i][1] != '.' {
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
	switch n.titles[len(n.titles)-1].phrase {
	case "king", "queen", "prince", "princess", "crown prince", "pope", "emir", "sultan", "emperor", "sheikh", "sheik",
		"archbishop", "bishop", "patriarch", "mullah", "imam", "father", "sister", "lord", "lady", "duke", "duchess":
		return true
	}
	return false
}

// findFull returns the person whom an earlier mention names by a compatible
// full name.
func (a *article) findFull(n *name) *person {
	entry := a.personEntry(n)
	for _, p := range a.people {
		if entry != nil && p.entry == entry {
			return p
		}
	}
	for _, p := range a.people {
		if entry != nil && p.entry != nil {
			continue
		}
		if a.compatible(p, n.words) && a.agreeGender(p, n) {
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
	a.people = append(a.people, p)
	return p
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

// personEntry returns the record of a full name, nil where the knowledge base
// has none that was alive to the article.
func (a *article) personEntry(n *name) *kb.Entry {
	hits := n.hits
	if !personHit(hits) && len(n.words) > 1 {
		hits = a.kb.Lookup(spaced(n.text(a)))
		if !slices.ContainsFunc(hits, isPerson) {
			hits = a.withoutMiddle(n)
		}
		if !slices.ContainsFunc(hits, isPerson) && a.onlyInitials(n) {
			hits = a.byInitials(n)
		}
	}
	var best *kb.Entry
	for _, h := range hits {
		if !isPerson(h) || !a.agreeEntry(h.Entry, n) || !a.alive(h.Entry) {
			continue
		}
		if best == nil || a.prominence(h.Entry) > a.prominence(best) {
			best = h.Entry
		}
	}
	return best
}

// byInitials looks for the one record whose given names start with the
// initials of a name: "L. K. Advani".
func (a *article) byInitials(n *name) []kb.Hit {
	last := len(n.words) - 1
	var found []kb.Hit
	for _, e := range a.kb.BySurname(n.words[last]) {
		w := appendWords(nil, e.Name)
		fits := len(w) > last && a.agreeEntry(e, n) && a.alive(e)
		for i := 0; fits && i < last; i++ {
			fits = w[i][0] == n.words[i][0]
		}
		if fits {
			found = append(found, kb.Hit{Entry: e, Form: kb.Alias})
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// spaced parts the initials in a name: "George H.W. Bush".
func spaced(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(s, ".", ". ")), " ")
}

func isPerson(h kb.Hit) bool { return h.Entry.Kind == kb.Person }

// withoutMiddle looks a name up by its first and last words only: "Mikhail
// Sergeyevich Gorbachev", "Robert S. Ford".
func (a *article) withoutMiddle(n *name) []kb.Hit {
	if len(n.words) < 3 || n.end-n.first < 3 || a.tok(n.first).Pos == "PUNCT" || a.hyphen(n.first+1, n.first) {
		return nil
	}
	last := n.end - 1
	for last > n.first+1 && (a.hyphen(last-1, n.first) || a.lex.In("particle", a.low[last-1])) {
		last--
	}
	if last == n.first+1 || a.lex.Eastern(n.words[0]) != "" {
		return nil
	}
	return a.kb.Lookup(a.word[n.first] + " " + a.doc.Slice(last, n.end))
}

// agreeEntry tells whether the titles of a name allow a record's gender.
func (a *article) agreeEntry(e *kb.Entry, n *name) bool {
	g := a.titleGender(n)
	return g == "" || e.Gender == "" || g == e.Gender
}

// alive tells whether a record can be the person whom an article means by a
// full name: in office within a lifetime of its date, or known beyond it.
func (a *article) alive(e *kb.Entry) bool {
	if a.date == "" || len(e.Offices) == 0 {
		return true
	}
	const lifetime, before, famous = 45, 30, 120
	year := yearOf(a.date)
	for _, o := range e.Offices {
		from, to := yearOf(o.From), yearOf(o.To)
		if to == 0 {
			to = max(yearOf(o.Seen), from)
		}
		if from == 0 {
			from = to
		}
		if from == 0 || year >= from-before && year <= to+lifetime {
			return true
		}
	}
	return a.prominence(e) >= famous
}

// prominence is how much a record counts at the article's date; who rules a
// country counts before who is its head for ceremonies.
func (a *article) prominence(e *kb.Entry) int {
	const ruler = 50
	w := a.kb.Prominence(e, a.date)
	for i := range e.Offices {
		if strings.HasPrefix(e.Offices[i].Title, "Supreme Leader") && (e.Offices[i].To == "" || a.date != "" && e.Offices[i].To >= a.date) {
			return w + ruler
		}
	}
	return w
}

// yearOf is the year of an ISO date, 0 where there is none.
func yearOf(date string) int {
	const digits = 4
	if len(date) < digits {
		return 0
	}
	y := 0
	for i := range digits {
		y = y*10 + int(date[i]-'0')
	}
	return y
}
