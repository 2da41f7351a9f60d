package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"runtime"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/ordered"
	"entente/cmd/entente/internal/outfile"
	"entente/extract"
	"entente/graph"
	"entente/internal/score"
)

// The names of eval's own flags.
const (
	flagArticles   = "articles"
	flagErrors     = "errors"
	flagStatements = "statements"
	flagCoref      = "coref"
)

func evalCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score the extractor on labelled articles",
		UsageText: "entente eval [FLAGS] LABELS...",
		Description: text(
			"LABELS is a folder of labelled articles: NAME.json for every NAME.txt. Written are precision, recall and F1 of",
			"the edges, the same with their status right too, each relation by itself, and how many entities and meetings",
			"were found. Several folders are scored one by one and together. testdata/gold/README.md tells how to label",
			"articles of your own, docs/SCORES.md what each figure means.",
			"",
			"With --coref the arguments are files, or folders, of texts with chains of coreferent mentions in CoNLL columns, and",
			"written are the measures of the CoNLL shared tasks (docs/COREFERENCE.md).",
			"",
			"Examples:",
			"   entente eval testdata/gold --articles testdata/articles",
			"   entente eval my-labels/ --errors --format text | less",
			"   entente eval my-labels/ more-labels/ -o scores.md",
			"   entente eval my-labels/ --statements statements.jsonl",
			"   entente eval --coref testdata/coref",
		),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: flagArticles, Usage: "the articles stand in `FOLDER`, not beside their labels"},
			&cli.BoolFlag{Name: flagErrors, Usage: "list every error: the sentence, the rule, what was expected"},
			&cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT`: markdown or text", Value: string(score.Markdown)},
			&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, Usage: "write `FILE` instead of standard output"},
			&cli.StringFlag{Name: flagStatements, Usage: "score the statements of `FILE.jsonl`, as extract writes them, instead of extracting"},
			&cli.BoolFlag{Name: flagCoref, Usage: "score chains of coreferent mentions: the arguments are CoNLL files"},
			&cli.IntFlag{Name: flagJobs, Aliases: []string{"j"}, Usage: "work on `N` articles at a time", Value: runtime.GOMAXPROCS(0)},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return evaluate(c, s) },
	}
}

func evaluate(c *cli.Context, s *streams) error {
	format, err := evalFormat(c)
	if err != nil {
		return err
	}
	if c.Bool(flagCoref) {
		return evaluateCoref(c, s, format)
	}
	folders, err := loadLabels(c.Args().Slice(), c.String(flagArticles))
	if err != nil {
		return err
	}
	source, err := statementSource(c.String(flagStatements))
	if err != nil {
		return err
	}
	p := newProgress(s.err, c.Bool(flagQuiet))
	ctx := c.Context
	sets, t := scoreAll(ctx, p, c.Int(flagJobs), folders, source)
	if ctx.Err() != nil || t.good == 0 {
		return t.ended(ctx)
	}
	out, err := writeReport(c, s, func(w io.Writer) error { return score.Write(w, format, sets, c.Bool(flagErrors)) })
	if err != nil {
		return err
	}
	total := score.Sum(sets...).Total
	p.done("%s, %s, F1 %.3f%s%s", count(t.good, "article"), count(total.Said, "statement"), total.F1(false), failedNote(t.bad), out)
	return t.ended(ctx)
}

// writeReport writes to the file of --out or to standard output, and returns
// what the summary says of the file.
func writeReport(c *cli.Context, s *streams, write func(io.Writer) error) (note string, err error) {
	out := c.String(flagOut)
	if out == "" || out == "-" {
		err = write(s.out)
	} else {
		err, note = outfile.Write(out, write), " → "+out
	}
	if err != nil {
		return "", fmt.Errorf("writing: %w", err)
	}
	return note, nil
}

// evalFormat checks the command line.
func evalFormat(c *cli.Context) (score.Format, error) {
	format := score.Format(c.String(flagFormat))
	switch {
	case format != score.Markdown && format != score.Text:
		return "", usage("--%s %s: want %s or %s", flagFormat, format, score.Markdown, score.Text)
	case !c.Args().Present() && c.Bool(flagCoref):
		return "", usage("eval --%s takes one file of chains or several", flagCoref)
	case !c.Args().Present():
		return "", usage("eval takes one folder of labels or several")
	case c.Int(flagJobs) < 1:
		return "", usage("--%s must be at least 1", flagJobs)
	}
	return format, nil
}

// labelled are the cases of one folder.
type labelled struct {
	folder string
	cases  []score.Case
}

func loadLabels(folders []string, articles string) ([]labelled, error) {
	var out []labelled
	for _, folder := range folders {
		cases, err := score.Load(folder, articles)
		if err != nil {
			return nil, err
		}
		out = append(out, labelled{folder, cases})
	}
	return out, nil
}

// scoreAll scores the folders one by one, several articles being worked on at
// a time. An article that cannot be extracted counts as one of which nothing
// was found.
func scoreAll(ctx context.Context, p *progress, jobs int, folders []labelled, source statementsOf) ([]score.Set, *tally) {
	type scored struct {
		set  int
		c    *score.Case
		list []graph.Statement
		err  error
	}
	cases := func(yield func(scored) bool) {
		for i := range folders {
			for j := range folders[i].cases {
				if !yield(scored{set: i, c: &folders[i].cases[j]}) {
					return
				}
			}
		}
	}
	sets := make([]score.Set, len(folders))
	total := 0
	for i, f := range folders {
		sets[i] = score.Set{Name: f.folder, Result: score.NewResult()}
		total += len(f.cases)
	}
	p.start("scoring", total, true)
	t := &tally{}
	for r := range ordered.Map(ctx, jobs, iter.Seq[scored](cases), func(ctx context.Context, r scored) scored {
		r.err = guarded(func() (err error) {
			r.list, err = source(ctx, r.c)
			return err
		})
		return r
	}) {
		p.step()
		if r.err != nil && ctx.Err() == nil {
			t.bad++
			p.message("%s: %v", path.Join(sets[r.set].Name, r.c.Article), r.err)
		} else {
			t.good++
		}
		sets[r.set].Add(r.c, r.list)
	}
	return sets, t
}

// statementsOf gives the statements of a labelled article.
type statementsOf func(context.Context, *score.Case) ([]graph.Statement, error)

// statementSource returns the statements of a file where one is named, else
// what the extractor finds.
func statementSource(file string) (statementsOf, error) {
	if file != "" {
		given, err := readStatements(file)
		return func(_ context.Context, c *score.Case) ([]graph.Statement, error) { return given[c.Article], nil }, err
	}
	x, err := extract.New()
	if err != nil {
		return nil, fmt.Errorf("the language model or the knowledge base cannot be loaded: %w", err)
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
