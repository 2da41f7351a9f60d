package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// publicShare is the share of an article's mentions of actors that must be
// political for the article to be one on public affairs.
const publicShare = 0.5

// plausible tells whether an edge is one of public affairs: sport and
// business use the same verbs ("refused to yield", "meet in the final"). In
// an article on public affairs everybody named may act; elsewhere an end must
// be a country, an office holder, or a body that acts in politics.
func (x *reading) plausible(r graph.Relation, s, t arg) bool {
	return x.publicAffairs() && (x.famous(s) || x.collective(s)) && !forceful(r) || x.political(s) || t.ent >= 0 && x.political(t) ||
		forceful(r) && t.ent >= 0 && x.ref(t).Kind == graph.Place
}

// collective tells whether an argument is a nameless body of people ("Jewish
// organisations"), which speaks for itself where others are quoted on
// public affairs.
func (x *reading) collective(a arg) bool {
	return a.ent >= 0 && x.who.Entities[a.ent].Generic && x.who.Entities[a.ent].Ref.Kind == graph.Organization
}

// forceful relations are done by states and armed groups, and only figures of
// speech let others do them to a phrase.
func forceful(r graph.Relation) bool {
	return r == graph.Attacked || r == graph.Seized || r == graph.Sanctioned
}

// famous tells whether an argument is a person with a name: unlike clubs and
// firms, people in the news of public affairs are part of them.
func (x *reading) famous(a arg) bool {
	e := a.ent
	return e >= 0 && !x.who.Entities[e].Generic && !x.who.Entities[e].Voice && x.who.Entities[e].Ref.Kind == graph.Person
}

// publicAffairs tells whether the article is one on public affairs, by the
// share of its mentions of actors that are political.
func (x *reading) publicAffairs() bool {
	if x.topic == 0 {
		all, public := 0, 0
		for i := range x.who.Mentions {
			m := &x.who.Mentions[i]
			if m.Actor < 0 || m.Form != actors.Name {
				continue
			}
			all++
			if x.political(arg{tok: m.Head, ent: m.Actor}) {
				public++
			}
		}
		x.topic = 1
		if float64(public) >= publicShare*float64(all) {
			x.topic = 2
		}
	}
	return x.topic == 2
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
			return x.official(a.tok)
		}
		return x.publicBody(a.ent)
	case graph.Person:
		if e.Generic {
			return x.official(a.tok)
		}
		if e.Entry != nil {
			return true
		}
		return slices.ContainsFunc(x.who.Offices, func(o actors.Office) bool { return o.Person == a.ent && (o.Body < 0 || x.publicBody(o.Body)) })
	default: // places, meetings and proposals do not act
		return false
	}
}

// publicBody tells whether a country or an organization acts in politics.
func (x *reading) publicBody(ent int) bool {
	e := &x.who.Entities[ent]
	if e.Ref.Kind == graph.Country {
		return true
	}
	if e.Entry == nil {
		if e.Ref.Type != "" {
			return e.Ref.Type != "media" && e.Ref.Type != "company"
		}
		return slices.ContainsFunc(strings.Fields(strings.ToLower(e.Ref.Name)), func(w string) bool { return x.things.Bodies[w] })
	}
	return e.Entry.Kind == kb.Organization && e.Ref.Type != "media" && e.Ref.Type != "company"
}

// official tells whether token i names somebody who acts in politics by what
// he is: a noun of lexicon/things.yaml, or a name that is one in the plural.
func (x *reading) official(i int) bool {
	w := x.t.Lower(i)
	return x.things.Officials[x.t.Lemma(i)] || x.things.Officials[w] || x.things.Officials[strings.TrimSuffix(w, "s")]
}
