package neo4j_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/internal/neo4jtest"
)

// database is a server of the tests with a driver of its own, for looking at
// what the loader wrote and for playing the stranger.
type database struct {
	*neo4jtest.Server

	driver driver.DriverWithContext
}

// fresh returns the shared server without anything of ours in it.
func fresh(tb testing.TB) *database {
	tb.Helper()
	return connect(tb, neo4jtest.Shared(tb))
}

func connect(tb testing.TB, s *neo4jtest.Server) *database {
	tb.Helper()
	db := &database{Server: s}
	db.reconnect(tb)
	db.run(tb, "MATCH (n:Entente) DETACH DELETE n")
	db.run(tb, "MATCH (n:EntenteMeta) DETACH DELETE n")
	db.run(tb, "MATCH (n:Stranger) DETACH DELETE n")
	return db
}

// reconnect takes a new driver, which knows nothing of the database's past.
func (db *database) reconnect(tb testing.TB) {
	tb.Helper()
	d, err := driver.NewDriverWithContext(db.URI, driver.BasicAuth(db.Username, db.Password, ""))
	if err != nil {
		tb.Fatal(err)
	}
	db.driver = d
	tb.Cleanup(func() { _ = d.Close(tb.Context()) })
}

func (db *database) run(tb testing.TB, text string, params ...any) [][]any {
	tb.Helper()
	named := map[string]any{}
	for i := 0; i+1 < len(params); i += 2 {
		named[params[i].(string)] = params[i+1]
	}
	result, err := driver.ExecuteQuery(tb.Context(), db.driver, text, named, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(db.Database))
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	rows := make([][]any, len(result.Records))
	for i, r := range result.Records {
		rows[i] = r.Values
	}
	return rows
}

func (db *database) config() neo4j.Config {
	return neo4j.Config{URI: db.URI, Username: db.Username, Password: db.Password, Database: db.Database}
}

func (db *database) store(t *testing.T) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), db.config())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(t.Context()) })
	return s
}

func load(t *testing.T, s *neo4j.Store, g *graph.Graph, o neo4j.Options) neo4j.Summary {
	t.Helper()
	summary, err := s.Load(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// dump returns everything in the database, a line a node and a relationship,
// with all properties, sorted. The database's own ids do not appear.
func (db *database) dump(t *testing.T) []string {
	t.Helper()
	nodes := db.run(t, "MATCH (n) WHERE NOT n:EntenteMeta RETURN labels(n), properties(n)")
	edges := db.run(t, "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.name), type(r), coalesce(b.id, b.name), properties(r)")
	lines := make([]string, 0, len(nodes)+len(edges))
	for _, row := range nodes {
		lines = append(lines, fmt.Sprint(sorted(row[0])...)+" "+properties(row[1]))
	}
	for _, row := range edges {
		lines = append(lines, fmt.Sprintf("%v -%v-> %v %s", row[0], row[1], row[2], properties(row[3])))
	}
	slices.Sort(lines)
	return lines
}

func sorted(list any) []any {
	labels := slices.Clone(list.([]any))
	slices.SortFunc(labels, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return labels
}

func properties(v any) string {
	all := v.(map[string]any)
	list := make([]string, 0, len(all))
	for k, x := range all {
		list = append(list, fmt.Sprintf("%s=%v", k, x))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func equal(t *testing.T, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the database differs (-want +got):\n%s", diff)
	}
}

func TestLoadTwiceWritesNothing(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	g := northern()
	first := load(t, s, g, neo4j.Options{})
	want := neo4j.Summary{
		Nodes: neo4j.Counts{Created: len(g.Nodes)}, Articles: neo4j.Counts{Created: len(g.Articles)},
		Statements: neo4j.Counts{Created: len(g.Statements)}, Edges: neo4j.Counts{Created: len(g.Edges)}, Batches: first.Batches,
	}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("first load (-want +got):\n%s", diff)
	}
	before, meta := db.dump(t), db.run(t, "MATCH (m:EntenteMeta) RETURN properties(m)")
	second := load(t, s, northern(), neo4j.Options{})
	if second.Written() != 0 || second.Batches != 0 || second.Nodes.Unchanged != len(g.Nodes) || second.Edges.Unchanged != len(g.Edges) {
		t.Errorf("second load wrote: %+v", second)
	}
	equal(t, before, db.dump(t))
	if diff := cmp.Diff(fmt.Sprint(meta), fmt.Sprint(db.run(t, "MATCH (m:EntenteMeta) RETURN properties(m)"))); diff != "" {
		t.Errorf("the second load changed the meta node: %s", diff)
	}
}

func TestAnalystsOneLiner(t *testing.T) {
	db := fresh(t)
	load(t, db.store(t), northern(), neo4j.Options{})
	rows := db.run(t, "MATCH (who:Person)-[r:REJECTED]->(what) RETURN who.name, what.name, r.quote, r.date")
	if got := fmt.Sprint(rows); got != "[[Ingrid Nordby a joint ferry line Nordby turned the ferry line down 2025-03-06]]" {
		t.Errorf("who rejected what: %s", got)
	}
}
