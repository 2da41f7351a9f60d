// Package graphml writes GraphML, which Gephi, yEd, Cytoscape and NetworkX
// open: every node and edge of the graph with typed attributes, and of each
// edge the first quote.
//
// Source: http://graphml.graphdrawing.org/primer/graphml-primer.html
package graphml

import (
	"bufio"
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"entente/graph"
)

// Exporter writes GraphML. Make it with New.
type Exporter struct{}

// New returns an exporter.
func New() *Exporter { return &Exporter{} }

// Name returns "graphml".
func (*Exporter) Name() string { return "graphml" }

// Extensions returns ".graphml".
func (*Exporter) Extensions() []string { return []string{".graphml"} }

// Description says what the format is for.
func (*Exporter) Description() string { return "for Gephi, yEd, Cytoscape and NetworkX" }

// key declares an attribute: its id, name and type in GraphML.
type key struct{ id, target, name, kind string }

func keys() []key {
	var list []key
	add := func(target, prefix string, names ...string) {
		for _, name := range names {
			name, kind, _ := strings.Cut(name, ":")
			list = append(list, key{prefix + name, target, name, cmp.Or(kind, "string")})
		}
	}
	// Gephi shows "label" and lays out by "weight".
	add("node", "n_", "label", "kind", "event:boolean", "type", "aliases", "country", "wikidata", "offices", "status", "date", "place", "sources:int")
	add("edge", "e_", "label", "relation", "status", "date", "place", "meeting", "plover", "sources:int", "confidence:double", "weight:double", "articles:int", "quote", "quote_article", "quote_url")
	return list
}

// Export writes g. Edges whose ends are not in the graph are left out: readers
// refuse the whole file otherwise.
func (*Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	g.Sort()
	d := &document{w: bufio.NewWriterSize(w, 1<<16), index: g.Index()}
	d.raw(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
		`xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	for _, k := range keys() {
		d.raw(fmt.Sprintf("<key id=%q for=%q attr.name=%q attr.type=%q/>\n", k.id, k.target, k.name, k.kind))
	}
	d.raw(`<graph id="entente" edgedefault="directed">` + "\n")
	for i := range g.Nodes {
		d.node(&g.Nodes[i])
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		if d.index.Nodes[e.Source] != nil && d.index.Nodes[e.Target] != nil {
			d.edge(e)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	d.raw("</graph>\n</graphml>\n")
	return d.w.Flush()
}

// document writes the parts; its writer keeps the first error for Flush.
type document struct {
	w     *bufio.Writer
	index *graph.Index
}

func (d *document) raw(s string) { _, _ = d.w.WriteString(s) }

func (d *document) escaped(s string) { _ = xml.EscapeText(d.w, []byte(s)) }

// data writes an attribute, unless it is empty.
func (d *document) data(id, value string) {
	if value == "" {
		return
	}
	d.raw(`<data key="` + id + `">`)
	d.escaped(value)
	d.raw("</data>")
}

func (d *document) node(n *graph.Node) {
	d.raw(`<node id="`)
	d.escaped(n.ID)
	d.raw(`">`)
	d.data("n_label", n.Name)
	d.data("n_kind", string(n.Kind))
	d.data("n_event", strconv.FormatBool(n.Kind.Event()))
	d.data("n_type", n.Type)
	d.data("n_aliases", strings.Join(n.Aliases, "; "))
	d.data("n_country", n.Country)
	d.data("n_wikidata", n.Wikidata)
	d.data("n_offices", strings.Join(n.Offices, "; "))
	d.data("n_status", string(n.Status))
	d.data("n_date", string(n.Date))
	d.data("n_place", n.Place)
	d.data("n_sources", strconv.Itoa(n.Sources))
	d.raw("</node>\n")
}

func (d *document) edge(e *graph.Edge) {
	d.raw(`<edge id="`)
	d.escaped(e.ID)
	d.raw(`" source="`)
	d.escaped(e.Source)
	d.raw(`" target="`)
	d.escaped(e.Target)
	d.raw(`">`)
	d.data("e_label", strings.ToLower(strings.ReplaceAll(string(e.Relation), "_", " ")))
	d.data("e_relation", string(e.Relation))
	d.data("e_status", string(e.Status))
	d.data("e_date", string(e.Date))
	d.data("e_place", e.Place)
	d.data("e_meeting", e.Meeting)
	d.data("e_plover", e.Plover)
	d.data("e_sources", strconv.Itoa(e.Sources))
	d.data("e_confidence", strconv.FormatFloat(e.Confidence, 'g', -1, 64))
	d.data("e_weight", strconv.Itoa(max(e.Sources, 1)))
	d.proof(e)
	d.raw("</edge>\n")
}

// proof writes how many articles prove an edge, and the first quote.
func (d *document) proof(e *graph.Edge) {
	seen := map[string]bool{}
	var first *graph.Statement
	for _, id := range e.Statements {
		if s := d.index.Statements[id]; s != nil {
			seen[s.Article] = true
			if first == nil || graph.CompareStatements(*s, *first) < 0 {
				first = s
			}
		}
	}
	d.data("e_articles", strconv.Itoa(len(seen)))
	if first == nil {
		return
	}
	d.data("e_quote", first.Quote)
	if a := d.index.Articles[first.Article]; a != nil {
		d.data("e_quote_article", strings.TrimSpace(a.Title+" ("+strings.Trim(a.Outlet+" "+string(a.Published), " ")+")"))
		d.data("e_quote_url", a.URL)
	}
}
