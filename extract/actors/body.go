package actors

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// bodyOf finds for which country or organization a person holds a role, and
// whether the office is over; -1 where nothing tells.
func (a *article) bodyOf(r *role, p *person) (body int, former bool) {
	if r.body >= 0 {
		return r.body, r.former || a.over(r, p)
	}
	if m := a.at(r.ownerHead); m != nil && r.plural && len(m.Members) == len(r.people) {
		if k := slices.Index(r.people, p); k >= 0 && a.kindOf(&Mention{Actor: m.Members[k]}) == graph.Country {
			return m.Members[k], r.former // "the ministers of the two countries, X and Y"
		}
	}
	if r.owner != nil && r.owner != p && a.serves(r) {
		if c := a.servedBody(r.owner); c >= 0 {
			return c, r.former
		}
	}
	if p.entry != nil {
		if b, ended := a.officeBody(r, p.entry); b >= 0 {
			return b, r.former || ended
		}
	}
	return a.bodyByContext(r, p)
}

// bodyByContext is bodyOf where neither the role nor the knowledge base names the
// body.
func (a *article) bodyByContext(r *role, p *person) (body int, former bool) {
	if r.lex.Weak || r.titled && r.phrase == "commander" {
		return -1, false // of what, nobody says
	}
	if c := a.bodyByName(r, p); c >= 0 {
		return c, r.former
	}
	switch r.lex.Name {
	case kb.Head:
		if b := a.bodySpoken(r); b >= 0 {
			return b, r.former
		}
		return r.host, r.former
	case kb.Monarch, kb.Legislator, kb.Other:
		if r.title < r.first && a.is(r.title, r.first, "presidential", "royal", "cabinet", "government") {
			break // "presidential adviser X"
		}
		return r.host, r.former
	}
	if r.det == owned && r.ownerHead >= 0 && r.owner == nil {
		return -1, false // whose the owner is, nobody says: "the army's delegate"
	}
	if (r.det == "their" || r.det == "its") && r.owner == nil && r.lex.Name != kb.Speaker {
		return -1, false // whose, is not known
	}
	if r.plural && !r.titled && len(r.people) > 1 {
		return -1, false // "the two commanders, X and Y" are of two countries
	}
	if c := a.contextCountry(r); c >= 0 && !a.another(r, p, c) {
		return c, r.former
	}
	return r.host, r.former
}

// bodyByName is the parliament of a speaker, the one country that has such an office,
// or the person's own; -1 for none.
func (a *article) bodyByName(r *role, p *person) int {
	if r.lex.Name == kb.Speaker && r.ownerHead < 0 {
		if c := a.chamberBefore(r); c >= 0 {
			return c
		}
	}
	if c := a.nation(r); c >= 0 {
		return c
	}
	return a.countryOf(p)
}

// another tells that a country has somebody else as its president or prime minister
// at the article's date: a stranger with the title must be another country's.
func (a *article) another(r *role, p *person, country int) bool {
	if r.lex.Name != kb.HeadOfState && r.lex.Name != kb.HeadOfGovernment || p.entry != nil || r.former || a.date == "" {
		return false
	}
	return slices.ContainsFunc(a.kb.Holder(a.res.Entities[country].Ref.Country, r.lex.Name, a.date), a.hasName)
}

// bodySpoken returns the organization of many states that the sentence of "the
// secretary-general" or the one before names before him, -1 for none.
func (a *article) bodySpoken(r *role) int {
	if r.det != wordThe || r.ownerHead >= 0 || !strings.Contains(r.phrase, "general") {
		return -1
	}
	found := -1
	a.backwards(r.start, 2, func(m *Mention) bool {
		if m.Actor >= 0 && m.Form == Name {
			switch a.res.Entities[m.Actor].Ref.Type {
			case "igo", "alliance", "grouping":
				found = m.Actor
			}
		}
		return found < 0
	})
	return found
}

// servedBody is whom people serve who serve a person: the organization of many
// states that he heads, else his country; -1 where nothing tells.
func (a *article) servedBody(p *person) int {
	if p.entry == nil || a.date == "" {
		return a.ledBy(p)
	}
	for _, o := range a.kb.OfficesAt(p.entry, a.date) {
		if o.Role != kb.Head || len(o.Country) == 2 {
			continue
		}
		if e := a.kb.ByID(o.Country); e != nil && (e.Type == "igo" || e.Type == "alliance") {
			return a.entry(e)
		}
	}
	return a.ledBy(p)
}

// ledBy is the country of a person, or else the organization for which the article
// gives an office; -1 for none.
func (a *article) ledBy(p *person) int {
	if c := a.countryOf(p); c >= 0 {
		return c
	}
	for _, q := range p.claims {
		if q.body >= 0 && q.lex.Leads && !q.lex.Weak {
			return q.body
		}
	}
	return -1
}

