package actors

import "entente/graph"

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
		r.titled = true
		if r.plural {
			a.shareTitle(r, n)
		}
		a.kingOf(r, n)
		a.widen(r, n)
	}
}

// shareTitle gives a title in the plural to the names after the first one, each
// with a body of its own where one follows: "Presidents X of Peru and Y of Chile".
func (a *article) shareTitle(r *role, n *name) {
	held := map[*name]bool{n: true}
	give := func(m *name) {
		if m == nil || m.person == nil || held[m] {
			return
		}
		held[m] = true
		s := *r
		a.kingOf(&s, m)
		a.hold(&s, m.person)
	}
	for _, c := range a.conjuncts(a.head(n.first, n.end)) {
		give(a.own[c])
	}
	for i := n.end; a.in(i, n.first); { // the tree may hang the second name on the first one's country
		if a.is(i, n.first, "of") {
			i++
			if a.is(i, n.first, wordThe) {
				i++
			}
			m := a.nameAt(i, n.first)
			if m == nil || m.person != nil {
				return
			}
			i = m.end
		}
		for a.is(i, n.first, ",", "and") {
			i++
		}
		m := a.nameAt(i, n.first)
		if m == nil || m.person == nil || !a.is(m.end, n.first, "of") {
			return
		}
		give(m)
		i = m.end
	}
}

// nameAt returns the name at token i of the sentence of token near, or nil.
func (a *article) nameAt(i, near int) *name {
	if !a.in(i, near) {
		return nil
	}
	return a.own[i]
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
	case r.det == owned:
		first = r.title
	case r.det != "":
		first++
	}
	for i := first; i < n.first; i++ {
		if q := a.at(i); q != nil && q != m && q.First >= first && a.kindOf(q) == graph.Country && (q.Form == Adjective || a.tok(i).Dep != depPoss) {
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
	if a.is(i, n.first, wordThe) {
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
