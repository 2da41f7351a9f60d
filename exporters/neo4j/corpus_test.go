package neo4j_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/exporters/neo4j"
	"entente/extract"
	"entente/extract/article"
	"entente/graph"
	"entente/graph/assemble"
)

// corpus extracts the articles of testdata.
func corpus(t *testing.T) ([]graph.Article, []graph.Statement) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	articles := make([]graph.Article, 0, len(files))
	var statements []graph.Statement
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".meta.json")
		if err != nil {
			t.Fatal(err)
		}
		meta, err := article.ParseMeta(raw)
		if err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(string(text), "\n")
		a := graph.Article{
			ID: strings.TrimSuffix(filepath.Base(file), ".txt"), Title: title, Text: string(text), Hash: graph.TextHash(string(text)),
			Published: graph.Date(meta.Published), Outlet: meta.Outlet, URL: meta.URL,
		}
		found, err := x.Extract(t.Context(), &a)
		if err != nil {
			t.Logf("%s: %v", a.ID, err)
		}
		articles, statements = append(articles, a), append(statements, found...)
	}
	return articles, statements
}

// TestTakenBackAndAdded takes every article back, in random order, by reading
// the statements back from the database and assembling what remains, and then
// adds them again, in another order. After each step the database must be the one into
// which only those articles were ever loaded.
func TestTakenBackAndAdded(t *testing.T) {
	var did made
	maker := did.maker()
	articles, statements := corpus(t)
	db := fresh(t)
	s := db.store(t)
	random := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same order every time
	loaded := func(articles []graph.Article, statements []graph.Statement) []string {
		db.clear(t)
		load(t, s, assemble.Graph(articles, statements), neo4j.Options{})
		return db.dump(t)
	}
	ids := make([]string, len(articles))
	for i := range articles {
		ids[i] = articles[i].ID
	}
	random.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })

	// what the database must be with only the first n of the ids
	wants := make([][]string, len(ids)+1)
	for n := range wants {
		wants[n] = loaded(only(articles, statements, ids[:n]))
	}
	db.clear(t)
	load(t, s, assemble.Graph(articles, statements), neo4j.Options{Maker: maker.ID})
	update := func(e graph.Edit, want []string) {
		t.Helper()
		summary, err := s.Update(t.Context(), e, maker, neo4j.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := db.dump(t); !slices.Equal(want, got) {
			t.Errorf("after %v was taken back and %d added:", e.Gone, len(e.New.Articles))
			equal(t, want, got)
		}
		if summary.Articles.Created != len(e.New.Articles) || summary.Articles.Unchanged > len(articles) {
			t.Errorf("%+v", summary)
		}
	}
	for n, id := range slices.Backward(ids) {
		update(graph.Edit{Gone: []string{id}}, wants[n])
	}
	for n := 1; n <= len(ids); n++ {
		added, said := only(articles, statements, ids[n-1:n])
		update(graph.Edit{New: graph.Set{Articles: added, Statements: said}}, wants[n])
	}
	if want := (made{parts: 2 * len(ids)}); did != want {
		t.Errorf("%+v, want %+v", did, want)
	}
}

// made counts what a maker made: graphs, and parts of graphs.
type made struct{ graphs, parts int }

// maker makes graphs as the command line does.
func (m *made) maker() neo4j.Maker {
	return neo4j.Maker{
		ID: "test",
		Graph: func(s graph.Set) *graph.Graph {
			m.graphs++
			return assemble.Graph(s.Articles, s.Statements)
		},
		Change: func(before graph.Set, e *graph.Edit) (was, is graph.Part) {
			m.parts++
			return assemble.Change(before, e)
		},
	}
}

// only returns the articles with these ids, and their statements.
func only(articles []graph.Article, statements []graph.Statement, ids []string) ([]graph.Article, []graph.Statement) {
	var a []graph.Article
	var s []graph.Statement
	for i := range articles {
		if slices.Contains(ids, articles[i].ID) {
			a = append(a, articles[i])
		}
	}
	for i := range statements {
		if slices.Contains(ids, statements[i].Article) {
			s = append(s, statements[i])
		}
	}
	return a, s
}

// TestCorpus loads the articles of testdata, asks every question, and looks for
// statements that lead nowhere.
func TestCorpus(t *testing.T) {
	db := fresh(t)
	articles, statements := corpus(t)
	g := assemble.Graph(articles, statements)
	load(t, db.store(t), g, neo4j.Options{})
	queries, err := neo4j.Queries()
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string]map[string]any{
		"02-diary":       {"name": "Donald Trump"},
		"05-evidence":    {"a": "Joe Biden", "b": "Vladimir Putin"},
		"09-said-about":  {"name": "Vladimir Putin"},
		"10-chain":       {"from": "Joe Biden", "to": "Guy Parmelin"},
		"11-as-known-on": {"day": "2021-06-30"},
	}
	answered := 0
	for _, q := range queries {
		maps.Copy(q.Params, examples[q.Name])
		rows := strings.Count(db.table(t, q), "\n") - 2
		t.Logf("%s: %d rows", q.Name, rows)
		if rows > 0 {
			answered++
		}
	}
	if answered < 9 { // nothing need be contradicted, unconfirmed or open
		t.Errorf("%d of %d questions have an answer", answered, len(queries))
	}
	for what, text := range map[string]string{
		"without a source":  "MATCH (s:Entente:Statement) WHERE s.relation <> 'MENTIONS' AND NOT (s)-[:SOURCE]->() RETURN s.id, s.sourceName, s.relation, s.targetName",
		"without a target":  "MATCH (s:Entente:Statement) WHERE NOT (s)-[:TARGET]->() RETURN s.id, s.sourceName, s.relation, s.targetName",
		"without a speaker": "MATCH (s:Entente:Statement) WHERE s.speakerName IS NOT NULL AND NOT (s)-[:SAID_BY]->() RETURN s.id, s.speakerName",
	} {
		if rows := db.run(t, text); len(rows) > 0 {
			t.Errorf("%d of %d statements %s: %s", len(rows), len(statements), what, fmt.Sprint(rows[:min(len(rows), 5)]))
		}
	}
}
