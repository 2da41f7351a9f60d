package coref

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/graph"
)

// mention is a Mention that is being resolved.
type mention struct {
	Mention
	number number
	gender string // m, f or ""
	kind   kind
	joined bool // several phrases in coordination
	entity int  // of actors, or -1
	det    string
	key    string   // the words of a name
	span   span     // where they stand
	told   []string // what the text says that it is
	chain  *chain
	index  int
	ante   *mention
}

// detect finds the mentions, in order of the text.
func (t *text) detect() {
	t.actorHeads()
	for i := range t.word {
		switch {
		case t.pronoun(i):
			t.add(i, i, i+1, Pronoun)
		case t.nominal(i):
			if !t.leads(i) || t.titleOf(i) >= 0 {
				continue
			}
			first, end := t.phrase(i)
			form := Nominal
			if t.proper(i) {
				form = Name
			}
			if m := t.add(i, first, end, form); m != nil {
				t.coordination(i, m)
			}
		case t.inside(i):
			e := t.doc.Ents[t.ent[i]]
			first := e.First
			if t.low[first] == "the" && first < i {
				first++ // the article is the noun's: "the UN headquarters"
			}
			t.add(i, first, e.End, Name)
		}
	}
	for _, m := range t.mentions {
		t.describe(m)
		if h := t.heads[m.Head]; h == nil || h.joined {
			t.heads[m.Head] = m
		}
	}
	t.known()
	t.explained()
	slices.SortStableFunc(t.mentions, func(a, b *mention) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End))
	})
	t.mentions = slices.CompactFunc(t.mentions, func(a, b *mention) bool { return a.First == b.First && a.End == b.End })
	for i, m := range t.mentions {
		m.index = i
		m.chain = newChain(m)
	}
	t.tell()
}

// explained takes a name and the phrase beside it that explains it for one
// mention, which has the name: "a local lawyer, Ann Lee".
func (t *text) explained() {
	gone := map[*mention]bool{}
	for _, m := range t.mentions {
		if m.joined || m.Form == Pronoun {
			continue
		}
		for _, k := range t.kids[m.Head] {
			c := int(k)
			if t.dep(c) != "appos" || c >= m.End || c < m.Head {
				continue
			}
			n := t.heads[c]
			if n == nil || n == m || n.First < m.First || n.End > m.End {
				continue
			}
			if m.Form == n.Form || m.kind != n.kind || m.number != n.number || t.word[n.First-1] != "," && t.word[n.First-1] != "(" {
				continue
			}
			gone[n] = true
			if m.Form == Nominal {
				m.Form, m.entity, m.key, m.span, m.kind, m.gender = Name, n.entity, n.key, n.span, n.kind, n.gender
				m.told = append(m.told, t.lemma(m.Head))
			}
		}
	}
	t.mentions = slices.DeleteFunc(t.mentions, func(m *mention) bool { return gone[m] })
	for i, h := range t.heads {
		if gone[h] {
			t.heads[i] = nil
		}
	}
}

// known adds names inside other phrases that the text has by themselves too:
// "the Nokia Music Store" where Nokia is spoken of.
func (t *text) known() {
	first := map[string][]*mention{} // by the first word
	for _, m := range t.mentions {
		if m.Form == Name && m.key != "" && m.kind != time && !words["person"][m.key] {
			w, _, _ := strings.Cut(m.key, " ")
			first[w] = append(first[w], m)
		}
	}
	have := map[[2]int]bool{}
	for _, m := range t.mentions {
		have[[2]int{m.span.First, m.span.End}] = true
		have[[2]int{m.First, m.End}] = true
	}
	for i := 0; i < len(t.word); i++ {
		if !t.capital(i) || t.label(i) == "PERSON" || t.tag(i) == "JJ" || !strings.HasPrefix(t.tag(i), "NN") {
			continue
		}
		var best *mention
		for _, m := range first[strings.ReplaceAll(t.low[i], ".", "")] {
			if n := m.span.End - m.span.First; i+n <= len(t.word) && (best == nil || n > best.span.End-best.span.First) && t.key(i, i+n) == m.key {
				best = m
			}
		}
		if best == nil {
			continue
		}
		end := i + best.span.End - best.span.First
		h := end - 1
		if (best.entity < 0 || t.who.Entities[best.entity].Entry == nil) && i > 0 && t.head(i-1) == t.head(h) && t.dep(i-1) == "compound" && t.capital(i-1) {
			continue // the middle of a longer name
		}
		if have[[2]int{i, end}] || t.heads[h] != nil && t.heads[h].span == (span{i, end}) || !t.within(h) {
			continue
		}
		last := end
		if end < len(t.word) && t.tag(end) == "POS" && t.head(end) == h {
			last++
		}
		if m := t.add(h, i, last, Name); m != nil {
			m.entity, m.kind, m.gender, m.number, m.key, m.span = best.entity, best.kind, best.gender, best.number, best.key, span{i, end}
			i = end - 1
		}
	}
}

