package coref

import "slices"

// linkRoles joins a role with the person whom actors knows to hold it: "the
// president" at the article's date.
func linkRoles(t *text) {
	last := map[int]*mention{}
	for _, m := range t.mentions {
		if m.entity < 0 || m.Form == Pronoun {
			continue
		}
		if n := last[m.entity]; n != nil && m.Form == Nominal && !t.nested(m, n) {
			t.link(m, n)
		}
		last[m.entity] = m
	}
}

// tell collects what the text says that names are: titles before them,
// appositions, predicates.
func (t *text) tell() {
	for _, m := range t.mentions {
		if m.joined || m.Form == Pronoun {
			continue
		}
		if m.Form == Name {
			for i := m.First; i < m.span.First; i++ {
				if d := t.dep(i); d == "compound" || d == "nmod" {
					m.told = append(m.told, t.lemma(i))
				}
			}
		}
		for _, k := range t.kids[m.Head] {
			if c := int(k); t.dep(c) == "appos" && c < m.End && c != m.Head {
				m.told = append(m.told, t.lemma(c))
			}
		}
		if d := t.dep(m.Head); d == "nsubj" {
			v := t.head(m.Head)
			if a := t.child(v, "attr"); t.lemma(v) == "be" && a > v && t.child(v, "neg") < 0 && t.noun(a) {
				m.told = append(m.told, t.lemma(a))
			}
		}
	}
}

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
			chains = chains[1:]
		}
	}
}

// far is how many things back a definite phrase may reach.
const far = 40

// such returns the mention that a phrase takes up by what it is, or nil.
func (t *text) such(m *mention, chains []*chain) *mention {
	l := t.lemma(m.Head)
	for _, c := range slices.Backward(chains) {
		n := c.before(m)
		if n == nil || t.nested(m, n) || c.number == many && m.number == one || m.entity >= 0 && c.entity >= 0 && c.entity != m.entity {
			continue
		}
		if slices.ContainsFunc(c.mentions, func(x *mention) bool { return x.index < m.index && slices.Contains(x.told, l) }) && t.says(m, c) {
			return n
		}
	}
	if m.End > m.Head+1 || m.Head > m.First+1 {
		return nil
	}
	for _, c := range slices.Backward(chains) {
		n := c.before(m)
		if n == nil || t.nested(m, n) || !t.generic(l, c) || t.sent[m.Head]-t.sent[n.Head] > 2*window {
			continue
		}
		return n
	}
	return nil
}

// before is the nearest mention of a chain before another mention.
func (c *chain) before(m *mention) *mention {
	for _, n := range slices.Backward(c.mentions) {
		if n.index < m.index {
			return n
		}
	}
	return nil
}

// says tells that a chain has all the words of a phrase.
func (t *text) says(m *mention, c *chain) bool {
	want := map[string]bool{}
	t.modifiers(m, want)
	if len(want) == 0 {
		return true
	}
	have := map[string]bool{}
	for _, x := range c.mentions {
		if x.index < m.index {
			t.modifiers(x, have)
		}
	}
	for w := range want {
		if !have[w] {
			return false
		}
	}
	return true
}

// generic tells that a noun is a usual word for what a chain names.
func (t *text) generic(l string, c *chain) bool {
	named := slices.ContainsFunc(c.mentions, func(x *mention) bool { return x.Form == Name })
	if !named {
		return false
	}
	switch c.kind {
	case body:
		return words["group"][l]
	case place:
		if c.entity >= 0 && t.who.Entities[c.entity].Ref.Kind == "Country" {
			return l == "country" || l == "nation"
		}
		return words["town"][l]
	case person:
		return c.gender != "f" && words["man"][l] && (l == "man" || l == "boy") || c.gender != "m" && (l == "woman" || l == "girl")
	}
	return false
}
