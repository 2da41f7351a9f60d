package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/graph"
)

// participants are the actors at the rule's paths, in order, each once; for a
// noun with one side only, the other is who the clause around it is about.
func (x *reading) participants(m *match) (out []arg, sides []int) {
	p := parties{x: x, m: m}
	between := x.between(m)
	for _, path := range m.rule.participants {
		p.along(path, between)
	}
	if m.pos == 'v' && m.last != m.head && x.t.Passive(m.head) { // "[X] was closeted with Y"
		p.add(x.doneTo(m.head))
	}
	switch {
	case m.pos == 'n' && len(p.who) == 1:
		p.add(x.missing(m, p.who[0]))
	case m.pos == 'n' && between == 0 && p.together():
		p.add(slices.DeleteFunc(x.missing(m, p.who[0]), func(a arg) bool {
			return a.ent < 0 || x.ref(a).Kind != graph.Person
		}))
	case m.pos == 'v' && len(p.who) > 1:
		for _, a := range x.gapped(m.head) { // they met the subject, not each other
			p.put(a, p.sides[len(p.sides)-1])
		}
	}
	x.leaderFor(m, p.who)
	p.leaders()
	if m.pos == 'v' && len(p.who) == 1 && x.t.Passive(m.head) {
		p.add(x.receiver(m))
	}
	if m.rule.Foreign && !x.foreign(p.who) {
		return nil, nil
	}
	return p.who, p.sides
}

// along takes the arguments at one path of the rule.
func (p *parties) along(at path, between int) {
	x, m := p.x, p.m
	if at.step == "subject" && m.pos == 'n' {
		if between > 1 || len(p.who) > 0 && m.light < 0 && (m.rule.Relation != graph.AgreedWith || len(p.who) > 1) {
			return // "between X and Y" says it all: whoever brokers it has no part in it
		}
		p.add(x.compounds(m.head))
	}
	list := x.eval(m, at)
	if len(list) == 1 && len(p.who) == 1 && at.step != "subject" {
		list[0] = x.disjoint(m, p.who[0], list[0])
	}
	p.add(list)
}

// foreign tells that of two people or bodies each is of a country, and not of the
// same one.
func (x *reading) foreign(who []arg) bool {
	for i := range who {
		c := x.ref(who[i]).Country
		if c == "" || i > 0 && c == x.ref(who[0]).Country {
			return false
		}
	}
	return true
}

// doneTo are the actors to whom passive v is done.
func (x *reading) doneTo(v int) []arg {
	surface := x.t.Surface(v)
	out := make([]arg, 0, len(surface))
	for _, t := range surface {
		out = append(out, x.actors(t)...)
	}
	return out
}

// parties gathers the participants of a match, side by side.
type parties struct {
	x     *reading
	m     *match
	who   []arg
	sides []int
	side  int
}

// add takes the arguments at one path, each new one as of one side.
func (p *parties) add(list []arg) {
	for _, a := range list {
		p.put(a, p.side)
	}
	p.side++
}

// weaponry are nouns for what a state fights with.
const weaponry = " troop force soldier army navy jet warplane aircraft plane bomber missile drone tank warship fleet submarine base battalion brigade regiment division squadron garrison "

// put takes one argument of a side unless it is there or can be no participant.
func (p *parties) put(a arg, side int) {
	x, r := p.x, p.m.rule
	if r.Relation == graph.MetWith && a.tok >= 0 && strings.Contains(weaponry, " "+x.t.Lemma(a.tok)+" ") && x.ref(a).Kind == graph.Country {
		return // who hosts foreign troops meets nobody
	}
	if p.m.pos == 'n' && x.t.Dep(a.tok) == "compound" && x.nowhere(a) || !x.canMeet(r, a) {
		return
	}
	if !r.admits(x.ref(a).Kind) && (r.Named || !r.admits(graph.Person) || !x.people(a.tok)) {
		return
	}
	if !slices.ContainsFunc(p.who, func(b arg) bool { return a.ent == b.ent }) {
		p.who = append(p.who, a)
		p.sides = append(p.sides, side)
	}
}

// together tells that there are participants, all of one side.
func (p *parties) together() bool {
	return len(p.sides) > 0 && p.sides[0] == p.sides[len(p.sides)-1]
}

