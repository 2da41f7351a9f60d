package actors

import (
	"strings"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkGroups makes mentions of people and collectives without a name: those who
// act for a state ("Russian officials") stand for it, others stand for themselves.
func linkGroups(a *article) {
	for i := range a.word {
		if a.at(i) != nil || a.own[i] != nil && a.own[i].label != unknown || a.tok(i).Pos != "NOUN" && a.tok(i).Pos != "PROPN" {
			continue
		}
		noun, ok := a.lex.Noun(singular(a.low[i]))
		if !ok {
			if noun, ok = a.lex.Noun(a.low[i]); !ok {
				continue
			}
		}
		if r := a.roleOf[i]; r != nil && a.partOfName(r) || a.tok(i).Dep == "compound" || a.tok(i).Dep == "amod" || a.tok(i).Dep == "npadvmod" {
			continue
		}
		a.group(i, noun)
	}
}

// group decides what the noun at token i stands for.
func (a *article) group(i int, noun lexicon.Noun) {
	first := a.phraseStart(i)
	if n := a.own[max(i-1, 0)]; a.low[i] == "campaign" && n != nil && n.person != nil && n.end == i {
		a.mention(Mention{First: n.first, End: i + 1, Head: i, Form: Name, Actor: a.campaign(n), Place: -1, Rule: "campaign"})
		return
	}
	body, former := a.bodyOfNoun(i, first)
	if body < 0 && (noun.Has(lexicon.State) || noun.Has(lexicon.Agents)) {
		if body = a.seatBehind(i); body < 0 {
			body = a.definiteState(i, first)
		}
	}
	switch {
	case body >= 0 && !former && (noun.Has(lexicon.State) || noun.Has(lexicon.Agents) || noun.Has(lexicon.Arms) || noun.Has(lexicon.Members)) && a.governs(body, noun):
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: body, Place: -1, Rule: "government"})
	case noun.Has(lexicon.Country) && a.countryNoun(i, first):
	case noun.Has(lexicon.Persons) || noun.Has(lexicon.Agents) || noun.Has(lexicon.Members) && !noun.Has(lexicon.Body):
		a.generic(i, first, graph.Person, noun)
	case noun.Has(lexicon.Body) || noun.Has(lexicon.State):
		if a.definiteBody(i, first) || a.determined(first) == "the" && body < 0 && a.bareBody(i, first) {
			return
		}
		a.generic(i, first, graph.Organization, noun)
	}
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
func (a *article) governs(body int, noun lexicon.Noun) bool {
	switch a.res.Entities[body].Ref.Kind {
	case graph.Country:
		return !noun.Has(lexicon.Members)
	case graph.Organization:
		return noun.Has(lexicon.Agents) || noun.Has(lexicon.State) || noun.Has(lexicon.Members)
	}
	return false
}

// phraseStart returns the first token of the noun phrase whose head is token i.
func (a *article) phraseStart(i int) int {
	first := i
	for _, c := range a.kids[i] {
		switch a.tok(int(c)).Dep {
		case "det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "punct":
			if a.tok(int(c)).Tag == "VBG" || a.entity(int(c)) == "DATE" {
				continue
			}
			if l := a.leftmost(int(c)); l < first && a.in(l, i) && a.sent[l] == a.sent[i] && !a.comma(l, i) {
				first = l
			}
		}
	}
	for first < i && a.tok(first).Pos == "PUNCT" {
		first++
	}
	return first
}

// comma tells that a comma or a bracket stands between two tokens.
func (a *article) comma(from, to int) bool {
	for i := from; i < to; i++ {
		switch a.low[i] {
		case "(", ")", ";", ":", "—", "–", "“", "”", "\"", "and", "or", "but":
			return true
		}
	}
	return false
}

// leftmost returns the first token of a subtree, looking down the left edge.
func (a *article) leftmost(i int) int {
	for range 12 {
		if len(a.kids[i]) == 0 || int(a.kids[i][0]) > i {
			return i
		}
		i = int(a.kids[i][0])
	}
	return i
}

