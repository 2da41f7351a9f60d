package actors

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
// presidents, X and Y", "their negotiators, X for Peru and Y for Chile".
func (a *article) holdAll(r *role) {
	if list := a.oneEach(r); len(list) > 1 {
		for _, l := range list {
			a.holdFor(r, l)
		}
		return
	}
	for _, end := range []int{r.end, r.tail} {
		if !a.is(end, r.first, ",", ":", "—", "–", "(", "were", "are") || !a.in(end+1, r.first) {
			continue
		}
		list, tree := a.listed(end+1, r)
		if len(list) < 2 || !tree && len(list) != a.quantity(r) && list[0].body < 0 {
			continue
		}
		for _, p := range list {
			a.holdFor(r, p)
		}
		return
	}
	if list := a.besideRole(r); len(list) > 1 {
		for _, p := range list {
			a.holdFor(r, p)
		}
		return
	}
	for _, p := range a.amongThem(r) {
		q := *r // a role of its own: the phrase means more than these
		q.people = nil
		a.holdFor(&q, p)
	}
}

// besideRole returns the people whom the tree sets beside a role in the plural, each
// of whom may have a description behind: "the ministers, X, a banker, and Y, a judge".
func (a *article) besideRole(r *role) (list []listing) {
	if r.lex.Weak || r.lex.Private || !a.is(r.tail, r.first, ",", ":", "—", "–", "(") && !a.is(r.end, r.first, ",", ":", "—", "–", "(") {
		return nil
	}
	for _, c := range a.kids[r.head] {
		if n := a.own[c]; a.tok(int(c)).Dep == depAppos && int(c) >= r.end && n != nil && n.person != nil {
			list = append(list, a.apposedRow(int(c))...)
		}
	}
	return list
}

// apposedRow returns the people of whom the name at token c is the first; the tree
// may hang the next name on a description of the one before.
func (a *article) apposedRow(c int) (list []listing) {
	row := append([]int{c}, a.conjuncts(c)...)
	for at := 0; at < len(row) && at < maxList; at++ {
		k := row[at]
		n := a.own[k]
		if n == nil || n.person == nil {
			continue
		}
		body, _ := a.bodyBehind(n.end)
		list = append(list, listing{n.person, body})
		for _, q := range a.kids[k] {
			if a.tok(int(q)).Dep == depAppos && int(q) > k && (a.own[q] == nil || a.own[q].person == nil) {
				row = append(row, a.conjuncts(int(q))...)
			}
		}
	}
	return list
}

// oneEach pairs the countries behind a role in the plural with the people named
// for them: "the presidents of Peru, X, and Chile, Y", "the presidents of Peru and
// Chile, X and Y".
func (a *article) oneEach(r *role) []listing {
	if !a.is(r.end, r.first, "of", "from") {
		return nil
	}
	var list []listing
	people := 0
	i := r.end + 1
	for {
		if a.is(i, r.first, wordThe) {
			i++
		}
		m := a.nameAt(i, r.first)
		if m == nil || m.person != nil || m.actor < 0 {
			break
		}
		l := listing{body: m.actor}
		i = m.end
		if p := a.nameAt(i+1, r.first); p != nil && p.person != nil && a.is(i, r.first, ",") && len(list) == people && a.bodyFollows(p.end, r.first, people > 0) {
			l.person = p.person
			people++
			i = p.end
		}
		list = append(list, l)
		next := a.skip(a.skip(i, r.first, ",", "and"), r.first, "of", wordThe)
		if m := a.nameAt(next, r.first); next == i || m == nil || m.person != nil {
			break
		}
		i = next
	}
	switch {
	case people == len(list):
		return list
	case people > 0 || !a.is(i, r.first, ",", "—", "–", "(", ":"):
		return nil
	}
	return a.inOrder(list, i, r.first)
}

// inOrder gives the countries of a list the people who are named from token i
// on, one for each and no more.
func (a *article) inOrder(list []listing, i, near int) []listing {
	for k := range list {
		m := a.nameAt(a.skip(i, near, ",", "and", "—", "–", "(", ":"), near)
		if m == nil || m.person == nil {
			return nil
		}
		list[k].person = m.person
		i = m.end
	}
	if m := a.nameAt(i+1, near); m != nil && m.person != nil && a.is(i, near, "and", ",") {
		return nil
	}
	return list
}

// skip returns the first token from i on that is none of the words.
func (a *article) skip(i, near int, words ...string) int {
	for a.is(i, near, words...) {
		i++
	}
	return i
}

