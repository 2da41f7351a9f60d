// Package svg draws graphs as SVG, with Graphviz inside the program: nothing
// has to be installed. What is shown and how is that of package dot.
package svg

import (
	"bytes"
	"context"
	"io"
	"sync"

	"entente/exporters/dot"
	"entente/exporters/svg/viz"
	"entente/graph"
)

// Options are the choices in a picture. The zero value is a good default.
type Options struct {
	// Dot chooses what is drawn.
	Dot dot.Options
	// CacheDir is a folder for compiled code, which makes every start but the
	// first a second faster; empty keeps nothing.
	CacheDir string
}

// Exporter writes SVG. It is safe for concurrent use. Make it with New and
// Close it after use.
type Exporter struct {
	options Options
	mutex   sync.Mutex
	engine  *viz.Engine
}

// New returns an exporter with options. Graphviz starts with the first picture.
func New(o Options) *Exporter { return &Exporter{options: o} }

// Name returns "svg".
func (*Exporter) Name() string { return "svg" }

// Extensions returns ".svg".
func (*Exporter) Extensions() []string { return []string{".svg"} }

// Description says what the format is for.
func (*Exporter) Description() string { return "a picture for browsers and documents" }

// Export writes a picture of g.
func (x *Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	var source bytes.Buffer
	if err := dot.New(x.options.Dot).Export(ctx, g, &source); err != nil {
		return err
	}
	out, err := x.Draw(ctx, source.String())
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// Draw returns the SVG of a graph in the DOT language.
func (x *Exporter) Draw(ctx context.Context, source string) ([]byte, error) {
	e, err := x.start(ctx)
	if err != nil {
		return nil, err
	}
	out, err := e.Render(ctx, source, "svg")
	if err != nil {
		return nil, err
	}
	return tidy(out), nil
}

func (x *Exporter) start(ctx context.Context) (*viz.Engine, error) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	var err error
	if x.engine == nil {
		x.engine, err = viz.New(ctx, x.options.CacheDir)
	}
	return x.engine, err
}

// Close frees Graphviz; no Export may run at that time.
func (x *Exporter) Close(ctx context.Context) error {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	if x.engine == nil {
		return nil
	}
	err := x.engine.Close(ctx)
	x.engine = nil
	return err
}
