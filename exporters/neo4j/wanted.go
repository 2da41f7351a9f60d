package neo4j

import (
	"cmp"

	"entente/exporters/internal/evidence"
	"entente/graph"
)

// wanted tells of the records that the database should hold, one at a time, so
// that a graph is not held twice. It can be asked by several makers at once.
type wanted struct {
	g     *graph.Graph
	index *graph.Index
	// first tells where each article's statements begin.
	first map[string]int
	// best keeps what was found out for each edge: the makers of rows come after those
	// of hashes. Different places can be used at once.
	best []*graph.Statement
	// evidence tells where statements lead.
	evidence *evidence.Evidence
}

// newWanted takes a sorted graph with its index.
func newWanted(g *graph.Graph, index *graph.Index) *wanted {
	w := &wanted{g: g, index: index, first: make(map[string]int, len(g.Articles)), best: make([]*graph.Statement, len(g.Edges)), evidence: evidence.New(g, index)}
	for i := range g.Statements {
		if i == 0 || g.Statements[i].Article != g.Statements[i-1].Article {
			w.first[g.Statements[i].Article] = i
		}
	}
	return w
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
	to := w.evidence.Of(i)
	if to.Source != nil {
		m.link(typeSource, to.Source.ID, false)
	}
	if to.Target != nil {
		m.link(typeTarget, to.Target.ID, false)
	}
	if to.Speaker != nil {
		m.link(typeSaidBy, to.Speaker.ID, false)
	}
	for _, event := range to.Events {
		m.link(typeSupports, event, false)
	}
	m.end()
}
