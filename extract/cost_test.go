//go:build unix

package extract_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"entente/extract"
	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/extract/coref"
	"entente/extract/nlp"
)

// BenchmarkCost tells what the stages cost beside the language engine alone, in
// processor time, which other programs on the machine disturb little. The
// engine annotates the lines of an article one by one, as a program would that
// knows nothing of articles: "ratio" is the whole extraction and the chains of
// Resolve over it, "statements" the extraction alone, "actors" and "coref" are
// those stages over it. "together" is the engine over itself
// when it gets the lines of an article together, as the extraction gives them.
// All take turns on the same articles.
//
//	go test -run xxx -bench Cost -benchtime 20x -cpu 1 ./extract
func BenchmarkCost(b *testing.B) {
	x, err := extract.New()
	if err != nil {
		b.Fatal(err)
	}
	p, err := nlp.Load()
	if err != nil {
		b.Fatal(err)
	}
	k, err := kb.Load()
	if err != nil {
		b.Fatal(err)
	}
	resolver := actors.New(k)
	list := articles(b)
	var engine, together, whole, who, chains time.Duration
	for b.Loop() {
		for _, a := range list {
			var lines []string
			for line := range strings.Lines(a.Text) {
				lines = append(lines, strings.TrimSpace(line))
			}
			engine += spent(func() {
				for _, line := range lines {
					p.Annotate(line)
				}
			})
			together += spent(func() { p.AnnotateAll(lines) })
			whole += spent(func() {
				if _, err := x.Extract(b.Context(), a); err != nil {
					b.Fatal(err)
				}
			})
			r, err := x.Resolve(b.Context(), a)
			if err != nil {
				b.Fatal(err)
			}
			who += spent(func() { resolver.Resolve(r.Doc, r.Article.Published) })
			chains += spent(func() { coref.Find(r.Doc, r.Who) })
		}
	}
	b.ReportMetric(float64(whole+chains)/float64(engine), "ratio")
	b.ReportMetric(float64(whole)/float64(engine), "statements")
	b.ReportMetric(float64(together)/float64(engine), "together")
	b.ReportMetric(float64(who)/float64(engine), "actors")
	b.ReportMetric(float64(chains)/float64(engine), "coref")
}

// spent is the processor time, user and system, that f takes.
func spent(f func()) time.Duration {
	before := processorTime()
	f()
	return processorTime() - before
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
