package dates

import (
	"strings"

	"entente/extract/nlp"
)

// distance is how far an expression is from dating the event at token.
func distance(doc *nlp.Doc, e *Expr, token int) (int, bool) {
	best, found := 1<<20, false
	if when(doc, e, token) {
		return 1, true
	}
	for _, h := range hosts(doc, e) {
		if d, ok := reach(doc, e, h, token); ok && h.cost+d < best {
			best, found = h.cost+d, true
		}
	}
	return best, found
}

// when tells whether the verb at token is the "when" clause behind e: "three
// weeks ago, when the two lunched".
func when(doc *nlp.Doc, e *Expr, token int) bool {
	for i := e.End; i < min(e.End+2, token); i++ {
		if strings.EqualFold(doc.Word(i), "when") && int(doc.Tokens[i].Head) == token && e.Relation == In {
			return true
		}
	}
	return false
}

// reach is the cost from a host to the event at token.
func reach(doc *nlp.Doc, e *Expr, h host, token int) (int, bool) {
	if h.token == token {
		return 0, true
	}
	t, v := &doc.Tokens[token], &doc.Tokens[h.token]
	if !isVerb(t) {
		return nounReach(doc, h, token)
	}
	if top := mainVerb(doc, token); top != token {
		if top == h.token || sisters(doc, top, h.token) {
			return 2 + abs(chain(doc, top)-chain(doc, h.token)), true
		}
	}
	if !isVerb(v) && v.Lemma != wordDue {
		return 0, false
	}
	switch {
	case int(t.Head) == h.token && t.Dep == depOpen && e.First > token:
		return 2, true // "agreed to meet again on Friday"
	case int(t.Head) == h.token && purpose(doc, token) && !settling[v.Lemma] && !planning[v.Lemma] && !reporting[v.Lemma]:
		return 3, true // "went on Friday to meet him"
	case int(v.Head) == token && (v.Dep == depOpen || v.Dep == depAdverb && v.Tag == "VB" || v.Dep == depPrep) && e.First > h.token:
		return 3, true // "flew to Geneva to meet him on Friday"
	case int(v.Head) == token && v.Dep == "pcomp":
		return 3, true
	case int(t.Head) == h.token && t.Dep == depAdverb && meanwhile(doc, token):
		return 4, true // "in July he gave up when the two quarrelled"
	case sisters(doc, token, h.token):
		return 2 + abs(chain(doc, token)-chain(doc, h.token)), true
	}
	return 0, false
}

// mainVerb climbs from "sat" in "was to have sat" to the verb that only
// carries its time.
func mainVerb(doc *nlp.Doc, i int) int {
	for range doc.Tokens {
		t := &doc.Tokens[i]
		head := &doc.Tokens[t.Head]
		if t.Dep != depOpen || int(t.Head) == i || !temporal[head.Lemma] {
			break
		}
		i = int(t.Head)
	}
	return i
}

// purpose tells whether the verb at i says what another act was for.
func purpose(doc *nlp.Doc, i int) bool {
	t := &doc.Tokens[i]
	if t.Tag != "VB" || t.Dep != depAdverb && (t.Dep != depOpen || !motion[doc.Tokens[t.Head].Lemma]) {
		return false
	}
	for j := max(0, i-4); j < i; j++ {
		if doc.Tokens[j].Tag == "TO" && int(doc.Tokens[j].Head) == i {
			return true
		}
	}
	return false
}

// meanwhile tells whether the clause of the verb at i is one of time.
func meanwhile(doc *nlp.Doc, i int) bool {
	for j := max(0, i-8); j < i; j++ {
		if int(doc.Tokens[j].Head) == i && oneOf(strings.ToLower(doc.Word(j)), "when|while|as") {
			return true
		}
	}
	return false
}

// sisters tells whether two verbs are joined ("met Putin and signed a deal").
func sisters(doc *nlp.Doc, a, b int) bool { return firstConjunct(doc, a) == firstConjunct(doc, b) }

func firstConjunct(doc *nlp.Doc, i int) int {
	i, _ = conjuncts(doc, i)
	return i
}

func chain(doc *nlp.Doc, i int) int {
	_, n := conjuncts(doc, i)
	return n
}

// conjuncts returns the first of the verbs joined with i and how many of them
// stand before i.
func conjuncts(doc *nlp.Doc, i int) (first, before int) {
	for doc.Tokens[i].Dep == "conj" && int(doc.Tokens[i].Head) != i && before < len(doc.Tokens) {
		i = int(doc.Tokens[i].Head)
		before++
	}
	return i, before
}

// nounReach is the cost from a host to an event noun: from the verb that it
// is the subject or object of, or the clause that describes it.
func nounReach(doc *nlp.Doc, h host, token int) (int, bool) {
	v := &doc.Tokens[h.token]
	if !isVerb(v) && v.Lemma != wordDue {
		return 0, false
	}
	forward := (h.prep == "for" || h.prep == "to" || h.prep == wordUntil) && planning[v.Lemma]
	if settling[v.Lemma] && !forward {
		return 0, false
	}
	top := token
	for range doc.Tokens {
		t := &doc.Tokens[top]
		head := int(t.Head)
		switch {
		case head == top:
			top = -1
		case int(v.Head) == top && (v.Dep == "relcl" || v.Dep == "acl"):
			return 1, true // "a meeting to be held on Friday"
		case head == h.token && (t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == depObject || t.Dep == "attr"):
			return 1, true
		case head == h.token && t.Dep == depPrep && inside[strings.ToLower(doc.Word(top))]:
			return 2, true // "met on Friday for talks", "sat down at a dinner"
		case t.Dep == "conj" || t.Dep == "pobj" || t.Dep == "compound" || t.Pos == posPrep || carries(doc, top, h.token):
			top = head
			continue
		default:
			top = -1
		}
		if top < 0 {
			return 0, false
		}
	}
	return 0, false
}

// carries tells whether the verb at i hands its event on to a verb above it:
// "the summit is expected to begin on Friday".
func carries(doc *nlp.Doc, i, above int) bool {
	t := &doc.Tokens[i]
	return isVerb(t) && i != above && t.Dep == depOpen
}
