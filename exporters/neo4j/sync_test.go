package neo4j_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/exporters/neo4j"
	"entente/graph"
)

// without returns the graph without one article, its statements, and what only they prove.
func without(g *graph.Graph, article string) *graph.Graph {
	out := &graph.Graph{}
	kept := map[string]bool{}
	for _, a := range g.Articles {
		if a.ID != article {
			out.Articles = append(out.Articles, a)
		}
	}
	for _, s := range g.Statements {
		if s.Article != article {
			out.Statements = append(out.Statements, s)
			kept[s.ID] = true
		}
	}
	used := map[string]bool{}
	for _, e := range g.Edges {
		var proofs []string
		for _, id := range e.Statements {
			if kept[id] {
				proofs = append(proofs, id)
			}
		}
		if len(proofs) > 0 {
			e.Statements, e.Sources = proofs, len(proofs)
			used[e.Source], used[e.Target] = true, true
			out.Edges = append(out.Edges, e)
		}
	}
	for _, n := range g.Nodes {
		if used[n.ID] {
			n.Place, n.History = "", nil
			out.Nodes = append(out.Nodes, n)
		}
	}
	for i := range out.Edges {
		if e := &out.Edges[i]; !used[e.Meeting] {
			e.Meeting = ""
		}
	}
	return out
}

// TestEveryArticleTakenBack loads the graph, then the graph without one of its
// articles, and compares with a database that never saw the article.
func TestEveryArticleTakenBack(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	full := northern()
	load(t, s, full, neo4j.Options{})
	complete := db.dump(t)
	for _, a := range full.Articles {
		t.Run(a.ID, func(t *testing.T) {
			less := without(full, a.ID)
			db.run(t, "MATCH (n:Entente) DETACH DELETE n")
			load(t, s, less, neo4j.Options{})
			want := db.dump(t)
			load(t, s, full, neo4j.Options{})
			equal(t, complete, db.dump(t))
			summary := load(t, s, less, neo4j.Options{})
			equal(t, want, db.dump(t))
			if summary.Statements.Created+summary.RemovedEdges+summary.RemovedNodes == 0 || summary.Statements.Unchanged != len(less.Statements) && summary.Statements.Changed == 0 {
				t.Errorf("summary: %+v", summary)
			}
		})
	}
}

// randomGraph draws a small valid graph from so few names that two of them
// share ids with other kinds, types, ends and properties.
func randomGraph(t *rapid.T, name string) *graph.Graph {
	pick := func(what string, n int) int { return rapid.IntRange(0, n-1).Draw(t, name+what) }
	g := &graph.Graph{}
	for i := range 1 + pick("articles", 3) {
		g.Articles = append(g.Articles, graph.Article{ID: fmt.Sprintf("article-%d", i), Title: fmt.Sprint("title ", pick("title", 3)), Published: "2025-01-02"})
	}
	nodes := 2 + pick("nodes", 4)
	for i := range nodes {
		kind := graph.Kinds()[pick("kind", len(graph.Kinds()))]
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("n:%d", i), Kind: kind, Name: fmt.Sprint("name ", pick("name", 3)), Sources: pick("sources", 2)})
	}
	for i := range g.Nodes {
		if rapid.Bool().Draw(t, name+"place") {
			g.Nodes[i].Place = g.Nodes[pick("where", nodes)].ID
		}
	}
	for i := range 1 + pick("edges", 6) {
		from := pick("from", nodes)
		to := (from + 1 + pick("to", nodes-1)) % nodes
		source, target := &g.Nodes[from], &g.Nodes[to]
		s := graph.Statement{
			Article: g.Articles[pick("article", len(g.Articles))].ID, Relation: graph.Relations()[pick("relation", 4)], Status: graph.Occurred,
			Source: graph.Ref{ID: source.ID, Kind: source.Kind, Name: source.Name}, Target: graph.Ref{ID: target.ID, Kind: target.Kind, Name: target.Name},
			Quote: "a quote", Start: 10 * i, End: 10*i + 7, Confidence: float64(pick("confidence", 3)) / 2,
		}
		s.ID = fmt.Sprintf("s%d", i)
		g.Statements = append(g.Statements, s)
		g.Edges = append(g.Edges, graph.Edge{
			ID: fmt.Sprintf("e%d", i), Source: source.ID, Relation: s.Relation, Target: target.ID, Status: s.Status, Statements: []string{s.ID},
			Sources: 1, Confidence: s.Confidence,
		})
	}
	return g
}

