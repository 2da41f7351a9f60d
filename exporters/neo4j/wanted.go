package neo4j

import (
	"cmp"
	"slices"

	"entente/graph"
)

// wanted tells of the records that the database should hold, one at a time, so
// that a graph is not held twice. It can be asked by several makers at once.
type wanted struct {
	g     *graph.Graph
	index *graph.Index
	// proves gives an edge that each statement proves, further those that it proves beside.
	proves  map[*graph.Statement]int32
	further map[*graph.Statement][]int32
	// renamed tells which node an article's own id became, where it is none itself.
	renamed map[local]string
	// first tells where each article's statements begin.
	first map[string]int
	// of and best keep what was found out for each statement and each edge: the makers
	// of rows come after those of hashes. Different places can be used at once.
	of   []ends
	best []*graph.Statement
}

// ends are the nodes to which a statement's links lead.
type ends struct {
	known                   bool
	source, target, speaker *graph.Node
	// events are the ids of the events that it supports, sorted.
	events []string
}

// newWanted takes a sorted graph with its index.
func newWanted(g *graph.Graph, index *graph.Index) *wanted {
	w := &wanted{
		g: g, index: index, proves: make(map[*graph.Statement]int32, len(g.Statements)), further: map[*graph.Statement][]int32{},
		renamed: map[local]string{}, first: make(map[string]int, len(g.Articles)),
		of: make([]ends, len(g.Statements)), best: make([]*graph.Statement, len(g.Edges)),
	}
	for i := range g.Statements {
		if i == 0 || g.Statements[i].Article != g.Statements[i-1].Article {
			w.first[g.Statements[i].Article] = i
		}
	}
	for i := range g.Edges {
		n := int32(i) //nolint:gosec // a graph of two billion edges fits no memory
		for _, id := range g.Edges[i].Statements {
			s := index.Statements[id]
			if s == nil {
				continue
			}
			if _, ok := w.proves[s]; ok {
				w.further[s] = append(w.further[s], n)
			} else {
				w.proves[s] = n
			}
			w.learn(&g.Edges[i], s)
		}
	}
	return w
}

// local is an id as one article uses it.
type local struct{ article, id string }

// learn takes from an edge and a statement that proves it which nodes the ids
// in the statement became: those of meetings and proposals are local to the
// article, and people can be united when the graph is assembled.
func (w *wanted) learn(e *graph.Edge, s *graph.Statement) {
	w.rename(s.Article, s.Meeting, e.Meeting)
	if s.Relation != e.Relation {
		return
	}
	source, target := e.Source, e.Target
	if e.Relation.Symmetric() && w.swapped(e, s) {
		source, target = target, source
	}
	w.rename(s.Article, s.Source.ID, source)
	w.rename(s.Article, s.Target.ID, target)
}

// swapped tells whether an edge without direction has the statement's ends the
// other way round.
func (w *wanted) swapped(e *graph.Edge, s *graph.Statement) bool {
	if e.Source == s.Source.ID || e.Target == s.Target.ID {
		return false
	}
	source, target := w.index.Nodes[e.Source], w.index.Nodes[e.Target]
	return e.Source == s.Target.ID || e.Target == s.Source.ID || source != nil && target != nil &&
		(source.Name == s.Target.Name || target.Name == s.Source.Name)
}

func (w *wanted) rename(article, id, node string) {
	if id == "" || node == "" || w.index.Node(id) != nil {
		return
	}
	if key := (local{article, id}); w.renamed[key] == "" {
		w.renamed[key] = node
	}
}

// became returns the node that an article's id stands for, nil where the graph has
// none.
func (w *wanted) became(article, id string) *graph.Node {
	if id == "" {
		return nil
	}
	if n := w.index.Node(id); n != nil {
		return n
	}
	if to := w.renamed[local{article, id}]; to != "" {
		return w.index.Nodes[to]
	}
	return nil
}

// parts returns the four lists of the graph, in the order in which they are written.
func (w *wanted) parts() []part {
	return []part{
		{"nodes", len(w.g.Nodes), w.node},
		{"articles", len(w.g.Articles), w.article},
		{"statements", len(w.g.Statements), w.statement},
		{"edges", len(w.g.Edges), w.edge},
	}
}

func (w *wanted) node(m *maker, i int) {
	n := &w.g.Nodes[i]
	m.begin(n.ID, string(n.Kind), "", "", 16)
	m.text(shorten(clean(n.Name), maxName))
	m.list(n.Aliases)
	m.list(n.Merged)
	m.optional(n.Type)
	m.optional(n.Country)
	m.optional(n.Wikidata)
	m.list(n.Offices)
	m.optional(string(n.Status))
	m.date(n.Date)
	m.optional(n.Place)
	m.list(history(n.History))
	m.count(n.Sources)
	if place := w.index.Nodes[n.Place]; n.Kind.Event() && place != nil && !place.Kind.Event() {
		m.link(typeAtPlace, n.Place, false)
	}
	m.end()
}

