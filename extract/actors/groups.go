package actors

import (
	"slices"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkGroups makes mentions of people and collectives without a name: those who
// act for a state ("Russian officials") stand for it, others stand for themselves.
func linkGroups(a *article) { a.groups(false) }

// linkRest makes mentions of the phrases for two that stayed unresolved.
func linkRest(a *article) { a.groups(true) }

func (a *article) groups(all bool) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil && a.own[i].label != unknown || a.tok(i).Pos != posNoun && a.tok(i).Pos != posPropn {
			continue
		}
		noun, ok := a.lex.Noun(singular(a.low[i]))
		if !ok {
			if noun, ok = a.lex.Noun(a.low[i]); !ok {
				continue
			}
		}
		if !a.noGroup(i) && (all || !a.awaits(i)) {
			a.group(i, noun)
		}
	}
}

// noGroup tells that the noun at token i stands for nobody: it is a title or only
// qualifies another, or no one's office ("took office").
func (a *article) noGroup(i int) bool {
	if r := a.roleOf[i]; r != nil && a.partOfName(r) || a.tok(i).Dep == depCompound || a.tok(i).Dep == depAmod || a.tok(i).Dep == "npadvmod" {
		return true
	}
	return singular(a.low[i]) == "office" && (a.low[i] != "office" || !a.possessed(i) || !a.subject(i))
}

// awaits tells that a later sieve may know better what the noun at token i stands
// for: two of something, people of two, a host.
func (a *article) awaits(i int) bool {
	return a.doubled(i) || a.ofDoubled(i) || a.lex.In("visiting", a.low[i]) && (a.possessed(i) || a.is(a.phraseStart(i), i, wordThe))
}

// possessed tells that the noun at token i has an owner.
func (a *article) possessed(i int) bool {
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depPoss {
			return true
		}
	}
	return false
}

// group decides what the noun at token i stands for.
func (a *article) group(i int, noun lexicon.Noun) {
	first := a.phraseStart(i)
	if noun.Has(lexicon.Arms) && a.tok(i).Tag == tagNoun && a.personal(i) {
		return // "his aircraft touched down"
	}
	if n := a.own[max(i-1, 0)]; a.low[i] == "campaign" && n != nil && n.person != nil && n.end == i {
		a.mention(Mention{First: n.first, End: i + 1, Head: i, Form: Name, Actor: a.campaign(n), Place: -1, Rule: "campaign"})
		return
	}
	if a.apposedAgent(i, first, noun) {
		return
	}
	if members := a.membersBehind(i); len(members) > 1 && (noun.Has(lexicon.Agents) || noun.Has(lexicon.State)) {
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members, Rule: "government"})
		return
	}
	body, former := a.bodyOfNoun(i, first)
	if body < 0 {
		body = a.bodyAround(i, first, noun)
	}
	switch {
	case body >= 0 && !former && a.governs(body, i, noun):
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: body, Place: -1, Rule: "government"})
	case noun.Has(lexicon.Country) && a.countryNoun(i, first):
	case a.tok(i).Tag == tagNouns && i == first+1 && a.lex.In("type:armed-group", a.low[i]) && a.definiteBody(i, first):
	case noun.Has(lexicon.Persons) || noun.Has(lexicon.Agents) || noun.Has(lexicon.Members) && !noun.Has(lexicon.Body):
		a.generic(i, first, graph.Person, noun)
	case noun.Has(lexicon.Body) || noun.Has(lexicon.State):
		if a.definiteBody(i, first) || a.sameNoun(i, first) || a.determined(first) == wordThe && body < 0 && a.bareBody(i, first) {
			return
		}
		a.generic(i, first, graph.Organization, noun)
	}
}

// sameNoun links "the committee" to a committee without a name that the sentences
// before spoke of.
func (a *article) sameNoun(i, first int) bool {
	if a.determined(first) != wordThe || i != first+1 || a.tok(i).Tag != tagNoun {
		return false
	}
	found := -1
	a.backwards(i, window, func(m *Mention) bool {
		if m.Actor >= 0 && m.Form == Nominal && a.res.Entities[m.Actor].Generic && a.low[m.Head] == a.low[i] && a.kindOf(m) == graph.Organization {
			found = m.Actor
		}
		return found < 0
	})
	if found < 0 {
		return false
	}
	a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: found, Place: -1, Rule: "definite"})
	return true
}

