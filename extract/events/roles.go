package events

import (
	"slices"

	"entente/extract/actors"
	"entente/graph"
)

func (x *reading) subjects(m *match) []int {
	switch m.pos {
	case 'n':
		return x.nounAgents(m)
	case 'a':
		top := m.head
		if first := x.t.First(m.head); x.t.Dep(first) == "acomp" { // "was neither fair nor [clear]"
			top = first
		}
		h := x.t.Head(top)
		if x.t.Verb(m.head) && x.t.Dep(m.head) != "acomp" {
			return x.t.Surface(m.head)
		}
		if x.t.Verb(h) {
			return x.t.Surface(h)
		}
		if d := x.t.Dep(m.head); d == "amod" || d == "advmod" && h < m.head && x.canAct(h) { // "Lee, back from Rome, said"
			return []int{h}
		}
		return nil
	}
	subjects := x.t.Subjects(m.head)
	if n := x.killer(m.head); n >= 0 {
		return []int{n}
	}
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
			if out := x.t.Surface(h); x.anyActs(out) || !x.t.Passive(h) {
				return out
			}
			return x.t.Subjects(h) // "given by Macron on a visit"
		}
		if x.t.Dep(at) == "prep" && x.canAct(h) { // "Macron, on a visit to Kyiv, …"
			if all := x.t.Conj(x.t.First(h)); len(all) > 1 && all[len(all)-1] < at && at > 0 && x.t.Lower(at-1) == "," {
				return all
			}
			return []int{h}
		}
		at = h
	}
}

// mainSubjects are the subjects of the clause above the relative clause in which
// noun n stands.
func (x *reading) mainSubjects(n int) []int {
	for at := n; x.t.Head(at) != at; at = x.t.Head(at) {
		if x.t.Dep(at) == "relcl" {
			if v := x.verbOf(x.t.Head(at)); v >= 0 {
				return x.t.Surface(v)
			}
			return nil
		}
	}
	return nil
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
	if by := x.t.Preps(m.head, "by"); m.rule.takesOf() && x.anyActs(by) { // "Lee's murder by Ek"
		return by
	}
	if v := x.ownVisit(m); v >= 0 {
		return x.t.Surface(v)
	}
	own := slices.DeleteFunc(x.t.OwnAgents(m.head), func(o int) bool {
		return x.namesake(o) || m.rule.takesOf() && x.t.Lower(x.t.Head(x.t.First(o))) == "of"
	})
	for _, o := range own {
		if len(x.actors(o)) > 0 {
			if m.light >= 0 && len(m.rule.participants) > 0 && x.t.Lemma(m.light) == "attend" { // "attended an OPEC meeting"
				return append(slices.Clone(own), x.t.Subjects(m.light)...)
			}
			return own
		}
	}
	if m.light >= 0 {
		if out := x.t.Subjects(m.light); len(out) > 0 || x.t.Dep(x.t.First(m.head)) != "pobj" {
			return out
		}
		return x.t.Surface(m.light) // "[they] were locked in talks"
	}
	return x.agentsAbove(m, own)
}

// agentsAbove are who does what a noun names as what stands above it tells, else
// its own agents, although they are nobody known.
func (x *reading) agentsAbove(m *match, own []int) []int {
	if out := x.cameFrom(m.head); x.anyActs(out) {
		return out
	}
	first := x.t.First(m.head)
	if v := x.t.Head(first); x.t.Dep(first) == "dobj" && x.eventful(m.rule) && x.status.governs(x.t.Lemma(v)) && !x.meetings.Aloof[x.t.Lemma(v)] {
		return x.t.Subjects(v)
	}
	if p := x.t.Head(first); x.eventful(m.rule) && x.t.Dep(first) == "pobj" && x.t.Lower(p) == "for" && x.t.Noun(x.t.Head(p)) && x.canAct(x.t.Head(p)) {
		return []int{x.t.Head(p)} // "Modi, in Paris for talks with Macron, …"
	}
	return own
}

// ownVisit is the verb whose subject's visit it is that a pronoun owns: one
// ends, puts off and extends only a visit of one's own; -1 for none.
func (x *reading) ownVisit(m *match) int {
	v := x.t.Head(m.head)
	p := x.t.Child(m.head, "poss")
	if m.rule.Relation != graph.Visited || x.t.Dep(m.head) != "dobj" || p < 0 || x.t.Tag(p) != "PRP$" || !x.t.Verb(v) {
		return -1
	}
	switch x.t.Lemma(v) {
	case "end", "begin", "start", "finish", "conclude", "wrap", "cut", "extend", "prolong", "resume", "continue", "interrupt", "postpone", "cancel", "shorten", "round", "complete", "make", "pay":
		if s := x.t.Surface(v); len(s) == 1 && x.anyActs(s) {
			return v
		}
	}
	return -1
}