// leaders adds those who lead the participants: of "a French team led by X", X too.
func (p *parties) leaders() {
	for i, n := 0, len(p.who); i < n; i++ {
		for _, l := range p.x.leadersOf(p.who[i].tok) {
			if !p.m.rule.admits(p.x.ref(l).Kind) {
				continue
			}
			known := slices.ContainsFunc(p.who, func(a arg) bool { return a.ent == l.ent })
			if p.x.ref(p.who[i]).Kind != graph.Person && p.x.people(p.who[i].tok) && p.x.ref(l).Kind == graph.Person && !known {
				p.who[i] = l // the team is there by its leader
				continue
			}
			p.put(l, p.sides[i])
		}
	}
}

// between counts the actors that a noun has behind "between".
func (x *reading) between(m *match) int {
	n := 0
	if m.pos == 'n' {
		for _, t := range x.preps(m, []string{"between", "among"}) {
			n += len(x.actors(t))
		}
	}
	return n
}

// missing finds the other side of a noun of which the text gives one behind "with".
func (x *reading) missing(m *match, one arg) []arg {
	if m.rule.Relation != graph.AgreedWith {
		if m.light >= 0 && x.status.Planned[x.t.Lemma(m.light)] {
			if out := x.others(x.t.Preps(m.light, "for"), one); len(out) > 0 { // "a meeting with Lee was arranged for [Ek]"
				return out
			}
		}
		if len(x.preps(m, []string{"with", "between"})) > 0 {
			if out := x.around(m, one); len(out) > 0 {
				return out
			}
			return x.clauseBefore(m.head, one)
		}
		return nil
	}
	return x.keeper(m, one)
}

// gapped are the further ones of "met X in Oslo and Y in Rome", whom the parser
// hangs on the place or the day.
func (x *reading) gapped(v int) []arg {
	var out []arg
	for _, k := range x.t.Kids(v) {
		p := int(k)
		if a := x.actors(p); x.t.Dep(p) == "conj" && x.t.Noun(p) && p > v && len(a) == 1 && x.ref(a[0]).Kind == graph.Person { // or on the verb
			out = append(out, a...)
		}
		if d := x.t.Lower(p); x.t.Dep(p) != "prep" || p < v || d != "in" && d != "on" && d != "at" {
			continue
		}
		for _, o := range x.t.Kids(p) {
			for _, c := range x.t.Kids(int(o)) {
				if a := x.actors(int(c)); x.t.Dep(int(c)) == "conj" && len(a) == 1 && x.ref(a[0]).Kind == graph.Person && (x.temporal(int(o)) || len(x.place(int(o))) > 0) {
					out = append(out, a...)
				}
			}
		}
	}
	return out
}

// leadersOf are the people by whom a phrase says its body is led, or in whose
// company somebody comes: "a team headed by X", "Y, accompanied by X".
func (x *reading) leadersOf(tok int) []arg {
	var out []arg
	for _, k := range x.t.Kids(tok) {
		v := int(k)
		out = append(out, x.leadersWithin(v)...)
		if x.t.Tag(v) != "VBN" || x.t.Dep(v) != "acl" && x.t.Dep(v) != "advcl" {
			continue
		}
		switch x.t.Lemma(v) {
		case "lead", "head", "accompany", "flank", "join":
			for _, p := range x.t.Preps(v, "by") {
				out = append(out, slices.DeleteFunc(x.actors(p), x.nameless)...)
			}
		}
	}
	return out
}

// leadersWithin are the leaders of a body whom the parser hangs on those it is
// made of, which preposition p brings in: "a team of bankers led by X".
func (x *reading) leadersWithin(p int) []arg {
	if x.t.Dep(p) != "prep" || x.t.Lower(p) != "of" {
		return nil
	}
	var out []arg
	for _, o := range x.t.PrepObjects(p) {
		if x.t.Tag(o) == "NNS" {
			out = append(out, x.leadersOf(o)...)
		}
	}
	return out
}

// nameless tells that an argument is nobody with a name.
func (x *reading) nameless(a arg) bool { return a.ent < 0 || x.who.Entities[a.ent].Generic }

// receiver is who receives somebody of whom only the place is told: "was received
// in the palace".
func (x *reading) receiver(m *match) []arg {
	if !x.meetings.Receives[x.t.Lemma(m.head)] {
		return nil
	}
	for _, p := range x.t.Preps(m.head, "in", "at") {
		for _, t := range x.place(p) {
			if host := x.receives(t); host >= 0 {
				return []arg{{tok: t.tok, ent: host}}
			}
		}
	}
	return nil
}