// apposedAgent makes a description of the agent of somebody whose name it stands
// beside: "X, the general's old aide".
func (a *article) apposedAgent(i, first int, noun lexicon.Noun) bool {
	if a.tok(i).Dep != depAppos || a.own[int(a.tok(i).Head)] == nil || !noun.Has(lexicon.Agents) || a.tok(i).Tag != tagNoun {
		return false
	}
	m := a.appositionOf(i)
	if m == nil {
		return false
	}
	a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: m.Actor, Place: -1, Rule: "apposed"})
	return true
}

// personal tells that the noun at token i has a person for its owner.
func (a *article) personal(i int) bool {
	if a.personOwner(i) != nil {
		return true
	}
	return slices.ContainsFunc(a.kids[i], func(c int32) bool {
		return a.tok(int(c)).Tag == tagOwner && (a.lex.In("he", a.low[c]) || a.lex.In("she", a.low[c]))
	})
}

// bodyAround returns the body of people whom nothing before the noun tells: of "of
// the Union", of a seat of government behind, of the government spoken of; -1 for none.
func (a *article) bodyAround(i, first int, noun lexicon.Noun) int {
	if a.tok(i).Tag == tagNouns && (noun.Has(lexicon.Agents) || noun.Has(lexicon.Members)) || noun.Has(lexicon.State) ||
		a.lex.In("band", a.low[i]) && a.is(i+1, i, "from", "of") || noun.Has(lexicon.Agents) && a.is(i+1, i, "from") { // "the government of Chad"
		if behind := a.bodiesOf(i); len(behind) == 1 {
			return behind[0]
		}
	}
	if a.lex.In("speaksfor", a.low[i]) && a.is(i+1, i, wordFor) { // "negotiators for Chad"
		if behind, _ := a.bodyBehind(i + 1); behind >= 0 {
			return behind
		}
	}
	if !noun.Has(lexicon.State) && !noun.Has(lexicon.Agents) {
		return -1
	}
	if noun.Has(lexicon.State) && a.is(i+1, i, "of") { // "the Government of Chad"
		if behind := a.bodiesOf(i); len(behind) == 1 && a.res.Entities[behind[0]].Ref.Kind == graph.Country {
			return behind[0]
		}
	}
	if body := a.seatBehind(i); body >= 0 {
		return body
	}
	return a.definiteState(i, first)
}

// ofDoubled tells that a noun names people of two who are not known yet.
func (a *article) ofDoubled(i int) bool {
	for _, c := range a.kids[i] {
		for _, o := range a.kids[c] {
			if a.tok(int(c)).Dep == depPrep && a.tok(int(o)).Dep == depPobj && a.at(int(o)) == nil && a.doubled(int(o)) {
				return true
			}
		}
	}
	return false
}

// membersBehind returns the countries or organizations of which a noun names the
// people where another phrase stands for several: "officers of the two armies",
// "both sides' negotiators", "officials from the two countries".
func (a *article) membersBehind(i int) []int {
	from := func(t int) []int {
		if m := a.at(t); m != nil && len(m.Members) > 1 && a.personOf[m.Members[0]] == nil {
			return m.Members
		}
		return nil
	}
	for _, c := range a.kids[i] {
		k := int(c)
		if a.tok(k).Dep == depPoss && k < i {
			if out := from(k); out != nil {
				return out
			}
		}
		if a.tok(k).Dep != depPrep || !a.is(k, i, "of", "from", "on") {
			continue
		}
		for _, o := range a.kids[k] {
			if out := from(int(o)); out != nil {
				return out
			}
		}
	}
	return nil
}

