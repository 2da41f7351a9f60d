package events

import (
	"entente/graph"
)

// above adds what the governor of token at says, and tells whether to go on.
func (x *reading) above(at, head int, r *reality) bool {
	dep, lemma := x.t.Dep(at), x.t.Lemma(head)
	switch {
	case dep == "conj":
		if x.t.Verb(at) && x.t.Verb(head) {
			return x.conjunct(at, x.t.Joined(at), r)
		}
		return true
	case dep == "relcl" && !x.infinitive(at) || dep == "acl" && x.t.Tag(at) != "VB":
		x.modifies(at, head, r)
		return false
	case dep == "nsubj" || dep == "poss" || dep == "appos" || dep == "parataxis":
		return dep == "appos" || dep == "nsubj" && x.subjectOf(head, r)
	case dep == "advcl" && !x.infinitive(at):
		return false
	case dep == "advcl" && x.sought(at, head):
		r.raise(graph.Tentative)
		return false
	case x.t.Verb(head):
		return x.governed(at, head, dep, lemma, r)
	case x.t.Noun(head):
		x.governedByNoun(head, r)
		return true
	case x.doc.Tokens[head].Pos == "ADJ":
		x.byWord(lemma, x.t.Lower(head), r)
		if x.t.Negated(head) {
			r.negated = !r.negated
		}
		return true
	case x.doc.Tokens[head].Pos == "ADP" || x.doc.Tokens[head].Pos == "SCONJ" || x.doc.Tokens[head].Pos == "ADV":
		return x.byPreposition(head, r)
	}
	return true
}

// sought tells that infinitive at belongs to the noun right before it, which
// the parser makes the object of verb v alone: "rejected calls to [expel] him".
func (x *reading) sought(at, v int) bool {
	o, to := x.t.Child(v, "dobj"), x.t.Child(at, "aux")
	return o >= 0 && to == o+1 && x.status.ProposedNouns[x.t.Lemma(o)]
}

// modifies adds what the noun says that clause at hangs below: "any planes that
// attack" do not attack yet, "fears that Russia will attack" are no attack.
func (x *reading) modifies(at, noun int, r *reality) {
	if d := x.t.Child(noun, "det"); d >= 0 && x.t.Lower(d) == "any" {
		r.hypothetical = true
	}
	if v := x.t.Head(noun); x.t.Dep(at) == "acl" && x.t.Dep(noun) == "dobj" && x.t.Verb(v) && (x.status.Denied[x.t.Lemma(v)] || x.status.Refused[x.t.Lemma(v)]) && x.t.Child(at, "agent") < 0 {
		r.negated = !r.negated // "dismissed claims that it had attacked"
	}
	if x.t.Dep(at) == "acl" && x.thatClause(at) && x.status.ProposedNouns[x.t.Lemma(noun)] {
		r.raise(graph.Tentative)
		r.hypothetical = true
	}
}

// conjunct passes auxiliaries on: "will meet and discuss".
func (x *reading) conjunct(at, head int, r *reality) bool {
	if x.t.Child(at, "nsubj", "nsubjpass") >= 0 || x.t.Child(at, "aux", "auxpass") >= 0 {
		// its own clause: only what is above the first verb counts
		return x.t.Head(head) != head && x.skipOwn(head, r)
	}
	if x.t.Tag(at) != x.t.Tag(head) { // "has refused to meet and warned": another form, another clause
		return x.t.Head(head) != head && x.skipOwn(head, r)
	}
	return true
}

// skipOwn continues above head without head's own auxiliaries.
func (x *reading) skipOwn(head int, r *reality) bool {
	h := x.t.Head(head)
	if x.above(head, h, r) {
		x.climb(h, r)
	}
	return false
}

