package extract

import (
	"slices"
	"strings"

	"entente/extract/nlp"
)

// set makes a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// ofVerbs say of what somebody is accused, reminded, assured.
	ofVerbs = set("accuse assure convict suspect acquit inform notify remind convince absolve")
	// bidding verbs are followed by whom they bid, and what to do.
	bidding = set("urge ask press tell order invite beg implore advise persuade instruct command exhort entreat request force pressure push warn forbid allow permit encourage challenge convince beseech compel")
	// informing verbs are followed by whom they tell, and what.
	informing = set("assure tell warn inform remind notify promise persuade convince advise caution reassure")
	// attending prepositions tell how and when somebody is bidden.
	attending = set("in on at by with over through during after before from")
	// vowing verbs are followed by what is said.
	vowing = set("vow pledge say add insist claim argue declare explain note announce warn write admit concede stress deny demand agree acknowledge confirm repeat reply respond")
	// aims are nouns that take an infinitive of their own.
	aims = set("attempt effort bid plan decision right way chance opportunity need move deal pledge promise offer refusal ability willingness readiness order call request appeal demand desire wish agreement " +
		"proposal vote campaign drive push time power authority permission obligation duty mandate pressure vow resolve intention reason tendency threat failure ultimatum invitation position mission")
	// judging verbs are followed by what is judged and the judgement.
	judging = set("call brand label deem consider find pronounce declare dub term")
	// reporting verbs stand between commas in what they report.
	reporting = set("say add insist claim maintain argue declare explain note think believe announce warn report write admit concede suggest hint tell promise stress observe continue")
	// wishing verbs have clauses in "to" with a subject of their own.
	wishing = set("want expect like wish prefer need")
	// murmuring verbs tell how something is said.
	murmuring = set("moan sniff growl snap grumble groan sigh sob fume rage thunder roar bellow snarl sneer gush crow say add insist claim warn explain joke quip retort reply admit concede complain boast shout mutter")
	// answering verbs have an object: what one says of a plan.
	answering = set("oppose support back reject accept welcome dismiss refuse denounce condemn endorse approve block resist tolerate stomach hear favour favor decline veto")
	// hearing verbs have what is said as their object, wherever it stands.
	hearing = set("hear learn know understand feel fear hope guess reckon suspect expect predict promise vow pledge urge demand wonder mean see show reveal disclose confirm acknowledge deny recall remember remark comment assert contend allege observe quote describe tweet post testify emphasize emphasise repeat reiterate underline indicate signal conclude recount answer cite inform boast accuse assure estimate charge lament caution counter proclaim affirm go chip")
	// undergone are verbs that nobody undergoes with a complement behind them.
	undergone = set("threaten refuse promise decide vow agree decline offer warn accuse propose demand")
	weekdays  = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today week month year")
)

// attach mends where the parser hangs a phrase or a clause.
func attach(doc *nlp.Doc, kids [][]int, i int) {
	hyphenated(doc, kids, i)
	label(doc, kids, i)
	ofVerb(doc, kids, i)
	bid(doc, kids, i)
	judgement(doc, kids, i)
	reported(doc, kids, i)
	learnt(doc, kids, i)
	dated(doc, i)
	aside(doc, kids, i)
	wished(doc, kids, i)
	spoken(doc, kids, i)
	spliced(doc, kids, i)
	headless(doc, kids, i)
	made(doc, kids, i)
	thatAlone(doc, kids, i)
	comment(doc, kids, i)
	soCalled(doc, kids, i)
	gapped(doc, kids, i)
	inRow(doc, kids, i)
	active(doc, kids, i)
}

// hang makes token i depend on token head, and keeps kids as they then are.
// Where head hangs below i, all stays as it is.
func hang(doc *nlp.Doc, kids [][]int, i, head int, dep string) {
	if i != head && inside(doc, head, i) {
		return
	}
	t := &doc.Tokens[i]
	if old := int(t.Head); old != i {
		kids[old] = slices.DeleteFunc(kids[old], func(k int) bool { return k == i })
	}
	t.Head, t.Dep = int32(head), dep //nolint:gosec // a token's index fits
	if head != i {
		kids[head] = append(kids[head], i)
		slices.Sort(kids[head])
	}
}

