package clause

import "slices"

// The parser is right on nine tokens of ten; what follows mends its most
// frequent slips in news prose, where the form of the words tells better.

// Joined returns the verb that conjunct v is really coordinated with: its head,
// or, where v has another form than its head and the form of the verb above
// it, that one: in "has demanded that it be withdrawn and has threatened",
// "threatened" goes with "demanded".
func (t *Tree) Joined(v int) int {
	h := t.Head(v)
	if t.Dep(v) != "conj" || !t.Verb(v) || !t.Verb(h) || t.ownSubject(v) {
		return h
	}
	f := t.form(v)
	for at := h; ; {
		g := t.Head(at)
		if t.form(at) == f {
			return at
		}
		if t.Dep(at) == "acl" && t.Noun(g) && t.form(at) == "base" { // "turned down a plan that they be parted, and dismissed"
			for t.Noun(g) && t.Head(g) != g {
				g = t.Head(g)
			}
			if t.Verb(g) && t.form(g) == f {
				return g
			}
			return h
		}
		if g == at || !t.Verb(g) || !slices.Contains([]string{"ccomp", "xcomp", "advcl", "conj"}, t.Dep(at)) {
			return t.finiteAbove(v, h, f)
		}
		at = g
	}
}

// finiteAbove is the finite verb above infinitive h with which past form v goes:
// "has asked them to go and [closed] the port"; h where there is none.
func (t *Tree) finiteAbove(v, h int, f string) int {
	if f != "past" || t.form(h) != "infinitive" || t.Tag(v) != "VBD" {
		return h
	}
	for at := h; t.Head(at) != at && t.Verb(t.Head(at)); {
		at = t.Head(at)
		if g := t.form(at); g != "infinitive" && g != "base" && g != "VBG" && g != "VBN" {
			return at
		}
	}
	return h
}

func (t *Tree) ownSubject(v int) bool { return t.Child(v, "nsubj", "nsubjpass", "expl") >= 0 }

// form is the finite form of a verb: its first auxiliary's, else its own.
func (t *Tree) form(v int) string {
	for _, k := range t.kids[v] {
		if d := t.Dep(int(k)); d == "aux" || d == "auxpass" {
			switch tag := t.Tag(int(k)); tag {
			case "MD":
				return "modal"
			case "TO":
				return "infinitive"
			case "VBZ", "VBP":
				return "present " + t.Lemma(int(k))
			case "VBD":
				return "past " + t.Lemma(int(k))
			case "VB":
				return "base"
			}
		}
	}
	switch t.Tag(v) {
	case "VBZ", "VBP":
		return "present"
	case "VBD":
		return "past"
	}
	return t.Tag(v)
}

// fills tells whether relative pronoun c, read as the subject of verb v, is its
// object: another subject stands between.
func (t *Tree) fills(v, c int) bool {
	if t.Tag(c) != "WDT" || t.Dep(v) != "relcl" || t.Child(v, "dobj") >= 0 {
		return false
	}
	return slices.ContainsFunc(t.kids[v], func(k int32) bool { return int(k) > c && int(k) < v && t.Dep(int(k)) == "nsubj" })
}

// interrupted is the first of two subjects that the parser gives verb v where
// v only reports what goes on behind it, or -1: in "the Russians, he said, had
// accepted", "had accepted" is said of the Russians.
func (t *Tree) interrupted(v int) int {
	first := -1
	for _, k := range t.kids[v] {
		c := int(k)
		if c > v || t.Dep(c) != "nsubj" {
			continue
		}
		if first < 0 {
			first = c
			continue
		}
		for i := first + 1; i < c; i++ {
			if t.Lower(i) == "," && t.Child(v, "conj") > v {
				return first
			}
		}
	}
	return -1
}

// called tells that c, read as what somebody is named, is who was rung up:
// "called [Ann Lee] to apologise" names nobody else.
func (t *Tree) called(v, c int) bool {
	return t.Lemma(v) == "call" && t.Doc.Tokens[c].Pos == "PROPN" && t.Child(v, "dobj", "nsubjpass", "auxpass", "ccomp") < 0 && t.Dep(v) != "acl"
}

// goal tells that c, read as the subject of infinitive v, is where a journey
// goes: "left for Cairo and Amman to explain the plan".
func (t *Tree) goal(v, c int) bool {
	h := t.Head(v)
	if t.Dep(v) != "advcl" || !departs[t.Lemma(h)] || !t.infinitive(v) {
		return false
	}
	mark := t.Child(v, "mark")
	return mark >= 0 && t.Lower(mark) == "for" && mark < c
}

