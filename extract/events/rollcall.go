package events

import (
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

// rollCallRule is how those are known whom the text only counts as present.
var rollCallRule = rule{ruleSpec: ruleSpec{Name: "meet/roll-call", Relation: graph.MetWith, Joins: true, Kinds: []graph.Kind{graph.Person}, Confidence: 0.8}}

// present are adjectives and participles of who is at a meeting.
var present = map[string]bool{"present": true, "alongside": true, "seated": true, "gathered": true, "assembled": true, "visible": true}

// gathered are those of whom somebody may be one at a meeting: "among the guests
// was X", "participants included X".
var gathered = map[string]bool{
	"those": true, "participant": true, "attendee": true, "guest": true, "delegate": true, "signatory": true, "visitor": true, "diner": true, "mourner": true,
	"speaker": true, "company": true, "leader": true, "dignitary": true, "attendance": true, "negotiator": true, "witness": true,
}

// seats are where one is who is at a meeting: "round the table were X and Y".
var seats = map[string]bool{"table": true, "board": true, "attendance": true, "room": true, "side": true, "dinner": true, "lunch": true, "meeting": true, "talk": true, "hand": true, "summit": true, "chamber": true}

// rollCalls are the matches of sentences that count who was there: "Also present
// was X", "Among the guests were X and Y", "Participants included X and Y".
func (x *reading) rollCalls() []match {
	var out []match
	for i := range x.doc.Tokens {
		if x.doc.Word(i) == ":" && len(x.listed(i)) > 1 {
			out = append(out, match{rule: &rollCallRule, pos: 'n', head: i, last: i, light: -1})
		}
		if x.t.Verb(i) && len(x.counts(i)) > 0 && !x.t.Negated(i) {
			out = append(out, match{rule: &rollCallRule, pos: 'v', head: i, last: i, light: -1})
		}
	}
	return out
}

// header is how many words at most stand before the colon of a list of those present.
const header = 6

// listed are the people whom a list without a verb counts, "Round the table: Lee,
// Ek and Diaz", behind the colon at token c; none where it is another list.
func (x *reading) listed(c int) []arg {
	first, there := c, false
	for ; first > 0 && x.t.Sent(first-1) == x.t.Sent(c); first-- {
		l := x.t.Lemma(first - 1)
		there = there || gathered[l] || present[l] || seats[l] || l == "invited" || l == "attend" || l == "invite"
		if c-first > header || x.t.Verb(first-1) && l != "attend" && l != "invite" {
			return nil
		}
	}
	if !there {
		return nil
	}
	var out []arg
	for i := c + 1; i < len(x.doc.Tokens) && x.t.Sent(i) == x.t.Sent(c); i++ {
		if x.t.Dep(i) == "relcl" || x.doc.Word(i) == ";" {
			break
		}
		if m := x.who.At(i); m != nil && m.Form == actors.Name && m.Actor >= 0 && x.t.Dep(i) != "poss" && x.t.Dep(i) != "compound" && x.ref(arg{tok: i, ent: m.Actor}).Kind == graph.Person {
			out = append(out, arg{tok: i, ent: m.Actor})
		}
	}
	return out
}

// counts are the people whom verb v counts as present; none where it does not.
func (x *reading) counts(v int) []arg {
	if x.doc.Word(v) == ":" {
		return x.listed(v)
	}
	if x.t.Tag(v) == "VBG" { // "facing X across the table was Y"
		if was := x.t.Child(v, "aux"); was > v && x.t.Lemma(was) == "be" && len(x.behindVerb(v)) > 0 {
			return x.persons(append(x.behindVerb(v), x.t.Objects(v)...))
		}
		return nil
	}
	if x.jointly(v) {
		return x.persons(x.t.Subjects(v))
	}
	switch x.t.Lemma(v) {
	case "get", "bring", "put":
		return x.roundTable(v)
	case "include":
		if s := x.t.Child(v, "nsubj"); s >= 0 && gathered[x.t.Lemma(s)] {
			return x.persons(x.t.Objects(v))
		}
	case "be", "sit", "stand":
		for _, k := range x.t.Kids(v) {
			if c := int(k); c < v && x.presence(c) {
				return x.persons(x.behindVerb(v))
			}
		}
	}
	return nil
}

// roundTable are those whom somebody gets "round one table", himself included.
func (x *reading) roundTable(v int) []arg {
	c := x.t.Child(v, "ccomp", "xcomp")
	if c < 0 || x.t.Lower(c) != "round" && x.t.Lower(c) != "around" {
		return nil
	}
	o, s := x.t.Child(c, "dobj", "pobj"), x.t.Child(c, "nsubj")
	if o < 0 || s < 0 || !seats[x.t.Lemma(o)] {
		return nil
	}
	return x.persons(append(x.t.Subjects(v), x.t.Conj(s)...))
}

// jointly tells that several people did together what verb v says: "who together
// pressed the button".
func (x *reading) jointly(v int) bool {
	if !x.t.Verb(v) || separate[x.t.Lemma(v)] || x.t.Passive(v) || len(x.t.Subjects(v)) < 2 {
		return false
	}
	for _, k := range x.t.Kids(v) {
		if w := x.t.Lower(int(k)); x.t.Dep(int(k)) == "advmod" && (w == "together" || w == "jointly") {
			return true
		}
	}
	return false
}

// separate are verbs of what people do together without being together: "work
// together for peace".
var separate = map[string]bool{
	"be": true, "have": true, "work": true, "act": true, "live": true, "stick": true, "come": true, "go": true, "get": true, "put": true, "bring": true, "hold": true,
	"fight": true, "cooperate": true, "move": true, "pull": true, "band": true, "keep": true, "join": true, "stay": true, "serve": true, "make": true, "account": true,
}

// behindVerb are the subjects of verb v that stand behind it.
func (x *reading) behindVerb(v int) []int {
	for _, k := range x.t.Kids(v) {
		if c := int(k); c > v && (x.t.Dep(c) == "nsubj" || x.t.Dep(c) == "nsubjpass" || x.t.Dep(c) == "attr") {
			return x.t.Conj(c)
		}
	}
	return nil
}

// presence tells that token c, in front of its verb, says that somebody is there.
func (x *reading) presence(c int) bool {
	switch x.t.Dep(c) {
	case "csubj", "advcl":
		return x.t.Tag(c) == "VBG" && x.t.Lemma(c) != "miss" && x.t.Lemma(c) != "lack"
	case "acomp", "advmod", "amod", "acl":
		return present[x.t.Lower(c)]
	case "nsubj", "attr": // "Present at the talks were X and Y"
		return present[x.t.Lower(c)] || x.t.Tag(c) == "VBG" && x.t.Lemma(c) == "attend"
	case "prep":
		o := x.t.Child(c, "pobj")
		if o < 0 {
			return false
		}
		switch x.t.Lower(c) {
		case "among":
			return gathered[x.t.Lemma(o)]
		case "round", "around", "at", "on", "in", "across":
			return seats[x.t.Lemma(o)]
		case "with", "beside", "alongside", "opposite":
			return x.t.Tag(o) == "PRP"
		}
	}
	return false
}

// persons are the people at the tokens, with a name or an office.
func (x *reading) persons(toks []int) []arg {
	var out []arg
	for _, t := range toks {
		for _, a := range x.actors(t) {
			if x.canMeet(&rollCallRule, a) && x.ref(a).Kind == graph.Person && !x.who.Entities[a.ent].Generic &&
				!slices.ContainsFunc(out, func(b arg) bool { return a.ent == b.ent }) {
				out = append(out, a)
			}
		}
		for _, k := range x.t.Kids(t) { // "X, Y's deputy, and the envoy Z": the parser hangs Z on the deputy
			if c := int(k); x.t.Dep(c) == "appos" {
				out = append(out, x.besidesApposed(c)...)
			}
		}
	}
	return out
}

// besidesApposed are the named people coordinated with apposition c.
func (x *reading) besidesApposed(c int) []arg {
	var out []arg
	for _, j := range x.t.Conj(c)[1:] {
		if m := x.who.At(j); m != nil && m.Form == actors.Name && m.Actor >= 0 && x.who.Entities[m.Actor].Ref.Kind == graph.Person {
			out = append(out, arg{tok: j, ent: m.Actor})
		}
	}
	return out
}

// callRolls adds those who are counted as present to the meeting that the text
// speaks of or, where there is none and they are several, makes one of them.
func (x *reading) callRolls(list []match, open []sighting) {
	for i := range list {
		m := &list[i]
		if x.question(m.head) {
			continue
		}
		s := x.sight(m)
		s.who = x.counts(m.head)
		s.sides = make([]int, len(s.who))
		best := x.nearest(&s)
		if o := x.unfilled(&s, open); o != nil && (best < 0 || o.m.head > x.found[best].before(s.m.head, x)) {
			o.who, o.sides = append(o.who, s.who...), append(o.sides, s.sides...)
			x.enter(o)
		} else if best >= 0 {
			x.attach(best, &s)
		} else if len(s.who) > 1 && s.status == graph.Occurred {
			x.enter(&s)
		}
	}
}

// unfilled is the meeting right before those whom sighting s counts of which the
// text tells one participant only: "Lee held a conference. Joining it were Ek and
// Diaz"; nil for none.
func (x *reading) unfilled(s *sighting, open []sighting) *sighting {
	for i := len(open) - 1; i >= 0; i-- {
		o := &open[i]
		if d := x.t.Sent(s.m.head) - x.t.Sent(o.m.head); d == 1 && len(o.who) == 1 && o.status == s.status && x.ref(o.who[0]).Kind == graph.Person {
			return o
		}
	}
	return nil
}

// nearest is the last meeting that the text told of, at most two sentences back.
func (x *reading) nearest(s *sighting) int {
	best := -1
	for k := range x.found {
		last := x.found[k].before(s.m.head, x)
		if last >= 0 && x.t.Sent(s.m.head)-x.t.Sent(last) <= attended && (best < 0 || last > x.found[best].before(s.m.head, x)) {
			best = k
		}
	}
	return best
}
