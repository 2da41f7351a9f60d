package events

import (
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

// remembered is how many sentences back a quarrel is remembered.
const remembered = 4

// quarrel is a hostile act between two actors.
type quarrel struct {
	tok, from, to int
}

// measure is what is done against somebody who is not named.
type measure struct {
	m        *match
	relation graph.Relation
	status   graph.Status
	sources  []arg
}

// aim makes statements of the measures against whom the article's quarrel turns
// out to be with.
func (x *reading) aim() {
	for _, a := range x.unaimed {
		for _, t := range x.arch(a.sources) {
			if len(a.m.rule.Kinds) > 0 && !slices.Contains(a.m.rule.Kinds, x.ref(t).Kind) {
				continue
			}
			for _, s := range a.sources {
				x.emit(a.m, a.relation, a.status, s, t)
			}
		}
	}
}

// hostile relations make a quarrel.
func hostile(r graph.Relation) bool {
	switch r {
	case graph.Sanctioned, graph.Accused, graph.Attacked, graph.Seized, graph.Warned:
		return true
	default:
		return false
	}
}

// foe is against whom a measure is taken that does not say so: the other side of
// the last quarrel told, of the subject or, for those who join in, of others:
// "Chad expelled the Libyan envoy. Libya [cut off aid]".
func (x *reading) foe(m *match) []arg {
	own := x.doers(m)
	if len(own) == 0 || x.aimed(m) {
		return nil
	}
	for _, q := range slices.Backward(x.quarrels) {
		if x.t.Sent(m.head)-x.t.Sent(q.tok) > remembered {
			break
		}
		from, to := arg{tok: q.tok, ent: q.from}, arg{tok: q.tok, ent: q.to}
		switch {
		case x.sideOf(own, from):
			return []arg{to}
		case x.sideOf(own, to):
			return []arg{from}
		default:
			return []arg{to}
		}
	}
	return x.arch(own)
}

// arch is who most quarrels of the article are with, or those of own side, where
// there are several.
func (x *reading) arch(own []arg) []arg {
	count := map[int]int{}
	best, most := -1, 1
	for _, q := range x.quarrels {
		from, to := arg{tok: q.tok, ent: q.from}, arg{tok: q.tok, ent: q.to}
		e := q.to
		if x.sideOf(own, to) {
			e = q.from
		}
		if x.sideOf(own, from) && x.sideOf(own, to) {
			continue
		}
		if count[e]++; count[e] > most {
			best, most = e, count[e]
		}
	}
	if best < 0 {
		return x.central(own)
	}
	return []arg{{tok: x.quarrels[0].tok, ent: best}}
}

// sideOf tells whether one of the arguments is entity a, or of its country.
func (x *reading) sideOf(list []arg, a arg) bool {
	for _, o := range list {
		if x.speaksFor(o.ent, a.ent) || x.speaksFor(a.ent, o.ent) {
			return true
		}
	}
	return false
}

// aimed tells that a measure says whom or what it is against.
func (x *reading) aimed(m *match) bool {
	for _, h := range append(m.heads(), x.t.Objects(m.head)...) {
		for _, o := range x.t.Preps(h, "to", "with", "for", "against", "on", "from", "in", "of", "between") {
			if !x.temporal(o) {
				return true
			}
		}
	}
	return false
}

// remember keeps what a statement of an act tells of a quarrel.
func (x *reading) remember(tok int, r graph.Relation, s, t arg) {
	if !hostile(r) || s.ent < 0 || t.ent < 0 || !x.political(s) || !x.political(t) {
		return
	}
	if k := x.ref(t).Kind; k != graph.Country && k != graph.Organization && k != graph.Person || x.who.Entities[t.ent].Generic {
		return
	}
	x.quarrels = append(x.quarrels, quarrel{tok: tok, from: x.homeOf(s.ent), to: x.homeOf(t.ent)})
}

// homeOf is the country that a person stands for, else the entity itself.
func (x *reading) homeOf(e int) int {
	r := &x.who.Entities[e].Ref
	if r.Kind != graph.Person || r.Country == "" {
		return e
	}
	if i := slices.IndexFunc(x.who.Entities, func(c actors.Entity) bool { return c.Ref.ID == graph.CountryID(r.Country) }); i >= 0 {
		return i
	}
	return e
}

// central is the country that an article names by far the most of all that are
// not own.
func (x *reading) central(own []arg) []arg {
	const often, far = 4, 2
	count := map[int]int{}
	best, second := -1, 0
	for i := range x.who.Mentions {
		e := x.who.Mentions[i].Actor
		if e < 0 || x.who.Entities[e].Ref.Kind != graph.Country || x.sideOf(own, arg{ent: e}) {
			continue
		}
		count[e]++
	}
	for e := range x.who.Entities {
		switch n := count[e]; {
		case best < 0 || n > count[best]:
			if best >= 0 {
				second = count[best]
			}
			best = e
		case n > second:
			second = n
		}
	}
	if best < 0 || count[best] < often || count[best] < far*second {
		return nil
	}
	return []arg{{tok: 0, ent: best}}
}
