package actors

// phraseStart returns the first token of the noun phrase whose head is token i.
func (a *article) phraseStart(i int) int {
	first := i
	for _, c := range a.kids[i] {
		switch a.tok(int(c)).Dep {
		case "det", depAmod, depCompound, depPoss, "nummod", depNmod, "predet", "quantmod", "advmod", "punct":
			if a.tok(int(c)).Tag == "VBG" || a.entity(int(c)) == entDate || a.entity(int(c)) == "TIME" {
				continue
			}
			if l := a.leftmost(int(c)); l < first && a.in(l, i) && a.sent[l] == a.sent[i] && !a.comma(l, i) {
				first = l
			}
		}
	}
	for first < i && a.tok(first).Pos == posPunct {
		first++
	}
	return first
}

// comma tells that a comma or a bracket stands between two tokens.
func (a *article) comma(from, to int) bool {
	for i := from; i < to; i++ {
		switch a.low[i] {
		case "(", ")", ";", ":", "—", "–", "“", "”", "\"", "and", "or", "but":
			return true
		}
	}
	return false
}

// leftmost returns the first token of a subtree, looking down the left edge.
func (a *article) leftmost(i int) int {
	for range 12 {
		if len(a.kids[i]) == 0 || int(a.kids[i][0]) > i {
			return i
		}
		i = int(a.kids[i][0])
	}
	return i
}

// determined is the determiner at the start of a phrase, in lower case.
func (a *article) determined(first int) string {
	if a.tok(first).Pos == posDet || a.low[first] == wordThe {
		return a.low[first]
	}
	return ""
}