// subjectOf handles a noun that is the subject of a verb of happening: "a
// summit will take place", "the meeting was cancelled".
func (x *reading) subjectOf(v int, r *reality) bool {
	switch l := x.t.Lemma(v); l {
	case "await", "loom":
		r.raise(graph.Planned)
		return true
	case "fail":
		if c := x.t.Child(v, "xcomp"); c >= 0 {
			switch x.t.Lemma(c) {
			case "materialise", "materialize", "happen", "take", "come":
				r.raise(graph.Cancelled)
			}
		}
		return true
	case "take", "materialise", "materialize", "be", "happen", "occur", "begin", "start", "come", "go", "proceed", "end", "last", "follow", "open", "conclude", "resume", "collapse", "fall":
		if l == "be" {
			x.predicates(v, r)
		}
		if k := x.t.Child(v, "advmod"); l == "go" && k >= 0 && x.t.Lower(k) == "nowhere" { // the talks were held all the same
			return false
		}
		if (l == "fall" || l == "come") && (x.particle(v, "through") || x.particle(v, "naught")) {
			r.raise(graph.Cancelled)
		}
		return true
	}
	return false
}

// predicates adds what stands behind verb v, "is": "is possible", "is off".
func (x *reading) predicates(v int, r *reality) {
	for _, k := range x.t.Kids(v) {
		if d := x.t.Dep(int(k)); d == "acomp" || d == "attr" {
			x.byWord(x.t.Lemma(int(k)), x.t.Lower(int(k)), r)
		}
		x.programmed(int(k), r)
	}
}

// programmed adds what "on the cards", "in the works", "off" behind "is" say.
func (x *reading) programmed(k int, r *reality) {
	d := x.t.Dep(k)
	if d != "prep" && d != "advmod" && d != "prt" {
		return
	}
	w, o := x.t.Lower(k), x.t.Child(k, "pobj")
	switch {
	case w == "off" && (o < 0 || x.t.Lemma(o) == "table" || x.t.Lemma(o) == "agenda"):
		r.raise(graph.Cancelled)
	case o < 0:
		if w == "on" || w == "back" {
			r.raise(graph.Planned)
		}
	case w == "on":
		switch x.t.Lemma(o) {
		case "card", "table", "horizon":
			r.raise(graph.Tentative)
		case "agenda", "schedule", "programme", "program", "calendar", "course", "track":
			r.raise(graph.Planned)
		}
	case w == "in":
		switch x.t.Lemma(o) {
		case "work", "works", "offing", "pipeline", "diary", "calendar":
			r.raise(graph.Planned)
		case "doubt", "question", "balance":
			r.raise(graph.Tentative)
		}
	}
}

// governed adds what a governing verb says of its complement.
func (x *reading) governed(at, head int, dep, lemma string, r *reality) bool {
	if dep == "prep" || dep == "npadvmod" || dep == "advmod" || dep == "oprd" && lemma == "call" { // "what he called a historic meeting"
		return false
	}
	s := x.status
	if dep == "ccomp" && s.Speech[lemma] && !x.infinitive(at) {
		if s.Denied[lemma] { // a denial that somebody accepted is no refusal
			r.negated = !r.negated
			r.hypothetical = true
		}
		return false
	}
	// a finite clause shares the fate of wishes and guesses only
	if x.finite(at, dep) && !s.Guesses[lemma] && !s.Denied[lemma] {
		return false
	}
	clausal := dep == "xcomp" || dep == "ccomp" || dep == "advcl"
	switch {
	case s.Denied[lemma]:
		r.negated = !r.negated
		r.hypothetical = r.hypothetical || dep == "ccomp"
		return false
	case x.cancels(head, lemma):
		if !clausal {
			r.raise(graph.Cancelled)
			return false
		}
	case dep != "advcl" && s.Refused[lemma] && x.refuses(head, lemma):
		if x.t.Negated(head) { // "did not rule out a meeting" leaves it open
			r.raise(graph.Tentative)
			r.hypothetical = true
			return false
		}
		r.refused = true
		r.negated = !r.negated
		return false
	default:
		return x.foreseen(at, head, dep, lemma, r)
	}
	return true
}

// finite tells whether clause at is a finite complement with a subject.
func (x *reading) finite(at int, dep string) bool {
	if x.t.Tag(at) == "VB" && x.t.Child(at, "aux") < 0 {
		return false // "let them [go]"
	}
	return dep == "ccomp" && !x.infinitive(at) && x.t.Child(at, "nsubj", "nsubjpass") >= 0 && x.t.Tag(at) != "VBG"
}

