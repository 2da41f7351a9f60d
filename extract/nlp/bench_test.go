package nlp_test

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkAnnotate measures words (split at white space) a second of wall time
// on one core. NLP_BENCH names a file whose lines are the texts; without it the
// golden sentences are used.
func BenchmarkAnnotate(b *testing.B) {
	lines := benchTexts(b)
	words := 0
	for _, l := range lines {
		words += len(strings.Fields(l))
	}
	p := load(b)
	b.ResetTimer()
	for range b.N {
		for _, l := range lines {
			p.Annotate(l)
		}
	}
	b.ReportMetric(float64(b.N)*float64(words)/b.Elapsed().Seconds(), "words/s")
}

func benchTexts(tb testing.TB) []string {
	tb.Helper()
	name := os.Getenv("NLP_BENCH")
	if name == "" {
		return goldenTexts(tb)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}
