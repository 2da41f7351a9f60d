package coref

// pleonastic tells that an "it" stands for nothing: "it is clear that".
func (t *text) pleonastic(i int) bool {
	switch t.dep(i) {
	case "expl":
		return true
	case "nsubj", "nsubjpass":
	default:
		return false
	}
	v := t.head(i)
	switch l := t.lemma(v); {
	case !t.verb(v):
		return false
	case words["weather"][l]:
		return true
	case l == "take": // "it took them two years to"
		o := t.child(v, "dobj")
		return t.child(v, "xcomp") > v || o > v && t.kindOfNoun(o) == time && t.child(v, "advcl") > v
	case l == "be", l == "become", t.dep(i) == "nsubjpass": // "it is good to", "it was agreed that"
		return t.awaits(v)
	}
	return false
}

// awaits tells that the subject of a verb is a clause that comes later, or the
// time.
func (t *text) awaits(v int) bool {
	for _, k := range t.kids[v] {
		c := int(k)
		if c < v {
			continue
		}
		switch t.dep(c) {
		case "ccomp", "advcl", "xcomp", "csubj":
			return true
		case "acomp", "attr":
			if l := t.label(c); l == "DATE" || l == "TIME" || t.low[c] == "time" || t.child(c, "xcomp", "ccomp", "relcl") > c {
				return true
			}
		}
	}
	return false
}