// child is the first child of token i with one of the labels, or -1.
func child(doc *nlp.Doc, kids [][]int, i int, deps ...string) int {
	for _, k := range kids[i] {
		if slices.Contains(deps, doc.Tokens[k].Dep) {
			return k
		}
	}
	return -1
}

// inside tells whether token i lies in the subtree of token top.
func inside(doc *nlp.Doc, i, top int) bool {
	for range doc.Tokens {
		if i == top {
			return true
		}
		h := int(doc.Tokens[i].Head)
		if h == i {
			return false
		}
		i = h
	}
	return false
}

// rightmost is the last token of what hangs below token i, itself included.
func rightmost(kids [][]int, i int) int {
	for len(kids[i]) > 0 && kids[i][len(kids[i])-1] > i {
		i = kids[i][len(kids[i])-1]
	}
	return i
}

// hyphenated makes one noun of the parts of a hyphenated word of which the
// parser makes three subjects or objects: "the vice-president laughed".
func hyphenated(doc *nlp.Doc, kids [][]int, i int) {
	if i == 0 || i+1 >= len(doc.Tokens) || doc.Word(i) != "-" || doc.Tokens[i-1].Space || doc.Tokens[i].Space {
		return
	}
	a, h, b := &doc.Tokens[i-1], &doc.Tokens[i], &doc.Tokens[i+1]
	if b.Pos != posNoun && b.Pos != posName || a.Pos != posNoun && a.Pos != posName || a.Dep == depConjunct {
		return
	}
	vice := strings.EqualFold(doc.Word(i-1), "vice")
	if (a.Head != b.Head || a.Dep != b.Dep || a.Dep != h.Dep || a.Dep == depCompound) && !vice {
		return
	}
	joinWord(doc, kids, i)
}

// joinWord makes the token behind hyphen i the head of the word around it.
func joinWord(doc *nlp.Doc, kids [][]int, i int) {
	last := i + 1
	b := &doc.Tokens[last]
	for p := int(b.Head); p == i-1 || p == i; p = int(b.Head) { // the head of the word is what hangs outside it
		if up := int(doc.Tokens[p].Head); up == p {
			hang(doc, kids, last, last, depRoot)
		} else {
			hang(doc, kids, last, up, doc.Tokens[p].Dep)
		}
	}
	if inside(doc, last, i-1) || inside(doc, last, i) {
		return
	}
	for _, part := range []int{i - 1, i} {
		for _, k := range slices.Clone(kids[part]) {
			if k != last {
				hang(doc, kids, k, last, doc.Tokens[k].Dep)
			}
		}
	}
	hang(doc, kids, i-1, last, depCompound)
	hang(doc, kids, i, last, "punct")
}

// label keeps who is named before a colon out of the clause behind it: in
// "Anna Novak: the ministers agree" she is no subject.
func label(doc *nlp.Doc, kids [][]int, i int) {
	if doc.Word(i) != ":" {
		return
	}
	for a := i - 1; a >= 0 && a >= i-12 && !doc.Tokens[a+1].SentStart; a-- {
		t := &doc.Tokens[a]
		v := int(t.Head)
		if v <= i || t.Dep != depSubject && t.Dep != depNounAdverb && t.Dep != depOther {
			continue
		}
		if t.Dep == depSubject {
			own := slices.ContainsFunc(kids[v], func(k int) bool { return k > i && k < v && doc.Tokens[k].Dep == depSubject })
			if !own || rightmost(kids, a) > i {
				return
			}
		}
		t.Dep = depOther
		return
	}
}

