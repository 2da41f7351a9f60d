package neo4j

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"entente/graph"
)

// TestTextsAreClosed: what writes is made of the closed lists alone. It has no
// quote, no backtick, no comment, no end of a statement, and no parameter but
// the rows: there is no place where a value could stand.
func TestTextsAreClosed(t *testing.T) {
	made := newStatements()
	texts := slices.Concat(slices.Collect(maps.Values(made.create)), slices.Collect(maps.Values(made.change)))
	for _, kind := range linkTypes() {
		texts = append(texts, linkText("CREATE", kind), linkText("MERGE", kind))
	}
	for _, r := range graph.Relations() {
		texts = append(texts, deleteEdges([]string{string(r)}))
	}
	texts = append(texts, textDeleteEdges, textDeleteMoved, textDeleteLinksOut, textDeleteLinksIn, textDeleteAllLinks, textDeleteNodes, textRetireNodes)
	closed := regexp.MustCompile(`^[A-Za-z_0-9 (){}\[\]:.,=<>|*-]+$`)
	for _, text := range texts {
		rest := regexp.MustCompile(`\$rows AS (row|id) `).ReplaceAllString(text, "")
		if !closed.MatchString(rest) {
			t.Errorf("%s", text)
		}
	}
	if len(texts) < 2*(len(graph.Kinds())+2+len(graph.Relations())) {
		t.Errorf("%d texts", len(texts))
	}
}
