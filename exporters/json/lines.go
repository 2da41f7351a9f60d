package json

import (
	"bufio"
	"context"
	"io"

	"entente/graph"
)

// Lines writes one JSON object a line: every article, node, edge and statement
// as in the JSON form, each with a member "part" in front that says which of
// these it is. Good for jq, DuckDB and data frames. Make it with NewLines.
type Lines struct{}

// NewLines returns an exporter of JSON lines.
func NewLines() *Lines { return &Lines{} }

// Name returns "jsonl".
func (*Lines) Name() string { return "jsonl" }

// Extensions returns ".jsonl" and ".ndjson".
func (*Lines) Extensions() []string { return []string{".jsonl", ".ndjson"} }

// Description says what the format is for.
func (*Lines) Description() string { return "one article, node, edge or statement a line" }

// Export writes g.
func (*Lines) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	g.Sort()
	b := bufio.NewWriterSize(&stopper{ctx: ctx, w: w}, 1<<16)
	if err := writeParts(b, "article", g.Articles); err != nil {
		return err
	}
	if err := writeParts(b, "node", g.Nodes); err != nil {
		return err
	}
	if err := writeParts(b, "edge", g.Edges); err != nil {
		return err
	}
	if err := writeParts(b, "statement", g.Statements); err != nil {
		return err
	}
	return b.Flush()
}

func writeParts[T any](b *bufio.Writer, part string, list []T) error {
	for i := range list {
		line, err := graph.MarshalLine(&list[i])
		if err != nil {
			return err
		}
		// Every part has members: its "{" gives way to the part's name.
		_, err = b.WriteString(`{"part":"` + part + `",` + string(line[1:]) + "\n")
		if err != nil {
			return err
		}
	}
	return nil
}