// TestAnyGraphAfterAny loads one random graph over another: the result must be
// the database into which only the second was loaded.
func TestAnyGraphAfterAny(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	rounds := 0
	rapid.Check(t, func(r *rapid.T) {
		if rounds++; rounds > 12 { // each is a dozen transactions
			return
		}
		before, after := randomGraph(r, "before "), randomGraph(r, "after ")
		db.run(t, "MATCH (n:Entente) DETACH DELETE n")
		load(t, s, after, neo4j.Options{})
		want := db.dump(t)
		db.run(t, "MATCH (n:Entente) DETACH DELETE n")
		load(t, s, before, neo4j.Options{BatchSize: 2})
		load(t, s, after, neo4j.Options{BatchSize: 2})
		equal(t, want, db.dump(t))
		if again := load(t, s, after, neo4j.Options{}); again.Written() != 0 {
			t.Errorf("loading again wrote: %+v", again)
		}
		if t.Failed() {
			r.Fatalf("see above")
		}
	})
}

// TestStrangersAreLeftAlone gives the database somebody else's data: nodes with
// our labels, relationships of our types, and additions to our own nodes.
func TestStrangersAreLeftAlone(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	g := northern()
	db.run(t, `CREATE (a:Stranger:Person {name: 'a', id: 'person:aino-salmi'})-[:MET_WITH {id: 'x', statements: ['y']}]->(b:Stranger:Person:Article {name: 'b', id: 'person:aino-salmi'}),
		(a)-[:HAS_STATEMENT]->(:Stranger:Statement {name: 'c'})`)
	load(t, s, g, neo4j.Options{})
	db.run(t, `MATCH (p:Person:Entente {id: 'person:aino-salmi'}), (q:Person:Entente {id: 'person:kaarel-tamm'}), (a:Stranger {name: 'a'})
		SET p.note = 'mine', p:Watched CREATE (a)-[:WATCHES {since: 1}]->(p), (p)-[:MET_WITH {by: 'hand'}]->(q), (p)-[:RELATED]->(q)`)
	strange := "MATCH (a)-[r]->(b) WHERE r.ententeHash IS NULL AND (a:Stranger OR b:Stranger OR r.by IS NOT NULL OR type(r) = 'RELATED') RETURN coalesce(a.id, a.name), type(r), properties(r), coalesce(b.id, b.name) ORDER BY type(r), a.name"
	before := fmt.Sprint(db.run(t, strange))

	g.Nodes[slot(g, "person:aino-salmi")].Aliases = []string{"The president"}
	summary := load(t, s, g, neo4j.Options{})
	if summary.Nodes.Changed != 1 || summary.Written() != 1 {
		t.Errorf("summary: %+v", summary)
	}
	if got := fmt.Sprint(db.run(t, strange)); got != before {
		t.Errorf("strangers' relationships:\n%s\nwant\n%s", got, before)
	}
	if got := fmt.Sprint(db.run(t, "MATCH (p:Watched) UNWIND labels(p) AS label WITH p, label ORDER BY label RETURN p.note, p.aliases, collect(label)")); got != "[[mine [The president] [Entente Entity Person Watched]]]" {
		t.Errorf("our node with a stranger's additions: %s", got)
	}

	summary = load(t, s, &graph.Graph{}, neo4j.Options{})
	if summary.Kept != 2 {
		t.Errorf("kept %d nodes, want 2: %+v", summary.Kept, summary)
	}
	if got := fmt.Sprint(db.run(t, strange)); got != before {
		t.Errorf("after everything of ours left:\n%s\nwant\n%s", got, before)
	}
	if got := fmt.Sprint(db.run(t, "MATCH (n:Entente) RETURN n.id, n:Retired, n.ententeHash ORDER BY n.id")); got != "[[person:aino-salmi true <nil>] [person:kaarel-tamm true <nil>]]" {
		t.Errorf("ours: %s", got)
	}
	if again := load(t, s, &graph.Graph{}, neo4j.Options{}); again.Written() != 0 {
		t.Errorf("again: %+v", again)
	}

	load(t, s, g, neo4j.Options{})
	if got := fmt.Sprint(db.run(t, "MATCH (p:Watched) UNWIND labels(p) AS label WITH p, label ORDER BY label RETURN p.note, p.aliases, collect(label)")); got != "[[mine [The president] [Entente Entity Person Watched]]]" {
		t.Errorf("our node after it came back: %s", got)
	}
	if got := fmt.Sprint(db.run(t, strange)); got != before {
		t.Errorf("after everything of ours came back:\n%s\nwant\n%s", got, before)
	}
}

