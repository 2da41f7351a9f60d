package events

// judged tells whether the predicate of "called X a mistake", "described X as
// a threat" has a word of the list, in its head or its adjectives. An empty
// list asks nothing.
func (x *reading) judged(i int, list string) bool {
	switch list {
	case "":
		return true
	case "unfit":
		return x.predicate(i, x.things.Unfit)
	case "guest":
		a := x.t.Child(i, "attr")
		return a >= 0 && x.t.Lemma(a) == "guest"
	}
	if x.predicate(i, x.things.Unfit) {
		return false // what is called unacceptable is refused
	}
	blamed := x.predicate(i, x.things.Blame)
	if list == "blame" {
		return blamed
	}
	return !blamed && x.predicate(i, x.things.Praise)
}

// predicate tells whether what verb i says of its object has a word of w.
func (x *reading) predicate(i int, w words) bool {
	for _, k := range x.t.Kids(i) {
		c := int(k)
		switch x.t.Dep(c) {
		case "oprd", "attr", "acomp", "ccomp", "xcomp", "dobj", "npadvmod":
			if x.says(c, w) {
				return true
			}
		case "prep":
			if x.t.Lower(c) == "as" {
				for _, o := range append(x.t.PrepObjects(c), x.adjectives(c)...) {
					if x.evaluates(o, w) {
						return true
					}
				}
			}
		}
	}
	return false
}

// says tells whether complement c of a verb of judging has a word of w.
func (x *reading) says(c int, w words) bool {
	if (!x.t.Verb(c) || x.t.Tag(c) == "VBN") && !x.t.Negated(c) && !x.ruledOut(c) && x.evaluates(c, w) {
		return true
	}
	// the parser takes "called Lee a fool" for an apposition
	a := x.t.Child(c, "appos")
	return x.t.Dep(c) == "dobj" && a >= 0 && (x.canAct(c) || x.things.Nouns[x.t.Lemma(c)]) && x.t.Child(a, "det") >= 0 && x.evaluates(a, w)
}

// ruledOut tells that "not" stands before the phrase of noun i: "called it
// brave, not a [failure]".
func (x *reading) ruledOut(i int) bool {
	first, _ := x.t.Phrase(i)
	return first > 0 && x.t.Lower(first-1) == "not"
}

// adjectives are adjectival objects of a preposition: "as unfair".
func (x *reading) adjectives(p int) []int {
	var out []int
	for _, k := range x.t.Kids(p) {
		if d := x.t.Dep(int(k)); d == "amod" || d == "pcomp" || d == "acomp" {
			out = append(out, int(k))
		}
	}
	return out
}

func (x *reading) evaluates(i int, w words) bool {
	for _, k := range x.t.Kids(i) {
		if l := x.t.Lower(int(k)); x.t.Dep(int(k)) == "advmod" && (l == "too" || l == "hardly" || l == "less") {
			return false // "too friendly" is no praise
		}
	}
	if w[x.t.Lemma(i)] || w[x.t.Lower(i)] {
		return true
	}
	for _, k := range x.t.Kids(i) {
		if c := int(k); (x.t.Dep(c) == "amod" || x.t.Dep(c) == "compound" || x.t.Dep(c) == "conj") && w[x.t.Lemma(c)] {
			return true
		}
	}
	return false
}

// verdictWord tells that noun i is a word of blame, praise or refusal.
func (x *reading) verdictWord(i int) bool {
	l := x.t.Lemma(i)
	return x.things.Blame[l] || x.things.Praise[l] || x.things.Unfit[l]
}

// smallClause is the subject of a predicate under a verb of judging where the
// parser makes a clause of them: "called [the deal] a mistake".
func (x *reading) smallClause(i int) []int {
	if d := x.t.Child(i, "dative"); d >= 0 && x.t.Noun(d) && x.t.Child(i, "dobj") >= 0 { // "branded [Lee] a fool"
		return x.t.Conj(d)
	}
	if o := x.t.Child(i, "dobj"); o > 0 && x.t.Dep(o-1) == "compound" && x.t.Head(o-1) == o && x.t.Tag(o-1) == "NN" && x.t.Child(o, "det") >= 0 && x.verdictWord(o) {
		return []int{o - 1} // "called the [accord] treason"
	}
	for _, k := range x.t.Kids(i) {
		if c := int(k); (x.t.Dep(c) == "ccomp" || x.t.Dep(c) == "oprd" || x.t.Dep(c) == "dobj") && (!x.t.Verb(c) || x.t.Tag(c) == "VBN" && x.t.Child(c, "aux", "auxpass") < 0) {
			if s := x.t.Child(c, "nsubj"); s >= 0 {
				return x.t.Conj(s)
			}
		}
	}
	return nil
}
