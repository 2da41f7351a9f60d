package assemble

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"entente/graph"
	"entente/graph/assemble/internal/sources"
)

// Change returns the parts in which the graphs of a set before and after an edit
// can differ. Each record of a part is as in the whole graph, and whatever stands
// in one part and not in the other is not in the other's graph: so the parts tell
// what to write and what to delete.
//
// Who is one actor, what is one meeting, one proposal, and which articles are
// copies is worked out for all articles; the rest grows with the difference.
// Beside the edited articles the parts cover those that now have other copies,
// and those of which a statement means something else: leads to another node,
// is about a meeting that has changed, or names a place that is now known
// otherwise. All other edges and links rest on the same statements with the same
// meaning. A node that differs is named by a statement of an article that is
// covered, because it is made of what is said of it.
func Change(before graph.Set, e *graph.Edit) (was, is graph.Part) {
	d := newDifference(before, e)
	d.both(func(s *side) { s.prepare(d.others) })
	d.copies()
	d.meanings()
	return d.parts()
}

// side is one of two sets, with all that decides what its statements mean.
type side struct {
	*edges

	quotes sources.Quotes
	// own are the statements of the edited articles.
	own []*graph.Statement
	// common gives the number of each statement among those that both sides have, -1
	// for its own.
	common []int32
	// first tells where each article's statements begin; they stand together.
	first map[string]int
	// told are the actors of whom the own statements tell.
	told map[string]*actor
	// events are the ids of meetings and proposals.
	events map[string]bool
	// proofs marks the statements that prove an edge which is in question.
	proofs []bool
	part   *graph.Graph
}

// newSide takes statements in canonical order, of which the touched articles are
// its own.
func newSide(articles []graph.Article, statements []*graph.Statement, touched map[string]bool) *side {
	s := &side{edges: &edges{in: &input{articles: articles, statements: statements}}, first: make(map[string]int, len(articles))}
	s.in.index()
	s.common = make([]int32, len(statements))
	var n int32
	var mine bool
	for i, x := range statements {
		if i == 0 || x.Article != statements[i-1].Article {
			s.first[x.Article] = i
			mine = touched[x.Article]
		}
		if mine {
			s.common[i] = -1
			s.own = append(s.own, x)
			continue
		}
		s.common[i] = n
		n++
	}
	s.proofs = make([]bool, len(statements))
	return s
}

// prepare works out what the statements mean, given the actors of the common ones.
func (s *side) prepare(others map[string]*actor) {
	in := s.in
	in.sources = sources.New(in.articles, s.quotes)
	var e *entities
	e, s.told = entitiesFrom(others, s.own)
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
	// common are the statements of the articles that are not edited.
	common []*graph.Statement
	// others are the actors of the common statements.
	others map[string]*actor
}

func newDifference(before graph.Set, e *graph.Edit) *difference {
	touched := e.Touched()
	articles, statements := before.Articles, pointers(before.Statements)
	if !inOrder(statements) || !slices.IsSortedFunc(articles, compareArticles) {
		articles, statements = ordered(before.Articles), canonical(before.Statements)
	}
	d := &difference{changed: touched}
	for from := 0; from < len(statements); { // those of an article stand together
		to := from
		for to < len(statements) && statements[to].Article == statements[from].Article {
			to++
		}
		if !touched[statements[from].Article] {
			d.common = append(d.common, statements[from:to]...)
		}
		from = to
	}
	added := canonical(e.New.Statements)
	all := merged(d.common, added, compareStatements)
	kept := slices.DeleteFunc(slices.Clone(articles), func(a graph.Article) bool { return touched[a.ID] })
	with := merged(kept, ordered(e.New.Articles), compareArticles)
	var wait sync.WaitGroup
	wait.Go(func() { d.others = actorsOf(d.common) })
	d.before, d.after = newSide(articles, statements, touched), newSide(with, all, touched)
	d.before.quotes = sources.Read(statements)
	d.after.quotes = d.before.quotes.With(touched, d.after.own)
	wait.Wait()
	return d
}

// merged returns two sorted lists as one.
func merged[T any](a, b []T, compare func(a, b T) int) []T {
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func compareArticles(a, b graph.Article) int { return strings.Compare(a.ID, b.ID) }

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
	d.events()
	ids := d.ids()
	if len(ids) == 0 {
		return
	}
	for _, s := range d.common {
		if d.changed[s.Article] {
			continue
		}
		differs := ids[s.Meeting]
		refs(s, func(r *graph.Ref) { differs = differs || ids[r.ID] })
		if differs {
			d.changed[s.Article] = true
		}
	}
}

