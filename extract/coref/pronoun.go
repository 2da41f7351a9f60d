package coref

import "slices"

// window is how many sentences back a pronoun may refer.
const window = 3

// linkPronouns resolves the pronouns of the third person.
func linkPronouns(t *text) {
	for _, m := range t.mentions {
		if m.Form != Pronoun || m.ante != nil {
			continue
		}
		p, ok := pronouns[t.low[m.Head]]
		if !ok || p.who != "" {
			continue
		}
		if n := t.antecedent(m, p); n != nil {
			t.link(m, n)
		}
	}
}

// antecedent returns the best mention before a pronoun.
func (t *text) antecedent(m *mention, p form) *mention {
	switch t.low[m.Head] {
	case "this", "that", "these", "those":
		return nil
	}
	var best *mention
	most := 0
	for i := m.index - 1; i >= 0; i-- {
		n := t.mentions[i]
		if t.sent[m.Head]-t.sent[n.Head] > window {
			break
		}
		if !t.agree(m, n, p) || t.bound(m, n, p) {
			continue
		}
		if s := t.prefer(m, n, p); best == nil || s > most {
			best, most = n, s
		}
	}
	return best
}

// agree tells whether number, gender and kind of a pronoun and a mention fit.
func (t *text) agree(m, n *mention, p form) bool {
	c := n.chain
	if n.Form == Pronoun && pronouns[t.low[n.Head]].who != "" && c.entity < 0 && len(c.mentions) == 1 {
		return false
	}
	if p.gender != "" && c.gender != "" && p.gender != c.gender {
		return false
	}
	switch t.low[m.Head] {
	case "it", "its", "itself":
		return c.number != many && c.kind != person && c.kind != time && c.gender == ""
	case "they", "them", "their", "theirs", "themselves":
		return c.kind != time && c.kind != place && c.gender == "" && (c.number != one || c.kind == body || c.kind == person && n.Form != Name)
	}
	return c.number != many && (c.kind == person || n.Form == Name && c.kind == unknown)
}

// bound tells that grammar keeps a pronoun and a mention apart.
func (t *text) bound(m, n *mention, p form) bool {
	if n.First <= m.First && m.End <= n.End {
		return !t.relative(m.Head, n.Head)
	}
	v := t.governor(m.Head)
	if p.reflexive {
		return t.clause(m.Head) != t.clause(n.Head)
	}
	if t.tag(m.Head) == "PRP$" {
		return false
	}
	for _, x := range n.chain.mentions {
		if v >= 0 && x.Head != m.Head && t.governor(x.Head) == v && t.sent[x.Head] == t.sent[m.Head] {
			return true
		}
	}
	return false
}

// relative tells that a token stands in a relative clause of a noun.
func (t *text) relative(i, noun int) bool {
	for range 20 {
		h := t.head(i)
		if h == i {
			return false
		}
		if h == noun {
			return slices.Contains([]string{"relcl", "acl"}, t.dep(i))
		}
		i = h
	}
	return false
}

// prefer says how well a mention suits as antecedent.
func (t *text) prefer(m, n *mention, p form) int {
	s := -4 * int(t.sent[m.Head]-t.sent[n.Head])
	switch t.dep(t.first(n.Head)) {
	case "nsubj", "nsubjpass":
		s += 4
		if t.subject(m.Head) {
			s++
		}
	case "dobj":
		s++
	case "poss", "compound":
		s--
	}
	if n.Form == Pronoun {
		s++
		if t.low[n.Head] == t.low[m.Head] {
			s++
		}
	}
	if t.quoted[m.Head] != t.quoted[n.Head] {
		s--
	}
	s += min(len(n.chain.mentions), 4) / 2
	if p.kind == unknown && n.number == many && t.low[m.Head][0] == 't' {
		s++
	}
	return s
}

// pleonastic tells that an "it" stands for nothing: "it is clear that".
func (t *text) pleonastic(i int) bool {
	if t.dep(i) == "expl" {
		return true
	}
	v := t.head(i)
	if t.dep(i) != "nsubj" && t.dep(i) != "nsubjpass" || !t.verb(v) {
		return false
	}
	if words["weather"][t.lemma(v)] && t.lemma(v) != "turn" && t.lemma(v) != "happen" {
		return true
	}
	if t.lemma(v) != "be" && t.lemma(v) != "become" && t.lemma(v) != "take" && t.tag(v) != "VBN" {
		return false
	}
	for _, k := range t.kids[v] {
		c := int(k)
		if c < v {
			continue
		}
		switch t.dep(c) {
		case "ccomp", "advcl", "xcomp", "csubj":
			if c > v {
				return true
			}
		case "acomp", "attr":
			if t.label(c) == "DATE" || t.label(c) == "TIME" || t.low[c] == "time" {
				return true
			}
			if t.child(c, "xcomp", "ccomp", "relcl") > c {
				return true
			}
		}
	}
	return false
}
