package extract

import (
	"slices"
	"strings"

	"entente/extract/nlp"
)

// subjects mends which verb a subject belongs to.
func subjects(doc *nlp.Doc, kids [][]int, i int) {
	auxiliary(doc, kids, i)
	interrupted(doc, kids, i)
	nextClause(doc, kids, i)
	swallowed(doc, kids, i)
	alongWith(doc, kids, i)
	notUntil(doc, kids, i)
	splitQuote(doc, kids, i)
	rootless(doc, kids, i)
	tensed(doc, kids, i)
	dashed(doc, kids, i)
	given(doc, kids, i)
	whose(doc, kids, i)
	whereMet(doc, kids, i)
	reduced(doc, kids, i)
	dangling(doc, kids, i)
}

// doubly are verbs of which a passive participle may have an object.
var doubly = set("give award offer promise grant deny pay ask name call teach show tell hand send lend owe allot assign accord sell elect appoint dub")

// reduced makes the first verb of a sentence of what the parser takes for a
// participle beside the subject, though it has an object: "Peru's premier, Ana
// Ruiz, [accepted] the offer and agreed to come".
func reduced(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	n := int(t.Head)
	root := int(doc.Tokens[n].Head)
	if t.Dep != "acl" || t.Tag != "VBN" || doubly[t.Lemma] || v == 0 || doc.Word(v-1) != "," || child(doc, kids, v, "dobj") < v || child(doc, kids, v, "agent") >= 0 || !subjectless(doc, kids, v) {
		return
	}
	r := &doc.Tokens[root]
	first := edge(doc, kids, root)
	if doc.Tokens[n].Dep != "nsubj" || root < v || r.Dep != "ROOT" || r.Tag != "VBD" || first == 0 || doc.Tokens[first-1].Tag != "CC" {
		return
	}
	hang(doc, kids, v, v, "ROOT")
	t.Tag = "VBD"
	for _, k := range slices.Clone(kids[root]) {
		if k < v {
			hang(doc, kids, k, v, doc.Tokens[k].Dep)
		}
	}
	hang(doc, kids, root, v, "conj")
}

// dangling joins to the verb before "and" the verb behind it, where the parser
// makes of all that stands in front what the second says: "she met Paz and,
// diplomats said, [left]".
func dangling(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != "ROOT" || t.Tag != "VBD" && t.Tag != "VBZ" || reporting[t.Lemma] || murmuring[t.Lemma] || hearing[t.Lemma] || !subjectless(doc, kids, v) {
		return
	}
	c := child(doc, kids, v, "ccomp")
	if c < 0 || c > v || doc.Tokens[c].Tag != t.Tag || child(doc, kids, c, "nsubj", "nsubjpass") < 0 || child(doc, kids, c, "mark") >= 0 {
		return
	}
	for k := c + 1; k < v; k++ {
		if doc.Tokens[k].Tag != "CC" || doc.Word(k+1) != "," || quotes(doc, k+2) {
			continue
		}
		h := int(doc.Tokens[k].Head)
		if !inside(doc, h, c) && h != v || slices.ContainsFunc(kids[h], func(j int) bool { return j > k && j < v && doc.Tokens[j].Dep == "conj" }) {
			continue
		}
		hang(doc, kids, c, c, "ROOT")
		hang(doc, kids, v, c, "conj")
		return
	}
}

// whose keeps what somebody's own man does out of what he does himself:
// "Rome, whose envoy [came] in May, praised it".
func whose(doc *nlp.Doc, kids [][]int, w int) {
	if doc.Tokens[w].Tag != "WP$" || doc.Tokens[w].Dep != depOwner {
		return
	}
	n := int(doc.Tokens[w].Head)
	h := int(doc.Tokens[n].Head)
	v := int(doc.Tokens[h].Head)
	if doc.Tokens[n].Dep != "appos" || h > w || v < n || doc.Tokens[h].Dep != "nsubj" || !hasTense(doc, kids, v) {
		return
	}
	if up := int(doc.Tokens[v].Head); up < v && doc.Tokens[v].Dep == "advcl" { // "although Rome, whose envoy came, [praised] it"
		for _, k := range kids[up] {
			if k > v && doc.Tokens[k].Dep == "conj" && hasTense(doc, kids, k) && subjectless(doc, kids, k) && doc.Word(edge(doc, kids, k)-1) == "," && child(doc, kids, up, "cc") < 0 {
				hang(doc, kids, k, v, "conj")
				break
			}
		}
	}
	for _, k := range kids[v] {
		if k < v || doc.Tokens[k].Dep != "conj" || !hasTense(doc, kids, k) || !subjectless(doc, kids, k) || doc.Word(edge(doc, kids, k)-1) != "," {
			continue
		}
		if up := int(doc.Tokens[v].Head); up == v {
			hang(doc, kids, k, k, "ROOT")
		} else {
			hang(doc, kids, k, up, doc.Tokens[v].Dep)
		}
		for _, c := range slices.Clone(kids[v]) { // "although" is of the second
			if c < h {
				hang(doc, kids, c, k, doc.Tokens[c].Dep)
			}
		}
		subject(doc, kids, h, k)
		hang(doc, kids, v, h, "relcl")
		subject(doc, kids, n, v)
		return
	}
}

