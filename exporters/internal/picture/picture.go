// Package picture decides what a drawing of a graph shows, whatever draws it:
// which nodes, which edges as one line, with what words. A graph holds far
// more than a reader can take in; a picture leaves out what it says already in
// another way.
//
//  1. Offices become text inside a person's node; the place of a meeting text
//     inside the meeting's.
//  2. A meeting of more than two is a node with its participants around it;
//     the edges between each pair of them are left out. A meeting of two with
//     nothing else to it becomes one line between the two.
//  3. Parallel edges of one direction become one line with several words.
//  4. Nodes without a line are left out, and of a large graph the nodes with
//     the fewest sources.
package picture

import "entente/graph"

// Options are what a picture shows. The zero value is a good default.
type Options struct {
	// MaxNodes bounds the nodes; 0 means 70, less than 0 no bound.
	MaxNodes int
	// Pairs draws the edges between the participants of a drawn meeting too.
	Pairs bool
	// Meetings draws meetings of two as nodes too.
	Meetings bool
	// Offices draws HOLDS_OFFICE as lines instead of text.
	Offices bool
	// Isolated keeps nodes without lines.
	Isolated bool
}

// defaultMaxNodes is how many nodes with their lines can be read at a glance, and
// laid out in layers.
const defaultMaxNodes = 70

// Picture is what is drawn, in a stable order.
type Picture struct {
	Nodes []Node
	Lines []Line
	// AllNodes and AllEdges count what the graph has; Dropped the nodes left
	// out because of Options.MaxNodes.
	AllNodes, AllEdges, Dropped int
}

// Node is a drawn node.
type Node struct {
	*graph.Node
	// Title is the name in short lines; never empty.
	Title []string
	// Detail is one line below it: an office, a kind, a status and a date.
	Detail string
}

// Line is a drawn line: every edge from one node to another.
type Line struct {
	// Source and Target are indexes into Picture.Nodes.
	Source, Target int
	// Items are the words on the line; never empty.
	Items []Item
	// Flip asks a layered layout to put the target before the source.
	Flip bool
	// Loose asks it not to let the line decide on layers at all.
	Loose bool
}

// Item is one of the words on a line and the edges that it stands for.
type Item struct {
	Relation graph.Relation
	Status   graph.Status
	// Text is empty where the line says enough (somebody attended a meeting).
	Text  string
	Edges []*graph.Edge
	// Sources is the number of independent sources of the edges together.
	Sources int
}

// New returns the picture of a sorted graph.
func New(g *graph.Graph, o Options) *Picture {
	b := &builder{g: g, index: g.Index(), options: o}
	b.meetings()
	b.findOffices()
	b.selectEdges()
	b.lines()
	return b.picture()
}

// Stroke is how a line is drawn: by what became of the events.
type Stroke int

// The strokes. A line that stands for several edges has the first one that
// fits any of them.
const (
	Solid  Stroke = iota // happened
	Dashed               // planned or proposed
	Dotted               // cancelled or denied
)

// String returns what the stroke means, as legends show it.
func (s Stroke) String() string {
	return [...]string{"happened", "planned or proposed", "cancelled or denied"}[s]
}

// StrokeOf returns the stroke of a status.
func StrokeOf(s graph.Status) Stroke {
	switch s {
	case graph.Planned, graph.Tentative:
		return Dashed
	case graph.Cancelled, graph.Denied:
		return Dotted
	default:
		return Solid
	}
}

// Stroke returns the line's stroke.
func (l *Line) Stroke() Stroke {
	stroke := Dotted
	for i := range l.Items {
		stroke = min(stroke, StrokeOf(l.Items[i].Status))
	}
	return stroke
}

// Sources returns the largest number of sources of an item.
func (l *Line) Sources() int {
	n := 0
	for i := range l.Items {
		n = max(n, l.Items[i].Sources)
	}
	return n
}

// Directed tells whether the line needs an arrow head.
func (l *Line) Directed() bool {
	for i := range l.Items {
		if r := l.Items[i].Relation; !r.Symmetric() && r != graph.Attended {
			return true
		}
	}
	return false
}

// Family returns the family that colours the line: the last of Families that
// one of its items belongs to.
func (l *Line) Family() Family {
	f := Structure
	for i := range l.Items {
		f = max(f, FamilyOf(l.Items[i].Relation))
	}
	return f
}

// Words returns the item's text with the number of its sources.
func (it *Item) Words() string {
	if it.Text == "" {
		return ""
	}
	return it.Text + Times(it.Sources)
}

// Edges counts the graph's edges that the picture's lines stand for.
func (p *Picture) Edges() int {
	n := 0
	for i := range p.Lines {
		for j := range p.Lines[i].Items {
			n += len(p.Lines[i].Items[j].Edges)
		}
	}
	return n
}
