package events

import "slices"

// agentless tells whether the trigger is a passive that does not say who did
// it: "was expelled from Chad".
func (x *reading) agentless(m *match) bool {
	return m.pos == 'v' && x.t.Passive(m.head) && len(x.t.Subjects(m.head)) == 0
}

// venue is where something was done that only those in power there can do, of
// a passive without an agent: "was expelled from [Chad]", "was tried in
// [Chad]". As an actor it is the capital that stands for those in power: what
// "was welcomed in [Lisbon]" was welcomed by the government.
func (x *reading) venue(m *match, p path) []int {
	if !x.agentless(m) {
		return nil
	}
	for _, h := range append([]int{m.head}, m.words...) {
		out := x.t.Preps(h, p.words...)
		if p.as == asActor && slices.Contains(p.words, "in") {
			out = slices.DeleteFunc(out, func(t int) bool {
				at := x.who.At(t)
				return at == nil || at.Place < 0 || at.Place == at.Actor
			})
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// threatened is who will suffer a passive without an agent: "[Lee] would be
// punished".
func (x *reading) threatened(m *match) []int {
	if !x.agentless(m) || !x.modal(m.head, "will", "would", "shall", "'ll", "’ll") {
		return nil
	}
	return x.t.Objects(m.head)
}

// decrees are verbs by which their subject settles what will be done.
var decrees = map[string]bool{
	"announce": true, "order": true, "decree": true, "decide": true, "rule": true, "agree": true, "promise": true, "pledge": true,
	"declare": true, "direct": true, "vow": true, "confirm": true,
}

// announcer is who announces a passive without an agent that is yet to come:
// "[Chad] announced that 50 prisoners would be freed".
func (x *reading) announcer(m *match) []int {
	if !x.agentless(m) || !x.modal(m.head, "will", "would", "shall", "'ll", "’ll") {
		return nil
	}
	v := x.t.Head(x.t.First(m.head))
	if x.t.Dep(x.t.First(m.head)) != "ccomp" || !x.t.Verb(v) || !decrees[x.t.Lemma(v)] {
		return nil
	}
	return x.t.Surface(v)
}

// nobody tells whether token t is nobody: "nobody but Lee" is not Lee.
func (x *reading) nobody(t int) bool {
	switch x.t.Lower(t) {
	case "nobody", "none", "nothing", "neither":
		return true
	}
	return false
}

// conditional tells whether verb v stands under "if" or its like.
func (x *reading) conditional(v int) bool {
	mk := x.t.Child(v, "mark")
	return mk >= 0 && slices.Contains([]string{"if", "unless", "whether", "lest"}, x.t.Lower(mk))
}

// performs tells whether wanting to do what verb v says does it: "I want to
// [thank] Lee", "would like to [congratulate] Lee".
func (x *reading) performs(v int) bool {
	switch x.t.Lemma(v) {
	case "thank", "congratulate", "commend", "applaud", "salute", "praise":
	default:
		return false
	}
	h := x.t.Head(v)
	if x.t.Dep(v) != "xcomp" || !x.infinitive(v) || x.t.Negated(h) {
		return false
	}
	switch x.t.Lemma(h) {
	case "want", "like", "wish", "love":
		return true
	}
	return false
}
