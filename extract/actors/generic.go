package actors

import (
	"strings"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// generic makes an entity of a noun phrase without a name, of its own and
// never merged.
func (a *article) generic(i, first int, kind graph.Kind, noun lexicon.Noun) {
	if a.tok(i).Dep == depPobj && a.is(int(a.tok(i).Head), i, "of") && a.tok(i).Pos == posPropn {
		return
	}
	if m := a.appositionOf(i); m != nil && kind == graph.Person {
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: m.Actor, Place: -1, Rule: "apposed"})
		return
	}
	if a.low[first] == "no" {
		return
	}
	if members := a.spelledOut(i, first); len(members) > 1 && kind == graph.Person {
		a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: -1, Place: -1, Members: members, Rule: "pair"})
		return
	}
	start := first
	for start < i && (a.low[start] == wordThe || a.low[start] == "a" || a.low[start] == "an") {
		start++
	}
	end := i + 1
	name := strings.Join(strings.Fields(a.doc.Slice(start, end)), " ")
	if name == "" {
		return
	}
	if end < len(a.word) && a.is(end, i, "of", wordFor, "in", "from") && a.shortComplement(end, i) {
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

// spelledOut returns the people whom a phrase with a number counts and names behind a
// comma: "two civilians, X and Y".
func (a *article) spelledOut(i, first int) []int {
	if a.tok(i).Tag != tagNouns || !a.is(i+1, i, ",", ":", "—", "–", "(") || !a.in(i+2, i) {
		return nil
	}
	list, _ := a.listed(i+2, &role{first: i, head: i})
	n := 0
	for k := first; k < i; k++ {
		if a.tok(k).Pos == posNum || a.is(k, i, "both") {
			n = len(list)
			if c := counted[a.low[k]]; c > 0 {
				n = c
			}
		}
	}
	if n != len(list) {
		return nil
	}
	members := make([]int, 0, n)
	for _, l := range list {
		members = append(members, a.of(l.person))
	}
	return members
}

// counted are the numbers that a text spells out.
var counted = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "both": 2}

// appositionOf returns the mention of the person that a singular phrase is set
// beside: "X, a student", "the campaigner, X".
func (a *article) appositionOf(i int) *Mention {
	if a.tok(i).Tag != tagNoun {
		return nil
	}
	fits := func(h int) *Mention {
		if m := a.at(h); m != nil && (m.Form == Name || m.Form == Nominal) && a.human(m) && !a.res.Entities[m.Actor].Generic {
			return m
		}
		return nil
	}
	if a.tok(i).Dep == depAppos {
		return fits(int(a.tok(i).Head))
	}
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depAppos {
			return fits(int(c))
		}
	}
	if n := a.own[min(i+2, len(a.own)-1)]; a.tok(i).Dep == depConj && a.is(i+1, i, ",") && n != nil && n.person != nil && n.start() == i+2 && a.is(n.end, i, ",", ".") {
		if h := a.head(n.first, n.end); a.tok(h).Dep == depAppos && a.tok(h).Head == a.tok(i).Head {
			return fits(h) // "X and a student, Y, left": Y is the student, not X
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
	return a.tok(i).Dep == depPrep && a.tok(int(a.tok(i).Head)).Pos != posVerb
}

// complementEnd returns the token behind a short complement, 0 for none.
func (a *article) complementEnd(i int) int {
	const most = 5
	for _, c := range a.kids[i] {
		if a.tok(int(c)).Dep == depPobj && int(c) <= i+most && a.in(int(c), i) {
			if n := a.own[c]; n != nil {
				return n.end
			}
			return int(c) + 1
		}
	}
	return 0
}
