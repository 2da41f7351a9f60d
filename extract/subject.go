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
	if t.Dep != depNounClause || t.Tag != tagParticiple || doubly[t.Lemma] || v == 0 || doc.Word(v-1) != "," || child(doc, kids, v, depObject) < v || child(doc, kids, v, "agent") >= 0 || !subjectless(doc, kids, v) {
		return
	}
	r := &doc.Tokens[root]
	first := edge(doc, kids, root)
	if doc.Tokens[n].Dep != depSubject || root < v || r.Dep != depRoot || r.Tag != tagPast || first == 0 || doc.Tokens[first-1].Tag != "CC" {
		return
	}
	hang(doc, kids, v, v, depRoot)
	t.Tag = tagPast
	for _, k := range slices.Clone(kids[root]) {
		if k < v {
			hang(doc, kids, k, v, doc.Tokens[k].Dep)
		}
	}
	hang(doc, kids, root, v, depConjunct)
}

// dangling joins to the verb before "and" the verb behind it, where the parser
// makes of all that stands in front what the second says: "she met Paz and,
// diplomats said, [left]".
func dangling(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != depRoot || t.Tag != tagPast && t.Tag != tagThird || reporting[t.Lemma] || murmuring[t.Lemma] || hearing[t.Lemma] || !subjectless(doc, kids, v) {
		return
	}
	c := child(doc, kids, v, depClause)
	if c < 0 || c > v || doc.Tokens[c].Tag != t.Tag || child(doc, kids, c, depSubject, depPassiveSubject) < 0 || child(doc, kids, c, depMark) >= 0 {
		return
	}
	for k := c + 1; k < v; k++ {
		if doc.Tokens[k].Tag != "CC" || doc.Word(k+1) != "," || quotes(doc, k+2) {
			continue
		}
		h := int(doc.Tokens[k].Head)
		if !inside(doc, h, c) && h != v || slices.ContainsFunc(kids[h], func(j int) bool { return j > k && j < v && doc.Tokens[j].Dep == depConjunct }) {
			continue
		}
		hang(doc, kids, c, c, depRoot)
		hang(doc, kids, v, c, depConjunct)
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
	if doc.Tokens[n].Dep != depApposition || h > w || v < n || doc.Tokens[h].Dep != depSubject || !hasTense(doc, kids, v) {
		return
	}
	conceded(doc, kids, v)
	for _, k := range kids[v] {
		if k < v || doc.Tokens[k].Dep != depConjunct || !hasTense(doc, kids, k) || !subjectless(doc, kids, k) || doc.Word(edge(doc, kids, k)-1) != "," {
			continue
		}
		if up := int(doc.Tokens[v].Head); up == v {
			hang(doc, kids, k, k, depRoot)
		} else {
			hang(doc, kids, k, up, doc.Tokens[v].Dep)
		}
		for _, c := range slices.Clone(kids[v]) { // "although" is of the second
			if c < h {
				hang(doc, kids, c, k, doc.Tokens[c].Dep)
			}
		}
		subject(doc, kids, h, k)
		hang(doc, kids, v, h, depRelative)
		subject(doc, kids, n, v)
		return
	}
}

// conceded joins to verb v, which the parser hangs on the verb in front, the verb that
// it joins to that one instead: "although Rome, whose envoy [came], praised it".
func conceded(doc *nlp.Doc, kids [][]int, v int) {
	up := int(doc.Tokens[v].Head)
	if up >= v || doc.Tokens[v].Dep != depAdverbial {
		return
	}
	for _, k := range kids[up] {
		if k > v && doc.Tokens[k].Dep == depConjunct && hasTense(doc, kids, k) && subjectless(doc, kids, k) && doc.Word(edge(doc, kids, k)-1) == "," && child(doc, kids, up, "cc") < 0 {
			hang(doc, kids, k, v, depConjunct)
			return
		}
	}
}

// whereMet hangs on the verb the place and the time that the parser hangs on
// the name in front: "was briefed by Ruiz [in Lima]".
func whereMet(doc *nlp.Doc, kids [][]int, p int) {
	t := &doc.Tokens[p]
	n := int(t.Head)
	if t.Dep != depPrep || n > p || !fullName(doc, kids, n) || person(doc, n) < 0 {
		return
	}
	switch doc.Word(p) {
	case "in", "at", "on", "during", "after", "before":
	default:
		return
	}
	v := int(doc.Tokens[n].Head)
	switch doc.Tokens[n].Dep {
	case depObject:
	case depPrepObject:
		if w := doc.Word(v); w != "with" && w != "by" {
			return
		}
		v = int(doc.Tokens[v].Head)
	default:
		return
	}
	if doc.Tokens[v].Pos == posVerb && v < n {
		hang(doc, kids, p, v, depPrep)
	}
}

// dashed sets beside an object what stands behind it between dashes: "sent
// home 60 - [12] of them".
func dashed(doc *nlp.Doc, kids [][]int, o int) {
	t := &doc.Tokens[o]
	first := leftmost(kids, o)
	if t.Dep != depObject || first == 0 || t.Pos == posVerb || rightmost(kids, o) == o {
		return
	}
	switch doc.Word(first - 1) {
	case "-", "–", "—", "--":
	default:
		return
	}
	if a := child(doc, kids, int(t.Head), depObject); a < first-1 && a > int(t.Head) && rightmost(kids, a) < first && doc.Tokens[first-2].Space {
		hang(doc, kids, o, a, depApposition)
	}
}

// giving verbs are followed by who is given something.
var giving = set("give offer promise pledge send hand grant lend sell guarantee")

// given makes of a state that the parser takes for a part of the gift who is
// given it: "offered [Peru] food".
func given(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	n := int(t.Head)
	if t.Dep != depCompound || t.Pos != posName || n < i || doc.Tokens[n].Dep != depObject || doc.Tokens[n].Pos != posNoun || leftmost(kids, n) != leftmost(kids, i) {
		return
	}
	v := int(doc.Tokens[n].Head)
	if !giving[doc.Tokens[v].Lemma] || v != leftmost(kids, i)-1 || child(doc, kids, v, "dative") >= 0 {
		return
	}
	if !slices.ContainsFunc(doc.Ents, func(e nlp.Ent) bool {
		return e.First <= i && e.End == i+1 && (e.Label == labelPlace || e.Label == labelPerson || e.Label == "NORP")
	}) {
		return
	}
	hang(doc, kids, i, v, "dative")
}

// hasTense tells whether token v heads a clause that has a tense: a finite verb,
// or another form with an auxiliary.
func hasTense(doc *nlp.Doc, kids [][]int, v int) bool {
	t := &doc.Tokens[v]
	if t.Pos != posVerb && t.Pos != posAux {
		return false
	}
	switch t.Tag {
	case tagPast, tagThird, tagPresent:
		return true
	}
	return slices.ContainsFunc(kids[v], func(k int) bool {
		c := &doc.Tokens[k]
		return k < v && (c.Dep == depAux || c.Dep == depPassiveAux) && c.Tag != "TO" && c.Tag != tagGerund && c.Tag != tagParticiple && c.Tag != "VB"
	})
}

// subjectless tells whether nothing below verb v is its subject.
func subjectless(doc *nlp.Doc, kids [][]int, v int) bool {
	return child(doc, kids, v, depSubject, depPassiveSubject, "expl", depClauseSubject, "csubjpass") < 0
}

// edge is the first token of verb v with its auxiliaries and what stands among
// them.
func edge(doc *nlp.Doc, kids [][]int, v int) int {
	first := v
	for _, k := range slices.Backward(kids[v]) {
		if k >= v {
			continue
		}
		switch doc.Tokens[k].Dep {
		case depAux, depPassiveAux, depNot, "advmod", "prt":
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
	dep := depSubject
	if child(doc, kids, v, depPassiveAux) >= 0 {
		dep = depPassiveSubject
	}
	hang(doc, kids, s, v, dep)
}

// auxiliary hangs on the verb the subject that the parser hangs on its
// auxiliary: "[Egypt] will, he said, support", "[who] had himself met".
func auxiliary(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	a := int(t.Head)
	if t.Dep != depSubject && t.Dep != depPassiveSubject || doc.Tokens[a].Dep != depAux && doc.Tokens[a].Dep != depPassiveAux {
		return
	}
	v := int(doc.Tokens[a].Head)
	if v < a {
		return
	}
	if self := child(doc, kids, v, depSubject); self > a && strings.HasSuffix(doc.Word(self), "self") {
		doc.Tokens[self].Dep = depNounAdverb
	}
	if !subjectless(doc, kids, v) {
		return
	}
	subject(doc, kids, s, v)
	if h := s - 2; t.Tag == "WP" && doc.Tokens[v].Dep == depParenthesis && h >= 0 && doc.Word(s-1) == "," {
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
		hang(doc, kids, v, h, depRelative)
	}
}

// interrupted gives a verb the subject before the words of who says so, where
// these stand behind their verb: "[Norway]", says its minister, "rejects it".
func interrupted(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	r := int(t.Head)
	says := &doc.Tokens[r]
	if r < s || t.Dep != depSubject && t.Dep != depOther && t.Dep != depNounAdverb || !reporting[says.Lemma] && !murmuring[says.Lemma] || says.Tag != tagPast && says.Tag != tagThird {
		return
	}
	if end := rightmost(kids, s); doc.Word(r-1) == "," && end < r-2 || doc.Word(r-1) != "," && (!quotes(doc, r-1) || r < 2 || doc.Word(r-2) != "," || end < r-3) {
		return
	}
	who := speaker(doc, kids, r)
	if who < 0 {
		return
	}
	end := rightmost(kids, who) + 1
	if end >= len(doc.Tokens) || doc.Word(end) != "," {
		return
	}
	v := int(says.Head)
	if v == r { // "Chile, claims Peru, has attacked"
		v = child(doc, kids, r, depClause)
	}
	if v < end || !hasTense(doc, kids, v) || !subjectless(doc, kids, v) {
		return
	}
	if int(says.Head) == r {
		hang(doc, kids, v, v, depRoot)
		hang(doc, kids, r, v, depParenthesis)
	}
	says.Dep = depParenthesis
	doc.Tokens[who].Dep = depSubject
	subject(doc, kids, s, v)
}

// speaker is who stands right behind verb r of saying and says it, -1 for none. Where
// the parser takes them for the subject of what is said, they go to r, so that this
// is free for its own: "Paz, said [Ruiz], had been a friend".
func speaker(doc *nlp.Doc, kids [][]int, r int) int {
	who := -1
	for _, k := range kids[r] {
		if d := doc.Tokens[k].Dep; k > r && leftmost(kids, k) == r+1 && (d == depObject || d == depSubject || d == "attr") {
			who = k
		}
	}
	c := child(doc, kids, r, depClause)
	if who >= 0 || c <= r || int(doc.Tokens[r].Head) != r {
		return who
	}
	k := child(doc, kids, c, depSubject)
	if k <= r || leftmost(kids, k) != r+1 || doc.Tokens[k].Pos != posName || doc.Word(rightmost(kids, k)) != "," {
		return -1
	}
	hang(doc, kids, k, r, depSubject)
	hang(doc, kids, rightmost(kids, k), r, "punct")
	return k
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
	late := t.Dep == depAdverbial && v > 0 && doc.Word(v-1) == "," && child(doc, kids, v, depMark, "advmod") < 0 // "and the League, meeting in Lima, [threatened]"
	if t.Dep != depConjunct && !late || first > v || doc.Tokens[first].Pos != posVerb && doc.Tokens[first].Pos != posAux || !hasTense(doc, kids, v) || !subjectless(doc, kids, v) {
		return
	}
	end := edge(doc, kids, v)
	for n := end - 1; n > first; n-- {
		if !joined(doc, kids, n, first, end, late) {
			continue
		}
		if h := doc.Tokens[n].Head; doc.Word(int(doc.Tokens[h].Head)) == "between" || doc.Tokens[h].Dep == depConjunct && int(h) != first {
			return
		}
		if !agrees(doc, kids, n, t.Tag) {
			return
		}
		t.Dep = depConjunct
		and := leftmost(kids, n) - 1
		subject(doc, kids, n, v)
		hang(doc, kids, and, first, "cc")
		return
	}
}

// joined tells whether "and" joins the phrase of token n to the end of the clause of
// verb first, and it reaches to token end, where the next verb begins; a late one
// hangs on the first verb itself.
func joined(doc *nlp.Doc, kids [][]int, n, first, end int, late bool) bool {
	c := &doc.Tokens[n]
	if late && int(c.Head) != first {
		return false
	}
	second := c.Dep == depObject && int(c.Head) == first && child(doc, kids, first, depObject) < n
	if c.Dep != depConjunct && !second || c.Pos != posNoun && c.Pos != posName && c.Pos != posPronoun || int(c.Head) < first || inDate(doc, n) {
		return false
	}
	return inside(doc, n, first) && doc.Tokens[leftmost(kids, n)-1].Tag == "CC" && reaches(doc, kids, n, end)
}

// agrees tells whether a verb with such a tag may have token n as its subject: what is
// several does not go with "visits", nor one thing with "visit".
func agrees(doc *nlp.Doc, kids [][]int, n int, tag string) bool {
	c := &doc.Tokens[n]
	plural := strings.HasPrefix(c.Tag, tagPlural) || c.Tag == "NNPS" || child(doc, kids, n, depConjunct) >= 0
	return (tag != tagThird || !plural) && (tag != tagPresent || plural || c.Pos != posNoun)
}

// reaches tells whether the phrase of token n ends at token end, or in what
// stands between commas before it: "the League, meeting in Lima,".
func reaches(doc *nlp.Doc, kids [][]int, n, end int) bool {
	last := rightmost(kids, n)
	if last == end-1 {
		return true
	}
	if doc.Word(end-1) != "," || doc.Tokens[n].Pos == posPronoun {
		return false
	}
	if last == end-2 {
		return apposed(doc, kids, n)
	}
	comma := n + 1
	for comma < end-1 && doc.Word(comma) != "," {
		comma++
	}
	if comma+1 >= end-1 || doc.Tokens[comma+1].Tag != tagGerund && doc.Tokens[comma+1].Tag != tagParticiple || int(doc.Tokens[n].Head) > n {
		return false
	}
	for k := comma + 1; k < end-1; k++ { // one participle, and no other verb
		if doc.Word(k) == "," || k > comma+1 && doc.Tokens[k].Pos == posVerb {
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
	if !statement(doc, kids, v) {
		return
	}
	doing := child(doc, kids, v, depClauseSubject)
	if doing >= 0 && doc.Tokens[doing].Tag != tagGerund || child(doc, kids, v, depSubject, depPassiveSubject, "expl", "csubjpass") >= 0 {
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
		case depPrep, depAdverbial, depClauseSubject:
		default:
			continue
		}
		s := lastPhrase(doc, kids, p, end, comma)
		if s < 0 {
			continue
		}
		subject(doc, kids, s, v)
		if p == doing {
			doc.Tokens[p].Dep = depAdverbial
		}
		return
	}
}

// statement tells whether verb v heads a sentence or what is said in one, and has a
// tense, or an object that tells it from a passive participle.
func statement(doc *nlp.Doc, kids [][]int, v int) bool {
	t := &doc.Tokens[v]
	if t.Dep != depRoot && t.Dep != depClause {
		return false
	}
	return hasTense(doc, kids, v) || t.Tag == tagParticiple && child(doc, kids, v, depObject, depClause) >= 0
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
	if !comma || doc.Tokens[last].Pos != posName || person(doc, last) < 0 {
		if doc.Tokens[last].Pos == posNoun && !definite(doc, start) {
			return -1
		}
		return last
	}
	// "the minister, [Ana Ruiz], said" belongs together
	for n := p + 1; n < start; n++ {
		if doc.Tokens[n].Pos == posNoun && phraseBehindComma(doc, kids, n, p) && inside(doc, last, int(doc.Tokens[n].Head)) && definite(doc, leftmost(kids, n)) && ownEnd(kids, n, start) == start-2 {
			hang(doc, kids, last, n, depApposition)
			return n
		}
	}
	return -1
}

// phraseBehindComma tells whether token n below token p heads a phrase that
// begins behind a comma and is set beside something, or a second object.
func phraseBehindComma(doc *nlp.Doc, kids [][]int, n, p int) bool {
	t := &doc.Tokens[n]
	if t.Dep != depApposition && t.Dep != depObject || t.Pos != posNoun && t.Pos != posName || !inside(doc, n, p) {
		return false
	}
	first := leftmost(kids, n)
	if first == 0 || doc.Word(first-1) != "," {
		return false
	}
	return t.Dep == depApposition || child(doc, kids, int(t.Head), depObject) < n
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
	if t.Pos == posArticle || t.Tag == "PRP$" {
		return true
	}
	for k := i; k < len(doc.Tokens) && k < i+5; k++ {
		switch {
		case doc.Tokens[k].Tag == "POS":
			return true
		case doc.Tokens[k].Pos != posName && doc.Tokens[k].Pos != posAdjective && doc.Tokens[k].Pos != posNoun:
			return false
		}
	}
	return false
}

// alongWith joins to a subject who does the same: "Peru, along with [Chile],
// left".
func alongWith(doc *nlp.Doc, kids [][]int, p int) {
	t := &doc.Tokens[p]
	if t.Dep != depPrep || doc.Word(p) != "with" || p < 2 || doc.Word(p-2) != "," {
		return
	}
	if w := doc.Word(p - 1); w != "along" && w != "together" {
		return
	}
	o := child(doc, kids, p, depPrepObject)
	if o < 0 || doc.Tokens[o].Pos != posName {
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
		if c.Dep != depSubject && c.Dep != depPassiveSubject {
			continue
		}
		if v := int(c.Head); v > end && leftmost(kids, s) <= p-3 && ownEnd(kids, s, p-2) >= p-3 {
			hang(doc, kids, o, s, depConjunct)
		}
		return
	}
}

// notUntil lets "not" in front belong to what stands behind it, not to the verb:
// "[Not] until Monday did Peru agree".
func notUntil(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	v := int(t.Head)
	if t.Dep != depNot || v <= i+1 || !strings.EqualFold(doc.Word(i), "not") {
		return
	}
	next := i + 1
	switch strings.ToLower(doc.Word(next)) {
	case "until", "since", "for", "only", "even":
	default:
		return
	}
	if inside(doc, v, next) || slices.ContainsFunc(kids[v], func(k int) bool { return k < i && doc.Tokens[k].Dep == depAux }) {
		return
	}
	hang(doc, kids, i, next, "advmod")
}

// splitQuote gives a verb the object behind the words of who says so: "We
// welcome," he said, "[the offer]", "Peru proposed, he said, [a truce]".
func splitQuote(doc *nlp.Doc, kids [][]int, o int) {
	t := &doc.Tokens[o]
	r := int(t.Head)
	if t.Dep != depObject && t.Dep != depApposition || t.Pos != posNoun && t.Pos != posName || r > o || !reporting[doc.Tokens[r].Lemma] {
		return
	}
	first := leftmost(kids, o)
	if first < 2 || doc.Word(first-1) != "," && (!quotes(doc, first-1) || doc.Word(first-2) != ",") {
		return
	}
	s, c := child(doc, kids, r, depSubject), child(doc, kids, r, depClause)
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
	if v--; doc.Tokens[v].Pos != posVerb || !inside(doc, v, c) || child(doc, kids, v, depObject, depClause, depInfinitive, depPassiveSubject) >= 0 {
		return
	}
	hang(doc, kids, o, v, depObject)
}

// rootless makes the verb of a sentence of what the parser hangs on a noun in
// front: "Peru, which bought four, and Chile, whose king is ill, [joined] too".
func rootless(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != depNounClause && t.Dep != depRelative || t.Tag != tagPast && t.Tag != tagThird && (t.Tag != tagParticiple || child(doc, kids, v, depObject) < v) || !subjectless(doc, kids, v) || edge(doc, kids, v) == 0 || doc.Word(edge(doc, kids, v)-1) != "," || child(doc, kids, v, depMark) >= 0 {
		return
	}
	root := v
	for int(doc.Tokens[root].Head) != root {
		root = int(doc.Tokens[root].Head)
	}
	if r := &doc.Tokens[root]; root > v || r.Pos != posName && r.Pos != posNoun || !doc.Tokens[leftmost(kids, root)].SentStart {
		return
	}
	for k := leftmost(kids, v); k < v; k++ { // "the king, who came, left"
		if tag := doc.Tokens[k].Tag; tag == tagWhich || tag == "WP" {
			return
		}
	}
	hang(doc, kids, v, v, depRoot)
	subject(doc, kids, root, v)
}

// tensed joins a verb with a tense to the last that has one before it instead
// of to an infinitive: "urged both to talk and [offered] food".
func tensed(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	h := int(t.Head)
	if t.Dep != depConjunct || t.Tag != tagPast && t.Tag != tagThird || h > v || doc.Tokens[h].Pos != posVerb || !subjectless(doc, kids, v) {
		return
	}
	switch tag := doc.Tokens[h].Tag; {
	case tag == tagGerund && child(doc, kids, h, depAux) < 0:
	case tag == "VB" && slices.ContainsFunc(kids[h], func(k int) bool { return doc.Tokens[k].Tag == "TO" && doc.Tokens[k].Dep == depAux }):
	default:
		return
	}
	for up := h; int(doc.Tokens[up].Head) != up; {
		up = int(doc.Tokens[up].Head)
		if up > v {
			return
		}
		if doc.Tokens[up].Pos == posVerb && hasTense(doc, kids, up) && !subjectless(doc, kids, up) {
			if doc.Tokens[up].Tag == t.Tag {
				hang(doc, kids, v, up, depConjunct)
			}
			return
		}
	}
}
