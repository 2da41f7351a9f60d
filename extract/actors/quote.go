package actors

import "strings"

// quotation is a stretch in quotation marks.
type quotation struct {
	first, end int // tokens between the marks
	speaker    int // head of the mention of who says it, -1 for unknown
}

// findQuotes pairs the quotation marks of each paragraph; a mark left open ends
// with the paragraph.
func findQuotes(a *article) {
	a.quoted = make([]int32, len(a.word))
	open := -1
	closing := func(i int) {
		if i > open+1 {
			a.quotes = append(a.quotes, quotation{open + 1, i, -1})
			for j := open + 1; j < i; j++ {
				a.quoted[j] = int32(len(a.quotes))
			}
		}
		open = -1
	}
	for i, w := range a.word {
		switch {
		case open >= 0 && a.para[i] != a.para[open]:
			closing(i)
			if w == "“" || w == "\"" {
				open = i
			}
		case w == "“" || w == "\"" && open < 0 || w == "``":
			open = i
		case open >= 0 && (w == "”" || w == "\"" || w == "''" || strings.HasSuffix(w, "”")):
			closing(i)
		}
	}
	if open >= 0 {
		closing(len(a.word))
	}
	for q := range a.quotes {
		a.quotes[q].speaker = a.speakerOf(q)
	}
}

// quoteAt is one more than the index of the quotation around a token, 0 for none.
func (a *article) quoteAt(i int) int32 { return a.quoted[i] }

// speakerOf finds the head of who says a quotation: the subject of a verb of
// saying that governs it or stands beside it, else who spoke before in the paragraph.
func (a *article) speakerOf(q int) int {
	x := a.quotes[q]
	for i := x.first; i < x.end; i++ {
		if h := int(a.tok(i).Head); h < x.first || h >= x.end {
			if s := a.sayer(h); s >= 0 {
				return s
			}
		}
	}
	const near, short = 8, 15
	for _, side := range [2][2]int{{x.end, x.end + near}, {x.first - near, x.first}} {
		for i := max(side[0], 0); i < min(side[1], len(a.word)); i++ {
			if a.para[i] != a.para[x.first] || a.quoted[i] != 0 || a.tok(i).Pos != posVerb {
				continue
			}
			if s := a.sayer(i); s >= 0 {
				return s
			}
		}
	}
	if q > 0 && a.para[a.quotes[q-1].first] == a.para[x.first] && x.first-a.quotes[q-1].end < short {
		return a.quotes[q-1].speaker
	}
	return -1
}

// sayer returns the subject of a verb of saying, outside of quotations; -1
// where the verb is none or has none.
func (a *article) sayer(v int) int {
	if a.lex.In("saying", a.tok(v).Lemma) {
		if s := a.subjectOf(v); s >= 0 && a.quoted[s] == 0 {
			return s
		}
	}
	return -1
}

// speaker returns the mention of who says the quotation around a token, nil
// outside of quotations and where nobody is known to speak.
func (a *article) speaker(t int) *Mention {
	q := a.quoted[t]
	if q == 0 {
		return nil
	}
	s := a.quotes[q-1].speaker
	if s < 0 {
		return nil
	}
	if m := a.at(s); m != nil {
		return m
	}
	if g := a.tok(s).Tag; g == tagPronoun && a.quoted[s] == 0 && s < t {
		return a.pronoun(s)
	}
	return nil
}

// speaking tells that a mention is of who says the quotation in which the
// pronoun at t stands, and whom the pronoun therefore does not mean.
func (a *article) speaking(t int, m *Mention) bool {
	if a.quoted[t] == 0 {
		return false
	}
	s := a.quotes[a.quoted[t]-1].speaker
	if s < 0 {
		return false
	}
	who := a.at(s)
	return who != nil && who.Actor >= 0 && who.Actor == m.Actor
}

// quotedPerson returns the person who says the quotation around a token, nil for none.
func (a *article) quotedPerson(t int) *person {
	if m := a.speaker(t); m != nil && m.Actor >= 0 {
		return a.personOf[m.Actor]
	}
	return nil
}

// firstPerson resolves I and we inside a quotation to its speaker.
func (a *article) firstPerson(t int) *Mention {
	m := a.speaker(t)
	if m == nil || m.Actor < 0 {
		return nil
	}
	a.mention(Mention{First: t, End: t + 1, Head: t, Form: Pronoun, Actor: m.Actor, Place: -1, Rule: "speaker"})
	return a.at(t)
}
