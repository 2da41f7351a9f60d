package score

import (
	"cmp"
	"slices"
	"strings"

	"entente/graph"
)

// scored relations count; the others (ATTENDED, LOCATED_IN …) follow from them.
func scored(r graph.Relation) bool {
	follows := []graph.Relation{graph.Attended, graph.Hosted, graph.LocatedIn, graph.MemberOf, graph.Represents}
	return r.Valid() && !slices.Contains(follows, r)
}

// Add compares the statements of one labelled article.
func (res *Result) Add(c *Case, list []graph.Statement) {
	x := &comparison{res: res, c: c, r: newResolver(c), list: list, facts: map[int]bool{}, strict: map[int]bool{}, met: map[string]bool{}, metStrict: map[string]bool{}}
	x.r.attend(list)
	for i := range list {
		x.statement(&list[i])
	}
	x.missed()
	x.meetings(list)
	x.entities(list)
	res.Articles++
}

type comparison struct {
	res                  *Result
	c                    *Case
	r                    *resolver
	list                 []graph.Statement
	facts, strict        map[int]bool // labels found
	met, metStrict       map[string]bool
	source, target       []string
	sourceRef, targetRef *graph.Ref
	relation             graph.Relation
	status               graph.Status
}

func (x *comparison) statement(s *graph.Statement) {
	x.source, x.target = x.r.resolve(&s.Source), x.r.resolve(&s.Target)
	x.sourceRef, x.targetRef, x.relation, x.status = &s.Source, &s.Target, s.Relation, cmp.Or(s.Status, graph.Occurred)
	if text := x.at(s.Start, s.End); text != s.Quote {
		x.res.BadQuotes++
		x.report(s, BadQuote, "", []string{text})
	}
	why := x.forbidden()
	if !scored(s.Relation) {
		if why != "" {
			x.report(s, Forbidden, why, nil)
		}
		return
	}
	right, strict := x.match()
	n := x.res.count(s.Relation)
	for _, c := range []*Count{n, &x.res.Total} {
		c.Said++
		c.Right += btoi(right)
		c.RightStrict += btoi(strict)
	}
	switch {
	case why != "":
		x.report(s, Forbidden, why, x.nearLabels(s))
	case !right:
		x.report(s, Wrong, "", x.nearLabels(s))
	case !strict:
		x.report(s, WrongStatus, "", x.labelsOf(x.holds, x.joins))
	}
}

// at returns the bytes [start, end) of the article's text, as far as it has them.
func (x *comparison) at(start, end int) string {
	start = min(max(start, 0), len(x.c.Text))
	return x.c.Text[start:min(max(end, start), len(x.c.Text))]
}

// holds tells whether a label's ends are the statement's, in either direction
// where the relation is symmetric.
func (x *comparison) holds(f *Fact) bool {
	if !slices.Contains(f.Relations, x.relation) {
		return false
	}
	return x.forward(f) || x.relation.Symmetric() && x.backward(f)
}

func (x *comparison) forward(f *Fact) bool {
	return fits(f.Source, x.sourceRef, x.source) && fits(f.Target, x.targetRef, x.target)
}

func (x *comparison) backward(f *Fact) bool {
	return fits(f.Source, x.targetRef, x.target) && fits(f.Target, x.sourceRef, x.source)
}

// forbidden counts the labels that forbid the statement and tells why.
func (x *comparison) forbidden() string {
	var why []string
	for i := range x.c.Forbidden {
		f := &x.c.Forbidden[i]
		if x.holds(f) && (len(f.Status) == 0 || slices.Contains(f.Status, x.status)) {
			x.res.Forbidden++
			why = append(why, cmp.Or(f.Why, "the labels forbid it"))
		}
	}
	return strings.Join(why, "; ")
}

