package score_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
	"entente/internal/score"
)

// TestAgrees compares the figures of a set that holds each difficulty once
// (titles and accents in names, codes of countries, either direction, calls,
// meetings as targets, patterns, optional and forbidden labels, a wrong quote)
// with those of figures.txt. That file was written by another implementation
// of the same definitions, in Python: two that were written apart must agree.
func TestAgrees(t *testing.T) {
	cases, err := score.Load("testdata/agree", "")
	if err != nil {
		t.Fatal(err)
	}
	rows := statements(t, "testdata/agree/statements.jsonl")
	res := score.NewResult()
	for i := range cases {
		res.Add(&cases[i], rows[cases[i].Article])
	}
	want, err := os.ReadFile("testdata/agree/figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), asOther(res)); d != "" {
		t.Error(d)
	}
}

// statements reads JSON lines by article.
func statements(t *testing.T, name string) map[string][]graph.Statement {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]graph.Statement{}
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		var s graph.Statement
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		rows[s.Article] = append(rows[s.Article], s)
	}
	return rows
}

// asOther writes figures as the other implementation does.
func asOther(res *score.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-14s %5s %5s %5s %5s  recall  prec.\n", "relation", "gold", "found", "pred", "right")
	line := func(name string, c *score.Count) {
		fmt.Fprintf(&b, "%-14s %5d %5d %5d %5d  %6.3f %6.3f\n", name, c.Gold, c.Found, c.Said, c.Right, c.Recall(false), c.Precision(false))
	}
	for _, r := range graph.Relations() {
		if c := res.Relations[r]; c != nil {
			line(string(r), c)
		}
	}
	line("(meetings)", &res.Meetings)
	t := &res.Total
	fmt.Fprintf(&b, "articles %d  failed 0  statements %d  bad quotes %d  forbidden %d\n", res.Articles, t.Said, res.BadQuotes, res.Forbidden)
	fmt.Fprintf(&b, "entities %.3f  meetings %.3f\n", res.EntityRecall(), res.Meetings.Recall(false))
	fmt.Fprintf(&b, "triples P %.3f R %.3f F1 %.3f   strict P %.3f R %.3f F1 %.3f\n",
		t.Precision(false), t.Recall(false), t.F1(false), t.Precision(true), t.Recall(true), t.F1(true))
	return b.String()
}
