package dot

import (
	"fmt"
	"strings"

	"github.com/emicklei/dot"

	"entente/exporters/internal/picture"
	"entente/graph"
)

// legend adds a cluster that shows, as far as the drawing has them, each kind
// of node in its shape and each kind of line.
func (d *drawing) legend() {
	l := legend{dot: d.out.Subgraph("Legend", dot.ClusterOption{})}
	l.dot.Attrs("fontname", font, "fontsize", "11", "fontcolor", ink, "color", "#9aa3ad", "style", "rounded", "margin", "10", "tooltip", "Legend")
	l.lines(d.samples())
	l.kinds(d.p)
}

type legend struct{ dot *dot.Graph }

// sample is a line of the legend.
type sample struct{ text, colour, style, width, dir string }

func (d *drawing) samples() []sample {
	families, strokes, many, joined := map[picture.Family]bool{}, map[picture.Stroke]bool{}, false, false
	for i := range d.p.Lines {
		l := &d.p.Lines[i]
		families[l.Family()], strokes[l.Stroke()] = true, true
		many = many || l.Sources() > 1
		joined = joined || d.p.Nodes[l.Target].Kind == graph.Meeting && !l.Directed()
	}
	var list []sample
	if joined {
		list = append(list, sample{"took part in the meeting", colour(picture.Contact), "solid", width(1), "none"})
	}
	for _, f := range picture.Families() {
		if families[f] {
			list = append(list, sample{f.String(), colour(f), "solid", width(1), "forward"})
		}
	}
	for _, s := range []picture.Stroke{picture.Dashed, picture.Dotted} {
		if strokes[s] {
			list = append(list, sample{s.String(), ink, strokeStyle(s), width(1), "forward"})
		}
	}
	if many {
		list = append(list, sample{"×3: from three sources", ink, "solid", width(3), "forward"})
	}
	return list
}

// lines shows the samples in two columns.
func (l legend) lines(samples []sample) {
	rows := (len(samples) + 1) / 2
	for i := range rows {
		_, end := l.line(samples[i], i)
		if rest := i + rows; rest < len(samples) {
			start, _ := l.line(samples[rest], rest)
			l.dot.Edge(end, start).Attr("style", "invis")
		}
	}
}

func (l legend) line(s sample, i int) (from, to dot.Node) {
	// The library writes nodes in the order of their names, and the layout
	// stacks those that come first lowest.
	from, to = l.dot.Node(fmt.Sprintf("legend from %02d", 99-i)), l.dot.Node(fmt.Sprintf("legend to %02d", 99-i))
	from.Attrs("shape", "box", "style", "invis", "width", "0.8", "height", "0.1", "label", " ")
	to.Attrs("shape", "plaintext", "fontname", font, "fontsize", "10", "fontcolor", ink, "height", "0.1", "margin", "0.03,0", "tooltip", s.text,
		"label", dot.HTML(`<table border="0" cellborder="0" cellpadding="0" cellspacing="0"><tr><td align="left" width="150">`+s.text+`</td></tr></table>`))
	l.dot.Edge(from, to).Attrs("color", s.colour, "style", s.style, "penwidth", s.width, "dir", s.dir, "arrowsize", "0.7", "tooltip", s.text)
	return from, to
}

// kinds shows the kinds in rows of kindsInRow.
func (l legend) kinds(p *picture.Picture) {
	present := map[graph.Kind]bool{}
	for i := range p.Nodes {
		present[p.Nodes[i].Kind] = true
	}
	var previous dot.Node
	shown := 0
	for _, k := range graph.Kinds() {
		if !present[k] {
			continue
		}
		n := l.dot.Node("legend " + string(k))
		dress(n, k, []string{string(k)}, "")
		n.Attrs("tooltip", strings.ToLower(string(k)), "fontsize", "10")
		if shown%kindsInRow != 0 {
			l.dot.Edge(previous, n).Attr("style", "invis")
		}
		previous, shown = n, shown+1
	}
}

const kindsInRow = 3
