package clause

import "slices"

// arguments are the logical arguments of a predicate.
type arguments struct {
	subjects, objects []int
	// surface is who a clause below is controlled by: the grammatical subject.
	surface []int
	busy    bool
}

// Subjects returns who does what verb v says: the grammatical subject of an
// active, the agent of a passive, the controller of an infinitive or
// participle, the antecedent of a relative clause. Coordination is
// distributed, text order kept.
func (t *Tree) Subjects(v int) []int { return t.args(v).subjects }

// Objects returns to whom or what it is done: direct objects, the
// grammatical subject of a passive, the noun that a past participle or a
// relative clause modifies.
func (t *Tree) Objects(v int) []int { return t.args(v).objects }

// Surface returns the grammatical subject of verb v, inherited where it has
// none of its own.
func (t *Tree) Surface(v int) []int { return t.args(v).surface }

func (t *Tree) args(v int) *arguments {
	if a := t.memo[v]; a != nil {
		return a // a busy one is empty: no loop can go round
	}
	a := &arguments{busy: true}
	t.memo[v] = a
	t.own(v, a)
	if len(a.surface) == 0 && !t.Passive(v) && t.actor != nil {
		if s := t.fronted(v); len(s) > 0 {
			a.surface, a.subjects = s, s
		}
	}
	if len(a.surface) == 0 {
		t.inherit(v, a)
	}
	t.gap(v, a)
	if len(a.objects) == 0 {
		a.objects = t.sharedObject(v)
	}
	a.busy = false
	return a
}

// own collects the arguments that hang below v itself.
func (t *Tree) own(v int, a *arguments) {
	for _, k := range t.kids[v] {
		c := int(k)
		switch t.Dep(c) {
		case "nsubj":
			t.subject(v, c, a)
		case "nsubjpass":
			list := t.antecedents(v, c)
			a.objects = append(a.objects, list...)
			a.surface = append(a.surface, list...)
		case "agent":
			a.subjects = append(a.subjects, t.PrepObjects(c)...)
		case "dobj":
			a.objects = append(a.objects, t.antecedents(v, c)...)
		case "oprd":
			if t.called(v, c) {
				a.objects = append(a.objects, t.Conj(c)...)
			}
		}
	}
	if t.Passive(v) && len(a.subjects) == 0 {
		a.subjects = t.Preps(v, "by")
		if len(a.subjects) == 0 && gerundOfObject[t.Lemma(v)] {
			for _, o := range t.Preps(v, "of", "for", "over") { // "was accused of [theft by Lee]"
				a.subjects = append(a.subjects, t.Preps(o, "by")...)
			}
		}
	}
}

// subject files what the parser calls subject c of verb v.
func (t *Tree) subject(v, c int, a *arguments) {
	if t.goal(v, c) || c == t.interrupted(v) {
		return
	}
	list := t.antecedents(v, c)
	if t.fills(v, c) { // "the corridor that Kyiv proposes": the parser gives it two subjects
		a.objects = append(a.objects, list...)
		return
	}
	a.subjects = append(a.subjects, list...)
	a.surface = append(a.surface, list...)
}

// antecedents replaces a relative pronoun by the noun that its clause
// modifies and distributes coordination.
func (t *Tree) antecedents(v, c int) []int {
	if tag := t.Tag(c); tag == "WDT" || tag == "WP" {
		top := t.First(v)
		if t.Dep(top) == "relcl" {
			list := t.Antecedent(top)
			if len(list) > 1 && t.Tag(list[0]) == "PRP" && t.Lower(c) == "whom" { // "he and [X], whom Y saw"
				list = list[len(list)-1:]
			}
			if t.actor != nil && t.actor(c) && !slices.ContainsFunc(list, t.actor) { // "X, chief of the service, who"
				return []int{c}
			}
			return list
		}
		if h := t.Head(top); h != top && t.Lemma(h) == "be" { // a cleft: "it was Kyiv that refused"
			if a := t.Child(h, "attr"); a >= 0 && a < c {
				return t.Conj(a)
			}
		}
	}
	return t.Conj(c)
}

