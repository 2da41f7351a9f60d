package events

import (
	"slices"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// plausible tells whether an edge is one of public affairs: sport and
// business use the same verbs ("refused to yield", "meet in the final"). An
// end must be a country, an office holder, or a body that acts in politics.
func (x *reading) plausible(s, t arg) bool {
	return x.political(s) || t.ent >= 0 && x.political(t)
}

func (x *reading) political(a arg) bool {
	if a.ent < 0 {
		return false
	}
	if x.public == nil {
		x.public = make([]int8, len(x.who.Entities))
	}
	if x.public[a.ent] == 0 {
		x.public[a.ent] = 1
		if x.decide(a) {
			x.public[a.ent] = 2
		}
	}
	return x.public[a.ent] == 2
}

func (x *reading) decide(a arg) bool {
	e := &x.who.Entities[a.ent]
	switch e.Ref.Kind {
	case graph.Country:
		return true
	case graph.Organization:
		if e.Generic {
			return x.things.Officials[x.t.Lemma(a.tok)]
		}
		return x.publicBody(a.ent)
	case graph.Person:
		if e.Generic {
			return x.things.Officials[x.t.Lemma(a.tok)]
		}
		if e.Entry != nil {
			return true
		}
		return slices.ContainsFunc(x.who.Offices, func(o actors.Office) bool { return o.Person == a.ent && (o.Body < 0 || x.publicBody(o.Body)) })
	}
	return false
}

// publicBody tells whether a country or an organization acts in politics.
func (x *reading) publicBody(ent int) bool {
	e := &x.who.Entities[ent]
	if e.Ref.Kind == graph.Country {
		return true
	}
	if e.Entry == nil {
		return e.Ref.Type != "" && e.Ref.Type != "media" && e.Ref.Type != "company"
	}
	return e.Entry.Kind == kb.Organization && e.Ref.Type != "media" && e.Ref.Type != "company"
}
