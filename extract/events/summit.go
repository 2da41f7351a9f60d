package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// heads is how many mentions make somebody a leader that an article is about.
const leading = 3

// oneParty are the states that the head of the ruling party leads.
var oneParty = map[string]bool{"SU": true, "CN": true, "VN": true, "KP": true, "CU": true, "LA": true, "DD": true}

// infer gives the summit that an article speaks of without ever saying who
// met ("the Vienna summit ended in discord") the two leaders whom the article
// names most, of two countries, where it tells of no other meeting of theirs.
func (x *reading) infer(open []sighting) {
	var pair []arg
	for i := range open {
		s := &open[i]
		summit := s.m.rule.Type == "summit"
		if s.m.pos != 'n' || len(s.who) == 1 || !summit && !x.general(s) {
			continue
		}
		if pair == nil {
			if pair = x.leaders(); len(pair) < 2 {
				return
			}
		}
		if s.status == graph.Occurred && x.awaited(pair) {
			continue
		}
		if !summit && (!x.inTitle(pair[0].ent) || !x.inTitle(pair[1].ent)) {
			continue
		}
		s.who, s.sides = []arg{{tok: s.m.head, ent: pair[0].ent}, {tok: s.m.head, ent: pair[1].ent}}, []int{0, 1}
		x.enter(s)
	}
}

// general tells that a sighting is of talks that the text takes for known: "the
// talks overran", "second day of talks".
func (x *reading) general(s *sighting) bool {
	n := s.m.head
	switch x.t.Lemma(n) {
	case "talk", "meeting", "session", "negotiation":
	default:
		return false
	}
	if s.m.light >= 0 || len(x.preps(s.m, []string{"with", "between", "among", "on", "about"})) > 0 || x.t.Child(n, "compound", "acl", "relcl") >= 0 {
		return false
	}
	switch h := x.t.Head(n); {
	case x.t.Dep(n) == "nsubj" && x.t.Verb(h):
		return x.meetings.Happens[x.t.Lemma(h)]
	case x.t.Dep(n) == "pobj" && x.t.Lower(h) == "of":
		switch x.t.Lemma(x.t.Head(h)) {
		case "day", "hour", "round", "night":
			return true
		}
	}
	return false
}

// awaited tells that the article has two meet only in days to come.
func (x *reading) awaited(pair []arg) bool {
	planned := false
	for k := range x.found {
		g := &x.found[k]
		if slices.Contains(g.who, pair[0].ent) && slices.Contains(g.who, pair[1].ent) {
			for i := range g.seen {
				if g.seen[i].status == graph.Occurred {
					return false
				}
				planned = planned || g.seen[i].status == graph.Planned || g.seen[i].status == graph.Tentative
			}
		}
	}
	return planned
}

// inTitle tells that the first words of the article name an entity: its headline,
// of which "Live:" may be split off.
func (x *reading) inTitle(e int) bool {
	return slices.ContainsFunc(x.who.Mentions, func(m actors.Mention) bool {
		return m.Actor == e && m.Form == actors.Name && x.t.Sent(m.Head) <= 1
	})
}

// leaders are the two heads of state or government of different countries
// that the article names most often.
func (x *reading) leaders() []arg {
	count := make([]int, len(x.who.Entities))
	for i := range x.who.Mentions {
		if a := x.who.Mentions[i].Actor; a >= 0 {
			count[a]++
		}
	}
	var out []arg
	for range 2 {
		best := -1
		for e := range count {
			if count[e] < leading || !x.leads(e) || best >= 0 && count[e] <= count[best] {
				continue
			}
			if len(out) > 0 && (e == out[0].ent || x.who.Entities[e].Ref.Country == x.who.Entities[out[0].ent].Ref.Country) {
				continue
			}
			best = e
		}
		if best < 0 {
			return nil
		}
		out = append(out, arg{ent: best})
	}
	return out
}

// leads tells whether an entity leads a state or a government at the article's
// date, by the knowledge base or the article.
func (x *reading) leads(e int) bool {
	ent := &x.who.Entities[e]
	if ent.Ref.Kind != graph.Person || ent.Generic || ent.Ref.Country == "" {
		return false
	}
	if ent.Entry != nil {
		day := string(x.article.Published)
		for _, o := range ent.Entry.Offices {
			if (o.Role == kb.HeadOfState || o.Role == kb.HeadOfGovernment || o.Role == kb.PartyLeader && oneParty[ent.Ref.Country]) && o.From != "" && o.From <= day && (o.To == "" || o.To >= day) {
				return true
			}
		}
	}
	office := strings.ToLower(ent.Ref.Office)
	return office == "president" || office == "prime minister" || office == "premier" || office == "chancellor" || office == "leader" || office == "general secretary"
}

// replies is how many sentences behind a question its answer may stand.
const replies = 4

// asked enters the meetings that the article only asks about: denied where the
// answer is that there is none, else possible where the question is about what may
// come ("Will Ek meet Lind?").
func (x *reading) asked(list, open []sighting) {
	for i := range list {
		s := &list[i]
		if len(s.who) != 2 || s.call || s.idle {
			continue
		}
		no := slices.ContainsFunc(open, func(o sighting) bool {
			d := x.t.Sent(o.m.head) - x.t.Sent(s.m.head)
			return d > 0 && d <= replies && o.status == graph.Denied && o.m.pos == 'n' && len(o.who) == 0
		})
		switch {
		case no:
			s.status = graph.Denied
		case s.m.pos == 'v' && x.modal(s.m.head, "will", "would", "could", "might", "may"):
			s.status = graph.Tentative
		default:
			continue
		}
		x.enter(s)
	}
}
