package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// visitRule is how meetings are known that are told of as journeys only.
var visitRule = rule{ruleSpec: ruleSpec{Name: "meet/visit", Relation: graph.MetWith, Type: "visit", Confidence: 0.6}}

// passing are the rules for journeys that tell of no stay with anybody.
const passing = " visit/leave visit/from visit/through visit/step-off visit/doing visit/ceremony visit/attend visit/taken visit/ride visit/spend visit/reach visit/speaking visit/fresh visit/put visit/seen visit/tour-ended "

// visits makes meetings of the journeys of office holders to the government of
// another country, where the article tells of no meeting of theirs there: whoever
// "flies to Oslo on Monday" for a state is received there.
func (x *reading) visits(matches []match) {
	for i := range matches {
		m := &matches[i]
		if m.rule.Relation != graph.Visited || x.question(m.head) || x.t.Lemma(m.head) == "shuttle" {
			continue
		}
		brief := strings.Contains(passing, " "+m.rule.Name+" ")
		_, status, ok := x.verdict(m)
		if !ok || !x.met(m, m.rule.needs) {
			continue
		}
		if x.unfulfilled(m.pred()) {
			status = graph.Cancelled
		}
		for _, s := range x.sources(m) {
			for _, t := range x.first(m, m.rule.target) {
				if brief && !x.residence(t) {
					continue
				}
				x.visit(m, status, s, t)
			}
		}
	}
}

// visit enters the meeting of one traveller with whoever receives him.
func (x *reading) visit(m *match, status graph.Status, s, t arg) {
	if x.residence(t) && x.meetings.Seats[graph.Fold(x.ref(t).Name)] { // a parliament
		return
	}
	host := x.receives(t)
	if p := x.t.Head(t.tok); x.t.Dep(t.tok) == "pobj" && x.t.Head(p) != m.head && x.t.Noun(x.t.Head(p)) && x.things.Sites[x.t.Lemma(x.t.Head(p))] {
		return // "toured a hospital in Oslo"
	}
	if host < 0 || !x.inOffice(s.ent) || x.gathering(m.head) {
		return
	}
	if kind := x.who.Entities[host].Ref.Kind; kind == graph.Country && (x.t.Lemma(m.head) == "be" && !x.residence(t) || x.meetings.Seats[graph.Fold(x.ref(t).Name)]) {
		return // who is in a city, or where many bodies sit, may be there for others
	}
	if x.who.Entities[host].Ref.Kind == graph.Country && (status == graph.Planned && x.onward(m) || x.tours(m)) {
		return // who is there to receive him is not told
	}
	home, country := x.ref(s).Country, x.who.Entities[host].Ref.Country
	if home == "" || home == country || host == s.ent || x.metIn(s.ent, host, t, status) {
		return
	}
	v := *m
	v.rule = &visitRule
	x.enter(&sighting{m: &v, who: []arg{s, {tok: t.tok, ent: host}}, sides: []int{0, 1}, status: status, place: t.ent, date: x.when(m)})
}

// onward tells that a journey is a leg of a longer one, or that somebody is awaited by
// nobody in particular: "goes on to Oslo", "is due in Oslo".
func (x *reading) onward(m *match) bool {
	switch x.t.Lemma(m.head) {
	case "go", "continue", "proceed", "head":
		return true
	}
	return strings.Contains(awaited, " "+m.rule.Name+" ")
}

// awaited are the rules for who is expected at a place.
const awaited = " visit/be-due visit/expected visit/expected-here visit/be-off visit/lead "

// tours tells that a journey goes to several places; who "leaves for" several sets
// out to see somebody at each.
func (x *reading) tours(m *match) bool {
	return x.t.Lemma(m.head) != "leave" && len(x.first(m, m.rule.target)) > 1
}

// receives is who receives visitors at a place: in a residence the leader whom
// the article names, in a capital or a country its state; -1 elsewhere.
func (x *reading) receives(t arg) int {
	e := &x.who.Entities[t.ent]
	if e.Ref.Kind == graph.Country {
		return t.ent
	}
	residence := x.residence(t)
	host, country := -1, ""
	if mention := x.who.At(t.tok); mention != nil && mention.Actor >= 0 && x.who.Entities[mention.Actor].Ref.Kind == graph.Country {
		host, country = mention.Actor, x.who.Entities[mention.Actor].Ref.Country
	} else if residence {
		country = e.Ref.Country
	}
	if country == "" {
		return -1
	}
	alone, leaders := -1, 0
	for p := range x.who.Entities {
		if x.who.Entities[p].Ref.Country == country && x.leads(p) {
			if x.inSentence(p, t.tok) {
				return p
			}
			alone = p
			leaders++
		}
	}
	if residence && leaders == 1 {
		return alone
	}
	return host
}

// residence tells that a place is a seat of power, where one goes to see somebody.
func (x *reading) residence(t arg) bool {
	if t.ent < 0 {
		return false
	}
	e := x.who.Entities[t.ent].Entry
	return e != nil && (e.Type == "residence" || e.Type == "building")
}

// inSentence tells that the sentence of token i names an entity before it.
func (x *reading) inSentence(e, i int) bool {
	return slices.ContainsFunc(x.who.Mentions, func(m actors.Mention) bool {
		return m.Actor == e && m.Form == actors.Name && m.Head < i && x.t.Sent(m.Head) == x.t.Sent(i)
	})
}