// match compares the statement with the facts and the meetings.
func (x *comparison) match() (right, strict bool) {
	for i := range x.c.Facts {
		f := &x.c.Facts[i]
		if !x.holds(f) {
			continue
		}
		right = true
		x.facts[i] = true
		if slices.Contains(f.statuses(), x.status) || x.relation == graph.HoldsOffice {
			strict = true
			x.strict[i] = true
		}
	}
	for i := range x.c.Meetings {
		m := &x.c.Meetings[i]
		if !x.joins(m) {
			continue
		}
		right = true
		x.met[m.ID] = true
		if slices.Contains(m.Status, x.status) {
			strict = true
			x.metStrict[m.ID] = true
		}
	}
	return right, strict
}

// joins tells whether the statement says that two participants of m met; of a
// call, that they spoke.
func (x *comparison) joins(m *Meeting) bool {
	return (x.relation == graph.SpokeWith || x.relation == graph.MetWith && !m.call()) && x.between(m)
}

// between tells whether the statement's ends are two participants of m.
func (x *comparison) between(m *Meeting) bool {
	for _, a := range x.source {
		for _, b := range x.target {
			if a != b && slices.Contains(m.Participants, a) && slices.Contains(m.Participants, b) {
				return true
			}
		}
	}
	return false
}

func (f *Fact) statuses() []graph.Status {
	if len(f.Status) == 0 {
		return []graph.Status{graph.Occurred}
	}
	return f.Status
}

// missed counts the required facts.
func (x *comparison) missed() {
	for i := range x.c.Facts {
		f := &x.c.Facts[i]
		if f.Optional || len(f.Relations) == 0 {
			continue
		}
		n := x.res.count(f.Relations[0])
		for _, c := range []*Count{n, &x.res.Total} {
			c.Gold++
			c.Found += btoi(x.facts[i])
			c.FoundStrict += btoi(x.strict[i])
		}
		if !x.facts[i] {
			x.lack(Missed, f.String(), f.Quote, x.nearStatements(f))
		}
	}
}

// meetings counts the required meetings.
func (x *comparison) meetings(list []graph.Statement) {
	said := meetingStatuses(list)
	for i := range x.c.Meetings {
		m := &x.c.Meetings[i]
		if m.Optional {
			continue
		}
		found, strict := x.met[m.ID], x.metStrict[m.ID]
		for id := range x.r.attended {
			if x.r.shared(id, m) >= min(2, len(m.Participants)) {
				found = true
				strict = strict || slices.ContainsFunc(said[id], func(s graph.Status) bool { return slices.Contains(m.Status, s) })
			}
		}
		for _, c := range []*Count{&x.res.Meetings, &x.res.Total} {
			c.Gold++
			c.Found += btoi(found)
			c.FoundStrict += btoi(strict)
		}
		if !strict {
			what := MeetingMissed
			if found {
				what = MeetingStatus
			}
			x.lack(what, m.String(), m.Quote, x.nearMeetings(m))
		}
	}
}

// meetingStatuses lists what is said of each meeting, by its id.
func meetingStatuses(list []graph.Statement) map[string][]graph.Status {
	said := map[string][]graph.Status{}
	for i := range list {
		s := &list[i]
		if s.Target.Kind == graph.Meeting {
			said[s.Target.ID] = append(said[s.Target.ID], s.Status)
		}
		if s.Meeting != "" {
			said[s.Meeting] = append(said[s.Meeting], s.Status)
		}
	}
	return said
}

// entities counts the required entities that some statement names.
func (x *comparison) entities(list []graph.Statement) {
	seen := map[string]bool{}
	for i := range list {
		s := &list[i]
		for _, end := range []*graph.Ref{&s.Source, &s.Target, s.Speaker} {
			for _, id := range x.r.resolve(end) {
				seen[id] = true
			}
		}
	}
	for i := range x.c.Entities {
		if e := &x.c.Entities[i]; !e.Optional {
			x.res.Entities++
			x.res.EntitiesFound += btoi(seen[e.ID])
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
