package coref

import "slices"

// whole is how many sentences back a phrase may take up one with the same head.
const whole = 20

// linkHeads joins a definite phrase with the nearest phrase of the same head, or
// which was said to be such a thing, that says nothing else.
func linkHeads(t *text) {
	t.definites(definite, func(l string) []string { return []string{l} }, whole)
}

// linkSynonyms joins a definite phrase with a near one whose head means nearly
// the same.
func linkSynonyms(t *text) {
	t.definites(definite, func(l string) []string { return synonyms[l] }, 2*window)
}

// linkOwned joins what somebody has with what the same one had before: "her
// house ... her house".
func linkOwned(t *text) {
	t.definites(owned, func(l string) []string { return []string{l} }, whole)
}

// definites joins the phrases that were not joined yet, and of which takes is
// true, with the nearest phrase before them that has one of the heads that go
// with theirs.
func (t *text) definites(takes func(*mention) bool, heads func(lemma string) []string, reach int) {
	for _, m := range t.mentions {
		if m.Form == Pronoun || m.joined || m.ante != nil || !takes(m) {
			continue
		}
		if n := t.nearest(m, heads(t.lemma(m.Head)), reach); n != nil {
			t.link(m, n)
		}
	}
}

// headed lists the phrases by their heads and the nouns that the text gives
// them.
func (t *text) headed() map[string][]*mention {
	if t.byHead != nil {
		return t.byHead
	}
	t.byHead = map[string][]*mention{}
	for _, m := range t.mentions {
		if m.Form == Pronoun || m.joined {
			continue
		}
		l := t.lemma(m.Head)
		t.byHead[l] = append(t.byHead[l], m)
		for _, w := range m.told {
			if w != l {
				t.byHead[w] = append(t.byHead[w], m)
			}
		}
	}
	return t.byHead
}

// nearest returns the nearest mention with one of the heads that m can take up.
func (t *text) nearest(m *mention, heads []string, reach int) *mention {
	var best *mention
	for _, l := range heads {
		list := t.headed()[l]
		for _, n := range slices.Backward(list[:behind(list, m.index)]) {
			if int(t.sent[m.Head]-t.sent[n.Head]) > reach || best != nil && n.index < best.index {
				break
			}
			if t.takesUp(m, n) {
				best = n
				break
			}
		}
	}
	return best
}

// definite tells whether a phrase can take up something said before.
func definite(m *mention) bool {
	if m.Form == Name && (m.kind == person || m.kind == time) || m.idle {
		return false
	}
	switch m.det {
	case "the", "this", "that", "these", "those", "'s":
		return true
	}
	return false
}

// owned tells that a phrase begins with a possessive pronoun.
func owned(m *mention) bool { return m.det == "my" }

// takesUp tells whether m can take up n, which has the same head: one of both
// does not exclude the other, and m says nothing that was not said of n.
func (t *text) takesUp(m, n *mention) bool {
	switch {
	case m.kind == time: // "the weekend" is this one
		return m.det == "the" && n.det == "this" && m.End == m.Head+1 && m.Head == m.First+1 && !nested(m, n)
	case m.chain == n.chain, m.number != n.number, nested(m, n), words["each"][n.det]:
		return false
	case m.kind == place && (n.det == "a" || n.det == "an"): // "this country" is the one that was named
		return false
	case m.chain.entity >= 0 && n.chain.entity >= 0 && m.chain.entity != n.chain.entity:
		return false
	case m.Form == Name && n.Form == Name && m.key != n.key && m.key != t.low[m.Head]:
		return false
	case owned(m) && !t.sameOwner(m, n):
		return false
	}
	return t.says(m, n.chain)
}

// sameOwner tells whether one may have both of what two phrases mean.
func (t *text) sameOwner(m, n *mention) bool {
	a, b := t.child(m.Head, "poss"), t.child(n.Head, "poss")
	if a < 0 || t.heads[a] == nil {
		return false
	}
	if b >= 0 {
		return t.heads[b] != nil && t.heads[a].chain == t.heads[b].chain
	}
	return n.det == "a" || n.det == "an"
}

// says tells that a chain has all the words of a phrase.
func (t *text) says(m *mention, c *chain) bool {
	for _, w := range t.modifiers(m.First, t.comma(m), m.Head) {
		if !c.words[w] {
			return false
		}
	}
	return true
}

// comma is where what a phrase adds behind a comma begins: it does not say which
// one is meant.
func (t *text) comma(m *mention) int {
	for i := m.Head + 1; i < m.End; i++ {
		if t.word[i] == "," {
			return i
		}
	}
	return m.End
}

// modifiers are the lemmas of the words of a stretch that say more than the
// head.
func (t *text) modifiers(first, end, head int) []string {
	var out []string
	for i := first; i < end; i++ {
		switch t.tok(i).Pos {
		case "NOUN", "PROPN", "ADJ", "NUM", "VERB":
			if i != head && t.low[i] != "two" {
				out = append(out, t.lemma(i))
			}
		}
	}
	return out
}

// nested tells that two mentions share words.
func nested(m, n *mention) bool { return m.First < n.End && n.First < m.End }