// inOffice tells whether a person holds an office at the article's date, by the
// article or the knowledge base.
func (x *reading) inOffice(e int) bool {
	ent := &x.who.Entities[e]
	if ent.Ref.Kind != graph.Person || ent.Generic || ent.Voice {
		return false
	}
	for i := range x.who.Offices {
		if o := &x.who.Offices[i]; o.Person == e && !o.Former && (o.Body < 0 || !partisan[x.who.Entities[o.Body].Ref.Type]) {
			return !strings.Contains(strings.ToLower(o.Title), "ambassador") // who goes to his post
		}
	}
	if ent.Entry == nil {
		return false
	}
	day := string(x.article.Published)
	for _, o := range ent.Entry.Offices {
		if o.Role != kb.Ambassador && (o.Role != kb.PartyLeader || oneParty[ent.Ref.Country]) && o.From != "" && o.From <= day && (o.To == "" || o.To >= day) {
			return true
		}
	}
	return false
}

// partisan are kinds of bodies whose officers do not travel for a state.
var partisan = map[string]bool{"party": true, "armed-group": true, "movement": true, "company": true, "ngo": true, "media": true}

// gathering tells that the words around token i are about something that many
// travel to, where hosts and guests are not the two who meet.
func (x *reading) gathering(i int) bool {
	const near = 4
	for j := i; j >= max(i-near, 0) && x.t.Sent(j) == x.t.Sent(i); j-- {
		if x.crowdy(j) {
			return true
		}
	}
	for j := i; j < len(x.doc.Tokens) && x.t.Sent(j) == x.t.Sent(i); j++ {
		if x.crowdy(j) {
			return true
		}
	}
	return false
}

func (x *reading) crowdy(i int) bool {
	switch x.t.Lemma(i) {
	case "summit", "conference", "assembly", "forum", "congress", "ceremony", "funeral", "wedding", "convention", "coronation", "inauguration", "games", "session", "holiday":
		return true
	}
	return false
}

// metIn tells whether the article tells of a meeting of a person with a host, where
// the host is a country with anybody of it or there.
func (x *reading) metIn(person, host int, t arg, status graph.Status) bool {
	place := t.ent
	country := x.who.Entities[host].Ref.Country
	return slices.ContainsFunc(x.found, func(g meeting) bool {
		if !slices.Contains(g.who, person) || !slices.ContainsFunc(g.seen, func(s sighting) bool {
			return s.status != graph.Denied && !s.refused && (status != graph.Occurred || s.status != graph.Tentative)
		}) {
			return false
		}
		if x.who.Entities[host].Ref.Kind == graph.Person {
			return slices.Contains(g.who, host) || x.t.Sent(g.last) == x.t.Sent(t.tok) && slices.ContainsFunc(g.who, func(e int) bool { return e != person && x.who.Entities[e].Ref.Country == country })
		}
		if g.place >= 0 && (g.place == place || x.inside(g.place, place) || x.who.Entities[g.place].Ref.Country == country) {
			return true
		}
		return slices.ContainsFunc(g.who, func(e int) bool { return e != person && x.who.Entities[e].Ref.Country == country })
	})
}

// apart tells that a line of the text ends between two tokens.
func (x *reading) apart(i, j int) bool {
	return i < j && strings.Contains(x.doc.Text[x.doc.Tokens[i].End:x.doc.Tokens[j].Start], "\n")
}

// journeys tells of people who met abroad, "Lee met Ek in Oslo", that they went
// there, where the text does not say so itself.
func (x *reading) journeys() {
	for k := range x.found {
		for i := range x.found[k].seen {
			x.journeyTo(&x.found[k].seen[i])
		}
	}
}

// asides tells of people that the text puts somewhere in passing: "Lee, now in Oslo,
// said".
func (x *reading) asides() {
	for i := range x.who.Mentions {
		m := &x.who.Mentions[i]
		if m.Form != actors.Name || m.Actor < 0 || x.who.Entities[m.Actor].Voice || x.who.Entities[m.Actor].Generic || x.who.Entities[m.Actor].Ref.Kind != graph.Person {
			continue
		}
		s := arg{tok: m.Head, ent: m.Actor}
		for _, p := range x.asidePlaces(m.Head) {
			for _, t := range x.place(p) {
				if x.ref(s).Country != "" && !x.atHome(s, t) {
					x.put(&match{rule: &asideRule, head: p, last: p, light: -1, pos: 'v'}, graph.Visited, graph.Occurred, x.ref(s), x.ref(t), nil)
				}
			}
		}
	}
}

// asidePlaces are where name n is put between commas.
func (x *reading) asidePlaces(n int) []int {
	var out []int
	for _, k := range x.t.Kids(n) {
		p := int(k)
		if w := x.t.Lower(p); x.t.Dep(p) == "prep" && p > n && (w == "in" || w == "at") && (x.t.Lower(p-1) == "," || x.t.Lower(p-1) == "now") {
			out = append(out, x.t.PrepObjects(p)...)
		}
	}
	return out
}

// asideRule is how journeys are known that are told of in passing.
var asideRule = rule{ruleSpec: ruleSpec{Name: "visit/aside", Relation: graph.Visited, Confidence: 0.7}}

// journeyTo tells of the people of one sighting that they went to its place.
func (x *reading) journeyTo(s *sighting) {
	if s.place < 0 || s.call || s.refused || s.status != graph.Occurred && s.status != graph.Planned || s.m.rule == &visitRule {
		return
	}
	place := x.who.Entities[s.place].Ref
	if place.Kind == graph.Place && place.Country == "" {
		return
	}
	for _, a := range s.who {
		if r := x.ref(a); r.Kind == graph.Person && r.Country != "" && !x.who.Entities[a.ent].Generic && !x.atHome(a, arg{tok: -1, ent: s.place}) && !x.serves(a.ent) {
			x.put(s.m, graph.Visited, s.status, r, place, nil)
		}
	}
}
