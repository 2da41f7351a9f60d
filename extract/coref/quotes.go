package coref

import "strings"

// quotation is a stretch in quotation marks.
type quotation struct {
	first, end int // tokens between the marks
	speaker    int // head of the phrase for who says it, -1 for unknown
}

// findQuotes pairs the quotation marks; one that stays open ends with the
// paragraph.
func (t *text) findQuotes() {
	open := -1
	for i, w := range t.word {
		opens, closes := w == "“" || w == `"`, w == "”" || w == `"`
		switch {
		case open >= 0 && (closes || t.paragraph(i)):
			closes = closes && !t.paragraph(i)
			t.quote(open+1, i)
			open = -1
			if opens && !closes {
				open = i
			}
		case open < 0 && opens:
			open = i
		}
	}
	if open >= 0 {
		t.quote(open+1, len(t.word))
	}
	for q := range t.quotes {
		t.quotes[q].speaker = t.speakerOf(q)
	}
}

func (t *text) quote(first, end int) {
	if first >= end {
		return
	}
	t.quotes = append(t.quotes, quotation{first, end, -1})
	for i := first; i < end; i++ {
		t.quoted[i] = int32(len(t.quotes))
	}
}

// paragraph tells that a line of the text ends before a token.
func (t *text) paragraph(i int) bool {
	return i > 0 && t.tok(i-1).End <= t.tok(i).Start && strings.Contains(t.doc.Text[t.tok(i-1).End:t.tok(i).Start], "\n")
}

// beside is how many tokens from a quotation the words that tell its speaker
// may stand.
const beside = 10

// speakerOf finds who says a quotation: the subject of a verb of saying above
// it or beside it, of another verb above it, else who spoke just before.
func (t *text) speakerOf(q int) int {
	x := t.quotes[q]
	s, above := t.saysAbove(x)
	if s >= 0 {
		return s
	}
	if s := t.saysBeside(x); s >= 0 {
		return s
	}
	if s := t.subjectOf(above); s >= 0 && t.quoted[s] == 0 {
		return s
	}
	if q > 0 && x.first-t.quotes[q-1].end < 2*beside {
		return t.quotes[q-1].speaker
	}
	return -1
}

// saysAbove returns the subject of a verb of saying on which words of a
// quotation depend, or -1 and another verb on which they do.
func (t *text) saysAbove(x quotation) (speaker, above int) {
	above = -1
	for i := x.first; i < x.end; i++ {
		h := t.head(i)
		if h >= x.first && h < x.end {
			continue
		}
		if s := t.sayer(h); s >= 0 {
			return s, h
		}
		if v := t.clause(h); above < 0 && v >= 0 && (v < x.first || v >= x.end) {
			above = v
		}
	}
	return -1, above
}

func (t *text) saysBeside(x quotation) int {
	for _, side := range [2]span{{x.end, x.end + beside}, {x.first - beside, x.first}} {
		for i := max(side.First, 0); i < min(side.End, len(t.word)); i++ {
			if t.quoted[i] == 0 {
				if s := t.sayer(i); s >= 0 {
					return s
				}
			}
		}
	}
	return -1
}

// sayer is the subject of a verb of saying outside of quotations, or -1.
func (t *text) sayer(v int) int {
	if t.verb(v) && words["saying"][t.lemma(v)] {
		if s := t.subjectOf(v); s >= 0 && t.quoted[s] == 0 {
			return s
		}
	}
	return -1
}

// speaker is the mention of who says the quotation around a token, or nil.
func (t *text) speaker(i int) *mention {
	q := t.quoted[i]
	if q == 0 || t.quotes[q-1].speaker < 0 {
		return nil
	}
	return t.heads[t.quotes[q-1].speaker]
}

// linkSpeakers makes I and my in a quotation its speaker, and joins what we, or
// you, one speaker says.
func linkSpeakers(t *text) {
	type talk struct {
		word string
		by   *chain
	}
	last := map[talk]*mention{}
	for _, m := range t.mentions {
		if m.Form != Pronoun {
			continue
		}
		p := pronouns[t.low[m.Head]]
		if p.talk == "" {
			continue
		}
		who := t.speaker(m.Head)
		if p.talk == "i" && t.quoted[m.Head] > 0 {
			if who != nil {
				t.link(m, who)
			}
			continue
		}
		k := talk{word: p.talk}
		if who != nil {
			k.by = who.chain
		}
		if n := last[k]; n != nil {
			t.link(m, n)
		}
		last[k] = m
	}
}
