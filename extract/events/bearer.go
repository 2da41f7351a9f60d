package events

// bearer is who is what noun n says: "[Ek] was a critic of Lee", "[Ek], a
// critic of Lee, agreed".
func (x *reading) bearer(n int) []int {
	h := x.t.Head(n)
	switch x.t.Dep(n) {
	case "attr", "oprd":
		return x.t.Surface(h)
	case "nsubj": // "the chief critic of Lee is [Ek]"
		if a := x.t.Child(h, "attr"); x.t.Lemma(h) == "be" && a >= 0 {
			return x.t.Conj(a)
		}
	case "appos":
		return []int{h}
	case "pobj": // "as a critic of Lee, [Ek] agreed"
		if v := x.t.Head(h); x.t.Lower(h) == "as" && x.t.Verb(v) {
			return x.t.Surface(v)
		}
	case "conj":
		if h != n {
			return x.bearer(h)
		}
	}
	return nil
}

// favoured is who acts with what noun n names: "with the backing of Lee,
// [Ek] won".
func (x *reading) favoured(n int) []int {
	p := x.t.Head(n)
	if x.t.Dep(n) != "pobj" || x.t.Lower(p) != "with" && x.t.Lower(p) != "to" {
		return nil
	}
	if h := x.t.Head(p); x.t.Lower(p) == "to" {
		if x.t.Lower(h) != "thanks" {
			return nil
		}
		p = h
	}
	if v := x.t.Head(p); x.t.Verb(v) && x.t.Lemma(v) != "meet" { // "met with approval"
		return x.t.Surface(v)
	}
	return nil
}