// ids returns the ids that articles use and that lead to another node now, or to
// one of which something else is known that decides what a statement means: what
// a place is and, of a person who was merged with another, the name.
func (d *difference) ids() map[string]bool {
	a, b := d.before, d.after
	out := map[string]bool{}
	look := func(id string) {
		x, y := a.entities.get(id), b.entities.get(id)
		same := a.known(id) == b.known(id) && a.entities.canonical(id) == b.entities.canonical(id)
		if same && x != y {
			merged := a.entities.canonical(id) != id
			same = x != nil && y != nil && x.fact == y.fact && (!merged || x.name() == y.name())
		}
		if !same {
			out[id] = true
		}
	}
	for _, s := range []*side{a, b} {
		for id := range s.told {
			look(id)
		}
		for id, to := range s.entities.same {
			look(id)
			look(to)
		}
		for id := range s.events {
			look(id)
		}
	}
	return out
}

// events adds the articles that tell of a meeting or a proposal which has
// changed.
func (d *difference) events() {
	a, b := d.before, d.after
	equal := map[*event]*event{}
	for i := range a.meetings.local {
		l := &a.meetings.local[i]
		if d.changed[l.article] {
			continue
		}
		x := &a.meetings.events[a.meetings.byKey[l.key]]
		j, ok := b.meetings.byKey[l.key]
		if !ok {
			d.changed[l.article] = true
			continue
		}
		y := &b.meetings.events[j]
		if equal[x] == y {
			continue
		}
		if x.mode != y.mode || !reflect.DeepEqual(x.node, y.node) {
			d.changed[l.article] = true
			continue
		}
		equal[x] = y
	}
	for key, i := range a.proposals.byKey {
		j, ok := b.proposals.byKey[key]
		if x := &a.proposals.nodes[i]; !ok || x.ID != b.proposals.nodes[j].ID || x.Name != b.proposals.nodes[j].Name {
			article, _, _ := strings.Cut(key, localSeparator)
			d.changed[article] = true
		}
	}
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
			s.ids(s.in.statements[i], func(id string) { ids[id] = true })
		})
	}
	ends := map[string]bool{}
	for j := range joins {
		ends[j.source], ends[j.target] = true, true
	}
	may := d.may(ends, true)
	d.both(func(s *side) { s.edgesOf(joins, s.mayOf(may)) })
	for _, s := range []*side{d.before, d.after} {
		s.places(ids)
	}
	may = d.may(ids, false)
	d.both(func(s *side) {
		s.part.Nodes = s.nodes(ids, s.mayOf(may))
		s.part.Articles = s.articles(d.changed)
		s.part.Sort()
	})
	return graph.Part{Graph: d.before.part, Changed: d.changed}, graph.Part{Graph: d.after.part, Changed: d.changed}
}

// may tells of each common statement whether it can have to do with some nodes:
// where one of the ids that it gives leads to one of them, or two do, or it tells of
// an event, whose ids are the article's own.
func (d *difference) may(nodes map[string]bool, both bool) []bool {
	names := maps.Clone(nodes)
	for _, s := range []*side{d.before, d.after} {
		for id, to := range s.entities.same {
			if nodes[to] {
				names[id] = true
			}
		}
	}
	out := make([]bool, len(d.common))
	for i, s := range d.common {
		if s.Meeting != "" || s.Relation == graph.MetWith || s.Relation == graph.SpokeWith || s.Source.Kind.Event() || s.Target.Kind.Event() {
			out[i] = true
			continue
		}
		if both {
			out[i] = names[s.Source.ID] && names[s.Target.ID]
			continue
		}
		refs(s, func(r *graph.Ref) { out[i] = out[i] || names[r.ID] || r.Kind.Event() })
	}
	return out
}

// mayOf translates what is told of the common statements to those of the side.
func (s *side) mayOf(common []bool) func(i int) bool {
	return func(i int) bool { return s.common[i] < 0 || common[s.common[i]] }
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
func (s *side) edgesOf(joins map[join]bool, may func(i int) bool) {
	s.wanted = func(i int, e *graph.Edge) bool {
		s.proofs[i] = s.proofs[i] || joins[joinOf(e)]
		return false
	}
	for i := range s.in.statements {
		if may(i) {
			s.add(i)
		}
	}
	s.wanted = func(_ int, e *graph.Edge) bool { return joins[joinOf(e)] }
	s.part = &graph.Graph{}
	for i, yes := range s.proofs {
		if yes {
			s.add(i)
			s.part.Statements = append(s.part.Statements, *s.in.statements[i])
		}
	}
	s.part.Edges = s.list()
}

// articles returns the articles among the changed ones, and all others that the
// part speaks of.
func (s *side) articles(changed map[string]bool) []graph.Article {
	ids := maps.Clone(changed)
	for i := range s.part.Statements {
		ids[s.part.Statements[i].Article] = true
	}
	for i := range s.part.Nodes {
		for _, c := range s.part.Nodes[i].History {
			ids[c.Article] = true
		}
	}
	out := make([]graph.Article, 0, len(ids))
	for id := range ids {
		if i, ok := s.in.byID[id]; ok {
			out = append(out, s.in.articles[i])
		}
	}
	return out
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
