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
	closing := func(i int) {
		if i > open+1 {
			t.quotes = append(t.quotes, quotation{open + 1, i, -1})
			for j := open + 1; j < i; j++ {
				t.quoted[j] = int32(len(t.quotes))
			}
		}
		open = -1
	}
	for i, w := range t.word {
		switch {
		case open >= 0 && t.paragraph(i):
			closing(i)
			if w == "“" || w == `"` {
				open = i
			}
		case w == "“" || w == `"` && open < 0:
			open = i
		case open >= 0 && (w == "”" || w == `"`):
			closing(i)
		}
	}
	if open >= 0 {
		closing(len(t.word))
	}
	for q := range t.quotes {
		t.quotes[q].speaker = t.speakerOf(q)
	}
}

// paragraph tells that a line of the text ends before a token.
func (t *text) paragraph(i int) bool {
	return i > 0 && strings.Contains(t.doc.Text[t.tok(i-1).End:t.tok(i).Start], "\n")
}

// speakerOf finds who says a quotation: the subject of a verb of saying above
// it or beside it, else who spoke just before.
func (t *text) speakerOf(q int) int {
	x := t.quotes[q]
	above := -1
	for i := x.first; i < x.end; i++ {
		if h := t.head(i); h < x.first || h >= x.end {
			if s := t.sayer(h); s >= 0 {
				return s
			}
			if v := t.clause(h); above < 0 && v >= 0 && (v < x.first || v >= x.end) {
				above = v
			}
		}
	}
	const near = 10
	for _, side := range [2][2]int{{x.end, x.end + near}, {x.first - near, x.first}} {
		for i := max(side[0], 0); i < min(side[1], len(t.word)); i++ {
			if t.quoted[i] == 0 {
				if s := t.sayer(i); s >= 0 {
					return s
				}
			}
		}
	}
	if s := t.subjectOf(above); s >= 0 && t.quoted[s] == 0 {
		return s
	}
	if q > 0 && x.first-t.quotes[q-1].end < 2*near {
		return t.quotes[q-1].speaker
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

// linkSpeakers makes I and my in a quotation its speaker, and joins the firsts
// and seconds of one speaker.
func linkSpeakers(t *text) {
	last := map[string]map[*chain]*mention{}
	for _, m := range t.mentions {
		if m.Form != Pronoun {
			continue
		}
		p := pronouns[t.low[m.Head]]
		if p.who == "" {
			continue
		}
		var by *chain
		if q := t.quoted[m.Head]; q > 0 {
			s := t.quotes[q-1].speaker
			if s >= 0 && t.heads[s] != nil {
				by = t.heads[s].chain
			}
			if p.who == "i" {
				if by != nil {
					t.link(m, t.heads[s])
				}
				continue
			}
		}
		key := p.who
		if last[key] == nil {
			last[key] = map[*chain]*mention{}
		}
		if n := last[key][by]; n != nil {
			t.link(m, n)
		}
		last[key][by] = m
	}
}
