package picture

import (
	"cmp"
	"slices"
	"strings"

	"entente/exporters/internal/text"
	"entente/graph"
)

// Bounds of labels, in runes and lines.
const (
	titleWidth  = 24
	eventWidth  = 32 // events have long names
	titleLines  = 3
	detailLimit = 44
)

func (b *builder) node(n *graph.Node) Node {
	return Node{Node: n, Title: Title(n), Detail: text.Shorten(text.Clean(b.detail(n)), detailLimit)}
}

// Title returns a node's name in short lines, shortened; never empty.
func Title(n *graph.Node) []string {
	name := cmp.Or(text.Clean(n.Name), text.Clean(n.ID), "(no name)")
	width := titleWidth
	if n.Kind.Event() {
		width = eventWidth
	}
	return text.Wrap(text.Shorten(name, width*titleLines), width)
}

func (b *builder) detail(n *graph.Node) string {
	kind := cmp.Or(n.Type, strings.ToLower(string(n.Kind)))
	switch n.Kind {
	case graph.Person:
		return cmp.Or(b.office(n), kind)
	case graph.Meeting:
		place := ""
		if p := b.index.Nodes[n.Place]; p != nil && !strings.Contains(n.Name, p.Name) {
			place = p.Name
		}
		return join(kind, place, string(n.Status), string(n.Date))
	case graph.Proposal:
		return join(kind, string(n.Status))
	default:
		return kind
	}
}

// office returns "president, Russia": the first office of a person and whose
// it is, an office held now before a past one.
func (b *builder) office(n *graph.Node) string {
	if len(n.Offices) == 0 {
		return ""
	}
	best := n.Offices[0]
	for _, e := range b.offices[n.ID] {
		if home := b.index.Nodes[e.Target]; home != nil && !strings.Contains(best, home.Name) {
			return best + ", " + home.Name
		}
	}
	return best
}

// findOffices lists the HOLDS_OFFICE edges of each person, those of today first.
func (b *builder) findOffices() {
	b.offices = map[string][]*graph.Edge{}
	for i := range b.g.Edges {
		if e := &b.g.Edges[i]; e.Relation == graph.HoldsOffice {
			b.offices[e.Source] = append(b.offices[e.Source], e)
		}
	}
	for _, list := range b.offices {
		slices.SortStableFunc(list, func(x, y *graph.Edge) int {
			return cmp.Or(compareBool(x.Status == graph.Past, y.Status == graph.Past), cmp.Compare(y.Sources, x.Sources))
		})
	}
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	default:
		return 1
	}
}

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// items merges edges that would have the same words.
func (b *builder) items(edges []*graph.Edge) []Item {
	var items []Item
	for _, e := range edges {
		words := b.words(e)
		i := slices.IndexFunc(items, func(it Item) bool { return it.Text == words && it.Relation == e.Relation && it.Status == e.Status })
		if i < 0 {
			items = append(items, Item{Relation: e.Relation, Status: e.Status, Text: words})
			i = len(items) - 1
		}
		items[i].Edges = append(items[i].Edges, e)
	}
	for i := range items {
		items[i].Sources = b.sources(items[i].Edges)
	}
	slices.SortStableFunc(items, func(x, y Item) int {
		return cmp.Or(cmp.Compare(StrokeOf(x.Status), StrokeOf(y.Status)), cmp.Compare(FamilyOf(y.Relation), FamilyOf(x.Relation)),
			cmp.Compare(y.Sources, x.Sources), cmp.Compare(x.Text, y.Text))
	})
	return items
}

func (b *builder) words(e *graph.Edge) string {
	if e.Relation == graph.Attended && StrokeOf(e.Status) == StrokeOf(b.index.Nodes[e.Target].Status) {
		return ""
	}
	words := phrase(e.Relation, e.Status)
	if m := b.index.Nodes[e.Meeting]; m != nil && b.folded[m.ID] {
		if p := b.index.Nodes[m.Place]; p != nil {
			words += " in " + p.Name
		}
		words = join(words, string(e.Date))
	}
	return text.Clean(words)
}

// sources counts the independent sources of edges. For one edge the graph
// knows; for several it is the number of outlets, or articles without one.
func (b *builder) sources(edges []*graph.Edge) int {
	if len(edges) == 1 {
		return max(edges[0].Sources, 1)
	}
	seen, most := map[string]bool{}, 1
	for _, e := range edges {
		most = max(most, e.Sources)
		for _, id := range e.Statements {
			if s := b.index.Statements[id]; s != nil {
				seen[b.source(s.Article)] = true
			}
		}
	}
	return max(most, len(seen))
}

// source names where an article comes from: its outlet, or without one its text.
func (b *builder) source(article string) string {
	a := b.index.Articles[article]
	switch {
	case a == nil:
		return "article " + article
	case a.Outlet != "":
		return "outlet " + a.Outlet
	default:
		return "text " + cmp.Or(a.Hash, a.ID)
	}
}