// cancels tells whether verb v calls off what it governs.
func (x *reading) cancels(v int, lemma string) bool {
	return x.status.Cancelled[lemma] || (lemma == "call" || lemma == "put") && x.particle(v, "off")
}

// foreseen adds what verbs of planning, wishing and purpose say, and tells
// whether what is above them matters.
func (x *reading) foreseen(at, head int, dep, lemma string, r *reality) bool {
	clausal := dep == "xcomp" || dep == "ccomp" || dep == "advcl"
	switch {
	case lemma == "go" && x.t.Tag(head) == "VBG" && clausal:
		r.raise(graph.Planned)
		return false
	case dep == "advcl" && x.t.Tag(head) == "VBD" && (x.meetings.Receives[x.t.Lemma(at)] || x.t.Lemma(at) == "meet") && (lemma == "be" || lemma == "break" || lemma == "wait" || lemma == "interrupt"):
		// "was at the airport to meet him"
	case lemma == "be" && clausal && x.infinitive(at): // "is to fly"; "was to have met"
		if x.perfect(at) {
			r.raise(graph.Cancelled)
		} else {
			r.raise(graph.Planned)
		}
	case lemma == "ought" && clausal:
		r.raise(graph.Tentative)
		r.hypothetical = true
	case lemma == "have" && clausal && x.infinitive(at):
		r.raise(graph.Tentative)
	case lemma == "suppose" && clausal && x.infinitive(at): // "was supposed to go" did not
		if x.past(head) {
			r.raise(graph.Cancelled)
		} else {
			r.raise(graph.Planned)
		}
	case x.status.Planned[lemma], lemma == "mean" && clausal && x.infinitive(at):
		r.raise(graph.Planned)
	case x.status.Proposed[lemma]:
		r.raise(graph.Tentative)
	case dep == "advcl" && x.t.Tag(head) == "VBD" && !x.status.Factive[lemma]: // a purpose
		r.raise(graph.Planned)
	}
	return true
}

func (x *reading) particle(v int, w string) bool {
	for _, k := range x.t.Kids(v) {
		if d := x.t.Dep(int(k)); (d == "prt" || d == "advmod" || d == "prep") && x.t.Lower(int(k)) == w {
			return true
		}
	}
	return false
}

// refuses tells whether verb v is a refusal here: "turn down", "rule out",
// "fail to", "stop doing".
func (x *reading) refuses(v int, lemma string) bool {
	switch lemma {
	case "rule":
		return x.particle(v, "out")
	case "turn":
		return x.particle(v, "down")
	}
	return true
}

// governedByNoun adds what noun n above an event says: "the possibility of a
// meeting", "no plans to meet".
func (x *reading) governedByNoun(n int, r *reality) {
	s, lemma := x.status, x.t.Lemma(n)
	if (s.PlannedNouns[lemma] || s.ProposedNouns[lemma]) && x.t.Negated(n) {
		r.negated = !r.negated
	}
	switch {
	case s.RefusedNouns[lemma]:
		r.refused, r.negated = true, !r.negated
	case s.CancelledNouns[lemma]:
		r.raise(graph.Cancelled)
	case s.PlannedNouns[lemma]:
		r.raise(graph.Planned)
	case s.ProposedNouns[lemma]:
		r.raise(graph.Tentative)
	}
}

// byPreposition adds what "ahead of", "before", "after" say, and tells
// whether what is above the preposition matters.
func (x *reading) byPreposition(p int, r *reality) bool {
	switch x.t.Lower(p) {
	case "before", "until":
		if v := x.t.Head(p); x.t.Lower(p) != "before" || x.t.Child(p, "pcomp") < 0 || !x.past(v) || x.status.Speech[x.t.Lemma(v)] { // but "called in Oslo before going on to Rome"
			r.raise(graph.Planned)
		}
		return false
	case "of", "to":
		return x.ofOrTo(p, r)
	case "for":
		return x.byFor(p, r)
	case "without":
		r.negated = !r.negated
		return false
	case "toward", "towards", "into", "at":
		if x.t.Child(p, "pcomp") >= 0 {
			r.raise(graph.Tentative)
			r.hypothetical = true
		}
		return false
	case "in", "on", "about", "against", "over", "with", "from", "as":
		return x.byOther(p, r)
	}
	return false
}

