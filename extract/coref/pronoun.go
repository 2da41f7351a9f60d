package coref

import (
	"math/bits"
	"slices"
)

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
		if !t.agree(m, n, p) {
			continue
		}
		if t.bound(m, n, p) {
			if n.First <= m.First && m.End <= n.End && p.gender != "" && n.kind == person && t.beside(m.Head, n.Head) {
				return nil // "X, the head of his party": X, or nobody who can be told
			}
			continue
		}
		if s := t.prefer(m, n, p); best == nil || s > most {
			best, most = n, s
		}
	}
	if most < W[18]-2*window*W[0] {
		return nil
	}
	return best
}

// beside tells that a token stands in an apposition to a noun.
func (t *text) beside(i, noun int) bool {
	for range 20 {
		h := t.head(i)
		if h == noun || h == i {
			return t.dep(i) == "appos"
		}
		i = h
	}
	return false
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
	if q := t.quoted[m.Head]; q > 0 && p.gender != "" {
		if s := t.quotes[q-1].speaker; s >= 0 && t.heads[s] != nil && t.heads[s].chain == n.chain {
			return true
		}
	}
	v := t.governor(m.Head)
	if p.reflexive {
		return t.clause(m.Head) != t.clause(n.Head) && t.subjectOf(t.clause(m.Head)) != n.Head
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

// W are the weights.
var W = [...]int{
	2,  // 0 a sentence back
	2,  // 1 subject
	4,  // 2 both subjects
	2,  // 3 object
	0,  // 4 inside another phrase
	-1, // 5 pronoun
	4,  // 6 the same pronoun
	0,  // 7 only one of both quoted
	1,  // 8 often spoken of
	2,  // 9 source
	2,  // 10 people for they
	2,  // 11 plural for they
	0,  // 12 name for he
	1,  // 13 clause above
	2,  // 14 same clause possessive subject
	0,  // 15 first in sentence
	0,  // 16 it: body
	0,  // 17 it: place
	0,  // 18 least
	1,  // 19 nearer of the same sentence
	-1, // 20 it: indefinite
	0,  // 21 they: singular body
}

// prefer says how well a mention suits as antecedent.
func (t *text) prefer(m, n *mention, p form) int {
	s := -2 * W[0] * int(t.sent[m.Head]-t.sent[n.Head])
	w := t.low[m.Head]
	subject := false
	switch t.dep(t.first(n.Head)) {
	case "nsubj", "nsubjpass":
		subject = true
		s += W[1]
		if t.subject(m.Head) {
			s += W[2]
		}
		if v := t.head(t.first(n.Head)); t.below(m.Head, v) {
			s += W[13]
			if t.tag(m.Head) == "PRP$" && t.clause(m.Head) == v {
				s += W[14]
			}
		}
	case "dobj", "dative":
		s += W[3]
	case "poss", "compound", "nmod":
		s -= W[4]
	case "pobj":
		h := t.head(t.first(n.Head))
		if t.noun(t.head(h)) {
			s -= W[4]
		}
		if t.low[h] == "to" && t.low[t.head(h)] == "according" {
			s -= W[9]
		}
	}
	if !subject && t.relates(m.Head, n.Head) {
		s += W[1] + W[13]
	}
	if n.Form == Pronoun {
		s += W[5]
		if t.low[n.Head] == w {
			s += W[6]
		}
	}
	if t.quoted[m.Head] != t.quoted[n.Head] {
		s -= W[7]
	}
	s += W[8] * bits.Len(uint(len(n.chain.mentions))) / 2
	k := n.chain.kind
	switch w[0] {
	case 't':
		if k == person || k == body {
			s += W[10]
		}
		if n.chain.number == many {
			s += W[11]
		} else if k == body {
			s -= W[21]
		}
	case 'i':
		switch k {
		case body:
			s += W[16]
		case place:
			s += W[17]
		}
		if n.Form == Nominal && n.det != "the" && n.det != "this" && n.det != "my" && n.det != "'s" {
			s -= W[20]
		}
	default:
		if n.Form == Name {
			s += W[12]
		}
	}
	if subject && n.index > 0 && t.sent[t.mentions[n.index-1].Head] != t.sent[n.Head] {
		s += W[15]
	}
	if t.sent[m.Head] == t.sent[n.Head] {
		s -= W[19] * (m.First - n.First) / 8
	}
	return s
}

// relates tells that a token stands below a relative clause whose subject
// stands for a noun: "Lee, who said he".
func (t *text) relates(i, noun int) bool {
	for range 20 {
		h := t.head(i)
		if h == i {
			return false
		}
		if t.dep(h) == "relcl" && t.head(h) == noun {
			s := t.child(h, "nsubj", "nsubjpass")
			return s >= 0 && (t.tag(s) == "WP" || t.tag(s) == "WDT")
		}
		i = h
	}
	return false
}

// below tells that a token hangs below another.
func (t *text) below(i, top int) bool {
	for range 30 {
		h := t.head(i)
		if h == top {
			return true
		}
		if h == i {
			return false
		}
		i = h
	}
	return false
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
	switch l := t.lemma(v); {
	case l == "be" || l == "become":
	case l == "take": // "it took them two years to"
		return t.child(v, "xcomp") > v || t.child(v, "dobj") > v && t.kindOfHead(t.child(v, "dobj")) == time && t.child(v, "advcl") > v
	case t.dep(i) == "nsubjpass": // "it was agreed that"
	default:
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
