package neo4j

import (
	"cmp"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// wanted gives the records that the database should hold, one at a time, so
// that a graph is not held twice.
type wanted struct {
	g     *graph.Graph
	index *graph.Index
	// proves lists the edges that each statement proves, by the statement's id.
	proves map[string][]int32
	// renamed tells which node an article's own id became, where it is none itself.
	renamed map[local]string
	// dated keeps what dates became: a corpus has few different ones.
	dated map[graph.Date][]any
	// first tells where each article's statements begin.
	first map[string]int
	// packer packs the evidence of articles.
	packer packer
	// buffer is the one that hashes are computed in.
	buffer []byte
}

func newWanted(g *graph.Graph) *wanted {
	w := &wanted{g: g, index: g.Index(), proves: make(map[string][]int32, len(g.Statements)), dated: map[graph.Date][]any{}, renamed: map[local]string{}, first: map[string]int{}}
	for i := range g.Statements {
		if i == 0 || g.Statements[i].Article != g.Statements[i-1].Article {
			w.first[g.Statements[i].Article] = i
		}
	}
	for i := range g.Edges {
		for _, id := range g.Edges[i].Statements {
			w.proves[id] = append(w.proves[id], int32(i)) //nolint:gosec // a graph of two billion edges fits no memory
			w.learn(&g.Edges[i], w.index.Statements[id])
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
	if s == nil {
		return
	}
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

// became returns the id of the node that an article's id stands for, "" where
// the graph has none.
func (w *wanted) became(article, id string) string {
	if n := w.index.Node(id); n != nil {
		return n.ID
	}
	return w.renamed[local{article, id}]
}

// parts returns the four lists of the graph, in the order in which they are written.
func (w *wanted) parts() []part {
	return []part{
		{"nodes", len(w.g.Nodes), w.node, func() func(int) record { return w.fork().node }},
		{"articles", len(w.g.Articles), w.article, func() func(int) record { return w.fork().article }},
		{"statements", len(w.g.Statements), w.statement, func() func(int) record { return w.fork().statement }},
		{"edges", len(w.g.Edges), w.edge, func() func(int) record { return w.fork().edge }},
	}
}

// fork returns one that can be used at the same time: what has been learnt is
// shared, what is kept while records are made is not.
func (w *wanted) fork() *wanted {
	f := *w
	f.dated, f.packer, f.buffer = map[graph.Date][]any{}, packer{}, nil
	return &f
}

func (w *wanted) node(i int) record {
	n := &w.g.Nodes[i]
	r := record{id: n.ID, group: string(n.Kind), values: make([]any, 0, 17)}
	r.values = append(r.values,
		shorten(clean(n.Name), maxName), optionalList(n.Aliases), optionalList(n.Merged), optional(n.Type), optional(n.Country), optional(n.Wikidata),
		optionalList(n.Offices), optional(string(n.Status)))
	r.values = append(r.values, w.dates(n.Date)...)
	r.values = append(r.values, optional(n.Place), history(n.History), optionalCount(n.Sources))
	if place := w.index.Nodes[n.Place]; n.Kind.Event() && place != nil && !place.Kind.Event() {
		r.links = append(r.links, link{kind: typeAtPlace, other: n.Place})
	}
	w.buffer = r.seal(w.buffer)
	return r
}

// dates returns the properties of dateProperties; all nil where d is no date.
func (w *wanted) dates(d graph.Date) []any {
	if v, ok := w.dated[d]; ok {
		return v
	}
	v := make([]any, len(dateProperties()))
	if first, last, err := d.Window(); err == nil {
		if d.Precision() == graph.Day {
			v[0] = driver.DateOf(first)
		}
		v[1], v[2], v[3] = driver.DateOf(first), driver.DateOf(last), string(d)
	}
	w.dated[d] = v
	return v
}

// history writes each change as "PUBLISHED STATUS ARTICLE", with "-" for an
// unknown date.
func history(changes []graph.Change) any {
	list := make([]string, len(changes))
	for i, c := range changes {
		list[i] = cmp.Or(string(c.Published), "-") + " " + string(c.Status) + " " + c.Article
	}
	return optionalList(list)
}

func (w *wanted) article(i int) record {
	a := &w.g.Articles[i]
	r := record{id: a.ID, group: labelArticle}
	published := w.dates(a.Published)
	r.values = append(r.values, optional(a.Title), published[0], published[3], optional(a.Outlet), optional(a.URL),
		optional(a.Hash), optionalCount(a.Words), optional(w.packer.pack(w.said(a.ID))))
	w.buffer = r.seal(w.buffer)
	return r
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

func (w *wanted) edge(i int) record {
	e := &w.g.Edges[i]
	r := record{id: e.ID, group: string(e.Relation), source: e.Source, target: e.Target, values: make([]any, 0, 12)}
	r.values = append(r.values, string(e.Status))
	r.values = append(r.values, w.dates(e.Date)...)
	r.values = append(r.values, optional(e.Plover), optional(e.Place), optional(e.Meeting), optionalCount(e.Sources),
		e.Confidence, optionalList(e.Statements), optional(w.bestQuote(e.Statements)))
	w.buffer = r.seal(w.buffer)
	return r
}

// bestQuote returns the quote of the statement that one reads first: the most
// confident one, of these the shortest, of these the first by id.
func (w *wanted) bestQuote(ids []string) string {
	var best *graph.Statement
	for _, id := range ids {
		s := w.index.Statements[id]
		if s != nil && (best == nil || better(s, best)) {
			best = s
		}
	}
	if best == nil {
		return ""
	}
	return shorten(best.Quote, maxQuote)
}

func better(a, b *graph.Statement) bool {
	return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(len(a.Quote), len(b.Quote)), cmp.Compare(a.ID, b.ID)) < 0
}

// statement gives a statement with its links: its article, its two ends, its
// speaker, and the events that it supports.
func (w *wanted) statement(i int) record {
	s := &w.g.Statements[i]
	r := record{id: s.ID, group: labelStatement, values: make([]any, 0, 20), links: make([]link, 0, 5)}
	r.values = append(r.values, clean(s.Article), string(s.Relation), string(s.Status))
	r.values = append(r.values, w.dates(s.Date)...)
	r.values = append(r.values, clean(s.Source.Name), clean(s.Target.Name), refName(s.Place), refName(s.Speaker),
		clean(s.Quote), int64(s.Start), int64(s.End), optional(s.Rule), optional(s.Plover), s.Confidence)
	r.links = append(r.links, link{kind: typeHasStatement, other: s.Article, in: true})
	source, target := w.became(s.Article, s.Source.ID), w.became(s.Article, s.Target.ID)
	for _, l := range []link{{kind: typeSource, other: source}, {kind: typeTarget, other: target}, {kind: typeSaidBy, other: w.became(s.Article, speaker(s))}} {
		if l.other != "" {
			r.links = append(r.links, l)
		}
	}
	for _, event := range w.events(s, source, target) {
		r.links = append(r.links, link{kind: typeSupports, other: event})
	}
	w.buffer = r.seal(w.buffer)
	return r
}

func refName(ref *graph.Ref) any {
	if ref == nil {
		return nil
	}
	return optional(ref.Name)
}

func speaker(s *graph.Statement) string {
	if s.Speaker == nil {
		return ""
	}
	return s.Speaker.ID
}

// events returns the ids of the events that the statement supports, sorted: its
// own ends, and those of the edges that it proves.
func (w *wanted) events(s *graph.Statement, source, target string) []string {
	ids := []string{source, target, w.became(s.Article, s.Meeting)}
	for _, i := range w.proves[s.ID] {
		e := &w.g.Edges[i]
		ids = append(ids, e.Source, e.Target, e.Meeting)
	}
	ids = slices.DeleteFunc(ids, func(id string) bool {
		n := w.index.Nodes[id]
		return n == nil || !n.Kind.Event()
	})
	slices.Sort(ids)
	return slices.Compact(ids)
}
