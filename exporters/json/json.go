// Package json writes graphs in the project's own form, which is read back
// without loss (see graph.ReadJSON), and as JSON lines.
package json

import (
	"context"
	"io"

	"entente/graph"
)

// Exporter writes one JSON object. Make it with New.
type Exporter struct{}

// New returns an exporter of the form that graph.Graph.WriteJSON documents.
func New() *Exporter { return &Exporter{} }

// Name returns "json".
func (*Exporter) Name() string { return "json" }

// Extensions returns ".json".
func (*Exporter) Extensions() []string { return []string{".json"} }

// Description says what the format is for.
func (*Exporter) Description() string {
	return "everything, to be read back by export, load and explain"
}

// Export writes g.
func (*Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return g.WriteJSON(&stopper{ctx: ctx, w: w})
}

// stopper is a writer that fails once its context has ended, so that a large
// graph stops in the middle.
type stopper struct {
	ctx context.Context //nolint:containedctx // lives as long as one Export
	w   io.Writer
}

func (s *stopper) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}
