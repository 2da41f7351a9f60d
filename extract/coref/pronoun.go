package coref

// window is how many sentences back a pronoun may refer.
const window = 3

// choice is among how many mentions an antecedent is chosen at most.
const choice = 120

// linkPronouns resolves the pronouns of the third person.
func linkPronouns(t *text) {
	for _, m := range t.mentions {
		if m.Form != Pronoun || m.ante != nil {
			continue
		}
		p, ok := pronouns[t.low[m.Head]]
		if !ok || p.talk != "" || p.points {
			continue
		}
		if n := t.antecedent(m, p); n != nil {
			t.link(m, n)
		}
	}
}

// antecedent returns the best mention before a pronoun, or nil.
func (t *text) antecedent(m *mention, p form) *mention {
	var best *mention
	most := 0
	speaks := t.speaks(m)
	for i := m.index - 1; i >= max(0, m.index-choice); i-- {
		n := t.mentions[i]
		if t.sent[m.Head]-t.sent[n.Head] > window {
			break
		}
		if !t.agree(n, p) || speaks && p.number != one && n.chain.kind == thing {
			continue
		}
		if t.bound(m, n, p) {
			if p.gender != "" && n.kind == person && m.End <= n.End && t.tag(m.Head) == "PRP$" && t.apposed(m.Head, n.Head) {
				return nil // "X, the head of his party": X, or nobody who can be told
			}
			continue
		}
		if s := t.prefer(m, n); best == nil || s > most {
			best, most = n, s
		}
	}
	return best
}

// speaks tells that a pronoun is the subject of a verb for what only people
// and bodies do.
func (t *text) speaks(m *mention) bool {
	d := t.dep(m.Head)
	if d != "nsubj" && d != "nsubjpass" {
		return false
	}
	l := t.lemma(t.head(m.Head))
	return words["saying"][l] || words["minding"][l]
}

// agree tells whether number, gender and kind of a pronoun and a mention fit.
func (t *text) agree(n *mention, p form) bool {
	c := n.chain
	if c.talk {
		return false
	}
	switch {
	case p.gender != "":
		return (c.gender == "" || p.gender == c.gender) && c.number != many && (c.kind == person || n.Form == Name && c.kind == unknown)
	case p.number == one: // it
		return c.gender == "" && c.number != many && c.kind != person && c.kind != time
	}
	if c.gender != "" || c.kind == time || c.kind == place {
		return false
	}
	return c.number != one || c.kind == body || c.kind == person && n.Form != Name
}