// bodyOfNoun returns the country or organization whose people a noun means,
// from a nationality, a name or a possessor before it; -1 for none.
func (a *article) bodyOfNoun(i, first int) (body int, former bool) {
	body = -1
	for j := i - 1; j >= first; j-- {
		if a.tok(j).Pos == "CCONJ" {
			break
		}
		if a.lex.FormerBefore(a.low[j]) && a.tok(j).Pos == "ADJ" {
			former = true
		}
		if j > 0 && a.hyphen(j+1, i) || a.is(j-1, i, "pro", "anti") {
			continue // "U.S.-led", "pro-Russian"
		}
		if n := a.own[j]; n != nil {
			if n.person != nil {
				if a.tok(a.head(n.first, n.end)).Dep == "poss" || a.stateNoun(i) {
					return a.countryOf(n.person), former
				}
				continue
			}
			if n.actor >= 0 && body < 0 {
				body = n.actor
			}
			continue
		}
		if a.tok(j).Tag == "PRP$" {
			if m := a.pronoun(j); m != nil && m.Actor >= 0 {
				return a.bodyFrom(m), former
			}
			continue
		}
		if m := a.at(j); m != nil && a.tok(j).Dep == "poss" {
			if b := a.bodyFrom(m); b >= 0 {
				return b, former
			}
		}
	}
	return body, former
}

// bodyFrom is the state or organization that an owner stands for.
func (a *article) bodyFrom(m *Mention) int {
	if p := a.personOf[m.Actor]; p != nil {
		return a.countryOf(p)
	}
	switch a.kindOf(m) {
	case graph.Country, graph.Organization:
		return m.Actor
	}
	return -1
}

// stateNoun tells whether token i is a word for a government: "the Obama administration".
func (a *article) stateNoun(i int) bool {
	switch singular(a.low[i]) {
	case "government", "administration", "regime", "cabinet":
		return true
	}
	return false
}

// determined is the determiner at the start of a phrase, in lower case.
func (a *article) determined(first int) string {
	if a.tok(first).Pos == "DET" || a.low[first] == "the" {
		return a.low[first]
	}
	return ""
}

// generic makes an entity of a noun phrase without a name, of its own and
// never merged.
func (a *article) generic(i, first int, kind graph.Kind, noun lexicon.Noun) {
	if a.tok(i).Dep == "pobj" && a.is(int(a.tok(i).Head), i, "of") && a.tok(i).Pos == "PROPN" {
		return
	}
	if m := a.appositionOf(i); m != nil {
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: m.Actor, Place: -1, Rule: "apposed"})
		return
	}
	if a.low[first] == "no" {
		return
	}
	start := first
	for start < i && (a.low[start] == "the" || a.low[start] == "a" || a.low[start] == "an") {
		start++
	}
	end := i + 1
	name := strings.Join(strings.Fields(a.doc.Slice(start, end)), " ")
	if name == "" {
		return
	}
	if end < len(a.word) && a.is(end, i, "of", "for", "in", "from") && a.shortComplement(end, i) {
		if e := a.complementEnd(end); e > 0 {
			name = strings.Join(strings.Fields(a.doc.Slice(start, e)), " ")
		}
	}
	id := graph.LocalID(kind, name)
	e := a.entity0(id, func() Entity {
		return Entity{Ref: graph.Ref{ID: id, Kind: kind, Name: name}, Gender: noun.Gender, Generic: true}
	})
	a.mention(Mention{First: first, End: end, Head: i, Form: Nominal, Actor: e, Place: -1, Rule: "generic"})
}

// appositionOf returns the mention of the person that a singular phrase is set
// beside: "X, a student", "the campaigner, X".
func (a *article) appositionOf(i int) *Mention {
	if a.tok(i).Tag != "NN" {
		return nil
	}
	fits := func(h int) *Mention {
		if m := a.at(h); m != nil && (m.Form == Name || m.Form == Nominal) && a.human(m) && !a.res.Entities[m.Actor].Generic {
			return m
		}
		return nil
	}
	if a.tok(i).Dep == "appos" {
		return fits(int(a.tok(i).Head))
	}
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == "appos" {
			return fits(int(c))
		}
	}
	return nil
}

// shortComplement tells whether the preposition at token i opens a short
// complement that belongs to the phrase.
func (a *article) shortComplement(i, head int) bool {
	if int(a.tok(i).Head) != head {
		return false
	}
	if a.low[i] == "in" || a.low[i] == "from" {
		for _, c := range a.kids[i] {
			if a.own[c] != nil {
				return true
			}
		}
		return false
	}
	return a.tok(i).Dep == "prep" && a.tok(int(a.tok(i).Head)).Pos != "VERB"
}

// complementEnd returns the token behind a short complement, 0 for none.
func (a *article) complementEnd(i int) int {
	const most = 5
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == "pobj" && int(c) <= i+most && a.in(int(c), i) {
			if n := a.own[c]; n != nil {
				return n.end
			}
			return int(c) + 1
		}
	}
	return 0
}