// within tells that a token is part of a larger phrase that goes on behind it.
func (t *text) within(i int) bool {
	switch t.dep(i) {
	case "compound", "nmod", "amod", "poss", "npadvmod":
		return t.head(i) > i
	}
	return false
}

// span is a half-open range of tokens.
type span struct{ First, End int }

// actorHeads notes which tokens head mentions of known entities.
func (t *text) actorHeads() {
	if t.who == nil {
		return
	}
	for i := range t.word {
		m := t.who.At(i)
		if m == nil || len(m.Members) > 0 || t.label(i) == "NORP" || t.tag(i) == "JJ" || m.Form == actors.Pronoun || m.Actor < 0 {
			continue
		}
		if k := t.who.Entities[m.Actor].Ref.Kind; m.Form == actors.Nominal && k != graph.Person || t.who.Entities[m.Actor].Generic {
			continue // "the Polish army" acts for Poland and is not Poland
		}
		if t.who.Entities[m.Actor].Ref.Kind == graph.Country && (t.label(i) == "ORG" || t.label(i) == "FAC") {
			continue // so does "the Bank of Poland"
		}
		t.entity[i] = m.Actor
		if m.Place >= 0 && m.Place != m.Actor {
			t.entity[i] = m.Place
		}
	}
}

func (t *text) add(head, first, end int, form Form) *mention {
	if first >= end || head < first || head >= end {
		return nil
	}
	m := &mention{Mention: Mention{First: first, End: end, Head: head, Form: form, Chain: -1, Antecedent: -1}, entity: t.entity[head]}
	t.mentions = append(t.mentions, m)
	return m
}

// leads tells that a noun is no part of a name that another token heads: trees
// break long names apart.
func (t *text) leads(i int) bool {
	if t.ent[i] < 0 || !naming[t.label(i)] {
		return true
	}
	e := t.doc.Ents[t.ent[i]]
	for j := i + 1; j < e.End; j++ {
		if h := t.head(j); (h < e.First || h >= e.End) && t.nominal(j) {
			return false
		}
	}
	h := t.head(i)
	return h < e.First || h >= e.End || !t.noun(h)
}

// titleOf returns the name of a person that directly follows a noun for people,
// "President" before "Ann Lee", where the tree does not join them; -1 for none.
func (t *text) titleOf(i int) int {
	if i+1 >= len(t.word) || t.label(i+1) != "PERSON" || t.ent[i] == t.ent[i+1] || t.kindOfHead(i) != person || strings.HasSuffix(t.tag(i), "S") {
		return -1
	}
	e := t.doc.Ents[t.ent[i+1]]
	if e.First != i+1 {
		return -1
	}
	for j := e.First; j < e.End; j++ {
		if t.nominal(j) && t.leads(j) {
			return j
		}
	}
	return -1
}

// naming are the labels of named entities that are names of something.
var naming = map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "FAC": true, "PRODUCT": true, "WORK_OF_ART": true, "EVENT": true, "LAW": true}

