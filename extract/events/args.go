package events

import (
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

// arg is one argument of an event.
type arg struct {
	tok int
	// ent is the entity, or -1 for a phrase; a phrase has ref.
	ent int
	ref graph.Ref
	// clause tells that the phrase is a clause.
	clause bool
}

// eval returns the arguments at path p of match m.
func (x *reading) eval(m *match, p path) []arg {
	toks := x.walk(m, p)
	var out []arg
	for _, t := range toks {
		for _, a := range x.read(m, p.as, t) {
			if !slices.ContainsFunc(out, func(b arg) bool { return b.ent >= 0 && b.ent == a.ent }) {
				out = append(out, a)
			}
		}
	}
	return out
}

// first returns the arguments at the first of the paths that has any.
func (x *reading) first(m *match, paths []path) []arg {
	for _, p := range paths {
		if out := x.eval(m, p); len(out) > 0 {
			return out
		}
	}
	return nil
}

// walk returns the tokens at a path.
func (x *reading) walk(m *match, p path) []int {
	switch p.step {
	case "subject":
		return x.subjects(m)
	case "object":
		return x.objects(m)
	case "recipient":
		return x.recipients(m)
	case "clause":
		return x.clauses(m)
	case "participle":
		return slices.DeleteFunc(x.clauses(m), func(c int) bool {
			return x.t.Tag(c) != "VBN" || x.t.Child(c, "nsubj", "nsubjpass") < 0 || x.t.Child(c, "aux", "auxpass", "mark") >= 0
		})
	case "doing":
		return slices.DeleteFunc(x.clauses(m), func(c int) bool { return x.t.Tag(c) != "VBG" || x.t.Child(c, "nsubj", "aux") >= 0 })
	case "mandate":
		return slices.DeleteFunc(x.clauses(m), func(c int) bool { return !x.mandate(c) })
	case "infinitive", "that":
		var out []int
		for _, c := range x.clauses(m) {
			if x.infinitive(c) == (p.step == "infinitive") && x.t.Tag(c) != "VBG" {
				out = append(out, c)
			}
		}
		return out
	case "prep":
		return x.preps(m, p.words)
	case "gerund":
		return x.gerunds(m, p.words)
	case "judged":
		return x.smallClause(m.head)
	case "indirect":
		return x.indirect(m)
	case "audience":
		return x.audience(m.head)
	case "here":
		return x.here(m)
	case "before":
		if a := x.antecedent(m.head); a >= 0 {
			return []int{a}
		}
		return nil
	case "around":
		return x.surroundings(m.head)
	case "journey":
		return x.journey(m.last)
	case "self":
		return []int{m.head}
	case "within":
		var out []int
		for _, o := range append(x.objects(m), m.last, x.t.Child(m.head, "attr")) {
			if o >= 0 {
				out = append(out, x.t.Preps(o, p.words...)...)
			}
		}
		return out
	case "possessor":
		var out []int
		for _, o := range append(x.objects(m), m.last) {
			if x.t.Noun(o) {
				out = append(out, x.t.OwnAgents(o)...)
			}
		}
		return out
	}
	return nil
}

func (x *reading) subjects(m *match) []int {
	switch m.pos {
	case 'n':
		return x.nounAgents(m)
	case 'a':
		if x.t.Verb(m.head) {
			return x.t.Surface(m.head)
		}
		h := x.t.Head(m.head)
		if x.t.Verb(h) {
			return x.t.Surface(h)
		}
		if x.t.Dep(m.head) == "amod" {
			return []int{h}
		}
		return nil
	}
	subjects := x.t.Subjects(m.head)
	if x.anyActs(subjects) || x.t.Dep(m.head) != "conj" || x.t.Child(m.head, "nsubj", "nsubjpass") >= 0 {
		return subjects
	}
	// "said the plan was dead and pleaded for time": not the plan pleaded
	if first := x.t.First(m.head); x.t.Dep(first) == "ccomp" && x.t.Verb(x.t.Head(first)) {
		return x.t.Surface(x.t.Head(first))
	}
	return subjects
}

func (x *reading) anyActs(toks []int) bool {
	return slices.ContainsFunc(toks, func(t int) bool { return len(x.actors(t)) > 0 })
}

// surroundings is the subject of the clause in which noun n stands in a
// prepositional phrase.
func (x *reading) surroundings(n int) []int {
	for at := n; ; {
		h := x.t.Head(at)
		if h == at {
			return nil
		}
		if x.t.Verb(h) {
			if d := x.t.Dep(at); d != "prep" && d != "agent" && d != "attr" {
				return nil
			}
			return x.t.Surface(h)
		}
		at = h
	}
}

// journey is the goal of the infinitive below noun n.
func (x *reading) journey(n int) []int {
	for _, k := range x.t.Kids(n) {
		if c := int(k); x.infinitive(c) {
			if out := x.t.Objects(c); len(out) > 0 && x.t.Lemma(c) == "visit" {
				return out
			}
			return x.t.Preps(c, "to", "in")
		}
	}
	return nil
}

// nounAgents are who does what a noun names: agents of its own where they are
// known, else the subject of the verb that carries it or, for journeys and
// meetings, decides on it ("cancelled a trip").
func (x *reading) nounAgents(m *match) []int {
	own := slices.DeleteFunc(x.t.OwnAgents(m.head), x.namesake)
	for _, o := range own {
		if len(x.actors(o)) > 0 {
			return own
		}
	}
	if m.light >= 0 {
		return x.t.Subjects(m.light)
	}
	first := x.t.First(m.head)
	if v := x.t.Head(first); x.t.Dep(first) == "dobj" && x.eventful(m.rule) && x.status.governs(x.t.Lemma(v)) {
		return x.t.Subjects(v)
	}
	return own
}

// namesake tells that a city before a noun only names it: "the Paris accord"
// is not France's, "the Geneva talks" not Switzerland's.
func (x *reading) namesake(tok int) bool {
	m := x.who.At(tok)
	return m != nil && x.t.Dep(tok) == "compound" && m.Place >= 0 && x.who.Entities[m.Place].Ref.Kind == graph.Place
}

// eventful relations are what people do together or go through, not what they
// say: their nouns share the fate of the verbs above them.
func (x *reading) eventful(r *rule) bool {
	return len(r.participants) > 0 && r.Relation != graph.AgreedWith || r.Relation == graph.Visited
}

// objects returns the direct object, or, after a multi-word trigger, that of
// its last word: "called for [a truce]", "took issue with [Kyiv]".
func (x *reading) objects(m *match) []int {
	if m.last != m.head {
		if out := x.t.PrepObjects(m.last); len(out) > 0 {
			return out
		}
	}
	if m.pos != 'v' {
		return nil
	}
	var out []int
	for _, o := range x.t.Objects(m.head) {
		if !slices.Contains(m.words, o) {
			out = append(out, o)
		}
	}
	return out
}

// recipients are indirect objects, "to" objects, and who is made to do
// something: "urged [Kyiv] to accept", "a warning to [Kyiv]".
func (x *reading) recipients(m *match) []int {
	if out := x.indirect(m); len(out) > 0 {
		return out
	}
	if m.pos != 'v' {
		return nil
	}
	return append(x.objects(m), x.raised(m.head)...)
}

// indirect are indirect objects and "to" objects only.
func (x *reading) indirect(m *match) []int {
	for _, h := range m.heads() {
		var out []int
		for _, k := range x.t.Kids(h) {
			if c := int(k); x.t.Dep(c) == "dative" {
				if x.t.Noun(c) {
					out = append(out, x.t.Conj(c)...)
				} else {
					out = append(out, x.t.PrepObjects(c)...)
				}
			}
		}
		if len(out) == 0 && ditransitive[x.t.Lemma(h)] {
			out = x.swallowed(h)
		}
		if len(out) == 0 {
			out = x.t.Preps(h, "to", "on", "upon")
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// ditransitive verbs take two objects, of which the parser can make one name:
// in "gave [Ann Lee] lunch" it reads "Ann Lee lunch".
var ditransitive = map[string]bool{
	"give": true, "offer": true, "promise": true, "send": true, "hand": true, "grant": true, "award": true, "show": true,
	"lend": true, "pay": true, "serve": true, "deny": true, "owe": true, "guarantee": true, "pledge": true,
}

// swallowed is the actor that stands as a compound before the object of verb v.
func (x *reading) swallowed(v int) []int {
	o := x.t.Child(v, "dobj")
	if o < 0 || x.doc.Tokens[o].Pos != "NOUN" {
		return nil
	}
	for _, k := range x.t.Kids(o) {
		c := int(k)
		if m := x.who.At(c); x.t.Dep(c) == "compound" && m != nil && m.Form == actors.Name && m.Actor >= 0 && m.First == v+1 {
			return []int{c}
		}
	}
	return nil
}

// audience is whom the clause around noun n speaks to: "told [X] by telephone".
func (x *reading) audience(n int) []int {
	v := x.verbOf(n)
	if v < 0 {
		return nil
	}
	m := match{head: v, last: v, light: -1, pos: 'v'}
	if out := x.indirect(&m); len(out) > 0 {
		return out
	}
	if out := x.objects(&m); len(out) > 0 {
		return out
	}
	return x.t.Preps(v, "with")
}

// here is the place that "there", or an arrival without a place, refers to:
// the last place named in this sentence or the two before it.
func (x *reading) here(m *match) []int {
	for i := m.head; i >= 0 && x.t.Sent(m.head)-x.t.Sent(i) <= reach; i-- {
		if mention := x.who.At(i); mention != nil && mention.Place >= 0 && mention.Form == actors.Name && x.t.Dep(i) == "pobj" {
			return []int{i}
		}
	}
	return nil
}

// raised is the subject of an infinitive complement: "want [Kyiv] to accept".
func (x *reading) raised(v int) []int {
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "ccomp" && x.infinitive(c) {
			if s := x.t.Child(c, "nsubj", "nsubjpass"); s >= 0 {
				return x.t.Conj(s)
			}
		}
	}
	return nil
}

func (x *reading) infinitive(v int) bool {
	for _, k := range x.t.Kids(v) {
		if x.t.Tag(int(k)) == "TO" && x.t.Dep(int(k)) == "aux" {
			return true
		}
	}
	return false
}

// mandate tells whether clause v says what must be: a modal of obligation or
// the subjunctive.
func (x *reading) mandate(v int) bool {
	if x.infinitive(v) {
		return false
	}
	if x.modal(v, "must", "should", "ought", "shall") {
		return true
	}
	s := x.t.Child(v, "nsubj", "nsubjpass")
	subject := s >= 0
	if subject && x.t.Tag(v) == "VBP" && x.singular(s) && x.t.Child(v, "aux") < 0 { // "that he take a rest"
		return true
	}
	if x.t.Lower(v) == "be" || x.t.Tag(v) == "VB" {
		return subject && x.t.Child(v, "aux") < 0
	}
	for _, k := range x.t.Kids(v) {
		if x.t.Dep(int(k)) == "auxpass" && x.t.Lower(int(k)) == "be" {
			return subject && x.t.Child(v, "aux") < 0
		}
	}
	return false
}

// singular tells whether subject s takes a verb in "-s".
func (x *reading) singular(s int) bool {
	if len(x.t.Conj(s)) > 1 {
		return false
	}
	switch x.t.Lower(s) {
	case "he", "she", "it":
		return true
	}
	return x.t.Tag(s) == "NN"
}

// heads are the tokens below which a trigger's prepositions can hang.
func (m *match) heads() []int {
	out := []int{m.head}
	if m.last != m.head {
		out = append(out, m.words...)
	}
	if m.light >= 0 {
		out = append(out, m.light)
	}
	return out
}

func (x *reading) preps(m *match, words []string) []int {
	for _, h := range m.heads() {
		if out := x.t.Preps(h, words...); len(out) > 0 {
			return out
		}
	}
	if m.pos == 'v' && len(m.rule.participants) > 0 {
		return x.nested(m.head, words)
	}
	return nil
}

// nested finds a preposition that the parser hangs inside the object: "spent
// the better part of an hour [with Ek]".
func (x *reading) nested(v int, words []string) []int {
	at := x.t.Child(v, "dobj", "npadvmod")
	for range 3 {
		if at < 0 {
			return nil
		}
		if out := x.t.Preps(at, words...); len(out) > 0 {
			return out
		}
		p := x.t.Child(at, "prep")
		if p < 0 {
			return nil
		}
		at = x.t.Child(p, "pobj")
	}
	return nil
}

func (x *reading) gerunds(m *match, words []string) []int {
	for _, h := range m.heads() {
		if out := x.t.Gerunds(h, words...); len(out) > 0 {
			return out
		}
	}
	return nil
}

// clauses are the trigger's clausal complements.
func (x *reading) clauses(m *match) []int {
	last := m.last
	for _, h := range []int{last, m.head} {
		for _, k := range x.t.Kids(h) {
			c := int(k)
			switch x.t.Dep(c) {
			case "xcomp", "ccomp", "pcomp":
				if (c > m.head || x.t.Dep(c) == "xcomp") && !x.inverted(c) && !x.whichClause(c) {
					return []int{c}
				}
			case "acl", "relcl":
				if m.pos == 'n' && x.infinitive(c) {
					return []int{c}
				}
			case "advcl":
				if m.pos == 'v' && (x.infinitive(c) && len(x.t.Objects(h)) > 0 || x.gerundObject(h, c)) {
					return []int{c}
				}
			}
		}
	}
	if c := x.t.Child(m.head, "ccomp"); m.pos == 'v' && c >= 0 && c < m.head && x.status.Speech[x.t.Lemma(m.head)] {
		return []int{c} // "the line would hold, he warned"
	}
	return nil
}

// inverted tells whether clause v is a condition by its word order: "should
// they refuse", "were he to come".
func (x *reading) inverted(v int) bool {
	s := x.t.Child(v, "nsubj", "nsubjpass")
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "aux" && c < s {
			w := x.t.Lower(c)
			return w == "should" || w == "were" || w == "had"
		}
	}
	return false
}

// gerundObject tells that "-ing" right after a verb is its object, not an
// aside: "ruled out [sending] soldiers".
func (x *reading) gerundObject(v, c int) bool {
	if x.t.Tag(c) != "VBG" || c < v || c-v > 3 || x.t.Child(c, "mark", "nsubj") >= 0 {
		return false
	}
	for i := v + 1; i < c; i++ {
		if x.doc.Tokens[i].Pos == "PUNCT" {
			return false
		}
	}
	return true
}

// read turns a token into arguments of the wanted kind.
func (x *reading) read(m *match, want as, tok int) []arg {
	switch want {
	case asActor:
		return x.actors(tok)
	case asPlace:
		return x.place(tok)
	case asContent:
		return x.content(tok)
	case asAny:
		if mention := x.who.At(tok); mention != nil && mention.Place >= 0 && mention.Place != mention.Actor && m.rule.Relation == graph.Proposed {
			return x.place(tok) // "proposed Geneva" is about the city
		}
		if a := x.actors(tok); len(a) > 0 {
			return a
		}
		return x.content(tok)
	}
	return nil
}

// actors returns the entities that token tok stands for as somebody who acts.
func (x *reading) actors(tok int) []arg {
	if a := x.mentioned(tok); len(a) > 0 {
		return append(a, x.apposedToo(tok, a)...)
	}
	for _, k := range x.t.Kids(tok) { // "his secretary of state, Mike Pompeo"
		if c := int(k); x.t.Dep(c) == "appos" {
			if a := x.mentioned(c); len(a) > 0 {
				return a
			}
		}
	}
	if x.things.Means[x.t.Lemma(tok)] { // "its aircraft", "a Russian strike"
		var out []arg
		for _, o := range x.t.OwnAgents(tok) {
			for _, a := range x.mentioned(o) {
				out = append(out, arg{tok: tok, ent: a.ent})
			}
		}
		return out
	}
	return nil
}

// apposedToo are the further people of "the rebel leaders Ann Lee and Bo Ek",
// of whom a holds the first.
func (x *reading) apposedToo(tok int, a []arg) []arg {
	if x.t.Tag(tok) != "NNS" && x.t.Tag(tok) != "NNPS" {
		return nil
	}
	var out []arg
	for _, k := range x.t.Kids(tok) {
		if c := int(k); x.t.Dep(c) == "appos" {
			for _, j := range x.t.Conj(c) {
				for _, b := range x.mentioned(j) {
					if !slices.ContainsFunc(a, func(o arg) bool { return o.ent == b.ent }) {
						out = append(out, b)
					}
				}
			}
		}
	}
	return out
}

func (x *reading) mentioned(tok int) []arg {
	mention := x.mention(tok)
	if mention == nil {
		return nil
	}
	var out []arg
	if mention.Actor >= 0 {
		out = append(out, arg{tok: tok, ent: mention.Actor})
	} else {
		for _, e := range mention.Members {
			out = append(out, arg{tok: tok, ent: e})
		}
	}
	return out
}

// mention returns the mention headed by token tok, or the name that tok is
// part of where the parser hangs its words side by side.
func (x *reading) mention(tok int) *actors.Mention {
	if m := x.who.At(tok); m != nil {
		return m
	}
	if x.cover == nil {
		x.cover = make([]int32, len(x.doc.Tokens))
		for i := range x.who.Mentions {
			if m := &x.who.Mentions[i]; m.Form == actors.Name {
				for t := m.First; t < m.End; t++ {
					x.cover[t] = int32(i) + 1
				}
			}
		}
	}
	if i := x.cover[tok]; i > 0 {
		if m := &x.who.Mentions[i-1]; x.t.Head(tok) < m.First || x.t.Head(tok) >= m.End {
			return m
		}
	}
	return nil
}

// place returns the location that token tok stands for.
func (x *reading) place(tok int) []arg {
	mention := x.who.At(tok)
	switch {
	case mention == nil, mention.Place < 0 && mention.Actor < 0:
		if !x.things.Sites[x.t.Lemma(tok)] {
			return nil // "the war in California" is no place
		}
		for _, p := range x.t.Preps(tok, "in", "at", "near", "outside", "of") { // "a base in California"
			if m := x.who.At(p); m != nil && m.Place >= 0 {
				return []arg{{tok: p, ent: m.Place}}
			}
		}
		return nil
	case mention.Place >= 0:
		return []arg{{tok: tok, ent: mention.Place}}
	case mention.Actor >= 0 && x.who.Entities[mention.Actor].Ref.Kind == graph.Country:
		return []arg{{tok: tok, ent: mention.Actor}}
	}
	return nil
}
