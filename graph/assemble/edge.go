package assemble

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"entente/graph"
)

// ceiling is how sure an edge can be at most.
const ceiling = 0.99

// edge is an edge with its proofs, while they are gathered.
type edge struct {
	graph.Edge
	event      *event
	statements []int
}

// edges gathers the edges of the statements.
type edges struct {
	in        *input
	entities  *entities
	meetings  *meetings
	proposals *proposals
	byID      map[string]*edge
	// wanted, where given, tells which edges are kept: one that statement i
	// would be added to. It has no id yet.
	wanted func(i int, e *graph.Edge) bool
}

func newEdges(in *input, e *entities, m *meetings, p *proposals) *edges {
	all := &edges{in: in, entities: e, meetings: m, proposals: p, byID: map[string]*edge{}}
	for i := range in.statements {
		all.add(i)
	}
	return all
}

// node returns the id of the node that a reference of an article leads to.
func (all *edges) node(article string, r *graph.Ref) string {
	switch r.Kind {
	case graph.Meeting:
		if ev := all.meetings.get(article, r.ID); ev != nil {
			return ev.node.ID
		}
	case graph.Proposal:
		return all.proposals.id(article, r.ID)
	default:
	}
	return all.entities.canonical(r.ID)
}

// add makes the edges that a statement proves.
func (all *edges) add(i int) {
	s := all.in.statements[i]
	if s.Relation == graph.Mentions {
		return
	}
	source, target := all.node(s.Article, &s.Source), all.node(s.Article, &s.Target)
	ev := all.meetings.of(s)
	if ev == nil || !about(s.Relation) {
		all.put(i, graph.Edge{Source: source, Relation: s.Relation, Target: target, Status: s.Status}, nil)
		return
	}
	m := ev.node.ID
	switch s.Relation {
	case graph.MetWith, graph.SpokeWith:
		all.put(i, graph.Edge{Source: source, Relation: ev.mode.relation(s.Relation), Target: target, Meeting: m}, ev)
		all.put(i, graph.Edge{Source: source, Relation: graph.Attended, Target: m, Meeting: m}, ev)
		all.put(i, graph.Edge{Source: target, Relation: graph.Attended, Target: m, Meeting: m}, ev)
	default:
		all.put(i, graph.Edge{Source: source, Relation: s.Relation, Target: target, Meeting: m}, ev)
	}
	if s.Place != nil && all.entities.canonical(s.Place.ID) == ev.node.Place {
		all.put(i, graph.Edge{Source: m, Relation: graph.LocatedIn, Target: ev.node.Place, Meeting: m}, ev)
	}
}

// put adds a statement to an edge. Edges of a meeting are one whatever status
// the statements give; others are one for each status.
func (all *edges) put(i int, e graph.Edge, ev *event) {
	if e.Source == e.Target {
		return
	}
	if e.Relation.Symmetric() && e.Target < e.Source {
		e.Source, e.Target = e.Target, e.Source
	}
	if all.wanted != nil && !all.wanted(i, &e) {
		return
	}
	e.ID = graph.Hash("edge", e.Source, string(e.Relation), e.Target, e.Meeting, string(e.Status))
	old := all.byID[e.ID]
	if old == nil {
		old = &edge{Edge: e, event: ev}
		all.byID[e.ID] = old
	}
	if n := len(old.statements); n == 0 || old.statements[n-1] != i {
		old.statements = append(old.statements, i)
	}
}

// list completes the edges and returns them, sorted by id.
func (all *edges) list() []graph.Edge {
	out := make([]graph.Edge, 0, len(all.byID))
	for _, id := range slices.Sorted(maps.Keys(all.byID)) {
		e := all.byID[id]
		for _, i := range e.statements {
			e.Statements = append(e.Statements, all.in.statements[i].ID)
		}
		slices.Sort(e.Statements)
		if e.event != nil {
			all.finishMeeting(e)
		} else {
			all.finish(e)
		}
		e.Sources, e.Confidence = all.belief(e.statements)
		out = append(out, e.Edge)
	}
	return out
}

