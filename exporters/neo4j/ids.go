package neo4j

import (
	"fmt"
	"unicode/utf8"

	"entente/graph"
)

// checkIDs reports ids that the database cannot hold: it has one space of ids
// for nodes, articles and statements.
func checkIDs(g *graph.Graph, index *graph.Index) error {
	var faults graph.Faults
	check := func(part, id string) {
		if len(id) > maxID || !utf8.ValidString(id) {
			faults = append(faults, graph.Fault{Where: part + " " + shorten(clean(id), maxID), What: fmt.Sprintf("the id is longer than %d bytes or not valid UTF-8", maxID)})
		}
	}
	other := func(part, id, other string, there bool) {
		if there {
			faults = append(faults, graph.Fault{Where: part + " " + shorten(clean(id), maxID), What: "has the id of " + other})
		}
	}
	for i := range g.Nodes {
		check("node", g.Nodes[i].ID)
	}
	for i := range g.Articles {
		id := g.Articles[i].ID
		check("article", id)
		other("article", id, "a node", index.Nodes[id] != nil)
		other("article", id, "a statement", index.Statements[id] != nil)
	}
	for i := range g.Statements {
		check("statement", g.Statements[i].ID)
	}
	for i := range g.Nodes {
		id := g.Nodes[i].ID
		other("node", id, "a statement", index.Statements[id] != nil)
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}
