package extract

import (
	"slices"
	"unicode"

	"entente/extract/nlp"
)

// Tags and labels of the language model.
const (
	posNoun, posName, posVerb                   = "NOUN", "PROPN", "VERB"
	tagPast, tagThird, tagPresent, tagGerund    = "VBD", "VBZ", "VBP", "VBG"
	depSubject, depPassiveSubject, depObject    = "nsubj", "nsubjpass", "dobj"
	depPrep, depPrepObject, depOwner            = "prep", "pobj", "poss"
	depClause, depInfinitive, depAdverbial      = "ccomp", "xcomp", "advcl"
	depRelative, depNounClause, depParenthesis  = "relcl", "acl", "parataxis"
	depAux, depPassiveAux, depMark, depConjunct = "aux", "auxpass", "mark", "conj"
	depPredicate, depCompound, depNounAdverb    = "oprd", "compound", "npadvmod"
	depOther, depRoot, depClauseSubject         = "dep", "ROOT", "csubj"
	depApposition, depNot, depAdjective         = "appos", "neg", "amod"
	posAux, posAdjective                        = "AUX", "ADJ"
	posArticle, posPronoun                      = "DET", "PRON"
	tagParticiple, tagPlural, tagWhich          = "VBN", "NNS", "WDT"
	labelPerson, labelPlace                     = "PERSON", "GPE"
)

// wordAnd joins the members of a list.
const wordAnd = "and"

// repair mends what the parser gets wrong by habit, where grammar leaves no
// doubt. Only heads and labels change, and the tag of a verb taken for a noun:
// tokens and names stay.
func repair(doc *nlp.Doc) {
	kids := children(doc)
	surnames := surnames(doc)
	for i := range doc.Tokens {
		mistaken(doc, kids, surnames, i)
		swallowedVerb(doc, kids, i)
		bareVerb(doc, i)
		opening(doc, kids, i)
		roundName(doc, kids, i)
		untensed(doc, kids, i)
		besideVerb(doc, kids, i)
		fronted(doc, kids, i)
		secondGift(doc, kids, i)
		participle(doc, i)
		receiver(doc, i)
		nextName(doc, kids, i)
		nextTitle(doc, kids, i)
		vehicle(doc, i)
		sharedOwner(doc, kids, i)
		outcome(doc, kids, i)
		whoseClause(doc, kids, i)
		finiteParticiple(doc, kids, i)
		placeAndName(doc, kids, i)
	}
	kids = children(doc)
	for i := range doc.Tokens {
		attach(doc, kids, i)
		lists(doc, kids, i)
	}
	for i := range doc.Tokens {
		subjects(doc, kids, i)
		headlined(doc, kids, i)
	}
}

// surnames are the words that end the names of people in the text, not at the
// beginning of a sentence, where any word has a capital.
func surnames(doc *nlp.Doc) map[string]bool {
	out := map[string]bool{}
	for _, e := range doc.Ents {
		if t := &doc.Tokens[e.End-1]; e.Label == "PERSON" && e.End-e.First > 1 && t.Pos == "PROPN" {
			out[doc.Word(e.End-1)] = true
		}
	}
	return out
}

// mistaken makes a name of a known surname that opens a sentence and that the tagger
// takes for an adverb or a verb, and the subject where the main verb has none: "[Novak],
// now home, has invited Ruiz".
func mistaken(doc *nlp.Doc, kids [][]int, surnames map[string]bool, i int) {
	t := &doc.Tokens[i]
	if t.Pos != "ADV" && t.Pos != "ADJ" && t.Pos != "VERB" && t.Pos != "NOUN" && t.Pos != "INTJ" && t.Pos != "ADP" && t.Pos != "SCONJ" || !surnames[doc.Word(i)] || i > 0 && doc.Tokens[int(t.Head)].Head == t.Head && t.Dep == "ROOT" {
		return
	}
	if first := i == 0 || doc.Tokens[i-1].Pos == "PUNCT" || doc.Tokens[i-1].Pos == "SPACE"; !first || len(kids[i]) > 0 {
		return
	}
	v := int(t.Head)
	if v <= i || doc.Tokens[v].Pos != "VERB" && doc.Tokens[v].Pos != "AUX" || t.Dep == "ROOT" {
		return
	}
	t.Tag, t.Pos = "NNP", "PROPN"
	if !slices.ContainsFunc(kids[v], func(k int) bool {
		d := doc.Tokens[k].Dep
		return d == "nsubj" || d == "nsubjpass" || d == "csubj" || d == "expl"
	}) {
		t.Dep = "nsubj"
	}
}

