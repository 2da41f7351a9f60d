package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/internal/neo4jtest"
)

// question is a fenced block of Cypher and the table of its answer.
var question = regexp.MustCompile("(?ms)^```cypher\n(.*?)^```\n\n((?:\\|[^\n]*\n)*)\n?")

// readmeAnswers asks the server every question of the README and compares the
// tables under them.
func readmeAnswers(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	readme, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	compareREADME(t, readme, func(readme []byte) []byte {
		return question.ReplaceAllFunc(readme, func(m []byte) []byte {
			asked++
			parts := question.FindSubmatch(m)
			result, err := driver.ExecuteQuery(t.Context(), d, string(parts[1]), nil, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(server.Database))
			if err != nil {
				t.Errorf("%s\n%v", parts[1], err)
				return m
			}
			if len(result.Records) == 0 {
				t.Errorf("nothing answers\n%s", parts[1])
			}
			return slices.Concat([]byte("```cypher\n"), parts[1], []byte("```\n\n"), answerTable(result), []byte("\n"))
		})
	})
	if asked < 5 {
		t.Errorf("%d questions in the README", asked)
	}
}

// answerTable writes records as a table in Markdown.
func answerTable(result *driver.EagerResult) []byte {
	var b bytes.Buffer
	row := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	row(result.Keys)
	rule := make([]string, len(result.Keys))
	for i := range rule {
		rule[i] = "---"
	}
	row(rule)
	for _, r := range result.Records {
		cells := make([]string, len(r.Values))
		for i, v := range r.Values {
			cells[i] = answerCell(v)
		}
		row(cells)
	}
	return b.Bytes()
}

func answerCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = answerCell(x)
		}
		return strings.Join(parts, ", ")
	default:
		return strings.ReplaceAll(fmt.Sprint(v), "|", "\\|")
	}
}
