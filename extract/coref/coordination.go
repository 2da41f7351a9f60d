package coref

// coordination adds the mention of "A, B and C" whose first phrase m is.
func (t *text) coordination(i int, m *mention) {
	last, and := i, false
	for c := i; c >= 0; {
		next := -1
		for _, k := range t.kids[c] {
			switch {
			case t.dep(int(k)) == "conj" && int(k) > c:
				next = int(k)
			case t.dep(int(k)) == "cc" && t.low[k] == "and":
				and = true
			}
		}
		if next >= 0 {
			if !t.noun(next) && t.tag(next) != "PRP" {
				return
			}
			last = next
		}
		c = next
	}
	if last == i || !and || t.singular(i) {
		return
	}
	_, end := t.phrase(last)
	if j := t.add(i, m.First, end, Nominal); j != nil {
		j.joined, j.entity = true, -1
	}
}

// singular tells that the verb of a subject stands for one.
func (t *text) singular(i int) bool {
	if d := t.dep(i); d != "nsubj" && d != "nsubjpass" {
		return false
	}
	v := t.head(i)
	if t.tag(v) == "VBZ" || t.low[v] == "was" {
		return true
	}
	for _, k := range t.kids[v] {
		if d := t.dep(int(k)); (d == "aux" || d == "auxpass") && (t.tag(int(k)) == "VBZ" || t.low[k] == "was") {
			return true
		}
	}
	return false
}
