package events

import (
	"slices"
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
	default:
		return 0
	}
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
		if !x.eventful(m.rule) && x.modified(m.head, allegedly) { // "its alleged support"
			r.hypothetical = true
		}
		if !x.eventful(m.rule) && m.light < 0 {
			x.voiced(m, &r)
			return r
		}
	}
	if x.denied(m) {
		r.negated = !r.negated
	}
	if m.light >= 0 && m.light > m.head && x.t.Within(m.light, m.head) { // "the talks that he was to have held"
		x.relative(m, &r)
	}
	at := x.foot(m)
	if m.rule.Relation == graph.Supported && m.pos == 'v' && x.performs(at) {
		return r
	}
	if h := x.t.Head(at); m.rule.Conative && m.pos == 'v' && x.t.Dep(at) == "xcomp" && x.infinitive(at) && x.tries(h) {
		x.climb(h, &r)
		r.refused, r.negated = false, false
		return r
	}
	x.climb(at, &r)
	if slices.ContainsFunc(m.words, func(w int) bool { return x.t.Head(w) == m.head && x.t.Denies(w) }) {
		r.negated = !r.negated // "got nowhere": the trigger's own word
	}
	return r
}

// voiced adds what stands above the noun of something said that no verb carries:
// it is as real as the verb that the rule wants above it.
func (x *reading) voiced(m *match, r *reality) {
	x.presupposed(m, r)
	if v := x.verbOf(m.head); len(m.rule.Under) > 0 && v >= 0 {
		x.climb(v, r)
	}
}

// denied tells that a negation beside the trigger turns it round: before its object
// ("made no such demand", "accepted no offer") or an adjective ("are neither fair
// nor clear").
func (x *reading) denied(m *match) bool {
	switch {
	case len(m.rule.Objects) > 0:
		return slices.ContainsFunc(x.t.Objects(m.head), x.t.Negated)
	case m.pos == 'v':
		return x.takesNone(m)
	}
	return m.pos == 'a' && x.foot(m) != m.head && x.t.Negated(m.head)
}

// takesNone tells that "no" stands before the direct object of trigger m.
func (x *reading) takesNone(m *match) bool {
	o := x.t.Child(m.head, "dobj")
	if o < m.head || slices.Contains(m.words, o) || x.t.Passive(m.head) {
		return false
	}
	d := x.t.Child(o, "det")
	return d >= 0 && x.t.Lower(d) == "no" && !slices.Contains(m.words, d)
}

// allegedly are words before a noun of which nobody vouches for what it says.
var allegedly = []string{"alleged", "supposed", "purported", "so-called", "imagined", "rumoured", "rumored"}

// foot is the token from which the way up an event's tree begins.
func (x *reading) foot(m *match) int {
	at := m.head
	if m.pos == 'n' && !x.eventful(m.rule) { // what is said is as real as the verb that says it
		at = m.light
	}
	if first := x.t.First(m.head); m.light >= 0 && m.light > m.head && x.t.Dep(m.light) == "xcomp" && x.t.Dep(first) != "dobj" { // "the talks were to have been held"
		at = m.light
	}
	if v := x.verbOf(m.head); v >= 0 && m.rule.occasion() { // "will discuss it by telephone"
		at = v
	}
	if m.pos == 'a' && x.t.Verb(x.t.Head(at)) {
		at = x.t.Head(at)
	}
	return at
}

