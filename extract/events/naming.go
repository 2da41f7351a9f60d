package events

import (
	"strings"
	"unicode/utf8"

	"entente/extract/actors"
)

// phrase is the text of the smallest phrase at tok, on one line.
func (x *reading) phrase(tok int) string {
	a, b := x.t.Phrase(tok)
	return x.shorten(x.doc.Slice(a, b))
}

// balanced returns s without a quotation mark at one of its ends that has no
// fellow in s: a phrase of a quotation, not the whole of it.
func balanced(s string) string {
	for _, marks := range []string{`""`, "“”", "«»"} {
		quote, end := utf8.DecodeRuneInString(marks)
		last, _ := utf8.DecodeRuneInString(marks[end:])
		open, shut := strings.Count(s, string(quote)), strings.Count(s, string(last))
		if quote == last {
			open, shut = (open+1)/2, open/2
		}
		if open != shut {
			s = strings.Trim(s, marks)
		}
	}
	return strings.TrimSpace(s)
}

// named is the text of the smallest phrase at tok. A clause begins with its
// subject, not with what stands set off before it, and a pronoun in it is put
// as what it stands for: "to give [one]" is "to give [a guarantee]".
func (x *reading) named(m *match, tok int) string {
	first, end := x.t.Phrase(tok)
	if x.t.Verb(tok) {
		first = x.opening(tok, first)
		if a, b := x.aside(tok, first, end); a > first && b < end {
			return x.shorten(x.doc.Slice(first, a) + " " + x.doc.Slice(b, end))
		}
	}
	if x.t.Verb(tok) {
		end = max(end, x.sharedEnd(tok))
	}
	return x.resolved(m, tok, first, end)
}

// sharedEnd is where the object ends that verb v shares with the one behind it:
// "to test or [fill the dam]"; 0 for none.
func (x *reading) sharedEnd(v int) int {
	c := x.t.Child(v, "conj")
	if c < 0 || x.t.Child(c, "nsubj", "nsubjpass", "aux") >= 0 || x.t.Tag(c) != x.t.Tag(v) || x.t.Child(v, "dobj", "prep", "prt", "ccomp", "xcomp") >= 0 || x.t.Child(c, "dobj") < 0 {
		return 0
	}
	_, end := x.t.Phrase(c)
	return end
}

// aside is where the parenthesis in the clause of verb v begins and ends that
// tells who says it: "Kyiv[, he urged,] must go".
func (x *reading) aside(v, first, end int) (from, to int) {
	c := x.t.Child(v, "parataxis")
	if c <= first || c >= v || !x.utters(c) {
		return -1, -1
	}
	from, to = c, c+1
	for from > first && x.t.Within(from-1, c) {
		from--
	}
	for to < end && x.t.Within(to, c) {
		to++
	}
	if from > first && x.t.Lower(from-1) == "," {
		from--
	}
	if to < end && x.t.Lower(to) == "," {
		to++
	}
	return from, to
}

// opening is where the clause of verb v, whose phrase starts at token first,
// begins: with its subject where a comma stands before it, without "only" and
// "even".
func (x *reading) opening(v, first int) int {
	if s := x.t.Child(v, "nsubj", "nsubjpass"); s > first && s < v {
		start, _ := x.t.Phrase(s)
		for i := first; i < start; i++ {
			if x.t.Lower(i) == "," {
				return start
			}
		}
	}
	for first < v {
		switch x.t.Lower(first) {
		case "only", "even", "just", "also", "instead", "therefore", "first":
			first++
			continue
		}
		break
	}
	return first
}

// resolved is the text of tokens first to end, the pronoun that is the subject
// or the object of verb v replaced by what it stands for.
func (x *reading) resolved(m *match, v, first, end int) string {
	text := x.shorten(x.doc.Slice(first, end))
	if !x.t.Verb(v) {
		return text
	}
	if s := x.t.Child(v, "nsubj", "nsubjpass"); s == first {
		if name := x.standsFor(m, s, reach); name != "" {
			return x.shorten(name + " " + x.doc.Slice(s+1, end))
		}
		return text
	}
	o := x.t.Child(v, "dobj")
	if p := x.t.Child(v, "prep"); o < 0 && p >= 0 {
		o = x.t.Child(p, "pobj")
	}
	if o <= first || o >= end {
		return text
	}
	if name := x.standsFor(m, o, 1); name != "" {
		return x.shorten(x.doc.Slice(first, o) + " " + name + " " + x.doc.Slice(o+1, end))
	}
	return text
}

// standsFor is what pronoun o stands for in words: the one entity that it
// means, or the noun, at most so many sentences before it, that names what can
// be proposed or refused; "" where neither is known.
func (x *reading) standsFor(m *match, o, sentences int) string {
	if mention := x.who.At(o); mention != nil && (mention.Actor >= 0 || len(mention.Members) > 0) {
		if mention.Actor < 0 || mention.Form != actors.Pronoun || x.t.Tag(o) != "PRP" || x.who.Entities[mention.Actor].Generic {
			return ""
		}
		switch x.t.Lower(o) {
		case "he", "she", "him", "her", "it", "they", "them":
			return x.who.Entities[mention.Actor].Ref.Name
		}
		return ""
	}
	if !x.pronoun(o) {
		return ""
	}
	n := x.antecedent(m, o)
	if n < 0 || x.t.Sent(o)-x.t.Sent(n) > sentences || x.t.Within(o, n) {
		return ""
	}
	if w := x.t.Lower(o); w == "one" && x.t.Tag(n) == "NNS" || x.plural(o) && x.t.Tag(n) != "NNS" {
		return ""
	}
	return x.phrase(n)
}

// shorten puts a phrase on one line of bounded length.
func (x *reading) shorten(s string) string {
	s = balanced(strings.Join(strings.Fields(s), " "))
	if len(s) <= longest {
		return s
	}
	cut := strings.LastIndexByte(s[:longest], ' ')
	if cut < longest/2 {
		for cut = longest; !utf8.RuneStart(s[cut]); cut-- {
		}
	}
	return strings.TrimRight(s[:cut], " ,;:") + " …"
}
