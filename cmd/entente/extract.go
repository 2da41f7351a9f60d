package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"entente/graph"
)

func extractCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "write the statements of articles, one JSON object a line",
		UsageText: "entente extract [FLAGS] SOURCE...",
		Description: text(
			"One row is one statement: article, source and target {id, kind, name}, relation, status, date, speaker,",
			"quote with its byte offsets start and end in the article's text, rule, plover, meeting, confidence.",
			"",
			"It is a filter for any number of articles: memory is bounded, rows come in the order of the articles, as",
			"soon as each is done. A line of JSON lines that is no readable English article becomes a row",
			`{"article", "line", "error"} and the exit code stays 0; a bad file is a message and exit code 3.`,
			"",
			"Examples:",
			"   entente extract --published 2025-08-16 article.txt",
			"   zcat news.jsonl.gz | entente extract - > statements.jsonl",
			"   parallel --pipepart -a news.jsonl entente extract -j 1 - > statements.jsonl",
		),
		Flags: append(readFlags(), &cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT` of the rows: jsonl", Value: formatLines}),
		Action: func(c *cli.Context) error {
			if f := c.String(flagFormat); f != formatLines {
				return usage("--%s %s: extract writes jsonl only; build writes graphs", flagFormat, f)
			}
			r, err := newReader(c, s)
			if err != nil {
				return err
			}
			return extractAll(c, s, r)
		},
	}
}

// failure is the row of an article in JSON lines that could not be read.
type failure struct {
	Article string `json:"article"`
	Line    int    `json:"line"`
	Error   string `json:"error"`
}

func extractAll(c *cli.Context, s *streams, r *reader) error {
	ctx := c.Context
	all, err := r.all(ctx)
	if err != nil {
		return err
	}
	p := newProgress(s.err, c.Bool(flagQuiet))
	if !isTerminal(s.out) {
		total, known := r.set.Known()
		p.start("extracting", total, known)
	}
	t := tally{}
	records := 0
	for a := range all {
		p.step()
		var rows []any
		switch {
		case a.err != nil && ctx.Err() != nil:
			return ctx.Err()
		case a.err != nil && a.item.Record():
			records++
			rows = append(rows, failure{Article: a.article.ID, Line: a.item.Line, Error: a.err.Error()})
		case a.err != nil:
			t.bad++
			p.message("%s: %v", a.name(), a.err)
		default:
			t.good++
			t.statements += len(a.statements)
			for i := range a.statements {
				rows = append(rows, &a.statements[i])
			}
		}
		if err := writeRows(s.out, rows); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p.done("%s, %s%s", count(t.good, "article"), count(t.statements, "statement"), failedNote(t.bad+records))
	if t.good == 0 && records > 0 {
		t.good = 1 // the rows say what is wrong with each: the output is complete
	}
	return t.ended(ctx)
}

// writeRows writes an article's rows at once, so that no reader waits for them.
func writeRows(w io.Writer, rows []any) error {
	var buf []byte
	for _, row := range rows {
		line, err := graph.MarshalLine(row)
		if err != nil {
			return err
		}
		buf = append(append(buf, line...), '\n')
	}
	if len(buf) == 0 {
		return nil
	}
	_, err := w.Write(buf)
	return err
}

func failedNote(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; %s could not be read", count(n, "more article"))
}