// ofVerb hangs "of" on "accuse" and its like instead of on whom is accused:
// "accused his neighbour [of theft]".
func ofVerb(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if t.Dep != depPrep || doc.Word(i) != "of" {
		return
	}
	at := int(t.Head)
	for range 3 {
		up := int(doc.Tokens[at].Head)
		if up == at || at > i {
			return
		}
		if doc.Tokens[up].Pos == posVerb && ofVerbs[doc.Tokens[up].Lemma] && up < at {
			d := doc.Tokens[at].Dep
			o := child(doc, kids, up, depObject)
			if d == depObject && (doc.Tokens[up].Lemma == "accuse" || doc.Tokens[at].Pos == posName) || d == depPrep && o >= 0 && o < at {
				hang(doc, kids, i, up, depPrep)
			}
			return
		}
		at = up
	}
}

// bid hangs an infinitive on the verb that bids somebody do it instead of on a
// noun between them: "urged Kyiv in a letter [to accept]".
func bid(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	n := int(t.Head)
	if t.Dep != depRelative && t.Dep != depNounClause || n >= i || doc.Tokens[n].Dep != depPrepObject || aims[doc.Tokens[n].Lemma] {
		return
	}
	p := int(doc.Tokens[n].Head)
	v := int(doc.Tokens[p].Head)
	if doc.Tokens[v].Pos != posVerb || v > p {
		return
	}
	dep := depInfinitive
	if mk := child(doc, kids, i, depMark); mk >= 0 { // "assured Kyiv in a letter [that it would]"
		if doc.Word(mk) != "that" {
			return
		}
		if l := doc.Tokens[v].Lemma; vowing[l] && child(doc, kids, v, depObject, depClause, depInfinitive) < 0 && doc.Word(p) == "in" { // "vowed in his turn [that]"
			hang(doc, kids, i, v, depClause)
			return
		} else if !informing[l] {
			return
		}
		dep = depClause
	} else if to := child(doc, kids, i, depAux); to < 0 || doc.Tokens[to].Tag != "TO" || t.Tag != "VB" || !bidding[doc.Tokens[v].Lemma] || child(doc, kids, i, depSubject) >= 0 {
		return
	}
	if o := child(doc, kids, v, depObject, depPassiveSubject); o < 0 || o > p || child(doc, kids, v, depInfinitive, depClause) >= 0 {
		return
	}
	if attending[doc.Word(p)] {
		hang(doc, kids, i, v, dep)
	}
}

// judgement gives "call" and its like the object that the parser hangs on the
// judgement: "called [the ban] unacceptable".
func judgement(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	if t.Pos != posVerb || !judging[t.Lemma] {
		return
	}
	if o := child(doc, kids, v, depObject); o > v && child(doc, kids, v, depPredicate) < 0 { // "called the arrests [arbitrary]"
		if last := kids[o]; len(last) > 0 && last[len(last)-1] > o && doc.Tokens[last[len(last)-1]].Dep == depAdjective && doc.Tokens[last[len(last)-1]].Pos == posAdjective {
			hang(doc, kids, last[len(last)-1], v, depPredicate)
		}
	}
	if child(doc, kids, v, depObject, depPassiveSubject) >= 0 {
		return
	}
	c := child(doc, kids, v, depPredicate, "acomp")
	if c < 0 || doc.Tokens[c].Pos != posAdjective {
		return
	}
	o := child(doc, kids, c, depNounAdverb, depCompound, "nmod")
	if o < v || o > c || doc.Tokens[o].Pos != posNoun {
		return
	}
	for _, k := range slices.Clone(kids[c]) { // "[the] treatment"
		if k < o {
			hang(doc, kids, k, o, doc.Tokens[k].Dep)
		}
	}
	hang(doc, kids, o, v, depObject)
}

