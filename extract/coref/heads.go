package coref

// linkHeads joins a definite phrase with the nearest phrase of the same head
// that says nothing else.
func linkHeads(t *text) {
	by := map[string][]*mention{}
	for _, m := range t.mentions {
		if m.Form == Pronoun || m.joined {
			continue
		}
		l := t.lemma(m.Head)
		if t.anaphoric(m) {
			for i := len(by[l]) - 1; i >= 0; i-- {
				if n := by[l][i]; t.sameHead(m, n) {
					t.link(m, n)
					break
				}
			}
		}
		by[l] = append(by[l], m)
	}
}

// anaphoric tells whether a phrase can take up something said before.
func (t *text) anaphoric(m *mention) bool {
	if m.Form == Name && m.kind != unknown && m.kind != body && m.kind != place {
		return false
	}
	switch m.det {
	case "the", "this", "that", "these", "those", "my", "'s":
		return true
	}
	return false
}

// sameHead tells whether m can take up n, which has the same head.
func (t *text) sameHead(m, n *mention) bool {
	if m.kind == time || words["each"][n.det] || t.nested(m, n) || m.number != n.number || m.chain == n.chain {
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
			if i != m.Head {
				into[t.lemma(i)] = true
			}
		}
	}
}