// Antecedent returns the noun that clause v modifies, with what is
// coordinated with it where the clause follows the whole coordination.
func (t *Tree) Antecedent(v int) []int {
	h := t.Head(v)
	if n := t.Head(h); t.Dep(h) == "appos" && n < h && t.personAt(n) >= 0 && t.personAt(h) < 0 && t.actor != nil && t.actor(n) {
		return []int{n} // "X, chief of the service, who refused"
	}
	if first, _ := t.Phrase(h); t.Dep(h) == "appos" && first > 0 && t.Lower(first-1) == "not" {
		h = t.Head(h) // "it was Kyiv, not Minsk, that refused"
	}
	if all := t.Conj(t.First(h)); len(all) > 1 && all[len(all)-1] < v && t.plural(v) && (len(all) == 2 || t.severally(v)) {
		return all
	}
	return []int{h}
}

// severally tells that verb v is said of many: its form, or "together", says so.
// Of a long list a relative clause mostly tells of the last one.
func (t *Tree) severally(v int) bool {
	if t.Tag(v) == "VBP" {
		return true
	}
	for _, k := range t.kids[v] {
		if w := t.Lower(int(k)); t.Tag(int(k)) == "VBP" || w == "were" || w == "together" || w == "all" || w == "jointly" {
			return true
		}
	}
	return false
}

// plural tells whether the form of verb v, or of its auxiliary, does not rule
// out several subjects.
func (t *Tree) plural(v int) bool {
	if t.Tag(v) == "VBZ" {
		return false
	}
	for _, k := range t.kids[v] {
		if t.Tag(int(k)) == "VBZ" || t.Lower(int(k)) == "was" {
			return false
		}
	}
	return true
}

// inherit finds the subject of a verb that has none of its own.
func (t *Tree) inherit(v int, a *arguments) {
	list := t.controller(v)
	if len(list) == 0 {
		return
	}
	a.surface = list
	if t.Passive(v) {
		if len(a.objects) == 0 {
			a.objects = list
		}
	} else if len(a.subjects) == 0 {
		a.subjects = list
	}
}

func (t *Tree) controller(v int) []int {
	h := t.Head(v)
	if h == v {
		return nil
	}
	switch t.Dep(v) {
	case "conj":
		switch {
		case t.Verb(h):
			return t.coordinated(v, h)
		case t.Noun(h) && t.Tag(v) == "VB":
			return t.NounAgents(h)
		}
	case "xcomp", "ccomp":
		if s := t.charged(v, h); len(s) > 0 {
			return s
		}
		return t.controlled(v, h)
	case "advcl":
		return t.adverbial(v, h)
	case "acl", "relcl":
		return t.modifierSubject(v, h)
	case "pcomp":
		return t.gerundSubject(h)
	case "csubj":
		if s := t.Child(h, "nsubj", "attr"); t.Lemma(h) == "be" && (t.Tag(v) == "VBG" || t.infinitive(v)) && s > h { // "attending were [X and Y]"
			return t.Conj(s)
		}
	case "prep", "dep", "parataxis":
		if t.Verb(h) && t.Tag(v) == "VBG" {
			return t.args(h).surface
		}
	}
	return nil
}

// adverbial is who adverbial clause v below token h is about.
func (t *Tree) adverbial(v, h int) []int {
	if l := t.Lemma(h); (l == "send" || l == "dispatch" || l == "despatch") && t.infinitive(v) && t.Verb(h) {
		if o := t.args(h).objects; len(o) > 0 { // "sent [Lee] to sit with Ek"
			return o
		}
	}
	if s := t.charged(v, h); len(s) > 0 {
		return s
	}
	if up := t.Head(h); !t.Verb(h) && !t.Noun(h) && t.Verb(up) && t.infinitive(v) { // "went so far as to say"
		return t.args(up).surface
	}
	if t.Verb(h) && (t.Tag(v) == "VBG" || t.Tag(v) == "VBN" || t.Tag(v) == "VB" || t.Child(v, "mark", "advmod") < 0) { // the last: "was received, lunched with X"
		return t.args(h).surface
	}
	return nil
}

// modifierSubject is who does what clause v says that hangs below noun h.
func (t *Tree) modifierSubject(v, h int) []int {
	if t.Tag(v) == "VB" && (t.Dep(v) == "acl" || (t.Noun(h) || t.Lower(h) == "first" || t.Lower(h) == "last" || t.Lower(h) == "next") && t.infinitive(v)) {
		return t.infinitiveSubject(h)
	}
	if p := t.Head(h); t.Lower(h) == "those" && t.Lower(p) == "among" && t.Lemma(t.Head(p)) == "be" { // "[X] was among those invited"
		return t.args(t.Head(p)).surface
	}
	if letters[t.Lemma(h)] && t.Tag(v) == "VBG" && t.Dep(v) == "acl" {
		if out := t.writer(h); len(out) > 0 {
			return out
		}
	}
	if g := t.Head(h); t.Lemma(g) == "spend" && t.Dep(h) == "dobj" { // "[X] spent an hour locked in talks"
		return t.args(g).surface
	}
	if all := t.Conj(t.First(h)); t.Tag(v) == "VBG" && len(all) > 1 && all[len(all)-1] < v && v > 0 && t.Lower(v-1) == "," { // "X and Y, meeting in Oslo"
		return all
	}
	return []int{h}
}

