package assemble

import (
	"slices"

	"entente/graph"
)

// mode is how people meet.
type mode uint8

const (
	unknownMode mode = iota
	inPerson
	atDistance
)

// meeting is one meeting as one article tells it.
type meeting struct {
	key        string
	article    string
	published  window
	dated      bool // published is known
	who        []string
	people     []int32 // who, as numbers
	parties    []int32 // countries and organizations that who stand for, as numbers, sorted
	complete   bool    // everybody's party is known
	when       window
	known      bool // when is
	soon       window
	places     []*actor // most frequent first
	mode       mode
	status     graph.Status
	statements []int
}

// about tells whether statements of the relation are about a meeting itself,
// so that their status, date and place are the meeting's.
func about(r graph.Relation) bool {
	return r == graph.MetWith || r == graph.SpokeWith || r == graph.Attended || r == graph.Hosted
}

// meetingID returns the local id of the meeting that a statement is about or
// refers to, or "". MET_WITH and SPOKE_WITH without one are a meeting for
// themselves, by pair, mode and date.
func meetingID(s *graph.Statement) string {
	switch {
	case s.Meeting != "":
		return s.Meeting
	case s.Target.Kind == graph.Meeting:
		return s.Target.ID
	case s.Source.Kind == graph.Meeting:
		return s.Source.ID
	case s.Relation == graph.MetWith || s.Relation == graph.SpokeWith:
		a, b := s.Source.ID, s.Target.ID
		if b < a {
			a, b = b, a
		}
		return "meeting:" + graph.Hash("pair", s.Article, string(s.Relation), a, b, string(s.Date))
	}
	return ""
}

// localMeetings gathers the statements about each meeting of each article,
// sorted by key.
func localMeetings(in *input, e *entities) []meeting {
	groups := map[string][]int{}
	for i := range in.statements {
		s := in.statements[i]
		if id := meetingID(s); id != "" {
			groups[local(s.Article, id)] = append(groups[local(s.Article, id)], i)
		}
	}
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]meeting, 0, len(keys))
	for _, k := range keys {
		out = append(out, newMeeting(in, e, k, groups[k]))
	}
	return out
}

func newMeeting(in *input, e *entities, key string, statements []int) meeting {
	m := meeting{key: key, statements: statements, article: in.statements[statements[0]].Article}
	if a := in.article(in.statements[statements[0]]); a != nil {
		m.published, m.dated = windowOf(a.Published)
	}
	t := tally{who: counts{}, places: counts{}, types: counts{}, relations: counts{}, dates: map[graph.Date]int{}}
	for _, i := range statements {
		m.status = statusMax(m.status, in.statements[i])
		t.add(e, in.statements[i])
	}
	m.who = t.who.sorted()
	places := t.places.sorted()
	slices.SortStableFunc(places, t.places.most)
	for _, p := range places {
		if a := e.get(p); a != nil {
			m.places = append(m.places, a)
		}
	}
	m.when, m.known = narrow(t.dates)
	m.mode = t.mode()
	m.people, _ = e.numbers(m.who, func(a *actor) string { return a.id })
	m.parties, m.complete = e.numbers(m.who, func(a *actor) string { return a.party })
	m.soon = m.expected()
	return m
}

// tally counts what the statements about one meeting say.
type tally struct {
	who, places, types, relations counts
	dates                         map[graph.Date]int
}

func (t *tally) add(e *entities, s *graph.Statement) {
	ends := [2]*graph.Ref{&s.Source, &s.Target}
	for _, r := range ends {
		if r.Kind == graph.Meeting {
			t.types.add(r.Type)
		} else if about(s.Relation) && s.Relation != graph.Hosted && !r.Kind.Event() {
			t.who.add(e.canonical(r.ID))
		}
	}
	if !about(s.Relation) {
		return
	}
	t.dates[s.Date]++
	if s.Place != nil {
		t.places.add(e.canonical(s.Place.ID))
	}
	t.relations.add(string(s.Relation))
}

func (t *tally) mode() mode {
	calls, visits := t.relations[string(graph.SpokeWith)], t.relations[string(graph.MetWith)]
	distant := t.types[typeCall] > 0 || calls > visits
	switch {
	case distant && len(t.places) > 0:
		return unknownMode // who speaks at one place may well have met there
	case distant:
		return atDistance
	case visits > 0, t.types["summit"] > 0, t.types["visit"] > 0:
		return inPerson
	}
	return unknownMode
}

// relation is how two who meet in this mode are joined; r where it is unknown.
func (m mode) relation(r graph.Relation) graph.Relation {
	switch m {
	case inPerson:
		return graph.MetWith
	case atDistance:
		return graph.SpokeWith
	default:
		return r
	}
}

// rank orders statuses by how much they decide: what happened counts more
// than what was called off, that more than plans and offers.
func rank(s graph.Status) int {
	switch s {
	case graph.Occurred, graph.Past:
		return 5
	case graph.Cancelled:
		return 4
	case graph.Denied:
		return 3
	case graph.Planned:
		return 2
	case graph.Tentative:
		return 1
	}
	return 0
}

// statusMax returns the status of a meeting that s adds to: the one that
// decides more. What is done to a meeting tells of it too: an offer that it is
// proposed, an acceptance that it is planned.
func statusMax(old graph.Status, s *graph.Statement) graph.Status {
	status := s.Status
	if !about(s.Relation) {
		status = graph.Tentative
		if s.Relation == graph.Accepted && s.Status == graph.Occurred {
			status = graph.Planned
		}
	}
	if rank(status) > rank(old) {
		return status
	}
	return old
}

// expected is when a meeting without a date can have been or can be, going by
// its status and the day when the article appeared.
func (m *meeting) expected() window {
	const week, month = 7, 31
	p := m.published
	if m.mode == atDistance { // calls follow each other sooner than visits
		if m.status == graph.Occurred {
			return window{p.from - 3, p.to + 1}
		}
		return window{p.from, p.to + week}
	}
	switch m.status {
	case graph.Occurred:
		return window{p.from - week, p.to + 1}
	case graph.Planned:
		return window{p.from, p.to + month}
	case graph.Tentative:
		return window{p.from, p.to + 2*month}
	default:
		return window{p.from - week, p.to + month}
	}
}

// span is the days of a meeting as known or, if dates are lacking, as expected.
func (m *meeting) span() window {
	if m.known {
		return m.when
	}
	return m.soon
}

// numbers returns what a property of the participants is, as numbers, sorted,
// each once, and whether all of them have it.
func (e *entities) numbers(who []string, property func(*actor) string) (list []int32, complete bool) {
	complete = true
	for _, id := range who {
		p := ""
		if a := e.get(id); a != nil {
			p = property(a)
		}
		if p == "" {
			complete = false
			continue
		}
		n, ok := e.number[p]
		if !ok {
			n = int32(len(e.number)) //nolint:gosec // more than two billion actors fit no memory
			e.number[p] = n
		}
		list = append(list, n)
	}
	slices.Sort(list)
	return slices.Compact(list), complete
}
