package events

import (
	"slices"
	"strings"

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
	var open, asked, joining []sighting
	for i := range matches {
		m := &matches[i]
		if len(m.rule.participants) == 0 || m.rule.Relation == graph.AgreedWith || !x.met(m, m.rule.needs) {
			continue
		}
		s := x.sight(m)
		if x.question(m.head) {
			asked = append(asked, s)
			continue
		}
		switch {
		case x.noMeeting(&s):
		case m.rule.Joins:
			joining = append(joining, s)
		case len(s.who) >= 2:
			x.enter(&s)
		default:
			if k := x.anaphor(&s); k >= 0 {
				x.byTrigger[m.head] = k
				x.found[k].last = m.head
				x.found[k].narrow(&s)
			} else {
				open = append(open, s)
			}
		}
	}
	for i := range joining {
		x.join(&joining[i], open)
	}
	x.callRolls(x.rollCalls(), open)
	x.asked(asked, open)
	x.infer(open)
	x.visits(matches)
}

// noMeeting tells that a sighting is none: nothing happened, nobody in politics, or a
// word that tells of a meeting only abroad.
func (x *reading) noMeeting(s *sighting) bool {
	if m := s.m; m.pos == 'n' && x.t.Lemma(m.head) == "contact" && x.t.Tag(m.head) != "NNS" { // a law against contact
		return true
	}
	if s.idle || len(s.who) >= 2 && !x.publicAffairs() && !slices.ContainsFunc(s.who, x.political) {
		return true
	}
	return s.m.rule.Abroad && (s.place < 0 || len(s.who) < 2 || x.atHome(s.who[0], arg{tok: -1, ent: s.place}))
}

// join adds those who came along ("Trump was joined by Rubio") to the last
// meeting that one of them takes part in; without one they only came along.
func (x *reading) join(s *sighting, open []sighting) {
	best := x.joined(s)
	if o := x.t.Child(s.m.head, "dobj"); best < 0 && len(s.who) == 1 && s.m.pos == 'v' && o >= 0 && (x.t.Lower(o) == "it" || x.t.Lower(o) == "them") {
		if u := x.unfilled(s, open); u != nil { // "Lee convened a call. Ek joined it"
			u.who, u.sides = append(u.who, s.who...), append(u.sides, 1)
			x.enter(u)
			return
		}
	}
	if best < 0 {
		if o := x.attendedAt(s.m.head); len(s.who) > 1 && o >= 0 { // "the talks were attended by X and Y"
			x.enter(s)
		}
		return
	}
	x.attach(best, s)
}

// attendedAt is the meeting noun that verb v says somebody attends, or -1.
func (x *reading) attendedAt(v int) int {
	for _, o := range x.t.Objects(v) {
		if x.meetings.Nouns[x.t.Lemma(o)] {
			return o
		}
	}
	return -1
}

