package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// introduced returns the person of the article who holds the role there or by
// the knowledge base, the most present one where there are several. A role
// without a body means somebody named before it, unless later ones count too.
func (a *article) introduced(r *role, later bool) *person {
	var best *person
	most := 0
	for _, p := range a.people {
		fit := a.holds(p, r)
		if fit > 0 && r.body < 0 && (a.rebelRole(r) && !a.leadsRebels(p) || a.lex.In("strong", r.phrase) && !a.ranked(p)) {
			continue
		}
		if fit == 0 || a.quotedPerson(r.head) == p || a.contradictsGender(r, p) || a.companion(r, p) || r.body < 0 && !later && (len(p.names) == 0 || p.firstAt() > r.head) {
			continue
		}
		if s := fit*4 + a.presence(p, r.head) + a.calledSo(r, p); s > most {
			best, most = p, s
		}
	}
	return best
}

// ranked tells that the article gives a person the rank of a soldier.
func (a *article) ranked(p *person) bool {
	return slices.ContainsFunc(p.names, func(n *name) bool {
		return slices.ContainsFunc(n.titles, func(t title) bool {
			w := strings.Fields(t.phrase)
			return len(w) > 0 && a.lex.In("soldier", w[len(w)-1])
		})
	})
}

// rebelRole tells that a role is one in a movement: "the rebel chief".
func (a *article) rebelRole(r *role) bool {
	for i := r.start; i < r.first; i++ {
		if a.lex.In("rebel", a.low[i]) {
			return true
		}
	}
	return false
}

// leadsRebels tells that a person has an office in an organization.
func (a *article) leadsRebels(p *person) bool {
	for _, q := range p.claims {
		if q.body >= 0 && a.res.Entities[q.body].Ref.Kind == graph.Organization {
			return true
		}
	}
	return p.entry != nil && slices.ContainsFunc(p.entry.Offices, func(o kb.Office) bool { return len(o.Country) > 2 })
}

// companion tells that a role stands beside a person's name as another one's:
// "the president and Mr X", "the president told X".
func (a *article) companion(r *role, p *person) bool {
	g := a.governor(r.head)
	if g < 0 || a.tok(r.head).Dep == "attr" {
		return false
	}
	for _, n := range p.names {
		if h := a.head(n.first, n.end); a.sent[h] == a.sent[r.head] && g == a.governor(h) && a.tok(h).Dep != "attr" {
			return true
		}
	}
	return false
}

// calledSo is what it counts that the article called a person by the role alone,
// without a country, before: whose "the president" is, stays.
func (a *article) calledSo(r *role, p *person) int {
	const told = 8
	if r.det != wordThe || r.body >= 0 || r.start+1 != r.first {
		return 0
	}
	for _, q := range p.claims {
		if q.head < r.head && q.det == wordThe && q.start+1 == q.first && q.tail == q.end && !q.former && !q.titled && a.sameRole(q, r) {
			return told
		}
	}
	return 0
}

func (a *article) contradictsGender(r *role, p *person) bool {
	g := a.genderOf(p)
	return r.lex.Gender != "" && g != "" && g != r.lex.Gender
}

// holds tells how surely a person holds a role for its body: 2 where the article
// says so, 1 where the knowledge base does, 0 not.
func (a *article) holds(p *person, r *role) int {
	const enough = 100 // titles of one person; more say nothing new
	for _, q := range p.claims[:min(len(p.claims), enough)] {
		if q == r || q.former || !a.sameRole(q, r) || q.ownerHead >= 0 && q.owner == nil && r.body >= 0 {
			continue
		}
		if q.head > r.head && r.body < 0 {
			continue
		}
		b, _ := a.bodyOf(q, p)
		if b >= 0 && (r.body < 0 || b == r.body || a.memberBody(b, r.body)) {
			return 2
		}
	}
	if p.entry == nil {
		return 0
	}
	for _, o := range a.kb.OfficesAt(p.entry, a.date) {
		if a.fits(r, o) && a.sameCountry(r.body, o.Country) && (r.body >= 0 || a.telling(r, o)) {
			return 1
		}
	}
	return 0
}

// telling tells that a role without a body can mean an office of the knowledge
// base: a president or a minister, but a chair only where the title says so.
func (a *article) telling(r *role, o kb.Office) bool {
	switch r.lex.Name {
	case kb.Head, kb.PartyLeader, kb.Legislator, kb.Military, kb.Minister, kb.Deputy, kb.Envoy, kb.Ambassador, kb.Governor:
		return strings.Contains(strings.ToLower(o.Title), r.phrase)
	}
	return true
}

// sameCountry is sameBody across the names that a state had.
func (a *article) sameCountry(body int, country string) bool {
	if body < 0 || a.sameBody(body, country) {
		return true
	}
	ref := a.res.Entities[body].Ref
	if ref.Kind == graph.Organization && ref.Type != "legislature" {
		return false
	}
	return ref.Country != "" && ref.Kind != graph.Place && a.home(ref.Country) == a.home(country)
}

// memberBody tells that one body is an organization of the country that is the other.
func (a *article) memberBody(b, c int) bool {
	x, y := a.res.Entities[b].Ref, a.res.Entities[c].Ref
	return x.Kind == graph.Organization && y.Kind == graph.Country && x.Country != "" && x.Country == y.Country
}

// sameRole tells whether one person can be called by both roles.
func (a *article) sameRole(c, r *role) bool {
	if !a.lex.SameStyle(r.phrase, c.phrase) {
		return false
	}
	if c.lex.Name == kb.Envoy && r.lex.Name == kb.Envoy && a.goBetween(c.phrase) != a.goBetween(r.phrase) {
		return false // who negotiates for one side mediates not
	}
	if c.lex.Name == r.lex.Name {
		return c.lex.Name != kb.Minister && c.lex.Name != kb.Other && c.lex.Name != kb.Deputy || c.phrase == r.phrase
	}
	if r.lex.Name == anyLeader {
		switch c.lex.Name {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.PartyLeader, kb.Head:
			return true
		}
	}
	if r.lex.Name == kb.Head {
		return c.lex.Name == kb.PartyLeader || c.lex.Name == anyLeader
	}
	if r.lex.Name != kb.HeadOfState || r.phrase == president || (r.phrase == "dictator" || r.phrase == "autocrat") && c.lex.Name == kb.HeadOfGovernment {
		return false // "the dictator" is no prime minister
	}
	switch c.lex.Name {
	case kb.HeadOfGovernment, kb.Monarch, anyLeader:
		return true
	}
	return false
}

// goBetween is the last word of an envoy's title where it tells whose he is.
func (a *article) goBetween(phrase string) string {
	w := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	if a.lex.In("gobetween", w) {
		return w
	}
	return ""
}

// presence is how much a person is in the reader's mind at a token: named
// often, and not long ago.
func (a *article) presence(p *person, t int) int {
	s := 0
	for _, n := range p.names {
		if n.first < t {
			s++
			if a.sent[n.first]+2 > a.sent[t] {
				s += 2
			}
		}
	}
	return min(s, 20)
}
