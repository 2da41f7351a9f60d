package actors

import (
	"slices"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkSeveral resolves plural nouns for people of several countries or bodies:
// "the presidents of France and Poland", "Indian and Chinese troops", "Rome and
// Tunis's foreign ministers", "officials from Israel and Lebanon".
func linkSeveral(a *article) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil || !a.pluralNoun(i) {
			continue
		}
		r := a.roleOf[i]
		noun, ok := a.lex.Noun(singular(a.low[i]))
		if r == nil && !ok || r != nil && (r.titled || len(r.people) > 0) {
			continue
		}
		first := a.phraseStart(i)
		bodies := a.bodiesOf(i)
		if len(bodies) < 2 {
			continue
		}
		if members := a.peopleOf(r, noun, i, bodies); len(members) > 1 {
			a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members})
		}
	}
}

// pluralNoun tells that token i is a noun in the plural, or one for a body of
// people ("the Indian and Chinese armies").
func (a *article) pluralNoun(i int) bool {
	t := a.tok(i)
	if a.lex.In("band", a.low[i]) && a.is(i+1, i, "from", "of") {
		return t.Dep != depCompound
	}
	return (t.Tag == tagNouns || t.Tag == tagNames || t.Pos == posPropn && singular(a.low[i]) != a.low[i]) && t.Dep != depCompound
}

// bodiesOf are the countries and organizations whose people the noun at token
// i means, where it names several: before it, as owners, or behind "of" and "from".
func (a *article) bodiesOf(i int) []int {
	var out []int
	for _, c := range a.kids[i] {
		k := int(c)
		switch a.tok(k).Dep {
		case depAmod, depCompound, depNmod, depPoss:
			if k < i {
				out = a.bodiesFrom(out, k)
			}
		case depPrep:
			if k > i && a.is(k, i, "of", "from") {
				out = a.bodiesBehind(out, k)
			}
		}
	}
	if len(out) == 1 { // "Thai and Malaysian soldiers", where the tree sets two beside each other
		for j := a.phraseStart(i) - 1; a.is(j, i, "and", ",") && a.nationality(j-1); j -= 2 {
			out = a.addBody(out, j-1)
		}
	}
	return out
}

// bodiesFrom appends the body that token t names, with those coordinated with it.
func (a *article) bodiesFrom(out []int, t int) []int {
	if a.bodyAt(t) < 0 {
		return out
	}
	out = a.addBody(out, t)
	for _, j := range a.conjuncts(t) {
		out = a.addBody(out, j)
	}
	return out
}

// bodiesBehind appends the bodies behind a preposition: "of Chad, Mali and Niger",
// of which the parser may set the second beside the first.
func (a *article) bodiesBehind(out []int, prep int) []int {
	for _, o := range a.kids[prep] {
		if a.tok(int(o)).Dep != depPobj || a.bodyAt(int(o)) < 0 {
			continue
		}
		out = a.bodiesFrom(out, int(o))
		for _, c := range a.kids[o] {
			if a.tok(int(c)).Dep == depAppos && a.is(int(c)-1, prep, ",") {
				out = a.bodiesFrom(out, int(c))
			}
		}
	}
	return out
}

// addBody appends the body that token t names unless it is there.
func (a *article) addBody(out []int, t int) []int {
	if b := a.bodyAt(t); b >= 0 && !slices.Contains(out, b) {
		return append(out, b)
	}
	return out
}

// nationality tells that token t is an adjective of a country, whatever the
// tree makes of it.
func (a *article) nationality(t int) bool {
	if t < 0 || a.own[t] == nil || a.own[t].end-a.own[t].first > 1 {
		return false
	}
	return slices.ContainsFunc(a.own[t].hits, func(h kb.Hit) bool { return h.Form == kb.Adjective })
}

// bodyAt is the country or organization whose name token t heads, -1 for none.
func (a *article) bodyAt(t int) int {
	n := a.own[t]
	if n == nil || n.person != nil || n.actor < 0 || a.head(n.first, n.end) != t {
		return -1
	}
	if k := a.res.Entities[n.actor].Ref.Kind; k != graph.Country && k != graph.Organization {
		return -1
	}
	return n.actor
}

// peopleOf are those whom a plural noun means, one for each body: who holds the
// office there, or the body itself where its people act for it.
func (a *article) peopleOf(r *role, noun lexicon.Noun, i int, bodies []int) []int {
	var people []*person
	var members []int
	office := r != nil && !r.lex.Weak && !r.lex.Private && r.lex.Name != counterpart
	for _, b := range bodies {
		if office {
			if p := a.holderFor(r, b); p != nil && !slices.Contains(members, a.of(p)) {
				people = append(people, p)
				members = append(members, a.of(p))
				continue
			}
		}
		if !office && !a.governs(b, i, noun) && !a.lex.In("band", a.low[i]) {
			return nil
		}
		members = append(members, b)
	}
	if len(people) == len(bodies) {
		for k, p := range people {
			q := *r
			q.body, q.plural, q.people = bodies[k], false, nil
			q.words = a.titleText(r)
			a.hold(&q, p)
		}
	}
	return members
}

// holderFor is who of the people that the article names holds a role for one of
// several bodies: where it names nobody, "the leaders of Chad and Niger" are their countries.
func (a *article) holderFor(r *role, body int) *person {
	q := *r
	q.body, q.owner, q.ownerHead, q.det, q.people, q.plural = body, nil, -1, wordThe, nil, false
	if p := a.whoIs(&q); p != nil && len(p.names) > 0 {
		return p
	}
	return nil
}
