package actors

import (
	"slices"
	"strings"

	"entente/graph"
)

// hold records that the article gives a person a role.
func (a *article) hold(r *role, p *person) {
	if slices.Contains(r.people, p) {
		return
	}
	r.people = append(r.people, p)
	if p.gender == "" && r.lex.Gender != "" {
		p.gender = r.lex.Gender
	}
	a.claims = append(a.claims, claim{role: r, person: p, rule: a.rule})
	p.claims = append(p.claims, r)
}

// claim is a role that waits for its body.
type claim struct {
	role   *role
	person *person
	rule   string
}

// makeOffices turns the claims into offices once everything is linked.
func makeOffices(a *article) {
	for _, c := range a.claims {
		a.ownerOf(c.role)
		fellow := c.role.phrase == "colleague"
		other := a.nameCounterpart(c.role)
		if !a.nameInTurn(c.role) {
			continue
		}
		if c.role.lex.Private || len(c.person.names) == 0 {
			continue // whom the article does not name, it tells nothing of
		}
		if c.rule == "head" && c.role.body < 0 {
			continue // what body, nobody says
		}
		body, former := a.bodyClaimed(c, other, fellow)
		if body < 0 || c.role.lex.Weak && a.res.Entities[body].Ref.Kind == graph.Country {
			continue
		}
		o := Office{
			Person: a.of(c.person), Body: body, Title: a.titleText(c.role), First: c.role.start, End: c.role.tail,
			Former: former, Rule: c.rule,
		}
		if n := a.nameAfterTitle(c.role); n != nil && n.person == c.person {
			o.End = n.end
		}
		a.addOffice(o, c.role)
	}
}

// bodyClaimed is the body that a claim is about and whether the office is over, -1
// where no body is told. Other is the country or organization of the one whose
// counterpart the person is, -1 for anybody else: a counterpart serves the other side,
// only a fellow, "his colleague", serves the same.
func (a *article) bodyClaimed(c claim, other int, fellow bool) (body int, former bool) {
	body, former = a.bodyOf(c.role, c.person)
	if other < 0 || c.role.body >= 0 {
		return body, former
	}
	if a.countryOf(c.person) < 0 && c.person.entry == nil {
		if body = a.otherOf(c.role.head, other); fellow {
			body = other
		}
	}
	if body == other && !fellow {
		return -1, former
	}
	return body, former
}

// otherOf is the other one of the two countries that a text is about, -1 where there
// are no such two.
func (a *article) otherOf(t, country int) int {
	for _, pair := range [][]int{a.usualPair(t, false), a.twoCountries(t)} {
		if i := slices.Index(pair, country); len(pair) == 2 && i >= 0 {
			return pair[1-i]
		}
	}
	return -1
}

// nameInTurn gives "his predecessor, X" the office of the one before or after whom X
// held it; false where the article gives that one no office.
func (a *article) nameInTurn(r *role) bool {
	if r.lex.Name != "predecessor" && r.lex.Name != "successor" || r.owner == nil {
		return true
	}
	former := r.lex.Name == "predecessor"
	for _, q := range r.owner.claims {
		if q.lex.Name == r.lex.Name || q.lex.Private || q.lex.Weak {
			continue
		}
		a.ownerOf(q)
		if body, _ := a.bodyOf(q, r.owner); body >= 0 {
			r.lex, r.phrase, r.words, r.body, r.owner, r.former = q.lex, q.phrase, a.titleText(q), body, nil, former
			return true
		}
	}
	return false
}

// nameCounterpart gives the role of a named counterpart the title of the one
// whose counterpart it is: "his Iranian counterpart, X". It returns the country or
// organization of the latter, -1 where there is none.
func (a *article) nameCounterpart(r *role) int {
	if r.lex.Name != counterpart || r.owner == nil {
		return -1
	}
	for _, q := range r.owner.claims {
		a.ownerOf(q)
	}
	own := a.countryOf(r.owner)
	for _, q := range r.owner.claims {
		if q.lex.Name != counterpart && !q.lex.Private && !q.lex.Weak {
			r.lex, r.phrase, r.words, r.owner = q.lex, q.phrase, a.titleAbroad(q), nil
			return own
		}
	}
	r.owner = nil
	return own
}

// addOffice records an office unless the article has given it before.
func (a *article) addOffice(o Office, r *role) {
	if o.Person == o.Body {
		return
	}
	for i := range a.res.Offices {
		q := &a.res.Offices[i]
		if q.Person == o.Person && q.Body == o.Body && q.Former == o.Former && (a.officeRole[i] == r.lex.Name || r.lex.Name == anyLeader) {
			return
		}
	}
	a.res.Offices = append(a.res.Offices, o)
	a.officeRole = append(a.officeRole, r.lex.Name)
}

// titleText is the title in the article's words, common words in lower case.
func (a *article) titleText(r *role) string {
	if r.words != "" {
		return r.words
	}
	if s := a.lex.Full(r.phrase); s != "" {
		return s
	}
	var b strings.Builder
	for i := r.title; i < r.end; i++ {
		w := a.word[i]
		if i >= r.first || a.tok(i).Pos != posPropn {
			w = a.low[i]
		}
		b.WriteString(w)
		if a.tok(i).Space && i+1 < r.end {
			b.WriteByte(' ')
		}
	}
	s := b.String()
	if r.plural {
		cut := strings.LastIndexByte(s, ' ') + 1
		return s[:cut] + singular(s[cut:])
	}
	return s
}
