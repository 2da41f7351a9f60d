package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// Set reads back all articles of ours, sorted by id and without their texts, and
// all that they say, in the order of graph.CompareStatements, as it was when
// their graph was loaded: all that a graph is computed from.
func (s *Store) Set(ctx context.Context) (graph.Set, error) {
	if err := s.Ready(ctx, 0); err != nil {
		return graph.Set{}, err
	}
	version, err := s.version(ctx)
	if err == nil {
		err = readable(version)
	}
	if err != nil {
		return graph.Set{}, s.explain(err)
	}
	set, err := s.set(ctx)
	return set, s.explain(err)
}

// readable tells whether this program can read back what a version of the model
// holds, 0 for nothing.
func readable(version int64) error {
	switch {
	case version > modelVersion:
		return fmt.Errorf("%w: model %d, this one knows up to %d", ErrNewer, version, modelVersion)
	case version != 0 && version < firstWithEvidence:
		return fmt.Errorf("%w: load its graph once with this version", ErrOlder)
	}
	return nil
}

func (s *Store) set(ctx context.Context) (graph.Set, error) {
	text := "MATCH (n:" + labelOurs + ":" + labelArticle + ") WHERE n." + hashProperty +
		" IS NOT NULL RETURN n.id, n.title, n.publishedEdtf, n.outlet, n.url, n.textHash, n.words, n.evidence"
	var list []account
	err := s.read(ctx, text, nil, func(r *driver.Record) error {
		v := values{list: r.Values}
		list = append(list, account{graph.Article{
			ID: v.text(), Title: v.text(), Published: graph.Date(v.text()), Outlet: v.text(), URL: v.text(), Hash: v.text(), Words: v.number(),
		}, v.text()})
		return nil
	})
	if err != nil {
		return graph.Set{}, err
	}
	slices.SortFunc(list, func(a, b account) int { return cmp.Compare(a.article.ID, b.article.ID) })
	return setOf(list)
}

// account is an article and its evidence.
type account struct {
	article  graph.Article
	evidence string
}

// setOf unpacks the evidence of articles, on all processors.
func setOf(list []account) (graph.Set, error) {
	set := graph.Set{Articles: make([]graph.Article, len(list))}
	from := make([]int, len(list)+1)
	for i := range list {
		set.Articles[i] = list[i].article
		from[i+1] = from[i] + told(list[i].evidence)
	}
	set.Statements = make([]graph.Statement, from[len(list)])
	workers := runtime.GOMAXPROCS(0)
	tasks := make([]func() error, workers)
	for k := range workers {
		tasks[k] = func() error {
			for i := k * len(list) / workers; i < (k+1)*len(list)/workers; i++ {
				if err := unpackInto(set.Statements[from[i]:from[i+1]], list[i].article.ID, list[i].evidence); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if err := atOnce(tasks...); err != nil {
		return graph.Set{}, err
	}
	return set, nil
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

func (v *values) numbers() []int64 {
	list, _ := v.next().([]any)
	out := make([]int64, len(list))
	for i := range list {
		out[i], _ = list[i].(int64)
	}
	return out
}
