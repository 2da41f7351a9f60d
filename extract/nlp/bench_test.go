package nlp_test

import (
	"os"
	"strings"
	"testing"

	"entente/extract/nlp"
)

// BenchmarkAnnotate measures words (split at white space) a second of wall time,
// with a pipeline that has seen the texts before and with a new one. NLP_BENCH
// names a file whose lines are the texts; without it the golden texts are used.
func BenchmarkAnnotate(b *testing.B) {
	lines := benchTexts(b)
	words := 0
	for _, l := range lines {
		words += len(strings.Fields(l))
	}
	pass := func(p *nlp.Pipeline) {
		for _, l := range lines {
			p.Annotate(l)
		}
	}
	rate := func(b *testing.B) {
		b.Helper()
		b.ReportMetric(float64(b.N)*float64(words)/b.Elapsed().Seconds(), "words/s")
	}
	b.Run("warm", func(b *testing.B) {
		p := load(b)
		pass(p)
		for b.Loop() {
			pass(p)
		}
		rate(b)
	})
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			p := load(b)
			b.StartTimer()
			pass(p)
		}
		rate(b)
	})
}

// BenchmarkLoad measures the time until the first text is annotated.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b).Annotate("The envoy met Ana Reyes in Geneva.")
	}
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
