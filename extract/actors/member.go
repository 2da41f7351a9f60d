package actors

import (
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkMembers gives people the body that a name's complement tells, where no
// title does: "X of the National Security Council", "Y, for NATO", and the role
// that they share with others: "X and 25 other senators".
func linkMembers(a *article) {
	for _, p := range a.people {
		for _, n := range p.names {
			for _, c := range a.kids[a.head(n.first, n.end)] {
				if a.tok(int(c)).Dep == depPrep && int(c) >= n.end && int(c) <= n.end+1 {
					a.memberOf(p, n, int(c))
				}
			}
		}
	}
	for _, r := range a.roles {
		if r.plural && len(r.people) == 0 && a.tok(r.head).Dep == depConj && a.others(r) {
			if m := a.at(int(a.tok(r.head).Head)); m != nil && m.Actor >= 0 && a.personOf[m.Actor] != nil {
				r.title = r.first
				a.hold(r, a.personOf[m.Actor])
			}
		}
	}
}

// memberOf reads one complement behind a name for a body.
func (a *article) memberOf(p *person, n *name, prep int) {
	if a.low[prep] != "of" && a.low[prep] != wordFor || a.low[prep] == wordFor && len(p.words) < 2 {
		return
	}
	for _, c := range a.kids[prep] {
		m := a.own[c]
		if a.tok(int(c)).Dep != depPobj || m == nil || m.person != nil || m.actor < 0 || len(m.hits) == 0 ||
			a.res.Entities[m.actor].Ref.Kind != graph.Organization {
			continue
		}
		r := &role{
			first: prep, end: prep + 1, head: prep, start: n.start(), title: prep, tail: m.end, phrase: "member", words: "member",
			lex: lexicon.Role{Name: "other"}, body: m.actor, host: -1, ownerHead: -1,
		}
		if a.low[prep] == wordFor {
			r.phrase, r.words, r.lex.Name = "representative", "representative", "envoy"
		}
		a.hold(r, p)
	}
}

// others tells that a role in the plural is one which the person named with it
// holds too.
func (a *article) others(r *role) bool {
	if r.lex.Name == anyLeader || r.lex.Private || r.lex.Weak {
		return false
	}
	for i := r.start; i < r.first; i++ {
		if a.low[i] == "other" || a.low[i] == "fellow" {
			return true
		}
	}
	return false
}