// TestFewChanges changes a little in a larger graph: most of it is not read back.
func TestFewChanges(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	after := large(600, "The")
	after.Nodes[10].Name, after.Nodes[300].Kind, after.Nodes[301].Country = "Somebody", graph.Organization, "SE"
	after.Edges[20].Confidence, after.Edges[21].Relation, after.Edges[22].Target = 0.9, graph.SpokeWith, after.Nodes[500].ID
	after.Statements[30].Confidence = 0.9
	after.Edges = append(after.Edges[:100], after.Edges[103:]...)
	after.Nodes = append(after.Nodes, graph.Node{ID: "person:new", Kind: graph.Person, Name: "New"})
	load(t, s, after, neo4j.Options{})
	want := db.dump(t)
	db.clear(t)
	load(t, s, large(600, "The"), neo4j.Options{})
	db.run(t, "MATCH (a:Entente)-[r:MET_WITH {id: 'edge-000200'}]->(b) CREATE (a)-[s:MET_WITH]->(b) SET s = r")
	summary := load(t, s, after, neo4j.Options{})
	equal(t, want, db.dump(t))
	// the edge of the changed statement changes too if its quote does; here it does not
	if got := []int{summary.Nodes.Created, summary.Nodes.Changed, summary.Edges.Created, summary.Edges.Changed, summary.RemovedEdges}; !slices.Equal(got, []int{1, 3, 0, 3, 4}) {
		t.Errorf("created, changed, removed: %v; %+v", got, summary)
	}
}

func slot(g *graph.Graph, id string) int {
	for i := range g.Nodes {
		if g.Nodes[i].ID == id {
			return i
		}
	}
	return -1
}

// TestForeignLabel refuses a database in which somebody else uses our label.
func TestForeignLabel(t *testing.T) {
	db := fresh(t)
	db.run(t, "CREATE (:Entente:Stranger {id: 'theirs', name: 'x'})")
	_, err := db.store(t).Load(t.Context(), northern(), neo4j.Options{})
	if err == nil {
		t.Fatal("no error")
	}
	if got := fmt.Sprint(db.run(t, "MATCH (n:Entente) RETURN n.id, n.name")); got != "[[theirs x]]" {
		t.Errorf("ours: %s", got)
	}
}

// TestMended loads again after somebody damaged what is ours.
func TestMended(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, northern(), neo4j.Options{})
	want := db.dump(t)
	for _, damage := range []string{
		"MATCH (p:Person:Entente) DETACH DELETE p",
		"MATCH (:Statement)-[r:SUPPORTS|SAID_BY]->() DELETE r",
		"MATCH (:Article)-[r:HAS_STATEMENT]->() DELETE r",
		"MATCH (:Entente)-[r:MET_WITH]->() DELETE r",
		"MATCH (a:Entente)-[r:REJECTED]->(b) CREATE (a)-[s:REJECTED]->(b) SET s = r",
		"MATCH (m:Meeting:Entente)-[r:AT_PLACE]->() DELETE r",
	} {
		db.run(t, damage)
		if summary := load(t, s, northern(), neo4j.Options{}); summary.Written() == 0 {
			t.Errorf("%s: nothing written", damage)
		}
		equal(t, want, db.dump(t))
	}
}