// keeper is whose the agreement with one other is that somebody keeps or breaks:
// "[Kyiv] honours the accord with Warsaw".
func (x *reading) keeper(m *match, other arg) []arg {
	v := x.t.Head(m.head)
	if len(x.preps(m, []string{"with"})) == 0 || x.t.Dep(m.head) != "dobj" || !keeps[x.t.Lemma(v)] || x.t.Child(v, "nsubj") < 0 {
		return nil
	}
	return x.others(x.t.Surface(v), other)
}

// keeps are what one does to an agreement of one's own.
var keeps = map[string]bool{
	"honour": true, "honor": true, "keep": true, "break": true, "violate": true, "breach": true, "respect": true, "uphold": true, "observe": true, "scrap": true,
	"quit": true, "leave": true, "denounce": true, "renounce": true, "repudiate": true, "abandon": true, "suspend": true, "implement": true, "tear": true, "rip": true,
	"negotiate": true, "renegotiate": true, "announce": true, "have": true, "celebrate": true, "defend": true, "fulfil": true, "fulfill": true, "terminate": true, "cancel": true,
}

// across tells whether participants i and j stand on two sides of a sighting,
// or on one that is all there is ("X and Y met").
func across(sides []int, i, j int) bool {
	return sides[i] != sides[j] || sides[0] == sides[len(sides)-1]
}

// people tells whether token tok describes people who act for somebody:
// "Iranian diplomats" are Iran, but can be met.
func (x *reading) people(tok int) bool {
	m := x.who.At(tok)
	return m != nil && m.Form == actors.Nominal
}

// canMeet tells whether an argument can be a side of a meeting.
func (x *reading) canMeet(r *rule, a arg) bool {
	if a.ent < 0 {
		return false
	}
	e := &x.who.Entities[a.ent]
	if e.Voice || e.Ref.Type == "media" || e.Ref.Type == "legislature" || e.Ref.Kind == graph.Place {
		return false
	}
	if e.Generic && (r.Named || x.theirs(a.tok)) {
		return false
	}
	if e.Generic && x.meetings.Crowds[x.t.Lemma(a.tok)] {
		return false
	}
	return e.Ref.Kind == graph.Person || e.Ref.Kind == graph.Country || e.Ref.Kind == graph.Organization
}

// theirs tells that the phrase at a token begins with a possessive: "with their
// ministers" are not others whom one meets.
func (x *reading) theirs(tok int) bool {
	for _, k := range x.t.Kids(tok) {
		if c := int(k); c < tok && x.t.Tag(c) == "PRP$" {
			return true
		}
	}
	return false
}

// compounds are the actors in "the Trump-Putin summit", "US-China talks"; a
// city before a meeting is its place.
func (x *reading) compounds(n int) []arg {
	var out []arg
	for i := n - 1; i >= 0 && x.t.Within(i, n) && x.t.Sent(i) == x.t.Sent(n); i-- {
		d := x.t.Dep(i)
		if d == "poss" || d == "det" || d == "case" {
			break
		}
		if e := x.surname(i); e >= 0 && (x.dash(i-1) || x.dash(i+1)) {
			out = append(out, arg{tok: i, ent: e})
			continue
		}
		out = append(out, x.qualifiers(i)...)
	}
	out = append(out, x.dashed(n)...)
	slices.Reverse(out)
	return out
}

// qualifiers are the actors of a name before a meeting, the last one first: those of
// "the [U.S.-Iran] talks".
func (x *reading) qualifiers(i int) []arg {
	mention := x.who.At(i)
	if mention == nil {
		return nil
	}
	if mention.Actor < 0 {
		var out []arg
		if mention.Form == actors.Adjective {
			for _, e := range slices.Backward(mention.Members) {
				out = append(out, arg{tok: i, ent: e})
			}
		}
		return out
	}
	if mention.Place >= 0 && x.who.Entities[mention.Place].Ref.Kind == graph.Place || x.nowhere(arg{tok: i, ent: mention.Actor}) {
		return nil
	}
	return []arg{{tok: i, ent: mention.Actor}}
}

// dashed is the first of "the Chad-Niger summit", where the parser sets the summit
// beside Chad.
func (x *reading) dashed(n int) []arg {
	h := x.t.Head(n)
	if x.t.Dep(n) != "appos" || h > n || !x.dash(h+1) {
		return nil
	}
	if mention := x.who.At(h); mention != nil && mention.Actor >= 0 {
		return []arg{{tok: h, ent: mention.Actor}}
	}
	return nil
}