// bodyFollows tells that behind a name the next country of a list stands, or
// that the list ends there.
func (a *article) bodyFollows(i, near int, last bool) bool {
	next := a.skip(i, near, ",", "and")
	m := a.nameAt(next, near)
	return m != nil && m.person == nil && m.actor >= 0 && next > i || last && (m == nil || next == i)
}

// holdFor gives a role to one of a list of people, for the body behind the name.
func (a *article) holdFor(r *role, l listing) {
	q0 := *r
	q0.body = l.body
	if l.body < 0 || l.body == r.body || r.body >= 0 && a.contradicts(&q0, l.person) {
		a.hold(r, l.person)
		return
	}
	q := *r
	q.body, q.owner, q.ownerHead, q.people = l.body, nil, -1, nil
	a.hold(&q, l.person)
	r.people = append(r.people, l.person)
}

// amongThem returns the people whom a sentence names as some of a plural role:
// "leaders of the front, among them X and Y".
func (a *article) amongThem(r *role) []listing {
	if r.lex.Weak || r.lex.Private {
		return nil
	}
	for i := r.tail; a.in(i, r.first) && a.sent[i] == a.sent[r.first]; i++ {
		switch {
		case a.roleOf[i] != nil && a.roleOf[i].plural && i > r.head:
			return nil
		case a.is(i, r.first, "among") && a.is(i+1, r.first, "them"):
			list, _ := a.listed(i+2, r)
			return list
		case a.is(i, r.first, "including") && i <= r.tail+1:
			list, _ := a.listed(i+1, r)
			return list
		}
	}
	return nil
}

// listing is one person of a list, with the body named behind ("for Peru"), or -1.
type listing struct {
	person *person
	body   int
}

// listed returns the people of a list of names that starts at token i, and
// whether the tree sets them beside the role.
func (a *article) listed(i int, r *role) (list []listing, tree bool) {
	for a.in(i, r.first) {
		n, front := a.nextListed(i, len(list) > 0)
		if n == nil || n.person == nil {
			break
		}
		if h := a.head(n.first, n.end); len(list) == 0 {
			tree = a.tok(h).Dep == depAppos && int(a.tok(h).Head) == r.head
		}
		body, end := a.bodyBehind(n.end)
		list = append(list, listing{n.person, max(body, front)})
		if i = end; a.is(i, r.first, ",") {
			i++
		}
		i = a.skip(i, r.first, "and", ",")
	}
	return list, tree
}

// nextListed returns the name of a list that starts at token i, with titles, behind
// its body ("for Peru, X") or behind a role ("his counterpart, X"), and the body or -1.
func (a *article) nextListed(i int, later bool) (n *name, body int) {
	if n = a.own[i]; n != nil {
		return n, -1
	}
	if k, _, _ := a.titleAt(i); k > 0 && a.in(i+k, i) && a.own[i+k] != nil && a.own[i+k].start() == i {
		return a.own[i+k], -1
	}
	if !later {
		return nil, -1
	}
	if a.is(i, i, wordFor) { // "X for Peru and, for Chile, Y"
		if b, end := a.bodyBehind(i); b >= 0 && a.is(end, i, ",") {
			return a.nameAt(end+1, i), b
		}
		return nil, -1
	}
	if q := a.roleStart(i); q != nil && a.namedBeside(q.end-1) >= 0 { // "X and his Chadian counterpart, Y"
		for i = q.end; a.own[i] == nil; {
			i++
		}
		return a.own[i], -1
	}
	return nil, -1
}

// roleStart returns the role whose phrase starts at token i, nil for none.
func (a *article) roleStart(i int) *role {
	for j := i; j < i+2*maxTitle && j < len(a.word); j++ {
		if r := a.roleOf[j]; r != nil && r.start == i && !r.plural {
			return r
		}
	}
	return nil
}

// bodyBehind returns the country or organization that "for X", "of X" or "from
// X" at token i names, or -1, and the token behind.
func (a *article) bodyBehind(i int) (body, end int) {
	if !a.is(i, i, wordFor, "of", "from") {
		return -1, i
	}
	j := i + 1
	if a.is(j, i, wordThe) {
		j++
	}
	if !a.in(j, i) || a.own[j] == nil || a.own[j].first != j || a.own[j].person != nil || a.own[j].actor < 0 {
		return -1, i
	}
	if end = a.own[j].end; a.own[j].form == Adjective { // "for the Chadian side and for the Malian"
		switch {
		case a.lex.In("camp", a.low[min(end, len(a.low)-1)]):
			end++
		case j == i+1 || !a.closes(end, i) && !a.is(end, i, "and"):
			return -1, i
		}
	}
	return a.own[j].actor, end
}

