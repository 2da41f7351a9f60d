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
			tree = a.tok(h).Dep == depAppos && int(a.tok(h).Head) == r.head
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
		if a.tok(h).Dep == depAppos && int(a.tok(h).Head) == r.head || a.closes(n.end, r.first) && a.tok(h).Dep != depConj {
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