// leaderFor puts the leaders whom the article names in the place of two countries
// that hold a summit.
func (x *reading) leaderFor(m *match, list []arg) {
	if m.rule.Type != "summit" || len(list) != 2 {
		return
	}
	var leaders [2]int
	for i, a := range list {
		leaders[i] = -1
		for e := range x.who.Entities {
			if x.ref(a).Kind == graph.Country && x.who.Entities[e].Ref.Country == x.ref(a).Country && x.leads(e) && x.mentionedByName(e) {
				leaders[i] = e
				break
			}
		}
	}
	if leaders[0] >= 0 && leaders[1] >= 0 {
		list[0].ent, list[1].ent = leaders[0], leaders[1]
	}
}

// mentionedByName tells that the article names an entity.
func (x *reading) mentionedByName(e int) bool {
	return slices.ContainsFunc(x.who.Mentions, func(m actors.Mention) bool { return m.Actor == e && m.Form == actors.Name })
}

// nowhere tells that a name before a meeting is no body of anybody's: most likely
// a place that nobody knows.
func (x *reading) nowhere(a arg) bool {
	if a.ent < 0 {
		return false
	}
	e := &x.who.Entities[a.ent]
	return e.Ref.Kind == graph.Organization && e.Entry == nil && !e.Generic && !x.publicBody(a.ent)
}

// dash tells whether token i is a hyphen or a dash.
func (x *reading) dash(i int) bool {
	if i < 0 || i >= len(x.doc.Tokens) {
		return false
	}
	switch x.doc.Word(i) {
	case "-", "–", "—", "/":
		return true
	}
	return false
}

// surname returns the one person of the article whose name ends in token i,
// or -1: names tied by a dash ("the Lee-Ek talks") are often taken for one.
func (x *reading) surname(i int) int {
	if x.doc.Tokens[i].Pos != "PROPN" {
		return -1
	}
	if x.surnames == nil {
		x.surnames = map[string]int{}
		for e := range x.who.Entities {
			r := &x.who.Entities[e].Ref
			if r.Kind != graph.Person || x.who.Entities[e].Generic {
				continue
			}
			words := strings.Fields(r.Name)
			if len(words) < 2 || strings.ContainsAny(r.Name, "-–—/") {
				continue
			}
			last := words[len(words)-1]
			if _, two := x.surnames[last]; two {
				x.surnames[last] = -1
			} else {
				x.surnames[last] = e
			}
		}
	}
	if e, ok := x.surnames[x.doc.Word(i)]; ok {
		return e
	}
	return -1
}

// around finds the missing side of a meeting noun: the subject of the verb
// that governs it ("flew home after talks with Kim").
func (x *reading) around(m *match, other arg) []arg {
	at := m.head
	for range 6 {
		h := x.t.Head(at)
		if h == at {
			return nil
		}
		d := x.t.Dep(at)
		if d == "nsubj" && x.t.Lemma(h) == "await" { // "an audience with the king awaits [him]"
			return x.others(x.t.Objects(h), other)
		}
		if x.t.Verb(h) && d != "nsubj" && d != "nsubjpass" {
			if d == "dobj" && !x.t.Passive(h) && x.apartFrom(h) && x.t.LightVerb(m.head) != h { // but "was granted an audience"
				return nil
			}
			return x.others(x.t.Surface(h), other)
		}
		if x.t.Noun(h) && d != "conj" { // "a request for talks with X": whose request?
			if own := x.t.OwnAgents(h); len(own) > 0 {
				return x.others(own, other)
			}
		}
		at = h
	}
	return nil
}

// clauseBefore is the one person who is the subject of what stands before the
// semicolon that parts it from the clause of token i: "She came a day late; a
// lunch with X slipped to Saturday".
func (x *reading) clauseBefore(i int, other arg) []arg {
	first := i
	for first > 0 && x.t.Sent(first-1) == x.t.Sent(i) {
		first--
	}
	if first == 0 || x.doc.Word(first-1) != ";" {
		return nil
	}
	root := first - 1
	for x.t.Head(root) != root {
		root = x.t.Head(root)
	}
	out := x.others(x.t.Surface(root), other)
	if len(out) != 1 || x.ref(out[0]).Kind != graph.Person {
		return nil
	}
	return out
}

// apartFrom tells that whoever does v to a meeting takes no part in it by that:
// "supports a summit with X".
func (x *reading) apartFrom(v int) bool {
	return !x.status.governs(x.t.Lemma(v)) || x.meetings.Aloof[x.t.Lemma(v)]
}

// others are the actors at the tokens but for one.
func (x *reading) others(toks []int, one arg) []arg {
	var out []arg
	for _, t := range toks {
		for _, a := range x.actors(t) {
			if a.ent != one.ent {
				out = append(out, a)
			}
		}
	}
	return out
}
