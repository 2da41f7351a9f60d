package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/graph"
)

// frontedRule is how stays are known that only the opening of a sentence tells.
var frontedRule = rule{ruleSpec: ruleSpec{Name: "visit/in-front", Relation: graph.Visited, Confidence: 0.7}}

// standing verbs tell of no deed that needs its doer on the spot.
const standing = " be have find see need want know enjoy face lose win seem remain keep own gain mean lack hope believe think expect fear retain possess command control dominate rule own appear become matter like love hate support oppose back trust appoint name invest "

// stay reads a place that opens a sentence before who acts there as where that
// person was: "In Oslo, she laid out her plan", "At Yalta he gave way".
func (x *reading) stay(v int) {
	if d := x.t.Dep(v); !x.t.Verb(v) || d != "ROOT" && d != "relcl" || x.t.Passive(v) || x.t.Negated(v) || strings.Contains(standing, " "+x.t.Lemma(v)+" ") || x.question(v) {
		return
	}
	place := x.placeInFront(v)
	if x.t.Dep(v) == "relcl" {
		place = x.placeOfWhere(v)
	}
	if place.ent < 0 {
		return
	}
	m := match{rule: &frontedRule, pos: 'v', head: v, last: v, light: -1}
	re := x.reality(&m)
	if re.negated || re.hypothetical || re.status != graph.Occurred {
		return
	}
	for _, s := range x.t.Subjects(v) {
		if s < place.tok {
			continue
		}
		for _, a := range x.actors(s) {
			if e := &x.who.Entities[a.ent]; e.Ref.Kind == graph.Person && !e.Generic && !e.Voice && !x.atHome(a, place) && (!x.serves(a.ent) || !x.meetings.Seats[graph.Fold(x.ref(place).Name)]) {
				x.put(&m, graph.Visited, re.status, x.ref(a), x.ref(place), nil)
			}
		}
	}
}

// placeOfWhere is the place whose relative clause with "where" verb v heads: "back
// from Rome, where he dined"; without an entity where there is none.
func (x *reading) placeOfWhere(v int) arg {
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "advmod" && x.t.Lower(c) == "where" && c < v {
			o := x.t.Head(v)
			if mention := x.who.At(o); mention != nil && mention.Place >= 0 && o < c {
				return arg{tok: o, ent: mention.Place}
			}
		}
	}
	return arg{tok: -1, ent: -1}
}

// placeInFront is the town or building that opens the sentence of verb v, behind
// "in" or "at"; without an entity where none does.
func (x *reading) placeInFront(v int) arg {
	none := arg{tok: -1, ent: -1}
	for _, k := range x.t.Kids(v) {
		p := int(k)
		if p > v || x.t.Dep(p) != "prep" || x.t.Lower(p) != "in" && x.t.Lower(p) != "at" && x.t.Lower(p) != "during" {
			continue
		}
		o := x.t.Child(p, "pobj")
		if o < 0 {
			continue
		}
		if strings.Contains(floors, " "+x.t.Lemma(o)+" ") {
			for _, q := range x.t.Preps(o, "in", "at") {
				if mention := x.who.At(q); mention != nil && mention.Place >= 0 && known(&x.who.Entities[mention.Place].Ref) {
					return arg{tok: q, ent: mention.Place}
				}
			}
		}
		if mention := x.who.At(o); mention != nil && mention.Place >= 0 && o == p+1 && known(&x.who.Entities[mention.Place].Ref) {
			return arg{tok: o, ent: mention.Place}
		}
	}
	return none
}

// floors are what people speak at.
const floors = " conference briefing interview speech address rally ceremony reception banquet dinner lunch breakfast lecture sermon mass funeral parade stopover stop ball "

// known tells of a place that it is one of which more is known than that it was
// taken for one.
func known(r *graph.Ref) bool { return r.Kind == graph.Place && r.Country != "" }

// serves tells whether a person holds an office of an organization that is no
// country's: it can be at home in any of its seats, and meets people there.
func (x *reading) serves(person int) bool {
	return slices.ContainsFunc(x.who.Offices, func(o actors.Office) bool {
		return o.Person == person && !o.Former && o.Body >= 0 && x.who.Entities[o.Body].Ref.Kind == graph.Organization && x.who.Entities[o.Body].Ref.Country == "" && x.publicBody(o.Body)
	})
}