// cameFrom is where noun n came from: "from [Rome] came a protest".
func (x *reading) cameFrom(n int) []int {
	if v := x.t.Head(n); x.t.Dep(n) == "nsubj" && v < n && (x.t.Lemma(v) == "come" || x.t.Lemma(v) == "follow") {
		return x.t.Preps(v, "from")
	}
	return nil
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

// deed tells whether a relation is of acts that can be announced without being
// done, unlike those that are done by saying them.
func deed(r graph.Relation) bool {
	switch r {
	case graph.Attacked, graph.Aided, graph.Seized, graph.Sanctioned, graph.Withdrew:
		return true
	default:
		return false
	}
}

// objects returns the direct object, or, after a multi-word trigger, that of
// its last word: "called for [a truce]", "took issue with [Kyiv]".
func (x *reading) objects(m *match) []int {
	if m.last != m.head {
		if out := x.t.PrepObjects(m.last); len(out) > 0 {
			return append(out, x.repeated(m)...)
		}
		if out := x.stranded(m); len(out) > 0 {
			return out
		}
		if m.pos == 'v' && x.t.Verb(m.last) && x.t.Child(m.last, "dobj") >= 0 { // "let free [the sailors]"
			return x.t.Objects(m.last)
		}
	}
	if m.pos != 'v' {
		return nil
	}
	var out []int
	if w := x.t.Child(m.head, "dobj"); w >= 0 && x.t.Lower(w) == "what" {
		if out := x.whatIs(m.head); len(out) > 0 {
			return out
		}
	}
	for _, o := range x.t.Objects(m.head) {
		if !slices.Contains(m.words, o) {
			out = append(out, o)
		}
	}
	return out
}

// repeated are the objects of the prepositions that say again, of a journey, the
// one that ends its trigger: "has been to Oslo, to [Rome]".
func (x *reading) repeated(m *match) []int {
	if m.rule.Relation != graph.Visited {
		return nil
	}
	var out []int
	for _, k := range x.t.Kids(x.t.Head(m.last)) {
		if p := int(k); p > m.last && x.t.Dep(p) == "prep" && x.t.Lower(p) == x.t.Lower(m.last) {
			out = append(out, x.t.PrepObjects(p)...)
		}
	}
	return out
}

// stranded is what a relative clause that ends in its preposition modifies: "[an
// idea] that Kyiv scoffed at".
func (x *reading) stranded(m *match) []int {
	top := x.t.First(m.head)
	if m.pos != 'v' || x.t.Dep(m.last) != "prep" || x.t.Dep(top) != "relcl" || x.t.Child(m.last, "pobj", "pcomp") >= 0 || m.last < m.head {
		return nil
	}
	h := x.t.Head(top)
	if slices.Contains(x.t.Subjects(m.head), h) {
		return nil
	}
	return []int{h}
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
	heads := m.heads()
	if m.light >= 0 { // "an invitation to Rome was extended to [X]"
		slices.Reverse(heads)
	}
	for _, h := range heads {
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
	itself := func(i int) bool { return i == n } // "warned X on the telephone"
	if out := slices.DeleteFunc(x.indirect(&m), itself); len(out) > 0 {
		return out
	}
	switch x.t.Lemma(v) {
	case "discuss", "review", "debate", "exchange", "settle", "consider", "address", "examine": // things, not people
		for _, h := range []int{n, v, x.t.Child(v, "dobj")} {
			if h >= 0 && len(x.t.Preps(h, "with")) > 0 {
				return x.t.Preps(h, "with")
			}
		}
		return nil
	}
	out := x.objects(&m)
	for _, o := range out {
		if to := x.t.Preps(o, "to"); len(to) > 0 && !x.canAct(o) { // "voiced his doubts to [X] over dinner"
			return to
		}
	}
	if len(out) > 0 {
		return out
	}
	return x.t.Preps(v, "with")
}

// here is the place that "there", or an arrival without a place, refers to:
// the last place named in this sentence or the two before it.
func (x *reading) here(m *match) []int {
	for _, t := range x.t.Preps(m.head, "to", "into") {
		if len(x.place(t)) > 0 {
			return nil // "flew back to Oslo in the evening" is no "flew in"
		}
	}
	if i := x.placeBefore(m); i >= 0 {
		return []int{i}
	}
	if i := x.placeBehind(m); i >= 0 {
		return []int{i}
	}
	return nil
}

// placeBefore is the last place within reach before trigger m where somebody is
// or goes; -1 for none.
func (x *reading) placeBefore(m *match) int {
	for i := m.head; i >= 0 && x.t.Sent(m.head)-x.t.Sent(i) <= reach && (len(m.words) > 0 || !x.apart(i, m.head)); i-- {
		mention := x.who.At(i)
		if mention == nil || mention.Place < 0 || mention.Form != actors.Name {
			continue
		}
		if e := x.who.Entities[mention.Place].Entry; e != nil && (e.Type == "sea" || e.Type == "river") {
			continue
		}
		if d := x.t.Dep(i); d == "pobj" && whither[x.t.Lower(x.t.Head(i))] || len(m.words) > 0 && d == "nsubj" && x.t.Sent(i) < x.t.Sent(m.head) { // "Oslo was quiet. He went there"
			return i
		}
	}
	return -1
}

// placeBehind is the place that an arrival names only later in its sentence:
// "arrived on Friday and was met at the airport of [Oslo]"; -1 for none.
func (x *reading) placeBehind(m *match) int {
	for i := m.head + 1; i < len(x.doc.Tokens) && x.t.Sent(i) == x.t.Sent(m.head); i++ {
		if mention := x.who.At(i); mention != nil && mention.Place >= 0 && mention.Form == actors.Name && x.t.Dep(i) == "pobj" && (x.t.Lower(x.t.Head(i)) == "in" || x.t.Lower(x.t.Head(i)) == "at") && x.t.Verb(x.t.Head(x.t.Head(i))) {
			return i
		}
	}
	return -1
}

// whither are the prepositions of where somebody is or goes: "on Moscow" is no place.
var whither = map[string]bool{"in": true, "at": true, "to": true, "into": true, "for": true, "from": true, "near": true, "outside": true, "around": true, "through": true, "across": true}

// accepter is who accepts or declines what noun n names: "the invitation was
// accepted by [Lee]".
func (x *reading) accepter(n int) []int {
	v := x.t.Head(n)
	if x.t.Dep(n) != "nsubjpass" {
		return nil
	}
	switch x.t.Lemma(v) {
	case "accept", "decline", "refuse", "reject", "turn", "take", "spurn", "welcome":
		return x.t.Subjects(v)
	}
	return nil
}

// traveller is whose journey noun n is a stop of: "the first stop on [X]'s tour".
func (x *reading) traveller(n int) []int {
	if own := x.t.OwnAgents(n); x.anyActs(own) {
		return own
	}
	for _, t := range x.t.Preps(n, "on", "of", "in", "for", "along") {
		if x.canAct(t) {
			return []int{t}
		}
		if own := x.t.OwnAgents(t); x.anyActs(own) {
			return own
		}
	}
	return nil
}

// stopover is where noun n says that a journey stops: "the first stop was [Oslo]",
// "[Oslo] was the first stop".
func (x *reading) stopover(n int) []int {
	v := x.t.Head(n)
	if x.t.Lemma(v) != "be" {
		return nil
	}
	c := -1
	switch x.t.Dep(n) {
	case "nsubj":
		c = x.t.Child(v, "attr", "acomp")
	case "attr":
		c = x.t.Child(v, "nsubj")
	}
	if c < 0 {
		return nil
	}
	return x.t.Conj(c)
}

// raised is the subject of an infinitive complement: "want [Kyiv] to accept",
// "let [Kyiv] go".
func (x *reading) raised(v int) []int {
	for _, k := range x.t.Kids(v) {
		if c := int(k); x.t.Dep(c) == "ccomp" && (x.infinitive(c) || (x.t.Lemma(v) == "let" || x.t.Lemma(v) == "help") && x.t.Tag(c) == "VB") {
			if s := x.t.Child(c, "nsubj", "nsubjpass"); s >= 0 {
				return x.t.Conj(s)
			}
		}
	}
	return nil
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
	if m.pos == 'v' && (len(m.rule.participants) > 0 || m.rule.Relation == graph.Visited) {
		return x.nested(m, words)
	}
	if m.pos == 'n' {
		return x.besideNoun(m, words)
	}
	if v := x.t.Head(m.head); m.pos == 'a' && x.t.Dep(m.head) == "acomp" && x.t.Verb(v) { // "was [furious] at"
		return x.t.Preps(v, words...)
	}
	return nil
}

// besideNoun finds the prepositions of a noun that the parser hangs on what stands
// around it.
func (x *reading) besideNoun(m *match, words []string) []int {
	dep, h, together := x.t.Dep(m.head), x.t.Head(m.head), len(m.rule.participants) > 0 && !slices.Contains(words, "of")
	if dep == "nsubj" && falls[x.t.Lemma(h)] { // "their [anger] fell on"
		return x.t.Preps(h, words...)
	}
	var at []int
	if together {
		if (dep == "nsubj" || dep == "nsubjpass") && x.happens(h) { // "talks took place [between Lee and Ek]"
			at = append(at, h)
		}
		if c := x.t.Child(m.head, "acl"); c > m.head && x.t.Tag(c) == "VBN" { // "a meeting scheduled [with Ek]"
			at = append(at, c)
		}
		if dep == "pobj" { // "on the phone [to Ek]": the parser hangs it on "on"
			at = append(at, h)
		}
	}
	if !slices.Contains(words, "of") { // "airstrikes by Lee [on Ek]"
		at = append(at, x.t.Preps(m.head, "by")...)
	}
	for _, t := range at {
		if out := x.t.Preps(t, words...); len(out) > 0 {
			return out
		}
	}
	if m.rule.Relation == graph.Visited {
		return x.rightBehind(m.head, words)
	}
	return nil
}

// happens tells that verb v says of something that it takes place or goes on.
func (x *reading) happens(v int) bool {
	l := x.t.Lemma(v)
	return l == "take" || l == "happen" || l == "occur" || x.meetings.Happens[l]
}

// rightBehind are the objects of the preposition right behind noun n that the
// parser hangs on the verb: "cancelled a holiday [in Chad]".
func (x *reading) rightBehind(n int, words []string) []int {
	v := x.verbOf(n)
	if v < 0 {
		return nil
	}
	for _, k := range x.t.Kids(v) {
		if p := int(k); p == n+1 && x.t.Dep(p) == "prep" && slices.Contains(words, x.t.Lower(p)) {
			return x.t.PrepObjects(p)
		}
	}
	return nil
}

// nested finds a preposition that the parser hangs inside the object, or on the
// place or the time: "spent the better part of an hour [with Ek]", "spent an hour
// in Oslo [with Ek]", "put his name to a pact [with Ek]".
func (x *reading) nested(m *match, words []string) []int {
	v := m.head
	if out := x.insideObject(v, words); len(out) > 0 {
		return out
	}
	if a := x.t.Child(v, "acomp", "oprd", "advcl"); a > v && m.rule.Relation == graph.Visited && x.doc.Tokens[a].Pos == "ADJ" { // "returned empty-handed [from Oslo]"
		return x.t.Preps(a, words...)
	}
	for _, h := range append([]int{v}, m.words...) {
		for _, k := range x.t.Kids(h) {
			p := int(k)
			if x.t.Dep(p) != "prep" || p < v {
				continue
			}
			for _, o := range x.t.PrepObjects(p) {
				if out := x.t.Preps(o, words...); len(out) > 0 && x.lends(m, p, o) {
					return out
				}
			}
		}
	}
	return nil
}

// lends tells that the object o of preposition p below verb match m may have a
// preposition that is the verb's: it is a time, a place, what one travels in or
// the trigger's own.
func (x *reading) lends(m *match, p, o int) bool {
	if x.temporal(o) {
		return true
	}
	if m.rule.Relation == graph.Visited {
		return x.t.Lower(p) == "from"
	}
	return p == m.last || vehicles[x.t.Lemma(o)] || len(x.place(o)) > 0
}

// vehicles are what people travel in together: "drove out in one car [with Ek]".
var vehicles = map[string]bool{"car": true, "plane": true, "train": true, "helicopter": true, "jet": true, "boat": true, "limousine": true, "coach": true, "carriage": true, "jeep": true}

// insideObject finds a preposition inside the object of verb v.
func (x *reading) insideObject(v int, words []string) []int {
	at := x.t.Child(v, "dobj")
	if n := x.t.Child(v, "npadvmod"); at < 0 && n > v {
		at = n
	}
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

// falls are verbs that carry a feeling or an attack to its object.
var falls = map[string]bool{"fall": true, "turn": true, "focus": true, "centre": true, "center": true, "land": true, "descend": true}

func (x *reading) gerunds(m *match, words []string) []int {
	for _, h := range m.heads() {
		if out := x.t.Gerunds(h, words...); len(out) > 0 {
			return out
		}
	}
	return nil
}
