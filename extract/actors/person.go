package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// person is somebody whom the article names.
type person struct {
	entry *kb.Entry
	// words are the folded words of the fullest name, short is where in them
	// the part starts by which later mentions go, until where it ends.
	words       []string
	short, till int
	// full tells that the article (not only the knowledge base) names the
	// person by more than a surname.
	full   bool
	name   string // the fullest name as it stands in the article
	gender string
	// country is the ISO code of the country that the person belongs to as far
	// as the article or the knowledge base tells.
	country string
	claims  []*role // what the article calls the person
	names   []*name
	also    [][]string // bynames, as folded words
	entity  int
	number  int // in the order of the article
}

// shorten finds the part of a full name that stands for the whole: the
// surname with its particles, or for some peoples the first or last word.
func (a *article) shorten(p *person) {
	w := p.words
	p.short, p.till = len(w)-1, len(w)
	if len(w) < 2 {
		p.short = 0
		return
	}
	switch a.lex.Eastern(w[0]) {
	case "s":
		if a.surnameFirst(p) {
			p.short, p.till = 0, 1
			return
		}
	case "g":
		if len(w) > 2 || p.entry != nil && p.entry.Country == "VN" {
			return
		}
	}
	if a.lex.In("suffix", w[p.short]) {
		p.till = p.short
		p.short = max(p.short-1, 0)
	}
	for p.short > 1 && a.lex.In("particle", w[p.short-1]) {
		p.short--
	}
}

// surnameFirst tells whether a name that starts with a surname of the east has
// its surname there: the knowledge base says so, or its shape does.
func (a *article) surnameFirst(p *person) bool {
	w := p.words
	if p.entry != nil {
		switch {
		case slices.Contains(a.kb.BySurname(w[0]), p.entry):
			return true
		case slices.Contains(a.kb.BySurname(w[len(w)-1]), p.entry):
			return false
		}
	}
	if len(w) == 3 {
		return a.kb.Given(w[0]) == "" || len(w[1]) < 6 && len(w[2]) < 6
	}
	return len(w) == 2 && len(a.kb.BySurname(w[1])) == 0
}

// linkBynames ties a name in quotation marks to the person whose name it follows or
// interrupts: Abel Mungo "Kamba", Leo "Polo" Ruiz.
func linkBynames(a *article) {
	for _, n := range a.names {
		if n.person == nil || !a.is(n.end, n.first, "\"", "“", "'", "‘") || !a.in(n.end+1, n.first) {
			continue
		}
		m := a.own[n.end+1]
		if m == nil || m == n || m.end-m.first > 1 || len(m.hits) > 0 || m.person != nil && len(m.person.names) > 1 || !a.is(m.end, n.first, "\"", "”", "'", "’") {
			continue
		}
		m.label, m.tail = personal, 0
		n.person.also = append(n.person.also, m.words)
		a.attach(n.person, m)
	}
}

// answers tells whether a person goes by the words of a short mention: the
// surname with or without its particles, or a longer tail of the name.
func (a *article) answers(p *person, words []string) bool {
	if len(p.also) > 0 && slices.ContainsFunc(p.also, func(w []string) bool { return slices.Equal(w, words) }) {
		return true
	}
	if len(words) == 0 || len(words) > len(p.words) {
		return false
	}
	if p.short == 0 && p.till < len(p.words) {
		return len(words) == p.till && slices.Equal(words, p.words[:p.till])
	}
	for start := p.short; start < p.till; start++ {
		if slices.Equal(words, p.words[start:p.till]) || slices.Equal(words, p.words[start:]) {
			return true
		}
		if !a.lex.In("particle", p.words[start]) {
			break
		}
	}
	return len(words) > p.till-p.short && slices.Equal(words, p.words[len(p.words)-len(words):])
}

// firstAt is the first token of the first mention by name.
func (p *person) firstAt() int {
	first := -1
	for _, n := range p.names {
		if first < 0 || n.first < first {
			first = n.first
		}
	}
	return first
}

// surname is the part by which a person goes.
func (p *person) surname() string { return strings.Join(p.words[p.short:p.till], " ") }

// given is the first given name, "" where only the surname is known.
func (p *person) given() string {
	switch {
	case len(p.words) < 2:
		return ""
	case p.short == 0:
		return strings.Join(p.words[p.till:], " ")
	}
	return p.words[0]
}

// sameGiven tells whether two given names can be one person's: equal, one the
// initial or the start of the other, or one missing.
func sameGiven(g, h string) bool {
	if g == "" || h == "" || g == h {
		return true
	}
	if len(g) > len(h) {
		g, h = h, g
	}
	return len(g) <= 2 && g[0] == h[0] || len(g) >= 3 && strings.HasPrefix(h, g) || alike(g, h)
}

// compatible tells whether two full names can be one person's.
func (a *article) compatible(p *person, words []string) bool {
	if slices.Equal(p.words, words) {
		return true
	}
	q := &person{words: words, entry: p.entry}
	a.shorten(q)
	if len(words) < 2 || !sameSurname(p.surname(), q.surname()) {
		return false
	}
	if p.short == 0 && p.till < len(p.words) {
		return strings.ReplaceAll(p.given(), " ", "") == strings.ReplaceAll(q.given(), " ", "")
	}
	return sameGiven(p.given(), q.given()) && a.sameMiddle(p, q)
}

// sameMiddle tells that the words between given name and surname do not
// contradict each other: "George H.W. Bush" is not "George W. Bush".
func (a *article) sameMiddle(p, q *person) bool {
	m, n := p.words[1:p.short], q.words[1:q.short]
	for i := 0; i < len(m) && i < len(n); i++ {
		if !sameGiven(m[i], n[i]) || len(m[i]) != len(n[i]) && len(m[i]) <= 2 && len(n[i]) <= 2 {
			return false
		}
	}
	// A name that adds words in front of the surname stays the same person,
	// unless the given names are bare initials.
	return slices.Equal(p.words[p.till:], q.words[q.till:]) || len(p.words) == p.till || len(q.words) == q.till
}

// sameSurname tells whether two surnames are one but for the spelling.
func sameSurname(s, t string) bool { return s == t || alike(s, t) }

// genderOf tells the gender of a person from all that is known.
func (a *article) genderOf(p *person) string {
	if p.gender != "" {
		return p.gender
	}
	if p.entry != nil && p.entry.Gender != "" {
		return p.entry.Gender
	}
	if g := p.given(); g != "" && !strings.Contains(g, " ") {
		return a.kb.Given(g)
	}
	return ""
}