// attach adds those of a sighting to meeting best.
func (x *reading) attach(best int, s *sighting) {
	g := &x.found[best]
	if s.status == graph.Denied || !alike(g.seen[0].status, s.status) { // "were to have joined" did not
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

// attended is how many sentences back a meeting may be that somebody merely
// turns up at ("Ek sat in").
const attended = 2

// joined finds the meeting that those of a sighting came along to: the last one
// that one of them takes part in or, where the rule names nobody whom they joined,
// the one that the text has just told of or that the verb's object is; -1 for none.
func (x *reading) joined(s *sighting) int {
	alone := len(s.m.rule.participants) == 1
	if alone {
		if o := x.t.Child(s.m.head, "dobj"); o >= 0 {
			return x.meetingAt(o)
		}
	}
	best := -1
	for k := range x.found {
		g := &x.found[k]
		last := g.before(s.m.head, x)
		if g.call != s.call || last < 0 || best >= 0 && last <= x.found[best].before(s.m.head, x) {
			continue
		}
		if alone && x.t.Sent(s.m.head)-x.t.Sent(last) <= attended || slices.ContainsFunc(s.who, func(a arg) bool { return slices.Contains(g.who, a.ent) }) {
			best = k
		}
	}
	return best
}

// before is the last token up to the end of the sentence of token i at which the
// text speaks of meeting g, or -1.
func (g *meeting) before(i int, x *reading) int {
	last := -1
	if x.t.Sent(g.last) <= x.t.Sent(i) {
		last = g.last
	}
	for k := range g.seen {
		if h := g.seen[k].m.head; x.t.Sent(h) <= x.t.Sent(i) && h > last {
			last = h
		}
	}
	return last
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
	best, coming := -1, x.coming(s.m.head)
	for k := range x.found {
		g := &x.found[k]
		if len(s.who) == 1 && !slices.Contains(g.who, s.who[0].ent) || g.call != s.call {
			continue
		}
		if s.place >= 0 && !x.sameSpot(g.place, s.place) || coming && slices.ContainsFunc(g.seen, func(b sighting) bool { return b.status == graph.Occurred }) {
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

// coming tells that a noun is of something that is still to be: "the next summit".
func (x *reading) coming(n int) bool {
	a := x.t.Child(n, "amod")
	return a >= 0 && x.t.Lower(a) == "next"
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
	x.settle(&s)
	s.date = x.when(m)
	if s.status == graph.Occurred && x.future(s.date) {
		if x.past(m.pred()) { // "By Sunday he was sitting down with Ek" is no date to come
			s.date = ""
		} else {
			s.status = graph.Planned
		}
	}
	return s
}

// settle finds how real a sighting is.
func (x *reading) settle(s *sighting) {
	m := s.m
	re := x.reality(m)
	if re.negated && m.pos == 'n' && x.ordinal(m.head) { // "not their first meeting"
		re.negated = false
	}
	s.status, s.refused = re.status, re.refused || x.willNot(m.pred())
	s.idle = re.negated && x.t.Negated(m.pred()) && x.perfect(m.pred()) && !x.disowned(m.pred()) || m.rule.Status != "" && (re.negated || re.hypothetical)
	switch {
	case re.negated:
		s.status = graph.Denied
	case re.hypothetical && s.status == graph.Occurred:
		s.status = graph.Tentative
	}
	switch v := x.predicative(m.head); {
	case m.rule.presupposes() && (s.status == graph.Tentative || s.status == graph.Denied):
		s.status = graph.Occurred // who urges his host to do something is with him
	case m.rule.Abroad && x.tried(m.head):
		s.status, s.refused = graph.Occurred, false
	case v >= 0 && s.status == graph.Occurred && x.modal(v, "will", "shall", "'ll", "’ll"):
		s.status = graph.Planned
	}
	if m.pos == 'n' && x.missed(m.head) || x.unfulfilled(m.pred()) && s.status != graph.Denied {
		s.status = graph.Cancelled
	}
}

// disowned tells that somebody says of verb v that it was not so: "said that he had
// not met Ek", but not "had not met Ek before".
func (x *reading) disowned(v int) bool {
	if x.t.Dep(v) != "ccomp" || !x.status.Speech[x.t.Lemma(x.t.Head(v))] {
		return false
	}
	for i := v; i < len(x.doc.Tokens) && x.t.Sent(i) == x.t.Sent(v); i++ {
		switch x.t.Lower(i) {
		case "before", "since", "yet", "until", "previously":
			return false
		}
	}
	return true
}

// ordinal tells that noun n is what something is said not to be the first of.
func (x *reading) ordinal(n int) bool {
	if x.t.Dep(n) != "attr" || x.t.Negated(n) && x.t.Child(n, "neg") < 0 {
		return false
	}
	for _, k := range x.t.Kids(n) {
		switch x.t.Lower(int(k)) {
		case "first", "last", "only", "second", "final":
			return true
		}
	}
	return false
}

// missed tells that somebody "failed to show up for" or "did not turn up at" a
// meeting.
func (x *reading) missed(n int) bool {
	p := x.t.Head(n)
	if d := x.t.Lower(p); d != "for" && d != "at" || x.t.Dep(n) != "pobj" {
		return false
	}
	v := x.t.Head(p)
	if l := x.t.Lemma(v); !x.particle(v, "up") || l != "show" && l != "turn" {
		return false
	}
	return x.t.Negated(v) || x.t.Dep(v) == "xcomp" && x.t.Lemma(x.t.Head(v)) == "fail"
}

// past tells that verb v is in the past.
func (x *reading) past(v int) bool {
	if !x.t.Verb(v) {
		return false
	}
	for _, k := range x.t.Kids(v) {
		if d := x.t.Dep(int(k)); d == "aux" || d == "auxpass" {
			return x.t.Tag(int(k)) == "VBD"
		}
	}
	return x.t.Tag(v) == "VBD"
}

// tried tells that verb v is what somebody failed or tried to do in the past: he was
// there all the same.
func (x *reading) tried(v int) bool {
	h := x.t.Head(v)
	if x.t.Dep(v) != "xcomp" || x.t.Tag(h) != "VBD" {
		return false
	}
	switch x.t.Lemma(h) {
	case "fail", "try", "seek", "attempt", "manage", "struggle":
		return true
	}
	return false
}

// predicative is the verb of which the noun that infinitive v belongs to is the
// predicate: "[will be] the first premier to see Ek"; -1 for none.
func (x *reading) predicative(v int) int {
	n := x.t.Head(v)
	if d := x.t.Dep(v); d != "relcl" && d != "acl" && d != "advcl" || !x.infinitive(v) {
		return -1
	}
	if x.t.Lemma(n) == "be" {
		return n
	}
	if x.t.Dep(n) == "attr" && x.t.Lemma(x.t.Head(n)) == "be" {
		return x.t.Head(n)
	}
	return -1
}

// unfulfilled tells that token i stands below what had been due: "had been
// expected in Oslo for talks with Ek" did not take place.
func (x *reading) unfulfilled(i int) bool {
	for {
		switch x.t.Lemma(i) {
		case "due", "expect", "schedule", "suppose", "mean", "slate", "set", "expected", "scheduled", "supposed", "meant", "slated":
			v := i
			if !x.t.Verb(v) {
				v = x.t.Head(v)
			}
			if x.pluperfect(v) {
				return true
			}
		}
		h := x.t.Head(i)
		if d := x.t.Dep(i); h == i || d == "ccomp" || d == "relcl" || d == "conj" && x.t.Verb(i) {
			return false
		}
		i = h
	}
}

// pluperfect tells that verb v is passive or "be" after "had": "had been due".
func (x *reading) pluperfect(v int) bool {
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "aux" && x.t.Lemma(c) == "have" && x.t.Tag(c) == "VBD" {
			return x.t.Lemma(v) == "be" || x.t.Passive(v)
		}
	}
	return false
}

// presupposes tells that the rule's noun is one of the two who meet, whatever is
// said of him: "his host".
func (r *rule) presupposes() bool {
	return slices.ContainsFunc(r.participants, func(p path) bool { return p.step == "self" })
}

// distant tells that talks were held by telephone or video.
func (x *reading) distant(m *match) bool {
	heads := m.heads()
	if o := x.t.Child(m.head, "dobj"); m.pos == 'v' && o >= 0 && x.meetings.Nouns[x.t.Lemma(o)] { // "chaired a video meeting"
		heads = append(heads, o)
	}
	for _, h := range heads {
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
		if p := x.wherePlace(h); p >= 0 {
			return p
		}
	}
	if x.t.Dep(m.head) == "xcomp" { // "failed in Oslo to persuade"
		heads = append(heads, x.t.Head(m.head))
	}
	for _, h := range heads {
		for _, p := range x.t.Preps(h, "in", "at", "on") {
			if a := x.place(p); len(a) > 0 {
				return a[0].ent
			}
		}
	}
	return x.arrivedAt(m.pred())
}

// wherePlace is the place that relative clause v tells of: "flew to Oslo, where he
// [met]"; -1 for none.
func (x *reading) wherePlace(v int) int {
	if x.t.Dep(v) != "relcl" || !slices.ContainsFunc(x.t.Kids(v), func(k int32) bool { return x.t.Lower(int(k)) == "where" }) {
		return -1
	}
	if a := x.place(x.t.Head(v)); len(a) > 0 {
		return a[0].ent
	}
	return -1
}

// arrivedAt is where the verbs before v that share its subject say that somebody
// came: "flew to Oslo and met Ek"; -1 for none.
func (x *reading) arrivedAt(v int) int {
	for x.t.Dep(v) == "conj" && x.t.Child(v, "nsubj", "nsubjpass") < 0 {
		v = x.t.Head(v)
		switch x.t.Lemma(v) {
		case "fly", "travel", "go", "come", "arrive", "drive", "return", "land", "journey", "sail":
			for _, p := range x.t.Preps(v, "to", "in", "into", "at") {
				if a := x.place(p); len(a) > 0 {
					return a[0].ent
				}
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
	names := make([]string, len(g.who))
	for i, e := range g.who {
		names[i] = x.who.Entities[e].Ref.Name
	}
	title := g.kind() + " of " + strings.Join(names, ", ")
	if n := len(names); n > 1 {
		title = g.kind() + " of " + strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	if g.place >= 0 {
		title += " in " + x.who.Entities[g.place].Ref.Name
	}
	return title
}
