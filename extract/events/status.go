package events

import (
	"strings"

	"entente/graph"
)

// reality is what the words around an event say of whether it happened.
type reality struct {
	status graph.Status
	// negated: said not to be so. refused: an actor will not have it.
	negated, refused bool
	// hypothetical: under a condition; nothing but a floated meeting is left of it.
	hypothetical bool
}

// grave orders statuses: of several the gravest stands.
func grave(s graph.Status) int {
	switch s {
	case graph.Planned:
		return 1
	case graph.Tentative:
		return 2
	case graph.Cancelled:
		return 3
	case graph.Denied:
		return 4
	}
	return 0
}

func (r *reality) raise(s graph.Status) {
	if grave(s) > grave(r.status) {
		r.status = s
	}
}

// reality walks from an event's trigger up the tree.
func (x *reading) reality(m *match) reality {
	r := reality{status: graph.Occurred}
	if m.rule.Status != "" {
		r.status = m.rule.Status
	}
	if m.pos == 'n' {
		x.modifiers(m, &r)
		if !x.eventful(m.rule) && m.light < 0 {
			x.presupposed(m.head, &r)
			return r
		}
	}
	at := m.head
	if m.light >= 0 && m.light > m.head && x.t.Within(m.light, m.head) { // "the talks that he was to have held"
		x.relative(m, &r)
	}
	if m.pos == 'n' && !x.eventful(m.rule) { // what is said is as real as the verb that says it
		at = m.light
	}
	if v := x.verbOf(m.head); v >= 0 && m.rule.occasion() { // "will discuss it by telephone"
		at = v
	}
	if m.pos == 'a' && x.t.Verb(x.t.Head(at)) {
		at = x.t.Head(at)
	}
	x.climb(at, &r)
	return r
}

// relative adds what the relative clause that carries a noun says.
func (x *reading) relative(m *match, r *reality) {
	for at := m.light; at != m.head; {
		if x.t.Verb(at) {
			x.auxiliaries(at, r)
		}
		head := x.t.Head(at)
		if head == m.head || head == at || !x.above(at, head, r) {
			return
		}
		at = head
	}
}

// presupposed adds what stands above the noun of something said ("Germany's
// pledge was rejected"): it was said all the same, unless it is only awaited.
func (x *reading) presupposed(n int, r *reality) {
	first := x.t.First(n)
	h := x.t.Head(first)
	if d := x.t.Dep(first); h != first && x.t.Verb(h) && (d == "dobj" || d == "attr" || d == "pobj") {
		switch l := x.t.Lemma(h); {
		case x.status.Awaited[l]:
			r.raise(graph.Planned)
		case x.status.Wished[l]:
			r.raise(graph.Tentative)
		}
	}
}

// climb adds what token at and everything above it say.
func (x *reading) climb(at int, r *reality) {
	for range len(x.doc.Tokens) {
		if x.t.Verb(at) {
			x.auxiliaries(at, r)
		}
		head := x.t.Head(at)
		if head == at || !x.above(at, head, r) {
			return
		}
		at = x.t.Joined(at)
	}
}

// auxiliaries adds what the verb's own auxiliaries, negation and marks say.
func (x *reading) auxiliaries(v int, r *reality) {
	if x.t.Negated(v) {
		r.negated = !r.negated
	}
	for _, k := range x.t.Kids(v) {
		c := int(k)
		switch x.t.Dep(c) {
		case "aux", "auxpass":
			x.auxiliary(v, c, r)
		case "mark", "advmod":
			x.mark(v, x.t.Lower(c), r)
		case "advcl":
			if mk := x.t.Child(c, "mark"); mk >= 0 && x.t.Lower(mk) == "if" && x.modal(v, "would", "could", "might", "may", "'d", "’d") {
				r.hypothetical = true
			}
		}
	}
	if x.t.Dep(v) == "ROOT" && x.t.Tag(v) == "VB" && x.infinitive(v) { // headline: "Trump to meet Putin"
		r.raise(graph.Planned)
	}
}

func (x *reading) auxiliary(v, c int, r *reality) {
	switch strings.TrimSuffix(strings.TrimSuffix(x.t.Lower(c), "n't"), "n’t") {
	case "will", "'ll", "’ll", "shall", "wo", "going", "gon":
		r.raise(graph.Planned)
	case "would", "'d", "’d":
		if x.t.Lower(c) != "would" && x.t.Tag(v) != "VB" {
			return // "he'd met" is the pluperfect
		}
		if x.t.Child(v, "aux") >= 0 && x.hasAux(v, "have") {
			r.hypothetical = true
			return
		}
		if x.reported(v) {
			r.raise(graph.Planned)
		} else {
			r.raise(graph.Tentative)
		}
	case "could", "may", "might", "can", "ca":
		if x.t.Lower(c) == "can" || x.t.Lower(c) == "ca" || x.t.Lower(c) == "could" {
			if r.negated { // "cannot accept" is a refusal, not a guess
				return
			}
		}
		r.raise(graph.Tentative)
		r.hypothetical = true
	case "should", "must", "ought":
		r.raise(graph.Tentative)
		r.hypothetical = true
	}
}

