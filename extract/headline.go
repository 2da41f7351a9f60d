package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"entente/extract/nlp"
)

// headline returns the annotations of a line without a full stop in which words
// that are nouns and verbs are read as verbs where the line has none: "Turkey
// [blocks] Swedish bid". The parser is asked once more, with a word in their place
// that is nothing but a verb; the line is told from that only if it then has a
// subject and that verb.
func (x *Extractor) headline(line string, d *nlp.Doc) *nlp.Doc {
	if !bare(d) {
		return d
	}
	words, space := make([]string, len(d.Tokens)), make([]bool, len(d.Tokens))
	for i := range d.Tokens {
		words[i], space[i] = d.Word(i), d.Tokens[i].Space
	}
	for range 2 {
		n := x.reread(line, d, words, space)
		if n == nil {
			break
		}
		d = n
	}
	return d
}

// reread returns the annotations of a line with the first word told to be a verb that
// turns out to be one, and leaves the verb in its place in words, so that the next
// reading keeps it; nil where there is none.
func (x *Extractor) reread(line string, d *nlp.Doc, words []string, space []bool) *nlp.Doc {
	for v := 1; v+1 < len(d.Tokens); v++ {
		stand := x.hidden(d, v)
		if stand == "" || words[v] == stand {
			continue
		}
		was := words[v]
		words[v] = stand
		n, err := x.language.AnnotateWords(words, space)
		if err != nil || !reads(n, v) {
			words[v] = was
			continue
		}
		restore(n, d, line, words)
		return n
	}
	return nil
}

// restore gives the annotations n of words the text of the line that d annotates:
// what was put in place of its words must not show.
func restore(n, d *nlp.Doc, line string, words []string) {
	for i := range n.Tokens {
		o := &d.Tokens[i]
		n.Tokens[i].Start, n.Tokens[i].End, n.Tokens[i].Norm = o.Start, o.End, o.Norm
		if words[i] != line[o.Start:o.End] {
			n.Tokens[i].Lemma = o.Lemma
		}
	}
	n.Text = line
}

