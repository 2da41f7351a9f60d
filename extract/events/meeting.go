package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// sighting is one mention of a meeting.
type sighting struct {
	m   *match
	who []arg
	// sides numbers the argument path that each of who stands at.
	sides  []int
	status graph.Status
	// refused: an actor will not have it; another rule says who.
	refused bool
	// idle: "have not met since" tells of no event.
	idle  bool
	place int // entity, or -1
	date  graph.Date
	call  bool
}

// meeting is one meeting of the article, with its sightings.
type meeting struct {
	id    string
	name  string
	typ   string
	call  bool
	who   []int // entities
	place int
	date  graph.Date
	seen  []sighting
	last  int // token of the last sighting
}

// gather finds the meetings of the article: sightings that agree in
// participants, mode, place, date and reality are one.
func (x *reading) gather(matches []match) {
	var open []sighting
	for i := range matches {
		m := &matches[i]
		if len(m.rule.participants) == 0 || m.rule.Relation == graph.AgreedWith || !x.met(m, m.rule.needs) || x.question(m.head) {
			continue
		}
		s := x.sight(m)
		if s.idle {
			continue
		}
		if len(s.who) >= 2 && !x.publicAffairs() && !slices.ContainsFunc(s.who, x.political) {
			continue
		}
		if m.rule.Joins {
			x.join(&s)
			continue
		}
		if len(s.who) < 2 {
			if k := x.anaphor(&s); k >= 0 {
				x.byTrigger[m.head] = k
				x.found[k].last = m.head
				x.found[k].narrow(&s)
			} else {
				open = append(open, s)
			}
			continue
		}
		x.enter(&s)
	}
	x.infer(open)
}

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

// join adds those who came along ("Trump was joined by Rubio") to the last
// meeting that one of them takes part in; without one they only came along.
func (x *reading) join(s *sighting) {
	best := -1
	for k := range x.found {
		g := &x.found[k]
		if slices.ContainsFunc(s.who, func(a arg) bool { return slices.Contains(g.who, a.ent) }) && !g.call && (best < 0 || g.last > x.found[best].last) {
			best = k
		}
	}
	if best < 0 {
		return
	}
	g := &x.found[best]
	if !alike(g.seen[0].status, s.status) { // "were to have joined" did not
		return
	}
	s.status = g.seen[0].status
	for _, a := range s.who {
		if !slices.Contains(g.who, a.ent) {
			g.who = append(g.who, a.ent)
		}
	}
	g.seen = append(g.seen, *s)
	x.byTrigger[s.m.head] = best
}

// enter puts a sighting into the meeting that it agrees with, or a new one.
func (x *reading) enter(s *sighting) {
	best := -1
	for k := range x.found {
		if x.agrees(&x.found[k], s) {
			best = k
		}
	}
	if best < 0 {
		best = len(x.found)
		x.found = append(x.found, meeting{place: -1, call: s.call})
	}
	g := &x.found[best]
	for _, a := range s.who {
		if !slices.Contains(g.who, a.ent) {
			g.who = append(g.who, a.ent)
		}
	}
	g.narrow(s)
	g.seen = append(g.seen, *s)
	g.last = s.m.head
	if g.typ == "" || s.m.rule.Type != "" {
		g.typ = s.m.rule.Type
	}
	x.byTrigger[s.m.head] = best
}

func (g *meeting) narrow(s *sighting) {
	if g.place < 0 {
		g.place = s.place
	}
	if g.date == "" {
		g.date = s.date
	}
}

// agrees tells whether a sighting can be of meeting g.
func (x *reading) agrees(g *meeting, s *sighting) bool {
	if g.call != s.call {
		return false
	}
	shared := 0
	for _, a := range s.who {
		if slices.Contains(g.who, a.ent) {
			shared++
		}
	}
	if shared < 2 || shared < min(len(g.who), len(s.who)) {
		return false
	}
	for i := range g.seen {
		if !alike(g.seen[i].status, s.status) {
			return false
		}
	}
	if g.place >= 0 && s.place >= 0 && g.place != s.place && !x.inside(g.place, s.place) {
		return false
	}
	return g.date == "" || s.date == "" || g.date.Overlaps(s.date)
}

// inside tells whether one place is the country of the other.
func (x *reading) inside(a, b int) bool {
	p, q := x.who.Entities[a].Ref, x.who.Entities[b].Ref
	return p.Kind == graph.Country && q.Country == p.Country || q.Kind == graph.Country && p.Country == q.Country
}

