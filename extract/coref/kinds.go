package coref

import (
	"slices"
	"strings"

	"entente/graph"
)

// linkRoles joins a role with the person whom actors knows to hold it: "the
// president" at the article's date.
func linkRoles(t *text) {
	last := map[int]*mention{}
	for _, m := range t.mentions {
		if m.entity < 0 || m.Form == Pronoun {
			continue
		}
		if n := last[m.entity]; n != nil && m.Form == Nominal && (definite(m) || owned(m) || m.det == "" && t.capital(m.Head)) && !nested(m, n) {
			t.link(m, n)
		}
		last[m.entity] = m
	}
}

// far is how many things back a definite phrase may reach.
const far = 40

// linkKinds joins a definite phrase with what was said to be such a thing, or
// is of its kind: "the company" with the name of one.
func linkKinds(t *text) {
	var chains []*chain // by the last mention, the nearest last
	for _, m := range t.mentions {
		if m.Form == Nominal && m.ante == nil && !m.joined && (m.det == "the" || m.det == "this" || m.det == "that") {
			if n := t.such(m, chains); n != nil {
				t.link(m, n)
			}
		}
		if i := slices.Index(chains, m.chain); i >= 0 {
			chains = append(slices.Delete(chains, i, i+1), m.chain)
		} else if m.Form == Name || len(m.told) > 0 || len(m.chain.mentions) > 1 {
			chains = append(chains, m.chain)
		}
		if len(chains) > far {
			chains = slices.Delete(chains, 0, 1)
		}
	}
}

// such returns the mention that a phrase takes up by what it is, or nil.
func (t *text) such(m *mention, chains []*chain) *mention {
	l := t.lemma(m.Head)
	if n := t.last(m, chains, func(c *chain, _ *mention) bool { return c.told[l] && t.says(m, c) }); n != nil {
		return n
	}
	if m.End > m.Head+1 || m.Head > m.First+1 {
		return nil // it says more than its kind
	}
	return t.last(m, chains, func(c *chain, n *mention) bool {
		return c.named && t.sent[m.Head]-t.sent[n.Head] <= 2*window && t.generic(l, c)
	})
}

// last returns the nearest mention before m of a chain that fits.
func (t *text) last(m *mention, chains []*chain, fits func(*chain, *mention) bool) *mention {
	for _, c := range slices.Backward(chains) {
		n := c.before(m)
		if n == nil || nested(m, n) || c.number != either && c.number != m.number || m.entity >= 0 && c.entity >= 0 && c.entity != m.entity {
			continue
		}
		if fits(c, n) {
			return n
		}
	}
	return nil
}

// generic tells that a noun is a usual word for what a chain names.
func (t *text) generic(l string, c *chain) bool {
	first := c.mentions[0]
	if c.entity >= 0 {
		if e := t.who.Entities[c.entity].Entry; e != nil && e.Type != "" {
			return words["a "+e.Type][l]
		}
	}
	switch c.kind {
	case body:
		if words["a media"][l] && l != "agency" {
			return words["press"][first.key[strings.LastIndexByte(first.key, ' ')+1:]]
		}
		return words["a body"][l] && !t.actsFor(first)
	case place:
		return words["a place"][l] || t.label(first.Head) == "FAC" && words["a facility"][l]
	case person:
		return c.gender != "f" && (l == "man" || l == "boy") || c.gender != "m" && (l == "woman" || l == "girl")
	case thing:
		return t.label(first.Head) == "EVENT" && words["an event"][l]
	default:
		return false
	}
}

// actsFor tells that a name is of a place or a body that stands for a state,
// "the White House": no company and no club.
func (t *text) actsFor(m *mention) bool {
	if t.who == nil {
		return false
	}
	w := t.who.At(m.Head)
	return w != nil && w.Actor >= 0 && t.who.Entities[w.Actor].Ref.Kind == graph.Country
}
