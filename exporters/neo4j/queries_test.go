package neo4j_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/neo4j"
)

const page = "../../docs/NEO4J.md"

// TestQueriesAndTheirPage asks every question of the folder queries on the
// small graph and compares question, Cypher and answer with what the page shows.
func TestQueriesAndTheirPage(t *testing.T) {
	db := fresh(t)
	load(t, db.store(t), northern(), neo4j.Options{})
	queries, err := neo4j.Queries()
	if err != nil {
		t.Fatal(err)
	}
	if len(queries) != 12 {
		t.Errorf("%d queries, want 12", len(queries))
	}
	var b strings.Builder
	for _, q := range queries {
		answer := db.table(t, q)
		if strings.Count(answer, "\n") < 3 {
			t.Errorf("%s: no answer", q.Name)
		}
		fmt.Fprintf(&b, "### %s\n\n%s\n\n```cypher\n%s%s\n```\n\n%s\n", q.Name, q.Question, params(q), q.Cypher, answer)
	}
	comparePage(t, b.String())
}

func params(q neo4j.Query) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(q.Params)) {
		fmt.Fprintf(&b, ":param %s => %q;\n", k, q.Params[k])
	}
	return b.String()
}

// table runs a query and returns its answer as a Markdown table.
func (db *database) table(t *testing.T, q neo4j.Query) string {
	t.Helper()
	result, err := driver.ExecuteQuery(t.Context(), db.driver, q.Cypher, q.Params, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(db.Database))
	if err != nil {
		t.Fatalf("%s: %v", q.Name, err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| %s |\n|%s\n", strings.Join(result.Keys, " | "), strings.Repeat(" --- |", len(result.Keys)))
	for _, r := range result.Records {
		b.WriteString("|")
		for _, v := range r.Values {
			fmt.Fprintf(&b, " %s |", cell(v))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var list []string
		for _, x := range v {
			list = append(list, cell(x))
		}
		return strings.Join(list, ", ")
	}
	return strings.ReplaceAll(fmt.Sprint(v), "|", `\|`)
}

// comparePage compares the part of the page between its two markers.
func comparePage(t *testing.T, want string) {
	t.Helper()
	const from, to = "<!-- queries: written by the tests -->\n", "<!-- end of the queries -->\n"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), from)
	got, tail, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatalf("%s: the markers are missing", page)
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(page, []byte(head+from+want+to+tail), 0o644); err != nil { //nolint:gosec // a page of documentation
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("%s shows other queries or answers (UPDATE_GOLDEN=1 rewrites them; -page +now):\n%s", page, diff)
	}
}
