package block_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/assemble/internal/block"
)

// TestLinks: in small blocks every pair that shares a key is compared, and no
// other; the links are sorted and each stands once.
func TestLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.SliceOfDistinct(rapid.SampledFrom([]string{"p", "q", "r"}), rapid.ID), 0, 12).Draw(t, "keys")
		at := rapid.SliceOfN(rapid.IntRange(0, 5), len(keys), len(keys)).Draw(t, "at")
		share := func(i, j int) bool {
			for _, k := range keys[i] {
				if slices.Contains(keys[j], k) {
					return true
				}
			}
			return false
		}
		links := block.Things{
			Count: len(keys), Keys: func(i int) []string { return keys[i] }, At: func(i int) int { return at[i] },
			Weigh: func(i, j int) int { return 1 + (i+j)%3 },
		}.Links()
		seen := map[[2]int]bool{}
		for n, l := range links {
			if l.A >= l.B || !share(l.A, l.B) || seen[[2]int{l.A, l.B}] || n > 0 && links[n-1].Weight < l.Weight {
				t.Fatalf("link %+v in %+v", l, links)
			}
			seen[[2]int{l.A, l.B}] = true
		}
		for i := range keys {
			for j := range i {
				if share(i, j) && !seen[[2]int{j, i}] {
					t.Fatalf("%d and %d were not compared", j, i)
				}
			}
		}
	})
}

// TestBounded: a block of many costs a number of comparisons for each.
func TestBounded(t *testing.T) {
	compared := 0
	block.Things{
		Count: 10000, Keys: func(int) []string { return []string{"k"} }, At: func(i int) int { return i },
		Weigh: func(int, int) int { compared++; return 0 },
	}.Links()
	if compared > 10000*32 {
		t.Errorf("%d comparisons of 10000 things", compared)
	}
}