// finishMeeting gives an edge the status, date and place of its meeting. One
// who did not come, or a pair that did not meet, keeps that status though the
// meeting took place.
func (all *edges) finishMeeting(e *edge) {
	n := &e.event.node
	own := map[string]graph.Status{}
	for _, i := range e.statements {
		if s := all.in.statements[i]; rank(s.Status) > rank(own[s.Article]) {
			own[s.Article] = s.Status
		}
	}
	last, _ := unfold(all.meetings.tellings(all.in, own))
	e.Status = n.Status
	if dead(last) && !dead(n.Status) || e.Status == "" {
		e.Status = cmp.Or(last, all.in.statements[e.statements[0]].Status)
	}
	e.Date = n.Date
	if e.Relation != graph.LocatedIn {
		e.Place = n.Place
	}
	e.Plover = e.Relation.Plover(e.Status)
}

// finish gives an edge what its statements agree on.
func (all *edges) finish(e *edge) {
	dates, roots := map[graph.Date]int{}, counts{}
	places := map[string][]string{}
	for _, i := range e.statements {
		s := all.in.statements[i]
		dates[s.Date]++
		roots.add(s.Plover)
		if s.Place != nil {
			p := all.entities.canonical(s.Place.ID)
			places[p] = append(places[p], s.Article)
		}
	}
	if w, ok := narrow(dates); ok && agreed(w, dates) {
		e.Date = w.date()
	}
	if !all.entities.apart(places) {
		e.Place = all.entities.bestPlace(all.in, places)
	}
	e.Plover = cmp.Or(roots.best(roots.most), e.Relation.Plover(e.Status))
}

// agreed tells whether no date speaks against a window.
func agreed(w window, dates map[graph.Date]int) bool {
	for d := range dates {
		if v, ok := windowOf(d); ok && v.gap(w) > 0 {
			return false
		}
	}
	return true
}

// apart tells whether some of the places are different places.
func (e *entities) apart(places map[string][]string) bool {
	ids := slices.Sorted(maps.Keys(places))
	for i, p := range ids {
		for _, q := range ids[i+1:] {
			if a, b := e.get(p), e.get(q); a != nil && b != nil && a.fit(b) == placeClash {
				return true
			}
		}
	}
	return false
}

// belief is the number of independent sources of statements, and how sure they
// make what they say: 1 - (1-c1)(1-c2)…, with the surest statement of each
// source, at most 0.99, in ten-thousandths.
func (all *edges) belief(statements []int) (sources int, confidence float64) {
	articles := make([]string, len(statements))
	for k, i := range statements {
		articles[k] = all.in.statements[i].Article
	}
	best := map[int]float64{}
	for k, source := range all.in.sources.Group(articles) {
		best[source] = max(best[source], all.in.statements[statements[k]].Confidence)
	}
	doubt := 1.0
	for _, c := range slices.Sorted(maps.Values(best)) {
		doubt *= 1 - c
	}
	return len(best), math.Round(min(1-doubt, ceiling)*10000) / 10000
}

// nodes returns every node that a statement refers to, or those of them that
// are in the set only, sorted by id, with the number of independent sources of
// what is said of it. Where there is such a set, may tells which statements can
// refer to them.
func (all *edges) nodes(only map[string]bool, may func(i int) bool) []graph.Node {
	articles := all.naming(only, may)
	var out []graph.Node
	wanted := func(id string) bool { return only == nil || only[id] }
	add := func(n graph.Node) {
		n.Sources = all.in.sources.Count(articles[n.ID])
		out = append(out, n)
	}
	if only == nil {
		for _, a := range all.entities.byID {
			add(a.node())
		}
	}
	for id := range only {
		if a := all.entities.byID[id]; a != nil {
			add(a.node())
		}
	}
	for i := range all.meetings.events {
		if n := &all.meetings.events[i].node; wanted(n.ID) {
			add(*n)
		}
	}
	for i := range all.proposals.nodes {
		if n := &all.proposals.nodes[i]; wanted(n.ID) {
			add(*n)
		}
	}
	slices.SortFunc(out, func(a, b graph.Node) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// naming returns the articles that name each node, or each of some, in the order
// of their statements; see nodes.
func (all *edges) naming(only map[string]bool, may func(i int) bool) map[string][]string {
	articles := map[string][]string{}
	name := func(id, article string) {
		if only != nil && !only[id] {
			return
		}
		if list := articles[id]; len(list) == 0 || list[len(list)-1] != article {
			articles[id] = append(list, article)
		}
	}
	for i, s := range all.in.statements {
		if may != nil && !may(i) {
			continue
		}
		refs(s, func(r *graph.Ref) { name(all.node(s.Article, r), s.Article) })
		if ev := all.meetings.of(s); ev != nil {
			name(ev.node.ID, s.Article)
		}
	}
	return articles
}