// byOther adds what "in", "on", "with", "from" and their like say.
func (x *reading) byOther(p int, r *reality) bool {
	h := x.t.Head(p)
	if w := x.t.Lower(p); (w == "with" || w == "as") && x.t.Verb(h) { // "is expected there, with stops in Oslo", "will come as his guest"
		if x.ahead(h) {
			r.raise(graph.Planned)
		}
		return false
	}
	if x.t.Lower(p) == "from" && x.t.Verb(h) && prevents[x.t.Lemma(h)] { // "barred from visiting"
		r.negated = !r.negated
		return false
	}
	l := x.t.Lemma(h)
	if x.t.Child(p, "pcomp") >= 0 && x.hinders(p, h) { // "decided against attacking", "kept it from attacking"
		r.refused, r.negated = true, !r.negated
		return false
	}
	if x.t.Lower(p) == "on" && x.t.Verb(h) && (l == "work" || l == "insist") {
		r.raise(graph.Tentative)
	}
	if x.t.Lower(p) == "on" && x.t.Verb(h) && (l == "book" || l == "reserve") { // "booked a seat on a flight"
		r.raise(graph.Planned)
	}
	return !x.t.Verb(h) || x.status.Proposed[l] || x.status.Refused[l]
}

// ahead tells that what verb v says is still to come.
func (x *reading) ahead(v int) bool {
	return x.status.Planned[x.t.Lemma(v)] || x.modal(v, "will", "'ll", "’ll", "shall") || x.infinitive(v) && x.t.Lemma(x.t.Head(v)) == "be"
}

// hinders tells whether preposition p below token h keeps what follows from
// being done.
func (x *reading) hinders(p, h int) bool {
	if x.t.Lower(p) == "against" {
		return true
	}
	l := x.t.Lemma(h)
	return x.t.Lower(p) == "from" && x.t.Verb(h) && (x.status.Refused[l] || l == "keep" || l == "hold" || l == "dissuade" || l == "save" || l == "protect")
}

// ofOrTo adds what "ahead of", "looks forward to", "agreed to" say.
func (x *reading) ofOrTo(p int, r *reality) bool {
	h := x.t.Head(p)
	if k := x.t.Child(p, "advmod"); k >= 0 && (x.t.Lower(k) == "instead" || x.t.Lower(k) == "rather") {
		r.hypothetical = true
		return false
	}
	switch x.t.Lower(h) {
	case "ahead", "eve", "advance", "prior":
		r.raise(graph.Planned)
		return false
	case "instead":
		r.hypothetical = true
		return false
	case "forward":
		r.raise(graph.Planned)
		return false
	case "out":
		switch x.t.Lemma(x.t.Head(h)) {
		case "pull", "back", "drop", "bow", "opt": // "pulled out of a meeting"
			r.raise(graph.Cancelled)
		}
		return false
	}
	l := x.t.Lemma(h)
	planned := x.t.Verb(h) && x.status.Planned[l] && l != "leave" && l != "head"
	if planned {
		r.raise(graph.Planned)
	}
	return !x.t.Verb(h) || planned || x.status.Proposed[l] || x.status.Factive[l]
}

// byFor adds what "called for", "prepared for" say.
func (x *reading) byFor(p int, r *reality) bool {
	h := x.t.Head(p)
	l := x.t.Lemma(h)
	switch {
	case x.t.Verb(h) && x.status.Proposed[l]:
		r.raise(graph.Tentative)
	case x.t.Verb(h) && x.status.Planned[l]:
		r.raise(graph.Planned)
	case x.t.Verb(h):
		return x.infinitive(h) || x.modal(h, "will", "would")
	}
	return true
}

// prevents are the verbs of what somebody is kept "from" doing.
var prevents = map[string]bool{"bar": true, "ban": true, "prevent": true, "stop": true, "block": true, "prohibit": true, "keep": true, "discourage": true, "dissuade": true, "forbid": true, "deter": true}
