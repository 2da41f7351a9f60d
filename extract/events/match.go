package events

import (
	"slices"
)

// match is a trigger found in the text.
type match struct {
	rule *rule
	pos  byte
	// head is the trigger token, last the last of its words (head itself for
	// one-word triggers), light the light verb that carries a noun, or -1.
	head, last, light int
	words             []int
	// carried: the words begin with a noun ("accept an invitation"), so that
	// the verb keeps its own meaning too.
	carried bool
}

// pred is the verb whose time and negation are the event's.
func (m *match) pred() int {
	if m.light >= 0 {
		return m.light
	}
	return m.head
}

// matches finds the triggers of the text, in text order. A longer trigger
// hides the shorter ones on the same token and relation.
func (x *reading) matches() []match {
	out := make([]match, 0, len(x.doc.Tokens)/8)
	for i := range x.doc.Tokens {
		out = append(out, x.matchesAt(i)...)
	}
	return out
}

func (x *reading) matchesAt(i int) []match {
	pos := x.triggerPos(i)
	if pos == 0 {
		return nil
	}
	out := x.matchesAs(i, pos, x.t.Lemma(i))
	if pos == 'v' && x.t.Tag(i) == "VBN" && x.t.Passive(i) { // "is opposed to" is as good as an adjective
		out = append(out, x.matchesAs(i, 'a', x.t.Lower(i))...)
	}
	return out
}

func (x *reading) matchesAs(i int, pos byte, lemma string) []match {
	var out []match
	for _, t := range x.rules.triggers[lemma] {
		if t.pos != pos {
			continue
		}
		words := x.follow(i, t.rest)
		if words == nil || x.hidden(out, t, words) || x.taken(i, words) || x.has(i, t.rule.Without) || x.under(i, t.rule.NotUnder) || !x.governedBy(i, t.rule.Under) || !x.takes(i, t.rule.Objects, words) || !x.ledBy(i, t.rule.Subjects) || !x.modified(i, t.rule.Modifiers) || !x.behind(i, t.rule.After) || t.rule.Will && !x.modal(i, "will", "would", "wo", "'ll", "’ll", "'d", "’d", "can", "ca", "could") || t.rule.Wish && !x.modal(i, "would", "'d", "’d") || !x.judged(i, t.rule.Complement) {
			continue
		}
		if len(t.rest) == 0 && pos == 'v' && x.otherParticle(i) {
			continue
		}
		m := match{rule: t.rule, pos: pos, head: i, last: i, light: -1, words: words}
		if n := len(words); n > 0 {
			m.last = words[n-1]
			m.carried = x.t.Noun(words[0])
		}
		if pos == 'n' {
			m.light = x.t.LightVerb(i)
		}
		out = append(out, m)
	}
	return out
}

// taken tells that the verb has an object of its own before the preposition
// that ends a multi-word trigger: "press X for Y" is not "press for Y".
func (x *reading) taken(i int, words []int) bool {
	if len(words) == 0 || x.t.Dep(words[len(words)-1]) != "prep" || x.t.Head(words[len(words)-1]) != i {
		return false
	}
	o := x.t.Child(i, "dobj")
	if last := words[len(words)-1]; len(x.t.Kids(last)) == 0 || x.t.Lower(last) == "out" && x.t.Child(last, "pobj", "pcomp") < 0 && x.t.Lemma(i) != "order" {
		return false // "let the envoy in", "shut him out of": a particle
	}
	return o >= 0 && o < words[len(words)-1] && !slices.Contains(words, o) || x.dated(words[len(words)-1])
}

// dated tells that preposition p only tells when: "settled on Friday" is not
// "settled on something".
func (x *reading) dated(p int) bool {
	o := x.t.Child(p, "pobj")
	return o >= 0 && x.t.Lower(p) == "on" && x.temporal(o)
}

// predicate stands in rules for a complement that says what the object is:
// "called him [brave]".
const predicate = "predicate"

// has tells whether token i has a dependent with one of the labels, or a
// preposition that is one of them.
func (x *reading) has(i int, deps []string) bool {
	if len(deps) == 0 {
		return false
	}
	if c := x.t.Child(i, "xcomp"); c >= 0 && !x.infinitive(c) && slices.Contains(deps, predicate) {
		return true
	}
	return slices.ContainsFunc(x.t.Kids(i), func(c int32) bool {
		if x.t.Dep(int(c)) == "prep" && slices.Contains(deps, x.t.Lower(int(c))) {
			return true
		}
		return slices.Contains(deps, x.t.Dep(int(c))) && (x.t.Dep(int(c)) != "oprd" || !slices.Contains(x.t.Objects(i), int(c)))
	})
}

