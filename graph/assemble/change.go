package assemble

import (
	"maps"
	"reflect"
	"slices"
	"sync"

	"entente/graph"
)

// Change returns the parts in which the graphs of two sets can differ; touched
// names the articles that are new, gone, or say something else. Each record of a
// part is as in the whole graph, and whatever stands in one part and not in the
// other is not in the other's graph: so the parts tell what to write and what to
// delete.
//
// Who is one actor, what is one meeting, one proposal, and which articles are
// copies is worked out for all articles; the rest grows with the difference.
// Beside the touched articles the parts cover those that now have other copies,
// and those of which a statement means something else: leads to another node,
// is about a meeting that has changed, or names a place that is now known
// otherwise. All other edges and links rest on the same statements with the same
// meaning. A node that differs is named by a statement of an article that is
// covered, because it is made of what is said of it.
func Change(before, after graph.Set, touched map[string]bool) (was, is graph.Part) {
	d := difference{before: &side{set: before}, after: &side{set: after}, changed: maps.Clone(touched)}
	d.both((*side).read)
	d.texts()
	d.both(func(s *side) { s.prepare(d.others, d.changed) })
	d.copies()
	d.meanings()
	return d.parts()
}

// side is one of two sets, with all that decides what its statements mean.
type side struct {
	*edges

	set graph.Set
	// events are the ids of meetings and proposals.
	events map[string]bool
	// first tells where each article's statements begin; they stand together.
	first map[string]int
	// proofs marks the statements that prove an edge which is in question.
	proofs []bool
	part   *graph.Graph
}

func (s *side) read() {
	s.edges = &edges{in: newInput(s.set.Articles, s.set.Statements)}
	s.first = make(map[string]int, len(s.in.articles))
	for i := range s.in.statements {
		if i == 0 || s.in.statements[i].Article != s.in.statements[i-1].Article {
			s.first[s.in.statements[i].Article] = i
		}
	}
	s.proofs = make([]bool, len(s.in.statements))
}

// prepare works out what the statements mean, given the actors of the articles
// that have not changed.
func (s *side) prepare(others map[string]*actor, changed map[string]bool) {
	in, e := s.in, entitiesFrom(others, s.in, changed)
	s.edges = &edges{in: in, entities: e, meetings: newMeetings(in, e), proposals: newProposals(in, e), byID: map[string]*edge{}}
	s.events = make(map[string]bool, len(s.meetings.events)+len(s.proposals.nodes))
	for i := range s.meetings.events {
		s.events[s.meetings.events[i].node.ID] = true
	}
	for i := range s.proposals.nodes {
		s.events[s.proposals.nodes[i].ID] = true
	}
}

// known returns the id of the node that an id is known by, whichever article
// uses it: its own, or that of a person with whom another one was merged; "" where
// there is none. See graph.Index.Node.
func (s *side) known(id string) string {
	if s.events[id] || s.entities.byID[id] != nil {
		return id
	}
	return s.entities.same[id]
}

// ids calls f for every id that a statement gives: those of its nodes and, as
// they may be ids of nodes too, those that its article uses for them.
func (s *side) ids(x *graph.Statement, f func(string)) {
	refs(x, func(r *graph.Ref) {
		f(s.known(r.ID))
		f(s.node(x.Article, r))
	})
	f(s.known(x.Meeting))
	if ev := s.meetings.of(x); ev != nil {
		f(ev.node.ID)
	}
}

// difference finds the articles whose records, or those of what they say, can
// differ between two sides.
type difference struct {
	before, after *side
	changed       map[string]bool
	// others are the actors of the articles that say the same on both sides.
	others map[string]*actor
}

// texts adds the articles that do not say the same: statements that are twice in
// a set are there once, and touched need not name the article that loses one.
func (d *difference) texts() {
	for _, way := range [][2]*side{{d.before, d.after}, {d.after, d.before}} {
		for article := range way[0].first {
			if !d.changed[article] && !sameIDs(way[0].said(article), way[1].said(article)) {
				d.changed[article] = true
			}
		}
	}
	d.others = actorsOf(d.before.in, d.changed)
}

func sameIDs(a, b []graph.Statement) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

// said returns the statements of an article.
func (s *side) said(article string) []graph.Statement {
	from, ok := s.first[article]
	if !ok {
		return nil
	}
	to := from
	for to < len(s.in.statements) && s.in.statements[to].Article == article {
		to++
	}
	return s.in.statements[from:to]
}

// both does f for both sides at once.
func (d *difference) both(f func(*side)) {
	var wait sync.WaitGroup
	wait.Go(func() { f(d.before) })
	f(d.after)
	wait.Wait()
}

// copies adds the articles that have other copies now.
func (d *difference) copies() {
	was, is := d.before.in.sources.Copies(), d.after.in.sources.Copies()
	for _, list := range []map[string][]string{was, is} {
		for id := range list {
			if !slices.Equal(was[id], is[id]) {
				d.changed[id] = true
			}
		}
	}
}

// meanings adds the articles of which a statement means something else now.
func (d *difference) meanings() {
	c := comparison{a: d.before, b: d.after, equal: map[*event]*event{}}
	for article, i := range d.before.first {
		if d.changed[article] {
			continue
		}
		for j := d.after.first[article]; i < len(c.a.in.statements) && c.a.in.statements[i].Article == article; i, j = i+1, j+1 {
			if !c.same(&c.a.in.statements[i]) {
				d.changed[article] = true
				break
			}
		}
	}
}