// tries tells whether verb v says that something is attempted, whatever comes
// of it.
func (x *reading) tries(v int) bool {
	switch x.t.Lemma(v) {
	case "try", "fail", "attempt", "seek", "struggle", "work", "strive", "endeavour", "endeavor", "continue", "labour", "labor":
		return true
	}
	return false
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
// pledge was rejected"): it was said all the same, unless it is only awaited;
// a deed may besides be promised, threatened or averted.
func (x *reading) presupposed(m *match, r *reality) {
	first := x.t.First(m.head)
	h := x.t.Head(first)
	if n := x.t.Head(h); (deed(m.rule.Relation) || m.rule.Relation == graph.AgreedWith) && x.t.Dep(first) == "pobj" && (x.t.Lower(h) == "of" || x.t.Lower(h) == "for") && x.status.ProposedNouns[x.t.Lemma(n)] { // "the threat of tariffs"
		r.raise(graph.Tentative)
	}
	if !deed(m.rule.Relation) {
		// it is said whatever becomes of it
	} else if x.t.Dep(first) == "nsubj" && x.modal(h, "would", "could", "might", "may") { // "an attack would be a mistake"
		r.raise(graph.Tentative)
	} else if v := x.t.Head(h); x.t.Dep(first) == "pobj" && x.t.Lower(h) == "for" && x.t.Verb(v) && x.status.Proposed[x.t.Lemma(v)] { // "pleaded for the release"
		r.raise(graph.Tentative)
	}
	if d := x.t.Dep(first); h != first && x.t.Verb(h) && (d == "dobj" || d == "attr" || d == "pobj" || d == "nsubjpass" && x.status.Awaited[x.t.Lemma(h)]) {
		switch l := x.t.Lemma(h); {
		case x.status.Awaited[l]:
			r.raise(graph.Planned)
		case x.status.Wished[l], deed(m.rule.Relation) && x.status.Undone[l]:
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
		if head == at || x.divided(at, head) || !x.above(at, head, r) {
			return
		}
		at = x.t.Joined(at)
	}
}

// auxiliaries adds what the verb's own auxiliaries, negation and marks say.
func (x *reading) auxiliaries(v int, r *reality) {
	if x.t.Negated(v) || x.ratherThan(v) {
		r.negated = !r.negated
	}
	switch s := x.t.Child(v, "nsubj", "nsubjpass"); {
	case s < 0:
	case x.opens(s, "neither"): // "neither Paris nor Rome accepted"
		r.negated = !r.negated
	case x.opens(s, "no"), x.t.Lower(s) == "nobody", x.t.Lower(s) == "none":
		r.hypothetical = true
	}
	if x.inverted(v) && !x.startsNegated(v) { // "had Kyiv accepted", "were it not ready"
		r.hypothetical = true
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
	if x.itinerary(v) {
		r.raise(graph.Planned)
	}
	if x.t.Dep(v) == "ROOT" && x.t.Tag(v) == "VB" && x.infinitive(v) { // headline: "Trump to meet Putin"
		r.raise(graph.Planned)
	}
}

// journeys are verbs of which the simple present tells what is on the programme:
// "from Oslo she flies to Rome".
var journeys = map[string]bool{"fly": true, "travel": true, "go": true, "head": true, "leave": true, "depart": true, "return": true, "proceed": true, "journey": true, "sail": true, "continue": true}

// itinerary tells that verb v is in the simple present of a journey, and not in
// the headline, where that is what has just happened.
func (x *reading) itinerary(v int) bool {
	if t := x.t.Tag(v); t != "VBZ" && t != "VBP" || !journeys[x.t.Lemma(v)] || x.t.Child(v, "aux", "auxpass", "dobj") >= 0 || x.t.Sent(v) == 0 {
		return false
	}
	if x.t.Child(v, "nsubj") < 0 && x.t.Dep(v) != "conj" || x.bygone(v) {
		return false
	}
	return slices.ContainsFunc(x.t.Preps(v, "to", "for", "into"), func(t int) bool { return len(x.place(t)) > 0 })
}

// bygone tells that the last date before token i in its paragraph lies weeks before
// the article's: a chronicle tells the past in the present tense.
func (x *reading) bygone(i int) bool {
	_, published, err := x.article.Published.Window()
	if err != nil {
		return false
	}
	for k := range slices.Backward(x.dates) {
		e := &x.dates[k]
		if e.End > i {
			continue
		}
		if strings.Contains(x.doc.Text[x.doc.Tokens[e.First].End:x.doc.Tokens[i].Start], "\n") {
			return false
		}
		_, last, err := e.Date.Window()
		return err == nil && last.Before(published.AddDate(0, 0, -weeks))
	}
	return false
}

// weeks are the days after which what a text tells is no news.
const weeks = 21

func (x *reading) auxiliary(v, c int, r *reality) {
	switch strings.TrimSuffix(strings.TrimSuffix(x.t.Lower(c), "n't"), "n’t") {
	case "will", "'ll", "’ll", "shall", "wo", "going", "gon":
		r.raise(graph.Planned)
	case "would", "'d", "’d":
		if x.t.Lower(c) != "would" && x.t.Tag(v) != "VB" {
			return // "he'd met" is the pluperfect
		}
		if x.t.Child(v, "aux") >= 0 && x.perfect(v) {
			r.hypothetical = true
			return
		}
		if r.negated || x.emptyHanded(v) { // "would not go", "would have no part of it"
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

// opens tells whether word w is a determiner or conjunction of noun n.
func (x *reading) opens(n int, w string) bool {
	for _, k := range x.t.Kids(n) {
		if c := int(k); c < n && x.t.Lower(c) == w {
			return true
		}
	}
	return false
}

// startsNegated tells whether a negation brings about the inversion of verb v:
// "never had Kyiv accepted".
func (x *reading) startsNegated(v int) bool {
	if len(x.t.Kids(v)) == 0 {
		return false
	}
	switch k := int(x.t.Kids(v)[0]); x.t.Dep(k) {
	case "neg", "cc", "preconj", "prep", "advmod", "npadvmod":
		return true
	}
	return false
}

// ratherThan tells whether verb v is what is left undone: "walked out rather
// than accept".
func (x *reading) ratherThan(v int) bool {
	for i := v - 1; i > 0 && i >= v-3; i-- {
		if x.t.Lower(i) == "than" {
			return x.t.Lower(i-1) == "rather"
		}
	}
	return false
}

// emptyHanded tells that the object of verb v is "none", "nothing", "no part".
func (x *reading) emptyHanded(v int) bool {
	for _, k := range x.t.Kids(v) {
		o := int(k)
		if x.t.Dep(o) == "prep" {
			o = x.t.Child(o, "pobj")
		} else if x.t.Dep(o) != "dobj" {
			continue
		}
		if o >= 0 && (x.t.Lower(o) == "none" || x.t.Lower(o) == "nothing" || x.t.Negated(o)) {
			return true
		}
	}
	return false
}

// perfect tells whether verb v is in the perfect: "has not met".
func (x *reading) perfect(v int) bool {
	for _, k := range x.t.Kids(v) {
		if x.t.Dep(int(k)) == "aux" && x.t.Lemma(int(k)) == "have" {
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
	case "perhaps", "maybe", "possibly", "probably", "nearly", "almost": // "nearly went to war"
		r.raise(graph.Tentative)
		r.hypothetical = true
	}
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
			if c > n && x.t.Lower(c-1) == "," { // "the accord, ready since May, was signed"
				continue
			}
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
