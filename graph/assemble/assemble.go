// Package assemble makes one graph of the statements of many articles: who is
// one actor, what is one meeting, what is one proposal. The result depends on
// the set of statements only, never on their order.
package assemble

import "entente/graph"

// Graph returns the graph of the statements of the articles. Articles without
// statements stay in the graph; statements of unknown articles make it invalid.
func Graph(articles []graph.Article, statements []graph.Statement) *graph.Graph {
	g := &graph.Graph{Articles: articles, Statements: statements}
	g.Sort()
	return g
}