// pronoun tells whether a token is a pronoun that refers.
func (t *text) pronoun(i int) bool {
	switch t.tag(i) {
	case "PRP":
		return t.low[i] != "it" || !t.pleonastic(i)
	case "PRP$":
		return true
	case "DT":
		switch t.low[i] {
		case "this", "that", "these", "those":
			d := t.dep(i)
			return (d == "nsubj" || d == "nsubjpass" || d == "dobj" || d == "pobj") && len(t.kids[i]) == 0
		}
	}
	return false
}

// nominal tells whether a token heads a noun phrase that stands for something.
func (t *text) nominal(i int) bool {
	if !t.noun(i) {
		return false
	}
	switch t.dep(i) {
	case "compound", "nmod", "amod", "quantmod", "advmod", "case", "punct", "predet", "det", "aux":
		return false
	case "npadvmod":
		return t.label(i) == "DATE"
	}
	switch t.label(i) {
	case "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "TIME":
		return false
	}
	return true
}

// inside tells whether a token is the last of a name that stands before a noun:
// "Nokia" in "the Nokia factory".
func (t *text) inside(i int) bool {
	if t.ent[i] < 0 || t.tag(i) == "JJ" {
		return false
	}
	e := t.doc.Ents[t.ent[i]]
	if e.End != i+1 && !(e.End == i+2 && t.tag(i+1) == "POS") || !t.capital(e.First) && t.low[e.First] != "the" {
		return false
	}
	if !naming[e.Label] {
		return false
	}
	switch t.dep(i) {
	case "compound", "nmod", "amod", "npadvmod":
	default:
		return false
	}
	h := t.head(i)
	return h >= e.End
}

// proper tells whether a head noun is a name.
func (t *text) proper(i int) bool {
	switch t.label(i) {
	case "PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "DATE":
		return t.capital(i)
	}
	return strings.HasPrefix(t.tag(i), "NNP")
}

// phrase is the span of the noun phrase below a head, without coordination.
func (t *text) phrase(h int) (first, end int) {
	first, end = h, h+1
	for _, k := range slices.Backward(t.kids[h]) {
		c := int(k)
		if c > h {
			continue
		}
		switch t.dep(c) {
		case "cc", "preconj", "punct", "mark", "advmod", "prep", "aux", "nsubj", "intj", "advcl", "ccomp", "conj", "dep", "expl", "parataxis", "meta":
			continue
		}
		first = min(first, t.left(c))
	}
	for _, k := range t.kids[h] {
		c := int(k)
		if c < h {
			continue
		}
		switch t.dep(c) {
		case "appos":
			if t.mismatch(h, c) {
				break
			}
			end = max(end, t.right(c))
			if k := t.joinedName(c); k >= 0 {
				end = max(h+1, t.leftmost(k))
				break
			}
			continue
		case "prep", "relcl", "acl", "nummod", "case", "amod", "compound", "nmod", "poss":
			end = max(end, t.right(c))
			continue
		case "punct":
			continue
		}
		break
	}
	first, end = t.whole(h, first, end)
	return first, t.trim(first, h, end)
}

// joinedName is the conjunct of an apposition that is somebody else: "the
// minister, Ann Lee, and her deputy, Bo Ek"; -1 for none.
func (t *text) joinedName(c int) int {
	for _, k := range t.kids[c] {
		i := int(k)
		if t.dep(i) == "conj" && i > c && (naming[t.label(i)] || t.child(i, "poss", "appos") >= 0) && t.child(c, "cc") > c {
			return i
		}
	}
	return -1
}

// leftmost is where the conjunction before a conjunct stands.
func (t *text) leftmost(conjunct int) int {
	i := t.left(conjunct)
	for i > 0 && (t.dep(i-1) == "cc" || t.tok(i-1).Pos == "PUNCT") {
		i--
	}
	return i
}