// history writes each change as "PUBLISHED STATUS ARTICLE", with "-" for an
// unknown date.
func history(changes []graph.Change) []string {
	list := make([]string, len(changes))
	for i, c := range changes {
		list[i] = cmp.Or(string(c.Published), "-") + " " + string(c.Status) + " " + c.Article
	}
	return list
}

func (w *wanted) article(m *maker, i int) {
	a := &w.g.Articles[i]
	m.begin(a.ID, labelArticle, "", "", 8)
	m.optional(a.Title)
	m.day(a.Published)
	m.optional(a.Outlet)
	m.optional(a.URL)
	m.optional(a.Hash)
	m.count(a.Words)
	m.evidence(w.said(a.ID))
	m.end()
}

// said returns the statements of an article, which stand together.
func (w *wanted) said(article string) []graph.Statement {
	from, ok := w.first[article]
	if !ok {
		return nil
	}
	to := from
	for to < len(w.g.Statements) && w.g.Statements[to].Article == article {
		to++
	}
	return w.g.Statements[from:to]
}

func (w *wanted) edge(m *maker, i int) {
	e := &w.g.Edges[i]
	m.begin(e.ID, string(e.Relation), e.Source, e.Target, 12)
	m.text(string(e.Status))
	m.date(e.Date)
	m.optional(e.Plover)
	m.optional(e.Place)
	m.optional(e.Meeting)
	m.count(e.Sources)
	m.float(e.Confidence)
	m.list(e.Statements)
	m.optional(w.bestQuote(i))
	m.end()
}

// bestQuote returns the quote of the statement that one reads first: the most
// confident one, of these the shortest, of these the first by id.
func (w *wanted) bestQuote(i int) string {
	if w.best[i] == nil {
		for _, id := range w.g.Edges[i].Statements {
			s := w.index.Statements[id]
			if s != nil && (w.best[i] == nil || better(s, w.best[i])) {
				w.best[i] = s
			}
		}
	}
	if w.best[i] == nil {
		return ""
	}
	return shorten(w.best[i].Quote, maxQuote)
}

func better(a, b *graph.Statement) bool {
	return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(len(a.Quote), len(b.Quote)), cmp.Compare(a.ID, b.ID)) < 0
}

// statement gives a statement with its links: its article, its two ends, its
// speaker, and the events that it supports.
func (w *wanted) statement(m *maker, i int) {
	s := &w.g.Statements[i]
	m.begin(s.ID, labelStatement, "", "", 17)
	m.text(s.Article)
	m.text(string(s.Relation))
	m.text(string(s.Status))
	m.date(s.Date)
	m.text(s.Source.Name)
	m.text(s.Target.Name)
	m.name(s.Place)
	m.name(s.Speaker)
	m.text(s.Quote)
	m.number(s.Start)
	m.number(s.End)
	m.optional(s.Rule)
	m.optional(s.Plover)
	m.float(s.Confidence)
	m.link(typeHasStatement, s.Article, true)
	to := w.ends(i)
	if to.source != nil {
		m.link(typeSource, to.source.ID, false)
	}
	if to.target != nil {
		m.link(typeTarget, to.target.ID, false)
	}
	if to.speaker != nil {
		m.link(typeSaidBy, to.speaker.ID, false)
	}
	for _, event := range to.events {
		m.link(typeSupports, event, false)
	}
	m.end()
}

// ends returns the nodes to which a statement's links lead.
func (w *wanted) ends(i int) *ends {
	to := &w.of[i]
	if !to.known {
		s := &w.g.Statements[i]
		*to = ends{known: true, source: w.became(s.Article, s.Source.ID), target: w.became(s.Article, s.Target.ID), speaker: w.became(s.Article, speaker(s))}
		to.events = w.events(s, to.source, to.target)
	}
	return to
}

func speaker(s *graph.Statement) string {
	if s.Speaker == nil {
		return ""
	}
	return s.Speaker.ID
}

// events returns the ids of the events that the statement supports, sorted: its
// own ends, and those of the edges that it proves.
func (w *wanted) events(s *graph.Statement, source, target *graph.Node) []string {
	var ids []string
	add := func(n *graph.Node) {
		if n != nil && n.Kind.Event() {
			ids = append(ids, n.ID)
		}
	}
	edge := func(i int32) {
		e := &w.g.Edges[i]
		for _, id := range []string{e.Source, e.Target, e.Meeting} {
			if id != "" && (source == nil || id != source.ID) && (target == nil || id != target.ID) {
				add(w.index.Nodes[id])
			}
		}
	}
	add(source)
	add(target)
	add(w.became(s.Article, s.Meeting))
	if i, ok := w.proves[s]; ok {
		edge(i)
		for _, i := range w.further[s] {
			edge(i)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
