package picture

import (
	"cmp"
	"maps"
	"slices"

	"entente/graph"
)

type builder struct {
	g       *graph.Graph
	index   *graph.Index
	options Options
	// attends holds, for each meeting, who attends it.
	attends map[string]map[string]bool
	// folded are the meetings of two that are drawn as one line.
	folded map[string]bool
	// offices are the HOLDS_OFFICE edges of each person.
	offices map[string][]*graph.Edge
	drawn   []*graph.Edge
	merged  []line
}

// line is a Line before its nodes have a place.
type line struct {
	source, target string
	items          []Item
}

// meetings finds who attends which meeting and which meetings fold into a line.
func (b *builder) meetings() {
	b.attends = map[string]map[string]bool{}
	paired, rich := map[string]bool{}, map[string]bool{}
	for i := range b.g.Edges {
		e := &b.g.Edges[i]
		switch {
		case e.Relation == graph.Attended:
			if b.attends[e.Target] == nil {
				b.attends[e.Target] = map[string]bool{}
			}
			b.attends[e.Target][e.Source] = true
		case e.Meeting != "" && isPair(e.Relation):
			paired[e.Meeting] = true
		case e.Relation != graph.LocatedIn:
			rich[e.Source], rich[e.Target] = true, true
		}
	}
	b.folded = map[string]bool{}
	for id, who := range b.attends {
		b.folded[id] = !b.options.Meetings && len(who) == 2 && paired[id] && !rich[id]
	}
}

func isPair(r graph.Relation) bool { return r == graph.MetWith || r == graph.SpokeWith }

// selectEdges leaves out what the picture says otherwise.
func (b *builder) selectEdges() {
	for i := range b.g.Edges {
		e := &b.g.Edges[i]
		whole := b.index.Nodes[e.Source] != nil && b.index.Nodes[e.Target] != nil
		if whole && !b.said(e) {
			b.drawn = append(b.drawn, e)
		}
	}
}

func (b *builder) said(e *graph.Edge) bool {
	switch {
	case e.Relation == graph.HoldsOffice:
		return !b.options.Offices
	case e.Relation == graph.LocatedIn:
		n := b.index.Nodes[e.Source]
		return n.Kind == graph.Meeting && (b.folded[n.ID] || n.Place == e.Target)
	case e.Relation == graph.Attended:
		return b.folded[e.Target]
	case isPair(e.Relation) && e.Meeting != "" && !b.folded[e.Meeting] && !b.options.Pairs:
		who := b.attends[e.Meeting]
		return who[e.Source] && who[e.Target]
	default:
		return false
	}
}

// lines merges the drawn edges of each ordered pair of nodes. A symmetric edge
// joins the line in the other direction where there is one only there.
func (b *builder) lines() {
	type ends struct{ source, target string }
	byEnds := map[ends][]*graph.Edge{}
	for _, e := range b.drawn {
		if !e.Relation.Symmetric() {
			byEnds[ends{e.Source, e.Target}] = append(byEnds[ends{e.Source, e.Target}], e)
		}
	}
	for _, e := range b.drawn {
		if !e.Relation.Symmetric() {
			continue
		}
		there, back := ends{e.Source, e.Target}, ends{e.Target, e.Source}
		if _, ok := byEnds[back]; ok && byEnds[there] == nil {
			there = back
		}
		byEnds[there] = append(byEnds[there], e)
	}
	for k, edges := range byEnds {
		b.merged = append(b.merged, line{source: k.source, target: k.target, items: b.items(edges)})
	}
	slices.SortFunc(b.merged, func(x, y line) int {
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.target, y.target))
	})
}

// picture keeps the nodes that lines reach, most weighty first where there are
// too many, and gives them places.
func (b *builder) picture() *Picture {
	p := &Picture{AllNodes: len(b.g.Nodes), AllEdges: len(b.g.Edges)}
	keep := b.keep(p)
	place := map[string]int{}
	for i := range b.g.Nodes {
		if n := &b.g.Nodes[i]; keep[n.ID] {
			place[n.ID] = len(p.Nodes)
			p.Nodes = append(p.Nodes, b.node(n))
		}
	}
	for _, l := range b.merged {
		if keep[l.source] && keep[l.target] {
			p.Lines = append(p.Lines, Line{Source: place[l.source], Target: place[l.target], Items: l.items})
		}
	}
	p.balance()
	return p
}

func (b *builder) keep(p *Picture) map[string]bool {
	weight := map[string]int{}
	for _, l := range b.merged {
		for i := range l.items {
			weight[l.source] += l.items[i].Sources
			weight[l.target] += l.items[i].Sources
		}
	}
	var ids []string
	for i := range b.g.Nodes {
		id := b.g.Nodes[i].ID
		if weight[id] > 0 || b.options.Isolated && !b.folded[id] {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(x, y string) int { return cmp.Or(cmp.Compare(weight[y], weight[x]), cmp.Compare(x, y)) })
	limit := cmp.Or(b.options.MaxNodes, defaultMaxNodes)
	if limit > 0 && len(ids) > limit {
		p.Dropped = len(ids) - limit
		ids = ids[:limit]
	}
	keep := map[string]bool{}
	for _, id := range ids {
		keep[id] = true
	}
	if p.Dropped > 0 && !b.options.Isolated {
		p.Dropped += b.dropLonely(keep)
	}
	return keep
}

// dropLonely takes out the nodes whose lines all lead to nodes that were left
// out, and returns how many those are: without a line they say nothing.
func (b *builder) dropLonely(keep map[string]bool) int {
	reached := map[string]bool{}
	for _, l := range b.merged {
		if keep[l.source] && keep[l.target] {
			reached[l.source], reached[l.target] = true, true
		}
	}
	if len(reached) == 0 {
		return 0
	}
	n := len(keep)
	maps.DeleteFunc(keep, func(id string, _ bool) bool { return !reached[id] })
	return n - len(keep)
}
