package ner_test

import (
	"testing"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/ner"
)

// TestBorders recognises entities in vectors that mean nothing and checks what
// must hold for any: no entity begins with white space, goes over the start of
// a sentence or over another entity.
func TestBorders(t *testing.T) {
	const width, n = 96, 2000
	f := modeltest.Open(t)
	r := ner.Load(f, kernel.Best(), width)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	space := func(i int) bool { return i%5 == 2 }
	starts := func(i int) bool { return i%7 == 0 }
	seed := uint32(9)
	for _, scale := range []float32{3, 5, 8} {
		v := make([]float32, n*width)
		for i := range v {
			seed = seed*1664525 + 1013904223
			v[i] = scale * float32(int32(seed)) / (1 << 31)
		}
		run := r.Begin(n)
		run.Add(0, v)
		ents := run.Entities(nil, space, starts)
		run.Close()
		long, last := 0, 0
		for _, e := range ents {
			if e.First < last || e.End <= e.First || e.End > n || e.Label == "" || space(e.First) {
				t.Fatalf("entity %+v after token %d", e, last)
			}
			for i := e.First + 1; i < e.End; i++ {
				if starts(i) {
					t.Fatalf("entity %+v goes over the start of a sentence at %d", e, i)
				}
			}
			last = e.End
			if e.End-e.First > 1 {
				long++
			}
		}
		if long == 0 || long == len(ents) {
			t.Errorf("scale %v: %d of %d entities have more than one token: nothing tested", scale, long, len(ents))
		}
	}
}