// bare tells whether an annotated line is one sentence without a full stop.
func bare(d *nlp.Doc) bool {
	n := len(d.Tokens)
	if n < 3 || n > 20 {
		return false
	}
	if d.Word(n-1) == ";" {
		n--
	}
	r, _ := utf8.DecodeLastRuneInString(d.Word(n - 1))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// deeds are nouns of what is done, which stand before other nouns: "the Iran
// [sanctions] vote".
var deeds = set("talk sanction strike attack call visit demand protest move pledge offer accord deal attempt claim threat report vote fight march raid")

// hidden is the word to put in place of token v, which may be a verb that the
// tagger takes for a noun: "" for none.
func (x *Extractor) hidden(d *nlp.Doc, v int) string {
	t := &d.Tokens[v]
	if r, _ := utf8.DecodeRuneInString(d.Word(v)); !unicode.IsLower(r) || !x.events.Verb(t.Lemma) {
		return ""
	}
	several := namesBefore(d, v)
	switch {
	case !behindName(d, v, several) || !beforeObject(d, v, several):
		return ""
	case clause(d, v) && t.Tag != tagThird:
		return ""
	case t.Tag == tagPlural || t.Tag == tagThird:
		return "rejects"
	}
	return "reject"
}

// behindName tells whether token v stands right behind a name, with a tag that a verb
// there is mistaken for: only a name does what a headline tells.
func behindName(d *nlp.Doc, v int, several bool) bool {
	t, before := &d.Tokens[v], &d.Tokens[v-1]
	if r, _ := utf8.DecodeRuneInString(d.Word(v - 1)); before.Pos != posName && (before.Pos != posNoun || !unicode.IsUpper(r)) {
		return false
	}
	return t.Tag == tagPlural || t.Tag == tagThird && t.Dep == depCompound || t.Tag == "NN" && (before.Tag == tagPlural || before.Tag == "NNPS") || several && (t.Pos != posVerb || t.Dep != depRoot)
}

// beforeObject tells whether what stands behind token v may be its object, rather than
// the noun that token v says more of.
func beforeObject(d *nlp.Doc, v int, several bool) bool {
	t, next := &d.Tokens[v], &d.Tokens[v+1]
	switch next.Pos {
	case posName:
		return !inDate(d, v+1)
	case posArticle, posNoun, posAdjective, "NUM", "SYM", posPronoun:
		return (!deeds[t.Lemma] || next.Pos == posArticle) && (t.Tag != "NN" || several)
	}
	return false
}

// namesBefore tells whether all that stands before token v is a list of names:
// "Novak, Wilk".
func namesBefore(d *nlp.Doc, v int) bool {
	joined := false
	for i := range v {
		switch {
		case d.Word(i) == "," || d.Word(i) == wordAnd:
			joined = true
		case d.Tokens[i].Pos != posName:
			return false
		}
	}
	return joined
}

// clause tells whether a finite verb has a subject up to token v of a line that
// agrees with it.
func clause(d *nlp.Doc, v int) bool {
	for i := range v + 1 {
		t := &d.Tokens[i]
		if t.Dep != depSubject && t.Dep != depPassiveSubject {
			continue
		}
		v := &d.Tokens[t.Head]
		if v.Pos != posVerb && v.Pos != posAux || v.Dep == depRelative {
			continue
		}
		if v.Tag != tagThird || t.Tag != tagPlural {
			return true
		}
	}
	return false
}

// reads tells whether token v is a verb at the top of a line, with a subject in
// front.
func reads(d *nlp.Doc, v int) bool {
	t := &d.Tokens[v]
	if t.Pos != posVerb || t.Dep != depRoot && t.Dep != depClause && t.Dep != depParenthesis {
		return false
	}
	return slices.ContainsFunc(d.Tokens[:v], func(s nlp.Token) bool { return int(s.Head) == v && (s.Dep == depSubject || s.Dep == depCompound) })
}

// headlined mends what the parser makes of a headline's short clauses.
func headlined(doc *nlp.Doc, kids [][]int, v int) {
	nounClause(doc, kids, v)
	twoDeeds(doc, kids, v)
	twoNames(doc, kids, v)
}

// nounClause makes an object of a noun that the parser takes for a clause:
// "Peru strikes Chile [targets]".
func nounClause(doc *nlp.Doc, kids [][]int, n int) {
	t := &doc.Tokens[n]
	v := int(t.Head)
	if o := n - 1; t.Dep == depOther && t.Tag == "NN" && o == v+1 && doc.Tokens[o].Dep == depObject && doc.Tokens[o].Pos == posName && unstopped(doc, n) { // "vetoes Peru bid"
		hang(doc, kids, o, n, depCompound)
		t.Dep = depObject
		return
	}
	if t.Dep != depClause || t.Tag != tagPlural && t.Tag != "NN" || n < v || !hasTense(doc, kids, v) || !subjectless(doc, kids, n) || child(doc, kids, v, depObject) >= 0 ||
		child(doc, kids, n, depMark, depAux, "cop", depObject) >= 0 || leftmost(kids, n) != v+1 || doc.Tokens[v+1].Pos != posName && doc.Tokens[v+1].Pos != posNoun {
		return
	}
	t.Dep = depObject
}

// unstopped tells whether the sentence of token i ends without a mark, as a
// headline does.
func unstopped(doc *nlp.Doc, i int) bool {
	for i+1 < len(doc.Tokens) && !doc.Tokens[i+1].SentStart {
		i++
	}
	return doc.Tokens[i].Pos != "PUNCT" || doc.Word(i) == ";"
}

// twoDeeds joins two things that one subject does in a headline: "Peru accuses
// Chile of spying, [recalls] envoy".
func twoDeeds(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Dep != depRoot || t.Tag != tagThird && t.Tag != tagPresent || v == 0 || doc.Word(v-1) != "," || reporting[t.Lemma] && t.Lemma != "warn" || murmuring[t.Lemma] || !unstopped(doc, v) {
		return
	}
	c := child(doc, kids, v, depClause, depAdverbial, depParenthesis)
	s := child(doc, kids, v, depSubject, depPassiveSubject)
	if c < 0 || c > v || doc.Tokens[c].Tag != t.Tag || s >= 0 && s < v || child(doc, kids, c, depSubject) < 0 || child(doc, kids, c, depMark) >= 0 {
		return
	}
	if s > v {
		if child(doc, kids, v, depObject) >= 0 {
			return
		}
		doc.Tokens[s].Dep = depObject
	}
	hang(doc, kids, c, c, depRoot)
	hang(doc, kids, v, c, depConjunct)
}

// twoNames joins the two before the verb of a headline who do it together:
// "[Norway], Iran sign accord".
func twoNames(doc *nlp.Doc, kids [][]int, b int) {
	t := &doc.Tokens[b]
	v := int(t.Head)
	if t.Dep != depSubject || t.Pos != posName || v < b || b < 2 || !unstopped(doc, b) {
		return
	}
	first := leftmost(kids, b)
	if first < 2 || doc.Word(first-1) != "," {
		return
	}
	for _, a := range kids[v] {
		d := doc.Tokens[a].Dep
		if a >= first || d != depNounAdverb && d != depOther && d != depSubject || doc.Tokens[a].Pos != posName || rightmost(kids, a) != first-2 && rightmost(kids, a) != first-1 || !doc.Tokens[leftmost(kids, a)].SentStart {
			continue
		}
		if state(doc, a) != state(doc, b) || inDate(doc, a) {
			return
		}
		doc.Tokens[a].Dep = depSubject
		hang(doc, kids, b, a, depConjunct)
		if tag := &doc.Tokens[v]; tag.Tag == "VB" && child(doc, kids, v, depAux) < 0 {
			tag.Tag = tagPresent
		}
		return
	}
}
