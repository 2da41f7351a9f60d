package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkPairs resolves phrases for two or more who were named before: "the two
// leaders", "both sides", "the two countries", "the two".
func linkPairs(a *article) { a.pairs(true) }

// linkSurePairs resolves the phrases among them that tell what the two are.
func linkSurePairs(a *article) { a.pairs(false) }

func (a *article) pairs(vague bool) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil {
			continue
		}
		kind, ok := a.pairNoun(i)
		if !ok || !vague && (kind == "" || a.lex.In("men", a.low[i])) {
			continue
		}
		first := a.phraseStart(i)
		if !a.pairPhrase(first, i) {
			continue
		}
		members := a.membersAt(i, first, kind)
		if len(members) < 2 || a.misfits(a.roleOf[i], members) {
			continue
		}
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members})
		a.holdPair(a.roleOf[i], members)
	}
}

// membersAt are the two, or as many as the phrase counts, whom it stands for.
func (a *article) membersAt(i, first int, kind graph.Kind) []int {
	n := a.numberOf(first, i)
	if n <= 2 {
		return a.twoAt(i, kind)
	}
	var members []int
	for _, l := range a.severalPeople(i, n) {
		members = append(members, a.of(l.person))
		if r := a.roleOf[i]; r != nil && l.body >= 0 {
			q := *r
			q.body, q.people, q.words = l.body, nil, a.titleText(r)
			a.hold(&q, l.person)
		}
	}
	if members == nil {
		return a.coordinated(i, n)
	}
	return members
}

// twoAt are the two whom the noun at token i stands for: those whom the article named
// by the same noun, else those before it, and for people also those it names next or
// their countries. Of rulers, "both presidents", the last two who are known to rule
// come before any two who are not.
func (a *article) twoAt(i int, kind graph.Kind) []int {
	if members := a.toldPair(i); len(members) == 2 {
		return members
	}
	members := a.pairMembers(i, kind)
	if r := a.roleOf[i]; r != nil && a.ruling(r) && (len(members) != 2 || !a.allHold(r, members)) {
		if two := a.lastHolders(i, r); len(two) == 2 {
			return two
		}
	}
	if len(members) == 2 {
		return members
	}
	if kind != graph.Person {
		return nil
	}
	if ahead := a.pairAhead(i); len(ahead) == 2 {
		return ahead
	}
	return a.officials(i)
}

// bothBefore tells that "both", or "neither" of its own, stands before the noun at
// token i in its phrase.
func (a *article) bothBefore(first, i int) bool {
	for j := first; j < i; j++ {
		if a.low[j] == wordBoth || a.low[j] == "neither" && int(a.tok(j).Head) == i {
			return true
		}
	}
	return false
}

// ruling tells that a role is that of a president, a premier or a monarch.
func (a *article) ruling(r *role) bool {
	return r.plural && (r.lex.Name == kb.HeadOfState || r.lex.Name == kb.HeadOfGovernment || r.lex.Name == kb.Monarch)
}

// allHold tells that each of some people is known to hold a role.
func (a *article) allHold(r *role, members []int) bool {
	q := *r
	q.body = -1
	for _, e := range members {
		if p := a.personOf[e]; p == nil || a.holds(p, &q) == 0 {
			return false
		}
	}
	return true
}

// lastHolders are the two people named last before token i who hold the role of "both
// presidents"; nil where there are not two.
func (a *article) lastHolders(i int, r *role) []int {
	var out, seen []int
	a.backwards(i, 12, func(m *Mention) bool {
		if m.Actor < 0 || a.personOf[m.Actor] == nil || slices.Contains(seen, m.Actor) {
			return true
		}
		seen = append(seen, m.Actor)
		if a.allHold(r, seen[len(seen)-1:]) {
			out = append(out, m.Actor)
		}
		return len(out) < 2
	})
	slices.Reverse(out)
	return out
}

// misfits tells that one of two people has offices, but not that of "both ministers".
func (a *article) misfits(r *role, members []int) bool {
	if r == nil || r.lex.Leads || r.lex.Private || r.lex.Weak || r.lex.Name == kb.Envoy {
		return false
	}
	for _, e := range members {
		p := a.personOf[e]
		if p == nil || len(p.claims) == 0 {
			continue
		}
		q := *r
		q.body = -1
		fits := a.holds(p, &q) > 0
		for _, c := range p.claims {
			fits = fits || a.sameRole(c, r) || strings.HasSuffix(c.phrase, r.phrase) || c.lex.Name == counterpart
		}
		if !fits {
			return true
		}
	}
	return false
}

// opener tells that "two men" without an article opens a story about them.
func (a *article) opener(first, i int) bool {
	return a.low[first] == wordTwo && i == first+1 && a.sent[i] <= opening && a.lex.In("men", a.low[i]) && a.subject(i) && len(a.pairAhead(i)) == 2
}

