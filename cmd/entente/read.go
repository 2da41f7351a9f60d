package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/ordered"
	"entente/cmd/entente/internal/source"
	"entente/extract"
	"entente/extract/article"
	"entente/graph"
)

// The names of flags that several commands share.
const (
	flagPublished = "published"
	flagOutlet    = "outlet"
	flagURL       = "url"
	flagJobs      = "jobs"
	flagMaxBytes  = "max-bytes"
	flagQuiet     = "quiet"
	flagFormat    = "format"
	flagOut       = "out"
	flagMaxNodes  = "max-nodes"
)

// The names of formats that several commands share: text for people, and JSON
// lines.
const (
	formatText  = "text"
	formatLines = "jsonl"
)

// readFlags are the flags of commands that read articles.
func readFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.StringFlag{Name: flagPublished, Usage: "`DATE` of articles that come with none (2025-08-15)"},
		&cli.StringFlag{Name: flagOutlet, Usage: "`NAME` of the outlet, likewise"},
		&cli.StringFlag{Name: flagURL, Usage: "`ADDRESS` of the article, likewise"},
	}, workFlags()...)
}

// workFlags are the flags of commands that work on many texts.
func workFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: flagJobs, Aliases: []string{"j"}, Usage: "work on `N` articles at a time", Value: runtime.GOMAXPROCS(0)},
		&cli.Int64Flag{Name: flagMaxBytes, Usage: "refuse articles of more than `N` bytes", Value: 50 << 20},
		quietFlag(),
	}
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{Name: flagQuiet, Aliases: []string{"q"}, Usage: "no progress, no summary: messages only where something is wrong"}
}

// reader reads the articles that a command line names and extracts their
// statements.
type reader struct {
	set  *source.Set
	jobs int
	// keepText keeps the articles' texts with them. Without it memory grows
	// with the graph, not with the texts.
	keepText bool
	load     func() (*extract.Extractor, error)
}

// newReader prepares to read; the model and the knowledge base begin to load.
func newReader(c *cli.Context, s *streams) (*reader, error) {
	o, err := readOptions(c, s)
	if err != nil {
		return nil, err
	}
	return &reader{set: source.Expand(c.Args().Slice(), o), jobs: c.Int(flagJobs), load: ahead(extract.New)}, nil
}

// readOptions checks the shared flags of commands that read articles.
func readOptions(c *cli.Context, s *streams) (source.Options, error) {
	o := source.Options{
		MaxBytes: c.Int64(flagMaxBytes),
		Meta:     article.Meta{Published: c.String(flagPublished), Outlet: c.String(flagOutlet), URL: c.String(flagURL)},
		Stdin:    s.in,
	}
	if !c.Args().Present() {
		return o, usage("nothing to read: name files, folders or - (entente %s --help)", c.Command.Name)
	}
	if _, err := article.ParseDate(o.Meta.Published); err != nil {
		return o, usage("--%s: %w", flagPublished, err)
	}
	if c.Int(flagJobs) < 1 {
		return o, usage("--%s must be at least 1", flagJobs)
	}
	if o.MaxBytes < 1 {
		return o, usage("--%s must be at least 1", flagMaxBytes)
	}
	return o, nil
}

// ahead calls f in the background; the function it returns waits for the result.
func ahead[T any](f func() (T, error)) func() (T, error) {
	var value T
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		value, err = f()
	}()
	return func() (T, error) {
		<-done
		return value, err
	}
}

// read is one article with its statements, or why there are none.
type read struct {
	item       source.Item
	article    graph.Article
	statements []graph.Statement
	err        error
}

// name is what messages call the article.
func (r *read) name() string {
	if r.item.Record() && r.article.ID != "" {
		return r.item.Where + " (" + r.article.ID + ")"
	}
	return r.item.Where
}

// all yields the articles in order, several being worked on at a time.
func (r *reader) all(ctx context.Context) (iter.Seq[read], error) {
	x, err := r.load()
	if err != nil {
		return nil, fmt.Errorf("the language model or the knowledge base cannot be loaded: %w", err)
	}
	return ordered.Map(ctx, r.jobs, r.set.Items(ctx), func(ctx context.Context, it source.Item) read {
		a := extractOne(ctx, x, it)
		if !r.keepText {
			a.article.Text = ""
		}
		return a
	}), nil
}

// extractOne reads one article and extracts its statements.
func extractOne(ctx context.Context, x *extract.Extractor, it source.Item) read {
	r := read{item: it}
	r.err = guarded(func() error {
		d, err := it.Load()
		r.article = d.Article
		r.article.Published = d.Published()
		if err != nil {
			return err
		}
		r.statements, err = x.Extract(ctx, &r.article)
		if err != nil {
			err = fmt.Errorf("extraction: %w", err)
		}
		return err
	})
	return r
}

// guarded calls work on one article. A fault of the program that the article
// brings to light is that article's error.
func guarded(work func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a fault of the program, please report it with the article: %v", fault)
		}
	}()
	return work()
}

// tally counts what became of the articles and tells what is wrong with them.
type tally struct {
	good, bad  int
	statements int
}

// ended returns the error that a command ends with when everything else went
// well: nil, or in part, or not at all.
func (t *tally) ended(ctx context.Context) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case t.bad == 0:
		return nil
	case t.good == 0:
		return &exitError{code: exitFailed, err: errors.New("no article could be read")}
	}
	return &exitError{code: exitPartial}
}
