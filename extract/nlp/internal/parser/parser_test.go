package parser_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/parser"
)

func TestSentenceStarts(t *testing.T) {
	for _, c := range []struct {
		heads []int32
		want  []bool
	}{
		{nil, []bool{}},
		{[]int32{0}, []bool{true}},
		{[]int32{1, 1, 1, 4, 4}, []bool{true, false, false, true, false}},
		{[]int32{0, 1, 2}, []bool{true, true, true}},
		// trees that cross: as spaCy has them
		{[]int32{2, 3, 2, 3}, []bool{true, true, false, false}},
		{[]int32{0, 0, 4, 0, 4, 2, 4}, []bool{true, false, true, false, false, false, false}},
		{[]int32{3, 3, 5, 3, 2, 5, 4}, []bool{true, false, true, false, false, false, false}},
	} {
		if diff := cmp.Diff(c.want, parser.SetEdges(c.heads)); diff != "" {
			t.Errorf("%v: %s", c.heads, diff)
		}
	}
}

// TestRestore uses labels 0 root, 1 and 2 plain, 3 = "1 under a 2" lifted, 9
// white space.
func TestRestore(t *testing.T) {
	lifted := [][2]int{{0, -1}, {1, -1}, {2, -1}, {1, 2}, {4, -1}, {5, -1}, {6, -1}, {7, -1}, {8, -1}, {9, -1}}
	for _, c := range []struct {
		heads  []int32
		labels []int
		want   []int32
	}{
		// nothing lifted
		{[]int32{0, 0}, []int{0, 1}, []int32{0, 0, 0, 1}},
		// the first 2 below the head, breadth first: token 4, not token 3 under 1
		{[]int32{1, 1, 1, 2, 1, 1}, []int{1, 0, 1, 2, 2, 3}, []int32{1, 1, 1, 2, 1, 4, 1, 0, 1, 2, 2, 1}},
		// a level deeper
		{[]int32{0, 0, 1, 0}, []int{0, 1, 2, 3}, []int32{0, 0, 1, 2, 0, 1, 2, 1}},
		// none there: the head stays
		{[]int32{0, 0, 1, 0}, []int{0, 1, 1, 3}, []int32{0, 0, 1, 0, 0, 1, 1, 1}},
		// not through white space
		{[]int32{0, 0, 1, 0}, []int{0, 9, 2, 3}, []int32{0, 0, 1, 0, 0, 9, 2, 1}},
	} {
		if diff := cmp.Diff(c.want, parser.Restore(c.heads, c.labels, lifted)); diff != "" {
			t.Errorf("%v %v: %s", c.heads, c.labels, diff)
		}
	}
}

// TestAnyVectors parses vectors that mean nothing: it must end, with a tree.
func TestAnyVectors(t *testing.T) {
	const width, n = 96, 400
	f := modeltest.Open(t)
	p := parser.Load(f, kernel.Best(), width)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	seed := uint32(5)
	for _, scale := range []float32{0, 0.1, 3, 100} {
		v := make([]float32, n*width)
		for i := range v {
			seed = seed*1664525 + 1013904223
			v[i] = scale * float32(int32(seed)) / (1 << 31)
		}
		r := p.Begin(n)
		r.Add(0, v)
		toks := r.Parse(func(i int) bool { return i%7 == 0 })
		for i := range toks {
			k := int32(i)
			for steps := 0; toks[k].Head != k; steps++ {
				if k = toks[k].Head; steps > n {
					t.Fatalf("scale %v: token %d is in a circle", scale, i)
				}
			}
		}
		if !toks[0].SentStart {
			t.Errorf("scale %v: token 0 starts no sentence", scale)
		}
		r.Close()
	}
}