// comparison compares what one statement means on two sides.
type comparison struct {
	a, b  *side
	equal map[*event]*event
}

func (c *comparison) same(s *graph.Statement) bool {
	same := true
	refs(s, func(r *graph.Ref) {
		node := c.a.node(s.Article, r)
		same = same && node == c.b.node(s.Article, r) && (node == r.ID && !r.Kind.Event() || c.a.known(r.ID) == c.b.known(r.ID))
	})
	return same && (s.Meeting == "" || c.a.known(s.Meeting) == c.b.known(s.Meeting)) && c.samePlace(s) && c.sameEvent(s) && c.sameNames(s)
}

// samePlace compares what is known of the place of a statement.
func (c *comparison) samePlace(s *graph.Statement) bool {
	if s.Place == nil {
		return true
	}
	a, b := c.a.entities.get(s.Place.ID), c.b.entities.get(s.Place.ID)
	return a == b || a != nil && b != nil && a.fact == b.fact
}

// sameEvent compares the meetings that a statement is about.
func (c *comparison) sameEvent(s *graph.Statement) bool {
	a, b := c.a.meetings.of(s), c.b.meetings.of(s)
	if a == nil || b == nil {
		return a == b
	}
	if c.equal[a] == b {
		return true
	}
	if a.mode != b.mode || !reflect.DeepEqual(a.node, b.node) {
		return false
	}
	c.equal[a] = b
	return true
}

// sameNames compares the names of the ends of an edge without direction both of
// whose ends have other ids than in the statement: by their names one may tell
// which is which.
func (c *comparison) sameNames(s *graph.Statement) bool {
	if !s.Relation.Symmetric() || c.a.node(s.Article, &s.Source) == s.Source.ID || c.a.node(s.Article, &s.Target) == s.Target.ID {
		return true
	}
	return c.a.name(s.Article, &s.Source) == c.b.name(s.Article, &s.Source) && c.a.name(s.Article, &s.Target) == c.b.name(s.Article, &s.Target)
}

// name returns the name of the node of a reference.
func (s *side) name(article string, r *graph.Ref) string {
	if a := s.entities.get(r.ID); a != nil && !r.Kind.Event() {
		return a.name()
	}
	if ev := s.meetings.get(article, r.ID); ev != nil {
		return ev.node.Name
	}
	if i, ok := s.proposals.byKey[local(article, r.ID)]; ok {
		return s.proposals.nodes[i].Name
	}
	return ""
}

// join is what makes two statements prove one edge.
type join struct {
	source, target, meeting string
	relation                graph.Relation
	status                  graph.Status
}

func joinOf(e *graph.Edge) join { return join{e.Source, e.Target, e.Meeting, e.Relation, e.Status} }

// parts makes the parts of the two graphs that the changed articles make up.
func (d *difference) parts() (was, is graph.Part) {
	joins := map[join]bool{}
	ids := map[string]bool{}
	for _, s := range []*side{d.before, d.after} {
		s.wanted = func(_ int, e *graph.Edge) bool { joins[joinOf(e)] = true; return false }
		s.each(d.changed, func(i int) {
			s.proofs[i] = true
			s.add(i)
			s.ids(&s.in.statements[i], func(id string) { ids[id] = true })
		})
	}
	d.both(func(s *side) { s.edgesOf(joins) })
	for _, s := range []*side{d.before, d.after} {
		s.places(ids)
	}
	d.both(func(s *side) {
		s.part.Nodes = s.nodes(ids)
		s.part.Sort()
	})
	return graph.Part{Graph: d.before.part, Changed: d.changed}, graph.Part{Graph: d.after.part, Changed: d.changed}
}

// each calls f for the statements of the articles.
func (s *side) each(articles map[string]bool, f func(i int)) {
	for article := range articles {
		i, ok := s.first[article]
		for ; ok && i < len(s.in.statements) && s.in.statements[i].Article == article; i++ {
			f(i)
		}
	}
}

// edgesOf finds all statements that prove the edges, and makes the edges.
func (s *side) edgesOf(joins map[join]bool) {
	s.wanted = func(i int, e *graph.Edge) bool {
		s.proofs[i] = s.proofs[i] || joins[joinOf(e)]
		return false
	}
	for i := range s.in.statements {
		s.add(i)
	}
	s.wanted = func(_ int, e *graph.Edge) bool { return joins[joinOf(e)] }
	s.part = &graph.Graph{Articles: s.in.articles}
	for i, yes := range s.proofs {
		if yes {
			s.add(i)
			s.part.Statements = append(s.part.Statements, s.in.statements[i])
		}
	}
	s.part.Edges = s.list()
}

// places adds the nodes to which edges and events refer.
func (s *side) places(ids map[string]bool) {
	for i := range s.part.Edges {
		e := &s.part.Edges[i]
		for _, id := range []string{e.Source, e.Target, e.Place, e.Meeting} {
			ids[id] = true
		}
	}
	for i := range s.meetings.events {
		if n := &s.meetings.events[i].node; ids[n.ID] {
			ids[n.Place] = true
		}
	}
}
