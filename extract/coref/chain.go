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
	named    bool
	talk     bool            // nothing but I, we and you
	words    map[string]bool // the lemmas that its phrases have beside their heads
	told     map[string]bool // the nouns that the text gives it
}

func (t *text) newChain(m *mention) *chain {
	c := &chain{mentions: []*mention{m}, number: m.number, gender: m.gender, kind: m.kind, entity: m.entity, named: m.Form == Name}
	if m.Form == Pronoun {
		c.talk = pronouns[t.low[m.Head]].talk != ""
		return c
	}
	c.words = set(t.modifiers(m.First, m.End, m.Head))
	c.told = set(m.told)
	return c
}

func set(list []string) map[string]bool {
	if len(list) == 0 {
		return nil
	}
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}

// link makes the chains of two mentions one: m is linked to ante.
func (t *text) link(m, ante *mention) {
	if m.chain == ante.chain {
		return
	}
	if m.ante == nil {
		m.ante, m.Sieve = ante, t.sieve
	}
	a, b := ante.chain, m.chain
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
	a.named, a.talk = a.named || b.named, a.talk && b.talk
	a.words, a.told = union(a.words, b.words), union(a.told, b.told)
	a.mentions = merge(a.mentions, b.mentions)
	for _, x := range b.mentions {
		x.chain = a
	}
}

// union adds the smaller set to the larger.
func union(a, b map[string]bool) map[string]bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for s := range b {
		a[s] = true
	}
	return a
}

// merge puts the mentions of two chains into order.
func merge(a, b []*mention) []*mention {
	if a[len(a)-1].index < b[0].index {
		return append(a, b...)
	}
	if len(b) == 1 {
		return slices.Insert(a, behind(a, b[0].index), b[0])
	}
	a = append(a, b...)
	slices.SortFunc(a, func(x, y *mention) int { return cmp.Compare(x.index, y.index) })
	return a
}

// behind is where in a list of mentions one with an index belongs.
func behind(list []*mention, index int) int {
	i, _ := slices.BinarySearchFunc(list, index, func(x *mention, at int) int { return cmp.Compare(x.index, at) })
	return i
}

// before is the nearest mention of a chain before another mention, or nil.
func (c *chain) before(m *mention) *mention {
	if i := behind(c.mentions, m.index); i > 0 {
		return c.mentions[i-1]
	}
	return nil
}

// result collects the chains.
func (t *text) result() *Result {
	r := &Result{heads: make([]int32, len(t.word)), Mentions: make([]Mention, 0, len(t.mentions))}
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
