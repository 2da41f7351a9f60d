package dot

import (
	"fmt"
	"strings"

	"github.com/emicklei/dot"

	"entente/exporters/internal/picture"
	"entente/exporters/internal/text"
	"entente/graph"
)

// frame sets the attributes of the whole drawing.
func (d *drawing) frame(o Options) {
	g := d.out
	g.Attrs("layout", d.layout, "bgcolor", "white", "fontname", font, "fontcolor", softer, "fontsize", "11", "tooltip", d.caption())
	if d.layout == layered {
		g.Attrs("rankdir", "LR", "ranksep", "0.55", "nodesep", "0.22", "splines", "true", "remincross", "true")
	} else {
		// sgd is neato's fastest mode. scalexy moves overlapping nodes apart
		// without a triangulation, which not every build of Graphviz has.
		g.Attrs("mode", "sgd", "overlap", "scalexy", "splines", "line", "sep", "+8", "outputorder", "edgesfirst")
	}
	if !o.NoCaption {
		g.Attrs("label", d.caption(), "labelloc", "b", "labeljust", "l")
	}
}

func (d *drawing) caption() string {
	s := fmt.Sprintf("%d of %d nodes, %d of %d edges in %d lines", len(d.p.Nodes), d.p.AllNodes, d.p.Edges(), d.p.AllEdges, len(d.p.Lines))
	if d.p.Dropped > 0 {
		s += fmt.Sprintf("; %d nodes with fewer sources are left out", d.p.Dropped)
	}
	return s
}

func (d *drawing) nodes() {
	for i := range d.p.Nodes {
		n := &d.p.Nodes[i]
		// The library writes nodes in the order of these names.
		out := d.out.Node(fmt.Sprintf("node %06d", i))
		d.drawn = append(d.drawn, out)
		dress(out, n.Kind, n.Title, n.Detail)
		if picture.StrokeOf(n.Status) != picture.Solid {
			out.Attr("style", lookOf(n.Kind).style+","+strokeStyle(picture.StrokeOf(n.Status)))
		}
		out.Attrs("id", fmt.Sprintf("v%d", i), "comment", text.Clean(n.ID), "tooltip", escString(tipOfNode(n.Node)))
	}
}

// dress gives a node its kind's look and its label.
func dress(out dot.Node, k graph.Kind, title []string, detail string) {
	l := lookOf(k)
	out.Attrs("shape", l.shape, "style", l.style, "fillcolor", l.fill, "color", l.line, "fontname", font, "fontcolor", ink, "fontsize", "11",
		"margin", l.margin, "height", "0.3", "class", strings.ToLower(string(k)), "label", nodeLabel(title, detail))
}

// nodeLabel is the title in bold with the detail smaller below it.
func nodeLabel(title []string, detail string) dot.HTML {
	var b strings.Builder
	b.WriteString("<b>")
	for i, line := range title {
		if i > 0 {
			b.WriteString("<br/>")
		}
		b.WriteString(escapeHTML(line))
	}
	b.WriteString("</b>")
	if detail != "" {
		fmt.Fprintf(&b, `<br/><font point-size="9" color="%s">%s</font>`, softer, escapeHTML(detail))
	}
	return dot.HTML(b.String())
}

func (d *drawing) lines() {
	for i := range d.p.Lines {
		l := &d.p.Lines[i]
		from, to := l.Source, l.Target
		if l.Flip {
			from, to = to, from
		}
		e := d.out.Edge(d.drawn[from], d.drawn[to])
		e.Attrs("id", fmt.Sprintf("l%d", i), "color", colour(l.Family()), "style", strokeStyle(l.Stroke()), "penwidth", width(l.Sources()),
			"fontname", font, "fontsize", "9", "arrowsize", "0.7", "class", "line "+l.Family().Key())
		if !l.Directed() {
			e.Attr("dir", "none")
		}
		if l.Loose {
			e.Attr("constraint", "false")
		}
		if label := lineLabel(l); label != "" {
			e.Attr("label", label)
		}
		tip := escString(d.tipOfLine(l))
		e.Attrs("tooltip", tip, "labeltooltip", tip)
		if url := d.url(l); url != "" {
			e.Attrs("URL", url, "target", "_blank")
		}
	}
}

// lineLabel lists the words of a line, one a row, each in its family's colour.
func lineLabel(l *picture.Line) dot.HTML {
	var rows []string
	for i := range l.Items {
		it := &l.Items[i]
		if words := it.Words(); words != "" {
			rows = append(rows, fmt.Sprintf(`<font color="%s">%s</font>`, colour(picture.FamilyOf(it.Relation)), escapeHTML(words)))
		}
	}
	return dot.HTML(strings.Join(rows, "<br/>"))
}
