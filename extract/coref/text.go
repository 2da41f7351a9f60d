package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/actors"
	"entente/extract/nlp"
)

// text is what the sieves share about one document. Slices of token length are
// indexed by token.
type text struct {
	doc  *nlp.Doc
	who  *actors.Resolution
	word []string
	low  []string
	lem  []string // lemmas in lower case
	sent []int32
	kids [][]int32
	ent  []int32 // index in doc.Ents, or -1

	quotes []quotation
	quoted []int32 // one more than the quotation around a token

	mentions []*mention
	heads    []*mention // by head: the longest
	byHead   map[string][]*mention
	entity   []int // of the actors' mention that a token heads, or -1
	sieve    string
}

func newText(doc *nlp.Doc, who *actors.Resolution) *text {
	n := len(doc.Tokens)
	t := &text{
		doc: doc, who: who, word: make([]string, n), low: make([]string, n), lem: make([]string, n), sent: make([]int32, n), ent: make([]int32, n),
		quoted: make([]int32, n), heads: make([]*mention, n), entity: make([]int, n),
	}
	s := int32(-1)
	for i := range doc.Tokens {
		t.word[i] = doc.Word(i)
		t.low[i] = lower(t.word[i])
		t.lem[i] = lower(doc.Tokens[i].Lemma)
		t.ent[i], t.entity[i] = -1, -1
		if i == 0 || doc.Tokens[i].SentStart {
			s++
		}
		t.sent[i] = s
	}
	t.kids = children(doc)
	for e, ent := range doc.Ents {
		if ent.End-ent.First > longest {
			continue // no name
		}
		for i := max(ent.First, 0); i < min(ent.End, n); i++ {
			t.ent[i] = int32(e)
		}
	}
	t.findQuotes()
	return t
}

func (t *text) tok(i int) *nlp.Token { return &t.doc.Tokens[i] }

func (t *text) dep(i int) string { return t.doc.Tokens[i].Dep }

func (t *text) tag(i int) string { return t.doc.Tokens[i].Tag }

func (t *text) lemma(i int) string { return t.lem[i] }

func (t *text) head(i int) int { return int(t.doc.Tokens[i].Head) }

// verb tells whether a token is a verb or an auxiliary.
func (t *text) verb(i int) bool {
	p := t.doc.Tokens[i].Pos
	return p == "VERB" || p == "AUX"
}

// label is the label of the named entity around a token, "" for none.
func (t *text) label(i int) string {
	if t.ent[i] < 0 {
		return ""
	}
	return t.doc.Ents[t.ent[i]].Label
}

// child returns the first child of a token with one of the labels, or -1.
func (t *text) child(i int, deps ...string) int {
	for _, k := range t.kids[i] {
		for _, d := range deps {
			if t.dep(int(k)) == d {
				return int(k)
			}
		}
	}
	return -1
}

// capital tells whether a token starts with a capital letter.
func (t *text) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.word[i])
	return unicode.IsUpper(r)
}

// noun tells whether a token can head a noun phrase.
func (t *text) noun(i int) bool {
	return strings.HasPrefix(t.tag(i), "NN")
}

// governor is the verb whose argument a token is, directly or through a
// preposition; -1 for none.
func (t *text) governor(i int) int {
	i = t.first(i)
	h := t.head(i)
	for range 3 {
		switch {
		case h == i:
			return -1
		case t.verb(h):
			return h
		case t.dep(h) != "prep" && t.dep(h) != "agent" && t.dep(h) != "dative":
			return -1
		}
		i, h = h, t.head(h)
	}
	return -1
}

// first is the first conjunct of the coordination that a token is part of.
func (t *text) first(i int) int {
	for range 20 {
		if t.dep(i) != "conj" {
			break
		}
		i = t.head(i)
	}
	return i
}

// clause is the nearest verb above a token, or -1.
func (t *text) clause(i int) int {
	for range 30 {
		h := t.head(i)
		if h == i {
			return -1
		}
		if t.verb(h) {
			return h
		}
		i = h
	}
	return -1
}

// subjectOf is the subject of a verb, its own or that of the verb to which it
// is joined; -1 for none.
func (t *text) subjectOf(v int) int {
	for range 8 {
		if v < 0 {
			return -1
		}
		if s := t.child(v, "nsubj", "nsubjpass"); s >= 0 {
			return s
		}
		switch d := t.dep(v); {
		case d == "conj", d == "xcomp", (d == "advcl" || d == "pcomp") && t.tag(v) == "VBG":
			if h := t.head(v); t.verb(h) {
				v = h
			} else {
				v = t.clause(h)
			}
		default:
			return -1
		}
	}
	return -1
}

// subject tells whether a token is a grammatical subject.
func (t *text) subject(i int) bool {
	d := t.dep(t.first(i))
	return d == "nsubj" || d == "nsubjpass"
}

// lower is strings.ToLower that spares words in lower case the copy.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// children lists the children of each token, in order.
func children(doc *nlp.Doc) [][]int32 {
	n := len(doc.Tokens)
	count := make([]int32, n)
	head := func(i int) int {
		if h := int(doc.Tokens[i].Head); h != i && h >= 0 && h < n {
			return h
		}
		return -1
	}
	for i := range doc.Tokens {
		if h := head(i); h >= 0 {
			count[h]++
		}
	}
	all, kids := make([]int32, n), make([][]int32, n)
	for i, c := range count {
		kids[i], all = all[:0:c], all[c:]
	}
	for i := range doc.Tokens {
		if h := head(i); h >= 0 {
			kids[h] = append(kids[h], int32(i))
		}
	}
	return kids
}