// writer is who writes the letter that noun n names: "[X] sent a letter inviting Y",
// "in a letter inviting Y, [X] wrote".
func (t *Tree) writer(n int) []int {
	if out := t.NounAgents(n); len(out) > 0 {
		return out
	}
	for at := n; t.Head(at) != at; at = t.Head(at) {
		if t.Verb(t.Head(at)) {
			return t.args(t.Head(at)).surface
		}
	}
	return nil
}

// charged is to whom it falls to do what infinitive v says: "it fell [to Lee] to
// refuse", "it was left [to Lee] to refuse", "it is [for Lee] to decide".
func (t *Tree) charged(v, h int) []int {
	if !t.infinitive(v) || !t.Verb(h) {
		return nil
	}
	s := t.Child(h, "nsubj", "nsubjpass", "expl")
	if s < 0 || t.Lower(s) != "it" {
		return nil
	}
	switch t.Lemma(h) {
	case "fall":
		return t.Preps(h, "to")
	case "leave":
		if t.Passive(h) {
			return t.Preps(h, "to")
		}
	}
	return nil
}

// coordinated is the subject that verb v shares with verb h before it.
func (t *Tree) coordinated(v, h int) []int {
	if s := t.interrupted(h); s >= 0 {
		return t.Conj(s)
	}
	return t.args(t.Joined(v)).surface
}

// infinitiveSubject is who an infinitive below noun n is about.
func (t *Tree) infinitiveSubject(n int) []int {
	if s := t.predicated(n); len(s) > 0 {
		return s
	}
	out := t.NounAgents(n)
	if v := t.Head(n); len(out) == 0 && t.Dep(n) == "dobj" && ofOnesOwn[t.Lemma(v)] { // "[X] dropped a plan to visit"
		return t.args(v).surface
	}
	return out
}

// predicated is the subject of which noun n is the predicate: in "Blair was the
// first leader to visit", who visits is Blair.
func (t *Tree) predicated(n int) []int {
	h := t.Head(n)
	if t.Dep(n) == "pobj" && t.Lower(h) == "among" { // "X was among the first to visit"
		n, h = h, t.Head(h)
	}
	if a := t.Child(h, "attr"); t.Dep(n) == "nsubj" && t.Lemma(h) == "be" && a > h && t.actor != nil && t.actor(a) { // "the first to visit was [X]"
		return t.Conj(a)
	}
	if t.Dep(n) == "appos" && t.Child(n, "amod") >= 0 { // "X, the first leader to visit,"
		switch t.Lower(t.Child(n, "amod")) {
		case "first", "last", "latest", "only", "second", "third":
			return []int{h}
		}
	}
	if d := t.Dep(n); d != "attr" && d != "prep" || h == n {
		return nil
	}
	switch t.Lemma(h) {
	case "be", "become", "remain":
		return t.args(h).surface
	}
	return nil
}

func (t *Tree) infinitive(v int) bool {
	for _, k := range t.kids[v] {
		if t.Dep(int(k)) == "aux" && t.Tag(int(k)) == "TO" {
			return true
		}
	}
	return false
}

// controlled returns who an infinitive complement is about: the object of
// verbs that make others do ("urged Kyiv to accept"), else the subject.
func (t *Tree) controlled(v, h int) []int {
	if !t.Verb(h) {
		if t.Noun(h) {
			return t.NounAgents(h)
		}
		if t.Dep(h) == "acomp" || t.Dep(h) == "attr" || t.Dep(h) == "oprd" { // "is ready to meet", "was set to meet"
			return t.args(t.Head(h)).surface
		}
		return t.args(h).surface
	}
	if t.Dep(v) == "ccomp" && !t.infinitive(v) && t.Tag(v) != "VBG" {
		if a := t.Child(h, "attr"); t.Lemma(h) == "be" && a >= 0 && a < v && t.relative(v) { // "it was Kyiv that refused"
			return t.Conj(a)
		}
		return nil // a finite clause without a subject is a fragment
	}
	if objectControl[t.Lemma(h)] && (t.Lemma(h) != "summon" || !reproach[t.Lemma(v)]) {
		if obj := t.args(h).objects; len(obj) > 0 {
			return obj
		}
	}
	return t.args(h).surface
}

