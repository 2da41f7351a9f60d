package coref

import (
	"cmp"
	"strings"

	"entente/graph"
)

// number is how many a mention means.
type number uint8

const (
	either number = iota
	one
	many
)

// kind is what a mention means.
type kind uint8

const (
	unknown kind = iota
	person
	body  // an organization, a team: "it" and "they"
	place // a country too
	time
	thing
)

// describe fills number, gender, kind, determiner and key of a mention.
func (t *text) describe(m *mention) {
	h := m.Head
	if m.Form == Pronoun {
		p := pronouns[t.low[h]]
		m.number, m.gender, m.kind = p.number, p.gender, p.kind
		return
	}
	m.det = t.determiner(m)
	m.idle = words["idle"][t.lemma(m.Head)]
	m.number = t.numberOf(m)
	m.kind = t.kindOf(m)
	m.gender = t.genderOf(m)
	if m.number == many {
		m.gender = ""
	}
	if m.joined {
		m.entity = -1
		return
	}
	if m.Form == Name {
		m.span = t.nameSpan(m)
		m.key = t.key(m.span.First, m.span.End)
	}
}

// determiner is the word in lower case that begins a phrase and says which is
// meant: an article, a demonstrative, "'s" for an owner, "" for none.
func (t *text) determiner(m *mention) string {
	for _, k := range t.kids[m.Head] {
		c := int(k)
		if c > m.Head {
			break
		}
		switch t.dep(c) {
		case "det":
			return t.low[c]
		case "poss":
			switch t.tag(c) {
			case "PRP$":
				return "my"
			case "WP$":
				return "whose"
			}
			return "'s"
		case "nummod":
			return "2"
		}
	}
	return ""
}

func (t *text) numberOf(m *mention) number {
	switch {
	case m.joined, t.quantity(m.Head) >= 0:
		return many
	case strings.HasSuffix(t.tag(m.Head), "S") && t.label(m.Head) != "GPE" && t.label(m.Head) != "ORG" && t.label(m.Head) != "PERSON":
		return many
	case words["plural"][t.low[m.Head]]:
		return many
	}
	return one
}

func (t *text) kindOf(m *mention) kind {
	if m.entity >= 0 {
		switch t.who.Entities[m.entity].Ref.Kind {
		case graph.Person:
			return person
		case graph.Country, graph.Place:
			return place
		case graph.Organization:
			return body
		default:
		}
	}
	if m.joined {
		return unknown
	}
	if m.Form == Name {
		switch t.label(m.Head) {
		case "PERSON":
			return person
		case "ORG":
			return body
		case "GPE", "LOC", "FAC":
			return place
		case "DATE":
			return time
		case "PRODUCT", "WORK_OF_ART", "EVENT", "LAW":
			return thing
		}
	}
	if q := t.quantity(m.Head); q >= 0 {
		return t.kindOfNoun(q)
	}
	if k := t.kindOfNoun(m.Head); k != thing || m.Form != Name {
		return k
	}
	return unknown
}

// kindOfNoun is what a common noun means.
func (t *text) kindOfNoun(h int) kind {
	if t.label(h) == "DATE" {
		return time
	}
	n, ok := nouns[t.lemma(h)]
	if !ok {
		n = nouns[t.low[h]]
	}
	return cmp.Or(n.kind, thing)
}

func (t *text) genderOf(m *mention) string {
	if m.kind != person {
		return ""
	}
	if m.entity >= 0 && t.who.Entities[m.entity].Gender != "" {
		return t.who.Entities[m.entity].Gender
	}
	if g := nouns[t.lemma(m.Head)].gender; g != "" {
		return g
	}
	for i := m.First; i < m.Head; i++ {
		if g := titles[strings.TrimSuffix(t.low[i], ".")]; g != "" {
			return g
		}
	}
	return ""
}

// nameSpan is the words of a name without titles and what follows it.
func (t *text) nameSpan(m *mention) span {
	first, end := m.Head, m.Head+1
	if m.kind == time {
		return span{m.First, m.End}
	}
	if e := t.ent[m.Head]; e >= 0 {
		first, end = t.doc.Ents[e].First, t.doc.Ents[e].End
		for t.dep(m.Head) != "compound" && t.doc.Ents[e].Label != "PERSON" && first > m.First && t.head(first-1) == m.Head && t.dep(first-1) == "compound" {
			first--
		}
	} else {
		for first > m.First && strings.HasPrefix(t.tag(first-1), "NNP") {
			first--
		}
		for end < m.End && strings.HasPrefix(t.tag(end), "NNP") {
			end++
		}
	}
	if end < m.End && t.tag(end) == "CD" && t.head(end) == m.Head {
		end++ // "Apollo 11"
	}
	if first+1 < end && (t.low[first] == "the" || t.low[first] == "a" || t.low[first] == "an") {
		first++
	}
	if first+1 < end && t.tag(end-1) == "POS" {
		end--
	}
	return span{first, end}
}

// key is the words of a name as names are compared: in lower case, without
// punctuation.
func (t *text) key(first, end int) string {
	if end == first+1 {
		return strings.ReplaceAll(t.low[first], ".", "")
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if t.tag(i) == "POS" || t.tok(i).Pos == "PUNCT" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.low[i])
	}
	return strings.ReplaceAll(b.String(), ".", "")
}
