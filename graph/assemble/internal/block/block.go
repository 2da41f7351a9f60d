// Package block finds pairs of things that belong together without comparing
// everything with everything: only things that share a key, and of those each
// only with its neighbours in order.
package block

import (
	"cmp"
	"slices"
)

// neighbours is with how many of the next things of one block each is
// compared: it keeps the work linear however large a block is.
const neighbours = 16

// Link is a pair of things, by their numbers, A < B.
type Link struct {
	A, B int
	// Weight is how much speaks for the pair, Apart how far its things lie
	// from each other in order.
	Weight, Apart int
}

// Things are what is compared.
type Things struct {
	// Count is how many there are.
	Count int
	// Keys are the blocks that thing i belongs to.
	Keys func(i int) []string
	// At is where thing i lies in its blocks' order.
	At func(i int) int
	// Weigh compares two things; pairs of weight 0 and less are left out.
	Weigh func(i, j int) int
}

// Links returns the pairs that belong together: the heaviest first, of equal
// ones the closest, then by number. The result does not depend on the order in
// which blocks are looked at.
func (t Things) Links() []Link {
	blocks := map[string][]int{}
	for i := range t.Count {
		for _, k := range t.Keys(i) {
			blocks[k] = append(blocks[k], i)
		}
	}
	var out []Link
	for _, b := range blocks {
		if len(b) > 1 {
			out = t.compare(b, out)
		}
	}
	slices.SortFunc(out, func(x, y Link) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Apart, y.Apart), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return slices.Compact(out)
}

// compare adds the links of one block.
func (t Things) compare(block []int, out []Link) []Link {
	slices.SortFunc(block, func(i, j int) int { return cmp.Or(cmp.Compare(t.At(i), t.At(j)), cmp.Compare(i, j)) })
	for n, i := range block {
		for _, j := range block[n+1 : min(len(block), n+1+neighbours)] {
			if w := t.Weigh(min(i, j), max(i, j)); w > 0 {
				out = append(out, Link{min(i, j), max(i, j), w, t.At(j) - t.At(i)})
			}
		}
	}
	return out
}
