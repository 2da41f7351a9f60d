package main

import (
	"bufio"
	"context"
	"fmt"
	"iter"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/ordered"
	"entente/cmd/entente/internal/source"
	"entente/extract/nlp"
)

const flagLines = "lines"

func annotateCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "annotate",
		Usage:     "write what the language engine sees: tokens, tags, lemmas, heads, entities",
		UsageText: "entente annotate [FLAGS] SOURCE...",
		Description: text(
			"Any text is taken, whatever its language. Every article, or with --lines every line of every file, is a text",
			"by itself. jsonl is one object a text: the text, its tokens [[text, byte, character, space follows, norm, tag,",
			"pos, morph, lemma, head, dep, sentence start]] and its entities [[first, end, label]]. conllu is CoNLL-U.",
			"",
			"Examples:",
			`   echo "Trump met Putin in Alaska." | entente annotate --format conllu -`,
			"   entente annotate --lines sentences.txt > annotated.jsonl",
		),
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT`: jsonl or conllu", Value: formatLines},
			&cli.BoolFlag{Name: flagLines, Usage: "take each line as a text"},
		}, workFlags()...),
		Action: func(c *cli.Context) error { return annotate(c, s) },
	}
}

const formatConllu = "conllu"

// annotated is a text as rendered, or why there is nothing.
type annotated struct {
	where string
	text  []byte
	err   error
}

func annotate(c *cli.Context, s *streams) error {
	format := c.String(flagFormat)
	if format != formatLines && format != formatConllu {
		return usage("--%s %s: want %s or %s", flagFormat, format, formatLines, formatConllu)
	}
	o, err := readOptions(c, s)
	if err != nil {
		return err
	}
	o.AnyText = true
	engine, err := nlp.Load()
	if err != nil {
		return fmt.Errorf("the language model cannot be loaded: %w", err)
	}
	set := source.Expand(c.Args().Slice(), o)
	render := func(text string) []byte {
		if format == formatConllu {
			return engine.Annotate(text).AppendCoNLLU(nil)
		}
		return append(engine.Annotate(text).AppendJSON(nil), '\n')
	}
	all := annotateTexts(c.Context, set, c.Int(flagJobs), render)
	if c.Bool(flagLines) {
		all = annotateLines(c.Context, set, c.Int(flagJobs), render)
	}
	return writeAnnotated(c, s, all)
}

func annotateTexts(ctx context.Context, set *source.Set, jobs int, render func(string) []byte) iter.Seq[annotated] {
	return ordered.Map(ctx, jobs, set.Items(ctx), func(_ context.Context, it source.Item) annotated {
		d, err := it.Load()
		if err != nil {
			return annotated{where: it.Where, err: err}
		}
		return annotated{where: it.Where, text: render(d.Article.Text)}
	})
}

func annotateLines(ctx context.Context, set *source.Set, jobs int, render func(string) []byte) iter.Seq[annotated] {
	return ordered.Map(ctx, jobs, set.Lines(ctx), func(_ context.Context, line source.Line) annotated {
		if line.Err != nil {
			return annotated{where: line.Where, err: line.Err}
		}
		return annotated{where: line.Where, text: render(line.Text)}
	})
}

func writeAnnotated(c *cli.Context, s *streams, all iter.Seq[annotated]) error {
	p := newProgress(s.err, c.Bool(flagQuiet))
	if !isTerminal(s.out) {
		p.start("annotating", 0, false)
	}
	t := tally{}
	out := bufio.NewWriterSize(s.out, 1<<16)
	for a := range all {
		p.step()
		if a.err != nil {
			t.bad++
			p.message("%s: %v", a.where, a.err)
			continue
		}
		t.good++
		if _, err := out.Write(a.text); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if ctx := c.Context; ctx.Err() != nil {
		return ctx.Err()
	}
	p.done("%s%s", count(t.good, "text"), failedNote(t.bad))
	return t.ended(c.Context)
}