// goals are the places that departing verb v goes for where the parser reads
// them as subjects of the clause after them.
func (t *Tree) goals(v int) []int {
	var out []int
	for _, k := range t.kids[v] {
		if c := int(k); t.Dep(c) == "advcl" {
			if s := t.Child(c, "nsubj"); s >= 0 && t.goal(c, s) {
				out = append(out, t.Conj(s)...)
			}
		}
	}
	return out
}

// fronted finds the subject that the parser has swallowed into what stands
// before the verb: in "In August Macron cancelled a trip" it reads "August
// Macron" as one name, in "in an inn, Lee and Cole signed" a list of an inn and
// two men, in a headline "Lee accepts" a name of two words.
func (t *Tree) fronted(v int) []int {
	if t.actor == nil || !t.finiteForm(v) {
		return nil
	}
	for _, k := range t.kids[v] {
		p := int(k)
		if p > v {
			break
		}
		switch d := t.Dep(p); {
		case (d == "compound" || d == "nmod") && t.actor(p) && t.adjacent(t.lastConj(p), v):
			return t.Conj(p)
		case d == "mark": // "since Paris broke off the talks"
			if o := t.Child(p, "pobj"); o >= 0 && t.actor(o) && t.adjacent(o, v) {
				return t.Conj(o)
			}
		case d == "prep":
			if o := t.swallowed(p, v); o >= 0 {
				return t.Conj(o)
			}
		}
	}
	return t.listedBefore(v)
}

// swallowed is the actor right before verb v that the parser makes the object
// of preposition p, or -1.
func (t *Tree) swallowed(p, v int) int {
	for _, o := range t.lastObjects(p) {
		if o < v && t.Dep(o) != "conj" && t.actor(o) && t.adjacent(o, v) && t.modified(o) {
			return o
		}
	}
	return -1
}

// finiteForm tells whether verb v has the form of a finite verb.
func (t *Tree) finiteForm(v int) bool {
	switch t.Tag(v) {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return t.Child(v, "aux") >= 0
}

func (t *Tree) lastConj(i int) int {
	all := t.Conj(i)
	return all[len(all)-1]
}

// listedBefore finds the actors right before verb v that the parser lists with
// something else: those that hang together, back to a semicolon or to what
// cannot act. One alone must stand behind a comma or semicolon.
func (t *Tree) listedBefore(v int) []int {
	last := -1
	for i := v - 1; i >= 0 && t.sent[i] == t.sent[v] && v-i < 30; i-- {
		if t.actor(i) && t.Dep(i) == "conj" && t.adjacent(i, v) {
			last = i
			break
		}
	}
	if last < 0 || t.Within(v, last) {
		return nil
	}
	if h := t.Head(last); t.personAt(last) >= 0 && t.placeAt(h) { // "is in Chad and [Lee] ended her visit"
		return []int{last}
	}
	out := []int{last}
	at := last
	for t.Dep(at) == "conj" && !t.parted(t.Head(at), at) && t.actor(t.Head(at)) && t.Head(at) < at {
		at = t.Head(at)
		out = append(out, at)
	}
	if t.Dep(at) != "conj" { // the list is a whole, and something else than a subject
		if d := t.Dep(at); d != "pobj" || !t.modified(at) || len(out) < 2 {
			return nil
		}
	}
	slices.Sort(out)
	return out
}

// lastObjects are the objects of p and of the prepositions below it.
func (t *Tree) lastObjects(p int) []int {
	out := t.PrepObjects(p)
	for _, k := range t.kids[p] {
		if t.Dep(int(k)) == "prep" {
			out = append(out, t.PrepObjects(int(k))...)
		}
	}
	for _, o := range slices.Clone(out) {
		for _, k := range t.kids[o] {
			if t.Dep(int(k)) == "prep" && int(k) > o {
				out = append(out, t.PrepObjects(int(k))...)
			}
		}
	}
	return out
}

// modified tells that something stands before name o as its compound.
func (t *Tree) modified(o int) bool { return t.Child(o, "compound", "nmod", "amod", "nummod") >= 0 }

// asideBetween tells whether an apposition or a relative clause of a ends with a
// comma before verb v.
func (t *Tree) asideBetween(a, v int) bool {
	return v > 0 && t.Lower(v-1) == "," && t.Lower(a+1) == "," && t.Child(a, "relcl", "appos") > a
}

// adjacent tells that only auxiliaries, adverbs and asides lie between a and
// verb v.
func (t *Tree) adjacent(a, v int) bool {
	for i := a + 1; i < v; i++ {
		switch t.Doc.Tokens[i].Pos {
		case "AUX", "ADV", "PART":
		case "PUNCT":
			if t.Lower(i) != "," || !t.asideBetween(a, v) {
				return false
			}
		default:
			if !t.Within(i, a) || !t.asideBetween(a, v) {
				return false
			}
		}
	}
	return true
}
