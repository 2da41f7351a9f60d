package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"entente/graph"
)

func exportCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write a graph in other formats",
		UsageText: "entente export [FLAGS] GRAPH.json -o FILE [-o FILE...]",
		Description: text(
			"Reads a graph that build wrote as JSON (- is standard input). Formats, by the end of the file's name:"+formatHelp(),
			"",
			"Examples:",
			"   entente export graph.json -o graph.svg -o graph.dot",
			"   entente build news/ -f json | entente export - -f jsonl | grep MET_WITH",
		),
		Flags: append(outFlags(), quietFlag()),
		Action: func(c *cli.Context) error {
			out, err := outputs(c)
			if err != nil {
				return err
			}
			g, err := onlyGraph(c, s)
			if err != nil {
				return err
			}
			p := newProgress(s.err, c.Bool(flagQuiet))
			written, err := writeAll(c.Context, s, p, g, out)
			if err != nil {
				return err
			}
			p.done("%s, %s%s", count(len(g.Nodes), "node"), count(len(g.Edges), "edge"), wroteNote(written))
			return nil
		},
	}
}

// onlyGraph reads the graph that is the command's one argument.
func onlyGraph(c *cli.Context, s *streams) (*graph.Graph, error) {
	if c.NArg() != 1 {
		return nil, usage("%s reads one GRAPH.json, not %s", c.Command.Name, count(c.NArg(), "file"))
	}
	return readGraph(s, c.Args().First())
}

// readGraph reads a graph from a file or, for "-", from standard input.
func readGraph(s *streams, path string) (*graph.Graph, error) {
	r := s.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	g, err := graph.ReadJSON(r)
	if _, ok := errors.AsType[graph.Faults](err); ok {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: not a graph that build wrote with -o FILE.json: %w", path, err)
	}
	return g, nil
}