// whoseClause gives the clause behind "whose" its subject, which the parser takes for an
// apposition, and the main clause its own: "Ruiz, whose [minister], Paz, had urged
// her, said yes".
func whoseClause(doc *nlp.Doc, kids [][]int, i int) {
	m := &doc.Tokens[i]
	n := int(m.Head)
	if m.Dep != "appos" || n >= i || !slices.ContainsFunc(kids[i], func(k int) bool { return doc.Tokens[k].Tag == "WP$" }) {
		return
	}
	name := &doc.Tokens[n]
	v := int(name.Head)
	if name.Dep != "nsubj" || v < i || doc.Tokens[v].Pos != "VERB" && doc.Tokens[v].Pos != "AUX" {
		return
	}
	bare := func(w int) bool {
		return doc.Tokens[w].Pos == "VERB" && doc.Tokens[w].Tag != "VB" && !slices.ContainsFunc(kids[w], func(k int) bool {
			d := doc.Tokens[k].Dep
			return d == "nsubj" || d == "nsubjpass" || d == "expl" || d == "csubj" || d == "mark"
		})
	}
	clause := &doc.Tokens[v]
	main := -1
	switch up := int(clause.Head); {
	case clause.Dep == "ccomp" && up > v && bare(up):
		main = up
	case clause.Dep == "ROOT":
		for _, k := range kids[v] {
			if doc.Tokens[k].Dep == "ccomp" && k > v && bare(k) && slices.ContainsFunc(kids[v], func(c int) bool { return c > v && c < k && doc.Word(c) == "," }) {
				main = k
			}
		}
		if main >= 0 {
			doc.Tokens[main].Dep, doc.Tokens[main].Head = "ROOT", int32(main) //nolint:gosec // a token's index fits
		}
	}
	if main < 0 {
		return
	}
	name.Head = int32(main)                     //nolint:gosec // a token's index fits
	m.Dep, m.Head = "nsubj", int32(v)           //nolint:gosec // a token's index fits
	clause.Dep, clause.Head = "relcl", int32(n) //nolint:gosec // a token's index fits
}

// placeAndName parts a place that opens a sentence from the name of its subject, where
// no comma stands between: "In Lima [Leo Paz] promised".
func placeAndName(doc *nlp.Doc, kids [][]int, i int) {
	p := &doc.Tokens[i]
	if w := doc.Word(i); p.Dep != "prep" || w != "In" && w != "At" && w != "From" || i+2 >= len(doc.Tokens) {
		return
	}
	v := int(p.Head)
	if v < i || slices.ContainsFunc(kids[v], func(k int) bool {
		d := doc.Tokens[k].Dep
		return d == "nsubj" || d == "nsubjpass" || d == "expl" || d == "csubj"
	}) {
		return
	}
	place, end := entity(doc, i+1)
	if place != "GPE" && place != "LOC" || end >= len(doc.Tokens) {
		return
	}
	o := slices.IndexFunc(kids[i], func(k int) bool { return doc.Tokens[k].Dep == "pobj" })
	if o < 0 {
		return
	}
	o = kids[i][o]
	if who, last := entity(doc, o); (who != "PERSON" || last != o+1) && (who != "" || !slices.ContainsFunc(kids[o], func(k int) bool { return doc.Tokens[k].Dep == "relcl" })) || leftmost(kids, o) != i+1 || o < end {
		return
	}
	doc.Tokens[end-1].Dep, doc.Tokens[end-1].Head = "pobj", int32(i) //nolint:gosec // a token's index fits
	doc.Tokens[o].Dep, doc.Tokens[o].Head = "nsubj", int32(v)        //nolint:gosec // a token's index fits
	if s := "nsubjpass"; slices.ContainsFunc(kids[v], func(k int) bool { return doc.Tokens[k].Dep == "auxpass" }) {
		doc.Tokens[o].Dep = s
	}
}