// whereMet hangs on the verb the place and the time that the parser hangs on
// the name in front: "was briefed by Ruiz [in Lima]".
func whereMet(doc *nlp.Doc, kids [][]int, p int) {
	t := &doc.Tokens[p]
	n := int(t.Head)
	if t.Dep != "prep" || n > p || !fullName(doc, kids, n) || person(doc, n) < 0 {
		return
	}
	switch doc.Word(p) {
	case "in", "at", "on", "during", "after", "before":
	default:
		return
	}
	v := int(doc.Tokens[n].Head)
	switch doc.Tokens[n].Dep {
	case "dobj":
	case "pobj":
		if w := doc.Word(v); w != "with" && w != "by" {
			return
		}
		v = int(doc.Tokens[v].Head)
	default:
		return
	}
	if doc.Tokens[v].Pos == "VERB" && v < n {
		hang(doc, kids, p, v, "prep")
	}
}

// dashed sets beside an object what stands behind it between dashes: "sent
// home 60 - [12] of them".
func dashed(doc *nlp.Doc, kids [][]int, o int) {
	t := &doc.Tokens[o]
	first := leftmost(kids, o)
	if t.Dep != "dobj" || first == 0 || t.Pos == "VERB" || rightmost(kids, o) == o {
		return
	}
	switch doc.Word(first - 1) {
	case "-", "–", "—", "--":
	default:
		return
	}
	if a := child(doc, kids, int(t.Head), "dobj"); a < first-1 && a > int(t.Head) && rightmost(kids, a) < first && doc.Tokens[first-2].Space {
		hang(doc, kids, o, a, "appos")
	}
}

// giving verbs are followed by who is given something.
var giving = set("give offer promise pledge send hand grant lend sell guarantee")

// given makes of a state that the parser takes for a part of the gift who is
// given it: "offered [Peru] food".
func given(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	n := int(t.Head)
	if t.Dep != "compound" || t.Pos != "PROPN" || n < i || doc.Tokens[n].Dep != "dobj" || doc.Tokens[n].Pos != "NOUN" || leftmost(kids, n) != leftmost(kids, i) {
		return
	}
	v := int(doc.Tokens[n].Head)
	if !giving[doc.Tokens[v].Lemma] || v != leftmost(kids, i)-1 || child(doc, kids, v, "dative") >= 0 {
		return
	}
	if !slices.ContainsFunc(doc.Ents, func(e nlp.Ent) bool {
		return e.First <= i && e.End == i+1 && (e.Label == "GPE" || e.Label == "PERSON" || e.Label == "NORP")
	}) {
		return
	}
	hang(doc, kids, i, v, "dative")
}

