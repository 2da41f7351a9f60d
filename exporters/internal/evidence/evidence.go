// Package evidence tells how statements hang together with the nodes of a
// graph, for the formats that write statements as nodes:
//
//	(article)-[:HAS_STATEMENT]->(statement)-[:SOURCE|TARGET|SAID_BY]->(node)
//	(statement)-[:SUPPORTS]->(event), (event)-[:AT_PLACE]->(node)
package evidence

import (
	"slices"

	"entente/graph"
)

// Evidence knows which nodes of a graph the statements are about: the ids of
// meetings and proposals in a statement are its article's own, and people can be
// united when a graph is assembled.
type Evidence struct {
	g     *graph.Graph
	index *graph.Index
	// proves gives an edge that each statement proves, further those that it proves beside.
	proves  map[*graph.Statement]int32
	further map[*graph.Statement][]int32
	// renamed tells which node an article's own id became, where it is none itself.
	renamed map[local]string
	// of keeps what was found out for each statement.
	of []Ends
}

// Ends are the nodes to which a statement leads; nil where it leads to none.
type Ends struct {
	Source, Target, Speaker *graph.Node
	// Events are the ids of the meetings and proposals that it supports, sorted.
	Events []string

	known bool
}

// New takes a sorted graph and its index.
func New(g *graph.Graph, index *graph.Index) *Evidence {
	x := &Evidence{
		g: g, index: index, proves: make(map[*graph.Statement]int32, len(g.Statements)), further: map[*graph.Statement][]int32{},
		renamed: map[local]string{}, of: make([]Ends, len(g.Statements)),
	}
	for i := range g.Edges {
		n := int32(i) //nolint:gosec // a graph of two billion edges fits no memory
		for _, id := range g.Edges[i].Statements {
			s := index.Statements[id]
			if s == nil {
				continue
			}
			if _, ok := x.proves[s]; ok {
				x.further[s] = append(x.further[s], n)
			} else {
				x.proves[s] = n
			}
			x.learn(&g.Edges[i], s)
		}
	}
	return x
}

// Of returns where the graph's i-th statement leads. It can be asked for different
// statements at once.
func (x *Evidence) Of(i int) *Ends {
	to := &x.of[i]
	if !to.known {
		s := &x.g.Statements[i]
		*to = Ends{known: true, Source: x.became(s.Article, s.Source.ID), Target: x.became(s.Article, s.Target.ID)}
		if s.Speaker != nil {
			to.Speaker = x.became(s.Article, s.Speaker.ID)
		}
		to.Events = x.events(s, to.Source, to.Target)
	}
	return to
}

// local is an id as one article uses it.
type local struct{ article, id string }

// learn takes from an edge and a statement that proves it which nodes the ids
// in the statement became: those of meetings and proposals are local to the
// article, and people can be united when the graph is assembled.
func (x *Evidence) learn(e *graph.Edge, s *graph.Statement) {
	x.rename(s.Article, s.Meeting, e.Meeting)
	if s.Relation != e.Relation {
		return
	}
	source, target := e.Source, e.Target
	if e.Relation.Symmetric() && x.swapped(e, s) {
		source, target = target, source
	}
	x.rename(s.Article, s.Source.ID, source)
	x.rename(s.Article, s.Target.ID, target)
}

// swapped tells whether an edge without direction has the statement's ends the
// other way round.
func (x *Evidence) swapped(e *graph.Edge, s *graph.Statement) bool {
	if e.Source == s.Source.ID || e.Target == s.Target.ID {
		return false
	}
	source, target := x.index.Nodes[e.Source], x.index.Nodes[e.Target]
	return e.Source == s.Target.ID || e.Target == s.Source.ID || source != nil && target != nil &&
		(source.Name == s.Target.Name || target.Name == s.Source.Name)
}

func (x *Evidence) rename(article, id, node string) {
	if id == "" || node == "" || x.index.Node(id) != nil {
		return
	}
	if key := (local{article, id}); x.renamed[key] == "" {
		x.renamed[key] = node
	}
}

// became returns the node that an article's id stands for, nil where the graph has
// none.
func (x *Evidence) became(article, id string) *graph.Node {
	if id == "" {
		return nil
	}
	if n := x.index.Node(id); n != nil {
		return n
	}
	if to := x.renamed[local{article, id}]; to != "" {
		return x.index.Nodes[to]
	}
	return nil
}

// events returns the ids of the events that the statement supports, sorted: its
// own ends, and those of the edges that it proves.
func (x *Evidence) events(s *graph.Statement, source, target *graph.Node) []string {
	var ids []string
	add := func(n *graph.Node) {
		if n != nil && n.Kind.Event() {
			ids = append(ids, n.ID)
		}
	}
	edge := func(i int32) {
		e := &x.g.Edges[i]
		for _, id := range []string{e.Source, e.Target, e.Meeting} {
			if id != "" && (source == nil || id != source.ID) && (target == nil || id != target.ID) {
				add(x.index.Nodes[id])
			}
		}
	}
	add(source)
	add(target)
	add(x.became(s.Article, s.Meeting))
	if i, ok := x.proves[s]; ok {
		edge(i)
		for _, i := range x.further[s] {
			edge(i)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Link is a relationship without properties between two nodes by their ids.
type Link struct{ From, Type, To string }

// Links returns the links of a sorted graph, those of articles and statements
// first. Links to nodes that the graph lacks are left out.
func Links(g *graph.Graph) []Link {
	index := g.Index()
	x := New(g, index)
	var links []Link
	node := func(from, kind string, to *graph.Node) {
		if to != nil {
			links = append(links, Link{from, kind, to.ID})
		}
	}
	for i := range g.Statements {
		s, to := &g.Statements[i], x.Of(i)
		if index.Articles[s.Article] != nil {
			links = append(links, Link{s.Article, "HAS_STATEMENT", s.ID})
		}
		node(s.ID, "SOURCE", to.Source)
		node(s.ID, "TARGET", to.Target)
		node(s.ID, "SAID_BY", to.Speaker)
		for _, event := range to.Events {
			links = append(links, Link{s.ID, "SUPPORTS", event})
		}
	}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; n.Kind.Event() {
			node(n.ID, "AT_PLACE", index.Nodes[n.Place])
		}
	}
	return links
}