// reported gives a verb the subject before the parenthesis that tells who says
// so: "[Poland], says the ministry, has agreed", "who, it is said, refused".
func reported(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	r := int(t.Head)
	if t.Dep != depSubject && t.Dep != depPassiveSubject || r < s || !reporting[doc.Tokens[r].Lemma] || s+1 >= len(doc.Tokens) {
		return
	}
	v := int(doc.Tokens[r].Head)
	if v <= r || doc.Tokens[v].Pos != posVerb && doc.Tokens[v].Pos != posAux || child(doc, kids, v, depSubject, depPassiveSubject, "expl", depClauseSubject) >= 0 {
		return
	}
	if d := doc.Tokens[r].Dep; d != depParenthesis && d != depClause && d != depAdverbial && d != depOther {
		return
	}
	// its own subject, and commas around
	if doc.Tokens[r].Dep == depRelative {
		return
	}
	own := slices.ContainsFunc(kids[r], func(k int) bool { return k != s && k > s && doc.Tokens[k].Dep == depSubject })
	end := rightmost(kids, s)
	if !own || end+1 >= len(doc.Tokens) || doc.Word(end+1) != "," && doc.Word(end) != "," {
		return
	}
	dep := depSubject
	if child(doc, kids, v, depPassiveAux) >= 0 {
		dep = depPassiveSubject
	}
	hang(doc, kids, s, v, dep)
	doc.Tokens[r].Dep = depParenthesis
}

// learnt makes a parenthesis of what stands between commas behind a relative
// pronoun: "the premier, who[, it is learnt,] pleaded for time".
func learnt(doc *nlp.Doc, kids [][]int, s int) {
	t := &doc.Tokens[s]
	r := int(t.Head)
	if t.Tag != "WP" && t.Tag != tagWhich || doc.Tokens[r].Dep != depRelative || r < s || doc.Word(s+1) != "," {
		return
	}
	own := slices.ContainsFunc(kids[r], func(k int) bool {
		return k > s && (doc.Tokens[k].Dep == depSubject || doc.Tokens[k].Dep == depPassiveSubject)
	})
	end := rightmost(kids, r)
	if !own || end+1 >= len(doc.Tokens) {
		return
	}
	for v := r + 1; v < len(doc.Tokens) && !doc.Tokens[v].SentStart && v <= end+4; v++ {
		switch doc.Tokens[v].Tag {
		case tagPast, tagThird, tagPresent:
		default:
			continue
		}
		if d := doc.Tokens[v].Dep; inside(doc, v, r) || d != depConjunct && d != depClause && d != depAdverbial && d != depRoot || child(doc, kids, v, depSubject, depPassiveSubject) >= 0 || inside(doc, r, v) {
			return
		}
		hang(doc, kids, v, int(doc.Tokens[r].Head), depRelative)
		hang(doc, kids, s, v, depSubject)
		hang(doc, kids, r, v, depParenthesis)
		return
	}
}

// dated hangs a relative clause on the noun that a date belongs to: "the note
// of Monday, [which hinted at war]".
func dated(doc *nlp.Doc, i int) {
	t := &doc.Tokens[i]
	n := int(t.Head)
	if t.Dep != depRelative || doc.Tokens[n].Dep != depPrepObject || !weekdays[strings.ToLower(doc.Word(n))] {
		return
	}
	p := int(doc.Tokens[n].Head)
	if w := doc.Word(p); w != "of" && w != "on" && w != "in" {
		return
	}
	if up := int(doc.Tokens[p].Head); doc.Tokens[up].Pos == posNoun && up < p {
		t.Head = int32(up) //nolint:gosec // a token's index fits
	}
}

// aside gives a verb the subject before a participle between commas: "[the
// colonel], now living in exile, has ordered".
func aside(doc *nlp.Doc, kids [][]int, c int) {
	t := &doc.Tokens[c]
	v := int(t.Head)
	if t.Dep != depClauseSubject || t.Tag != tagGerund || v <= c || child(doc, kids, v, depSubject, depPassiveSubject) >= 0 {
		return
	}
	s := child(doc, kids, c, depSubject)
	if s < 0 || s > c || doc.Word(rightmost(kids, s)) != "," && doc.Word(rightmost(kids, s)+1) != "," {
		return
	}
	dep := depSubject
	if child(doc, kids, v, depPassiveAux) >= 0 {
		dep = depPassiveSubject
	}
	hang(doc, kids, s, v, dep)
	hang(doc, kids, c, s, depNounClause)
}

