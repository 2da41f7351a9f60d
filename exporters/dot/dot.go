// Package dot writes graphs in the DOT language of Graphviz, laid out to be
// read: see package picture for what is shown, style.go for how it looks.
package dot

import (
	"bytes"
	"cmp"
	"context"
	"io"

	"github.com/emicklei/dot"

	"entente/exporters/internal/picture"
	"entente/graph"
)

// Options are the choices in a drawing. The zero value is a good default.
type Options struct {
	// Picture chooses what is shown.
	Picture picture.Options
	// Layout is a Graphviz engine ("dot", "neato"); empty lets the size of
	// the picture decide.
	Layout string
	// NoLegend leaves the legend out.
	NoLegend bool
	// NoCaption leaves out the line that counts what is shown.
	NoCaption bool
}

// Exporter writes DOT. Make it with New.
type Exporter struct{ options Options }

// New returns an exporter with options.
func New(o Options) *Exporter { return &Exporter{options: o} }

// Name returns "dot".
func (*Exporter) Name() string { return "dot" }

// Extensions returns ".dot" and ".gv".
func (*Exporter) Extensions() []string { return []string{".dot", ".gv"} }

// Description says what the format is for.
func (*Exporter) Description() string { return "a drawing for Graphviz, with legend and tooltips" }

// Export writes g.
func (x *Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	g.Sort()
	return Write(picture.New(g, x.options.Picture), g.Index(), x.options, w)
}

// Write writes a picture of the graph that index belongs to. The SVG that
// Graphviz makes of it carries the ids "v0", "v1", … for p.Nodes and "l0", … for
// p.Lines in their order.
func Write(p *picture.Picture, index *graph.Index, o Options, w io.Writer) error {
	d := &drawing{p: p, index: index, out: dot.NewGraph(dot.Directed), layout: cmp.Or(o.Layout, layoutFor(p))}
	d.out.ID("entente")
	d.frame(o)
	d.nodes()
	d.lines()
	if !o.NoLegend && len(p.Nodes) > 0 {
		d.legend()
	}
	// The library's Write tells nothing of errors: write to memory first.
	var buf bytes.Buffer
	d.out.Write(&buf)
	_, err := w.Write(buf.Bytes())
	return err
}

type drawing struct {
	p      *picture.Picture
	index  *graph.Index
	out    *dot.Graph
	layout string
	drawn  []dot.Node
}