// alike tells whether two statuses can be of one meeting in one article.
func alike(a, b graph.Status) bool {
	done := func(s graph.Status) bool { return s == graph.Occurred }
	dead := func(s graph.Status) bool { return s == graph.Cancelled || s == graph.Denied }
	return done(a) == done(b) && dead(a) == dead(b)
}

// anaphor finds the meeting that "the summit" refers to: the last one, of
// those that its single participant, if any, took part in.
func (x *reading) anaphor(s *sighting) int {
	if s.m.pos != 'n' || x.meetings.Vague[x.t.Lemma(s.m.head)] && !x.definite(s.m.head) {
		return -1
	}
	best := -1
	for k := range x.found {
		g := &x.found[k]
		if len(s.who) == 1 && !slices.Contains(g.who, s.who[0].ent) || g.call != s.call {
			continue
		}
		if s.place >= 0 && !x.sameSpot(g.place, s.place) {
			continue
		}
		if best < 0 || g.last > x.found[best].last {
			best = k
		}
	}
	return best
}

// sameSpot tells whether a meeting at place g can be one at place s: the same
// place, or none yet while no other meeting of the article is at s.
func (x *reading) sameSpot(g, s int) bool {
	if g >= 0 {
		return g == s || x.inside(g, s)
	}
	return !slices.ContainsFunc(x.found, func(m meeting) bool { return m.place >= 0 && (m.place == s || x.inside(m.place, s)) })
}

func (x *reading) definite(n int) bool {
	for _, k := range x.t.Kids(n) {
		switch x.t.Dep(int(k)) {
		case "det":
			switch x.t.Lower(int(k)) {
			case "the", "this", "that", "these", "those":
				return true
			}
		case "poss":
			return true
		}
	}
	return false
}

// sight reads one mention of a meeting.
func (x *reading) sight(m *match) sighting {
	s := sighting{m: m, place: x.whereabouts(m), call: m.rule.Mode == "call" || m.rule.Relation == graph.SpokeWith || x.distant(m)}
	s.who, s.sides = x.participants(m)
	re := x.reality(m)
	s.status, s.refused = re.status, re.refused
	if re.negated && x.perfect(m.pred()) || m.rule.Status != "" && (re.negated || re.hypothetical) {
		s.idle = true
	}
	if re.negated {
		s.status = graph.Denied
	} else if re.hypothetical && s.status == graph.Occurred {
		s.status = graph.Tentative
	}
	s.date = x.when(m)
	if s.status == graph.Occurred && x.future(s.date) {
		s.status = graph.Planned
	}
	return s
}

// perfect tells whether verb v is in the perfect: "has not met".
func (x *reading) perfect(v int) bool { return x.hasAux(v, "have") }

// distant tells that talks were held by telephone or video.
func (x *reading) distant(m *match) bool {
	for _, h := range m.heads() {
		for _, p := range x.t.Preps(h, "by", "over", "via", "on", "through") {
			switch x.t.Lemma(p) {
			case "telephone", "phone", "video", "videolink", "video-link", "link", "videoconference", "zoom", "teleconference", "hotline", "skype":
				return true
			}
		}
		for _, k := range x.t.Kids(h) {
			switch w := x.t.Lower(int(k)); w {
			case "phone", "telephone", "video", "virtual", "telephonic", "online", "virtually", "remote":
				return true
			}
		}
	}
	return false
}

