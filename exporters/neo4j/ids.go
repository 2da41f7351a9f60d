package neo4j

import (
	"fmt"
	"unicode/utf8"

	"entente/graph"
)

// checkIDs reports ids that the database cannot hold: it has one space of ids
// for nodes, articles and statements.
func checkIDs(g *graph.Graph) error {
	var faults graph.Faults
	owner := make(map[string]string, len(g.Nodes)+len(g.Articles)+len(g.Statements))
	check := func(part, id string) {
		where := part + " " + shorten(clean(id), maxID)
		switch other := owner[id]; {
		case len(id) > maxID || !utf8.ValidString(id):
			faults = append(faults, graph.Fault{Where: where, What: fmt.Sprintf("the id is longer than %d bytes or not valid UTF-8", maxID)})
		case other != "" && other != part:
			faults = append(faults, graph.Fault{Where: where, What: "has the id of a " + other})
		}
		owner[id] = part
	}
	for i := range g.Nodes {
		check("node", g.Nodes[i].ID)
	}
	for i := range g.Articles {
		check("article", g.Articles[i].ID)
	}
	for i := range g.Statements {
		check("statement", g.Statements[i].ID)
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}
