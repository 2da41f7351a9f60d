package picture

import "math"

// layerShare is how many layers squared a drawing may have for each node: a
// layer is some 260 points wide, a node with the gap below it 45 high, and a
// drawing is to be about twice as wide as high.
const layerShare = 1.4

// fewestLayers are allowed however small the drawing.
const fewestLayers = 4

// balance prepares the lines for a layered layout (Graphviz's dot), which
// puts the first end of every line on a layer before the second. Left alone,
// one long chain makes such a drawing very wide, and one node with many lines
// has them all on one side.
//
//  1. A line without an arrow head may be turned round (Flip), so that nodes
//     have lines on both sides.
//  2. A line that would make the longest path exceed the allowed number of
//     layers does not count for the layers (Loose).
func (p *Picture) balance() {
	b := balancer{next: make([][]int, len(p.Nodes)), out: make([]int, len(p.Nodes))}
	b.limit = max(fewestLayers, int(math.Sqrt(layerShare*float64(len(p.Nodes)))))
	for _, directed := range []bool{true, false} {
		for i := range p.Lines {
			if p.Lines[i].Directed() == directed {
				b.add(&p.Lines[i], directed)
			}
		}
	}
}

type balancer struct {
	// next holds, for each node, those that must stand on a later layer.
	next [][]int
	// out counts the lines that leave a node, less those that enter.
	out   []int
	limit int
}

func (b *balancer) add(l *Line, directed bool) {
	from, to := l.Source, l.Target
	if !directed && (b.out[from] > b.out[to] || b.reaches(to, from)) {
		from, to = to, from
	}
	switch {
	case b.reaches(to, from): // the layout turns a line round that closes a cycle
	case b.join(from, to):
	case !directed && b.join(to, from):
		from, to = to, from
	default:
		l.Loose = true
		return
	}
	l.Flip = from != l.Source
	b.out[from]++
	b.out[to]--
}

// join puts to on a layer after from, unless that takes too many layers.
func (b *balancer) join(from, to int) bool {
	b.next[from] = append(b.next[from], to)
	if b.layers() <= b.limit {
		return true
	}
	b.next[from] = b.next[from][:len(b.next[from])-1]
	return false
}

// reaches tells whether from stands on an earlier layer than to already.
func (b *balancer) reaches(from, to int) bool {
	seen := make([]bool, len(b.next))
	var visit func(n int) bool
	visit = func(n int) bool {
		if n == to {
			return true
		}
		seen[n] = true
		for _, m := range b.next[n] {
			if !seen[m] && visit(m) {
				return true
			}
		}
		return false
	}
	return visit(from)
}

// layers returns the length of the longest path, in nodes.
func (b *balancer) layers() int {
	depth := make([]int, len(b.next))
	var visit func(n int) int
	visit = func(n int) int {
		if depth[n] == 0 {
			for _, m := range b.next[n] {
				depth[n] = max(depth[n], visit(m))
			}
			depth[n]++
		}
		return depth[n]
	}
	longest := 0
	for n := range b.next {
		longest = max(longest, visit(n))
	}
	return longest
}