// mismatch tells that what stands in apposition cannot be what it explains: a
// person to a body.
func (t *text) mismatch(h, c int) bool {
	a, b := t.label(h), t.label(c)
	if e, f := t.entity[h], t.entity[c]; e >= 0 && f >= 0 {
		if k, l := t.who.Entities[e].Ref.Kind, t.who.Entities[f].Ref.Kind; k != l && (k == graph.Person || l == graph.Person) {
			return true
		}
	}
	return a != b && (b == "PERSON" && naming[a] || a == "PERSON" && naming[b] || b == "DATE" || a == "GPE" && b == "ORG" || a == "ORG" && b == "GPE")
}

// whole widens a phrase to the name that its head is part of, with the titles
// that actors saw before it.
func (t *text) whole(h, first, end int) (int, int) {
	if e := t.ent[h]; e >= 0 && naming[t.label(h)] {
		first, end = min(first, t.doc.Ents[e].First), max(end, t.doc.Ents[e].End)
	}
	if t.who != nil {
		if m := t.who.At(h); m != nil && m.Form == actors.Name && m.First <= h && m.End > h {
			first = min(first, m.First)
		}
	}
	if i := first - 1; i >= 0 && t.label(h) == "PERSON" && t.noun(i) && t.titleOf(i) == h {
		first = t.left(i)
		for first < i && (t.tok(first).Pos == "PUNCT" || t.dep(first) == "cc" || t.dep(first) == "prep") {
			first++
		}
	}
	return first, end
}

// left and right are the bounds of the subtree of a token.
func (t *text) left(i int) int {
	for range 50 {
		if len(t.kids[i]) == 0 || int(t.kids[i][0]) > i {
			break
		}
		i = int(t.kids[i][0])
	}
	return i
}

func (t *text) right(i int) int {
	for range 50 {
		n := len(t.kids[i])
		if n == 0 || int(t.kids[i][n-1]) < i {
			break
		}
		i = int(t.kids[i][n-1])
	}
	return i + 1
}

// trim takes punctuation off the end of a phrase, but for brackets and
// quotation marks that it opened.
func (t *text) trim(first, head, end int) int {
	for end > head+1 {
		w := t.word[end-1]
		switch {
		case w == ")" && slices.Contains(t.word[first:end], "("):
			return end
		case (w == `"` || w == "”") && count(t.word[first:end-1], `"`, "“")%2 == 1:
			return end
		case t.tok(end-1).Pos == "PUNCT" || t.tok(end-1).Pos == "SPACE":
			end--
		default:
			return end
		}
	}
	if end < len(t.word) && t.word[end] == ")" && slices.Contains(t.word[head:end], "(") {
		end++
	}
	return end
}

func count(list []string, words ...string) int {
	n := 0
	for _, w := range list {
		if slices.Contains(words, w) {
			n++
		}
	}
	return n
}

// coordination adds the mention of "A, B and C" whose first phrase m is.
func (t *text) coordination(i int, m *mention) {
	last, c := -1, i
	and := false
	for c >= 0 {
		next := -1
		for _, k := range t.kids[c] {
			switch {
			case t.dep(int(k)) == "conj" && int(k) > c:
				next = int(k)
			case t.dep(int(k)) == "cc" && t.low[k] == "and":
				and = true
			}
		}
		if next >= 0 && !t.noun(next) && t.tag(next) != "PRP" {
			return
		}
		if next >= 0 {
			last = next
		}
		c = next
	}
	if last < 0 || !and || t.singular(i) {
		return
	}
	_, end := t.phrase(last)
	if j := t.add(i, m.First, end, Nominal); j != nil {
		j.joined, j.entity = true, -1
	}
}

// singular tells that the verb of a subject stands for one.
func (t *text) singular(i int) bool {
	if d := t.dep(i); d != "nsubj" && d != "nsubjpass" {
		return false
	}
	v := t.head(i)
	if t.tag(v) == "VBZ" || t.low[v] == "was" {
		return true
	}
	for _, k := range t.kids[v] {
		if d := t.dep(int(k)); (d == "aux" || d == "auxpass") && (t.tag(int(k)) == "VBZ" || t.low[k] == "was") {
			return true
		}
	}
	return false
}