// relative tells whether a relative pronoun opens clause v as its mark.
func (t *Tree) relative(v int) bool {
	mk := t.Child(v, "mark")
	return mk >= 0 && (t.Tag(mk) == "WDT" || t.Tag(mk) == "WP")
}

// gerundSubject returns who "-ing" after a preposition is about: the object of
// "accuse of", "praise for" and their like, else the subject.
func (t *Tree) gerundSubject(prep int) []int {
	h := t.Head(prep)
	switch {
	case h == prep:
		return nil
	case t.Verb(h) && gerundOfObject[t.Lemma(h)]:
		if obj := t.args(h).objects; len(obj) > 0 {
			return obj
		}
		return t.args(h).surface
	case t.Verb(h):
		return t.args(h).surface
	case t.Noun(h):
		if out := t.NounAgents(h); len(out) > 0 || !quantity[t.Lemma(h)] {
			return out
		}
		for at := h; t.Head(at) != at; at = t.Head(at) { // "within hours of landing, [X] left"
			if t.Verb(t.Head(at)) {
				return t.args(t.Head(at)).surface
			}
		}
	}
	return nil
}

// gap fills the object of a relative clause ("a plan that Kyiv rejected").
func (t *Tree) gap(v int, a *arguments) {
	top := t.First(v)
	if t.Dep(top) != "relcl" || len(a.objects) > 0 || t.whereClause(top) {
		return
	}
	h := t.Head(top)
	if len(a.subjects) > 0 && !slices.Contains(a.subjects, h) && t.Child(v, "ccomp", "xcomp", "acomp", "attr") < 0 {
		a.objects = []int{h}
	}
}

// whereClause tells that relative clause v tells what goes on at a place or a time,
// which nothing is done to: "in Oslo, where Lee conferred with Ek".
func (t *Tree) whereClause(v int) bool {
	for _, k := range t.kids[v] {
		switch t.Lower(int(k)) {
		case "where", "when", "why", "whereupon":
			return int(k) < v
		}
	}
	return false
}

// sharedObject finds the object of "rejected and condemned the plan", which
// hangs below one of the verbs only.
func (t *Tree) sharedObject(v int) []int {
	if t.Passive(v) || t.Child(v, "ccomp", "xcomp", "prep", "prt", "acomp", "attr") >= 0 {
		return nil
	}
	for _, k := range t.kids[v] {
		c := int(k)
		if t.Dep(c) == "conj" && t.Verb(c) && !t.Passive(c) && t.Child(c, "nsubj") < 0 && c-v <= 3 {
			var out []int
			for _, kk := range t.kids[c] {
				if t.Dep(int(kk)) == "dobj" {
					out = append(out, t.Conj(int(kk))...)
				}
			}
			return out
		}
	}
	return nil
}

// NounAgents returns who does what noun n names, in this order: a possessor, "by" or "from", an
// adjective or compound that is an actor ("a Russian proposal"), the subject of the light verb that
// the noun is the object of ("made an offer"), and "of" before an actor.
func (t *Tree) NounAgents(n int) []int {
	if out := t.OwnAgents(n); len(out) > 0 {
		return out
	}
	if v := t.LightVerb(n); v >= 0 {
		return t.args(v).subjects
	}
	return nil
}

