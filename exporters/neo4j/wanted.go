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
	// dated keeps what dates became: a corpus has few different ones.
	dated map[graph.Date][]any
	// buffer is the one that hashes are computed in.
	buffer []byte
}

func newWanted(g *graph.Graph) *wanted {
	w := &wanted{g: g, index: g.Index(), proves: make(map[string][]int32, len(g.Statements)), dated: map[graph.Date][]any{}}
	for i := range g.Edges {
		for _, id := range g.Edges[i].Statements {
			w.proves[id] = append(w.proves[id], int32(i)) //nolint:gosec // a graph of two billion edges fits no memory
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

func (w *wanted) node(i int) record {
	n := &w.g.Nodes[i]
	r := record{id: n.ID, group: string(n.Kind), values: make([]any, 0, 16)}
	r.values = append(r.values,
		shorten(clean(n.Name), maxName), optionalList(n.Aliases), optional(n.Type), optional(n.Country), optional(n.Wikidata),
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
		optional(a.Hash), optionalCount(a.Words))
	w.buffer = r.seal(w.buffer)
	return r
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
		clean(s.Quote), int64(s.Start), int64(s.End), optional(s.Rule), optional(s.Plover), s.Confidence, packRefs(s))
	r.links = append(r.links, link{kind: typeHasStatement, other: s.Article, in: true})
	source, target := w.ends(s)
	for _, l := range []link{{kind: typeSource, other: source}, {kind: typeTarget, other: target}, {kind: typeSaidBy, other: speaker(s)}} {
		if w.index.Nodes[l.other] != nil {
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

// ends returns the ids of the nodes that the statement's two ends became. A
// meeting's or proposal's id in a statement may be local to its article; then the
// edge of the statement's relation that it proves tells the node.
func (w *wanted) ends(s *graph.Statement) (source, target string) {
	source, target = s.Source.ID, s.Target.ID
	for _, i := range w.proves[s.ID] {
		e := &w.g.Edges[i]
		if e.Relation != s.Relation {
			continue
		}
		if w.index.Nodes[source] == nil && e.Source != target {
			source = e.Source
		}
		if w.index.Nodes[target] == nil && e.Target != source {
			target = e.Target
		}
	}
	return source, target
}

// events returns the ids of the events that the statement supports, sorted: its
// own ends, and those of the edges that it proves.
func (w *wanted) events(s *graph.Statement, source, target string) []string {
	ids := []string{source, target, s.Meeting}
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