// hasTense tells whether token v heads a clause that has a tense: a finite verb,
// or another form with an auxiliary.
func hasTense(doc *nlp.Doc, kids [][]int, v int) bool {
	t := &doc.Tokens[v]
	if t.Pos != "VERB" && t.Pos != "AUX" {
		return false
	}
	switch t.Tag {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return slices.ContainsFunc(kids[v], func(k int) bool {
		c := &doc.Tokens[k]
		return k < v && (c.Dep == "aux" || c.Dep == "auxpass") && c.Tag != "TO" && c.Tag != "VBG" && c.Tag != "VBN" && c.Tag != "VB"
	})
}

// subjectless tells whether nothing below verb v is its subject.
func subjectless(doc *nlp.Doc, kids [][]int, v int) bool {
	return child(doc, kids, v, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass") < 0
}

// edge is the first token of verb v with its auxiliaries and what stands among
// them.
func edge(doc *nlp.Doc, kids [][]int, v int) int {
	first := v
	for j := len(kids[v]) - 1; j >= 0; j-- {
		k := kids[v][j]
		if k >= v {
			continue
		}
		switch doc.Tokens[k].Dep {
		case "aux", "auxpass", "neg", "advmod", "prt":
			if k == first-1 && len(kids[k]) == 0 {
				first = k
				continue
			}
		}
		break
	}
	return first
}

// subject makes token s the subject of verb v.
func subject(doc *nlp.Doc, kids [][]int, s, v int) {
	dep := "nsubj"
	if child(doc, kids, v, "auxpass") >= 0 {
		dep = "nsubjpass"
	}
	hang(doc, kids, s, v, dep)
}

// auxiliary hangs on the verb the subject that the parser hangs on its
// auxiliary: "[Egypt] will, he said, support", "[who] had himself met".
func auxiliary(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	a := int(t.Head)
	if t.Dep != "nsubj" && t.Dep != "nsubjpass" || doc.Tokens[a].Dep != "aux" && doc.Tokens[a].Dep != "auxpass" {
		return
	}
	v := int(doc.Tokens[a].Head)
	if v < a {
		return
	}
	if self := child(doc, kids, v, "nsubj"); self > a && strings.HasSuffix(doc.Word(self), "self") {
		doc.Tokens[self].Dep = "npadvmod"
	}
	if !subjectless(doc, kids, v) {
		return
	}
	subject(doc, kids, s, v)
	if h := s - 2; t.Tag == "WP" && doc.Tokens[v].Dep == "parataxis" && h >= 0 && doc.Word(s-1) == "," {
		for up := h; person(doc, up) < 0; up = int(doc.Tokens[up].Head) {
			if int(doc.Tokens[up].Head) >= up {
				return
			}
			h = int(doc.Tokens[up].Head)
		}
		for _, k := range slices.Clone(kids[v]) { // what stands in front is the main verb's
			if k < s {
				hang(doc, kids, k, int(doc.Tokens[v].Head), doc.Tokens[k].Dep)
			}
		}
		hang(doc, kids, v, h, "relcl")
	}
}

// interrupted gives a verb the subject before the words of who says so, where
// these stand behind their verb: "[Norway]", says its minister, "rejects it".
func interrupted(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	r := int(t.Head)
	says := &doc.Tokens[r]
	if r < s || t.Dep != "nsubj" && t.Dep != "dep" && t.Dep != "npadvmod" || !reporting[says.Lemma] && !murmuring[says.Lemma] || says.Tag != "VBD" && says.Tag != "VBZ" {
		return
	}
	if end := rightmost(kids, s); doc.Word(r-1) == "," && end < r-2 || doc.Word(r-1) != "," && (!quotes(doc, r-1) || r < 2 || doc.Word(r-2) != "," || end < r-3) {
		return
	}
	who := -1
	for _, k := range kids[r] {
		if d := doc.Tokens[k].Dep; k > r && leftmost(kids, k) == r+1 && (d == "dobj" || d == "nsubj" || d == "attr") {
			who = k
		}
	}
	if c := child(doc, kids, r, "ccomp"); who < 0 && c > r && int(says.Head) == r { // "Paz, said Ruiz, had been a friend"
		if k := child(doc, kids, c, "nsubj"); k > r && leftmost(kids, k) == r+1 && doc.Tokens[k].Pos == "PROPN" && doc.Word(rightmost(kids, k)) == "," {
			hang(doc, kids, k, r, "nsubj")
			hang(doc, kids, rightmost(kids, k), r, "punct")
			who = k
		}
	}
	if who < 0 {
		return
	}
	end := rightmost(kids, who) + 1
	if end >= len(doc.Tokens) || doc.Word(end) != "," {
		return
	}
	v := int(says.Head)
	if v == r { // "Chile, claims Peru, has attacked"
		v = child(doc, kids, r, "ccomp")
	}
	if v < end || !hasTense(doc, kids, v) || !subjectless(doc, kids, v) {
		return
	}
	if int(says.Head) == r {
		hang(doc, kids, v, v, "ROOT")
		hang(doc, kids, r, v, "parataxis")
	}
	says.Dep = "parataxis"
	doc.Tokens[who].Dep = "nsubj"
	subject(doc, kids, s, v)
}

// quotes tells whether token i is a quotation mark.
func quotes(doc *nlp.Doc, i int) bool {
	switch doc.Word(i) {
	case "\"", "“", "”", "'", "‘", "’", "''", "``":
		return true
	}
	return false
}

// nextClause makes the subject of the second of two clauses of what the parser
// joins to the end of the first: "met Paz and [Ruiz] visited Lima".
func nextClause(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	first := int(t.Head)
	late := t.Dep == "advcl" && v > 0 && doc.Word(v-1) == "," && child(doc, kids, v, "mark", "advmod") < 0 // "and the League, meeting in Lima, [threatened]"
	if t.Dep != "conj" && !late || first > v || doc.Tokens[first].Pos != "VERB" && doc.Tokens[first].Pos != "AUX" || !hasTense(doc, kids, v) || !subjectless(doc, kids, v) {
		return
	}
	end := edge(doc, kids, v)
	for n := end - 1; n > first; n-- {
		c := &doc.Tokens[n]
		second := c.Dep == "dobj" && int(c.Head) == first && child(doc, kids, first, "dobj") < n
		if late && int(c.Head) != first {
			continue
		}
		if c.Dep != "conj" && !second || c.Pos != "NOUN" && c.Pos != "PROPN" && c.Pos != "PRON" || int(c.Head) < first || inDate(doc, n) {
			continue
		}
		start := leftmost(kids, n)
		and := start - 1
		if !inside(doc, n, first) || doc.Tokens[and].Tag != "CC" || !reaches(doc, kids, n, end) {
			continue
		}
		if h := doc.Tokens[n].Head; doc.Word(int(doc.Tokens[h].Head)) == "between" || doc.Tokens[h].Dep == "conj" && int(h) != first {
			return
		}
		plural := strings.HasPrefix(c.Tag, "NNS") || c.Tag == "NNPS" || child(doc, kids, n, "conj") >= 0
		if t.Tag == "VBZ" && plural || t.Tag == "VBP" && !plural && c.Pos == "NOUN" {
			return
		}
		t.Dep = "conj"
		subject(doc, kids, n, v)
		hang(doc, kids, and, first, "cc")
		return
	}
}

// reaches tells whether the phrase of token n ends at token end, or in what
// stands between commas before it: "the League, meeting in Lima,".
func reaches(doc *nlp.Doc, kids [][]int, n, end int) bool {
	last := rightmost(kids, n)
	if last == end-1 {
		return true
	}
	if doc.Word(end-1) != "," || doc.Tokens[n].Pos == "PRON" {
		return false
	}
	if last == end-2 {
		return apposed(doc, kids, n)
	}
	comma := n + 1
	for comma < end-1 && doc.Word(comma) != "," {
		comma++
	}
	if comma+1 >= end-1 || doc.Tokens[comma+1].Tag != "VBG" && doc.Tokens[comma+1].Tag != "VBN" || int(doc.Tokens[n].Head) > n {
		return false
	}
	for k := comma + 1; k < end-1; k++ { // one participle, and no other verb
		if doc.Word(k) == "," || k > comma+1 && doc.Tokens[k].Pos == "VERB" {
			return false
		}
	}
	return true
}

// apposed tells whether what hangs below token n has an apposition between
// commas: "its neighbour, Chile,".
func apposed(doc *nlp.Doc, kids [][]int, n int) bool {
	for k := leftmost(kids, n); k <= rightmost(kids, n); k++ {
		if doc.Word(k) == "," {
			return true
		}
	}
	return false
}

// swallowed gives a verb the subject that the parser takes for a part of the
// phrase in front: "Accusing Chile of theft, [Peru's premier, Ana Ruiz,] left".
func swallowed(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != "ROOT" && t.Dep != "ccomp" || t.Tag == "VBN" && !hasTense(doc, kids, v) && child(doc, kids, v, "dobj", "ccomp") < 0 || t.Tag != "VBN" && !hasTense(doc, kids, v) {
		return
	}
	doing := child(doc, kids, v, "csubj")
	if doing >= 0 && doc.Tokens[doing].Tag != "VBG" || child(doc, kids, v, "nsubj", "nsubjpass", "expl", "csubjpass") >= 0 {
		return
	}
	end := edge(doc, kids, v)
	comma := end > 0 && doc.Word(end-1) == ","
	if comma {
		end--
	}
	for _, p := range kids[v] {
		if p >= end || doing >= 0 && p != doing {
			continue
		}
		switch doc.Tokens[p].Dep {
		case "prep", "advcl", "csubj":
		default:
			continue
		}
		s := lastPhrase(doc, kids, p, end, comma)
		if s < 0 {
			continue
		}
		subject(doc, kids, s, v)
		if p == doing {
			doc.Tokens[p].Dep = "advcl"
		}
		return
	}
}

// lastPhrase is the head of the noun phrase behind a comma below token p that
// ends before token end, with the name beside it where a comma follows; -1 for
// none.
func lastPhrase(doc *nlp.Doc, kids [][]int, p, end int, comma bool) int {
	last := -1
	for n := p + 1; n < end; n++ { // the outermost that ends there
		if phraseBehindComma(doc, kids, n, p) && (rightmost(kids, n) == end-1 || rightmost(kids, n) == end && comma) {
			last = n
			break
		}
	}
	if last < 0 {
		return -1
	}
	start := leftmost(kids, last)
	if !comma || doc.Tokens[last].Pos != "PROPN" || person(doc, last) < 0 {
		if doc.Tokens[last].Pos == "NOUN" && !definite(doc, start) {
			return -1
		}
		return last
	}
	// "the minister, [Ana Ruiz], said" belongs together
	for n := p + 1; n < start; n++ {
		if doc.Tokens[n].Pos == "NOUN" && phraseBehindComma(doc, kids, n, p) && inside(doc, last, int(doc.Tokens[n].Head)) && definite(doc, leftmost(kids, n)) && ownEnd(kids, n, start) == start-2 {
			hang(doc, kids, last, n, "appos")
			return n
		}
	}
	return -1
}

// phraseBehindComma tells whether token n below token p heads a phrase that
// begins behind a comma and is set beside something, or a second object.
func phraseBehindComma(doc *nlp.Doc, kids [][]int, n, p int) bool {
	t := &doc.Tokens[n]
	if t.Dep != "appos" && t.Dep != "dobj" || t.Pos != "NOUN" && t.Pos != "PROPN" || !inside(doc, n, p) {
		return false
	}
	first := leftmost(kids, n)
	if first == 0 || doc.Word(first-1) != "," {
		return false
	}
	return t.Dep == "appos" || child(doc, kids, int(t.Head), "dobj") < n
}

// ownEnd is the last token below token n that stands before token end.
func ownEnd(kids [][]int, n, end int) int {
	last := n
	for _, k := range kids[n] {
		if k > last && k < end {
			last = max(last, ownEnd(kids, k, end))
		}
	}
	return last
}

// determined tells whether a phrase that begins at token i has an article or an
// owner.
func definite(doc *nlp.Doc, i int) bool {
	t := &doc.Tokens[i]
	if t.Pos == "DET" || t.Tag == "PRP$" {
		return true
	}
	for k := i; k < len(doc.Tokens) && k < i+5; k++ {
		switch {
		case doc.Tokens[k].Tag == "POS":
			return true
		case doc.Tokens[k].Pos != "PROPN" && doc.Tokens[k].Pos != "ADJ" && doc.Tokens[k].Pos != "NOUN":
			return false
		}
	}
	return false
}

// alongWith joins to a subject who does the same: "Peru, along with [Chile],
// left".
func alongWith(doc *nlp.Doc, kids [][]int, p int) {
	t := &doc.Tokens[p]
	if t.Dep != "prep" || doc.Word(p) != "with" || p < 2 || doc.Word(p-2) != "," {
		return
	}
	if w := doc.Word(p - 1); w != "along" && w != "together" {
		return
	}
	o := child(doc, kids, p, "pobj")
	if o < 0 || doc.Tokens[o].Pos != "PROPN" {
		return
	}
	end := rightmost(kids, o) + 1
	if end < len(doc.Tokens) && doc.Word(end-1) == "," {
		end--
	}
	if end+1 >= len(doc.Tokens) || doc.Word(end) != "," {
		return
	}
	for s := p - 3; s >= 0 && s > p-14; s-- {
		c := &doc.Tokens[s]
		if c.Dep != "nsubj" && c.Dep != "nsubjpass" {
			continue
		}
		if v := int(c.Head); v > end && leftmost(kids, s) <= p-3 && ownEnd(kids, s, p-2) >= p-3 {
			hang(doc, kids, o, s, "conj")
		}
		return
	}
}

// notUntil lets "not" in front belong to what stands behind it, not to the verb:
// "[Not] until Monday did Peru agree".
func notUntil(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	v := int(t.Head)
	if t.Dep != "neg" || v <= i+1 || !strings.EqualFold(doc.Word(i), "not") {
		return
	}
	next := i + 1
	switch strings.ToLower(doc.Word(next)) {
	case "until", "since", "for", "only", "even":
	default:
		return
	}
	if inside(doc, v, next) || slices.ContainsFunc(kids[v], func(k int) bool { return k < i && doc.Tokens[k].Dep == "aux" }) {
		return
	}
	hang(doc, kids, i, next, "advmod")
}

// splitQuote gives a verb the object behind the words of who says so: "We
// welcome," he said, "[the offer]", "Peru proposed, he said, [a truce]".
func splitQuote(doc *nlp.Doc, kids [][]int, o int) {
	t := &doc.Tokens[o]
	r := int(t.Head)
	if t.Dep != "dobj" && t.Dep != "appos" || t.Pos != "NOUN" && t.Pos != "PROPN" || r > o || !reporting[doc.Tokens[r].Lemma] {
		return
	}
	first := leftmost(kids, o)
	if first < 2 || doc.Word(first-1) != "," && (!quotes(doc, first-1) || doc.Word(first-2) != ",") {
		return
	}
	s, c := child(doc, kids, r, "nsubj"), child(doc, kids, r, "ccomp")
	if c < 0 || c > r || s < c || s > o {
		return
	}
	v := min(leftmost(kids, s), r) - 1
	if v > 0 && quotes(doc, v) {
		v--
	}
	if v < 1 || doc.Word(v) != "," {
		return
	}
	if v--; doc.Tokens[v].Pos != "VERB" || !inside(doc, v, c) || child(doc, kids, v, "dobj", "ccomp", "xcomp", "nsubjpass") >= 0 {
		return
	}
	hang(doc, kids, o, v, "dobj")
}

// rootless makes the verb of a sentence of what the parser hangs on a noun in
// front: "Peru, which bought four, and Chile, whose king is ill, [joined] too".
func rootless(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != "acl" && t.Dep != "relcl" || t.Tag != "VBD" && t.Tag != "VBZ" && (t.Tag != "VBN" || child(doc, kids, v, "dobj") < v) || !subjectless(doc, kids, v) || edge(doc, kids, v) == 0 || doc.Word(edge(doc, kids, v)-1) != "," || child(doc, kids, v, "mark") >= 0 {
		return
	}
	root := v
	for int(doc.Tokens[root].Head) != root {
		root = int(doc.Tokens[root].Head)
	}
	if r := &doc.Tokens[root]; root > v || r.Pos != "PROPN" && r.Pos != "NOUN" || !doc.Tokens[leftmost(kids, root)].SentStart {
		return
	}
	for k := leftmost(kids, v); k < v; k++ { // "the king, who came, left"
		if tag := doc.Tokens[k].Tag; tag == "WDT" || tag == "WP" {
			return
		}
	}
	hang(doc, kids, v, v, "ROOT")
	subject(doc, kids, root, v)
}

// tensed joins a verb with a tense to the last that has one before it instead
// of to an infinitive: "urged both to talk and [offered] food".
func tensed(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	h := int(t.Head)
	if t.Dep != "conj" || t.Tag != "VBD" && t.Tag != "VBZ" || h > v || doc.Tokens[h].Pos != "VERB" || !subjectless(doc, kids, v) {
		return
	}
	switch tag := doc.Tokens[h].Tag; {
	case tag == "VBG" && child(doc, kids, h, "aux") < 0:
	case tag == "VB" && slices.ContainsFunc(kids[h], func(k int) bool { return doc.Tokens[k].Tag == "TO" && doc.Tokens[k].Dep == "aux" }):
	default:
		return
	}
	for up := h; int(doc.Tokens[up].Head) != up; {
		up = int(doc.Tokens[up].Head)
		if up > v {
			return
		}
		if doc.Tokens[up].Pos == "VERB" && hasTense(doc, kids, up) && !subjectless(doc, kids, up) {
			if doc.Tokens[up].Tag == t.Tag {
				hang(doc, kids, v, up, "conj")
			}
			return
		}
	}
}
