package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"entente/extract"
	"entente/graph"
)

func articles(tb testing.TB) []*graph.Article {
	tb.Helper()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	out := make([]*graph.Article, 0, len(files))
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, &graph.Article{ID: filepath.Base(f), Text: string(raw)})
	}
	return out
}

// TestStatementsAreProved checks every statement of every article of testdata:
// its quote is the text at its offsets, and saying it twice gives the same.
func TestStatementsAreProved(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, a := range articles(t) {
		first, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		second, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if len(first) != len(second) {
			t.Fatalf("%s: %d statements, then %d", a.ID, len(first), len(second))
		}
		for i := range first {
			if err := first[i].Check(a); err != nil {
				t.Errorf("%s: %v", a.ID, err)
			}
			if first[i].ID != second[i].ID {
				t.Errorf("%s: statement %d is not the same the second time", a.ID, i)
			}
		}
		total += len(first)
	}
	if total < 100 {
		t.Errorf("only %d statements in all articles", total)
	}
}

// BenchmarkExtract gives the words a second of the whole extraction on one core.
func BenchmarkExtract(b *testing.B) {
	x, err := extract.New()
	if err != nil {
		b.Fatal(err)
	}
	list := articles(b)
	words := 0
	for _, a := range list {
		words += wordCount(a.Text)
	}
	b.ResetTimer()
	for range b.N {
		for _, a := range list {
			if _, err := x.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// wordCount counts words split at white space.
func wordCount(s string) int {
	n, in := 0, false
	for _, r := range s {
		space := r == ' ' || r == '\n' || r == '\t' || r == '\r'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}
