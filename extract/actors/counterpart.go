package actors

import "strings"

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

// counterpart returns who holds the owner's role in another country: "his
// Iranian counterpart".
func (a *article) counterpart(r *role) *person {
	if r.owner == nil || r.former {
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
