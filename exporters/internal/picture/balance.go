package picture

import "math"

// balance chooses for each line without an arrow head which end a layered
// layout (Graphviz's dot) puts first, so that a node with many lines has them
// on both sides instead of all on one, as long as that makes the drawing no
// wider than about twice its height. Lines with a head keep their direction.
func (p *Picture) balance() {
	out := make([]int, len(p.Nodes)) // lines that leave, less those that enter
	for i := range p.Lines {
		l := &p.Lines[i]
		out[l.Source]++
		out[l.Target]--
	}
	limit := max(p.layers(), int(math.Sqrt(layerShare*float64(len(p.Nodes)))))
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Directed() || out[l.Source]-1 <= out[l.Target]+1 {
			continue
		}
		if l.Flip = true; p.layers() > limit {
			l.Flip = false
			continue
		}
		out[l.Source] -= 2
		out[l.Target] += 2
	}
}

// layerShare is how many layers squared a drawing may have for each node: a
// layer is some 260 points wide, a node with the gap below it 45 high.
const layerShare = 1.4

// layers returns the length of the longest path, in nodes, with lines that
// close a cycle left out.
func (p *Picture) layers() int {
	next := make([][]int, len(p.Nodes))
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Flip {
			next[l.Target] = append(next[l.Target], l.Source)
		} else {
			next[l.Source] = append(next[l.Source], l.Target)
		}
	}
	depth, open := make([]int, len(p.Nodes)), make([]bool, len(p.Nodes))
	var visit func(n int) int
	visit = func(n int) int {
		if depth[n] > 0 {
			return depth[n]
		}
		open[n] = true
		deepest := 0
		for _, m := range next[n] {
			if !open[m] {
				deepest = max(deepest, visit(m))
			}
		}
		open[n], depth[n] = false, deepest+1
		return depth[n]
	}
	longest := 0
	for n := range p.Nodes {
		longest = max(longest, visit(n))
	}
	return longest
}