// under tells whether token i is a clause governed by one of the verbs.
func (x *reading) under(i int, lemmas []string) bool {
	return len(lemmas) > 0 && x.t.Head(i) != i && slices.Contains(lemmas, x.t.Lemma(x.t.Head(i)))
}

// governedBy tells whether the verb above token i, through prepositions and
// nouns, is one of the lemmas; an empty list asks nothing.
func (x *reading) governedBy(i int, lemmas []string) bool {
	if len(lemmas) == 0 {
		return true
	}
	v := x.verbOf(i)
	return v >= 0 && slices.Contains(lemmas, x.t.Lemma(v))
}

// takes tells whether the direct object of verb i is one of the lemmas; an
// empty list asks nothing.
func (x *reading) takes(i int, lemmas []string, words []int) bool {
	if len(lemmas) == 0 {
		return true
	}
	if top := x.t.First(i); x.t.Dep(top) == "relcl" { // "the [tanks] that Germany sent Ukraine"
		if s := x.t.Child(i, "nsubj"); s >= 0 && x.t.Tag(s) != "WDT" && x.t.Tag(s) != "WP" && slices.Contains(lemmas, x.t.Lemma(x.t.Head(top))) {
			return true
		}
	}
	objects := x.t.Objects(i)
	if n := len(words); len(objects) == 0 && n > 0 { // "called upon [his followers]"
		objects = x.t.PrepObjects(words[n-1])
	}
	return slices.ContainsFunc(objects, func(o int) bool {
		return slices.Contains(lemmas, x.t.Lemma(o)) || slices.Contains(lemmas, x.t.Lemma(x.counted(o))) || x.money(o) && slices.Contains(lemmas, "money") || slices.Contains(lemmas, "NAME") && x.canAct(o)
	})
}

// money tells whether number i is a sum: "$17bn".
func (x *reading) money(i int) bool {
	return x.doc.Tokens[i].Pos == "NUM" && slices.ContainsFunc(x.t.Kids(i), func(k int32) bool { return x.t.Tag(int(k)) == "$" })
}

// ledBy tells whether the subject of verb i is one of the lemmas; an empty list
// asks nothing.
func (x *reading) ledBy(i int, lemmas []string) bool {
	if len(lemmas) == 0 {
		return true
	}
	return slices.ContainsFunc(x.t.Surface(i), func(s int) bool {
		return slices.Contains(lemmas, x.t.Lemma(s)) || slices.Contains(lemmas, "NAME") && x.canAct(s)
	})
}

// modified tells whether one of the lemmas stands before noun i as its
// modifier; an empty list asks nothing.
func (x *reading) modified(i int, lemmas []string) bool {
	if len(lemmas) == 0 {
		return true
	}
	return slices.ContainsFunc(x.t.Kids(i), func(k int32) bool { return int(k) < i && slices.Contains(lemmas, x.t.Lemma(int(k))) })
}

// behind tells whether token i is the object of one of the prepositions; an empty
// list asks nothing.
func (x *reading) behind(i int, prepositions []string) bool {
	if len(prepositions) == 0 {
		return true
	}
	i = x.t.First(i)
	return x.t.Dep(i) == "pobj" && slices.Contains(prepositions, x.t.Lower(x.t.Head(i)))
}

// hidden tells whether a longer trigger has taken this token already: of the
// same relation, or one that makes another verb of it ("call off"; but "turn
// down an invitation" is to turn down). A rule for denials alone takes nothing.
func (x *reading) hidden(found []match, t trigger, words []int) bool {
	return slices.ContainsFunc(found, func(m match) bool {
		return len(m.words) > len(words) && !m.rule.DenialOnly && (m.rule.Relation == t.rule.Relation || !x.t.Noun(m.words[len(words)]))
	})
}

// triggerPos returns 'v', 'n' or 'a' for a token that can be a trigger.
func (x *reading) triggerPos(i int) byte {
	switch x.doc.Tokens[i].Pos {
	case "VERB", "AUX":
		if d := x.t.Dep(i); d == "aux" || d == "auxpass" || d == "amod" || d == "compound" {
			return 0
		}
		return 'v'
	case "NOUN", "PROPN":
		if x.t.Dep(i) == "compound" {
			return 0
		}
		if x.t.Verb(i) {
			return 'v'
		}
		return 'n'
	case "ADJ":
		if d := x.t.Dep(i); d == "dobj" || d == "pobj" || d == "nsubj" || d == "nsubjpass" { // "has a bilateral with"
			return 'n'
		}
		return 'a'
	case "ADV":
		if l := x.t.Lower(i); (l == "back" || l == "home") && len(x.t.Preps(i, "from")) > 0 { // "Lee, just back from Rome, said"
			return 'a'
		}
	}
	return 0
}

