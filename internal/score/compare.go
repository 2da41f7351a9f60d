package score

import (
	"slices"

	"entente/graph"
)

// Count is what was found of a relation.
type Count struct {
	// Gold are the required labels, Found those of them that were found,
	// FoundStrict with their status right; Said are the statements, Right
	// and RightStrict those that match a label.
	Gold, Found, FoundStrict, Said, Right, RightStrict int
}

// Error is one thing that went wrong.
type Error struct {
	Article string
	// What is "wrong", "status", "missed", "forbidden", "meeting missed" or
	// "meeting status".
	What string
	// Edge is the edge said or wanted, Quote the sentence it stands in, Rule
	// what found it, Why why it is forbidden.
	Edge, Quote, Rule, Why string
}

// Result is the comparison of some articles.
type Result struct {
	Articles                int
	Total                   Count
	Relations               map[graph.Relation]*Count
	Meetings                Count
	Entities, EntitiesFound int
	BadQuotes, Forbidden    int
	Errors                  []Error
}

// NewResult returns an empty result.
func NewResult() *Result { return &Result{Relations: map[graph.Relation]*Count{}} }

// scored relations count; the others (ATTENDED, LOCATED_IN …) follow from them.
func scored(r graph.Relation) bool {
	follows := []graph.Relation{graph.Attended, graph.Hosted, graph.LocatedIn, graph.MemberOf, graph.Represents}
	return r.Valid() && !slices.Contains(follows, r)
}

// Add compares the statements of one labelled article.
func (res *Result) Add(c *Case, list []graph.Statement) {
	x := &comparison{res: res, c: c, r: newResolver(c), facts: map[int]bool{}, strict: map[int]bool{}, met: map[string]bool{}, metStrict: map[string]bool{}}
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
	facts, strict        map[int]bool // labels found
	met, metStrict       map[string]bool
	source, target       []string
	sourceRef, targetRef *graph.Ref
	relation             graph.Relation
	status               graph.Status
}

func (res *Result) count(r graph.Relation) *Count {
	if res.Relations[r] == nil {
		res.Relations[r] = &Count{}
	}
	return res.Relations[r]
}

func (x *comparison) statement(s *graph.Statement) {
	x.source, x.target = x.r.resolve(&s.Source), x.r.resolve(&s.Target)
	x.sourceRef, x.targetRef, x.relation, x.status = &s.Source, &s.Target, s.Relation, s.Status
	if s.Start < 0 || s.End > len(x.c.Text) || s.End < s.Start || x.c.Text[s.Start:s.End] != s.Quote {
		x.res.BadQuotes++
	}
	e := Error{Article: x.c.Article, Edge: s.Source.Name + " " + string(s.Relation) + " " + s.Target.Name + " [" + string(s.Status) + "]", Quote: s.Quote, Rule: s.Rule}
	x.forbidden(e)
	if !scored(s.Relation) {
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
	case !right:
		e.What = "wrong"
		x.res.Errors = append(x.res.Errors, e)
	case !strict:
		e.What = "status"
		x.res.Errors = append(x.res.Errors, e)
	}
}

// holds tells whether a label's ends are the statement's, in either direction
// where the relation is symmetric.
func (x *comparison) holds(f *Fact) bool {
	if !slices.Contains(f.Relations, x.relation) {
		return false
	}
	if fits(f.Source, x.sourceRef, x.source) && fits(f.Target, x.targetRef, x.target) {
		return true
	}
	return x.relation.Symmetric() && fits(f.Source, x.targetRef, x.target) && fits(f.Target, x.sourceRef, x.source)
}

func (x *comparison) forbidden(e Error) {
	for i := range x.c.Forbidden {
		f := &x.c.Forbidden[i]
		if x.holds(f) && (len(f.Status) == 0 || slices.Contains(f.Status, x.status)) {
			x.res.Forbidden++
			e.What, e.Why = "forbidden", f.Why
			x.res.Errors = append(x.res.Errors, e)
		}
	}
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
	if x.relation != graph.MetWith && x.relation != graph.SpokeWith {
		return right, strict
	}
	for i := range x.c.Meetings {
		m := &x.c.Meetings[i]
		if m.call() && x.relation != graph.SpokeWith || !x.between(m) {
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
			x.res.Errors = append(x.res.Errors, Error{Article: x.c.Article, What: "missed", Edge: f.String(), Quote: f.Quote})
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
			what := "meeting missed"
			if found {
				what = "meeting status"
			}
			x.res.Errors = append(x.res.Errors, Error{Article: x.c.Article, What: what, Edge: m.String(), Quote: m.Quote})
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
