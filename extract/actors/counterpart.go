package actors

import (
	"strings"

	"entente/extract/actors/kb"
)

// otherLeader returns the one of the two main leaders of the article who is not
// the owner of "his opposite number".
func (a *article) otherLeader(r *role) *person {
	pair := a.twoPeople(r.head, true, "")
	if len(pair) != 2 || r.owner.entity < 0 {
		return nil
	}
	for i, e := range pair {
		if e == r.owner.entity {
			return a.personOf[pair[1-i]]
		}
	}
	return nil
}

// titleAbroad is the title of the counterpart of somebody with a role: the same,
// unless only one country has offices of that name.
func (a *article) titleAbroad(r *role) string {
	if a.lex.Nation(r.phrase) != "" {
		return strings.ReplaceAll(r.lex.Name, "-", " ")
	}
	return a.titleText(r)
}

// inTurn returns who came after the owner of "his successor", or before, in the
// highest office that the knowledge base has of the owner: only somebody whom the
// article names.
func (a *article) inTurn(r *role) *person {
	if r.owner == nil || r.owner.entry == nil || a.date == "" || r.body >= 0 {
		return nil
	}
	o, ok := a.highest(r.owner.entry)
	if !ok {
		return nil
	}
	found := a.nextIn(r, o)
	if found == nil {
		return nil
	}
	for _, q := range r.owner.claims {
		if !q.former && !q.lex.Private && !q.lex.Weak && q.lex.Name == o.Role {
			r.lex, r.phrase, r.words, r.owner = q.lex, q.phrase, a.titleText(q), nil
			a.hold(r, found)
			return found
		}
	}
	r.lex.Private = true
	return found
}

// leadsHere tells that a person leads a country: whose rival abroad is another leader.
func (a *article) leadsHere(p *person) bool { return a.leads(a.of(p)) }

// highest is the greatest office of a record, by the article's date, the last of
// several.
func (a *article) highest(e *kb.Entry) (office kb.Office, ok bool) {
	for _, o := range e.Offices {
		if !ok || kb.RoleWeight(o.Role) >= kb.RoleWeight(office.Role) && o.From <= a.date {
			office, ok = o, true
		}
	}
	return office, ok
}

// nextIn is the one named in the article who held an office next after its holder, or
// last before; nil for nobody.
func (a *article) nextIn(r *role, o kb.Office) (found *person) {
	near := ""
	for _, p := range a.people {
		if p == r.owner || p.entry == nil || len(p.names) == 0 {
			continue
		}
		for _, q := range p.entry.Offices {
			switch {
			case q.Role != o.Role || q.Country != o.Country:
			case r.lex.Name == "successor" && o.To != "" && q.From >= o.To && q.From <= a.date && (near == "" || q.From < near):
				found, near = p, q.From
			case r.lex.Name == "predecessor" && o.From != "" && q.To != "" && q.To <= o.From && q.To > near:
				found, near = p, q.To
			}
		}
	}
	return found
}

// counterpart returns who holds the owner's role in another country: "his
// Iranian counterpart".
func (a *article) counterpart(r *role) *person {
	if r.owner == nil || r.former || r.phrase == "rival" && (r.body < 0 || !a.leadsHere(r.owner)) {
		return nil
	}
	if r.body < 0 {
		return a.otherLeader(r)
	}
	for _, q := range r.owner.claims {
		if q.former || q.lex.Private {
			continue
		}
		s := *q
		s.body, s.owner, s.det, s.head, s.people = r.body, nil, wordThe, r.head, nil
		if p := a.whoIs(&s); p != nil && p != r.owner {
			r.lex, r.phrase, r.words = s.lex, s.phrase, a.titleAbroad(q)
			a.hold(r, p)
			return p
		}
	}
	return nil
}
