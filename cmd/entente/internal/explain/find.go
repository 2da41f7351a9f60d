// Package explain answers "what is known of this one, or between these two,
// and who says so?" from a graph: Find turns names into nodes, Edges collects
// the edges, Text and Lines write them with their quotes.
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/graph"
	"entente/internal/terminal"
)

// AmbiguousError is the error for a name that several nodes have.
type AmbiguousError struct {
	Name  string
	Nodes []*graph.Node
}

// Error lists the nodes with their ids, which are names without doubt.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q can be any of %d; give the id:", e.Name, len(e.Nodes))
	for _, n := range e.Nodes {
		fmt.Fprintf(&b, "\n  %s  %s", n.ID, describe(n))
	}
	return b.String()
}

// UnknownError is the error for a name that no node has.
type UnknownError struct {
	Name string
	// Near are nodes with a similar name, at most five.
	Near []*graph.Node
}

// Error names similar ones.
func (e *UnknownError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "nobody and nothing in the graph is called %q", e.Name)
	for i, n := range e.Near {
		if i == 0 {
			b.WriteString("; similar:")
		}
		fmt.Fprintf(&b, "\n  %s  %s", n.ID, describe(n))
	}
	return b.String()
}

// describe returns a node's name and what tells it from its namesakes.
func describe(n *graph.Node) string {
	parts := []string{string(n.Kind)}
	if n.Country != "" && n.Kind != graph.Country {
		parts = append(parts, n.Country)
	}
	if n.Status != "" {
		parts = append(parts, string(n.Status))
	}
	if n.Date != "" {
		parts = append(parts, string(n.Date))
	}
	return terminal.Clean(n.Name) + " (" + strings.Join(parts, ", ") + ")"
}

// Find returns the node that a name means: the one with that id or Wikidata
// item, else the one whose name is the same but for case, diacritics and
// punctuation, else the one with such an alias, else the one whose name or
// alias holds it as whole words, meetings and proposals last: they are named
// after those who take part. It fails with *AmbiguousError or *UnknownError.
func Find(g *graph.Graph, name string) (*graph.Node, error) {
	want := graph.Fold(name)
	tiers := []func(n *graph.Node) bool{
		func(n *graph.Node) bool { return n.ID == name || n.Wikidata != "" && n.Wikidata == name },
		func(n *graph.Node) bool { return want != "" && graph.Fold(n.Name) == want },
		func(n *graph.Node) bool {
			return want != "" && slices.ContainsFunc(n.Aliases, func(a string) bool { return graph.Fold(a) == want })
		},
		func(n *graph.Node) bool { return !n.Kind.Event() && partlyNamed(n, want) },
		func(n *graph.Node) bool { return partlyNamed(n, want) },
	}
	for _, fits := range tiers {
		var found []*graph.Node
		for i := range g.Nodes {
			if fits(&g.Nodes[i]) {
				found = append(found, &g.Nodes[i])
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return nil, &AmbiguousError{Name: name, Nodes: found}
		}
	}
	return nil, &UnknownError{Name: name, Near: near(g, want)}
}

// partlyNamed tells whether a name of n holds the words of want.
func partlyNamed(n *graph.Node, want string) bool {
	return want != "" && slices.ContainsFunc(names(n), func(a string) bool { return holdsWords(graph.Fold(a), want) })
}

func names(n *graph.Node) []string { return append([]string{n.Name}, n.Aliases...) }

func holdsWords(text, words string) bool { return strings.Contains(" "+text+" ", " "+words+" ") }

// near returns the nodes whose names are the fewest edits away, up to a third
// of the name.
func near(g *graph.Graph, want string) []*graph.Node {
	type hit struct {
		node *graph.Node
		far  int
	}
	var hits []hit
	for i := range g.Nodes {
		best := len(want)
		for _, name := range names(&g.Nodes[i]) {
			folded := graph.Fold(name)
			for _, form := range append(strings.Fields(folded), folded) {
				best = min(best, distance(form, want))
			}
		}
		if want != "" && best*3 <= len(want) {
			hits = append(hits, hit{&g.Nodes[i], best})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.far, b.far) })
	hits = hits[:min(len(hits), 5)]
	out := make([]*graph.Node, 0, len(hits))
	for _, h := range hits {
		out = append(out, h.node)
	}
	return out
}

// distance is the Levenshtein distance of two strings, in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
