package coref

import "math/bits"

// What speaks for a mention as antecedent of a pronoun, in points.
const (
	nearer      = 4 // for each sentence that it is nearer
	isSubject   = 2
	isObject    = 2
	bothSubject = 4
	saysThat    = 1 // subject of a clause on which the pronoun's depends
	ownSubject  = 2 // subject of the clause, for a possessive
	sameWord    = 4 // the same pronoun
	otherWord   = -1
	isSource    = -2 // "according to"
	isExample   = -4 // "others such as"
	animate     = 2  // people and bodies, for they
	isMany      = 2  // plural, for they
	isNew       = 1  // just introduced, for it
	apart       = 8  // tokens of the same sentence that cost a point
)

// prefer says how well a mention suits as antecedent.
func (t *text) prefer(m, n *mention) int {
	s := -nearer * int(t.sent[m.Head]-t.sent[n.Head])
	if t.sent[m.Head] == t.sent[n.Head] {
		s -= (m.First - n.First) / apart
	}
	s += bits.Len(uint(len(n.chain.mentions))) / 2
	return s + t.preferPlace(m, n) + t.preferForm(m, n)
}

// preferPlace counts what the place of a mention in its sentence tells.
func (t *text) preferPlace(m, n *mention) int {
	s := 0
	first := t.first(n.Head)
	switch t.dep(first) {
	case "nsubj", "nsubjpass":
		s += isSubject
		if t.subject(m.Head) {
			s += bothSubject
		}
		if v := t.head(first); t.below(m.Head, v) {
			s += saysThat
			if t.tag(m.Head) == "PRP$" && t.clause(m.Head) == v {
				s += ownSubject
			}
		}
		return s
	case "dobj", "dative":
		s += isObject
	case "pobj":
		switch h := t.head(first); {
		case t.low[h] == "to" && t.low[t.head(h)] == "according":
			s += isSource
		case t.low[h] == "as" && t.noun(t.head(h)), t.low[h] == "including", t.low[h] == "like" && t.noun(t.head(h)):
			s += isExample
		}
	}
	if t.relates(m.Head, n.Head) {
		s += isSubject + saysThat
	}
	return s
}

// preferForm counts what the words of a mention tell.
func (t *text) preferForm(m, n *mention) int {
	s := 0
	w := t.low[m.Head]
	if n.Form == Pronoun {
		s += otherWord
		if t.low[n.Head] == w {
			s += sameWord
		}
	}
	switch w[0] {
	case 't': // they, them, their
		if n.chain.kind == person || n.chain.kind == body {
			s += animate
		}
		if n.chain.number == many {
			s += isMany
		}
	case 'i': // it, its
		if n.Form == Nominal {
			switch n.det {
			case "the", "this", "my", "'s":
			default:
				s += isNew
			}
		}
	}
	return s
}
