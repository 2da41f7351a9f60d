package explain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/graph"
	"entente/internal/terminal"
)

// Answer is what a graph knows of one node, or of two.
type Answer struct {
	// Nodes are the one or two that were asked for.
	Nodes []*graph.Node
	// Edges are in the order in which they are told: by relation, day and names.
	Edges []*graph.Edge
	index *graph.Index
	// mentions are the statements of articles that name the node and tell
	// nothing of it.
	mentions []*graph.Statement
}

// Edges returns the edges of one node, or those between two: edges that join
// them, and those that join both of them to one meeting or proposal.
func Edges(g *graph.Graph, nodes ...*graph.Node) *Answer {
	a := &Answer{Nodes: nodes, index: g.Index()}
	asked := map[string]bool{}
	for _, n := range nodes {
		asked[n.ID] = true
	}
	for i := range g.Statements {
		if s := &g.Statements[i]; s.Relation == graph.Mentions && len(asked) == 1 && asked[s.Target.ID] {
			a.mentions = append(a.mentions, s)
		}
	}
	shared := a.shared(g, asked)
	for i := range g.Edges {
		e := &g.Edges[i]
		one, both := asked[e.Source] || asked[e.Target], asked[e.Source] && asked[e.Target]
		if both || one && (len(asked) == 1 || shared[e.Source] || shared[e.Target]) {
			a.Edges = append(a.Edges, e)
		}
	}
	order := map[graph.Relation]int{}
	for i, r := range graph.Relations() {
		order[r] = i
	}
	slices.SortStableFunc(a.Edges, func(x, y *graph.Edge) int {
		return cmp.Or(cmp.Compare(order[x.Relation], order[y.Relation]), cmp.Compare(x.Date, y.Date),
			cmp.Compare(a.name(x.Source), a.name(y.Source)), cmp.Compare(a.name(x.Target), a.name(y.Target)), cmp.Compare(x.ID, y.ID))
	})
	return a
}

// shared returns the events that have an edge to each of the nodes asked for.
func (a *Answer) shared(g *graph.Graph, asked map[string]bool) map[string]bool {
	from := map[string]map[string]bool{}
	for i := range g.Edges {
		e := &g.Edges[i]
		for _, pair := range [][2]string{{e.Source, e.Target}, {e.Target, e.Source}} {
			n := a.index.Nodes[pair[1]]
			if asked[pair[0]] && !asked[pair[1]] && n != nil && n.Kind.Event() {
				if from[pair[1]] == nil {
					from[pair[1]] = map[string]bool{}
				}
				from[pair[1]][pair[0]] = true
			}
		}
	}
	shared := map[string]bool{}
	for id, who := range from {
		shared[id] = len(who) == len(asked)
	}
	return shared
}

func (a *Answer) name(id string) string {
	if n := a.index.Nodes[id]; n != nil {
		return terminal.Clean(n.Name)
	}
	return id
}

// Text writes the answer for people. Control characters never reach w.
func (a *Answer) Text(w io.Writer) error {
	var b strings.Builder
	for _, n := range a.Nodes {
		a.node(&b, n)
	}
	if len(a.Edges) == 0 {
		b.WriteString("\nNo edges.\n")
	}
	for _, e := range a.Edges {
		a.edge(&b, e)
	}
	a.named(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (a *Answer) node(b *strings.Builder, n *graph.Node) {
	fmt.Fprintf(b, "%s  %s\n", describe(n), n.ID)
	list := func(label string, items []string) {
		if len(items) > 0 {
			fmt.Fprintf(b, "  %s: %s\n", label, terminal.Clean(strings.Join(items, "; ")))
		}
	}
	list("also", n.Aliases)
	list("offices", n.Offices)
	if n.Place != "" {
		list("place", []string{a.name(n.Place)})
	}
	steps := make([]string, 0, len(n.History))
	for _, c := range n.History {
		steps = append(steps, strings.TrimSpace(string(c.Published)+" "+string(c.Status))+" ("+c.Article+")")
	}
	list("history", steps)
}

func (a *Answer) edge(b *strings.Builder, e *graph.Edge) {
	facts := []string{string(e.Status)}
	if e.Date != "" {
		facts = append(facts, string(e.Date))
	}
	if e.Place != "" {
		facts = append(facts, "in "+a.name(e.Place))
	}
	facts = append(facts, terminal.Plural(e.Sources, "source"), fmt.Sprintf("confidence %.2f", e.Confidence))
	fmt.Fprintf(b, "\n%s  %s  %s\n  %s\n", a.name(e.Source), e.Relation, a.name(e.Target), strings.Join(facts, " · "))
	told := ""
	for _, s := range a.statements(e) {
		said := ""
		if s.Speaker != nil {
			said = " · says " + terminal.Clean(s.Speaker.Name)
		}
		proof := fmt.Sprintf("    “%s”\n      %s%s · %s\n", terminal.Clean(s.Quote), a.origin(s), said, s.Rule)
		if proof != told { // each participant of a meeting has a statement of its own from one sentence
			b.WriteString(proof)
		}
		told = proof
	}
}

// named writes where articles name the node without telling anything of it.
func (a *Answer) named(b *strings.Builder) {
	if len(a.mentions) > 0 {
		b.WriteString("\nOnly named in\n")
	}
	for _, s := range a.mentions {
		fmt.Fprintf(b, "    “%s”\n      %s\n", terminal.Clean(s.Quote), a.origin(s))
	}
}

// statements returns an edge's proofs in the order of articles and places.
func (a *Answer) statements(e *graph.Edge) []*graph.Statement {
	var out []*graph.Statement
	for _, id := range e.Statements {
		if s := a.index.Statements[id]; s != nil {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(x, y *graph.Statement) int { return graph.CompareStatements(*x, *y) })
	return out
}

// origin names a statement's article, the bytes, the outlet and the day.
func (a *Answer) origin(s *graph.Statement) string {
	parts := []string{fmt.Sprintf("%s [%d,%d)", terminal.Clean(s.Article), s.Start, s.End)}
	if article := a.index.Articles[s.Article]; article != nil {
		for _, more := range []string{article.Outlet, string(article.Published)} {
			if more != "" {
				parts = append(parts, terminal.Clean(more))
			}
		}
	}
	return strings.Join(parts, " · ")
}

// Lines writes one JSON object for each edge: the edge, its two ends and its
// statements.
func (a *Answer) Lines(w io.Writer) error {
	for _, e := range a.Edges {
		line, err := graph.MarshalLine(struct {
			Edge       *graph.Edge        `json:"edge"`
			Source     *graph.Node        `json:"source"`
			Target     *graph.Node        `json:"target"`
			Statements []*graph.Statement `json:"statements"`
		}{e, a.index.Nodes[e.Source], a.index.Nodes[e.Target], a.statements(e)})
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}
