package events

import (
	"entente/extract/actors"
	"entente/graph"
)

// disjoint mends an argument that a pronoun stands for, where that is taken for who
// acts on it: nobody but "himself" does something to himself. In "Lee sent Ek a
// letter inviting him" it is the one other person that the sentence has named.
func (x *reading) disjoint(m *match, s, t arg) arg {
	if t.ent < 0 || t.ent != s.ent || m.pos != 'v' {
		return t
	}
	switch x.t.Lower(t.tok) {
	case "him", "her":
	default:
		return t
	}
	other := -1
	for i := t.tok - 1; i >= 0 && x.t.Sent(i) == x.t.Sent(t.tok); i-- {
		mention := x.who.At(i)
		if mention == nil || mention.Form != actors.Name || mention.Actor < 0 || mention.Actor == s.ent || x.t.Dep(i) == "poss" || x.t.Dep(i) == "compound" {
			continue
		}
		if x.who.Entities[mention.Actor].Ref.Kind != graph.Person || other >= 0 && other != mention.Actor {
			return t
		}
		other = mention.Actor
	}
	if other >= 0 {
		t.ent = other
	}
	return t
}
