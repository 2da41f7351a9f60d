package main

import (
	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/explain"
	"entente/graph"
)

func explainCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "tell the edges of one actor, or between two, with the quotes that prove them",
		UsageText: "entente explain [FLAGS] GRAPH.json NAME [NAME]",
		Description: text(
			"A name is an id (wd:Q7747, iso:UA), a name or an alias, in any case, with or without accents, or a part of one",
			"in whole words. Where several have it, they are listed with their ids. Between two, the meetings and proposals",
			"that both have a part in are told too.",
			"",
			"Examples:",
			"   entente explain graph.json zelenskyy",
			`   entente explain graph.json "Vladimir Putin" "Donald Trump"`,
			"   entente explain graph.json iso:UA --format jsonl | jq .statements[].quote",
		),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT` of the answer: text or jsonl", Value: formatText},
		},
		Action: func(c *cli.Context) error {
			format := c.String(flagFormat)
			if format != formatText && format != formatLines {
				return usage("--%s %s: want text or jsonl", flagFormat, format)
			}
			if c.NArg() < 2 || c.NArg() > 3 {
				return usage("explain takes a GRAPH.json and one or two names")
			}
			g, err := readGraph(s, c.Args().First())
			if err != nil {
				return err
			}
			nodes, err := findAll(g, c.Args().Tail())
			if err != nil {
				return err
			}
			answer := explain.Edges(g, nodes...)
			if format == formatLines {
				return answer.Lines(s.out)
			}
			return answer.Text(s.out)
		},
	}
}

func findAll(g *graph.Graph, names []string) ([]*graph.Node, error) {
	var nodes []*graph.Node
	for _, name := range names {
		n, err := explain.Find(g, name)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}
