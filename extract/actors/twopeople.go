package actors

import (
	"slices"

	"entente/extract/actors/kb"
)

// lastTwo returns the two people whom the text named last before token t: a pair
// named together, or subject and partner of one sentence.
func (a *article) lastTwo(t int) []int {
	var seen []int
	const far = 3
	a.backwards(t, far, func(m *Mention) bool {
		if len(m.Members) == 2 && a.personOf[m.Members[0]] != nil && len(seen) == 0 {
			seen = m.Members
			return false
		}
		if !a.couldBeOne(t, m) || slices.Contains(seen, m.Actor) {
			return true
		}
		if len(seen) == 1 && a.para[m.Head] != a.para[t] {
			if pair := a.twoPeople(t, true, ""); slices.Contains(pair, seen[0]) {
				seen = pair // one named here, the other the second of two leaders
				return false
			}
		}
		seen = append(seen, m.Actor)
		return len(seen) < 2
	})
	if len(seen) < 2 {
		return nil
	}
	return []int{seen[1], seen[0]}
}

// couldBeOne tells that the person of a mention can be one of "the two" at token t.
func (a *article) couldBeOne(t int, m *Mention) bool {
	if m.Actor < 0 || a.personOf[m.Actor] == nil || m.Form == Adjective || m.First <= t && t < m.End {
		return false
	}
	if a.served(m.Head) {
		return false // "X, an aide to Y, and Z": the two are X and Z
	}
	v := a.governor(m.Head)
	return v < 0 || !a.subject(m.Head) || !a.below(a.clause(t), v) // "X denied that the two had been traded"
}

// served tells that a head is the person whom a role beside a name serves.
func (a *article) served(h int) bool {
	p := int(a.tok(h).Head)
	if a.tok(h).Dep != depPobj || !a.is(p, h, "to", "of", wordFor) {
		return false
	}
	r := a.roleAtHead(int(a.tok(p).Head))
	return r != nil && len(r.people) > 0
}

// twoPeople returns the two people, or the two leaders, who are most in the
// reader's mind at token t: named often, lately and together, or of two
// countries named together.
func (a *article) twoPeople(t int, leaders bool, gender string) []int {
	type candidate struct{ entity, weight int }
	var list []candidate
	seen := a.seenBefore(t)
	above := a.subjectsAbove(t)
	near := a.nearPairs(t)
	billed := a.billed(t)
	for _, p := range a.people {
		if p.entity < 0 || leaders && !a.leads(p.entity) || slices.Contains(above, p.entity) || !a.genderFits(p, gender) {
			continue
		}
		w := seen[p.entity]
		if w == 0 && (len(p.names) == 0 || p.firstAt() > t) {
			continue
		}
		if slices.Contains(billed, p.entity) {
			w += together / 2
		}
		if slices.Contains(near, p.entity) || slices.Contains(near, a.countryOf(p)) {
			w += together
		}
		list = append(list, candidate{p.entity, w})
	}
	slices.SortStableFunc(list, func(x, y candidate) int { return y.weight - x.weight })
	if len(list) > 2 && list[1].weight == list[2].weight {
		return a.lastCouple(t, func(e int) bool {
			return slices.ContainsFunc(list, func(c candidate) bool { return c.entity == e && c.weight >= list[1].weight })
		})
	}
	if len(list) < 2 {
		return nil
	}
	return []int{list[0].entity, list[1].entity}
}

// genderFits tells that a person can be of a gender, "" for any.
func (a *article) genderFits(p *person, gender string) bool {
	g := a.genderOf(p)
	return gender == "" || g == "" || g == gender
}

// lastCouple returns the last two people named in one breath before token t, not
// long ago or at the head of the article, both of whom fit; nil for none.
func (a *article) lastCouple(t int, fits func(e int) bool) []int {
	const far = 6
	for i := t - 1; i >= 0; i-- {
		m := a.at(i)
		if m == nil || a.sent[t]-a.sent[i] > far && a.sent[i] >= opening {
			continue
		}
		g := m.Members
		if len(g) == 0 {
			g = a.together(m, t)
		}
		if len(g) == 2 && fits(g[0]) && fits(g[1]) {
			return g
		}
	}
	return nil
}

// opening is how many sentences open an article, its headline among them.
const opening = 3

// billed returns the two people whom the first sentences of an article, its
// headline among them, name in one breath.
func (a *article) billed(t int) []int {
	for i := 0; i < t && a.sent[i] < opening; i++ {
		if m := a.at(i); m != nil {
			if g := a.together(m, t); len(g) == 2 && a.personOf[g[0]] != nil && a.personOf[g[1]] != nil {
				return g
			}
		}
	}
	return nil
}

// together is what it weighs that two were named in one breath.
const together = 6

// peopleTogether tells that two people were named in one breath shortly before.
func (a *article) peopleTogether(t int) bool {
	for _, e := range a.nearPairs(t) {
		if a.personOf[e] != nil {
			return true
		}
	}
	return false
}

// nearPairs returns the entities that this sentence or the two before name in
// coordination or as subject and partner.
func (a *article) nearPairs(t int) []int {
	var out []int
	a.backwards(t, 2, func(m *Mention) bool {
		if g := a.together(m, t); len(g) == 2 {
			out = append(out, g...)
		}
		return true
	})
	return out
}

// leads tells whether a person leads a country or an organization, by the
// article or the knowledge base.
func (a *article) leads(e int) bool {
	p := a.personOf[e]
	if p == nil {
		return false
	}
	for _, r := range p.claims {
		if r.lex.Leads {
			return true
		}
	}
	if p.entry == nil {
		return false
	}
	for _, o := range a.kb.OfficesAt(p.entry, a.date) {
		switch o.Role {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch:
			return true
		}
	}
	return false
}

// seenBefore tells how much each entity is in the reader's mind at token t: how
// often it was meant, by whatever words, and how lately.
func (a *article) seenBefore(t int) map[int]int {
	const often, lately = 12, 2
	seen := map[int]int{}
	last := map[int]int32{} // the last sentence, of which every entity has one mention
	for i := range t {
		if m := a.at(i); m != nil && m.Actor >= 0 && m.Form != Adjective {
			if s, ok := last[m.Actor]; !ok || s != a.sent[i] {
				seen[m.Actor] = min(seen[m.Actor]+1, often)
			}
			last[m.Actor] = a.sent[i]
		}
	}
	var recent []int
	a.backwards(t, 2, func(m *Mention) bool {
		if m.Actor >= 0 && !slices.Contains(recent, m.Actor) {
			recent = append(recent, m.Actor)
			seen[m.Actor] += lately
		}
		return true
	})
	return seen
}
