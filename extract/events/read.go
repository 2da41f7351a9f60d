package events

import (
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

// read turns a token into arguments of the wanted kind.
func (x *reading) read(m *match, want as, tok int) []arg {
	if want != asPlace && want != asContent && x.reciprocal(tok) {
		return x.doers(m)
	}
	if (want == asAny || want == asContent) && x.takenUp(m, tok) {
		return x.answer(m, tok)
	}
	switch want {
	case asActor:
		return x.actors(tok)
	case asOwner:
		return x.ownersOf(m, tok)
	case asPlace:
		return x.place(tok)
	case asContent:
		return x.content(m, tok)
	case asAny:
		if mention := x.who.At(tok); mention != nil && mention.Place >= 0 && mention.Place != mention.Actor && m.rule.Relation == graph.Proposed {
			return x.place(tok) // "proposed Geneva" is about the city
		}
		if mention := x.who.At(tok); mention != nil && mention.Form == actors.Nominal && answers(m.rule.Relation) && x.t.Lemma(tok) == "mission" {
			if list := x.content(m, tok); len(list) > 0 {
				return list
			}
		}
		if a := x.actors(tok); len(a) > 0 {
			return a
		}
		return x.content(m, tok)
	}
	return nil
}

// takenUp tells whether token tok is a pronoun that takes up again what somebody
// else was told to have said.
func (x *reading) takenUp(m *match, tok int) bool {
	if l := x.t.Lemma(m.head); !answers(m.rule.Relation) || !x.pronoun(tok) || l == "thank" || l == "congratulate" {
		return false
	}
	mention := x.who.At(tok)
	return (mention == nil || mention.Actor < 0 || x.t.Lower(tok) == "it") && x.lastTold(m, tok) != nil
}

// ownersOf are the actors that token tok stands for, else whose it is.
func (x *reading) ownersOf(m *match, tok int) []arg {
	if a := x.actors(tok); len(a) > 0 {
		return a
	}
	var out []arg
	for _, o := range x.t.OwnAgents(tok) {
		if m.rule.takesOf() && x.t.Lower(x.t.Head(x.t.First(o))) == "of" {
			continue // "the suggestion of a closer alliance" is not the alliance's
		}
		out = append(out, x.mentioned(o)...)
	}
	return out
}

// reciprocal tells whether token i is "each other" or "one another": to
// everybody else of those who do it.
func (x *reading) reciprocal(i int) bool {
	d := x.t.Child(i, "det")
	return d >= 0 && (x.t.Lower(i) == "other" && x.t.Lower(d) == "each" || x.t.Lower(i) == "another" && x.t.Lower(d) == "one")
}

// doers are the actors among the subjects of a match.
func (x *reading) doers(m *match) []arg {
	subjects := x.subjects(m)
	out := make([]arg, 0, len(subjects))
	for _, s := range subjects {
		out = append(out, x.actors(s)...)
	}
	return out
}

// actors returns the entities that token tok stands for as somebody who acts.
func (x *reading) actors(tok int) []arg {
	if a := x.mentioned(tok); len(a) > 0 {
		more := append(x.apposedToo(tok, a), x.singledOut(tok)...)
		if len(more) > 0 && x.who.Entities[a[0].ent].Generic { // "the ministers, Ann Lee and Bo Ek"
			return more
		}
		return append(a, more...)
	}
	if list := x.inApposition(tok); len(list) > 0 {
		return list
	}
	if x.firstPerson(tok) {
		if w := x.voiceAt(tok); w.label && w.ent >= 0 {
			return []arg{{tok: tok, ent: w.ent}}
		}
	}
	if a := x.peersOf(tok); a >= 0 {
		return x.mentioned(a)
	}
	if list := x.reporter(tok); len(list) > 0 {
		return list
	}
	if list := x.paper(tok); len(list) > 0 {
		return list
	}
	return x.lastName(tok)
}

// inApposition are those whose names stand beside token tok, which is nobody by
// itself: "his secretary of state, Mike Pompeo".
func (x *reading) inApposition(tok int) []arg {
	for _, k := range x.t.Kids(tok) {
		if c := int(k); x.t.Dep(c) == "appos" {
			if a := x.mentioned(c); len(a) > 0 {
				return append(a, x.apposedToo(tok, a)...) // "three states - Chad, Mali and Niger -"
			}
		}
	}
	return nil
}

// peersOf is the adjective that tells whose the counterparts at token tok are:
// "their [Syrian] counterparts"; -1 for none.
func (x *reading) peersOf(tok int) int {
	if l := x.t.Lemma(tok); x.who.At(tok) != nil || l != "counterpart" && l != "colleague" || x.t.Tag(tok) != "NNS" {
		return -1
	}
	if a := x.t.Child(tok, "amod"); a >= 0 && x.canAct(a) {
		return a
	}
	return -1
}

// reporter is the country or body that "it" stands for where it tells of
// itself: "Malta says [it] will not".
func (x *reading) reporter(tok int) []arg {
	v := x.t.Head(tok)
	if x.t.Lower(tok) != "it" || x.who.At(tok) != nil || x.t.Dep(tok) != "nsubj" && x.t.Dep(tok) != "nsubjpass" || x.t.Dep(v) != "ccomp" || x.t.Child(v, "expl") >= 0 {
		return nil
	}
	h := x.t.Head(v)
	s := x.t.Child(h, "nsubj")
	if s < 0 || s > v || !x.status.Speech[x.t.Lemma(h)] {
		return nil
	}
	list := x.mentioned(s)
	if len(list) != 1 || x.ref(list[0]).Kind != graph.Country && x.ref(list[0]).Kind != graph.Organization {
		return nil
	}
	return []arg{{tok: tok, ent: list[0].ent}}
}

// paper is whose reply, letter or statement "it" takes up: "Malta's note was
// curt. [It] accused him of deceit".
func (x *reading) paper(tok int) []arg {
	if x.t.Lower(tok) != "it" || x.who.At(tok) != nil || x.t.Dep(tok) != "nsubj" {
		return nil
	}
	for i := tok - 1; i >= 0 && x.t.Sent(tok)-x.t.Sent(i) <= 1; i-- {
		if d := x.t.Dep(i); d != "nsubj" && d != "nsubjpass" {
			continue
		}
		if !x.things.Means[x.t.Lemma(i)] || x.t.Head(i) == x.t.Head(tok) {
			return nil
		}
		return x.owners(i)
	}
	return nil
}

// lastName finds the person whose name ends a title that the parser takes for
// the head: "The chairman of the commission [Ann Lee] said".
func (x *reading) lastName(tok int) []arg {
	if x.doc.Tokens[tok].Pos != "NOUN" {
		return nil
	}
	of := x.t.Child(tok, "prep")
	if of < 0 || x.t.Lower(of) != "of" {
		return nil
	}
	p := x.t.Child(of, "pobj")
	if p < 0 || x.t.Child(p, "compound") < 0 {
		return nil
	}
	if a := x.mentioned(p); len(a) == 1 && x.ref(a[0]).Kind == graph.Person && !x.who.Entities[a[0].ent].Generic {
		return a
	}
	return nil
}

// singledOut are the people whom a plural noun names out of many: "leaders
// including Ann Lee and Bo Ek", "envoys, among them Ann Lee".
func (x *reading) singledOut(tok int) []arg {
	if x.t.Tag(tok) != "NNS" {
		return nil
	}
	var out []arg
	for _, p := range x.t.Preps(tok, "including") {
		out = append(out, x.mentioned(p)...)
	}
	for i := tok + 1; i+2 < len(x.doc.Tokens) && x.t.Sent(i) == x.t.Sent(tok) && i < tok+3; i++ {
		if x.t.Lower(i) != "among" || x.t.Lower(i+1) != "them" {
			continue
		}
		h := x.t.Head(i)
		if h < i { // the parser hangs the names on "among"
			h = i + 2
		}
		for h < len(x.doc.Tokens)-1 && x.who.At(h) == nil && x.t.Head(h) > h {
			h = x.t.Head(h)
		}
		for _, j := range x.t.Conj(h) {
			out = append(out, x.mentioned(j)...)
		}
	}
	return slices.DeleteFunc(out, func(a arg) bool { return a.ent < 0 || x.who.Entities[a.ent].Generic })
}

// apposedToo are the further people of "the rebel leaders Ann Lee and Bo Ek",
// of whom a holds the first.
func (x *reading) apposedToo(tok int, a []arg) []arg {
	if x.t.Tag(tok) != "NNS" && x.t.Tag(tok) != "NNPS" {
		return nil
	}
	var out []arg
	for _, k := range x.t.Kids(tok) {
		if c := int(k); x.t.Dep(c) == "appos" {
			for _, j := range x.t.Conj(c) {
				for _, b := range x.mentioned(j) {
					if !slices.ContainsFunc(a, func(o arg) bool { return o.ent == b.ent }) {
						out = append(out, b)
					}
				}
			}
		}
	}
	return out
}

func (x *reading) mentioned(tok int) []arg {
	mention := x.mention(tok)
	if mention == nil {
		return nil
	}
	if list := x.representatives(tok, mention); len(list) > 1 {
		return list
	}
	var out []arg
	if mention.Actor >= 0 {
		out = append(out, arg{tok: tok, ent: mention.Actor})
	} else {
		for _, e := range mention.Members {
			out = append(out, arg{tok: tok, ent: e})
		}
	}
	return out
}

// representatives are the countries or bodies for which the people act whom
// token tok names in the plural: "the foreign ministers of Ghana and Togo",
// "Ghanaian and Togolese diplomats".
func (x *reading) representatives(tok int, mention *actors.Mention) []arg {
	if mention.Form != actors.Nominal || mention.Actor < 0 || !x.who.Entities[mention.Actor].Generic || x.t.Tag(tok) != "NNS" || !x.official(tok) {
		return nil
	}
	var of []int
	for _, k := range x.t.Kids(tok) {
		if c := int(k); x.t.Dep(c) == "amod" && x.canAct(c) {
			of = x.t.Conj(c)
		}
	}
	if len(of) < 2 {
		of = x.t.Preps(tok, "of", "from")
	}
	if len(of) < 2 {
		return nil
	}
	out := make([]arg, 0, len(of))
	for _, o := range of {
		m := x.who.At(o)
		if m == nil || m.Actor < 0 || x.who.Entities[m.Actor].Generic || x.who.Entities[m.Actor].Ref.Kind == graph.Person {
			return nil
		}
		out = append(out, arg{tok: o, ent: m.Actor})
	}
	return out
}

// mention returns the mention headed by token tok, or the name that tok is
// part of where the parser hangs its words side by side.
func (x *reading) mention(tok int) *actors.Mention {
	if m := x.who.At(tok); m != nil {
		return m
	}
	if x.cover == nil {
		x.cover = make([]int32, len(x.doc.Tokens))
		for i := range x.who.Mentions {
			if m := &x.who.Mentions[i]; m.Form == actors.Name {
				for t := m.First; t < m.End; t++ {
					x.cover[t] = int32(i) + 1
				}
			}
		}
	}
	if i := x.cover[tok]; i > 0 {
		if m := &x.who.Mentions[i-1]; x.t.Head(tok) < m.First || x.t.Head(tok) >= m.End {
			return m
		}
	}
	return nil
}

// place returns the location that token tok stands for.
func (x *reading) place(tok int) []arg {
	mention := x.who.At(tok)
	switch {
	case x.t.Lemma(tok) == "side" && x.behind(tok, []string{"at", "by"}): // "at his side" is no country
		return nil
	case mention != nil && mention.Place < 0 && mention.Actor < 0 && len(mention.Members) > 0: // "toured both countries"
		return x.countriesAmong(tok, mention.Members)
	case mention == nil, mention.Place < 0 && mention.Actor < 0:
		return x.siteOf(tok)
	case mention.Place >= 0:
		return []arg{{tok: tok, ent: mention.Place}}
	case mention.Form == actors.Nominal && persons[x.t.Lemma(tok)]: // "any British prime minister" is no place
		return nil
	case mention.Actor >= 0 && x.who.Entities[mention.Actor].Ref.Kind == graph.Country:
		return []arg{{tok: tok, ent: mention.Actor}}
	}
	return nil
}

// countriesAmong are the countries among the entities that token tok stands for.
func (x *reading) countriesAmong(tok int, members []int) []arg {
	var out []arg
	for _, e := range members {
		if x.who.Entities[e].Ref.Kind == graph.Country {
			out = append(out, arg{tok: tok, ent: e})
		}
	}
	return out
}

// siteOf is the place that the phrase of token tok names where the token
// itself is none: an occasion is where it is held, a site where it lies.
func (x *reading) siteOf(tok int) []arg {
	if x.occasion(tok) {
		return x.firstPlace(x.t.Preps(tok, "in", "at")) // "turned up for a match in Asmara"
	}
	if !x.things.Sites[x.t.Lemma(tok)] {
		return nil // "the war in California" is no place
	}
	for _, k := range x.t.Kids(tok) { // "Asmara airport"
		if m := x.who.At(int(k)); x.t.Dep(int(k)) == "compound" && m != nil && m.Place >= 0 {
			return []arg{{tok: int(k), ent: m.Place}}
		}
	}
	return x.firstPlace(x.t.Preps(tok, "in", "at", "near", "outside", "of")) // "a base in California"
}

// firstPlace is the first of some tokens that is the mention of a place.
func (x *reading) firstPlace(toks []int) []arg {
	for _, t := range toks {
		if m := x.who.At(t); m != nil && m.Place >= 0 {
			return []arg{{tok: t, ent: m.Place}}
		}
	}
	return nil
}

// persons are nouns for people by whom a country is meant, but not as a place.
var persons = map[string]bool{
	"minister": true, "president": true, "premier": true, "ambassador": true, "envoy": true, "official": true, "diplomat": true, "leader": true, "chancellor": true,
	"general": true, "spokesman": true, "spokeswoman": true, "negotiator": true, "monarch": true, "delegate": true,
}

// occasion tells that noun tok is what people travel for.
func (x *reading) occasion(tok int) bool {
	p := x.t.Head(tok)
	if x.t.Dep(tok) != "pobj" || x.t.Lower(p) != "for" && x.t.Lower(p) != "to" {
		return false
	}
	switch x.t.Lemma(tok) {
	case "summit", "conference", "meeting", "talk", "funeral", "match", "test", "game", "final", "ceremony", "parade", "wedding", "inauguration", "session", "forum", "negotiation", "rally", "mass",
		"opening", "unveiling", "signing", "congress", "assembly", "gathering", "celebration", "anniversary", "launch", "tournament", "ball", "banquet", "dinner", "lunch", "exhibition", "fair", "premiere":
		return true
	}
	return false
}

// owners are who acts through token tok where it is a means: "its aircraft
// bombed", "a Russian strike hit".
func (x *reading) owners(tok int) []arg {
	if !x.things.Means[x.t.Lemma(tok)] {
		return nil
	}
	var out []arg
	own := x.t.OwnAgents(tok)
	if c := x.t.Child(tok, "acl"); len(own) == 0 && c >= 0 && (x.t.Lemma(c) == "carry" || x.t.Lemma(c) == "bring") && x.t.Tag(c) == "VBG" {
		own = x.t.Objects(c) // "a plane carrying X landed"
	}
	if v := x.t.Head(tok); len(own) == 0 && x.t.Dep(tok) == "dobj" && x.t.Verb(v) { // "passed a resolution condemning"
		own = x.t.Subjects(v)
	}
	for _, o := range own {
		for _, a := range x.mentioned(o) {
			out = append(out, arg{tok: tok, ent: a.ent})
		}
	}
	return out
}
