package coref

import (
	"cmp"
	"slices"
	"strings"
)

// nestedNames adds names inside other phrases that the text has by themselves
// too: "the Nokia Music Store" where Nokia is spoken of.
func (t *text) nestedNames() {
	starts := map[string][]*mention{} // by the first word, one for a name
	seen := map[string]bool{}
	have := map[span]bool{}
	for _, m := range t.mentions {
		have[m.span] = true
		have[span{m.First, m.End}] = true
		if m.Form == Name && m.key != "" && m.kind != time && !words["person"][m.key] && !seen[m.key] {
			seen[m.key] = true
			w, _, _ := strings.Cut(m.key, " ")
			starts[w] = append(starts[w], m)
		}
	}
	for i := 0; i < len(t.word); i++ {
		if !t.capital(i) || !t.noun(i) || t.label(i) == "PERSON" {
			continue
		}
		n := t.longest(i, starts[strings.ReplaceAll(t.low[i], ".", "")])
		if n == nil {
			continue
		}
		at := span{i, i + n.length()}
		if !have[at] && t.nests(at, n) && t.addNested(at, n) {
			i = at.End - 1
		}
	}
}

func (m *mention) length() int { return m.span.End - m.span.First }

// longest returns the longest of the names that stands at a token, or nil.
func (t *text) longest(i int, names []*mention) *mention {
	var best *mention
	for _, m := range names {
		n := m.length()
		if i+n <= len(t.word) && (best == nil || n > best.length()) && t.key(i, i+n) == m.key {
			best = m
		}
	}
	return best
}

// nests tells that a stretch with the words of a name stands inside a larger
// phrase as a name of its own.
func (t *text) nests(at span, name *mention) bool {
	h := at.End - 1
	if t.dep(h) == "pobj" { // "the University of Poland"
		return name.kind == place && name.entity >= 0 && t.ent[h] >= 0 && naming[t.label(h)] && !t.rooted(h)
	}
	if !t.modifies(h) {
		return false
	}
	if t.recorded(name) {
		return true
	}
	i := at.First - 1 // the middle of a longer name is none
	return i < 0 || t.head(i) != t.head(h) || t.dep(i) != "compound" || !t.capital(i)
}

func (t *text) addNested(at span, name *mention) bool {
	h, end := at.End-1, at.End
	if end < len(t.word) && t.tag(end) == "POS" && t.head(end) == h {
		end++
	}
	m := t.add(h, at.First, end, Name)
	if m == nil {
		return false
	}
	if t.heads[h] == nil {
		t.heads[h] = m
	}
	m.entity, m.kind, m.gender, m.number, m.key, m.span = name.entity, name.kind, name.gender, name.number, name.key, at
	return true
}

// explained takes a name and the phrase beside it that explains it for one
// mention, which has the name: "a local lawyer, Ann Lee".
func (t *text) explained() {
	gone := map[*mention]bool{}
	for _, m := range t.mentions {
		if m.joined || m.Form == Pronoun {
			continue
		}
		if n := cmp.Or(t.groupOf(m), t.placeOf(m)); n != nil {
			gone[n] = true
			m.named(n, t.lemma(m.Head))
			continue
		}
		for _, k := range t.kids[m.Head] {
			if n := t.apposition(m, int(k)); n != nil {
				gone[n] = true
				m.named(n, t.lemma(m.Head))
			}
		}
	}
	if len(gone) == 0 {
		return
	}
	for n := range gone {
		if t.heads[n.Head] == n {
			t.heads[n.Head] = nil
		}
	}
	t.mentions = slices.DeleteFunc(t.mentions, func(m *mention) bool { return gone[m] })
}

// groupOf returns the name before a noun that only says what it is a name of:
// "Halden" in "the Halden group"; nil for none.
func (t *text) groupOf(m *mention) *mention {
	i := m.Head - 1
	if m.Form != Nominal || m.number == many || m.det != "the" || i < 1 || t.dep(i) != "compound" || t.head(i) != m.Head || !words["group"][t.lemma(m.Head)] {
		return nil
	}
	n := t.heads[i]
	if n == nil || n.Form != Name || n.End != m.Head || n.First != m.First+1 || n.kind == person || n.kind == place && t.recorded(n) {
		return nil
	}
	return n
}

// placeOf returns the name behind a noun that only says what it is a name of:
// "Aleppo" in "the city of Aleppo"; nil for none.
func (t *text) placeOf(m *mention) *mention {
	p := t.child(m.Head, "prep")
	if m.Form != Nominal || p != m.Head+1 || t.low[p] != "of" || m.number == many || m.det != "the" || !words["town"][t.lemma(m.Head)] {
		return nil
	}
	i := t.child(p, "pobj")
	if i < 0 || t.heads[i] == nil || t.heads[i].Form != Name || t.heads[i].joined || t.heads[i].First != p+1 {
		return nil
	}
	return t.heads[i]
}

// apposition returns the mention in apposition to m that a child of its head
// heads and that says what m is, or how it is called; nil for none.
func (t *text) apposition(m *mention, c int) *mention {
	if t.dep(c) != "appos" || c >= m.End || c < m.Head {
		return nil
	}
	n := t.heads[c]
	if n == nil || n == m || n.First <= m.First || n.End > m.End || !t.explains(m, n) {
		return nil
	}
	return n
}

// named gives a phrase the name that stands beside it, and what the phrase
// calls the name.
func (m *mention) named(n *mention, noun string) {
	if m.Form == Nominal {
		m.Form, m.entity, m.key, m.span, m.kind, m.gender = Name, n.entity, n.key, n.span, n.kind, n.gender
		m.told = append(m.told, noun)
	}
}

// explains tells that of two phrases in apposition one is the name, the other
// what it is the name of.
func (t *text) explains(m, n *mention) bool {
	if w := t.word[n.First-1]; w != "," && w != "(" && n.First != m.Head+1 {
		return false
	}
	return m.Form != n.Form && m.kind == n.kind && m.number == n.number
}

// tell collects the nouns that the text gives a name: titles before it,
// appositions, predicates.
func (t *text) tell(m *mention) {
	if m.joined || m.Form == Pronoun {
		return
	}
	if m.Form == Name {
		for i := m.First; i < m.span.First; i++ {
			if d := t.dep(i); d == "compound" || d == "nmod" {
				m.told = append(m.told, t.lemma(i))
			}
		}
	}
	for _, k := range t.kids[m.Head] {
		if c := int(k); t.dep(c) == "appos" && c < m.End {
			m.told = append(m.told, t.lemma(c))
		}
	}
	if t.dep(m.Head) != "nsubj" {
		return
	}
	v := t.head(m.Head)
	if a := t.child(v, "attr"); t.lemma(v) == "be" && a > v && t.child(v, "neg") < 0 && t.noun(a) {
		m.told = append(m.told, t.lemma(a))
	}
}