// entity is the label of the entity that covers token i, and the token behind it; ""
// and -1 for none.
func entity(doc *nlp.Doc, i int) (label string, end int) {
	for _, e := range doc.Ents {
		if e.First <= i && i < e.End {
			return e.Label, e.End
		}
	}
	return "", -1
}

// finiteParticiple makes verbs of a row of what the parser hangs on a noun as if it
// were a participle: "denied that they were soldiers, [accused] Peru of lying and said",
// "the chief, Paz, [arrested] Ruiz, told the nation".
func finiteParticiple(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if t.Dep != "acl" || i == 0 || doc.Word(i-1) != "," || t.Tag != "VBD" && t.Tag != "VBN" || slices.ContainsFunc(kids[i], func(k int) bool {
		d := doc.Tokens[k].Dep
		return d == "agent" || d == "auxpass" || d == "mark"
	}) {
		return
	}
	n := int(t.Head)
	if up := int(doc.Tokens[n].Head); doc.Tokens[n].Dep == "nsubj" && doc.Tokens[up].Dep == "ROOT" && up > i && slices.ContainsFunc(kids[i], func(k int) bool {
		c := &doc.Tokens[k]
		return k == i+1 && c.Pos == "PROPN" && (c.Dep == "dobj" || c.Dep == "oprd")
	}) {
		doc.Tokens[i+1].Dep = "dobj"
		doc.Tokens[n].Head = int32(i)                              //nolint:gosec // a token's index fits
		t.Tag, t.Dep, t.Head = "VBD", "ROOT", int32(i)             //nolint:gosec // a token's index fits
		doc.Tokens[up].Dep, doc.Tokens[up].Head = "conj", int32(i) //nolint:gosec // a token's index fits
		return
	}
	if t.Tag != "VBD" {
		return
	}
	for at := n; int(doc.Tokens[at].Head) != at; {
		at = int(doc.Tokens[at].Head)
		if m := &doc.Tokens[at]; m.Dep == "ROOT" && m.Tag == "VBD" && at < n {
			t.Dep, t.Head = "conj", int32(at) //nolint:gosec // a token's index fits
		}
	}
}

// outcome makes a clause of its own of what came of a deed: "offered a home, only for
// [its president] to withdraw the offer", "flew to Oslo, only to be [sent] home". Its
// infinitive tells what happened, not what was meant.
func outcome(doc *nlp.Doc, kids [][]int, i int) {
	if i < 2 || doc.Word(i) != "only" || doc.Word(i-1) != "," || i+2 >= len(doc.Tokens) {
		return
	}
	next := doc.Word(i + 1)
	if next != "for" && next != "to" {
		return
	}
	for v := i + 2; v < len(doc.Tokens) && !doc.Tokens[v].SentStart; v++ {
		t := &doc.Tokens[v]
		if t.Tag != "VB" && t.Tag != "VBN" || t.Dep != "xcomp" && t.Dep != "advcl" && t.Dep != "acl" && t.Dep != "relcl" {
			continue
		}
		to := slices.IndexFunc(kids[v], func(k int) bool { return doc.Word(k) == "to" && doc.Tokens[k].Dep == "aux" })
		if to < 0 {
			return
		}
		doc.Tokens[kids[v][to]].Dep = "dep"
		if next != "to" {
			outcomeSubject(doc, kids, i+1, v)
		}
		return
	}
}

// outcomeSubject makes the subject of verb v of what hangs on the "for" before it:
// without that the clause would tell what somebody else did.
func outcomeSubject(doc *nlp.Doc, kids [][]int, preposition, v int) {
	for _, k := range kids[preposition] {
		if doc.Tokens[k].Dep == "pobj" && k < v {
			doc.Tokens[k].Dep, doc.Tokens[k].Head = "nsubj", int32(v) //nolint:gosec // a token's index fits
			doc.Tokens[v].Dep = "advcl"
		}
	}
}