// participants are the actors at the rule's paths, in order, each once; for a
// noun with one side only, the other is who the clause around it is about.
func (x *reading) participants(m *match) (out []arg, sides []int) {
	side := 0
	add := func(list []arg) {
		for _, a := range list {
			if x.canMeet(m.rule, a) && (m.rule.admits(x.ref(a).Kind) || m.rule.admits(graph.Person) && x.people(a.tok)) && !slices.ContainsFunc(out, func(b arg) bool { return a.ent == b.ent }) {
				out = append(out, a)
				sides = append(sides, side)
			}
		}
		side++
	}
	for _, p := range m.rule.participants {
		if len(out) > 0 && p.step == "subject" && m.pos == 'n' && m.light < 0 {
			continue // "between X and Y" says it all
		}
		if p.step == "subject" && m.pos == 'n' {
			add(x.compounds(m.head))
		}
		add(x.eval(m, p))
	}
	if m.pos == 'n' && len(out) == 1 && m.rule.Relation != graph.AgreedWith && len(x.preps(m, []string{"with", "between"})) > 0 {
		add(x.around(m, out[0]))
	}
	return out, sides
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
	if e.Ref.Type == "media" || e.Ref.Kind == graph.Place {
		return false
	}
	if e.Generic && r.Named {
		return false
	}
	if e.Generic && x.meetings.Crowds[x.t.Lemma(a.tok)] {
		return false
	}
	return e.Ref.Kind == graph.Person || e.Ref.Kind == graph.Country || e.Ref.Kind == graph.Organization
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
		mention := x.who.At(i)
		if mention == nil || mention.Actor < 0 {
			continue
		}
		if mention.Place >= 0 && x.who.Entities[mention.Place].Ref.Kind == graph.Place {
			continue
		}
		out = append(out, arg{tok: i, ent: mention.Actor})
	}
	slices.Reverse(out)
	return out
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
		if x.t.Verb(h) && x.t.Dep(at) != "nsubj" && x.t.Dep(at) != "nsubjpass" {
			if l := x.t.Lemma(h); x.t.Dep(at) == "dobj" && !x.status.governs(l) && x.t.LightVerb(m.head) != h {
				return nil // "supports a summit with X" takes no part in it
			}
			var out []arg
			for _, s := range x.t.Surface(h) {
				for _, a := range x.actors(s) {
					if a.ent != other.ent {
						out = append(out, a)
					}
				}
			}
			return out
		}
		if x.t.Noun(h) && x.t.Dep(at) != "conj" { // "a request for talks with X": whose request?
			if own := x.t.OwnAgents(h); len(own) > 0 {
				var out []arg
				for _, o := range own {
					for _, a := range x.actors(o) {
						if a.ent != other.ent {
							out = append(out, a)
						}
					}
				}
				return out
			}
		}
		at = h
	}
	return nil
}

// whereabouts is the place of a meeting: "in Alaska", "the Geneva talks".
func (x *reading) whereabouts(m *match) int {
	if m.pos == 'n' {
		for i := m.head - 1; i >= 0 && x.t.Within(i, m.head); i-- {
			if mention := x.who.At(i); mention != nil && mention.Place >= 0 && x.t.Dep(i) != "poss" && mention.Actor != mention.Place {
				return mention.Place
			}
		}
	}
	heads := m.heads()
	if h := x.t.Head(m.head); m.pos == 'n' && x.t.Verb(h) {
		heads = append(heads, h)
	}
	for _, h := range heads {
		for _, p := range x.t.Preps(h, "in", "at", "on") {
			if a := x.place(p); len(a) > 0 {
				return a[0].ent
			}
		}
	}
	return -1
}

// emitMeetings makes the statements of every meeting: who attended, and who
// met whom.
func (x *reading) emitMeetings() {
	for k := range x.found {
		g := &x.found[k]
		g.id = "meeting:" + graph.Hash(x.article.ID, "meeting", itoa(k))
		g.name = x.title(g)
	}
	for k := range x.found {
		g := &x.found[k]
		for i := range g.seen {
			x.emitSighting(g, &g.seen[i])
		}
	}
}

func (x *reading) emitSighting(g *meeting, s *sighting) {
	ref := g.ref()
	for _, a := range s.who {
		x.put(s.m, graph.Attended, s.status, x.ref(a), ref, g)
	}
	if s.refused {
		return
	}
	relation := graph.MetWith
	if s.call {
		relation = graph.SpokeWith
	}
	for i, a := range s.who {
		for j, b := range s.who[i+1:] {
			if !across(s.sides, i, i+1+j) {
				continue
			}
			x.put(s.m, relation, s.status, x.ref(a), x.ref(b), g)
		}
	}
}

func (g *meeting) ref() graph.Ref {
	return graph.Ref{ID: g.id, Kind: graph.Meeting, Name: g.name, Type: g.kind()}
}

func (g *meeting) kind() string {
	switch {
	case g.call:
		return "call"
	case g.typ != "":
		return g.typ
	}
	return "meeting"
}

// title names a meeting by its participants and place.
func (x *reading) title(g *meeting) string {
	name := g.kind() + " of "
	for i, e := range g.who {
		switch {
		case i > 0 && i == len(g.who)-1:
			name += " and "
		case i > 0:
			name += ", "
		}
		name += x.who.Entities[e].Ref.Name
	}
	if g.place >= 0 {
		name += " in " + x.who.Entities[g.place].Ref.Name
	}
	return name
}
