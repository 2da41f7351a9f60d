package neo4j_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"entente/exporters/neo4j"
	"entente/graph"
)

// hostile are texts that break out of quotes, markup, lists or encodings where
// somebody pastes them together.
func hostile() []string {
	return []string{
		`'; MATCH (n) DETACH DELETE n; //`,
		`"}) DETACH DELETE n //`,
		"`]->() SET r.x = 1 //",
		`\u0027}) RETURN 1 //`,
		"\\", `\\'`, "$rows", "{{name}}", "%s%n", "${jndi:ldap://example.org}", "<script>alert(1)</script>",
		"line\nbreak\r\nand\ttab", "nul\x00inside", "\u202eright to left", "e\u0301 and é", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀", "a|b;c,d",
		strings.Repeat("long ", 5000), " ", "null", "NaN", "true",
	}
}

// TestHostileTexts gives every text field every hostile text and reads it back.
func TestHostileTexts(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	g := &graph.Graph{}
	for i, text := range hostile() {
		id := graph.Hash("hostile", text)
		person, other := "person:"+id, "org:"+id
		g.Articles = append(g.Articles, graph.Article{ID: shortID("article " + text), Title: text, Outlet: text, URL: text, Hash: text, Published: "2025-01"})
		g.Nodes = append(g.Nodes,
			graph.Node{ID: person, Kind: graph.Person, Name: text, Aliases: []string{text, text}, Type: text, Country: text, Wikidata: text, Offices: []string{text}},
			graph.Node{ID: other, Kind: graph.Organization, Name: "Organization"})
		st := graph.Statement{
			Article: g.Articles[i].ID, Relation: graph.Accused, Status: graph.Occurred,
			Source: graph.Ref{ID: person, Kind: graph.Person, Name: text, Type: text, Country: text, Wikidata: text, Office: text, Aliases: []string{text}},
			Target: graph.Ref{ID: other, Kind: graph.Organization, Name: text}, Place: &graph.Ref{ID: "place:" + id, Kind: graph.Place, Name: text},
			Speaker: &graph.Ref{ID: person, Kind: graph.Person, Name: text}, Quote: text, End: len(text), Rule: text, Meeting: text, Confidence: 0.25,
		}
		st.Seal()
		g.Statements = append(g.Statements, st)
		g.Edges = append(g.Edges, graph.Edge{
			ID: "edge " + id, Source: person, Relation: graph.Accused, Target: other, Status: graph.Occurred, Plover: text,
			Statements: []string{st.ID}, Sources: 1, Confidence: 0.25,
		})
	}
	load(t, s, g, neo4j.Options{})
	if again := load(t, s, g, neo4j.Options{}); again.Written() != 0 {
		t.Errorf("again: %+v", again)
	}
	readBack(t, s, g)
	for _, n := range g.Nodes {
		if n.Kind != graph.Person || len(n.Name) > 2000 {
			continue
		}
		row := db.run(t, "MATCH (p:Person:Entente {id: $id})-[r:ACCUSED]->() RETURN p.name, p.aliases[1], p.country, r.plover, r.quote", "id", n.ID)[0]
		if diff := cmp.Diff([]any{n.Name, n.Name, n.Name, n.Name, n.Name}, row); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	longest := db.run(t, "MATCH (p:Person:Entente) RETURN max(size(p.name))")[0][0].(int64)
	if longest > 2000 {
		t.Errorf("a name of %d characters would not fit into an index", longest)
	}
	if n := db.run(t, "MATCH (n:Entente) RETURN count(n)")[0][0]; n != int64(len(g.Nodes)+len(g.Articles)+len(g.Statements)) {
		t.Errorf("%v nodes", n)
	}
}

func shortID(s string) string { return s[:min(len(s), 900)] }

// TestInvalidUTF8 stores texts that are none with replacement characters.
func TestInvalidUTF8(t *testing.T) {
	db := fresh(t)
	g := northern()
	g.Nodes[slot(g, "person:aino-salmi")].Name = "Aino \xff\xfe Salmi"
	load(t, db.store(t), g, neo4j.Options{})
	if got := db.run(t, "MATCH (p:Entente {id: 'person:aino-salmi'}) RETURN p.name")[0][0]; got != "Aino \uFFFD Salmi" {
		t.Errorf("name %q", got)
	}
}

// readBack compares what the database gives back with what was loaded.
func readBack(t *testing.T, s *neo4j.Store, g *graph.Graph) {
	t.Helper()
	g.Sort()
	set, err := s.Set(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(g.Statements, set.Statements, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("statements (-loaded +read back):\n%s", diff)
	}
	if diff := cmp.Diff(g.Articles, set.Articles, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("articles (-loaded +read back):\n%s", diff)
	}
}

func TestReadBack(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	readBack(t, s, &graph.Graph{})
	load(t, s, northern(), neo4j.Options{})
	readBack(t, s, northern())
}