// wished joins the second of two things wanted to the first: "wants the
// guards to go and [the port to open]".
func wished(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	v := int(t.Head)
	if t.Dep != depConjunct || t.Tag != "VB" || !wishing[doc.Tokens[v].Lemma] || child(doc, kids, i, depSubject, depPassiveSubject) < 0 {
		return
	}
	to := child(doc, kids, i, depAux)
	if c := child(doc, kids, v, depClause); c >= 0 && c < i && to >= 0 && doc.Tokens[to].Tag == "TO" {
		hang(doc, kids, i, c, depConjunct)
	}
}

// spoken makes a parenthesis of a verb of saying that stands before who says
// so, at the end of what is said: "it was watered down, [moaned Leo Paz]".
func spoken(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	h := int(t.Head)
	if c := child(doc, kids, v, depClause); murmuring[t.Lemma] && c >= 0 && c < v && v > 0 && doc.Word(v-1) == "," && child(doc, kids, v, depSubject) < 0 { // "it will not be signed, replied Leo Paz"
		if o := child(doc, kids, v, depObject, depNounAdverb); o > v && doc.Tokens[o].Pos != "NUM" && !weekdays[doc.Tokens[o].Lemma] && (t.Tag == tagPast || t.Tag == tagThird || t.Tag == tagPresent) {
			doc.Tokens[o].Dep = depSubject
		}
		return
	}
	if t.Tag != tagPast && t.Tag != tagThird || t.Dep != depConjunct && t.Dep != depOther || h >= v || v == 0 || doc.Word(v-1) != "," || !murmuring[t.Lemma] {
		return
	}
	o := child(doc, kids, v, depObject)
	if o < v || doc.Tokens[o].Pos != posName || child(doc, kids, v, depSubject, depClause, depInfinitive, "cc") >= 0 {
		return
	}
	t.Dep, doc.Tokens[o].Dep = depParenthesis, depSubject
}

// active makes "'s" before a participle with a complement "has", not "is":
// "he[’s] threatened to leave".
func active(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	v := int(t.Head)
	if t.Dep != depPassiveAux || t.Lemma != "be" || v < i || doc.Word(i) != "'s" && doc.Word(i) != "’s" || !undergone[doc.Tokens[v].Lemma] {
		return
	}
	s := child(doc, kids, v, depPassiveSubject)
	if s < 0 || child(doc, kids, v, depInfinitive, depClause, depObject) < v || child(doc, kids, v, "agent") >= 0 {
		return
	}
	t.Dep, t.Lemma, doc.Tokens[s].Dep = depAux, "have", depSubject
}

// spliced parts two statements that only a comma joins, of which the parser makes
// the first what the second is about: "[Peru consented], Chile asked for time".
func spliced(doc *nlp.Doc, kids [][]int, c int) {
	t := &doc.Tokens[c]
	v := int(t.Head)
	if t.Dep != depClause || v < c || reporting[doc.Tokens[v].Lemma] || murmuring[doc.Tokens[v].Lemma] || hearing[doc.Tokens[v].Lemma] || child(doc, kids, c, depSubject, depPassiveSubject) < 0 || child(doc, kids, c, depMark) >= 0 {
		return
	}
	s := child(doc, kids, v, depSubject, depPassiveSubject)
	if s < c || s > v || child(doc, kids, v, depClause) != c {
		return
	}
	for first := leftmost(kids, s); first > c; first-- {
		if doc.Word(first-1) == "," {
			t.Dep = depParenthesis
			return
		}
		if doc.Tokens[first-1].Pos != posArticle {
			return
		}
	}
}

// headless gives a sentence whose root is a name the verb that the parser hides in
// the relative clause behind the name: "Peru, whose army stayed away, [accused]
// its neighbour".
func headless(doc *nlp.Doc, kids [][]int, n int) {
	t := &doc.Tokens[n]
	r := child(doc, kids, n, depRelative)
	if t.Dep != depRoot || t.Pos != posName && t.Pos != posNoun || r < n {
		return
	}
	for v := r + 1; v < len(doc.Tokens) && !doc.Tokens[v].SentStart; v++ {
		if opens, ok := finite(doc, kids, v); !ok || doc.Word(opens-1) != "," || !inside(doc, v, n) || child(doc, kids, v, depSubject, depPassiveSubject, "expl", depMark, "cc") >= 0 {
			continue
		}
		switch doc.Tokens[v].Dep {
		case depClause, depNounClause, depAdverbial, depConjunct, depOther:
		default:
			continue
		}
		dep := depSubject
		if child(doc, kids, v, depPassiveAux) >= 0 {
			dep = depPassiveSubject
		}
		hang(doc, kids, v, v, depRoot)
		hang(doc, kids, n, v, dep)
		return
	}
}

