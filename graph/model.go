package graph

import (
	"cmp"
	"slices"
)

// Graph is nodes and edges with the statements and articles that prove them.
// Every list is sorted by id (see Sort), so that equal graphs are equal bytes.
type Graph struct {
	Articles   []Article
	Nodes      []Node
	Edges      []Edge
	Statements []Statement
}

// Node is an entity or an event.
type Node struct {
	ID      string   `json:"id"`
	Kind    Kind     `json:"kind"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	// Merged are the other ids that statements have for it, sorted: of people
	// who turned out to be one.
	Merged   []string `json:"merged,omitempty"`
	Type     string   `json:"type,omitempty"`
	Country  string   `json:"country,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	// Offices are the offices that the articles give a person, sorted.
	Offices []string `json:"offices,omitempty"`
	// Status, Date and Place (a node's id) are an event's, as last known.
	Status Status `json:"status,omitempty"`
	Date   Date   `json:"date,omitempty"`
	Place  string `json:"place,omitempty"`
	// History tells how an event's status moved, oldest first.
	History []Change `json:"history,omitempty"`
	// Sources is the number of independent sources of the node's statements.
	Sources int `json:"sources,omitempty"`
}

// Change is one step in an event's history: what an article that appeared on
// Published said of its status.
type Change struct {
	Published Date   `json:"published,omitempty"`
	Status    Status `json:"status"`
	Article   string `json:"article"`
}

// Edge joins two nodes and lists the statements that prove it.
type Edge struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Relation Relation `json:"relation"`
	Target   string   `json:"target"`
	Status   Status   `json:"status"`
	Date     Date     `json:"date,omitempty"`
	Place    string   `json:"place,omitempty"`
	Meeting  string   `json:"meeting,omitempty"`
	Plover   string   `json:"plover,omitempty"`
	// Statements are the ids of the proofs, sorted; never empty.
	Statements []string `json:"statements"`
	// Sources is the number of independent sources (outlets, or articles
	// without one; copies of one text count once).
	Sources int `json:"sources"`
	// Confidence grows with Sources; between 0 and 1.
	Confidence float64 `json:"confidence"`
}

// Sort puts every list of g in its canonical order. On a graph that is sorted
// already it only reads, so that several exporters may have it at once.
func (g *Graph) Sort() {
	sortBy(g.Articles, func(a, b Article) int { return cmp.Compare(a.ID, b.ID) })
	sortBy(g.Nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	sortBy(g.Edges, func(a, b Edge) int { return cmp.Compare(a.ID, b.ID) })
	sortBy(g.Statements, CompareStatements)
}

func sortBy[T any](list []T, compare func(a, b T) int) {
	if !slices.IsSortedFunc(list, compare) {
		slices.SortFunc(list, compare)
	}
}

// CompareStatements orders statements by article, place in the article and id.
func CompareStatements(a, b Statement) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
}

// Index gives access to a graph's parts by id. Build it after Sort and use it
// while the graph does not change.
type Index struct {
	Articles   map[string]*Article
	Nodes      map[string]*Node
	Statements map[string]*Statement

	merged map[string]*Node
}

// Node returns the node that an entity's id in a statement leads to: the one
// with that id, or the one that it was merged into; nil where there is none.
func (x *Index) Node(id string) *Node {
	if n := x.Nodes[id]; n != nil {
		return n
	}
	return x.merged[id]
}

// Index returns an index of g.
func (g *Graph) Index() *Index {
	x := &Index{
		Articles:   make(map[string]*Article, len(g.Articles)),
		Nodes:      make(map[string]*Node, len(g.Nodes)),
		Statements: make(map[string]*Statement, len(g.Statements)),
		merged:     map[string]*Node{},
	}
	for i := range g.Articles {
		x.Articles[g.Articles[i].ID] = &g.Articles[i]
	}
	for i := range g.Nodes {
		x.Nodes[g.Nodes[i].ID] = &g.Nodes[i]
		for _, id := range g.Nodes[i].Merged {
			x.merged[id] = &g.Nodes[i]
		}
	}
	for i := range g.Statements {
		x.Statements[g.Statements[i].ID] = &g.Statements[i]
	}
	return x
}
