package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"entente/exporters/neo4j"
	"entente/graph"
)

// The names of load's own flags.
const (
	flagDryRun    = "dry-run"
	flagWait      = "wait"
	flagPlaintext = "allow-plaintext"
	flagAnyCert   = "allow-any-certificate"
	flagImport    = "import-files"
	flagAdd       = "add"
)

func loadCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "make a Neo4j database equal to a graph",
		UsageText: "entente load [FLAGS] SOURCE... | GRAPH.json",
		Description: text(
			"A load is a sync: afterwards the database holds this graph, and of an older one nothing but what stands in this",
			"one too. Nodes and relationships of others are not touched. Loading the same again writes nothing, and a load",
			"that was interrupted is finished by the next one. docs/NEO4J.md tells what every label means.",
			"",
			"The server is found by the environment: NEO4J_URI (bolt://localhost:7687 where it is not set),",
			"NEO4J_USERNAME, NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, or both as NEO4J_AUTH=user/password,",
			"NEO4J_DATABASE, NEO4J_CA_FILE.",
			"",
			"Examples:",
			"   entente load graph.json",
			"   entente load news/ --dry-run",
			"   entente load --add news/today.txt",
			"   NEO4J_URI=neo4j+s://example.org entente load graph.json --wait 1m",
		),
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: flagAdd, Usage: "keep the articles that the database holds and add these, or replace the ones with the same ids"},
			&cli.BoolFlag{Name: flagDryRun, Usage: "only tell what would change"},
			&cli.DurationFlag{Name: flagWait, Usage: "wait `TIME` for a server that does not answer", Value: 10 * time.Second},
			&cli.BoolFlag{Name: flagPlaintext, Usage: "let the password travel unencrypted to another host"},
			&cli.BoolFlag{Name: flagAnyCert, Usage: "accept any certificate (bolt+ssc, neo4j+ssc)"},
			&cli.StringFlag{Name: flagImport, Usage: "ask no server: write files for neo4j-admin's offline importer into `FOLDER`, the fastest road into an empty database"},
		}, readFlags()...),
		Action: func(c *cli.Context) error { return load(c, s) },
	}
}

func load(c *cli.Context, s *streams) error {
	if folder := c.String(flagImport); folder != "" {
		return loadOffline(c, s, folder)
	}
	config, err := serverConfig(c)
	if err != nil {
		return err
	}
	p := newProgress(s.err, c.Bool(flagQuiet))
	g, t, err := graphOrArticles(c, s, p)
	if err != nil {
		return err
	}
	made := "" // by which program is not known of a graph that is read
	if !slices.ContainsFunc(c.Args().Slice(), isGraph) {
		made = program()
	}
	ctx := c.Context
	if c.Bool(flagAdd) {
		if err := update(c, p, graph.Edit{New: graph.Set{Articles: g.Articles, Statements: g.Statements}}); err != nil {
			return err
		}
		return t.ended(ctx)
	}
	store, err := neo4j.Open(ctx, config)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(context.WithoutCancel(ctx)) }()
	done, err := store.Load(ctx, g, neo4j.Options{
		DryRun: c.Bool(flagDryRun), Wait: c.Duration(flagWait), Maker: made,
		Progress: func(now neo4j.Progress) { p.phase(now.Phase, now.Done, now.Total) },
	})
	if err != nil {
		if ctx.Err() != nil {
			p.message("loading again finishes what is half done")
		}
		if errors.Is(err, neo4j.ErrAbsent) && os.Getenv("NEO4J_URI") == "" {
			err = fmt.Errorf("%w; start one (docker compose up -d --wait, or scripts/neo4j.sh start) or set NEO4J_URI", err)
		}
		return err
	}
	p.done("%s: %s", store, loadNote(&done, c.Bool(flagDryRun)))
	return t.ended(ctx)
}

// loadOffline writes files instead of asking a server.
func loadOffline(c *cli.Context, s *streams, folder string) error {
	p := newProgress(s.err, c.Bool(flagQuiet))
	g, t, err := graphOrArticles(c, s, p)
	if err != nil {
		return err
	}
	if err := neo4j.WriteImport(c.Context, g, folder); err != nil {
		return err
	}
	p.done("%s, %s → %s", count(len(g.Nodes), "node"), count(len(g.Edges), "edge"), folder)
	return t.ended(c.Context)
}

func serverConfig(c *cli.Context) (neo4j.Config, error) {
	config, err := neo4j.FromEnv(os.Getenv)
	config.AllowPlaintext, config.AllowAnyCertificate = c.Bool(flagPlaintext), c.Bool(flagAnyCert)
	if err != nil && config.URI != "" {
		err = config.Check() // again, with what the flags allow
	}
	if err != nil {
		return config, usage("%w", err)
	}
	return config, nil
}

func isGraph(path string) bool { return strings.EqualFold(filepath.Ext(path), ".json") }

// graphOrArticles reads the one graph that is named, or builds one from articles.
func graphOrArticles(c *cli.Context, s *streams, p *progress) (*graph.Graph, *tally, error) {
	if !slices.ContainsFunc(c.Args().Slice(), isGraph) {
		r, err := newReader(c, s)
		if err != nil {
			return nil, nil, err
		}
		return collect(c.Context, r, p)
	}
	if c.NArg() != 1 {
		return nil, nil, usage("a load makes the database equal to one graph: name one GRAPH.json, or articles")
	}
	g, err := readGraph(s, c.Args().First())
	return g, &tally{good: 1}, err
}

// loadNote tells what a load did, or would do.
func loadNote(done *neo4j.Summary, dry bool) string {
	var parts []string
	for _, part := range []struct {
		what string
		n    neo4j.Counts
	}{{"node", done.Nodes}, {"article", done.Articles}, {"statement", done.Statements}, {"edge", done.Edges}} {
		all := part.n.Created + part.n.Changed + part.n.Unchanged
		parts = append(parts, fmt.Sprintf("%s (%d new, %d changed)", count(all, part.what), part.n.Created, part.n.Changed))
	}
	parts = append(parts, fmt.Sprintf("%d removed", done.RemovedNodes+done.RemovedEdges))
	if done.Kept > 0 {
		parts = append(parts, fmt.Sprintf("%d of them kept as Retired", done.Kept))
	}
	note := strings.Join(parts, ", ")
	switch {
	case done.Written() == 0:
		note += "; it is equal already"
	case dry:
		note += "; nothing was written"
	}
	return note
}
