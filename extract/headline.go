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
		again := false
		for v := 1; v+1 < len(d.Tokens) && !again; v++ {
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
			for i := range n.Tokens {
				o := &d.Tokens[i]
				n.Tokens[i].Start, n.Tokens[i].End, n.Tokens[i].Norm = o.Start, o.End, o.Norm
				if words[i] != line[o.Start:o.End] {
					n.Tokens[i].Lemma = o.Lemma
				}
			}
			n.Text = line
			d, again = n, true
		}
		if !again {
			break
		}
	}
	return d
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
	t, before, next := &d.Tokens[v], &d.Tokens[v-1], &d.Tokens[v+1]
	if r, _ := utf8.DecodeRuneInString(d.Word(v)); !unicode.IsLower(r) || !x.events.Verb(t.Lemma) {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(d.Word(v - 1)); before.Pos != "PROPN" && (before.Pos != "NOUN" || !unicode.IsUpper(r)) {
		return ""
	}
	several := namesBefore(d, v)
	if t.Tag != "NNS" && (t.Tag != "VBZ" || t.Dep != "compound") && (t.Tag != "NN" || before.Tag != "NNS" && before.Tag != "NNPS") && (!several || t.Pos == "VERB" && t.Dep == "ROOT") {
		return ""
	}
	switch next.Pos {
	case "PROPN":
		if inDate(d, v+1) {
			return ""
		}
	case "DET", "NOUN", "ADJ", "NUM", "SYM", "PRON":
		if deeds[t.Lemma] && next.Pos != "DET" || t.Tag == "NN" && !several {
			return ""
		}
	default:
		return ""
	}
	switch {
	case clause(d, v) && t.Tag != "VBZ":
		return ""
	case t.Tag == "NNS" || t.Tag == "VBZ":
		return "rejects"
	}
	return "reject"
}

// namesBefore tells whether all that stands before token v is a list of names:
// "Novak, Wilk".
func namesBefore(d *nlp.Doc, v int) bool {
	joined := false
	for i := range v {
		switch {
		case d.Word(i) == "," || d.Word(i) == "and":
			joined = true
		case d.Tokens[i].Pos != "PROPN":
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
		if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
			continue
		}
		v := &d.Tokens[t.Head]
		if v.Pos != "VERB" && v.Pos != "AUX" || v.Dep == "relcl" {
			continue
		}
		if v.Tag != "VBZ" || t.Tag != "NNS" {
			return true
		}
	}
	return false
}

// reads tells whether token v is a verb at the top of a line, with a subject in
// front.
func reads(d *nlp.Doc, v int) bool {
	t := &d.Tokens[v]
	if t.Pos != "VERB" || t.Dep != "ROOT" && t.Dep != "ccomp" && t.Dep != "parataxis" {
		return false
	}
	return slices.ContainsFunc(d.Tokens[:v], func(s nlp.Token) bool { return int(s.Head) == v && (s.Dep == "nsubj" || s.Dep == "compound") })
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
	if o := n - 1; t.Dep == "dep" && t.Tag == "NN" && o == v+1 && doc.Tokens[o].Dep == "dobj" && doc.Tokens[o].Pos == "PROPN" && unstopped(doc, n) { // "vetoes Peru bid"
		hang(doc, kids, o, n, "compound")
		t.Dep = "dobj"
		return
	}
	if t.Dep != "ccomp" || t.Tag != "NNS" && t.Tag != "NN" || n < v || !hasTense(doc, kids, v) || !subjectless(doc, kids, n) || child(doc, kids, v, "dobj") >= 0 ||
		child(doc, kids, n, "mark", "aux", "cop", "dobj") >= 0 || leftmost(kids, n) != v+1 || doc.Tokens[v+1].Pos != "PROPN" && doc.Tokens[v+1].Pos != "NOUN" {
		return
	}
	t.Dep = "dobj"
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
	if t.Dep != "ROOT" || t.Tag != "VBZ" && t.Tag != "VBP" || v == 0 || doc.Word(v-1) != "," || reporting[t.Lemma] && t.Lemma != "warn" || murmuring[t.Lemma] || !unstopped(doc, v) {
		return
	}
	c := child(doc, kids, v, "ccomp", "advcl", "parataxis")
	s := child(doc, kids, v, "nsubj", "nsubjpass")
	if c < 0 || c > v || doc.Tokens[c].Tag != t.Tag || s >= 0 && s < v || child(doc, kids, c, "nsubj") < 0 || child(doc, kids, c, "mark") >= 0 {
		return
	}
	if s > v {
		if child(doc, kids, v, "dobj") >= 0 {
			return
		}
		doc.Tokens[s].Dep = "dobj"
	}
	hang(doc, kids, c, c, "ROOT")
	hang(doc, kids, v, c, "conj")
}

// twoNames joins the two before the verb of a headline who do it together:
// "[Norway], Iran sign accord".
func twoNames(doc *nlp.Doc, kids [][]int, b int) {
	t := &doc.Tokens[b]
	v := int(t.Head)
	if t.Dep != "nsubj" || t.Pos != "PROPN" || v < b || b < 2 || !unstopped(doc, b) {
		return
	}
	first := leftmost(kids, b)
	if first < 2 || doc.Word(first-1) != "," {
		return
	}
	for _, a := range kids[v] {
		d := doc.Tokens[a].Dep
		if a >= first || d != "npadvmod" && d != "dep" && d != "nsubj" || doc.Tokens[a].Pos != "PROPN" || rightmost(kids, a) != first-2 && rightmost(kids, a) != first-1 || !doc.Tokens[leftmost(kids, a)].SentStart {
			continue
		}
		if state(doc, a) != state(doc, b) || inDate(doc, a) {
			return
		}
		doc.Tokens[a].Dep = "nsubj"
		hang(doc, kids, b, a, "conj")
		if tag := &doc.Tokens[v]; tag.Tag == "VB" && child(doc, kids, v, "aux") < 0 {
			tag.Tag = "VBP"
		}
		return
	}
}
