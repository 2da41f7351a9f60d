package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
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
			"ARTICLE is an article's id in the database, as load gave it (MATCH (a:Article) RETURN a.id). The statements of all",
			"other articles are read back, the graph is computed from them again, and the database is made equal to it: it then",
			"holds what it would hold if the articles had never been loaded. The server is found as by load.",
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
			return update(c, newProgress(s.err, c.Bool(flagQuiet)), without(c.Args().Slice()))
		},
	}
}

// update changes the articles and statements that the database holds.
func update(c *cli.Context, p *progress, change neo4j.Change) error {
	config, err := serverConfig(c)
	if err != nil {
		return err
	}
	ctx := c.Context
	store, err := neo4j.Open(ctx, config)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(context.WithoutCancel(ctx)) }()
	done, err := store.Update(ctx, change, neo4j.Options{
		DryRun: c.Bool(flagDryRun), Wait: c.Duration(flagWait),
		Progress: func(now neo4j.Progress) { p.phase(now.Phase, now.Done, now.Total) },
	})
	if err != nil {
		return err
	}
	p.done("%s: %s", store, loadNote(&done, c.Bool(flagDryRun)))
	return nil
}

// without is the change that takes articles back.
func without(ids []string) neo4j.Change {
	return func(articles []graph.Article, statements []graph.Statement) (*graph.Graph, error) {
		var missing []string
		for _, id := range ids {
			if !slices.ContainsFunc(articles, func(a graph.Article) bool { return a.ID == id }) {
				missing = append(missing, id)
			}
		}
		if len(missing) > 0 {
			return nil, fmt.Errorf("no such article in the database: %s", strings.Join(missing, ", "))
		}
		articles = slices.DeleteFunc(articles, func(a graph.Article) bool { return slices.Contains(ids, a.ID) })
		statements = slices.DeleteFunc(statements, func(s graph.Statement) bool { return slices.Contains(ids, s.Article) })
		return assemble.Graph(articles, statements), nil
	}
}

// with is the change that adds the articles of g, or replaces those that have
// their ids.
func with(g *graph.Graph) neo4j.Change {
	return func(articles []graph.Article, statements []graph.Statement) (*graph.Graph, error) {
		ids := map[string]bool{}
		for i := range g.Articles {
			ids[g.Articles[i].ID] = true
		}
		articles = slices.DeleteFunc(articles, func(a graph.Article) bool { return ids[a.ID] })
		statements = slices.DeleteFunc(statements, func(s graph.Statement) bool { return ids[s.Article] })
		return assemble.Graph(append(articles, g.Articles...), append(statements, g.Statements...)), nil
	}
}
