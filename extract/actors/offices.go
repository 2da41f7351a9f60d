package actors

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkTitles gives roles that stand directly before a name to its person:
// "Foreign Minister X", "special envoy X", "foreign ministers X and Y".
func linkTitles(a *article) {
	for _, r := range a.roles {
		n := a.nameAfterTitle(r)
		if n == nil && r.tail > r.end && a.capital(r.first) && a.in(r.tail, r.first) {
			n = a.own[r.tail] // "Ambassador to Russia John Sullivan"
		}
		if n == nil || n.person == nil {
			continue
		}
		a.hold(r, n.person)
		if r.plural {
			for _, c := range a.conjuncts(a.head(n.first, n.end)) {
				if m := a.own[c]; m != nil && m.person != nil {
					a.hold(r, m.person)
				}
			}
		}
		a.kingOf(r, n)
		a.widen(r, n)
	}
}

// widen takes the words of a title, the nationality among them, into the
// mention of the person: "Russian President X" is one mention.
func (a *article) widen(r *role, n *name) {
	m := a.at(a.head(n.first, n.end))
	if m == nil || m.Form != Name || r.start >= m.First {
		return
	}
	first := r.start
	switch {
	case r.det == "'s":
		first = r.title
	case r.det != "":
		first++
	}
	for i := first; i < n.first; i++ {
		if q := a.at(i); q != nil && q != m && q.First >= first && (q.Form == Adjective || a.tok(i).Dep != "poss") && a.personOf[q.Actor] == nil {
			a.forget(q)
		}
	}
	m.First = min(m.First, first)
}

// nameAfterTitle returns the person's name behind a role, with further titles
// between: "Committee Chairman Sen. Bob Corker".
func (a *article) nameAfterTitle(r *role) *name {
	i := r.end
	for range maxTitle {
		if !a.in(i, r.first) {
			return nil
		}
		if n := a.own[i]; n != nil {
			return n
		}
		if n, _, _ := a.titleAt(i); n > 0 {
			i += n
			continue
		}
		return nil
	}
	return nil
}

// kingOf takes the body behind a titled name: "King Hussein of Jordan".
func (a *article) kingOf(r *role, n *name) {
	if !a.is(n.end, n.first, "of") || r.body >= 0 {
		return
	}
	i := n.end + 1
	if a.is(i, n.first, "the") {
		i++
	}
	if !a.in(i, n.first) || a.own[i] == nil || a.own[i].person != nil {
		return
	}
	switch m := a.own[i]; {
	case m.actor >= 0:
		r.body = m.actor
	case m.place >= 0: // a senator of a federal state is the federation's
		if c := a.kb.Country(a.res.Entities[m.place].Ref.Country); c != nil {
			r.body = a.country(c)
		}
	}
}

// conjuncts returns the heads that are coordinated with a token, without it.
func (a *article) conjuncts(i int) []int {
	var out []int
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == "conj" {
			out = append(out, int(c))
			out = append(out, a.conjuncts(int(c))...)
		}
	}
	return out
}

// linkAppositions gives roles set off by commas to the name beside them:
// "Ukraine's president, X", "X, the US envoy", "X (the envoy)".
func linkAppositions(a *article) {
	for _, r := range a.roles {
		if len(r.people) > 0 {
			continue
		}
		if r.plural {
			a.holdAll(r)
			continue
		}
		if p := a.appositionAfter(r); p != nil {
			a.hold(r, p)
		} else if p := a.appositionBefore(r); p != nil {
			a.hold(r, p)
			a.holdMore(r, p)
		}
	}
}

// holdMore gives the roles that are coordinated with an apposition to the same
// person: "X, Brunei's foreign minister and ASEAN's envoy".
func (a *article) holdMore(r *role, p *person) {
	for _, c := range a.conjuncts(r.head) {
		if q := a.roleOf[c]; q != nil && !q.plural && len(q.people) == 0 && a.own[c] == nil && a.nameAfterTitle(q) == nil &&
			!a.contradicts(q, p) && a.closes(q.tail, r.first) {
			a.hold(q, p)
		}
	}
}

