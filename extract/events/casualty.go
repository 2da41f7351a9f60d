package events

import (
	"slices"

	"entente/graph"
)

// casualties are who fell in what noun n names: "[Lee] was killed in an
// airstrike", "[Lee] died in the raid".
func (x *reading) casualties(n int) []int {
	p := x.t.Head(n)
	if x.t.Dep(n) != "pobj" || !slices.Contains([]string{"in", "by", "during", "from"}, x.t.Lower(p)) || !x.t.Verb(x.t.Head(p)) {
		return nil
	}
	v := x.t.Head(p)
	switch x.t.Lemma(v) {
	case "die", "perish", "fall":
		return x.t.Surface(v)
	case "kill", "wound", "injure", "hurt", "maim", "destroy", "hit", "assassinate", "murder", "slay":
		return x.t.Objects(v)
	}
	return nil
}

// spoken adjectives make words of an attack: "a scathing attack on".
var spoken = map[string]bool{
	"scathing": true, "verbal": true, "stinging": true, "blistering": true, "withering": true, "veiled": true, "thinly-veiled": true,
	"personal": true, "outspoken": true, "rhetorical": true, "bitter": true, "public": true, "political": true, "ferocious": true,
	"furious": true, "vitriolic": true, "scornful": true, "trenchant": true, "coruscating": true, "barbed": true, "sarcastic": true,
}

// verbal tells whether an attack of s on t is one in words: it is called so,
// or a person with a name makes it on another, or on a government.
func (x *reading) verbal(m *match, s, t arg) bool {
	n := m.head
	if m.pos == 'v' {
		n = x.t.Child(m.head, "dobj", "nsubjpass")
	}
	if n < 0 || !slices.Contains([]string{"attack", "assault", "onslaught", "barrage", "broadside", "salvo"}, x.t.Lemma(n)) {
		return false
	}
	for _, k := range x.t.Kids(n) {
		if spoken[x.t.Lower(int(k))] {
			return true
		}
	}
	if s.ent < 0 || t.ent < 0 || !x.famous(s) || x.t.Lemma(n) != "attack" {
		return false
	}
	return x.famous(t) || x.ref(t).Kind == graph.Country && x.t.Lemma(t.tok) == "government"
}
