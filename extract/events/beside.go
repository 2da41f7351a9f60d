package events

// beside is who is at whose side, of "side" behind "at" or "by": in "Lee told
// reporters at Ek's side" the owner and who the clause is about, in "Lee, with Ek
// at his side" who has somebody with him and the other. A pronoun before "side"
// is the one that the clause is about, whoever it is taken for.
func (x *reading) beside(n int) []int {
	owner := x.t.Child(n, "poss")
	p := x.t.Head(x.t.First(n))
	if owner < 0 {
		return nil
	}
	h := x.t.Head(p)
	if x.t.Tag(owner) != "PRP$" {
		return append(x.t.Conj(owner), x.surroundings(n)...)
	}
	v := x.verbOf(n)
	if v < 0 {
		return nil
	}
	subjects := x.t.Surface(v)
	switch {
	case x.canAct(h) && x.t.Dep(h) == "pobj" && x.t.Lower(x.t.Head(h)) == "with": // the parser hangs "at" on Ek
		if l := x.t.Head(x.t.Head(h)); x.canAct(l) {
			return []int{l, h}
		}
		return append(subjects, h)
	case x.canAct(h) && x.t.Dep(h) == "dobj": // "Lee had Ek at his side"
		return append(subjects, h)
	case x.canAct(h): // or on Lee
		return append(x.t.Preps(h, "with"), h)
	case h != v:
		return nil
	}
	if with := x.t.Preps(v, "with"); x.anyActs(with) && with[0] < n {
		return append(subjects, with...)
	}
	if o := x.t.Child(v, "dobj"); o >= 0 && x.canAct(o) && x.t.Lemma(v) == "have" {
		return append(subjects, o)
	}
	return append(subjects, owner) // "Ek was at his side"
}
