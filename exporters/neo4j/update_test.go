package neo4j_test

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"entente/exporters/neo4j"
	"entente/graph"
)

// TestUpdatesAtOnce adds articles from several places at once: none is lost.
func TestUpdatesAtOnce(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	var wait sync.WaitGroup
	for _, a := range northern().Articles {
		wait.Go(func() {
			_, err := s.Update(t.Context(), func(articles []graph.Article, _ []graph.Statement) (*graph.Graph, error) {
				return &graph.Graph{Articles: append(articles, a)}, nil
			}, neo4j.Options{})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	articles, err := s.Articles(t.Context())
	if err != nil || !slices.Equal(articles, northern().Articles) {
		t.Errorf("error %v, articles %v", err, articles)
	}
}

func TestUpdate(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, northern(), neo4j.Options{})
	before := db.dump(t)
	refused := errors.New("refused")
	less := without(northern(), "coast-courier-1")
	for name, c := range map[string]struct {
		change neo4j.Change
		o      neo4j.Options
		want   error
	}{
		"an error":  {func([]graph.Article, []graph.Statement) (*graph.Graph, error) { return nil, refused }, neo4j.Options{}, refused},
		"a dry run": {func([]graph.Article, []graph.Statement) (*graph.Graph, error) { return less, nil }, neo4j.Options{DryRun: true}, nil},
		"the same":  {func([]graph.Article, []graph.Statement) (*graph.Graph, error) { return northern(), nil }, neo4j.Options{}, nil},
	} {
		summary, err := s.Update(t.Context(), c.change, c.o)
		if !errors.Is(err, c.want) || c.want != nil && err.Error() != c.want.Error() {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
		if (summary.Written() > 0) != c.o.DryRun || summary.Batches > 0 {
			t.Errorf("%s: %+v", name, summary)
		}
		equal(t, before, db.dump(t))
	}
	invalid := func([]graph.Article, []graph.Statement) (*graph.Graph, error) {
		return &graph.Graph{Edges: northern().Edges}, nil
	}
	var faults graph.Faults
	if _, err := s.Update(t.Context(), invalid, neo4j.Options{}); !errors.As(err, &faults) {
		t.Errorf("error %v, want faults", err)
	}
}
