package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkNominals finds whom a role alone means: "the Ukrainian leader", "the
// president", "his Irish counterpart".
func linkNominals(a *article) {
	for _, r := range a.roles {
		if len(r.people) > 0 {
			a.nominalMention(r, a.of(r.people[0]))
			continue
		}
		if r.plural || a.at(r.head) != nil || a.partOfName(r) {
			continue
		}
		a.ownerOf(r)
		p := a.whoIs(r)
		if p == nil {
			continue
		}
		if !r.lex.Private && r.lex.Name != "counterpart" && len(r.people) == 0 {
			a.hold(r, p)
		}
		a.nominalMention(r, a.of(p))
	}
}

// partOfName tells that a role is the title of a name or a word of one.
func (a *article) partOfName(r *role) bool {
	return a.own[r.head] != nil || a.nameAfterTitle(r) != nil && a.nameAfterTitle(r).person != nil
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
// "its chairman".
func (a *article) ownerOf(r *role) {
	if r.owner != nil || r.body >= 0 && r.lex.Name != "counterpart" {
		return
	}
	if r.ownerHead >= 0 && a.roleOf[r.ownerHead] != nil && a.roleOf[r.ownerHead] != r {
		q := a.roleOf[r.ownerHead]
		if len(q.people) == 0 {
			a.ownerOf(q)
		} else {
			r.owner = q.people[0]
			return
		}
		r.owner, r.body = q.owner, q.body
		if r.owner != nil || r.body >= 0 {
			return
		}
	}
	var m *Mention
	switch r.det {
	case "his", "her", "their", "its", "my", "our":
		m = a.pronoun(r.start)
	case "'s":
		if r.ownerHead >= 0 {
			m = a.at(r.ownerHead)
		}
	default:
		if r.ownerHead >= 0 {
			m = a.at(r.ownerHead)
		}
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

// whoIs returns the person whom a role alone means, nil where nobody or no
// telling who.
func (a *article) whoIs(r *role) *person {
	if r.lex.Name == "counterpart" {
		return a.counterpart(r)
	}
	if r.former || !a.definite(r) || r.lex.Weak && r.body < 0 && !a.toldBefore(r) {
		return nil
	}
	if r.body < 0 && r.owner == nil {
		if r.det != "the" && r.det != "" {
			return nil // whose, is not known
		}
		if r.body = a.placeBefore(r); r.body < 0 {
			r.body = a.nation(r)
		}
	}
	if r.owner != nil && r.body < 0 {
		if !a.serves(r) || r.lex.Weak {
			return nil
		}
		r.body = a.countryOf(r.owner)
	}
	if p := a.introduced(r, false); p != nil {
		return p
	}
	if p := a.introduced(r, true); p != nil {
		return p
	}
	if r.body >= 0 {
		if p := a.holder(r); p != nil {
			return p
		}
		return a.justNamed(r)
	}
	return nil
}

// justNamed returns the person who is the subject of the sentence before, for
// a role that leads a body and that nobody else is known to hold: "Mr X is in
// no doubt. The Labour leader says …".
func (a *article) justNamed(r *role) *person {
	if r.lex.Weak || r.lex.Private || r.det != "the" && r.det != "'s" || !a.subject(r.head) || a.sent[r.head] == 0 {
		return nil
	}
	s := a.sents[a.sent[r.head]-1]
	for i := s.First; i < s.End; i++ {
		if a.para[i] != a.para[r.head] || !a.subject(i) {
			continue
		}
		m := a.at(i)
		if m == nil || m.Actor < 0 || m.Form != Name {
			continue
		}
		p := a.personOf[m.Actor]
		if p == nil || a.contradicts(r, p) || a.contradictsGender(r, p) {
			continue
		}
		for _, c := range a.claims {
			if c.person == p {
				return nil
			}
		}
		return p
	}
	return nil
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
	switch r.det {
	case "the", "'s", "his", "her", "its", "their", "our", "my":
		return true
	case "":
		return a.capital(r.first) && r.lex.Leads
	}
	return false
}

// placeBefore returns the country of a place that opens the sentence: "In
// Seoul, the president's spokesman said"; -1 for none.
func (a *article) placeBefore(r *role) int {
	first := a.sents[a.sent[r.first]].First
	for a.in(first, r.first) && a.tok(first).Pos == "PUNCT" {
		first++
	}
	if !a.is(first, r.first, "in", "from") || !a.in(first+1, r.first) {
		return -1
	}
	n := a.own[first+1]
	if n == nil || n.end >= r.first || n.actor < 0 || !a.is(n.end, r.first, ",") || a.res.Entities[n.actor].Ref.Kind != graph.Country {
		return -1
	}
	return n.actor
}

// introduced returns the person of the article who holds the role there or by
// the knowledge base, the most present one where there are several. A role
// without a body means somebody named before it, unless later ones count too.
func (a *article) introduced(r *role, later bool) *person {
	var best *person
	most := 0
	for _, p := range a.people {
		fit := a.holds(p, r)
		if fit == 0 || a.quotedPerson(r.head) == p || a.contradictsGender(r, p) || r.body < 0 && !later && (len(p.names) == 0 || p.firstAt() > r.head) {
			continue
		}
		if s := fit*4 + a.presence(p, r.head); s > most {
			best, most = p, s
		}
	}
	return best
}

func (a *article) contradictsGender(r *role, p *person) bool {
	g := a.genderOf(p)
	return r.lex.Gender != "" && g != "" && g != r.lex.Gender
}

// holds tells how surely a person holds a role for its body: 2 where the article
// says so, 1 where the knowledge base does, 0 not.
func (a *article) holds(p *person, r *role) int {
	for _, c := range a.claims {
		if c.person != p || c.role == r || c.role.former || !a.sameRole(c.role, r) || c.role.ownerHead >= 0 && c.role.owner == nil && r.body >= 0 {
			continue
		}
		if c.role.head > r.head && r.body < 0 {
			continue
		}
		b, _ := a.bodyOf(c.role, p)
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
	if c.lex.Name == r.lex.Name {
		return c.lex.Name != kb.Minister && c.lex.Name != kb.Other && c.lex.Name != kb.Deputy || c.phrase == r.phrase
	}
	if r.lex.Name == "leader" {
		switch c.lex.Name {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.PartyLeader, kb.Head:
			return true
		}
	}
	if r.lex.Name == kb.Head {
		return c.lex.Name == kb.PartyLeader || c.lex.Name == "leader"
	}
	if r.lex.Name != kb.HeadOfState || r.phrase == "president" {
		return false
	}
	switch c.lex.Name {
	case kb.HeadOfGovernment, kb.Monarch, "leader":
		return true
	}
	return false
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

// holder returns the holder of a role in a country or organization at the
// article's date, by the knowledge base.
func (a *article) holder(r *role) *person {
	e := a.holderEntry(r)
	if e == nil {
		return nil
	}
	return a.personOfEntry(e)
}

// holderEntry asks the knowledge base for the holder of a role.
func (a *article) holderEntry(r *role) *kb.Entry {
	if a.date == "" {
		return nil
	}
	ref := a.res.Entities[r.body].Ref
	body := ref.ID
	if ref.Kind == graph.Country || ref.Type == "legislature" {
		body = ref.Country
	}
	var roles []string
	switch r.lex.Name {
	case "leader":
		roles = []string{kb.HeadOfState, kb.HeadOfGovernment, kb.PartyLeader, kb.Head}
	case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.ForeignMinister, kb.VicePresident, kb.DefenceMinister, kb.Head, kb.PartyLeader,
		kb.FinanceMinister, kb.InteriorMinister, kb.Speaker:
		roles = []string{r.lex.Name}
	default:
		return nil
	}
	var best *kb.Entry
	for _, role := range roles {
		for _, e := range a.kb.Holder(body, role, a.date) {
			if best == nil || a.prominence(e) > a.prominence(best) {
				best = e
			}
			break
		}
	}
	return best
}

// otherLeader returns the one of the two main leaders of the article who is not
// the owner of "his opposite number".
func (a *article) otherLeader(r *role) *person {
	pair := a.twoPeople(r.head, true)
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

// counterpart returns who holds the owner's role in another country: "his
// Iranian counterpart".
func (a *article) counterpart(r *role) *person {
	if r.owner == nil || r.former {
		return nil
	}
	if r.body < 0 {
		return a.otherLeader(r)
	}
	for _, c := range a.claims {
		if c.person != r.owner || c.role.former || c.role.lex.Private {
			continue
		}
		s := *c.role
		s.body, s.owner, s.det, s.head, s.people = r.body, nil, "the", r.head, nil
		if p := a.whoIs(&s); p != nil && p != r.owner {
			r.lex, r.phrase, r.words = s.lex, s.phrase, a.titleText(c.role)
			a.hold(r, p)
			return p
		}
	}
	return nil
}