// children are the dependents of each token, in text order.
func children(doc *nlp.Doc) [][]int {
	kids := make([][]int, len(doc.Tokens))
	for i := range doc.Tokens {
		if h := int(doc.Tokens[i].Head); h != i {
			kids[h] = append(kids[h], i)
		}
	}
	return kids
}

// untensed gives its tense to a verb that has a subject and no auxiliary, and is
// no participle: "Niger's president, speaking in Paris, [condemned] Chad".
func untensed(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Tag != "VBN" || t.Dep != "ROOT" && t.Dep != "conj" && t.Dep != "ccomp" {
		return
	}
	subject := false
	for _, k := range kids[v] {
		switch doc.Tokens[k].Dep {
		case "aux", "auxpass", "agent", "nsubjpass":
			return
		case "nsubj":
			subject = k < v
		}
	}
	if h := int(t.Head); subject && (h == v || doc.Tokens[h].Tag != "VBN") {
		t.Tag = "VBD"
	}
}

// besideVerb makes the subject and the object of a finite verb of the names that
// the parser sets before and beside it as if it were a noun: "[Novak] hosts
// [Ruiz]".
func besideVerb(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	plural := t.Tag == "NNS" && t.Dep == depRoot
	if t.Pos != posVerb && !plural || t.Tag != tagPast && t.Tag != tagThird && t.Tag != tagPresent && !plural {
		return
	}
	subject, object, before, after := besides(doc, kids, v)
	if plural && subject && object && before < 0 && slices.ContainsFunc(kids[v], func(k int) bool { return k == v+1 || doc.Tokens[k].Dep == depObject && leftmost(kids, k) == v+1 }) { // "[Oslo] thanks [Ruiz]"
		t.Tag, t.Pos = tagThird, posVerb
		return
	}
	if plural {
		if subject || before < 0 || after < 0 || !unicode.IsUpper(rune(doc.Word(before)[0])) || unicode.IsUpper(rune(doc.Word(v)[0])) {
			return
		}
		t.Tag, t.Pos = "VBZ", "VERB"
	}
	if !subject && before >= 0 {
		doc.Tokens[before].Dep = "nsubj"
		subject = true
	}
	if subject && !object && after >= 0 {
		doc.Tokens[after].Dep = "dobj"
	}
}

// besides tells whether verb v has a subject and an object, and which names stand
// right before and behind it as if it were a noun; -1 for none.
func besides(doc *nlp.Doc, kids [][]int, v int) (subject, object bool, before, after int) {
	before, after = -1, -1
	for _, k := range kids[v] {
		c := &doc.Tokens[k]
		switch c.Dep {
		case depSubject, depPassiveSubject, "expl", depClauseSubject:
			subject = true
		case depObject, depClause, depInfinitive, depPredicate, "dative", depPassiveAux, "attr", "acomp":
			object = true
		case depCompound, "nmod":
			if k == v-1 && (c.Pos == posName || c.Pos == posNoun) {
				before = k
			}
		case depApposition, depNounAdverb:
			if k > v && leftmost(kids, k) == v+1 && c.Pos == posName && !inDate(doc, k) {
				after = k
			}
		}
	}
	return subject, object, before, after
}

// swallowedVerb makes a verb of what the parser takes for a plural inside a name
// that is all the sentence: "Leo Paz [hosts] Ana Ruiz".
func swallowedVerb(doc *nlp.Doc, kids [][]int, root int) {
	t := &doc.Tokens[root]
	if t.Dep != depRoot || t.Pos != posName {
		return
	}
	v := slices.IndexFunc(kids[root], func(k int) bool {
		c := &doc.Tokens[k]
		return c.Tag == "NNS" && c.Dep == depCompound && k > 0 && k < root && doc.Tokens[k-1].Pos == posName && doc.Tokens[k+1].Pos == posName && unicode.IsLower(rune(doc.Word(k)[0]))
	})
	if v < 0 {
		return
	}
	v = kids[root][v]
	s := v - 1
	if at := doc.Tokens[s].Head; int(at) != root && int(at) != v {
		return
	}
	for _, k := range kids[root] {
		if k < s {
			doc.Tokens[k].Head = int32(s) //nolint:gosec // a token's index fits
		}
	}
	for _, k := range kids[v] {
		if k < s {
			doc.Tokens[k].Head = int32(s) //nolint:gosec // a token's index fits
		}
	}
	doc.Tokens[s].Head, doc.Tokens[s].Dep = int32(v), depSubject //nolint:gosec // a token's index fits
	verb := &doc.Tokens[v]
	verb.Head, verb.Dep, verb.Tag, verb.Pos = int32(v), depRoot, tagThird, posVerb //nolint:gosec // a token's index fits
	t.Head, t.Dep = int32(v), depObject                                            //nolint:gosec // a token's index fits
}

