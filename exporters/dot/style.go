package dot

import (
	"entente/exporters/internal/picture"
	"entente/graph"
)

// font is the list that browsers resolve; Graphviz measures with Arial's widths.
const font = "Arial"

// Colours of text. On white, and on every fill below, both reach a contrast of
// 4.5 to 1 at least (WCAG 2.2, criterion 1.4.3); dot_test.go computes it.
const (
	ink    = "#1f2328"
	softer = "#4b535d"
)

// look is the shape, the fill and the outline of a kind of node: each kind
// differs in shape, so that a print without colour can be read.
type look struct{ shape, style, fill, line, margin string }

// Words of the DOT language that stand in several places.
const (
	filled  = "filled"
	solid   = "solid"
	forward = "forward"
	roomy   = "0.12,0.06" // inches between a label and its node's outline
)

func lookOf(k graph.Kind) look {
	switch k {
	case graph.Person:
		return look{"box", "rounded," + filled, "#dbeafe", "#1d4e89", roomy}
	case graph.Country:
		return look{"box", filled, "#fde9c8", "#8a5a00", roomy}
	case graph.Organization:
		return look{"component", filled, "#e6e1f7", "#54409b", roomy}
	case graph.Place:
		return look{"house", filled, "#e3f1dd", "#356b28", roomy}
	case graph.Meeting:
		return look{"octagon", filled, "#cdeeee", "#0b6161", "0,0"}
	default:
		return look{"note", filled, "#fdf6c9", "#756400", roomy}
	}
}

// colour returns the colour of a family's lines and words.
func colour(f picture.Family) string {
	switch f {
	case picture.Contact:
		return "#1d4e89"
	case picture.Support:
		return "#1f6f2b"
	case picture.Request:
		return "#6b3fa0"
	case picture.Refusal:
		return "#a34700"
	case picture.Force:
		return "#b3001b"
	default:
		return "#5b636d"
	}
}

func strokeStyle(s picture.Stroke) string {
	return [...]string{solid, "dashed", "dotted"}[s]
}

// width returns a line's width in points for a number of sources: the first
// doubles show, more count less.
func width(sources int) string {
	return [...]string{"1.1", "1.1", "1.9", "2.5", "3.0", "3.4"}[min(max(sources, 0), 5)]
}

// Above this many nodes or lines a layered layout is too wide to be read, and
// slow: its time grows with the cube of what it shows.
const (
	layeredNodes = 80
	layeredLines = 160
)

// layoutFor returns the Graphviz engine for a picture.
func layoutFor(p *picture.Picture) string {
	if len(p.Nodes) > layeredNodes || len(p.Lines) > layeredLines {
		return springs
	}
	return layered
}

// The engines. neato and not sfdp, the usual one for large graphs: sfdp needs
// a triangulation that not every build of Graphviz has.
const (
	layered = "dot"
	springs = "neato"
)
