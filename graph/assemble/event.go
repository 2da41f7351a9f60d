package assemble

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/graph"
)

// Types of meetings that mean something here.
const (
	typeMeeting = "meeting" // says nothing
	typeCall    = "call"
)

// event is a meeting of the graph: tellings of it that were merged.
type event struct {
	node     graph.Node
	tellings []int // into meetings.local
	who      []string
	mode     mode
}

// meetings are the merged meetings of the input.
type meetings struct {
	local  []meeting
	events []event
	// byKey leads from a local meeting to the index of its event.
	byKey map[string]int
}

func newMeetings(in *input, e *entities) *meetings {
	m := &meetings{local: localMeetings(in, e), byKey: map[string]int{}}
	for _, group := range clusterMeetings(m.local) {
		m.events = append(m.events, m.event(in, e, group))
	}
	m.name()
	for i := range m.events {
		for _, k := range m.events[i].tellings {
			m.byKey[m.local[k].key] = i
		}
	}
	return m
}

// of returns the event that a statement is about or refers to, or nil.
func (m *meetings) of(s *graph.Statement) *event {
	return m.get(s.Article, meetingID(s))
}

// get returns the event that a meeting of an article became, or nil.
func (m *meetings) get(article, id string) *event {
	if i, ok := m.byKey[local(article, id)]; ok {
		return &m.events[i]
	}
	return nil
}

func (m *meetings) event(in *input, e *entities, group []int) event {
	ev := event{tellings: group}
	who, names, types := counts{}, counts{}, counts{}
	articles := map[string][]string{}
	dates, placeArticles := map[graph.Date][]string{}, map[string][]string{}
	statuses := map[string]graph.Status{}
	for _, k := range group {
		l := &m.local[k]
		for _, id := range l.who {
			who.add(id)
		}
		for _, p := range l.places {
			placeArticles[p.id] = append(placeArticles[p.id], l.article)
		}
		if l.known {
			d := l.when.date()
			dates[d] = append(dates[d], l.article)
		}
		if rank(l.status) > rank(statuses[l.article]) {
			statuses[l.article] = l.status
		}
		articles[l.article] = nil
		ev.mode = max(ev.mode, l.mode)
		for _, i := range l.statements {
			for _, r := range []*graph.Ref{&in.statements[i].Source, &in.statements[i].Target} {
				if r.Kind == graph.Meeting {
					names.add(r.Name)
					types.add(r.Type)
				}
			}
		}
	}
	ev.who = who.sorted()
	slices.SortStableFunc(ev.who, who.most)
	votes := map[graph.Date]int{}
	for d, from := range dates {
		votes[d] = in.sources.Count(from)
	}
	ev.node = graph.Node{Kind: graph.Meeting, Type: typeOf(types, ev.mode), Aliases: names.sorted(), Place: e.bestPlace(in, placeArticles)}
	if w, ok := narrow(votes); ok {
		ev.node.Date = w.date()
	}
	ev.node.Status, ev.node.History = unfold(m.tellings(in, statuses))
	ev.node.ID = ev.identity(e, who, len(group))
	ev.node.Name = ev.title(e)
	return ev
}

func (m *meetings) tellings(in *input, statuses map[string]graph.Status) []telling {
	var out []telling
	for id, status := range statuses {
		if i, ok := in.byID[id]; ok {
			out = append(out, telling{id, in.articles[i].Published, status})
		}
	}
	return out
}

// typeOf is the most telling type of a meeting: "meeting" says least.
func typeOf(types counts, mode mode) string {
	plain := types[typeMeeting]
	delete(types, typeMeeting)
	if best := types.best(types.most); best != "" {
		return best
	}
	switch {
	case mode == atDistance:
		return typeCall
	case plain > 0:
		return typeMeeting
	}
	return ""
}

// bestPlace is the place that most independent sources name, among those the
// smallest kind of place.
func (e *entities) bestPlace(in *input, articles map[string][]string) string {
	votes, detail := counts{}, map[string]int{}
	for p, list := range articles {
		votes[p] = in.sources.Count(list)
		if a := e.get(p); a != nil {
			detail[p] = a.level
		}
	}
	return votes.best(func(a, b string) int {
		country := func(p string) bool { return detail[p] == 1 }
		if country(a) != country(b) {
			return cmp.Compare(detail[b], detail[a]) // a place says more than its country
		}
		return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(detail[b], detail[a]), strings.Compare(a, b))
	})
}

// identity makes the id of what a meeting is: the participants that at least
// half of the tellings name, the month, the country of the place, and whether
// it is a call. It does not change when a further article tells of it.
func (ev *event) identity(e *entities, who counts, tellings int) string {
	core := counts{}
	for id, n := range who {
		if 2*n >= tellings {
			core.add(id)
		}
	}
	if len(core) < 2 {
		core = who
	}
	month, place, how := "", ev.node.Place, "in person"
	if w, ok := windowOf(ev.node.Date); ok {
		month = dayTime(w.from).Format("2006-01")
	}
	if a := e.get(place); a != nil && a.country != "" {
		place = graph.CountryID(a.country)
	}
	if ev.mode == atDistance {
		how = typeCall
	}
	return "meeting:" + graph.Hash(append([]string{"meeting", month, place, how}, core.sorted()...)...)
}

// name tells meetings with one identity apart: two calls of a pair in one
// month by their dates and places, and what is left by their tellings.
func (m *meetings) name() {
	same := map[string][]int{}
	for i := range m.events {
		same[m.events[i].node.ID] = append(same[m.events[i].node.ID], i)
	}
	for id, group := range same {
		if len(group) < 2 {
			continue
		}
		taken := map[string]bool{}
		slices.SortFunc(group, func(i, j int) int {
			a, b := &m.events[i], &m.events[j]
			return cmp.Or(cmp.Compare(len(b.tellings), len(a.tellings)), strings.Compare(m.local[a.tellings[0]].key, m.local[b.tellings[0]].key))
		})
		for _, i := range group {
			n := &m.events[i].node
			n.ID = "meeting:" + graph.Hash(id, string(n.Date), n.Place)
			if taken[n.ID] {
				n.ID = "meeting:" + graph.Hash(id, m.local[m.events[i].tellings[0]].key)
			}
			taken[n.ID] = true
		}
	}
}

// title names a meeting: "Meeting of A and B, place, date".
func (ev *event) title(e *entities) string {
	kind := ev.node.Type
	if kind == "" {
		kind = typeMeeting
	}
	first, size := utf8.DecodeRuneInString(kind)
	title := string(unicode.ToUpper(first)) + kind[size:]
	if list := e.list(ev.who); list != "" {
		title += " of " + list
	} else if len(ev.node.Aliases) > 0 {
		title = ev.node.Aliases[0]
	}
	if a := e.get(ev.node.Place); a != nil {
		title += ", " + a.name()
	}
	if ev.node.Date != "" {
		title += ", " + string(ev.node.Date)
	}
	return title
}

// list writes the names of at most three participants, the most named first.
func (e *entities) list(who []string) string {
	var names []string
	for _, id := range who {
		if a := e.get(id); a != nil {
			names = append(names, a.name())
		}
	}
	switch n := len(names); {
	case n > 4:
		return strings.Join(names[:3], ", ") + " and others"
	case n > 1:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
