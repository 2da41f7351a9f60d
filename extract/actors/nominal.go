package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkNominals finds whom a role alone means: "the Ukrainian leader", "the
// president", "his Irish counterpart".
func linkNominals(a *article) {
	for _, r := range a.roles {
		if len(r.people) > 0 {
			a.explained(r)
			continue
		}
		if r.plural || a.at(r.head) != nil || a.partOfName(r) {
			continue
		}
		a.ownerOf(r)
		p := a.whoIs(r)
		if p == nil || a.saidOf(r, p) {
			continue
		}
		if !r.lex.Private && r.lex.Name != counterpart && len(r.people) == 0 && !a.toldAlready(r, p) {
			a.hold(r, p)
		}
		a.nominalMention(r, a.of(p))
	}
}

// toldAlready tells that "the envoy" says nothing new of somebody whom the article
// has called an envoy.
func (a *article) toldAlready(r *role, p *person) bool {
	if r.body >= 0 || r.owner != nil || !a.lesser(r) {
		return false
	}
	return slices.ContainsFunc(p.claims, func(q *role) bool { return q.head < r.head && q.lex.Name == r.lex.Name })
}

// saidOf tells that a clause says of somebody else that he is, or may be, what a
// role says: "that X might still be chairman".
func (a *article) saidOf(r *role, p *person) bool {
	if a.tok(r.head).Dep != "attr" {
		return false
	}
	v := int(a.tok(r.head).Head)
	s := a.subjectOf(v)
	if s < 0 || a.low[s] == "it" {
		return false
	}
	for _, c := range a.kids[v] {
		if a.low[c] == "had" && a.at(s) == nil {
			return true // "the other had been the French premier" is not of today
		}
	}
	if r.det != "" {
		return false
	}
	m := a.at(s)
	return m != nil && m.Actor >= 0 && a.personOf[m.Actor] != nil && a.personOf[m.Actor] != p
}

// explained adds the mention of a role whose people are known: one person, or
// all of "the two presidents, X and Y"; not of "X and 25 other senators".
func (a *article) explained(r *role) {
	switch {
	case !r.plural:
		a.nominalMention(r, a.of(r.people[0]))
	case len(r.people) > 1 && !a.partOfName(r):
		members := make([]int, 0, len(r.people))
		for _, p := range r.people {
			members = append(members, a.of(p))
		}
		a.mention(Mention{First: r.start, End: max(r.end, r.head+1), Head: r.head, Form: Nominal, Actor: -1, Place: -1, Members: members})
	}
}

// partOfName tells that a role is the title of a name or a word of one.
func (a *article) partOfName(r *role) bool {
	return r.titled || a.own[r.head] != nil || a.nameAfterTitle(r) != nil && a.nameAfterTitle(r).person != nil
}

// nominalMention adds the mention of a role that stands for a person; a title
// before a name is part of the name's mention.
func (a *article) nominalMention(r *role, entity int) {
	if a.partOfName(r) {
		return
	}
	a.mention(Mention{First: r.start, End: max(r.end, r.head+1), Head: r.head, Form: Nominal, Actor: entity, Place: -1})
}

// ownerOf resolves the possessor of a role: "his deputy", "the party's leader",
// "its chairman", "an adviser to the head of the agency".
func (a *article) ownerOf(r *role) {
	if r.owner != nil || r.body >= 0 && r.lex.Name != counterpart || r.resolving {
		return
	}
	r.resolving = true
	defer func() { r.resolving = false }()
	if q := a.roleAtHead(r.ownerHead); q != nil && q != r && a.ownerByRole(r, q) {
		return
	}
	m := a.at(r.ownerHead)
	switch {
	case a.lex.In("owner", r.det):
		m = a.pronoun(r.start)
	case r.det == "whose":
		m = a.at(a.modified(r.start))
	}
	if m == nil || m.Actor < 0 {
		return
	}
	if p := a.personOf[m.Actor]; p != nil {
		r.owner = p
	} else if k := a.kindOf(m); r.body < 0 && (k == graph.Country || k == graph.Organization && !a.res.Entities[m.Actor].Generic) {
		r.body = m.Actor
	}
}

// roleAtHead returns the role that a token heads, nil for none.
func (a *article) roleAtHead(i int) *role {
	if i < 0 {
		return nil
	}
	return a.roleOf[i]
}

// ownerByRole takes the owner or the body of another role on which a role
// depends, and reports whether there is one.
func (a *article) ownerByRole(r, q *role) bool {
	if len(q.people) > 0 {
		r.owner = q.people[0]
		return true
	}
	a.ownerOf(q)
	if q.owner == nil && q.body < 0 {
		return false
	}
	r.owner, r.body = q.owner, q.body
	return true
}

// whoIs returns the person whom a role alone means, nil where nobody or no
// telling who.
func (a *article) whoIs(r *role) *person {
	if p, settled := a.byRelation(r); settled {
		return p
	}
	if r.former || !a.definite(r) || r.lex.Weak && r.body < 0 && !a.toldBefore(r) {
		return nil
	}
	if r.body < 0 && r.owner == nil && r.ownerHead >= 0 && (r.det == wordThe || r.det == "") && a.is(r.end, r.first, "of") && !a.is(r.ownerHead, r.first, "day", "time", "moment", "hour") {
		return nil // the leader of whatever it is
	}
	if p := a.shortTitle(r); p != nil && (!a.rebelRole(r) || a.leadsRebels(p)) {
		return p
	}
	if !a.placeRole(r) {
		return nil
	}
	if p := a.ruler(r); p != nil {
		return p
	}
	if p := a.introduced(r, false); p != nil {
		return p
	}
	if p := a.introduced(r, true); p != nil {
		return p
	}
	if r.body >= 0 {
		if p := a.onceHolder(r); p != nil {
			return p
		}
		if p := a.holder(r); p != nil {
			return p
		}
		return a.justNamed(r)
	}
	return nil
}

