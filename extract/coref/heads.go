package coref

import "slices"

// whole is how many sentences back a phrase may take up one with the same head.
const whole = 20

// linkHeads joins a definite phrase with the nearest phrase of the same head, or
// which was said to be such a thing, that says nothing else.
func linkHeads(t *text) {
	t.definites(func(m *mention) []string { return []string{t.lemma(m.Head)} }, whole)
}

// linkSynonyms joins a definite phrase with a near one whose head means nearly
// the same.
func linkSynonyms(t *text) {
	t.definites(func(m *mention) []string { return synonyms[t.lemma(m.Head)] }, 2*window)
}

// definites joins definite phrases that were not joined yet with the nearest
// phrase with one of the heads that other gives.
func (t *text) definites(other func(*mention) []string, reach int) {
	by := map[string][]*mention{}
	for _, m := range t.mentions {
		if m.Form == Pronoun || m.joined {
			continue
		}
		if m.ante == nil && t.anaphoric(m) {
			var best *mention
			for _, l := range other(m) {
				for _, n := range slices.Backward(by[l]) {
					if int(t.sent[m.Head]-t.sent[n.Head]) > reach || best != nil && n.index < best.index {
						break
					}
					if t.sameHead(m, n) {
						best = n
						break
					}
				}
			}
			if best != nil {
				t.link(m, best)
			}
		}
		l := t.lemma(m.Head)
		by[l] = append(by[l], m)
		for _, w := range m.told {
			if w != l {
				by[w] = append(by[w], m)
			}
		}
	}
}

// linkOwned joins what somebody has with what the same one had before: "their
// robot ... their robot".
func linkOwned(t *text) {
	by := map[string][]*mention{}
	for _, m := range t.mentions {
		if m.Form == Pronoun || m.joined {
			continue
		}
		l := t.lemma(m.Head)
		if m.det == "my" && m.ante == nil {
			for _, n := range slices.Backward(by[l]) {
				if t.sameOwner(m, n) && t.sameHead(m, n) {
					t.link(m, n)
					break
				}
			}
		}
		by[l] = append(by[l], m)
	}
}

// sameOwner tells whether two phrases can be had by one.
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

// anaphoric tells whether a phrase can take up something said before.
func (t *text) anaphoric(m *mention) bool {
	if m.Form == Name && (m.kind == person || m.kind == time) {
		return false
	}
	switch m.det {
	case "the", "this", "that", "these", "those", "'s":
		return true
	}
	return false
}

// sameHead tells whether m can take up n, which has the same head.
func (t *text) sameHead(m, n *mention) bool {
	if m.kind == time || m.kind == place && (n.det == "a" || n.det == "an") || words["each"][n.det] || t.nested(m, n) || m.number != n.number || m.chain == n.chain {
		return false
	}
	if m.chain.entity >= 0 && n.chain.entity >= 0 && m.chain.entity != n.chain.entity {
		return false
	}
	if m.Form == Name && n.Form == Name && m.key != n.key && m.key != t.low[m.Head] {
		return false
	}
	have := map[string]bool{}
	for _, x := range n.chain.mentions {
		t.modifiers(x, have)
	}
	want := map[string]bool{}
	t.modifiers(m, want)
	for w := range want {
		if !have[w] {
			return false
		}
	}
	return true
}

// modifiers collects the words that say more than the head.
func (t *text) modifiers(m *mention, into map[string]bool) {
	for i := m.First; i < m.End; i++ {
		switch t.tok(i).Pos {
		case "NOUN", "PROPN", "ADJ", "NUM", "VERB":
			if i != m.Head && t.low[i] != "two" {
				into[t.lemma(i)] = true
			}
		}
	}
}