// inDate tells that token i is part of a date or an hour.
func inDate(doc *nlp.Doc, i int) bool {
	return slices.ContainsFunc(doc.Ents, func(e nlp.Ent) bool {
		return e.First <= i && i < e.End && (e.Label == "DATE" || e.Label == "TIME")
	})
}

// receiver hangs on the verb what the parser hangs on who is given it: "handed
// Ruiz [a letter]".
func receiver(doc *nlp.Doc, i int) {
	t := &doc.Tokens[i]
	if h := &doc.Tokens[t.Head]; t.Dep == depObject && h.Dep == "dative" && unicode.IsUpper(rune(doc.Word(int(t.Head))[0])) {
		t.Head = h.Head
	}
}

// nextName makes the next of a list of people of what the parser takes for an
// apposition: "Paz, [Ruiz] and Novak arrived".
func nextName(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	h := int(t.Head)
	if t.Dep != depApposition || t.Pos != posName || h >= i || doc.Tokens[h].Pos != posName || leftmost(kids, i) == 0 || doc.Word(leftmost(kids, i)-1) != "," {
		return
	}
	a, b := person(doc, h), person(doc, i)
	if a < 0 || b < 0 || a == b || doc.Ents[a].End != leftmost(kids, i)-1 || doc.Ents[b].First != leftmost(kids, i) {
		return
	}
	if slices.ContainsFunc(kids[i], func(k int) bool { return doc.Tokens[k].Dep == depConjunct && k > i && doc.Tokens[k].Pos == posName }) {
		t.Dep = depConjunct
	}
}

// nextTitle does the same where a title stands before the name: "Peru's president
// Paz, Chile's [prime minister] Ruiz and Novak arrived".
func nextTitle(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	h := int(t.Head)
	if t.Dep != depApposition || t.Pos != "NOUN" || h >= i || doc.Tokens[h].Pos != "PROPN" || person(doc, h) < 0 {
		return
	}
	for _, k := range kids[i] {
		name := &doc.Tokens[k]
		if name.Dep != depApposition || name.Pos != "PROPN" || leftmost(kids, k) != i+1 || person(doc, k) < 0 ||
			!slices.ContainsFunc(kids[k], func(c int) bool { return doc.Tokens[c].Dep == "conj" && doc.Tokens[c].Pos == "PROPN" }) {
			continue
		}
		name.Head, name.Dep = int32(h), "conj" //nolint:gosec // a token's index fits
		t.Head, t.Dep = int32(k), "compound"   //nolint:gosec // a token's index fits
		return
	}
}

// person is the index of the PERSON entity that covers token i, or -1.
func person(doc *nlp.Doc, i int) int {
	return slices.IndexFunc(doc.Ents, func(e nlp.Ent) bool { return e.First <= i && i < e.End && e.Label == "PERSON" })
}

// participle hangs a participle behind a comma on the finite verb instead of on
// an infinitive: "X [refused] a request to reopen the road, [demanding] an
// apology" tells what X does.
func participle(doc *nlp.Doc, i int) {
	t := &doc.Tokens[i]
	if t.Tag != tagGerund || t.Dep != depAdverbial && t.Dep != depNounClause || i == 0 || doc.Word(i-1) != "," {
		return
	}
	h := int(t.Head)
	if h >= i || doc.Tokens[h].Tag != "VB" {
		return
	}
	for range doc.Tokens {
		up := int(doc.Tokens[h].Head)
		if up == h || up > i {
			return
		}
		h = up
		switch doc.Tokens[h].Tag {
		case tagPast, tagThird, tagPresent:
			t.Head, t.Dep = int32(h), depAdverbial //nolint:gosec // a token's index fits
			return
		case "VBN", tagGerund:
			return
		}
	}
}

