package actors_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"entente/graph"
)

// articles are the articles of this repository whose resolution is golden.
var articles = []struct {
	name string
	date graph.Date
}{
	{"geneva-2021-agency", "2021-06-16"},
	{"dayton-1995-accord", "1995-11-21"},
	{"wembley-2022-football", "2022-07-31"},
}

func readArticle(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "articles", name+".txt"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// TestGolden compares whole resolutions with testdata/golden; UPDATE_GOLDEN=1
// rewrites them.
func TestGolden(t *testing.T) {
	for _, a := range articles {
		t.Run(a.name, func(t *testing.T) {
			p, r := engines()
			doc := p.Annotate(readArticle(t, a.name))
			got := resolved{doc, r.Resolve(doc, a.date)}.String()
			path := filepath.Join("testdata", "golden", a.name+".txt")
			if os.Getenv("UPDATE_GOLDEN") == "1" {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s: %s", path, firstDifference(string(want), got))
			}
		})
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(w) || i < len(g); i++ {
		a, b := "(end)", "(end)"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "want " + a + "\ngot  " + b
		}
	}
	return ""
}

// TestConcurrent resolves one article on many goroutines: all must agree.
func TestConcurrent(t *testing.T) {
	p, r := engines()
	doc := p.Annotate(readArticle(t, articles[0].name))
	want := resolved{doc, r.Resolve(doc, articles[0].date)}.String()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 3 {
				if got := (resolved{doc, r.Resolve(doc, articles[0].date)}).String(); got != want {
					t.Error(firstDifference(want, got))
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkResolve(b *testing.B) {
	p, r := engines()
	doc := p.Annotate(readArticle(b, articles[1].name))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		r.Resolve(doc, articles[1].date)
	}
	b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