func (x *reading) hasAux(v int, lemma string) bool {
	for _, k := range x.t.Kids(v) {
		if x.t.Dep(int(k)) == "aux" && x.t.Lemma(int(k)) == lemma {
			return true
		}
	}
	return false
}

func (x *reading) modal(v int, list ...string) bool {
	for _, k := range x.t.Kids(v) {
		if x.t.Dep(int(k)) == "aux" {
			for _, w := range list {
				if x.t.Lower(int(k)) == w {
					return true
				}
			}
		}
	}
	return false
}

// reported tells whether verb v stands in reported speech or belief in the
// past, where "would" is the future.
func (x *reading) reported(v int) bool {
	for at := v; ; {
		h := x.t.Head(at)
		if h == at {
			return x.saidNearby(at)
		}
		if x.t.Verb(h) && (x.t.Dep(at) == "ccomp" || x.t.Dep(at) == "advcl") && x.status.Speech[x.t.Lemma(h)] {
			return true
		}
		at = h
	}
}

// saidNearby tells whether a verb of saying follows or precedes as a parenthesis.
func (x *reading) saidNearby(root int) bool {
	for _, k := range x.t.Kids(root) {
		if c := int(k); (x.t.Dep(c) == "parataxis" || x.t.Dep(c) == "ccomp") && x.status.Speech[x.t.Lemma(c)] {
			return true
		}
	}
	return x.status.Speech[x.t.Lemma(root)]
}

func (x *reading) mark(v int, w string, r *reality) {
	switch w {
	case "if", "unless", "whether", "should", "provided":
		r.raise(graph.Tentative)
		r.hypothetical = true
	case "before", "until", "till":
		if tag := x.t.Tag(v); tag == "VBZ" || tag == "VBP" {
			r.raise(graph.Planned)
		}
	case "when", "once", "after":
		if tag := x.t.Tag(v); (tag == "VBZ" || tag == "VBP") && x.t.Dep(v) == "advcl" {
			r.raise(graph.Planned)
		}
	case "perhaps", "maybe", "possibly", "probably":
		r.raise(graph.Tentative)
		r.hypothetical = true
	}
}

// above adds what the governor of token at says, and tells whether to go on.
func (x *reading) above(at, head int, r *reality) bool {
	dep, lemma := x.t.Dep(at), x.t.Lemma(head)
	switch {
	case dep == "conj":
		if x.t.Verb(at) && x.t.Verb(head) {
			return x.conjunct(at, x.t.Joined(at), r)
		}
		return true
	case dep == "relcl" || dep == "acl" && x.t.Tag(at) != "VB":
		if d := x.t.Child(head, "det"); d >= 0 && x.t.Lower(d) == "any" { // "any planes that attack" do not attack yet
			r.hypothetical = true
		}
		return false
	case dep == "nsubj" || dep == "poss" || dep == "appos" || dep == "parataxis":
		return dep == "appos" || dep == "nsubj" && x.subjectOf(head, r)
	case dep == "advcl" && !x.infinitive(at):
		return false
	case x.t.Verb(head):
		return x.governed(at, head, dep, lemma, r)
	case x.t.Noun(head):
		x.governedByNoun(at, lemma, r)
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
	case "take", "be", "happen", "occur", "begin", "start", "come", "go", "proceed", "end", "last", "follow", "open", "conclude", "resume", "collapse", "fall":
		if l == "be" {
			for _, k := range x.t.Kids(v) {
				if d := x.t.Dep(int(k)); d == "acomp" || d == "attr" {
					x.byWord(x.t.Lemma(int(k)), x.t.Lower(int(k)), r)
				}
			}
		}
		return true
	}
	return false
}

