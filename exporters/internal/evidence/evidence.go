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

// Link is a relationship without properties between two nodes by their ids.
type Link struct{ From, Type, To string }

// Links returns the links of a sorted graph, those of articles and statements
// first. Links to nodes that the graph lacks are left out.
func Links(g *graph.Graph) []Link {
	l := linker{g: g, index: g.Index(), proves: map[string][]*graph.Edge{}}
	for i := range g.Edges {
		for _, id := range g.Edges[i].Statements {
			l.proves[id] = append(l.proves[id], &g.Edges[i])
		}
	}
	for i := range g.Statements {
		l.statement(&g.Statements[i])
	}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; n.Kind.Event() {
			l.add(n.ID, "AT_PLACE", n.Place)
		}
	}
	return l.links
}

type linker struct {
	g      *graph.Graph
	index  *graph.Index
	proves map[string][]*graph.Edge
	links  []Link
}

func (l *linker) add(from, kind, to string) {
	if l.index.Nodes[to] != nil {
		l.links = append(l.links, Link{from, kind, to})
	}
}

func (l *linker) statement(s *graph.Statement) {
	if l.index.Articles[s.Article] != nil {
		l.links = append(l.links, Link{s.Article, "HAS_STATEMENT", s.ID})
	}
	source, target := l.ends(s)
	l.add(s.ID, "SOURCE", source)
	l.add(s.ID, "TARGET", target)
	if s.Speaker != nil {
		l.add(s.ID, "SAID_BY", l.known(s.Speaker.ID))
	}
	proved := l.proves[s.ID]
	events := make([]string, 0, 3+3*len(proved))
	events = append(events, source, target, s.Meeting)
	for _, e := range proved {
		events = append(events, e.Source, e.Target, e.Meeting)
	}
	slices.Sort(events)
	for _, id := range slices.Compact(events) {
		if n := l.index.Nodes[id]; n != nil && n.Kind.Event() {
			l.add(s.ID, "SUPPORTS", id)
		}
	}
}

// ends returns the nodes that a statement's two ends became. A meeting's or
// proposal's id in a statement may be local to its article; then the edge of
// the same relation that the statement proves tells the node.
func (l *linker) ends(s *graph.Statement) (source, target string) {
	source, target = l.known(s.Source.ID), l.known(s.Target.ID)
	for _, e := range l.proves[s.ID] {
		if e.Relation != s.Relation {
			continue
		}
		if l.index.Nodes[source] == nil && e.Source != target {
			source = e.Source
		}
		if l.index.Nodes[target] == nil && e.Target != source {
			target = e.Target
		}
	}
	return source, target
}

// known returns the id of the node that an entity's id leads to, or the id.
func (l *linker) known(id string) string {
	if n := l.index.Node(id); n != nil {
		return n.ID
	}
	return id
}
