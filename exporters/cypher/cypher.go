// Package cypher writes a script in Cypher that builds the graph in any Neo4j
// 5 by copying and pasting or with cypher-shell. Every statement is a MERGE:
// running the script again changes nothing. It needs no plugin and no
// parameters. For large graphs and for keeping a database up to date the
// loader of package neo4j is the better way.
package cypher

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"entente/exporters/internal/evidence"
	"entente/graph"
)

// Exporter writes a script. Make it with New.
type Exporter struct{}

// New returns an exporter.
func New() *Exporter { return &Exporter{} }

// Name returns "cypher".
func (*Exporter) Name() string { return "cypher" }

// Extensions returns ".cypher" and ".cql".
func (*Exporter) Extensions() []string { return []string{".cypher", ".cql"} }

// Description says what the format is for.
func (*Exporter) Description() string { return "a script for Neo4j's browser or cypher-shell" }

// preamble creates the constraint that makes ids unique and lookups fast.
const preamble = `// A graph of who met whom, who proposed what and who rejected it, with the quotes that say so.
// Run it in Neo4j's browser or by: cypher-shell -f FILE. Running it again changes nothing.
// In Memgraph run first: CREATE INDEX ON :Entente(id);
CREATE CONSTRAINT entente_id IF NOT EXISTS FOR (n:Entente) REQUIRE n.id IS UNIQUE;
`

// Export writes g. It fails on kinds and relations outside the vocabularies:
// their names would have to stand in the script as they are.
func (*Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	g.Sort()
	s := &script{w: bufio.NewWriterSize(w, 1<<16), ctx: ctx}
	s.line(preamble)
	for i := range g.Nodes {
		s.node(&g.Nodes[i])
	}
	for i := range g.Articles {
		s.article(&g.Articles[i])
	}
	for i := range g.Statements {
		s.statement(&g.Statements[i])
	}
	index := g.Index()
	for i := range g.Edges {
		if e := &g.Edges[i]; index.Nodes[e.Source] != nil && index.Nodes[e.Target] != nil {
			s.edge(e)
		}
	}
	for _, l := range evidence.Links(g) {
		s.line(fmt.Sprintf("MATCH (a:Entente {id: %s}), (b:Entente {id: %s}) MERGE (a)-[:%s]->(b);\n", quote(l.From), quote(l.To), l.Type))
	}
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// script writes statements until the first error.
type script struct {
	w   *bufio.Writer
	ctx context.Context //nolint:containedctx // lives as long as one Export
	err error
}

func (s *script) line(text string) {
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	if s.err == nil {
		_, s.err = s.w.WriteString(text)
	}
}

// merge writes a node.
func (s *script) merge(id, labels string, p properties) {
	s.line(fmt.Sprintf("MERGE (n:Entente {id: %s}) SET n:%s%s;\n", quote(id), labels, p.set("n")))
}

func (s *script) node(n *graph.Node) {
	if !n.Kind.Valid() {
		s.fail("node %q: unknown kind %q", n.ID, n.Kind)
		return
	}
	group := "Entity"
	if n.Kind.Event() {
		group = "Event"
	}
	var p properties
	p.text("name", n.Name)
	p.list("aliases", n.Aliases)
	p.list("merged", n.Merged)
	p.text("type", n.Type)
	p.text("country", n.Country)
	p.text("wikidata", n.Wikidata)
	p.list("offices", n.Offices)
	p.text("status", string(n.Status))
	p.date(n.Date)
	p.text("place", n.Place)
	p.list("history", history(n.History))
	p.number("sources", n.Sources)
	s.merge(n.ID, string(n.Kind)+":"+group, p)
}

func history(changes []graph.Change) []string {
	list := make([]string, len(changes))
	for i, c := range changes {
		published := string(c.Published)
		if published == "" {
			published = "-"
		}
		list[i] = strings.Join([]string{published, string(c.Status), c.Article}, " ")
	}
	return list
}

func (s *script) article(a *graph.Article) {
	var p properties
	p.text("title", a.Title)
	if a.Published.Precision() == graph.Day {
		p.add("published", "date("+quote(string(a.Published))+")")
	}
	p.text("publishedEdtf", string(a.Published))
	p.text("outlet", a.Outlet)
	p.text("url", a.URL)
	p.text("textHash", a.Hash)
	p.number("words", a.Words)
	s.merge(a.ID, "Article", p)
}

func (s *script) statement(x *graph.Statement) {
	var p properties
	p.text("article", x.Article)
	p.text("relation", string(x.Relation))
	p.text("status", string(x.Status))
	p.date(x.Date)
	p.text("sourceName", x.Source.Name)
	p.text("targetName", x.Target.Name)
	if x.Place != nil {
		p.text("placeName", x.Place.Name)
	}
	if x.Speaker != nil {
		p.text("speakerName", x.Speaker.Name)
	}
	p.text("quote", x.Quote)
	p.number("startByte", x.Start)
	p.number("endByte", x.End)
	p.text("rule", x.Rule)
	p.text("plover", x.Plover)
	p.decimal("confidence", x.Confidence)
	s.merge(x.ID, "Statement", p)
}

func (s *script) edge(e *graph.Edge) {
	if !e.Relation.Valid() {
		s.fail("edge %q: unknown relation %q", e.ID, e.Relation)
		return
	}
	var p properties
	p.text("status", string(e.Status))
	p.date(e.Date)
	p.text("plover", e.Plover)
	p.text("place", e.Place)
	p.text("meeting", e.Meeting)
	p.number("sources", e.Sources)
	p.decimal("confidence", e.Confidence)
	p.list("statements", e.Statements)
	set := strings.TrimPrefix(p.set("r"), ",")
	s.line(fmt.Sprintf("MATCH (a:Entente {id: %s}), (b:Entente {id: %s}) MERGE (a)-[r:%s {id: %s}]->(b) SET%s;\n", quote(e.Source), quote(e.Target), e.Relation, quote(e.ID), set))
}

func (s *script) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf(format, args...)
	}
}
