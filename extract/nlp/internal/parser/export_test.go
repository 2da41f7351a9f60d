package parser

// SetEdges computes sentence starts from heads.
func SetEdges(heads []int32) []bool {
	toks := make([]Token, len(heads))
	for i, h := range heads {
		toks[i].Head = h
	}
	setEdges(toks)
	out := make([]bool, len(heads))
	for i := range toks {
		out[i] = toks[i].SentStart
	}
	return out
}

// Restore lifts arcs: lifted maps a label to its own part and the label of the
// true head, or -1.
func Restore(heads []int32, labels []int, lifted [][2]int) []int32 {
	r := &Run{p: &Parser{}}
	for _, l := range lifted {
		r.p.lifted = append(r.p.lifted, lift{l[0], l[1]})
	}
	for i, h := range heads {
		r.tokens = append(r.tokens, Token{Head: h, Label: int32(labels[i])})
	}
	setEdges(r.tokens)
	r.restore(func(i int) bool { return labels[i] == 9 })
	out := make([]int32, 0, 2*len(heads))
	for _, t := range r.tokens {
		out = append(out, t.Head)
	}
	for _, t := range r.tokens {
		out = append(out, t.Label)
	}
	return out
}
