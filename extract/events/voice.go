package events

import (
	"slices"
	"strings"
)

// utters tells whether verb v reports what its subject says: a verb of saying,
// one of asking, "goes on", "makes clear".
func (x *reading) utters(v int) bool {
	if !x.t.Verb(v) {
		return false
	}
	l := x.t.Lemma(v)
	if x.status.Speech[l] {
		return true
	}
	switch l {
	case "urge", "demand", "plead", "beg", "propose", "request", "promise", "pledge", "threaten", "recommend":
		return true
	case "go":
		return x.particle(v, "on")
	case "chip", "chime", "weigh":
		return x.particle(v, "in")
	case "make":
		o := x.t.Child(v, "oprd", "acomp", "ccomp", "xcomp")
		return o >= 0 && (x.t.Lower(o) == "clear" || x.t.Lower(o) == "plain" || x.t.Lower(o) == "known")
	case "know":
		return x.t.Lemma(x.t.Head(v)) == "let"
	}
	return false
}

// uttererOf is the entity that says what verb of saying v reports, or -1.
func (x *reading) uttererOf(v int) int {
	if x.t.Lemma(v) == "know" && x.t.Lemma(x.t.Head(v)) == "let" { // "let it be known"
		v = x.t.Head(v)
	}
	for _, s := range x.t.Subjects(v) {
		if a := x.actors(s); len(a) > 0 {
			return a[0].ent
		}
	}
	return -1
}

// voice is who speaks in a sentence without a verb of saying.
type voice struct {
	ent int
	// sure: a label or quotation marks say so; else the sentence may go on
	// with what the one before it reports. label: a label says so.
	sure, label bool
}

// bounds are the first token and the end of the sentence of token i.
func (x *reading) bounds(i int) (first, end int) {
	first, end = i, i+1
	for first > 0 && x.t.Sent(first-1) == x.t.Sent(i) {
		first--
	}
	for end < len(x.doc.Tokens) && x.t.Sent(end) == x.t.Sent(i) {
		end++
	}
	return first, end
}

// voiceAt is who speaks at token i without a verb of saying above it.
func (x *reading) voiceAt(i int) voice {
	s := x.t.Sent(i)
	if v, ok := x.voices[s]; ok {
		return v
	}
	if x.voices == nil {
		x.voices = map[int]voice{}
	}
	x.voices[s] = voice{ent: -1} // where it goes round
	v := x.findVoice(i)
	x.voices[s] = v
	return v
}

func (x *reading) findVoice(i int) voice {
	first, end := x.bounds(i)
	if e := x.labelOf(first, end); e >= 0 {
		return voice{ent: e, sure: true, label: true}
	}
	if first == 0 || x.apart(first-1, first) {
		return voice{ent: -1}
	}
	if e := x.bluntly(first - 1); e >= 0 {
		return voice{ent: e, sure: true}
	}
	before := x.said(first - 1)
	if before.ent < 0 {
		return voice{ent: -1}
	}
	if before.label { // a label holds to the end of the paragraph
		return before
	}
	return voice{ent: before.ent, sure: before.sure && x.inQuotes(first)}
}

// said is who speaks in the sentence of token i, by a verb of saying or without
// one.
func (x *reading) said(i int) voice {
	first, end := x.bounds(i)
	for k := first; k < end; k++ {
		if x.t.Dep(k) != "ROOT" {
			continue
		}
		if x.utters(k) {
			return voice{ent: x.uttererOf(k), sure: true}
		}
		for _, c := range x.t.Kids(k) {
			if d := x.t.Dep(int(c)); (d == "parataxis" || d == "ccomp") && x.utters(int(c)) && x.t.Child(int(c), "ccomp", "dobj") < 0 {
				return voice{ent: x.uttererOf(int(c)), sure: true}
			}
		}
	}
	if first == 0 || x.apart(first-1, first) {
		return voice{ent: x.labelOf(first, end), sure: true}
	}
	return x.voiceAt(i)
}

// inQuotes tells whether the sentence that begins at token first does so within
// quotation marks.
func (x *reading) inQuotes(first int) bool {
	open := false
	for i := first - 1; i >= 0 && !x.apart(i, i+1); i-- {
		switch x.doc.Word(i) {
		case "\"", "''", "``":
			open = !open
		case "“":
			return true
		case "”":
			i = 0
		}
	}
	switch x.doc.Word(first) {
	case "\"", "“", "``":
		return true
	}
	return open
}

// labelOf is who is named before the colon with which what he says begins:
// "Anna Novak, in Oslo: [the talks must go on]"; -1 for none.
func (x *reading) labelOf(first, end int) int {
	const far = 12
	colon := -1
	for i := first + 1; i < min(end, first+far); i++ {
		if x.doc.Word(i) == ":" {
			colon = i
			break
		}
	}
	if colon < 0 || colon+1 >= end {
		return -1
	}
	for i := first; i < colon; i++ {
		if x.t.Verb(i) && x.t.Dep(i) != "amod" && x.t.Dep(i) != "acl" {
			return -1
		}
	}
	for i := first; i < colon; i++ {
		if a := x.actors(i); len(a) == 1 && (x.political(a[0]) || x.famous(a[0])) && (x.t.Dep(i) != "pobj" || strings.EqualFold(x.doc.Word(i-1), "from")) && x.t.Dep(i) != "poss" && x.t.Dep(i) != "compound" && x.t.Dep(i) != "amod" {
			return a[0].ent
		}
	}
	return -1
}

// teller is who says what verb v tells: by a verb of saying, a label or
// quotation marks, else who the sentence before is a report of.
func (x *reading) teller(v int) int {
	if e := x.speaker(v); e >= 0 {
		return e
	}
	if x.question(v) {
		return -1
	}
	return x.voiceAt(v).ent
}

// surely is who a label or quotation marks show to speak at token i, or -1.
func (x *reading) surely(i int) int {
	if w := x.voiceAt(i); w.sure {
		return w.ent
	}
	return -1
}

// firstPerson tells whether token i is "we" or "I" of nobody known.
func (x *reading) firstPerson(i int) bool {
	return slices.Contains([]string{"we", "i"}, x.t.Lower(i)) && x.who.At(i) == nil
}

// bluntly is whose words follow the colon with which the sentence of token i
// ends: "Anna Novak was blunt:", "his message was clear:"; -1 for none.
func (x *reading) bluntly(i int) int {
	if x.doc.Word(i) != ":" {
		return -1
	}
	first, _ := x.bounds(i)
	k := first
	for k < i && x.t.Dep(k) != "ROOT" {
		k++
	}
	if x.utters(k) {
		return x.uttererOf(k)
	}
	if !x.curt(k) {
		return -1
	}
	for _, s := range x.t.Surface(k) {
		if list := x.actors(s); len(list) == 1 {
			return list[0].ent
		}
		for _, o := range x.t.OwnAgents(s) {
			if list := x.mentioned(o); len(list) == 1 {
				return list[0].ent
			}
		}
	}
	return -1
}

// curt tells whether verb v says of its subject that it is blunt, clear, short.
func (x *reading) curt(v int) bool {
	a := x.t.Child(v, "acomp")
	if a < 0 || x.t.Lemma(v) != "be" {
		return false
	}
	switch x.t.Lemma(a) {
	case "blunt", "clear", "frank", "adamant", "firm", "categorical", "unequivocal", "curt", "terse", "plain", "simple", "unambiguous", "emphatic", "scathing", "defiant", "unrepentant", "brief", "short":
		return true
	}
	return false
}