// seatBehind returns the country in whose seat of government people speak:
// "foreign ministry sources in Ankara"; -1 for none.
func (a *article) seatBehind(i int) int {
	if !a.is(i+1, i, "in") || int(a.tok(i+1).Head) != i || !a.in(i+2, i) {
		return -1
	}
	if n := a.own[i+2]; n != nil && n.actor >= 0 && n.place >= 0 && n.actor != n.place && a.res.Entities[n.actor].Ref.Kind == graph.Country {
		return n.actor
	}
	return -1
}

// bareBody tells that "the committee" alone says too little to be an actor.
func (a *article) bareBody(i, first int) bool { return i-first < 2 }

// governs tells whether a body is a state, or an organization whose people
// speak for it.
func (a *article) governs(body, i int, noun lexicon.Noun) bool {
	if (a.low[i] == "team" || a.low[i] == "teams") && a.personOwner(i) == nil && !a.talksTeam(i) {
		return false // "the Syrian team" plays; "Trump's team" negotiates
	}
	switch a.res.Entities[body].Ref.Kind {
	case graph.Country:
		return noun.Has(lexicon.State) || noun.Has(lexicon.Agents) || noun.Has(lexicon.Arms)
	case graph.Organization:
		return noun.Has(lexicon.State) || noun.Has(lexicon.Agents) || noun.Has(lexicon.Members) || a.lex.In("organ", a.low[i]) && a.possessed(i)
	default:
		return false
	}
}

// talksTeam tells that a team is one that negotiates: "the talks team of Chad", "a
// team from Chad" where no sport is reported.
func (a *article) talksTeam(i int) bool {
	if a.is(i-1, i, "negotiating", "talks", "peace", "mediation", "advance", "government", "technical", "diplomatic") {
		return true
	}
	return a.is(i+1, i, "from") && !a.sporting()
}

// personOwner returns the person who possesses the noun at token i, nil for none.
func (a *article) personOwner(i int) *person {
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depPoss {
			if m := a.at(int(c)); m != nil && m.Actor >= 0 {
				return a.personOf[m.Actor]
			}
		}
	}
	return nil
}

// bodyOfNoun returns the country or organization whose people a noun means,
// from a nationality, a name or a possessor before it; -1 for none.
func (a *article) bodyOfNoun(i, first int) (body int, former bool) {
	body = -1
	for j := i - 1; j >= first && a.tok(j).Pos != "CCONJ"; j-- {
		if a.lex.FormerBefore(a.low[j]) && a.tok(j).Pos == posAdj {
			former = true
		}
		if j > 0 && a.hyphen(j+1, i) || a.is(j-1, i, "pro", "anti") {
			continue // "U.S.-led", "pro-Russian"
		}
		n := a.own[j]
		switch {
		case n == nil && body < 0 && a.sideAt(j) >= 0:
			body = a.sideAt(j)
		case n == nil:
			if b, sure := a.ownerBody(j); sure {
				return b, former
			}
		case n.person != nil:
			if a.tok(a.head(n.first, n.end)).Dep == depPoss || a.stateNoun(i) {
				return a.countryOf(n.person), former
			}
		case n.actor >= 0 && body < 0:
			body = n.actor
		}
	}
	return body, former
}

// ownerBody returns the state or organization of the possessor at token j, and
// whether it settles whose the phrase is.
func (a *article) ownerBody(j int) (body int, sure bool) {
	if a.tok(j).Tag == tagOwner {
		m := a.pronoun(j)
		if m == nil || m.Actor < 0 {
			return -1, false
		}
		return a.bodyFrom(m), true
	}
	if m := a.at(j); m != nil && m.Actor >= 0 && a.tok(j).Dep == depPoss {
		b := a.bodyFrom(m)
		return b, b >= 0
	}
	return -1, false
}

// bodyFrom is the state or organization that an owner stands for.
func (a *article) bodyFrom(m *Mention) int {
	if p := a.personOf[m.Actor]; p != nil {
		return a.countryOf(p)
	}
	if k := a.kindOf(m); k == graph.Country || k == graph.Organization {
		return m.Actor
	}
	return -1
}

// stateNoun tells whether token i is a word for a government: "the Obama administration".
func (a *article) stateNoun(i int) bool {
	return a.lex.In("rule", singular(a.low[i]))
}