// fronted gives a verb without a subject the name that the parser set beside
// the noun of a phrase in front, where no comma parts them: "in the same city
// [Novak and Ruiz] signed".
func fronted(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Pos != posVerb || t.Dep != depRoot || t.Tag != tagPast && t.Tag != tagThird && t.Tag != tagPresent {
		return
	}
	for _, k := range kids[v] {
		if d := doc.Tokens[k].Dep; d == depSubject || d == depPassiveSubject || d == "expl" || d == depClauseSubject {
			return
		}
	}
	for _, p := range kids[v] {
		if p > v || doc.Tokens[p].Dep != depPrep {
			continue
		}
		if a := nameBeside(doc, kids, p); a >= 0 && a < v {
			doc.Tokens[a].Head, doc.Tokens[a].Dep = int32(v), depSubject //nolint:gosec // a token's index fits
			return
		}
	}
}

// nameBeside is the name right behind the noun of preposition p, set beside it
// without a comma; -1 for none.
func nameBeside(doc *nlp.Doc, kids [][]int, p int) int {
	for _, o := range kids[p] {
		if doc.Tokens[o].Dep != depPrepObject {
			continue
		}
		for _, a := range kids[o] {
			if doc.Tokens[a].Dep == "appos" && setBeside(doc, kids, o, a) {
				return a
			}
		}
	}
	return -1
}

// setBeside tells that apposition a of noun o is somebody else: a name right behind a
// noun, or an envoy behind a place, "in Lima, [the envoy], Ana Ruiz, said".
func setBeside(doc *nlp.Doc, kids [][]int, o, a int) bool {
	first := leftmost(kids, a)
	switch doc.Tokens[o].Pos {
	case "NOUN":
		return doc.Tokens[a].Pos == "PROPN" && first == o+1
	case "PROPN":
		return first == o+2 && doc.Word(o+1) == "," && (doc.Tokens[first].Pos == "DET" || person(doc, a) >= 0)
	}
	return false
}

// leftmost is the first token of what hangs below token i, itself included.
func leftmost(kids [][]int, i int) int {
	for len(kids[i]) > 0 && kids[i][0] < i {
		i = kids[i][0]
	}
	return i
}

// secondGift hangs the second of two things that two people gave on the first
// one: "got a kiss from Ruiz and [a lecture] from Novak".
func secondGift(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	name := int(t.Head)
	if t.Dep != depConjunct || t.Pos != posNoun || doc.Tokens[name].Pos != posName || doc.Tokens[name].Dep != depPrepObject {
		return
	}
	from := int(doc.Tokens[name].Head)
	first := int(doc.Tokens[from].Head)
	if k := slices.IndexFunc(kids[first], func(k int) bool { return doc.Tokens[k].Dep == depObject && k < from }); doc.Tokens[first].Pos == posVerb && k >= 0 {
		first = kids[first][k]
	}
	if first >= from || doc.Tokens[first].Dep != depObject {
		return
	}
	if slices.ContainsFunc(kids[i], func(k int) bool { return doc.Tokens[k].Dep == depPrep && doc.Word(k) == doc.Word(from) }) {
		t.Head = int32(first) //nolint:gosec // a token's index fits
	}
}

// vehicle hangs the goal of a journey on the verb instead of on what one
// travels by: "travelled by train [to Kyiv]".
func vehicle(doc *nlp.Doc, i int) {
	t := &doc.Tokens[i]
	n := int(t.Head)
	if t.Dep != depPrep || n >= i || doc.Word(i) != "to" && doc.Word(i) != "from" && doc.Word(i) != "into" {
		return
	}
	switch doc.Tokens[n].Lemma {
	case "train", "plane", "car", "bus", "helicopter", "road", "air", "boat", "rail", "foot", "ship", "sea", "ferry", "land", "motorcade", "convoy":
	default:
		return
	}
	by := int(doc.Tokens[n].Head)
	if w := doc.Word(by); w != "by" && w != "on" && w != "aboard" && w != "in" {
		return
	}
	if v := doc.Tokens[by].Head; doc.Tokens[v].Pos == posVerb {
		t.Head = v
	}
}

