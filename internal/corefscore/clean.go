package corefscore

import (
	"cmp"
	"slices"
)

// Clean returns chains as they are compared: no mention twice (where two
// chains claim one, the first has it), no chain of a single mention, all in
// order of the text.
func Clean(chains [][]Span) [][]Span {
	seen := map[Span]bool{}
	var out [][]Span
	for _, chain := range chains {
		var kept []Span
		for _, m := range chain {
			if !seen[m] {
				seen[m] = true
				kept = append(kept, m)
			}
		}
		if len(kept) > 1 {
			slices.SortFunc(kept, inText)
			out = append(out, kept)
		}
	}
	slices.SortFunc(out, func(a, b []Span) int { return inText(a[0], b[0]) })
	return out
}

// inText orders spans by where they start, the longer first.
func inText(a, b Span) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End)) }