// finite tells whether verb v is finite, and where it begins: with its first
// auxiliary or adverb.
func finite(doc *nlp.Doc, kids [][]int, v int) (opens int, ok bool) {
	opens = v
	for _, k := range kids[v] {
		if d := doc.Tokens[k].Dep; k < opens && (d == depAux || d == depPassiveAux || d == depNot || d == "advmod" && k == opens-1) {
			opens = k
		}
	}
	first := doc.Tokens[opens].Tag
	if opens < v && doc.Tokens[opens].Pos == "ADV" {
		first = doc.Tokens[opens+1].Tag
	}
	switch first {
	case tagPast, tagThird, tagPresent, "MD":
		return opens, opens > 0
	}
	return opens, false
}

// made hangs an infinitive on the noun that says what was made, instead of on
// "made": "repeated an offer, first made in April, [to hold talks]".
func made(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	p := int(t.Head)
	if t.Tag != "VB" || p > i || doc.Tokens[p].Tag != tagParticiple || doc.Tokens[p].Dep != depAdverbial && doc.Tokens[p].Dep != depNounClause {
		return
	}
	to := child(doc, kids, i, depAux)
	if to < 1 || doc.Tokens[to].Tag != "TO" || doc.Word(to-1) != "," {
		return
	}
	for c := p - 1; c > 0 && c >= p-3; c-- {
		if doc.Word(c) == "," && aims[doc.Tokens[c-1].Lemma] && !inside(doc, c-1, p) {
			hang(doc, kids, p, c-1, depNounClause)
			hang(doc, kids, i, c-1, depNounClause)
			return
		}
	}
}

// thatAlone makes an object of "that" with nothing behind it: "he rejected [that],
// as did others".
func thatAlone(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if i == 0 || i+1 >= len(doc.Tokens) || doc.Word(i) != "that" || t.Dep != depMark || doc.Word(i+1) != "," && doc.Word(i+1) != "." {
		return
	}
	v, c := i-1, int(t.Head)
	if doc.Tokens[v].Pos != posVerb || child(doc, kids, v, depObject) >= 0 || int(doc.Tokens[c].Head) != v {
		return
	}
	hang(doc, kids, i, v, depObject)
	t.Tag, t.Pos = "DT", posPronoun
	if doc.Tokens[c].Dep == depClause {
		doc.Tokens[c].Dep = depAdverbial
	}
}

// comment sets beside a clause the noun that says what it is, of which the parser
// makes another object: "offered to mediate, [an offer that Peru welcomed]".
func comment(doc *nlp.Doc, kids [][]int, n int) {
	t := &doc.Tokens[n]
	v := int(t.Head)
	if t.Dep != depObject || t.Pos != posNoun || v > n || child(doc, kids, n, depRelative) < n {
		return
	}
	first := leftmost(kids, n)
	if w := doc.Word(first); first == 0 || doc.Word(first-1) != "," || w != "a" && w != "an" {
		return
	}
	if c := child(doc, kids, v, depInfinitive, depClause); c > v && c < n {
		hang(doc, kids, n, c, depApposition)
	}
}

// soCalled makes what somebody calls a thing the object of the verb before:
// "condemned what she called [illegal attacks]".
func soCalled(doc *nlp.Doc, kids [][]int, c int) {
	t := &doc.Tokens[c]
	v := int(t.Head)
	if t.Dep != depClause && t.Dep != "pcomp" || v > c || !judging[t.Lemma] && t.Lemma != "see" && t.Lemma != "describe" && t.Lemma != "regard" {
		return
	}
	if len(kids[c]) == 0 || doc.Word(kids[c][0]) != "what" {
		return
	}
	o := child(doc, kids, c, depPredicate)
	if o < c || doc.Tokens[o].Pos != posNoun || child(doc, kids, v, depObject) >= 0 {
		return
	}
	dep := depObject
	if t.Dep == "pcomp" {
		dep = depPrepObject
	}
	hang(doc, kids, o, v, dep)
	hang(doc, kids, c, o, depRelative)
}

