package dot

import (
	"fmt"
	"slices"
	"strings"

	"github.com/emicklei/dot"

	"entente/exporters/internal/picture"
	"entente/graph"
)

// legend adds a cluster that shows, as far as the drawing has them, each kind
// of node in its shape and each kind of line.
func (d *drawing) legend() {
	if d.layout != layered {
		d.legendTable()
		return
	}
	l := legend{dot: d.out.Subgraph("Legend", dot.ClusterOption{})}
	l.dot.Attrs("fontname", font, "fontsize", "11", "fontcolor", ink, "color", "#9aa3ad", "style", "rounded", "margin", "10", "tooltip", "Legend")
	l.lines(d.samples())
	l.kinds(present(d.p))
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
		list = append(list, sample{"took part in the meeting", colour(picture.Contact), solid, width(1), "none"})
	}
	for _, f := range picture.Families() {
		if families[f] {
			list = append(list, sample{f.String(), colour(f), solid, width(1), forward})
		}
	}
	for _, s := range []picture.Stroke{picture.Dashed, picture.Dotted} {
		if strokes[s] {
			list = append(list, sample{s.String(), ink, strokeStyle(s), width(1), forward})
		}
	}
	if many {
		list = append(list, sample{"×3: from three sources", ink, solid, width(3), forward})
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
func (l legend) kinds(kinds []graph.Kind) {
	var previous dot.Node
	for i, k := range kinds {
		n := l.dot.Node("legend " + string(k))
		dress(n, k, []string{string(k)}, "")
		n.Attrs("tooltip", strings.ToLower(string(k)), "fontsize", "10")
		if i%kindsInRow != 0 {
			l.dot.Edge(previous, n).Attr("style", "invis")
		}
		previous = n
	}
}

const kindsInRow = 3

// legendTable is a legend in one node, for layouts that scatter nodes.
func (d *drawing) legendTable() {
	var b strings.Builder
	b.WriteString(`<table border="1" color="#9aa3ad" cellborder="0" cellpadding="2" cellspacing="2"><tr><td colspan="2"><b>Legend</b></td></tr>`)
	for _, k := range present(d.p) {
		fmt.Fprintf(&b, `<tr><td border="1" color="%s" bgcolor="%s">%s</td><td align="left">%s</td></tr>`, lookOf(k).line, lookOf(k).fill, k, lookOf(k).shape)
	}
	for _, s := range d.samples() {
		dash := map[string]string{strokeStyle(picture.Dashed): "– – –", strokeStyle(picture.Dotted): "· · · ·"}[s.style]
		if dash == "" {
			dash = "———"
		}
		if s.width != width(1) {
			dash = "<b>━━━</b>"
		}
		fmt.Fprintf(&b, `<tr><td><font color="%s">%s</font></td><td align="left">%s</td></tr>`, s.colour, dash, s.text)
	}
	b.WriteString(`</table>`)
	d.out.Node("legend").Attrs("shape", "plain", "fontname", font, "fontsize", "11", "fontcolor", ink, "tooltip", "Legend", "label", dot.HTML(b.String()))
}

// present returns the kinds that a picture has, in the order of graph.Kinds.
func present(p *picture.Picture) []graph.Kind {
	has := map[graph.Kind]bool{}
	for i := range p.Nodes {
		has[p.Nodes[i].Kind] = true
	}
	return slices.DeleteFunc(graph.Kinds(), func(k graph.Kind) bool { return !has[k] })
}