// quantity is the number that a plural role tells, 0 for none.
func (a *article) quantity(r *role) int {
	for i := r.start; i < r.first; i++ {
		switch a.low[i] {
		case wordTwo, wordBoth:
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
		if !a.is(end, r.first, ",", "—", "–", "--", "(", ":") || !a.in(end+1, r.first) {
			continue
		}
		n := a.nameFrom(end + 1)
		if n == nil || n.person == nil {
			continue
		}
		h := a.head(n.first, n.end)
		if a.tok(h).Dep == depAppos && int(a.tok(h).Head) == r.head || (a.closes(n.end, r.first) || a.dash(n.end)) && (a.tok(h).Dep != depConj || a.misread(r, n, h)) {
			if !a.contradicts(r, n.person) {
				return n.person
			}
		}
	}
	return nil
}

// misread tells that the tree takes for the next one of a list the name that a title
// with its country announces: "Ek, the Chadian premier, Lo, and Ray".
func (a *article) misread(r *role, n *name, h int) bool {
	g := int(a.tok(h).Head)
	if r.body < 0 || r.lex.Weak || r.det != wordThe || g < r.start || g >= r.tail || len(n.words) < 2 || !a.is(n.end, n.first, ",", ".") {
		return false
	}
	if !a.is(n.end, n.first, ",") {
		return true
	}
	k := n.end + 1
	if !a.in(k, n.first) {
		return true
	}
	return a.own[k] == nil && !a.is(k, n.first, wordThe, "a", "an")
}

// dash tells that token i is a hyphen between spaces, which does for a dash.
func (a *article) dash(i int) bool {
	return a.is(i, i, "-") && i > 0 && a.tok(i).Space && a.tok(i-1).Space
}

// nameFrom returns the name to which the words from token i on lead: its own, another
// role or titles.
func (a *article) nameFrom(i int) *name {
	if n := a.own[i]; n != nil {
		return n
	}
	if n := a.titledAfter(i); n != nil {
		return n
	}
	near := i
	if a.is(i, near, wordThe) {
		i++
	}
	if k, _, _ := a.titleAt(i); k > 0 && a.in(i+k, near) && a.own[i+k] != nil && a.own[i+k].start() == i {
		return a.own[i+k] // "her envoy, the Reverend X"
	}
	return nil
}

// titledAfter returns the name that a second role leads to: "the party's
// leader, the defence minister X".
func (a *article) titledAfter(i int) *name {
	if a.is(i, i, wordThe) {
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
	return !a.in(i, from) || a.is(i, from, ",", ".", ";", ")", "—", "–", "--", ":", "who", "whose", "”", "\"") || a.blank(i)
}

// appositionBefore returns the person named before a comma and the role.
func (a *article) appositionBefore(r *role) *person {
	i := r.start - 1
	if r.det == "whose" {
		return nil
	}
	if !a.is(i, r.first, ",", "—", "–", "--", "(", "-") || i == 0 {
		return nil
	}
	n := a.own[i-1]
	if n == nil && i > 1 && isReflexive(a.low[i-1]) {
		n = a.own[i-2] // "X himself, the envoy"
	}
	if n == nil && i > 2 && a.tok(i-1).Tag == "CD" && a.is(i-2, r.first, ",") {
		n = a.own[i-3] // "X, 54, the envoy"
	}
	if n != nil && n.person == nil && n.place >= 0 && a.is(n.first-1, r.first, "in", "at") && n.first > 1 {
		n = a.own[n.first-2] // "X in Rome, the chairman of the union"
	}
	if n == nil || n.person == nil {
		return nil
	}
	h := a.head(n.first, n.end)
	attached := a.tok(r.head).Dep == depAppos && int(a.tok(r.head).Head) == h
	closed := a.closes(r.tail, r.first) || a.is(r.tail, r.first, "and", "at", "until")
	if !attached && !closed && r.det == wordThe || a.contradicts(r, n.person) {
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
	return a.tok(r.head).Dep == depConj && a.is(r.tail, r.first, "and", ",") && a.is(n.first-1, n.first, ",", "and") && r.lex.Weak
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
