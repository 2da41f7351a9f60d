package events

import "entente/graph"

// benefit is where a gift is to do good, as the purpose after it tells: "gave
// two million to fight hunger in [Chad]", "sent doctors to help people in
// [Chad]".
func (x *reading) benefit(m *match) []int {
	if m.pos != 'v' {
		return nil
	}
	for _, k := range x.t.Kids(m.head) {
		if c := int(k); c > m.head && x.infinitive(c) {
			if p := x.countryWithin(c); p >= 0 {
				return []int{p}
			}
		}
	}
	for _, o := range x.objects(m) {
		for _, k := range x.t.Kids(o) {
			if c := int(k); x.infinitive(c) {
				if p := x.countryWithin(c); p >= 0 {
					return []int{p}
				}
			}
		}
	}
	return nil
}

// countryWithin is the first country after "in", "for", "of" or "to" in the
// clause of verb v, or -1.
func (x *reading) countryWithin(v int) int {
	for i := v + 1; i < len(x.doc.Tokens) && x.t.Within(i, v); i++ {
		if x.t.Dep(i) != "pobj" {
			continue
		}
		switch x.t.Lower(x.t.Head(i)) {
		case "in", "for", "of", "to", "across", "throughout":
			if m := x.who.At(i); m != nil && m.Actor >= 0 && x.who.Entities[m.Actor].Ref.Kind == graph.Country {
				return i
			}
		}
	}
	return -1
}
