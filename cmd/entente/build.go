package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"entente/graph"
	"entente/graph/assemble"
)

func buildCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "build one graph from articles and write or draw it",
		UsageText: "entente build [FLAGS] SOURCE... -o FILE [-o FILE...]",
		Description: text(
			"Formats, by the end of the file's name:"+formatHelp(),
			"",
			"The same articles give the same bytes, in whatever order they are named.",
			"",
			"Examples:",
			"   entente build article.txt -o graph.svg",
			"   entente build news/ more/*.jsonl -o graph.json -o graph.svg",
			"   entente build news/ -o out/                       every format",
			"   cat article.txt | entente build - --published 2025-08-16 --format dot | sfdp -Tpdf > graph.pdf",
		),
		Flags: append(outFlags(), readFlags()...),
		Action: func(c *cli.Context) error {
			out, err := outputs(c)
			if err != nil {
				return err
			}
			r, err := newReader(c, s)
			if err != nil {
				return err
			}
			r.keepText = wantText(out)
			return build(c, s, r, out)
		},
	}
}

func build(c *cli.Context, s *streams, r *reader, out []output) error {
	ctx := c.Context
	p := newProgress(s.err, c.Bool(flagQuiet))
	g, t, err := collect(ctx, r, p)
	if err != nil {
		return err
	}
	written, err := writeAll(ctx, s, p, g, out)
	if err != nil {
		return err
	}
	p.done("%s%s", summary(g, t), wroteNote(written))
	return t.ended(ctx)
}

// collect reads all articles and assembles their graph. It fails where there
// is no article at all.
func collect(ctx context.Context, r *reader, p *progress) (*graph.Graph, *tally, error) {
	all, err := r.all(ctx)
	if err != nil {
		return nil, nil, err
	}
	total, known := r.set.Known()
	p.start("reading", total, known)
	t := &tally{}
	var articles []graph.Article
	var statements []graph.Statement
	hashes := map[string]string{}
	for a := range all {
		p.step()
		if a.err == nil {
			a.err = taken(hashes, &a.article)
		}
		switch {
		case a.err != nil && ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case errors.Is(a.err, errSame):
			continue
		case a.err != nil:
			t.bad++
			p.message("%s: %v", a.name(), a.err)
			continue
		}
		t.good++
		t.statements += len(a.statements)
		articles = append(articles, a.article)
		statements = append(statements, a.statements...)
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	if t.good == 0 {
		return nil, nil, errors.New("no article could be read")
	}
	g := assemble.Graph(articles, statements)
	if err := g.Validate(); err != nil {
		return nil, nil, fmt.Errorf("a fault of the program, please report it: %w", err)
	}
	return g, t, nil
}

// errSame is for an article that was read before, word for word.
var errSame = errors.New("read before")

// taken notes an article's id. It fails where another article has it.
func taken(hashes map[string]string, a *graph.Article) error {
	other, ok := hashes[a.ID]
	switch {
	case ok && other == a.Hash:
		return errSame
	case ok:
		return fmt.Errorf("another article has the id %q", a.ID)
	}
	hashes[a.ID] = a.Hash
	return nil
}

// summary tells what was read and what came of it.
func summary(g *graph.Graph, t *tally) string {
	return fmt.Sprintf("%s, %s, %s, %s%s", count(t.good, "article"), count(t.statements, "statement"), count(len(g.Nodes), "node"), count(len(g.Edges), "edge"), failedNote(t.bad))
}

func wroteNote(written []string) string {
	if len(written) == 0 {
		return ""
	}
	return " → " + strings.Join(written, ", ")
}