// byRelation returns whom a role means by its relation to somebody else or to the
// past, and whether that settles it: "his counterpart", "our envoy", "the former
// president".
func (a *article) byRelation(r *role) (p *person, settled bool) {
	switch r.lex.Name {
	case counterpart:
		return a.counterpart(r), true
	case "successor", "predecessor":
		if p = a.inTurn(r); p != nil {
			return p, true
		}
	}
	if r.det == "our" || r.det == "my" {
		return a.ours(r), true
	}
	if r.former && (r.det == wordThe || a.is(r.start-1, r.first, wordThe)) && !r.lex.Weak && !r.lex.Private {
		return a.formerHolder(r), true
	}
	return nil, false
}

// formerHolder is the one named in this sentence or the one before who once held the
// role of "the former president"; nil for nobody.
func (a *article) formerHolder(r *role) *person {
	var found *person
	a.backwards(r.start, 1, func(m *Mention) bool {
		p := a.personOf[m.Actor]
		if m.Actor < 0 || p == nil || m.Form != Name || a.contradictsGender(r, p) {
			return true
		}
		if a.onceHeld(r, p) {
			found = p
		}
		return found == nil
	})
	return found
}

// onceHeld tells that a person held a role before the article's date, by the article
// or the knowledge base.
func (a *article) onceHeld(r *role, p *person) bool {
	if slices.ContainsFunc(p.claims, func(q *role) bool { return q.former && a.sameRole(q, r) && q.head < r.head }) {
		return true
	}
	return p.entry != nil && a.date != "" && slices.ContainsFunc(p.entry.Offices, func(o kb.Office) bool {
		return a.fits(r, o) && o.To != "" && o.To < a.date && (r.body < 0 || a.res.Entities[r.body].Ref.Kind == graph.Place || a.sameCountry(r.body, o.Country))
	})
}

// ours is whom the article has called by "our" and the role before, the one named
// last: "our envoy" after "our special envoy, X"; nil for nobody.
func (a *article) ours(r *role) *person {
	for _, c := range slices.Backward(a.claims) {
		if q := c.role; q.head < r.head && q.det == r.det && a.sameRole(q, r) {
			return c.person
		}
	}
	return nil
}

// ruler is who leads the country of "the Korean leader", whatever offices others
// have there; nil where the article does not name that person.
func (a *article) ruler(r *role) *person {
	if r.phrase != anyLeader && !a.lex.In("strong", r.phrase) || r.body < 0 || a.date == "" || a.res.Entities[r.body].Ref.Kind != graph.Country {
		return nil
	}
	if p := a.byEntry[a.kb.Leader(a.res.Entities[r.body].Ref.Country, a.date)]; p != nil && len(p.names) > 0 && a.quotedPerson(r.head) != p {
		return p
	}
	return nil
}

// placeRole finds the body of a role that stands alone, and reports whether the
// role can mean somebody in particular.
func (a *article) placeRole(r *role) bool {
	switch {
	case r.body >= 0:
	case r.owner != nil:
		if !a.serves(r) || r.lex.Weak {
			return false
		}
		r.body = a.countryOf(r.owner)
	case r.det != wordThe && r.det != "":
		return false // whose, is not known
	default:
		if r.body = a.placeBefore(r); r.body < 0 {
			r.body = a.nation(r)
		}
		if r.body < 0 && r.lex.Name == kb.Head && strings.HasPrefix(r.phrase, "secretary") && a.capital(r.first) && r.ownerHead < 0 {
			r.body = a.worldBody(r)
		}
		if r.body < 0 && r.lex.Name == kb.Monarch {
			r.body = a.placeBehind(r)
		}
	}
	return true
}

// worldBody is the organization of many states whose secretary-general a text means
// that writes the title with a capital and no body: the one named last before it, or
// any, else the United Nations.
func (a *article) worldBody(r *role) int {
	found := -1
	for _, n := range a.names {
		if n.person != nil || n.actor < 0 || len(n.hits) == 0 || found >= 0 && n.first > r.first {
			continue
		}
		switch a.res.Entities[n.actor].Ref.Type {
		case "igo", "alliance", "grouping":
			if len(a.kb.Holder(a.res.Entities[n.actor].Ref.ID, kb.Head, a.date)) > 0 {
				found = n.actor
			}
		}
	}
	if e := a.kb.ByID("org:united-nations"); found < 0 && e != nil {
		return a.entry(e)
	}
	return found
}

// toldBefore tells that somebody in the article was given the very role.
func (a *article) toldBefore(r *role) bool {
	for _, c := range a.claims {
		if c.role.head < r.head && a.sameRole(c.role, r) {
			return true
		}
	}
	return false
}

// definite tells whether a role phrase means somebody in particular.
func (a *article) definite(r *role) bool {
	if r.det == "" {
		return a.capital(r.first) && r.lex.Leads
	}
	return r.det == wordThe || r.det == owned || r.det == "whose" || a.lex.In("owner", r.det)
}