// determined tells whether token i is the article, number or owner of a noun behind
// it that is no time, with no verb between.
func determined(doc *nlp.Doc, i int) bool {
	switch doc.Tokens[i].Tag {
	case "DT", "CD", "PRP$":
	default:
		return false
	}
	n := int(doc.Tokens[i].Head)
	for k := i; k < n; k++ {
		if doc.Tokens[k].Pos == posVerb && doc.Tokens[k].Dep != depAdjective || doc.Tokens[k].Pos == posAux {
			return false
		}
	}
	return n > i && doc.Tokens[n].Pos == posNoun && !weekdays[doc.Tokens[n].Lemma]
}

// verbAbove is the nearest verb above token i and before it, or -1.
func verbAbove(doc *nlp.Doc, i int) int {
	v := int(doc.Tokens[i].Head)
	for v < i && doc.Tokens[v].Pos != posVerb && int(doc.Tokens[v].Head) != v {
		v = int(doc.Tokens[v].Head)
	}
	if v > i || doc.Tokens[v].Pos != posVerb {
		return -1
	}
	return v
}

// gapped takes apart who does the same to something else without a verb of their
// own from the object that they stand behind: in "Peru backed the treaty and Chile
// the amendment", "Chile" hangs on the verb and "amendment" on "Chile".
func gapped(doc *nlp.Doc, kids [][]int, i int) {
	t := &doc.Tokens[i]
	if t.Pos != posName || i+2 >= len(doc.Tokens) || t.Dep != depConjunct && t.Dep != depApposition || doc.Tokens[i+1].SentStart {
		return
	}
	n, first := int(doc.Tokens[i+1].Head), i
	if !determined(doc, i+1) {
		return
	}
	if h := int(t.Head); t.Dep == depConjunct && doc.Tokens[h].Pos == posName && h < i && (doc.Tokens[h].Dep == depConjunct || doc.Tokens[h].Dep == depApposition) {
		first = h // "Chile and [Bolivia] a company each"
	}
	v := verbAbove(doc, first)
	if v < 0 {
		return
	}
	if o := child(doc, kids, v, depObject); o < v || o > first || doc.Tokens[o].Pos != posNoun || o == n || inside(doc, first, n) {
		return
	}
	left := leftmost(kids, first)
	if w := doc.Word(left - 1); w != "," && w != wordAnd && w != "but" {
		return
	}
	hang(doc, kids, first, v, depOther)
	hang(doc, kids, n, first, depOther)
}

// inRow joins the further of several relative clauses to the first: "a plan that
// Peru supports, Chile opposes and Bolivia [will not hear of]".
func inRow(doc *nlp.Doc, kids [][]int, v int) {
	t := &doc.Tokens[v]
	h := int(t.Head)
	if t.Dep != depConjunct && (t.Dep != depAdverbial || child(doc, kids, v, depMark, "advmod") >= 0) || !answering[t.Lemma] || child(doc, kids, v, depSubject) < 0 || child(doc, kids, v, depObject, depClause, depInfinitive) >= 0 || doc.Tokens[h].Dep == depRelative {
		return
	}
	if p := child(doc, kids, v, depPrep); p > v && child(doc, kids, p, depPrepObject, "pcomp") >= 0 {
		return
	}
	for r := v - 1; r > h && !doc.Tokens[r+1].SentStart; r-- {
		if doc.Tokens[r].Dep != depRelative || !answering[doc.Tokens[r].Lemma] {
			continue
		}
		if o := child(doc, kids, r, depObject); o >= 0 && o < r && doc.Tokens[o].Tag == tagWhich {
			hang(doc, kids, v, r, depConjunct)
		}
		return
	}
}
