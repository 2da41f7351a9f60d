package coref

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/graph"
)

// longest is the length in tokens beyond which what follows a head is left out
// of its phrase.
const longest = 80

// phrase is the span of the noun phrase below a head, without coordination.
func (t *text) phrase(h int) (first, end int) {
	first, end = h, h+1
	for _, k := range t.kids[h] {
		c := int(k)
		if c > h {
			break
		}
		switch t.dep(c) {
		case "cc", "preconj", "punct", "mark", "advmod", "prep", "aux", "nsubj", "intj", "advcl", "ccomp", "conj", "dep", "expl", "parataxis", "meta":
		default:
			first = min(first, t.left(c))
		}
	}
	end = max(end, t.follows(h))
	if end-first > longest {
		end = h + 1
	}
	first, end = t.whole(h, first, end)
	return first, t.trim(first, h, end)
}

// follows is where what follows a head and belongs to it ends.
func (t *text) follows(h int) int {
	end := h + 1
	for _, k := range t.kids[h] {
		c := int(k)
		if c < h {
			continue
		}
		switch t.dep(c) {
		case "punct":
		case "prep":
			if t.label(h) == "PERSON" && t.low[c] != "of" {
				return end // "invited Lee to Oslo"
			}
			end = max(end, t.right(c))
		case "relcl", "acl", "nummod", "case", "amod", "compound", "nmod", "poss":
			end = max(end, t.right(c))
		case "appos":
			if t.tag(c) == "CD" { // "Ann Lee, 54, who"
				end = max(end, c+1)
				continue
			}
			if t.mismatch(h, c) {
				return end
			}
			if k := t.another(c); k >= 0 {
				return max(end, t.before(k))
			}
			end = max(end, t.right(c))
		default:
			return end
		}
	}
	return end
}

// another is the conjunct of an apposition that is somebody else: "the
// minister, Ann Lee, and her deputy, Bo Ek"; -1 for none.
func (t *text) another(c int) int {
	for _, k := range t.kids[c] {
		i := int(k)
		if t.dep(i) == "conj" && i > c && (naming[t.label(i)] || t.child(i, "poss", "appos") >= 0) && t.child(c, "cc") > c {
			return i
		}
	}
	return -1
}

// before is where the conjunction before a conjunct begins.
func (t *text) before(conjunct int) int {
	i := t.left(conjunct)
	for i > 0 && (t.dep(i-1) == "cc" || t.tok(i-1).Pos == "PUNCT") {
		i--
	}
	return i
}

// mismatch tells that what stands in apposition cannot be what it explains: a
// person to a body.
func (t *text) mismatch(h, c int) bool {
	if k, l, known := t.kindsOf(h, c); known && k != l && (k == graph.Person || l == graph.Person) {
		return true
	}
	a, b := t.label(h), t.label(c)
	if e := t.entity[h]; e >= 0 && a == "GPE" && t.who.Entities[e].Entry != nil && t.kindOfNoun(c) == person {
		return true // "the mayor of Oslo, a lawyer"
	}
	switch {
	case a == b:
		return false
	case b == "DATE":
		return true
	case a == "PERSON" || b == "PERSON":
		return naming[a] && naming[b]
	}
	return a == "GPE" && b == "ORG" || a == "ORG" && b == "GPE"
}

// whole widens a phrase to the name that its head is part of, with the titles
// before it.
func (t *text) whole(h, first, end int) (int, int) {
	if e := t.ent[h]; e >= 0 && naming[t.label(h)] && t.rooted(h) {
		first, end = min(first, t.doc.Ents[e].First), max(end, t.doc.Ents[e].End)
	}
	if t.who != nil {
		if m := t.who.At(h); m != nil && m.Form == actors.Name && m.First <= h && m.End > h {
			first = min(first, m.First)
		}
	}
	if e := t.ent[first]; t.label(first) == "DATE" && naming[t.label(h)] && t.doc.Ents[e].End <= h {
		first = t.doc.Ents[e].End // "on 12 April Lee"
	}
	for i := h - 1; i > first; i-- {
		if w := strings.TrimSuffix(t.low[i], "."); words["courtesy"][w] && t.kindOfNoun(i-1) != person {
			return i, end // "in Cornwall Mr Lee"
		}
	}
	if i := first - 1; i >= 0 && t.label(h) == "PERSON" && t.noun(i) && t.titleOf(i) == h {
		first = t.left(i)
		for first < i && (t.tok(first).Pos == "PUNCT" || t.dep(first) == "cc" || t.dep(first) == "prep") {
			first++
		}
	}
	return first, end
}

// trim takes punctuation off the end of a phrase, but for brackets and
// quotation marks that it opened.
func (t *text) trim(first, head, end int) int {
	for end > head+1 {
		w := t.word[end-1]
		switch {
		case w == ")" && slices.Contains(t.word[first:end], "("):
			return end
		case (w == `"` || w == "”") && count(t.word[first:end-1], `"`, "“")%2 == 1:
			return end
		case t.tok(end-1).Pos == "PUNCT" || t.tok(end-1).Pos == "SPACE", t.low[end-1] == "both":
			end--
		default:
			return t.closed(head, end)
		}
	}
	return t.closed(head, end)
}

// closed takes the bracket after a phrase that opened it.
func (t *text) closed(head, end int) int {
	if end < len(t.word) && t.word[end] == ")" && count(t.word[head:end], "(") > count(t.word[head:end], ")") {
		return end + 1
	}
	return end
}

func count(list []string, words ...string) int {
	n := 0
	for _, w := range list {
		if slices.Contains(words, w) {
			n++
		}
	}
	return n
}

// deep is how many steps down or up a tree are taken at most.
const deep = 50

// left and right are the bounds of the subtree of a token.
func (t *text) left(i int) int {
	for range deep {
		if len(t.kids[i]) == 0 || int(t.kids[i][0]) > i {
			break
		}
		i = int(t.kids[i][0])
	}
	return i
}

func (t *text) right(i int) int {
	for range deep {
		n := len(t.kids[i])
		if n == 0 || int(t.kids[i][n-1]) < i {
			break
		}
		i = int(t.kids[i][n-1])
	}
	return i + 1
}
