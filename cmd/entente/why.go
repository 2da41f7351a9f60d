package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/source"
	"entente/cmd/entente/internal/why"
	"entente/extract"
	"entente/extract/article"
)

func whyCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "tell why words of an article mean somebody, or why two are one",
		UsageText: "entente why [FLAGS] ARTICLE NAME [NAME]",
		Description: text(
			"A name is an id (wd:Q7747, iso:UA) or words of the article, in any case: a name, a description, a pronoun. Every",
			"mention is told with its sentence and the rule that made or linked it, with what the knowledge base and the",
			"article say of offices. Of two names it is told whether they mean one, and by which rules.",
			"",
			"Examples:",
			`   entente why article.txt "the Russian leader"`,
			`   entente why article.txt Putin "the Russian leader"`,
			"   entente why article.txt wd:Q7747 --format jsonl | jq .mentions[].rule",
		),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT` of the answer: text or jsonl", Value: formatText},
			&cli.StringFlag{Name: flagPublished, Usage: "`DATE` of the article where it comes with none (2025-08-15)"},
		},
		Action: func(c *cli.Context) error {
			format := c.String(flagFormat)
			if format != formatText && format != formatLines {
				return usage("--%s %s: want text or jsonl", flagFormat, format)
			}
			if c.NArg() < 2 || c.NArg() > 3 {
				return usage("why takes an ARTICLE and one or two names")
			}
			r, err := resolve(c, s)
			if err != nil {
				return err
			}
			answer, err := why.Ask(r, c.Args().Tail()...)
			if err != nil {
				return err
			}
			if format == formatLines {
				return answer.Lines(s.out)
			}
			return answer.Text(s.out)
		},
	}
}

// resolve reads the one article that the command line names and finds out who
// is who in it.
func resolve(c *cli.Context, s *streams) (*extract.Resolved, error) {
	o := source.Options{Meta: article.Meta{Published: c.String(flagPublished)}, Stdin: s.in}
	if _, err := article.ParseDate(o.Meta.Published); err != nil {
		return nil, usage("--%s: %w", flagPublished, err)
	}
	load := ahead(extract.New)
	it, err := only(c.Context, source.Expand(c.Args().Slice()[:1], o))
	if err != nil {
		return nil, err
	}
	d, err := it.Load()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", it.Where, err)
	}
	d.Article.Published = d.Published()
	x, err := load()
	if err != nil {
		return nil, fmt.Errorf("the language model or the knowledge base cannot be loaded: %w", err)
	}
	var r *extract.Resolved
	err = guarded(func() (err error) {
		r, err = x.Resolve(c.Context, &d.Article)
		return err
	})
	return r, err
}

// only returns the article of a set that must have one.
func only(ctx context.Context, set *source.Set) (source.Item, error) {
	var first source.Item
	n := 0
	for it := range set.Items(ctx) {
		if n++; n > 1 {
			return first, usage("why reads one article, and there are several")
		}
		first = it
	}
	if n == 0 {
		return first, errors.New("no article to read")
	}
	return first, nil
}
