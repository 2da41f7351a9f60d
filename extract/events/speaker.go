package events

// speaker returns the entity whose claim the event at token i is, or -1 where
// the article itself asserts it: the subject of the verb of saying that the
// event stands under, or whom "according to" names.
func (x *reading) speaker(i int) int {
	at := i
	for {
		if e := x.accordingTo(at); e >= 0 {
			return e
		}
		h := x.t.Head(at)
		if h == at || x.divided(at, h) {
			return x.parenthesis(at)
		}
		if x.t.Verb(h) && x.t.Dep(at) == "ccomp" && x.utters(h) {
			if e := x.uttererOf(h); e >= 0 {
				return e
			}
		}
		at = h
	}
}

// divided tells that a semicolon stands between tokens a and b: each side is
// a sentence of its own, whatever the parser says.
func (x *reading) divided(a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if x.doc.Word(i) == ";" {
			return true
		}
	}
	return false
}

// accordingTo finds "according to X" below token i.
func (x *reading) accordingTo(i int) int {
	for _, k := range x.t.Kids(i) {
		if c := int(k); x.t.Lower(c) == "according" {
			for _, p := range x.t.Preps(c, "to") {
				if a := x.actors(p); len(a) > 0 {
					return a[0].ent
				}
			}
		}
	}
	return -1
}

// parenthesis finds "…, X said" where the verb of saying hangs below the
// clause it reports.
func (x *reading) parenthesis(root int) int {
	for _, k := range x.t.Kids(root) {
		c := int(k)
		if x.divided(root, c) {
			continue
		}
		if d := x.t.Dep(c); (d == "parataxis" || d == "ccomp") && x.utters(c) {
			if e := x.uttererOf(c); e >= 0 {
				return e
			}
		}
	}
	return x.surely(root)
}