// TestDroppedSchema loads again after somebody dropped what the loader needs.
func TestDroppedSchema(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, northern(), neo4j.Options{})
	db.run(t, "DROP CONSTRAINT entente_id")
	db.run(t, "DROP INDEX entente_names")
	load(t, s, without(northern(), "coast-courier-1"), neo4j.Options{})
	load(t, s, northern(), neo4j.Options{})
	names := fmt.Sprint(db.run(t, "SHOW INDEXES YIELD name WHERE name STARTS WITH 'entente' RETURN name ORDER BY name"))
	if names != "[[entente_date] [entente_id] [entente_meta] [entente_name] [entente_names]]" {
		t.Errorf("indexes: %s", names)
	}
	if got := fmt.Sprint(db.run(t, "CALL db.index.fulltext.queryNodes('entente_names', 'president') YIELD node RETURN node.name")); got != "[[Aino Salmi]]" {
		t.Errorf("full text: %s", got)
	}
}

func TestDryRun(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	g := northern()
	planned := load(t, s, g, neo4j.Options{DryRun: true})
	if got := db.dump(t); len(got) != 0 {
		t.Fatalf("a dry run wrote %v", got)
	}
	if rows := db.run(t, "MATCH (m:EntenteMeta) RETURN m"); len(rows) != 0 {
		t.Error("a dry run wrote the meta node")
	}
	done := load(t, s, g, neo4j.Options{})
	done.Batches = 0
	if planned != done {
		t.Errorf("planned %+v, done %+v", planned, done)
	}
	before := db.dump(t)
	less := without(g, "coast-courier-1")
	planned = load(t, s, less, neo4j.Options{DryRun: true})
	equal(t, before, db.dump(t))
	done = load(t, s, less, neo4j.Options{})
	done.Batches = 0
	if planned != done || planned.RemovedEdges == 0 || planned.RemovedNodes == 0 {
		t.Errorf("planned %+v, done %+v", planned, done)
	}
}

func TestInvalidGraphs(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	for name, spoil := range map[string]func(g *graph.Graph){
		"dangling edge":       func(g *graph.Graph) { g.Edges[0].Target = "person:nobody" },
		"unknown relation":    func(g *graph.Graph) { g.Edges[0].Relation = "MET_WITH`]->() DETACH DELETE a //" },
		"unknown kind":        func(g *graph.Graph) { g.Nodes[0].Kind = "Person {x: 1}) DETACH DELETE n //" },
		"id too long":         func(g *graph.Graph) { g.Articles = append(g.Articles, graph.Article{ID: string(make([]byte, 1001))}) },
		"id not UTF-8":        func(g *graph.Graph) { g.Articles = append(g.Articles, graph.Article{ID: "\xff"}) },
		"article called node": func(g *graph.Graph) { g.Articles = append(g.Articles, graph.Article{ID: g.Nodes[0].ID}) },
	} {
		g := northern()
		spoil(g)
		var faults graph.Faults
		if _, err := s.Load(t.Context(), g, neo4j.Options{}); !errors.As(err, &faults) || len(faults) == 0 {
			t.Errorf("%s: error %v, want faults", name, err)
		}
	}
	if got := db.dump(t); len(got) != 0 {
		t.Errorf("something was written: %v", got)
	}
}

func TestNewerModelIsRefused(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, northern(), neo4j.Options{})
	db.run(t, "MATCH (m:EntenteMeta) SET m.version = 999")
	before := db.dump(t)
	for _, o := range []neo4j.Options{{}, {DryRun: true}} {
		if _, err := s.Load(t.Context(), &graph.Graph{}, o); !errors.Is(err, neo4j.ErrNewer) {
			t.Errorf("%+v: error %v, want ErrNewer", o, err)
		}
	}
	equal(t, before, db.dump(t))
}