// officials are the two countries whose ministers, or other people in office, a phrase
// means that names none of them: "the two foreign ministers agreed"; nil for none.
func (a *article) officials(i int) []int {
	r := a.roleOf[i]
	if r == nil || !r.plural || r.body >= 0 || r.owner != nil || r.ownerHead >= 0 || r.lex.Weak || r.lex.Private {
		return nil
	}
	switch r.lex.Name {
	case kb.Minister, kb.ForeignMinister, kb.DefenceMinister, kb.FinanceMinister, kb.InteriorMinister, kb.Envoy, kb.Ambassador, kb.HeadOfState, kb.HeadOfGovernment:
		return a.twoCountries(i)
	}
	return nil
}

// toldPair are the two whom the article, before token i, named as "the two
// leaders, X and Y", where the same noun means two again and no two people were
// named together since; nil for none.
func (a *article) toldPair(i int) []int {
	if a.peopleTogether(i) {
		return nil
	}
	r := a.roleOf[i]
	if a.lex.In("duo", a.low[i]) {
		return a.usualTwo(i)
	}
	if r == nil || !r.plural {
		return nil
	}
	for _, q := range slices.Backward(a.roles) {
		if q.head < i && q.plural && q.phrase == r.phrase && len(q.people) == 2 && a.quantity(q) == 2 {
			return []int{a.of(q.people[0]), a.of(q.people[1])}
		}
	}
	return nil
}

// usualTwo are the two people whom the text before token i called two and of whom
// it spoke most; nil for none.
func (a *article) usualTwo(i int) (members []int) {
	most := 0
	seen := a.seenBefore(i)
	for t := i - 1; t >= max(i-horizon, 0); t-- {
		if m := a.at(t); m != nil && len(m.Members) == 2 && m.Rule == a.rule && a.personOf[m.Members[0]] != nil {
			if w := seen[m.Members[0]] + seen[m.Members[1]]; w > most {
				members, most = m.Members, w
			}
		}
	}
	return members
}

// pairAhead are the two whom an article that opens with "the two men" goes on to
// name, each as a subject; nil where somebody was named before.
func (a *article) pairAhead(i int) []int {
	if a.sent[i] > opening {
		return nil
	}
	for t := range i {
		if n := a.own[t]; n != nil && n.person != nil && a.para[t] == a.para[i] {
			return nil
		}
	}
	var out []int
	for t := i + 1; t < len(a.word) && a.sent[t]-a.sent[i] <= window+1; t++ {
		m := a.at(t)
		if a.sent[t] == a.sent[i] || m == nil || m.Form != Name || m.Actor < 0 || a.personOf[m.Actor] == nil || a.tok(t).Dep != depNsubj || slices.Contains(out, m.Actor) {
			continue
		}
		if out = append(out, m.Actor); len(out) == 2 {
			return out
		}
	}
	return nil
}

// coordinated are the people whom the text named together last before token i, just
// so many; nil for none.
func (a *article) coordinated(i, n int) []int {
	for t := i - 1; t >= 0 && a.sent[i]-a.sent[t] <= window; t-- {
		m := a.at(t)
		if m == nil || m.Head != t || m.Actor < 0 || a.personOf[m.Actor] == nil {
			continue
		}
		if out := a.together(m, i); len(out) == n {
			return out
		}
	}
	return nil
}

// doubled tells that the noun at token i heads a phrase for two known ones.
func (a *article) doubled(i int) bool {
	_, ok := a.pairNoun(i)
	return ok && a.pairPhrase(a.phraseStart(i), i)
}

// holdPair gives the two people of "the two presidents" the office, where the
// knowledge base agrees.
func (a *article) holdPair(r *role, members []int) {
	if r == nil || r.lex.Name == anyLeader || r.lex.Weak || r.lex.Private || len(r.people) > 0 {
		return
	}
	for _, e := range members {
		p := a.personOf[e]
		if p == nil || p.entry == nil || a.holds(p, r) == 0 {
			return
		}
	}
	for _, e := range members {
		a.hold(r, a.personOf[e])
	}
}

// pairMembers picks the two whom a phrase at token i stands for.
func (a *article) pairMembers(i int, kind graph.Kind) []int {
	if r := a.roleOf[i]; r != nil && r.lex.Leads {
		return a.twoPeople(i, true, "")
	}
	if a.lex.In("men", a.low[i]) {
		return a.twoMen(i)
	}
	if kind == "" {
		kind = graph.Person
		if a.countriesBefore(i) {
			kind = graph.Country
		}
	}
	if kind == graph.Country {
		usual := a.usualPair(i, a.lex.In("partisan", a.low[i]))
		if len(usual) == 2 && (a.res.Entities[usual[0]].Ref.Kind != graph.Country || a.res.Entities[usual[1]].Ref.Kind != graph.Country) {
			return usual // a state and a movement
		}
		if pair := a.twoCountries(i); len(pair) == 2 {
			return pair
		}
		return usual
	}
	return a.lastTwo(i)
}