// sharedOwner parts two names of which the parser made the owners of the
// second: "with Gilani and Iran's Ahmadinejad" are two men, one of them Iran's.
func sharedOwner(doc *nlp.Doc, kids [][]int, i int) {
	a := &doc.Tokens[i]
	n := int(a.Head)
	if a.Pos != posName || a.Dep != "nmod" && a.Dep != depCompound && a.Dep != depOwner || n <= i || doc.Tokens[n].Pos != posName {
		return
	}
	owner := slices.IndexFunc(kids[i], func(k int) bool {
		return k > i && k < n && doc.Tokens[k].Dep == depConjunct && slices.ContainsFunc(kids[k], func(c int) bool { return doc.Tokens[c].Dep == "case" })
	})
	if owner < 0 || slices.ContainsFunc(kids[i], func(c int) bool { return doc.Tokens[c].Dep == "case" }) {
		return
	}
	b, name := &doc.Tokens[kids[i][owner]], &doc.Tokens[n]
	a.Head, a.Dep = name.Head, name.Dep
	if int(name.Head) == n {
		a.Head = int32(i) //nolint:gosec // a token's index fits
	}
	b.Head, b.Dep = int32(n), depOwner          //nolint:gosec // a token's index fits
	name.Head, name.Dep = int32(i), depConjunct //nolint:gosec // a token's index fits
}

// bareVerb makes a verb of what the parser takes for a noun that two people qualify:
// "Paz and Ruiz [head] for Lima".
func bareVerb(doc *nlp.Doc, v int) {
	t := &doc.Tokens[v]
	if t.Dep != "ROOT" || t.Tag != "NN" || v == 0 || doc.Tokens[v-1].Pos != "PROPN" || doc.Tokens[v-1].Dep != "conj" || !setsOut[t.Lemma] {
		return
	}
	a := int(doc.Tokens[v-1].Head)
	if c := &doc.Tokens[a]; int(c.Head) != v || c.Dep != "amod" && c.Dep != "compound" && c.Dep != "nmod" || c.Pos != "PROPN" {
		return
	}
	t.Tag, t.Pos = "VBP", "VERB"
	doc.Tokens[a].Dep = "nsubj"
}

// setsOut are verbs of headlines that are nouns too.
var setsOut = map[string]bool{"head": true, "land": true, "lunch": true, "visit": true, "tour": true, "return": true, "call": true, "phone": true, "trade": true}

// roundName hangs a name on the "round" before it: "threw his arms [round Ruiz]".
func roundName(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if t.Dep != "npadvmod" || t.Pos != "PROPN" || person(doc, i) < 0 {
		return
	}
	r := leftmost(kids, i)
	if w := doc.Word(r); (w == "round" || w == "around") && int(doc.Tokens[r].Head) == i {
		doc.Tokens[r].Head, doc.Tokens[r].Dep = t.Head, "prep"
		t.Head, t.Dep = int32(r), "pobj" //nolint:gosec // a token's index fits
	}
}

// opening makes a participle of what the parser takes for a name because of its
// capital: "[Visiting] Lima last week, Ruiz met Novak".
func opening(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	base := openings[doc.Word(i)]
	if base == "" || t.Dep != "advcl" || t.Pos != "PROPN" || int(t.Head) < i {
		return
	}
	if slices.ContainsFunc(kids[i], func(k int) bool { return doc.Tokens[k].Dep == "dobj" || doc.Tokens[k].Dep == "prep" }) {
		t.Tag, t.Pos, t.Lemma = "VBG", "VERB", base
	}
}

// openings are participles that sentences begin with.
var openings = map[string]string{
	"Visiting": "visit", "Meeting": "meet", "Addressing": "address", "Touring": "tour", "Hosting": "host", "Welcoming": "welcome", "Greeting": "greet", "Receiving": "receive",
	"Attending": "attend", "Leaving": "leave", "Opening": "open", "Landing": "land", "Signing": "sign", "Inviting": "invite",
}
