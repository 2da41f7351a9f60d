package parser

import "slices"

// maxRounds bounds the rounds of widening subtrees (spaCy's bound).
const maxRounds = 12

// setEdges computes the ends of the subtrees and the sentence starts: the left
// end of each root. Trees that cross sentence borders take several rounds.
func setEdges(toks []Token) {
	for i := range toks {
		toks[i].first, toks[i].last = int32(i), int32(i)
		toks[i].SentStart = false
	}
	for round := 0; round < maxRounds && !widen(toks); round++ {
	}
	for i := range toks {
		if toks[i].Head == int32(i) {
			toks[toks[i].first].SentStart = true
		}
	}
}

// widen extends each head's subtree to those of its children, once in both
// directions, and tells whether all heads lie inside their sentences now.
func widen(toks []Token) bool {
	extend := func(i int) {
		c, h := &toks[i], &toks[toks[i].Head]
		h.first = min(h.first, c.first)
		h.last = max(h.last, c.last)
	}
	for i := range toks {
		extend(i)
	}
	for i := range slices.Backward(toks) {
		extend(i)
	}
	starts := make([]bool, len(toks))
	for i := range toks {
		if toks[i].Head == int32(i) {
			starts[toks[i].first] = true
		}
	}
	begin := 0
	for i := range toks {
		if i > 0 && starts[i] || i == len(toks)-1 {
			for j := begin; j < i; j++ {
				if h := int(toks[j].Head); h < begin || h > i {
					return false
				}
			}
			begin = i
		}
	}
	return true
}

// restore attaches tokens with labels of lifted arcs to their true heads: the
// first descendant of the head found, breadth first, that has the label named.
func (r *Run) restore(space func(int) bool) {
	toks := r.tokens
	var kids *children
	for i := range toks {
		l := r.p.lifted[toks[i].Label]
		if l.head < 0 {
			continue
		}
		if kids == nil {
			kids = newChildren(toks)
		}
		if h := kids.find(i, l.head, space); h >= 0 {
			kids.move(i, h)
		}
		toks[i].Label = int32(l.own)
	}
	if kids != nil {
		setEdges(toks)
	}
}

// children lists the children of each token by position.
type children struct {
	toks  []Token
	first []int32 // of each token, or -1
	next  []int32 // of each token, the next child of its head, or -1
}

func newChildren(toks []Token) *children {
	c := &children{toks: toks, first: make([]int32, len(toks)), next: make([]int32, len(toks))}
	for i := range c.first {
		c.first[i] = -1
	}
	for i := len(toks) - 1; i >= 0; i-- {
		if h := toks[i].Head; h != int32(i) {
			c.next[i] = c.first[h]
			c.first[h] = int32(i)
		}
	}
	return c
}

// find returns the token below the head of t that has the label, or -1. White
// space and t itself are passed over, with all that hangs on them.
func (c *children) find(t, label int, space func(int) bool) int {
	queue := []int32{c.toks[t].Head}
	for len(queue) > 0 {
		q := queue[0]
		queue = queue[1:]
		for k := c.first[q]; k >= 0; k = c.next[k] {
			// edges are those from before the first token was moved
			if k < c.toks[q].first || k > c.toks[q].last || int(k) == t || space(int(k)) {
				continue
			}
			if int(c.toks[k].Label) == label {
				return int(k)
			}
			queue = append(queue, k)
		}
	}
	return -1
}

// move gives token t the head h.
func (c *children) move(t, h int) {
	old := c.toks[t].Head
	if old != int32(t) {
		for p := &c.first[old]; *p >= 0; p = &c.next[*p] {
			if *p == int32(t) {
				*p = c.next[t]
				break
			}
		}
	}
	p := &c.first[h]
	for *p >= 0 && *p < int32(t) {
		p = &c.next[*p]
	}
	c.next[t], *p = *p, int32(t)
	c.toks[t].Head = int32(h)
}