// holdAll gives a role in the plural to the people named behind it: "the two
// presidents, X and Y".
func (a *article) holdAll(r *role) {
	for _, end := range []int{r.end, r.tail} {
		if !a.is(end, r.first, ",", ":", "—", "–") || !a.in(end+1, r.first) {
			continue
		}
		list, tree := a.listed(end+1, r)
		if len(list) < 2 || !tree && len(list) != a.quantity(r) {
			continue
		}
		for _, p := range list {
			a.hold(r, p)
		}
		return
	}
}

// listed returns the people of a list of names that starts at token i, and
// whether the tree sets them beside the role.
func (a *article) listed(i int, r *role) (list []*person, tree bool) {
	for a.in(i, r.first) {
		n := a.own[i]
		if n == nil || n.person == nil {
			break
		}
		if h := a.head(n.first, n.end); len(list) == 0 {
			tree = a.tok(h).Dep == "appos" && int(a.tok(h).Head) == r.head
		}
		list = append(list, n.person)
		if i = n.end; a.is(i, r.first, ",") {
			i++
		}
		if a.is(i, r.first, "and") {
			i++
		}
	}
	return list, tree
}

// quantity is the number that a plural role tells, 0 for none.
func (a *article) quantity(r *role) int {
	for i := r.start; i < r.first; i++ {
		switch a.low[i] {
		case "two", "both":
			return 2
		case "three":
			return 3
		case "four":
			return 4
		}
	}
	return 0
}

// appositionAfter returns the person named behind a role and a comma.
func (a *article) appositionAfter(r *role) *person {
	for _, end := range []int{r.end, r.tail} {
		if !a.is(end, r.first, ",", "—", "–", "(", ":") || !a.in(end+1, r.first) {
			continue
		}
		n := a.own[end+1]
		if n == nil {
			n = a.titledAfter(end + 1)
		}
		if n == nil && a.in(end+2, r.first) && a.own[end+2] != nil && len(a.own[end+2].titles) > 0 {
			n = a.own[end+2]
		}
		if n == nil || n.person == nil {
			continue
		}
		h := a.head(n.first, n.end)
		if a.tok(h).Dep == "appos" && int(a.tok(h).Head) == r.head || a.closes(n.end, r.first) && a.tok(h).Dep != "conj" {
			if !a.contradicts(r, n.person) {
				return n.person
			}
		}
	}
	return nil
}

// titledAfter returns the name that a second role leads to: "the party's
// leader, the defence minister X".
func (a *article) titledAfter(i int) *name {
	if a.is(i, i, "the") {
		i++
	}
	for j := i; j < i+maxTitle && a.in(j, i); j++ {
		if q := a.roleOf[j]; q != nil && q.title <= i && q.end > i {
			return a.nameAfterTitle(q)
		}
	}
	return nil
}

// closes tells whether an apposition can end before token i.
func (a *article) closes(i, from int) bool {
	return !a.in(i, from) || a.is(i, from, ",", ".", ";", ")", "—", "–", ":", "who", "whose", "”", "\"") || a.blank(i)
}

// appositionBefore returns the person named before a comma and the role.
func (a *article) appositionBefore(r *role) *person {
	i := r.start - 1
	if !a.is(i, r.first, ",", "—", "–", "(", "-") || i == 0 {
		return nil
	}
	n := a.own[i-1]
	if n == nil || n.person == nil {
		return nil
	}
	h := a.head(n.first, n.end)
	attached := a.tok(r.head).Dep == "appos" && int(a.tok(r.head).Head) == h
	closed := a.closes(r.tail, r.first) || a.is(r.tail, r.first, "and", "at", "until")
	if !attached && !closed && r.det == "the" || a.contradicts(r, n.person) {
		return nil
	}
	if !attached && a.list(n, r) {
		return nil
	}
	return n.person
}

// list tells that a name and the role behind the comma are two items of a
// list: "Merkel, the president and Macron".
func (a *article) list(n *name, r *role) bool {
	return a.tok(r.head).Dep == "conj" && a.is(r.tail, r.first, "and", ",") && a.is(n.first-1, n.first, ",", "and") && r.lex.Weak
}

