package coref

import (
	"cmp"
	"slices"
)

// chain is the mentions that mean one thing, and what is known of it.
type chain struct {
	mentions []*mention // in order
	number   number
	gender   string
	kind     kind
	entity   int
}

func newChain(m *mention) *chain {
	return &chain{mentions: []*mention{m}, number: m.number, gender: m.gender, kind: m.kind, entity: m.entity}
}

// link makes m and what it is part of one chain with an earlier mention.
func (t *text) link(m, ante *mention) {
	if m.chain == ante.chain {
		return
	}
	if m.ante == nil && ante.index < m.index {
		m.ante, m.Sieve = ante, t.sieve
	}
	a, b := ante.chain, m.chain
	a.mentions = append(a.mentions, b.mentions...)
	slices.SortFunc(a.mentions, func(x, y *mention) int { return cmp.Compare(x.index, y.index) })
	for _, x := range b.mentions {
		x.chain = a
	}
	if a.number == either {
		a.number = b.number
	}
	if a.gender == "" {
		a.gender = b.gender
	}
	if a.kind == unknown {
		a.kind = b.kind
	}
	if a.entity < 0 {
		a.entity = b.entity
	}
}

// result collects the chains.
func (t *text) result() *Result {
	r := &Result{heads: make([]int32, len(t.word))}
	for i := range r.heads {
		r.heads[i] = -1
		if m := t.heads[i]; m != nil {
			r.heads[i] = int32(m.index)
		}
	}
	number := map[*chain]int{}
	for _, m := range t.mentions {
		if len(m.chain.mentions) > 1 {
			n, ok := number[m.chain]
			if !ok {
				n = len(r.Chains)
				number[m.chain] = n
				r.Chains = append(r.Chains, nil)
			}
			m.Chain = n
			r.Chains[n] = append(r.Chains[n], m.index)
		}
		if m.ante != nil {
			m.Antecedent = m.ante.index
		}
		r.Mentions = append(r.Mentions, m.Mention)
	}
	return r
}
