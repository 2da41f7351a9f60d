package sample

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"entente/graph"
)

//go:embed summit.txt
var summit string

// Summit returns the graph of three made-up articles about a real kind of
// event, a summit, with 47 nodes: people, countries, meetings that were held,
// floated and called off, proposals that were accepted and refused.
func Summit(tb testing.TB) *graph.Graph {
	tb.Helper()
	g, err := Parse(summit)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// Parse reads a graph in the notation of summit.txt.
func Parse(text string) (*graph.Graph, error) {
	p := &parser{nodes: map[string]*graph.Node{}, edges: map[string]*graph.Edge{}}
	for i, line := range strings.Split(text, "\n") {
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return p.finish()
}

type parser struct {
	order    []string
	nodes    map[string]*graph.Node
	articles []graph.Article
	quote    string
	start    int
	states   []graph.Statement
	edges    map[string]*graph.Edge
	keys     []string
}

func (p *parser) line(line string) error {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch word {
	case "", "#":
	case "node", "event":
		p.node(rest, word == "event")
	case "article":
		f := fields(rest, 5)
		title := f[4]
		p.articles = append(p.articles, graph.Article{ID: f[0], Outlet: f[1], Published: graph.Date(f[2]), URL: f[3], Title: title, Text: title + "\n"})
	case ">":
		a := &p.articles[len(p.articles)-1]
		a.Text += "\n" + rest
		p.quote, p.start = rest, len(a.Text)-len(rest)
	default:
		return p.statement(strings.Fields(line))
	}
	return nil
}

// fields splits a line at its bars into n fields at least.
func fields(line string, n int) []string {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

func (p *parser) node(line string, event bool) {
	f := fields(line, 9)
	n := &graph.Node{ID: f[1], Kind: graph.Kind(f[2]), Name: f[3]}
	p.order = append(p.order, f[0])
	p.nodes[f[0]] = n
	if !event {
		n.Country, n.Type = f[4], f[5]
		if f[6] != "" {
			n.Aliases = strings.Split(f[6], "; ")
		}
		if wd, ok := strings.CutPrefix(n.ID, "wd:"); ok {
			n.Wikidata = wd
		}
		return
	}
	n.Type, n.Status, n.Date, n.Place = f[4], graph.Status(f[5]), graph.Date(f[6]), f[7]
	for step := range strings.SplitSeq(f[8], "; ") {
		if article, status, ok := strings.Cut(step, " "); ok {
			n.History = append(n.History, graph.Change{Article: article, Status: graph.Status(status)})
		}
	}
}

func (p *parser) ref(name string) (graph.Ref, error) {
	n := p.nodes[name]
	if n == nil {
		return graph.Ref{}, fmt.Errorf("no node %q", name)
	}
	return graph.Ref{ID: n.ID, Kind: n.Kind, Name: n.Name, Type: n.Type, Country: n.Country, Wikidata: n.Wikidata}, nil
}

func (p *parser) statement(words []string) error {
	a := &p.articles[len(p.articles)-1]
	s := graph.Statement{
		Article: a.ID, Relation: graph.Relation(words[1]), Status: graph.Occurred,
		Quote: p.quote, Start: p.start, End: p.start + len(p.quote), Rule: "sample/" + strings.ToLower(words[1]), Confidence: 0.8,
	}
	var err error
	if s.Source, err = p.ref(words[0]); err != nil {
		return err
	}
	if s.Target, err = p.ref(words[2]); err != nil {
		return err
	}
	if err := p.details(&s, words[3:]); err != nil {
		return err
	}
	s.Seal()
	p.states = append(p.states, s)
	p.edge(&s)
	return nil
}

func (p *parser) details(s *graph.Statement, words []string) error {
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		switch {
		case word == "by":
			speaker, err := p.ref(words[0])
			if err != nil {
				return err
			}
			s.Speaker, words = &speaker, words[1:]
		case word == "as":
			s.Source.Office, words = strings.Join(words, " "), nil
			n := p.byID(s.Source.ID)
			n.Offices = append(n.Offices, s.Source.Office)
		case strings.HasPrefix(word, "@"):
			m, err := p.ref(word[1:])
			if err != nil {
				return err
			}
			s.Meeting = m.ID
		case graph.Status(word).Valid():
			s.Status = graph.Status(word)
		default:
			s.Date = graph.Date(word)
		}
	}
	return nil
}

func (p *parser) byID(id string) *graph.Node {
	for _, name := range p.order {
		if p.nodes[name].ID == id {
			return p.nodes[name]
		}
	}
	return nil
}

// edge adds a statement to its edge. The edges of a meeting have the status
// that the last article gives.
func (p *parser) edge(s *graph.Statement) {
	key := graph.Hash("edge", s.Source.ID, string(s.Relation), s.Target.ID, s.Meeting)
	if s.Meeting == "" {
		key = graph.Hash("edge", s.Source.ID, string(s.Relation), s.Target.ID, string(s.Status), string(s.Date))
	}
	e := p.edges[key]
	if e == nil {
		e = &graph.Edge{ID: key, Source: s.Source.ID, Relation: s.Relation, Target: s.Target.ID, Meeting: s.Meeting}
		p.edges[key] = e
		p.keys = append(p.keys, key)
	}
	e.Status, e.Date, e.Plover = s.Status, s.Date, s.Relation.Plover(s.Status)
	e.Statements = append(e.Statements, s.ID)
	e.Sources = len(e.Statements)
	e.Confidence = 1 - 0.2/float64(e.Sources)
}

func (p *parser) finish() (*graph.Graph, error) {
	g := &graph.Graph{Articles: p.articles, Statements: p.states}
	for i := range g.Articles {
		a := &g.Articles[i]
		a.Hash, a.Words = graph.TextHash(a.Text), len(strings.Fields(a.Text))
	}
	for _, name := range p.order {
		n := p.nodes[name]
		if n.Place != "" {
			n.Place = p.nodes[n.Place].ID
		}
		for i := range n.History {
			n.History[i].Published = g.Index().Articles[n.History[i].Article].Published
		}
		g.Nodes = append(g.Nodes, *n)
	}
	for _, key := range p.keys {
		g.Edges = append(g.Edges, *p.edges[key])
	}
	g.Sort()
	return g, g.Validate()
}
