package clause

// Phrase returns the smallest noun phrase or clause headed by token i that a
// reader understands by itself, as a half-open range of tokens: complements
// and modifiers stay, relative clauses, appositions, asides and what merely
// stands in the same sentence go.
func (t *Tree) Phrase(i int) (first, end int) {
	first, end = i, i+1
	verb := t.Verb(i)
	for _, k := range t.kids[i] {
		c := int(k)
		if !t.partOf(c, i, verb) {
			if c > i && t.Dep(c) != "det" {
				break
			}
			continue
		}
		a, b := t.extent(c)
		if c > i && a > end && (a > end+1 || !t.joins(end)) {
			break // something was left out between: stop before it
		}
		end = max(end, b)
		if c < i {
			first = min(first, a)
		}
	}
	return t.trim(first, end)
}

// joins tells whether token i is punctuation that may stand inside a phrase.
func (t *Tree) joins(i int) bool {
	switch t.Lower(i) {
	case "-", "–", "\"", "“", "‘", "'", "(":
		return true
	}
	return false
}

func (t *Tree) partOf(c, head int, verb bool) bool {
	switch t.Dep(c) {
	case "punct":
		return t.joins(c) || t.Lower(c) == "”" || t.Lower(c) == "’"
	case "relcl", "appos", "parataxis", "cc", "conj", "mark", "intj", "preconj":
		return false
	case "nsubj", "nsubjpass", "expl":
		return !verb || c < head
	case "advcl":
		return verb && t.Tag(c) == "VB"
	case "ccomp":
		return c > head
	case "dep", "meta":
		return false
	case "aux", "auxpass", "neg":
		return verb
	case "prep":
		o := t.Child(c, "pobj") // "the talks on condition that …"
		return o < 0 || t.Lemma(o) != "condition" || t.Child(o, "acl") < 0
	}
	return true
}

// extent is the range of the whole subtree of c, without relative clauses and
// appositions at its end.
func (t *Tree) extent(c int) (first, end int) {
	first, end = c, c+1
	for _, k := range t.kids[c] {
		d := int(k)
		switch t.Dep(d) {
		case "relcl", "appos", "parataxis":
			if d > c {
				return first, end
			}
		case "punct":
			if d > c && !t.joins(d) && t.Lower(d) != "”" && t.Lower(d) != "’" {
				continue
			}
		}
		a, b := t.extent(d)
		first, end = min(first, a), max(end, b)
	}
	return first, end
}

// trim takes punctuation, conjunctions and leading markers off both ends.
func (t *Tree) trim(first, end int) (int, int) {
	for end-first > 1 {
		switch tok := &t.Doc.Tokens[end-1]; {
		case tok.Pos == "PUNCT" && t.Lower(end-1) != "”" && t.Lower(end-1) != "\"" && t.Lower(end-1) != ")", tok.Pos == "CCONJ", tok.Pos == "SPACE", tok.Pos == "SCONJ":
			end--
			continue
		}
		break
	}
	for end-first > 1 {
		switch tok := &t.Doc.Tokens[first]; {
		case tok.Pos == "PUNCT" && t.Lower(first) != "“" && t.Lower(first) != "\"" && t.Lower(first) != "(" && t.Lower(first) != "‘",
			tok.Pos == "SPACE", tok.Pos == "CCONJ", tok.Pos == "SCONJ" && t.Lower(first) == "that":
			first++
			continue
		}
		break
	}
	return first, end
}