// follow finds the words of a multi-word trigger among the dependents of the
// trigger, of its object and of the words found so far ("pour cold water on",
// where "cold" hangs below "water"); nil where one is missing or they stand in
// another order.
func (x *reading) follow(i int, rest []string) []int {
	if !x.hasWords(i, rest) {
		return nil
	}
	words := make([]int, len(rest))
	for w := range words {
		words[w] = -1
	}
	from := []int{i}
	for range rest {
		w, c := x.next(i, from, rest, words)
		if o := x.t.Child(i, "dobj"); c < 0 && o >= 0 && !slices.Contains(from, o) {
			w, c = x.next(i, append(slices.Clone(from), o), rest, words)
			if c >= 0 && len(rest) == 1 && x.t.Dep(c) == "prep" { // "agreed on an end to the war" is no "agree to"
				return nil
			}
		}
		if c < 0 {
			return nil
		}
		words[w] = c
		from = append(from, c)
	}
	for w := 1; w < len(words); w++ {
		if words[w] < words[w-1]-1 { // "has no use for the plan" is no "have plan for"
			return nil
		}
	}
	return words
}

// hasWords tells whether the sentence of token i has all the words, as they
// stand or as lemmas: most triggers of many words can be ruled out by that.
func (x *reading) hasWords(i int, words []string) bool {
	if len(words) == 0 {
		return true
	}
	if sent := x.t.Sent(i); x.vocabulary == nil || x.vocabularyOf != sent {
		if x.vocabulary == nil {
			x.vocabulary = map[string]bool{}
		}
		clear(x.vocabulary)
		x.vocabularyOf = sent
		first, end := i, i
		for first > 0 && x.t.Sent(first-1) == sent {
			first--
		}
		for end < len(x.doc.Tokens) && x.t.Sent(end) == sent {
			end++
		}
		for k := first; k < end; k++ {
			x.vocabulary[x.t.Lower(k)] = true
			x.vocabulary[x.t.Lemma(k)] = true
		}
	}
	for _, w := range words {
		if !x.vocabulary[w] {
			return false
		}
	}
	return true
}

// next finds the first word of rest not found yet that hangs below one of the
// tokens from, behind the trigger.
func (x *reading) next(trigger int, from []int, rest []string, words []int) (word, token int) {
	for w, text := range rest {
		if words[w] >= 0 {
			continue
		}
		for _, f := range from {
			for _, k := range x.t.Kids(f) {
				if c := x.word(int(k), trigger, text); c >= 0 && !slices.Contains(words, c) {
					return w, c
				}
			}
		}
	}
	return -1, -1
}

// word is the token with a text or lemma at k, or coordinated with it where k is
// a preposition ("spoke for the bill and [against] the amendment"), else -1. It
// stands behind the trigger unless it is a mere "no" or "yes".
func (x *reading) word(k, trigger int, text string) int {
	c := x.marker(k)
	if (c > trigger || x.t.Dep(c) == "intj") && (x.t.Lower(c) == text || x.t.Lemma(c) == text) && x.t.Dep(c) != "conj" {
		return c
	}
	if j := x.t.Child(c, "conj"); x.t.Dep(c) == "prep" && j >= 0 && x.t.Lower(j) == text && x.doc.Tokens[j].Pos == "ADP" {
		return j
	}
	return -1
}

// marker is the "for" that opens infinitive clause c with a subject of its own
// ("called [for] Kyiv to accept"), else c itself.
func (x *reading) marker(c int) int {
	if mk := x.t.Child(c, "mark"); mk >= 0 && x.t.Lower(mk) == "for" && x.infinitive(c) && x.t.Child(c, "nsubj", "nsubjpass") >= 0 {
		return mk
	}
	return c
}

// otherParticle tells that verb i has a particle that makes another verb of
// it: "called off" is no call, "turned down" no turn.
func (x *reading) otherParticle(i int) bool {
	p := x.t.Child(i, "prt")
	return p >= 0 && !slices.Contains([]string{"up", "out", "down", "back", "away", "along", "over"}, x.t.Lower(p))
}
