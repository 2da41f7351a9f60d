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
// processor time, which other programs on the machine disturb little: "ratio"
// is the whole extraction over the engine, "actors" and "coref" are those
// stages over the engine. All take turns on the same articles.
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
	var engine, whole, who, chains time.Duration
	for b.Loop() {
		for _, a := range list {
			engine += spent(func() {
				for line := range strings.Lines(a.Text) {
					p.Annotate(strings.TrimSpace(line))
				}
			})
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
	b.ReportMetric(float64(whole)/float64(engine), "ratio")
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