// OwnAgents returns the agents of noun n that stand inside its own phrase.
func (t *Tree) OwnAgents(n int) []int {
	var out []int
	for _, k := range t.kids[n] {
		if t.Dep(int(k)) == "poss" {
			out = append(out, t.Conj(int(k))...)
		}
	}
	if len(out) > 0 {
		return out
	}
	if out = t.Preps(n, "by", "from"); len(out) > 0 {
		return out
	}
	if by := t.passiveAgent(n); len(by) > 0 {
		return by
	}
	if t.actor == nil {
		return nil
	}
	if out = t.led(n); len(out) > 0 {
		return out
	}
	for _, k := range t.kids[n] {
		if d := t.Dep(int(k)); (d == "amod" || d == "compound" || d == "nmod") && t.actor(int(k)) {
			out = append(out, t.Conj(int(k))...)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range t.Preps(n, "of") {
		if t.actor(p) && !t.dashed(p) && !suffered[t.Lemma(n)] {
			out = append(out, p)
		}
	}
	return out
}

// dashed tells that a dash stands before the phrase of noun n: "the guarantors of
// the pact of 1942 - [Chile] and Peru".
func (t *Tree) dashed(n int) bool {
	first, _ := t.Phrase(n)
	if first == 0 {
		return false
	}
	w := t.Lower(first - 1)
	return w == "-" || w == "–" || w == "—"
}

// led is who leads what "the American-led offensive", "a Qatari-brokered
// truce" names.
func (t *Tree) led(n int) []int {
	for _, k := range t.kids[n] {
		c := int(k)
		switch t.Lemma(c) {
		case "lead", "broker", "sponsor", "mediate", "impose", "spearhead", "draft":
		default:
			continue
		}
		for _, kk := range t.kids[c] {
			if a := int(kk); a < c && t.Dep(c) == "amod" && t.actor(a) {
				return []int{a}
			}
		}
	}
	return nil
}

// passiveAgent is the agent in "a plan put forward by Kyiv".
func (t *Tree) passiveAgent(n int) []int {
	for _, k := range t.kids[n] {
		if c := int(k); (t.Dep(c) == "acl" || t.Dep(c) == "relcl" && t.Passive(c)) && t.Tag(c) == "VBN" && (lightVerb[t.Lemma(c)] || authored[t.Lemma(c)]) {
			if s := t.args(c).subjects; len(s) > 0 {
				return s
			}
		}
	}
	return nil
}

// relativeVerb is the light verb in a relative clause of which noun n is the
// object: "the talks that they [held]", "was to have [held]".
func (t *Tree) relativeVerb(n int) int {
	for _, k := range t.kids[n] {
		v := int(k)
		if t.Dep(v) != "relcl" {
			continue
		}
		for x := t.Child(v, "xcomp"); x >= 0; x = t.Child(v, "xcomp") {
			v = x
		}
		if lightVerb[t.Lemma(v)] && t.Child(v, "dobj") < 0 && !t.Passive(v) && len(t.args(v).subjects) > 0 && t.args(v).subjects[0] != n {
			return v
		}
	}
	return -1
}

// due is the passive infinitive that verb v says is to come of its subject: "is to
// be [signed]", "is expected to be [held]", "are due to be [resumed]"; -1 for none.
func (t *Tree) due(v int) int {
	if a := t.Child(v, "acomp", "oprd"); a >= 0 && t.Lemma(v) == "be" && t.Child(a, "xcomp") >= 0 {
		v = a
	}
	c := t.Child(v, "xcomp")
	if c < 0 || !t.infinitive(c) || !t.Passive(c) || !lightVerb[t.Lemma(c)] {
		return -1
	}
	return c
}

// LightVerb returns the verb that noun n is the object of and that only
// carries it ("made an offer", "held talks", "the offer was made"), or -1.
func (t *Tree) LightVerb(n int) int {
	v := t.carrier(n)
	if v >= 0 && t.Child(v, "prt") >= 0 && (t.Lemma(v) == "throw" || t.Lemma(v) == "send") {
		return -1 // "threw out the plan" carries none
	}
	return v
}

// carrier is the light verb that has noun n below it, whatever its particle.
func (t *Tree) carrier(n int) int {
	if v := t.relativeVerb(n); v >= 0 {
		return v
	}
	first := t.First(n)
	v := t.Head(first)
	if v == first {
		return -1
	}
	switch t.Dep(first) {
	case "dobj", "nsubjpass", "nsubj":
		if c := t.due(v); c >= 0 && t.Dep(first) != "dobj" { // "talks are to be [held]"
			v = c
		} else if t.Dep(first) == "nsubj" {
			return -1
		}
	case "pobj": // "engaged in talks", "a series of meetings"
		p := v
		v = t.Head(p)
		if t.Noun(v) && t.Lower(p) == "of" && quantity[t.Lemma(v)] {
			return t.LightVerb(v)
		}
		if !t.Verb(v) || !lightPrep[t.Lemma(v)+" "+t.Lower(p)] {
			return -1
		}
		return v
	default:
		return -1
	}
	if t.Verb(v) && lightVerb[t.Lemma(v)] {
		return v
	}
	return -1
}