// governed adds what a governing verb says of its complement.
func (x *reading) governed(at, head int, dep, lemma string, r *reality) bool {
	if dep == "prep" || dep == "npadvmod" || dep == "advmod" {
		return false
	}
	if dep == "ccomp" && x.status.Speech[lemma] && !x.infinitive(at) {
		if x.status.Denied[lemma] {
			r.negated = !r.negated
		}
		return false
	}
	clausal := dep == "xcomp" || dep == "ccomp" || dep == "advcl"
	// a finite clause shares the fate of wishes and guesses only
	finite := dep == "ccomp" && !x.infinitive(at) && x.t.Child(at, "nsubj", "nsubjpass") >= 0 && x.t.Tag(at) != "VBG"
	if finite && !x.status.Guesses[lemma] && !x.status.Denied[lemma] {
		return false
	}
	s := x.status
	switch {
	case s.Denied[lemma]:
		r.negated = !r.negated
		return false
	case s.Cancelled[lemma], lemma == "call" && x.particle(head, "off"), lemma == "put" && x.particle(head, "off"):
		if !clausal {
			r.raise(graph.Cancelled)
			return false
		}
	case dep != "advcl" && s.Refused[lemma] && x.refuses(head, lemma):
		r.refused = true
		r.negated = !r.negated
		return false
	case lemma == "go" && x.t.Tag(head) == "VBG" && clausal:
		r.raise(graph.Planned)
		return false
	case lemma == "be" && clausal && x.infinitive(at): // "is to fly"; "was to have met"
		if x.hasAux(at, "have") {
			r.raise(graph.Cancelled)
		} else {
			r.raise(graph.Planned)
		}
	case lemma == "have" && clausal && x.infinitive(at):
		r.raise(graph.Tentative)
	case s.Planned[lemma]:
		r.raise(graph.Planned)
	case s.Proposed[lemma]:
		r.raise(graph.Tentative)
	case dep == "advcl": // a purpose: as real as the verb
		if x.t.Tag(head) == "VBD" && !s.Factive[lemma] {
			r.raise(graph.Planned)
		}
	}
	if dep == "dobj" || dep == "nsubjpass" || dep == "pobj" {
		return true
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

func (x *reading) governedByNoun(_ int, lemma string, r *reality) {
	s := x.status
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
		r.raise(graph.Planned)
		return false
	case "of", "to":
		h := x.t.Head(p)
		switch w := x.t.Lower(h); {
		case w == "ahead" || w == "eve" || w == "advance" || w == "prior":
			r.raise(graph.Planned)
			return false
		case w == "instead":
			r.hypothetical = true
			return false
		}
		return !x.t.Verb(h) || x.status.Proposed[x.t.Lemma(h)] || x.status.Planned[x.t.Lemma(h)] && x.t.Lemma(h) != "leave" && x.t.Lemma(h) != "head" || x.status.Factive[x.t.Lemma(h)]
	case "for":
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
	case "without":
		r.negated = !r.negated
		return false
	case "toward", "towards", "into", "at":
		if x.t.Child(p, "pcomp") >= 0 {
			r.raise(graph.Tentative)
			r.hypothetical = true
		}
		return false
	case "in", "on", "about", "against", "over", "with", "from":
		h := x.t.Head(p)
		l := x.t.Lemma(h)
		return !x.t.Verb(h) || x.status.Proposed[l] || x.status.Refused[l]
	}
	return false
}

// modifiers adds what stands before a noun and after it: "a planned summit",
// "no meeting", "a meeting next week".
func (x *reading) modifiers(m *match, r *reality) {
	n := m.head
	if x.t.Negated(n) {
		r.negated = !r.negated
	}
	for _, k := range x.t.Kids(n) {
		c := int(k)
		switch x.t.Dep(c) {
		case "amod", "compound", "nmod", "advmod", "det":
			x.byWord(x.t.Lemma(c), x.t.Lower(c), r)
		case "npadvmod":
			for _, kk := range x.t.Kids(c) {
				if w := x.t.Lower(int(kk)); w == "next" {
					r.raise(graph.Planned)
				}
			}
		case "acl":
			if x.eventful(m.rule) {
				x.participle(c, r)
			}
		}
	}
}

// participle adds what "scheduled for Friday", "to be held" after a noun say.
func (x *reading) participle(v int, r *reality) {
	l := x.t.Lemma(v)
	switch {
	case x.infinitive(v):
		r.raise(graph.Planned)
	case x.t.Tag(v) == "VBN" && x.status.Planned[l]:
		r.raise(graph.Planned)
	case x.t.Tag(v) == "VBN" && x.status.Cancelled[l]:
		r.raise(graph.Cancelled)
	case x.t.Tag(v) == "VBN" && x.status.Proposed[l]:
		r.raise(graph.Tentative)
	}
}

func (x *reading) byWord(lemma, lower string, r *reality) {
	in := func(w words) bool { return w[lemma] || w[lower] }
	s := x.status
	switch {
	case in(s.CancelledWords):
		r.raise(graph.Cancelled)
	case in(s.RefusedWords):
		r.refused, r.negated = true, !r.negated
	case in(s.ProposedWords):
		r.raise(graph.Tentative)
	case in(s.PlannedWords):
		r.raise(graph.Planned)
	}
}
