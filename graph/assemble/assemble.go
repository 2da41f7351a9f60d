// Package assemble makes one graph of the statements of many articles: who is
// one actor, what is one meeting, what is one proposal. The result depends on
// the set of statements only, never on their order.
//
// The steps: articles and statements each once, in canonical order; actors
// merged by id, people without one by name, country and office; the meetings
// of each article gathered and clustered over all articles under constraints
// (two of one article, two days, two places, a call and a visit never merge);
// proposals clustered by proponent and content; edges with their proofs, and
// belief by independent sources.
package assemble

import "entente/graph"

// Graph returns the graph of the statements of the articles. Articles without
// statements stay in the graph; statements of unknown articles make it invalid.
//
// Statements stay as they are: their references keep the ids that the article
// alone gives, while nodes and edges have canonical ones; an edge lists the
// statements that prove it. The arguments are not changed.
func Graph(articles []graph.Article, statements []graph.Statement) *graph.Graph {
	in := newInput(articles, statements)
	entities := newEntities(in)
	all := newEdges(in, entities, newMeetings(in, entities), newProposals(in, entities))
	g := &graph.Graph{Articles: in.articles, Nodes: all.nodes(nil, nil), Edges: all.list(), Statements: in.list(statements)}
	g.Sort()
	return g
}

// Telling is one meeting as one article tells it.
type Telling struct {
	// Article and Meeting are the ids of the article and of its meeting.
	Article, Meeting string
	// Node is the id of the meeting in the graph.
	Node string
	// Participants are the ids of the nodes of who took part, sorted.
	Participants []string
	Status       graph.Status
	Date         graph.Date
}

// Meetings tells which meeting of the graph each meeting of each article
// became, sorted by article and meeting.
func Meetings(articles []graph.Article, statements []graph.Statement) []Telling {
	in := newInput(articles, statements)
	m := newMeetings(in, newEntities(in))
	out := make([]Telling, 0, len(m.local))
	for i := range m.local {
		l := &m.local[i]
		t := Telling{Article: l.article, Meeting: l.key[len(l.article)+1:], Node: m.events[m.byKey[l.key]].node.ID, Participants: l.who, Status: l.status}
		if l.known {
			t.Date = l.when.date()
		}
		out = append(out, t)
	}
	return out
}
