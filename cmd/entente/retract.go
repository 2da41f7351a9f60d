package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/urfave/cli/v2"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/graph/assemble"
)

func retractCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "retract",
		Usage:     "take articles back from a Neo4j database",
		UsageText: "entente retract [FLAGS] ARTICLE...",
		Description: text(
			"ARTICLE is an article's id in the database, as load gave it (MATCH (a:Article) RETURN a.id). What all articles say is",
			"read back, what changes without these is computed and written: the database then holds what it would hold if the",
			"articles had never been loaded. The server is found as by load.",
			"",
			"Example:",
			"   entente retract alaska-2025-eve.txt",
		),
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: flagDryRun, Usage: "only tell what would change"},
			&cli.DurationFlag{Name: flagWait, Usage: "wait `TIME` for a server that does not answer", Value: 10 * time.Second},
			&cli.BoolFlag{Name: flagPlaintext, Usage: "let the password travel unencrypted to another host"},
			&cli.BoolFlag{Name: flagAnyCert, Usage: "accept any certificate (bolt+ssc, neo4j+ssc)"},
			&cli.BoolFlag{Name: flagQuiet, Aliases: []string{"q"}, Usage: "no progress and no summary, only errors"},
		},
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usage("retract takes the ids of articles")
			}
			return update(c, newProgress(s.err, c.Bool(flagQuiet)), graph.Edit{Gone: c.Args().Slice()})
		},
	}
}

// update changes the articles and statements that the database holds.
func update(c *cli.Context, p *progress, e graph.Edit) error {
	config, err := serverConfig(c)
	if err != nil {
		return err
	}
	ctx := c.Context
	collectLess()
	store, err := neo4j.Open(ctx, config)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(context.WithoutCancel(ctx)) }()
	done, err := store.Update(ctx, e, maker(), neo4j.Options{
		DryRun: c.Bool(flagDryRun), Wait: c.Duration(flagWait),
		Progress: func(now neo4j.Progress) { p.phase(now.Phase, now.Done, now.Total) },
	})
	if err != nil {
		return err
	}
	p.done("%s: %s", store, loadNote(&done, c.Bool(flagDryRun)))
	return nil
}

// collectLess lets the heap grow to five times what is in use before it is collected,
// unless GOGC says otherwise: an update reads back what all articles say and needs
// nearly all of it until it ends. Collecting as usual takes a third of its time.
func collectLess() {
	const percent = 400
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// maker makes graphs of what a database holds.
func maker() neo4j.Maker {
	return neo4j.Maker{
		ID:     program(),
		Graph:  func(s graph.Set) *graph.Graph { return assemble.Graph(s.Articles, s.Statements) },
		Change: assemble.Change,
	}
}

// program tells this very program from all others: a hash of its file. Another
// version may make another graph of the same articles.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
