package cypher_test

import (
	"context"
	"os"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/cypher"
	"entente/exporters/internal/sample"
	"entente/graph"
	"entente/internal/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

// server runs Cypher on a server of this test's own.
type server struct {
	t      *testing.T
	driver driver.DriverWithContext
}

func start(t *testing.T) *server {
	t.Helper()
	if os.Getenv("NEO4J_URI") != "" {
		t.Skip("NEO4J_URI names a user's database: a script is not tried there")
	}
	s := neo4jtest.Own(t)
	d, err := driver.NewDriverWithContext(s.URI, driver.BasicAuth(s.Username, s.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	return &server{t, d}
}

func (s *server) ask(query string, params map[string]any) []*driver.Record {
	s.t.Helper()
	result, err := driver.ExecuteQuery(s.t.Context(), s.driver, query, params, driver.EagerResultTransformer)
	if err != nil {
		s.t.Fatalf("%s: %v", query, err)
	}
	return result.Records
}

// run runs each line of a script as a statement of its own.
func (s *server) run(script string) {
	s.t.Helper()
	for line := range strings.SplitSeq(script, "\n") {
		if statement := strings.TrimSuffix(line, ";"); statement != "" && !strings.HasPrefix(line, "//") {
			s.ask(statement, nil)
		}
	}
}

// counts returns the numbers of nodes and relationships.
func (s *server) counts() [2]int64 {
	s.t.Helper()
	r := s.ask("MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r)", nil)[0]
	return [2]int64{r.Values[0].(int64), r.Values[1].(int64)}
}

func TestOnAServer(t *testing.T) {
	s := start(t)
	summit := sample.Summit(t)
	script := export(t, summit)
	s.run(script)
	first := s.counts()
	if want := int64(len(summit.Nodes) + len(summit.Articles) + len(summit.Statements)); first[0] != want {
		t.Errorf("%d nodes, want %d", first[0], want)
	}
	s.run(script)
	if second := s.counts(); second != first {
		t.Errorf("run twice: %v nodes and relationships, once: %v", second, first)
	}
	rejected := s.ask("MATCH (a:Country {name: 'Ukraine'})-[r:REJECTED]->(p:Proposal) RETURN p.name", nil)
	if len(rejected) != 1 || rejected[0].Values[0] != "the withdrawal of Ukrainian troops from Donetsk" {
		t.Errorf("Ukraine rejected %v", rejected)
	}
	said := s.ask("MATCH (:Article {outlet: 'Evening Courier'})-[:HAS_STATEMENT]->(x:Statement)-[:SAID_BY]->(p:Person {name: 'Dmitry Peskov'}) RETURN DISTINCT x.quote", nil)
	if len(said) != 1 {
		t.Errorf("Peskov says %v", said)
	}
	s.hostile()
}

// hostile runs a script of hostile texts and reads them back.
func (s *server) hostile() {
	t := s.t
	t.Helper()
	s.ask("MATCH (n) DETACH DELETE n", nil)
	texts := append(sample.Nasty(), `\u0027}) DETACH DELETE n //`, `\\u0027`, `C:\users\`, `'`, `\`, "`", "\u2028'", "\x7f\x01'")
	g := &graph.Graph{}
	for i, text := range texts {
		n := graph.Node{ID: "x:" + graph.Hash(text), Kind: graph.Person, Name: text, Aliases: []string{text, "plain"}}
		g.Nodes = append(g.Nodes, n)
		if i > 0 {
			g.Edges = append(g.Edges, graph.Edge{ID: text + "e", Source: g.Nodes[i-1].ID, Target: n.ID, Relation: graph.Warned, Status: graph.Occurred})
		}
	}
	var b strings.Builder
	if err := cypher.New().Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	s.run(b.String())
	if got, want := s.counts(), [2]int64{int64(len(g.Nodes)), int64(len(g.Edges))}; got != want {
		t.Errorf("%v nodes and relationships, want %v", got, want)
	}
	for _, n := range g.Nodes {
		want := strings.ReplaceAll(strings.ToValidUTF8(n.Name, "\uFFFD"), "\x00", "")
		found := s.ask("MATCH (n {id: $id}) RETURN n.name, n.aliases[0]", map[string]any{"id": n.ID})
		if len(found) != 1 {
			t.Errorf("%q: %d nodes", n.Name, len(found))
			continue
		}
		if name, _ := found[0].Values[0].(string); name != want {
			t.Errorf("%q became %q", want, name)
		}
		if alias, _ := found[0].Values[1].(string); alias != want {
			t.Errorf("%q became %q in a list", want, alias)
		}
	}
}