// twoMen returns the two whom "the two men", "both women", "the pair" mean.
func (a *article) twoMen(i int) []int {
	gender := "m"
	switch w := a.low[i]; {
	case a.lex.In("duo", w):
		gender = ""
	case w[0] == 'w':
		gender = "f"
	}
	if !a.peopleTogether(i) {
		if pair := a.twoPeople(i, true, gender); len(pair) == 2 {
			return pair
		}
	}
	if pair := a.twoPeople(i, false, gender); len(pair) == 2 {
		return pair
	}
	return a.twoPeople(i, true, gender)
}

// pairNoun tells what kind the noun at token i stands for when it is doubled.
func (a *article) pairNoun(i int) (graph.Kind, bool) {
	w := a.low[i]
	switch neither := a.is(i-1, i, "neither"); {
	case a.lex.In("onesingular", w):
		return graph.Person, neither
	case a.lex.In("onecountry", w):
		return graph.Country, neither
	case a.lex.In("countries", w):
		return graph.Country, true
	case a.lex.In("duo", w):
		return graph.Person, true
	case manyOf(w) > 2:
		d := a.tok(i).Dep
		return graph.Person, d == depNsubj || d == depPassive || d == depPobj || d == "dobj" // "the four agreed", "the trio"
	case w == wordTwo || w == wordBoth:
		return "", a.tok(i).Dep == depNsubj || a.tok(i).Dep == depPassive // "the two agreed", "both denied"
	}
	if a.tok(i).Tag != tagNouns && a.tok(i).Tag != tagNames {
		return "", false
	}
	n, ok := a.lex.Noun(singular(a.low[i]))
	if r := a.roleOf[i]; r != nil && r.plural {
		return graph.Person, true
	}
	return graph.Person, ok && n.Has(lexicon.Persons)
}

// numberOf is the number from three to six that a phrase tells of its noun, 0 for
// none.
func (a *article) numberOf(first, i int) int {
	for j := first; j <= i; j++ {
		if n := manyOf(a.low[j]); n > 0 {
			return n
		}
	}
	return 0
}

// manyOf is how many from three to six a word says, 0 for none.
func manyOf(w string) int {
	switch w {
	case "three", "trio", "threesome", "triumvirate":
		return 3
	case "four", "quartet", "foursome":
		return 4
	case "five", "quintet":
		return 5
	case "six", "sextet":
		return 6
	}
	return 0
}

// severalPeople returns the people of a list of just so many: the last one named
// before token t, else the first one of the two sentences behind; nil for none.
func (a *article) severalPeople(t, n int) []listing {
	list := func(i int) []listing {
		if m := a.own[i]; m == nil || m.person == nil || m.first != i || a.is(m.start()-1, i, ",", "and") {
			return nil
		}
		out, _ := a.listed(i, &role{first: i})
		if len(out) != n {
			return nil
		}
		return out
	}
	for i := t - 1; i >= 0 && a.sent[t]-a.sent[i] <= window; i-- {
		if found := list(i); found != nil {
			return found
		}
	}
	for i := t + 1; i < len(a.word) && a.sent[i]-a.sent[t] <= window; i++ {
		if found := list(i); found != nil {
			return found
		}
	}
	return nil
}

// pairPhrase tells whether the words before the noun say that two known ones
// are meant.
func (a *article) pairPhrase(first, i int) bool {
	w := a.low[i]
	switch {
	case w == wordBoth || w == wordTwo && a.is(i-1, i, wordThe):
		return true
	case w == wordTwo || a.is(i+1, i, "of", "from", "in") && int(a.tok(i+1).Head) == i:
		return false
	}
	if a.opener(first, i) {
		return true
	}
	the, two := false, false
	if manyOf(w) > 2 {
		return a.is(i-1, i, wordThe, "all") && !a.is(i+1, i, "-")
	}
	if n := a.numberOf(first, i); n > 2 {
		r := a.roleOf[i]
		return r != nil && r.lex.Leads || a.lex.In("men", w)
	}
	for j := first; j < i; j++ {
		the = the || a.lex.In("these", a.low[j])
		two = two || a.low[j] == wordTwo
	}
	if the && two || a.bothBefore(first, i) {
		return true
	}
	return the && i-first == 1 && (a.lex.In("pairwords", w) || a.lex.In("duo", w))
}
