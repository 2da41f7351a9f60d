package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract"
	"entente/graph"
	"entente/internal/score"
)

// Floors of the figures on the project's own labelled articles: a change of
// the extractor may raise them, never fall below. What is wrong by its nature
// (a quote that is not in its article) has no tolerance.
const (
	floorPrecision   = 0.87
	floorF1          = 0.71
	floorStrictF1    = 0.70
	ceilingForbidden = 2
)

const scoresPath = "../../docs/SCORES.md"

// TestScores compares the tables of docs/SCORES.md with what the extractor
// reaches (UPDATE_GOLDEN=1 writes them) and holds the floors.
func TestScores(t *testing.T) {
	cases, err := score.Load("../../testdata/gold", "../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	res := score.NewResult()
	for i := range cases {
		c := &cases[i]
		list, err := x.Extract(t.Context(), &graph.Article{ID: c.Article, Text: c.Text, Published: graph.Date(c.Published)})
		if err != nil {
			t.Errorf("%s: %v", c.Article, err)
		}
		res.Add(c, list)
	}
	if p := res.Total.Precision(false); p < floorPrecision {
		t.Errorf("precision %.3f, floor %.3f", p, floorPrecision)
	}
	if f := res.Total.F1(false); f < floorF1 {
		t.Errorf("F1 %.3f, floor %.3f", f, floorF1)
	}
	if f := res.Total.F1(true); f < floorStrictF1 {
		t.Errorf("F1 with the status %.3f, floor %.3f", f, floorStrictF1)
	}
	if res.Forbidden > ceilingForbidden {
		t.Errorf("%d forbidden edges, at most %d", res.Forbidden, ceilingForbidden)
	}
	if res.BadQuotes > 0 {
		t.Errorf("%d quotes are not in their articles", res.BadQuotes)
	}
	if t.Failed() {
		t.Log("entente eval testdata/gold --articles testdata/articles --errors lists every error")
	}
	scoresPage(t, res)
}

// scoresPage compares what stands between the page's two marks.
func scoresPage(t *testing.T, res *score.Result) {
	t.Helper()
	const begin, end = "<!-- figures -->\n", "<!-- end of figures -->\n"
	page, err := os.ReadFile(scoresPath)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s lacks its marks", scoresPath)
	}
	var b bytes.Buffer
	if err := res.WriteMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	want := head + begin + "\n" + b.String() + "\n" + end + tail
	if updating() {
		if err := os.WriteFile(scoresPath, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, string(page)); d != "" {
		t.Errorf("%s (UPDATE_GOLDEN=1 writes it): -the extractor +the page\n%s", scoresPath, d)
	}
}