// contradicts tells that a person cannot hold a role for a country because the
// knowledge base has them at home in another.
func (a *article) contradicts(r *role, p *person) bool {
	if r.lex.Gender != "" {
		if g := a.genderOf(p); g != "" && g != r.lex.Gender {
			return true
		}
	}
	if r.body < 0 || p.entry == nil || p.entry.Country == "" {
		return false
	}
	b := a.res.Entities[r.body].Ref
	return b.Kind == "Country" && b.Country != "" && a.home(b.Country) != a.home(p.entry.Country) && !r.lex.Weak && !r.former
}

// home is the present country of a former state.
func (a *article) home(iso string) string {
	if s := a.lex.SuccessorOf(iso); s != "" {
		return s
	}
	return iso
}

// hold records that the article gives a person a role.
func (a *article) hold(r *role, p *person) {
	for _, q := range r.people {
		if q == p {
			return
		}
	}
	r.people = append(r.people, p)
	if p.gender == "" && r.lex.Gender != "" {
		p.gender = r.lex.Gender
	}
	a.claims = append(a.claims, claim{role: r, person: p, rule: a.rule})
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
		a.nameCounterpart(c.role)
		if c.role.lex.Private {
			continue
		}
		body, former := a.bodyOf(c.role, c.person)
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

// nameCounterpart gives the role of a named counterpart the title of the one
// whose counterpart it is: "his Iranian counterpart, X".
func (a *article) nameCounterpart(r *role) {
	if r.lex.Name != "counterpart" || r.owner == nil {
		return
	}
	for _, c := range a.claims {
		if c.person == r.owner && c.role.lex.Name != "counterpart" && !c.role.lex.Private && !c.role.lex.Weak {
			r.lex, r.phrase, r.words, r.owner = c.role.lex, c.role.phrase, a.titleText(c.role), nil
			return
		}
	}
	r.owner = nil
}

// addOffice records an office unless the article has given it before.
func (a *article) addOffice(o Office, r *role) {
	if o.Person == o.Body {
		return
	}
	for i := range a.res.Offices {
		q := &a.res.Offices[i]
		if q.Person == o.Person && q.Body == o.Body && q.Former == o.Former && (a.officeRole[i] == r.lex.Name || r.lex.Name == "leader") {
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
		if i >= r.first || a.tok(i).Pos != "PROPN" {
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

// bodyOf finds for which country or organization a person holds a role, and
// whether the office is over; -1 where nothing tells.
func (a *article) bodyOf(r *role, p *person) (body int, former bool) {
	if r.body >= 0 {
		return r.body, r.former || a.over(r, p)
	}
	if r.owner != nil && r.owner != p && a.serves(r) {
		if c := a.countryOf(r.owner); c >= 0 {
			return c, r.former
		}
	}
	if p.entry != nil {
		if b, ended := a.officeBody(r, p.entry); b >= 0 {
			return b, r.former || ended
		}
	}
	if r.lex.Weak {
		return -1, false
	}
	if c := a.nation(r); c >= 0 {
		return c, r.former
	}
	if c := a.countryOf(p); c >= 0 {
		return c, r.former
	}
	switch r.lex.Name {
	case kb.Monarch, kb.Legislator, kb.Other, kb.Head:
		return r.host, r.former
	}
	if c := a.contextCountry(r); c >= 0 {
		return c, r.former
	}
	return r.host, r.former
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
	return r.lex.Name != "counterpart" && r.lex.Name != "successor" && r.lex.Name != "predecessor"
}

// over tells that the knowledge base knows the office to have ended before the
// article's date.
func (a *article) over(r *role, p *person) bool {
	if p.entry == nil || a.date == "" {
		return false
	}
	switch r.lex.Name {
	case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, "leader", kb.ForeignMinister:
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
	for i := len(e.Offices) - 1; i >= 0; i-- {
		o := e.Offices[i]
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
	case "leader":
		switch known {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.PartyLeader, kb.Head:
			return true
		}
	case kb.HeadOfState:
		return known == kb.Monarch && r.phrase != "president" || known == kb.Head && r.phrase == "president"
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
	for _, c := range a.claims {
		if c.person == p && c.role.body >= 0 && a.res.Entities[c.role.body].Ref.Kind == "Country" && !c.role.lex.Weak {
			return c.role.body
		}
	}
	if p.country != "" {
		if e := a.kb.Country(p.country); e != nil {
			return a.country(e)
		}
	}
	return -1
}

// contextCountry guesses the country of an office from the words around it:
// that of the people named in one breath, else the nearest country, capital or
// nationality before it in the sentence.
func (a *article) contextCountry(r *role) int {
	if c := a.companyCountry(r); c >= 0 {
		return c
	}
	if c := a.countryBefore(r, true); c >= 0 {
		return c
	}
	if c := a.homeCountry(r); c >= 0 {
		return c
	}
	return a.countryBefore(r, false)
}

// countryBefore returns the nearest country, capital or nationality before a
// role in its sentence and the one before; only nationalities and owners of
// its own sentence where near is set.
func (a *article) countryBefore(r *role, near bool) int {
	start := a.sents[a.sent[r.first]].First
	if s := a.sent[r.first]; !near && s > 0 && a.para[a.sents[s-1].First] == a.para[r.first] {
		start = a.sents[s-1].First
	}
	for i := r.start - 1; i >= start; i-- {
		n := a.own[i]
		if n == nil || n.actor < 0 || a.res.Entities[n.actor].Ref.Kind != graph.Country {
			continue
		}
		d := a.tok(i).Dep
		if d == "compound" && n.form == Name {
			continue // "a Russia hawk"
		}
		if near && n.form != Adjective && d != "poss" && !(n.place >= 0 && n.place != n.actor && a.is(n.first-1, i, "in")) {
			continue
		}
		return n.actor
	}
	return -1
}

// homeCountry returns the country to which most office holders of the article
// belong, -1 where none stands out.
func (a *article) homeCountry(r *role) int {
	count := make([]int, len(a.res.Entities))
	var counted []*person
	for _, c := range a.claims {
		if c.role == r || c.person.entry == nil || slices.Contains(counted, c.person) {
			continue
		}
		counted = append(counted, c.person)
		if e := a.kb.Country(c.person.entry.Country); e != nil {
			if b := a.country(e); b < len(count) {
				count[b]++
			}
		}
	}
	best, second := -1, 0
	for b, n := range count {
		switch {
		case best < 0 && n > 0 || best >= 0 && n > count[best]:
			if best >= 0 {
				second = count[best]
			}
			best = b
		case n > second:
			second = n
		}
	}
	if best < 0 || count[best] < 2 || count[best] < 2*second {
		return -1
	}
	return best
}

// companyCountry returns the country of the people with whom the holder of a
// role is coordinated, or of the person who acts on them; -1 for none.
func (a *article) companyCountry(r *role) int {
	t := r.head
	if n := a.nameAfterTitle(r); n != nil {
		t = a.head(n.first, n.end)
	}
	for _, c := range a.conjuncts(t) {
		if b := a.countryAt(c); b >= 0 {
			return b
		}
	}
	for a.tok(t).Dep == "conj" || a.tok(t).Dep == "appos" {
		h := int(a.tok(t).Head)
		if b := a.countryAt(h); b >= 0 && h != r.head {
			return b
		}
		t = h
	}
	v := int(a.tok(t).Head)
	if a.tok(t).Dep == "pobj" {
		v = int(a.tok(v).Head)
	} else if a.tok(t).Dep != "dobj" {
		return -1
	}
	if !a.lex.In("company", a.tok(v).Lemma) {
		return -1
	}
	return a.countryAt(a.subjectOf(v))
}

// countryAt returns the country of the person whose name a token heads, -1 for none.
func (a *article) countryAt(t int) int {
	if m := a.at(t); m != nil && m.Actor >= 0 {
		if p := a.personOf[m.Actor]; p != nil {
			return a.countryOf(p)
		}
	}
	return -1
}
