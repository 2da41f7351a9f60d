package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"

	"github.com/urfave/cli/v2"

	"entente/extract"
	"entente/graph"
	"entente/internal/score"
)

// The names of eval's own flags.
const (
	flagArticles   = "articles"
	flagErrors     = "errors"
	flagStatements = "statements"
)

func evalCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score the extractor on labelled articles",
		UsageText: "entente eval [FLAGS] LABELS...",
		Description: text(
			"LABELS is a folder of labelled articles: NAME.json for every NAME.txt. Precision, recall and F1 of the edges, the",
			"same with their status right too, by relation, of entities and of meetings are written as Markdown to standard",
			"output. testdata/gold/README.md tells how to label articles of your own.",
			"",
			"Examples:",
			"   entente eval testdata/gold --articles testdata/articles",
			"   entente eval my-labels/ --errors | less",
			"   entente eval my-labels/ --statements statements.jsonl",
		),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: flagArticles, Usage: "the articles stand in `FOLDER`, not beside their labels"},
			&cli.BoolFlag{Name: flagErrors, Usage: "list every error: what was said or missed, the sentence, the rule"},
			&cli.StringFlag{Name: flagStatements, Usage: "score the statements of `FILE.jsonl`, as extract writes them, instead of extracting"},
		},
		Action: func(c *cli.Context) error { return evaluate(c, s) },
	}
}

func evaluate(c *cli.Context, s *streams) error {
	if !c.Args().Present() {
		return usage("eval takes one folder of labels or several")
	}
	source, err := statementSource(c.String(flagStatements))
	if err != nil {
		return err
	}
	all := score.NewResult()
	for _, folder := range c.Args().Slice() {
		cases, err := score.Load(folder, c.String(flagArticles))
		if err != nil {
			return err
		}
		one := score.NewResult()
		for i := range cases {
			list, err := source(c.Context, &cases[i])
			if err != nil {
				return fmt.Errorf("%s: %w", cases[i].Article, err)
			}
			one.Add(&cases[i], list)
			all.Add(&cases[i], list)
		}
		if err := report(s.out, "## "+folder, one, c.Bool(flagErrors)); err != nil {
			return err
		}
	}
	if c.NArg() > 1 {
		return report(s.out, "## all", all, false)
	}
	return nil
}

func report(w io.Writer, heading string, res *score.Result, errors bool) error {
	fmt.Fprintf(w, "%s\n\n", heading)
	if err := res.WriteMarkdown(w); err != nil {
		return err
	}
	if errors {
		if err := res.WriteErrors(w); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}

// statementSource gives the statements of a labelled article: those of a file
// where one is named, else what the extractor finds.
func statementSource(file string) (func(context.Context, *score.Case) ([]graph.Statement, error), error) {
	if file != "" {
		given, err := readStatements(file)
		return func(_ context.Context, c *score.Case) ([]graph.Statement, error) { return given[c.Article], nil }, err
	}
	x, err := extract.New()
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, c *score.Case) ([]graph.Statement, error) {
		return x.Extract(ctx, &graph.Article{ID: c.Article, Text: c.Text, Published: graph.Date(c.Published)})
	}, nil
}

// readStatements reads JSON lines of statements by the base name of their
// article; error records are passed over.
func readStatements(file string) (map[string][]graph.Statement, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	by := map[string][]graph.Statement{}
	dec := json.NewDecoder(bufio.NewReader(f))
	for dec.More() {
		var s graph.Statement
		if err := dec.Decode(&s); err != nil {
			return nil, fmt.Errorf("%s at byte %d: %w", file, dec.InputOffset(), err)
		}
		if s.Relation != "" {
			by[path.Base(s.Article)] = append(by[path.Base(s.Article)], s)
		}
	}
	return by, nil
}