// nation returns the country that alone has an office of this name, -1 for none.
func (a *article) nation(r *role) int {
	if e := a.kb.Country(a.lex.Nation(r.phrase)); e != nil {
		return a.country(e)
	}
	return -1
}

// serves tells that a role is one that people hold for a person: an envoy, an
// aide, a minister; not an ally and not a counterpart.
func (a *article) serves(r *role) bool {
	return r.lex.Name != counterpart && r.lex.Name != "successor" && r.lex.Name != "predecessor"
}

// over tells that the knowledge base knows the office to have ended before the
// article's date.
func (a *article) over(r *role, p *person) bool {
	if p.entry == nil || a.date == "" {
		return false
	}
	switch r.lex.Name {
	case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, anyLeader, kb.ForeignMinister:
	default:
		return false // of lesser offices no record is complete
	}
	found := false
	for _, o := range p.entry.Offices {
		if !a.fits(r, o) || !a.sameBody(r.body, o.Country) {
			continue
		}
		if o.To == "" || o.To >= a.date {
			return false
		}
		found = true
	}
	return found
}

// sameBody tells whether an entity is the country or organization of an office.
func (a *article) sameBody(body int, country string) bool {
	if body < 0 {
		return true
	}
	ref := a.res.Entities[body].Ref
	return ref.ID == country || ref.ID == "iso:"+country
}

// officeBody finds the body of a role among the offices of a record: those
// held at the article's date first, then earlier ones, then later ones.
func (a *article) officeBody(r *role, e *kb.Entry) (body int, ended bool) {
	now := a.kb.OfficesAt(e, a.date)
	slices.SortStableFunc(now, func(x, y kb.Office) int { // a king of fifteen realms is at home in one
		return cmp.Compare(b2i(y.Country == e.Country), b2i(x.Country == e.Country))
	})
	for _, o := range now {
		if a.fits(r, o) {
			if b := a.bodyEntity(o.Country); b >= 0 {
				return b, false
			}
		}
	}
	for _, o := range slices.Backward(e.Offices) {
		if a.fits(r, o) {
			if b := a.bodyEntity(o.Country); b >= 0 {
				return b, o.To != "" && a.date != "" && o.To < a.date
			}
		}
	}
	return -1, false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bodyEntity returns the entity of an office's country or organization.
func (a *article) bodyEntity(id string) int {
	if len(id) == 2 {
		if c := a.kb.Country(id); c != nil {
			return a.country(c)
		}
		return -1
	}
	if e := a.kb.ByID(id); e != nil {
		return a.entry(e)
	}
	return -1
}

// fits tells whether a role of the text can mean an office: a president is no
// prime minister, though both lead.
func (a *article) fits(r *role, o kb.Office) bool {
	if !matches(r, o.Role) {
		return false
	}
	return a.lex.SameStyle(r.phrase, strings.ToLower(o.Title))
}

// matches tells whether a role of the text can mean a role of the knowledge base.
func matches(r *role, known string) bool {
	switch r.lex.Name {
	case kb.Other:
		return false
	case known:
		return true
	case anyLeader:
		switch known {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.PartyLeader, kb.Head:
			return true
		}
	case kb.HeadOfState:
		return known == kb.Monarch && r.phrase != president || known == kb.Head && r.phrase == president
	case kb.Monarch:
		return known == kb.HeadOfState && r.phrase != "crown prince"
	case kb.Head:
		return known == kb.PartyLeader || known == kb.CentralBanker
	case kb.PartyLeader:
		return known == kb.Head
	case kb.Minister:
		return strings.HasSuffix(known, "minister") && r.phrase == "minister"
	case kb.Envoy:
		return known == kb.Ambassador
	case kb.Ambassador:
		return known == kb.Envoy
	}
	return false
}

// countryOf returns the entity of the country that a person belongs to, -1
// where neither the article nor the knowledge base tells.
func (a *article) countryOf(p *person) int {
	for _, r := range p.claims {
		if r.body >= 0 && a.res.Entities[r.body].Ref.Kind == graph.Country && !r.lex.Weak {
			return r.body
		}
	}
	if p.country != "" {
		if e := a.kb.Country(p.country); e != nil {
			return a.country(e)
		}
	}
	return -1
}

// chamberBefore returns the parliament that was named last before a role in its
// sentence or the one before, -1 for none.
func (a *article) chamberBefore(r *role) int {
	found := -1
	a.backwards(r.start, 1, func(m *Mention) bool {
		if k := a.at(int(a.tok(m.Head).Head)); k != nil && a.tok(m.Head).Dep == depConj {
			m = k // "the House and Senate, where Speaker X"
		}
		if m.Actor >= 0 && m.Form == Name {
			if e := a.res.Entities[m.Actor]; e.Entry != nil && e.Entry.Type == "legislature" {
				found = m.Actor
			}
		}
		return found < 0
	})
	return found
}
