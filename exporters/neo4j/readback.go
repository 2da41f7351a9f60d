package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// Statements reads back all statements of ours, as they were when their graph
// was loaded, in the order of graph.CompareStatements. Articles and Statements
// together are all that a graph is computed from.
func (s *Store) Statements(ctx context.Context) ([]graph.Statement, error) {
	if err := s.readable(ctx); err != nil {
		return nil, err
	}
	list, err := s.statements(ctx)
	return list, s.explain(err)
}

func (s *Store) statements(ctx context.Context) ([]graph.Statement, error) {
	text := "MATCH (n:" + labelOurs + ":" + labelStatement + ") WHERE n." + hashProperty + " IS NOT NULL RETURN n.id, n.article, n.relation, " +
		"n.status, n.edtf, n.quote, n.startByte, n.endByte, n.rule, n.plover, n.confidence, n.refs"
	g := graph.Graph{}
	err := s.read(ctx, text, nil, func(r *driver.Record) error {
		v := values{list: r.Values}
		x := graph.Statement{
			ID: v.text(), Article: v.text(), Relation: graph.Relation(v.text()), Status: graph.Status(v.text()), Date: graph.Date(v.text()),
			Quote: v.text(), Start: v.number(), End: v.number(), Rule: v.text(), Plover: v.text(), Confidence: v.float(),
		}
		if err := unpackRefs(v.text(), &x); err != nil {
			return fmt.Errorf("statement %s: %w", x.ID, err)
		}
		g.Statements = append(g.Statements, x)
		return nil
	})
	g.Sort()
	return g.Statements, err
}

// Articles reads back all articles of ours, sorted by id. Their texts are not
// in the database.
func (s *Store) Articles(ctx context.Context) ([]graph.Article, error) {
	if err := s.readable(ctx); err != nil {
		return nil, err
	}
	list, err := s.articles(ctx)
	return list, s.explain(err)
}

func (s *Store) articles(ctx context.Context) ([]graph.Article, error) {
	text := "MATCH (n:" + labelOurs + ":" + labelArticle + ") WHERE n." + hashProperty + " IS NOT NULL RETURN n.id, n.title, n.publishedEdtf, n.outlet, n.url, n.textHash, n.words"
	g := graph.Graph{}
	err := s.read(ctx, text, nil, func(r *driver.Record) error {
		v := values{list: r.Values}
		g.Articles = append(g.Articles, graph.Article{
			ID: v.text(), Title: v.text(), Published: graph.Date(v.text()), Outlet: v.text(), URL: v.text(), Hash: v.text(), Words: v.number(),
		})
		return nil
	})
	g.Sort()
	return g.Articles, err
}

// readable tells whether the server answers with a model that this program knows.
func (s *Store) readable(ctx context.Context) error {
	if err := s.Ready(ctx, 0); err != nil {
		return err
	}
	return s.explain(s.checkVersion(ctx))
}

// values takes the columns of a record one after the other. What is absent, or
// of another type, is the zero value.
type values struct{ list []any }

func (v *values) next() any {
	x := v.list[0]
	v.list = v.list[1:]
	return x
}

func (v *values) text() string {
	s, _ := v.next().(string)
	return s
}

func (v *values) number() int {
	n, _ := v.next().(int64)
	return int(n)
}

func (v *values) float() float64 {
	f, _ := v.next().(float64)
	return f
}
