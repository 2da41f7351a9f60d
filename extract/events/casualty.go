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

// victim is whose noun n is where another does it: "[Lee]'s murder by Ek".
func (x *reading) victim(n int) []int {
	p := x.t.Child(n, "poss")
	if p < 0 || !x.anyActs(x.t.Preps(n, "by")) {
		return nil
	}
	return x.t.Conj(p)
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

// armed relations are done to places as to those who live there: to bomb
// "Lima" is to bomb the city, not Peru.
func armed(r graph.Relation) bool { return r == graph.Attacked || r == graph.Seized }

// ground replaces the government that a city stands for by the city.
func (x *reading) ground(tok int, list []arg) []arg {
	m := x.who.At(tok)
	if m == nil || m.Place < 0 || m.Place == m.Actor || len(list) != 1 || list[0].ent != m.Actor {
		return list
	}
	return []arg{{tok: tok, ent: m.Place}}
}

// killer is the attack that verb v says has killed: in "the attack on a
// school that killed ten" the parser makes it the school. -1 for none.
func (x *reading) killer(v int) int {
	switch x.t.Lemma(v) {
	case "kill", "wound", "injure", "displace", "destroy", "maim":
	default:
		return -1
	}
	at := x.t.First(v)
	if x.t.Dep(at) != "relcl" {
		return -1
	}
	for n := x.t.First(x.t.Head(at)); ; {
		p := x.t.Head(n)
		if x.t.Dep(n) != "pobj" || x.t.Dep(p) != "prep" {
			return -1
		}
		n = x.t.First(x.t.Head(p))
		if x.things.Means[x.t.Lemma(n)] || x.t.Lemma(n) == "attack" {
			return n
		}
	}
}
