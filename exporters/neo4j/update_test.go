package neo4j_test

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/graph/assemble"
)

// TestUpdatesAtOnce adds articles from several places at once: none is lost.
func TestUpdatesAtOnce(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	var wait sync.WaitGroup
	for _, a := range northern().Articles {
		wait.Go(func() {
			if _, err := s.Update(t.Context(), graph.Edit{New: graph.Set{Articles: []graph.Article{a}}}, new(made).maker(), neo4j.Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	set, err := s.Set(t.Context())
	if err != nil || !slices.Equal(set.Articles, northern().Articles) {
		t.Errorf("error %v, articles %v", err, set.Articles)
	}
}

// assembled is the graph that is assembled of what northern says.
func assembled() *graph.Graph { return assemble.Graph(northern().Articles, northern().Statements) }

func TestUpdate(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	gone := graph.Edit{Gone: []string{"coast-courier-1"}}
	less := gone.Apply(graph.Set{Articles: northern().Articles, Statements: northern().Statements})
	load(t, s, assemble.Graph(less.Articles, less.Statements), neo4j.Options{})
	want := db.dump(t)
	for name, c := range map[string]struct {
		e      graph.Edit
		maker  string // of what the database holds
		damage string
		did    made
		o      neo4j.Options
		err    error
	}{
		"taken back":                             {gone, "test", "", made{0, 1}, neo4j.Options{}, nil},
		"of an unknown maker":                    {gone, "", "", made{1, 0}, neo4j.Options{}, nil},
		"of another maker":                       {gone, "other", "", made{1, 0}, neo4j.Options{}, nil},
		"after an interruption":                  {gone, "test", "MATCH (m:EntenteMeta {name: 'holding'}) DELETE m", made{1, 0}, neo4j.Options{}, nil},
		"damaged":                                {gone, "test", "MATCH (p:Person:Entente) DETACH DELETE p", made{1, 1}, neo4j.Options{}, nil},
		"an edge twice":                          {gone, "test", "MATCH (a:Entente)-[r:ACCUSED]->(b) CREATE (a)-[s:ACCUSED]->(b) SET s = r", made{1, 1}, neo4j.Options{}, nil},
		"links lost":                             {gone, "test", "MATCH (:Statement)-[r:SOURCE]->() DELETE r", made{1, 1}, neo4j.Options{}, nil},
		"statements lost":                        {gone, "test", "MATCH (s:Statement) DETACH DELETE s", made{1, 1}, neo4j.Options{}, nil},
		"a dry run":                              {gone, "test", "", made{0, 1}, neo4j.Options{DryRun: true}, nil},
		"gone already, after an interruption":    {graph.Edit{Gone: []string{"coast-courier-1", "nowhere"}}, "test", "MATCH (m:EntenteMeta {name: 'holding'}) DELETE m", made{1, 0}, neo4j.Options{}, nil},
		"no such article, after an interruption": {graph.Edit{Gone: []string{"nowhere"}}, "test", "MATCH (m:EntenteMeta {name: 'holding'}) DELETE m", made{1, 0}, neo4j.Options{}, neo4j.ErrNoArticle},
		"no such article":                        {graph.Edit{Gone: []string{"nowhere"}}, "test", "", made{0, 0}, neo4j.Options{}, neo4j.ErrNoArticle},
		"nothing":                                {graph.Edit{}, "test", "", made{0, 1}, neo4j.Options{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			load(t, s, &graph.Graph{}, neo4j.Options{})
			load(t, s, assembled(), neo4j.Options{Maker: c.maker})
			before := db.dump(t)
			if c.damage != "" {
				db.run(t, c.damage)
			}
			var did made
			summary, err := s.Update(t.Context(), c.e, did.maker(), c.o)
			if !errors.Is(err, c.err) || did != c.did {
				t.Errorf("error %v, want %v; made %+v, want %+v", err, c.err, did, c.did)
			}
			if c.o.DryRun || len(c.e.Gone) == 0 || c.err != nil {
				equal(t, before, db.dump(t))
				return
			}
			equal(t, want, db.dump(t))
			if summary.Articles != (neo4j.Counts{Unchanged: 3}) || summary.Written() == 0 {
				t.Errorf("%+v", summary)
			}
			did = made{}
			again, err := s.Update(t.Context(), graph.Edit{New: less}, did.maker(), neo4j.Options{})
			if err != nil || again.Written() != 0 || did != (made{parts: 1}) {
				t.Errorf("the same again: error %v, made %+v, %+v", err, did, again)
			}
		})
	}
}

// TestPosition: the database's position tells that nobody has changed anything
// since a load or an update, and where somebody has.
func TestPosition(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	check := func(what string, want bool) {
		t.Helper()
		if got, err := s.Untouched(t.Context()); err != nil || got != want {
			t.Errorf("%s: untouched %v, error %v, want %v", what, got, err, want)
		}
	}
	check("nothing loaded", false)
	load(t, s, assembled(), neo4j.Options{Maker: "test"})
	check("loaded", true)
	load(t, s, assembled(), neo4j.Options{Maker: "test"})
	check("loaded again", true)
	if _, err := s.Update(t.Context(), graph.Edit{Gone: []string{"coast-courier-1"}}, new(made).maker(), neo4j.Options{}); err != nil {
		t.Fatal(err)
	}
	check("updated", true)
	db.run(t, "MATCH (p:Person) RETURN p.name")
	check("read by somebody else", true)
	db.run(t, "CREATE (n:Stranger)")
	check("changed by somebody else", false)
	if _, err := s.Update(t.Context(), graph.Edit{New: graph.Set{Articles: northern().Articles, Statements: northern().Statements}}, new(made).maker(), neo4j.Options{}); err != nil {
		t.Fatal(err)
	}
	check("updated again", true)
}

// TestUpdateAcrossVersions: what an older version left is not read back, but
// loading over it makes it this version's.
func TestUpdateAcrossVersions(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, assembled(), neo4j.Options{})
	want := db.dump(t)
	db.run(t, "MATCH (m:EntenteMeta {name: 'graph'}) SET m.version = 1")
	db.run(t, "MATCH (a:Article:Entente) SET a.ententeHash = 1 REMOVE a.evidence")
	db.run(t, "MATCH (s:Statement:Entente) SET s.ententeHash = 1, s.refs = '{}'")
	if _, err := s.Update(t.Context(), graph.Edit{}, new(made).maker(), neo4j.Options{}); !errors.Is(err, neo4j.ErrOlder) {
		t.Errorf("error %v, want ErrOlder", err)
	}
	load(t, s, assembled(), neo4j.Options{})
	equal(t, want, db.dump(t))
}
