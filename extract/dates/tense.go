package dates

import (
	"strings"

	"entente/extract/nlp"
)

// direction tells on which side of the day of publication an expression
// lies. The weak ones come from a noun that the expression belongs to: enough
// to choose between two Thursdays, not between two Marches.
type direction int8

const (
	past       direction = -2
	weakPast   direction = -1
	either     direction = 0
	weakFuture direction = 1
	future     direction = 2
)

func (d direction) weaken() direction { return d / 2 }

// The words that the reading of tense needs, lemmas in lower case.
var (
	// planning verbs put what depends on them into the future of whoever plans.
	planning = set("agree", "aim", "allow", "announce", "appoint", "arrange", "ask", "book", "call", "choose", "consider", "convene", "decide", "due", "earmark",
		"expect", "fix", "hope", "intend", "invite", "mean", "move", "offer", "order", "pencil", "persuade", "plan", "pledge", "postpone", "prepare", "program",
		"promise", "propose", "ready", "request", "reschedule", "schedule", "seek", "set", "slate", "suggest", "summon", "tell", "time", "urge", "vow", "want", "wish")
	// scheduling verbs tell in the passive what lies ahead.
	scheduling = set("arrange", "book", "due", "earmark", "expect", "fix", "intend", "mean", "pencil", "plan", "program", "reschedule", "schedule", "set", "slate", "time")
	// reporting verbs in the present tense tell what was said.
	reporting = set("say", "tell", "report", "write", "announce", "claim", "confirm", "reveal", "state", "add", "deny", "insist", "warn", "note", "declare", "show",
		"describe", "recall", "remember", "know", "learn", "hear")
	// awaited nouns are followed by what is to come: "an invitation to speak in July".
	awaited = set("invitation", "plan", "proposal", "offer", "request", "call", "pledge", "promise", "decision", "agreement", "deal", "vow", "intention", "appeal", "demand",
		"suggestion", "schedule", "arrangement", "preparation")
	// told nouns are the reports of things, made by the time they are named.
	told         = set("statement", "report", "interview", "announcement", "tweet", "post", "remark", "comment", "speech", "letter", "decree", "article", "editorial")
	futureModals = set("will", "shall", "would", "may", "might", "could", "can", "should", "must", "wo", "'ll", "’ll")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// reportedOn returns the verb of saying right before an expression, or -1:
// "said on Tuesday (that) …". The parser often hangs the date on what was said.
func reportedOn(d *nlp.Doc, first int) int {
	i := first - 1
	for i >= 0 && oneOf(strings.ToLower(d.Word(i)), "on|late|early") {
		i--
	}
	if i >= 0 && reporting[d.Tokens[i].Lemma] && oneOf(d.Tokens[i].Tag, "VBD|VBZ|VBP") {
		return i
	}
	return -1
}

// spanHead returns the token of [first,end) that the others hang on.
func spanHead(d *nlp.Doc, first, end int) int {
	for i := first; i < end; i++ {
		if h := int(d.Tokens[i].Head); h == i || h < first || h >= end {
			return i
		}
	}
	return first
}

func isVerb(t *nlp.Token) bool { return t.Pos == "VERB" || t.Pos == "AUX" }

// direction reads the tense of what governs the expression [first,end).
func (s *scan) direction(first, end int) direction {
	d := s.doc
	if v := reportedOn(d, first); v >= 0 {
		return past
	}
	i := spanHead(d, first, end)
	nominal, object := false, false
	for range d.Tokens {
		t := &d.Tokens[i]
		if dir, ok := s.prepositional(i); ok {
			return dir
		}
		outside := i < first || i >= end
		switch {
		case outside && isVerb(t) && nominal && planning[t.Lemma] && object:
			return weakFuture // "proposed talks in July"
		case outside && isVerb(t) && nominal:
			return s.verb(i, 0).weaken()
		case outside && isVerb(t):
			return s.verb(i, 0)
		case outside && told[t.Lemma]:
			return weakPast
		case t.Pos == "ADJ" && planning[t.Lemma]:
			return future
		case int(t.Head) == i:
			return either
		}
		nominal = nominal || outside && (t.Pos == posNoun || t.Pos == "PROPN")
		object = t.Dep == depObject
		i = int(t.Head)
	}
	return either
}

// prepositional reads the time that a preposition alone gives to its object:
// "ahead of Friday's summit", "after Thursday's talks", "scheduled for Monday".
func (s *scan) prepositional(i int) (direction, bool) {
	t := &s.doc.Tokens[i]
	if t.Dep != depPrep && t.Pos != posPrep && t.Pos != "SCONJ" {
		return either, false
	}
	head := s.doc.Tokens[t.Head].Lemma
	switch w := s.at(i); {
	case w == "of" && s.at(i-1) == "ahead":
		return weakFuture, true
	case w == "of" && s.doc.Tokens[t.Head].Pos == posNoun:
		return either, true // "an order of Sept. 17 is unresolved"
	case w == wordUntil, w == "till", w == "by" && t.Dep != "agent":
		h := int(t.Head)
		if dayParts[s.at(h)] {
			h = int(s.doc.Tokens[h].Head)
		}
		have, _, _, modal, _ := s.auxiliaries(h)
		if !modal && (have || i < h && s.tag(h) == tagPast) {
			return weakPast, true // "by Monday the two had settled it"
		}
		return weakFuture, true
	case (w == "for" || w == "to") && planning[head]:
		return weakFuture, true
	case w == "since", w == "after", w == "following":
		h := int(t.Head)
		if s.verb(h, 0) > either && (s.doc.Tokens[h].Lemma != "be" || s.modal(h)) {
			return either, false // "will meet after Friday's vote", but "are back after Friday's quarrel"
		}
		return weakPast, true
	}
	return either, false
}

// modal tells whether a modal verb hangs on verb i.
func (s *scan) modal(i int) bool {
	_, _, _, modal, _ := s.auxiliaries(i)
	return modal
}

// verb reads the tense of a verb from its form and its auxiliaries.
func (s *scan) verb(i, depth int) direction {
	d := s.doc
	t := &d.Tokens[i]
	if depth > 12 {
		return either
	}
	have, pastBe, presentBe, modal, marker := s.auxiliaries(i)
	switch {
	case modal && (have || s.unable(i)):
		return past
	case modal:
		return future
	case pastBe && scheduling[t.Lemma]:
		return weakFuture
	case have, pastBe:
		return past
	case presentBe:
		return future
	case marker:
		return s.infinitive(i, depth)
	}
	switch t.Tag {
	case tagPast:
		return past
	case "VBZ", "VBP":
		if reporting[t.Lemma] {
			return past
		}
		return future
	case "VBN":
		if scheduling[t.Lemma] {
			return future
		}
		return past
	case "VBG", "VB":
		if h := int(t.Head); h != i {
			if dir := s.ancestor(h, depth); dir != either {
				return dir
			}
		}
	}
	return either
}

// unable tells that the modal of verb i is "could not", said of the past.
func (s *scan) unable(i int) bool {
	for j := max(0, i-5); j < i-1; j++ {
		if s.at(j) == "could" && s.is(j+1, "not|n't|n’t|never|hardly|scarcely") {
			return true
		}
	}
	return false
}

func (s *scan) auxiliaries(i int) (have, pastBe, presentBe, modal, marker bool) {
	d := s.doc
	for j := max(0, i-8); j < i; j++ {
		a := &d.Tokens[j]
		if int(a.Head) != i || (a.Dep != "aux" && a.Dep != "auxpass") {
			continue
		}
		switch w := s.at(j); {
		case futureModals[w], a.Tag == "MD":
			modal = true
		case a.Lemma == "have":
			have = true
		case a.Lemma == "be" && (a.Tag == tagPast || a.Tag == "VBN"):
			pastBe = true
		case a.Lemma == "be":
			presentBe = true
		case a.Lemma == "do" && a.Tag == tagPast:
			pastBe = true
		case a.Tag == "TO":
			marker = true
		}
	}
	return
}

// infinitive takes its time from what it depends on: "is to meet", "agreed to
// meet" lie ahead, "refused to meet" does not.
func (s *scan) infinitive(i, depth int) direction {
	h := int(s.doc.Tokens[i].Head)
	if h == i {
		return future // "Trump, Putin to meet on Friday"
	}
	t := &s.doc.Tokens[h]
	if planning[t.Lemma] && s.pluperfect(h) {
		return either // "had planned to come in March"
	}
	if planning[t.Lemma] || t.Lemma == "be" || t.Pos == posNoun && awaited[t.Lemma] {
		return future
	}
	return s.ancestor(h, depth)
}

// pluperfect tells whether "had" hangs on verb i.
func (s *scan) pluperfect(i int) bool {
	for j := max(0, i-8); j < i; j++ {
		if a := &s.doc.Tokens[j]; int(a.Head) == i && a.Dep == "aux" && a.Lemma == "have" && a.Tag == tagPast {
			return true
		}
	}
	return false
}

func (s *scan) ancestor(h, depth int) direction {
	for range s.doc.Tokens {
		t := &s.doc.Tokens[h]
		if isVerb(t) {
			return s.verb(h, depth+1)
		}
		if planning[t.Lemma] || t.Pos == posNoun && awaited[t.Lemma] {
			return future
		}
		if int(t.Head) == h {
			break
		}
		h = int(t.Head)
	}
	return either
}
