package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// justNamed returns the person who is the subject of the sentence before, for
// a role that leads a body and that nobody else is known to hold: "Mr X is in
// no doubt. The Labour leader says …".
func (a *article) justNamed(r *role) *person {
	if r.lex.Weak || r.lex.Private || r.det != wordThe && r.det != owned || !a.subject(r.head) || a.sent[r.head] == 0 {
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
		if len(p.claims) > 0 {
			return nil
		}
		return p
	}
	return nil
}

// placeBefore returns the country of a place that opens the sentence: "In
// Seoul, the president's spokesman said"; -1 for none.
func (a *article) placeBefore(r *role) int {
	first := a.sents[a.sent[r.first]].First
	for a.in(first, r.first) && a.tok(first).Pos == posPunct {
		first++
	}
	if !a.is(first, r.first, "in", "from") || !a.in(first+1, r.first) {
		return -1
	}
	n := a.own[first+1]
	if n == nil || n.end >= r.first || n.actor < 0 || !a.is(n.end, r.first, ",") && n.end != r.start || a.res.Entities[n.actor].Ref.Kind != graph.Country {
		return -1
	}
	return n.actor
}

// onceHolder returns the one person of the article who, by the knowledge base,
// held the role at another time, in an article that does not name who holds it
// now: a tale of the past calls its people by what they were.
func (a *article) onceHolder(r *role) *person {
	if e := a.holderEntry(r); e != nil && a.hasName(e) {
		return nil
	}
	var found *person
	for _, p := range a.people {
		if p.entry == nil || a.contradictsGender(r, p) || len(p.names) == 0 {
			continue
		}
		for i := range p.entry.Offices {
			o := p.entry.Offices[i]
			if a.fits(r, o) && a.sameCountry(r.body, o.Country) {
				if found != nil && found != p {
					return nil
				}
				found = p
			}
		}
	}
	return found
}

// hasName tells whether the article names the person of a record.
func (a *article) hasName(e *kb.Entry) bool {
	for _, p := range a.people {
		if p.entry == e && len(p.names) > 0 {
			return true
		}
	}
	return false
}

// placeBehind returns the country of a place that follows a role: "had tea with
// the Queen at Windsor"; -1 for none.
func (a *article) placeBehind(r *role) int {
	const near = 3
	for i := r.end; i < r.end+near && a.in(i, r.first); i++ {
		if n := a.own[i]; n != nil && n.place >= 0 && a.is(n.first-1, i, "at", "in") {
			if c := a.kb.Country(a.res.Entities[n.place].Ref.Country); c != nil {
				return a.country(c)
			}
		}
	}
	return -1
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
	case anyLeader:
		roles = []string{kb.HeadOfState, kb.HeadOfGovernment, kb.PartyLeader, kb.Head}
	case kb.Monarch:
		roles = []string{kb.Monarch, kb.HeadOfState}
	case kb.HeadOfState, kb.HeadOfGovernment, kb.ForeignMinister, kb.VicePresident, kb.DefenceMinister, kb.Head, kb.PartyLeader,
		kb.FinanceMinister, kb.InteriorMinister, kb.Speaker:
		roles = []string{r.lex.Name}
	default:
		return nil
	}
	if r.phrase == "crown prince" || r.phrase == "crown princess" { // who rules is another
		if list := a.kb.Titled(body, r.phrase, a.date); len(list) > 0 {
			return list[0]
		}
		return nil
	}
	if r.lex.Name == anyLeader && ref.Kind == graph.Country && r.phrase == anyLeader || a.lex.In("strong", r.phrase) && ref.Kind == graph.Country {
		if e := a.kb.Leader(body, a.date); e != nil {
			return e
		}
	}
	var best *kb.Entry
	for _, role := range roles {
		if e := a.styled(r, role, body); e != nil && (best == nil || a.prominence(e) > a.prominence(best)) {
			best = e
		}
	}
	return best
}

// styled is who holds a role of the knowledge base in a country under a title
// that the role's words fit: the president of Iran is not its supreme leader.
func (a *article) styled(r *role, role, body string) *kb.Entry {
	list := a.kb.Holder(body, role, a.date)
	for _, e := range list {
		for _, o := range a.kb.OfficesAt(e, a.date) {
			if o.Role == role && o.Country == body && a.lex.SameStyle(r.phrase, strings.ToLower(o.Title)) {
				return e
			}
		}
	}
	if titled := a.kb.Titled(body, r.phrase, a.date); len(titled) > 0 && len(list) > 0 {
		return titled[0]
	}
	if len(list) > 0 && (r.lex.Name != kb.Monarch || role == kb.Monarch) {
		return list[0]
	}
	return nil // a republic has no king
}
