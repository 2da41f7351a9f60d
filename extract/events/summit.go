package events

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// heads is how many mentions make somebody a leader that an article is about.
const leading = 3

// infer gives the summit that an article speaks of without ever saying who
// met ("the Vienna summit ended in discord") the two leaders whom the article
// names most, of two countries, where it tells of no other meeting of theirs.
func (x *reading) infer(open []sighting) {
	var pair []arg
	for i := range open {
		s := &open[i]
		if s.m.rule.Type != "summit" || len(s.who) == 1 {
			continue
		}
		if pair == nil {
			if pair = x.leaders(); len(pair) < 2 {
				return
			}
		}
		s.who, s.sides = []arg{{tok: s.m.head, ent: pair[0].ent}, {tok: s.m.head, ent: pair[1].ent}}, []int{0, 1}
		x.enter(s)
	}
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
			if (o.Role == kb.HeadOfState || o.Role == kb.HeadOfGovernment) && o.From != "" && o.From <= day && (o.To == "" || o.To >= day) {
				return true
			}
		}
	}
	office := strings.ToLower(ent.Ref.Office)
	return office == "president" || office == "prime minister" || office == "chancellor" || office == "leader" || office == "general secretary"
}
