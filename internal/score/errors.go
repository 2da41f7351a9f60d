package score

import (
	"slices"
	"strings"

	"entente/graph"
)

// What is a sort of error.
type What string

// The sorts of errors: four of something said, then three of something not said.
const (
	// Wrong is a statement that matches no label.
	Wrong What = "wrong"
	// WrongStatus is one that matches a label but for its status.
	WrongStatus What = "status"
	// Forbidden is one that the labels name as an error.
	Forbidden What = "forbidden"
	// BadQuote is one whose quote is not the text at its place.
	BadQuote What = "quote"
	// Missed is a required fact that no statement matches.
	Missed What = "missed"
	// MeetingMissed is a required meeting that no statement is about.
	MeetingMissed What = "meeting missed"
	// MeetingStatus is one of which only another status is said.
	MeetingStatus What = "meeting status"
)

// Whats returns all sorts of errors.
func Whats() []What {
	return []What{Wrong, WrongStatus, Forbidden, BadQuote, Missed, MeetingMissed, MeetingStatus}
}

// Error is one thing that went wrong.
type Error struct {
	Article string
	What    What
	// Edge is the edge said or wanted, Quote the sentence it stands in, Rule
	// what said it, Why why the labels forbid it. An edge that is forbidden
	// is not listed as wrong again.
	Edge, Quote, Rule, Why string
	// Instead are the labels that come nearest to what was said, of a wrong
	// quote the text at its place; of what was missed, what was said instead.
	// It may be empty.
	Instead []string
}

// most is the number of labels or statements that an error shows instead.
const most = 3

// report notes an error in what a statement says.
func (x *comparison) report(s *graph.Statement, what What, why string, instead []string) {
	x.res.Errors = append(x.res.Errors, Error{Article: x.c.Article, What: what, Edge: edge(s), Quote: s.Quote, Rule: s.Rule, Why: why, Instead: instead})
}

// lack notes that a label was not found.
func (x *comparison) lack(what What, label, quote string, instead []string) {
	text := quote
	if start, end := x.span(quote); start < end {
		text = x.c.Text[start:end]
	}
	x.res.Errors = append(x.res.Errors, Error{Article: x.c.Article, What: what, Edge: label, Quote: text, Instead: instead})
}

func edge(s *graph.Statement) string {
	return s.Source.Name + " " + string(s.Relation) + " " + s.Target.Name + " [" + string(s.Status) + "]"
}

// labelsOf lists the labels that pass.
func (x *comparison) labelsOf(fact func(*Fact) bool, meeting func(*Meeting) bool) []string {
	var out []string
	for i := range x.c.Facts {
		if f := &x.c.Facts[i]; fact(f) {
			out = append(out, f.String())
		}
	}
	for i := range x.c.Meetings {
		if m := &x.c.Meetings[i]; meeting(m) {
			out = append(out, m.String())
		}
	}
	return out[:min(len(out), most)]
}

// nearLabels lists the labels that come nearest to a wrong statement: those of
// its sentence with the same two ends, else with its relation, else all of its
// sentence; where its sentence has none, those with the same two ends.
func (x *comparison) nearLabels(s *graph.Statement) []string {
	here := func(f *Fact) bool { return x.overlaps(s, f.Quote) }
	same := func(f *Fact) bool { return x.forward(f) || x.backward(f) }
	for _, tier := range []struct {
		fact    func(*Fact) bool
		meeting func(*Meeting) bool
	}{
		{func(f *Fact) bool { return here(f) && same(f) }, func(m *Meeting) bool { return x.overlaps(s, m.Quote) && x.between(m) }},
		{func(f *Fact) bool { return here(f) && slices.Contains(f.Relations, s.Relation) }, func(*Meeting) bool { return false }},
		{here, func(m *Meeting) bool { return x.overlaps(s, m.Quote) }},
		{same, x.between},
	} {
		if list := x.labelsOf(tier.fact, tier.meeting); len(list) > 0 {
			return list
		}
	}
	return nil
}

// nearStatements lists the statements that come nearest to a fact: those of
// its sentence with one of its relations, else all of its sentence.
func (x *comparison) nearStatements(f *Fact) []string {
	same := x.statementsAt(f.Quote, func(s *graph.Statement) bool { return slices.Contains(f.Relations, s.Relation) })
	if len(same) > 0 {
		return same
	}
	return x.statementsAt(f.Quote, func(*graph.Statement) bool { return true })
}

// nearMeetings lists what the sentence of a meeting was taken to say of meetings.
func (x *comparison) nearMeetings(m *Meeting) []string {
	return x.statementsAt(m.Quote, func(s *graph.Statement) bool {
		return s.Relation == graph.MetWith || s.Relation == graph.SpokeWith || s.Target.Kind == graph.Meeting
	})
}

// statementsAt lists the statements at a quote, those that count before those
// that follow from them.
func (x *comparison) statementsAt(quote string, fits func(*graph.Statement) bool) []string {
	var out, follow []string
	for i := range x.list {
		s := &x.list[i]
		if !fits(s) || !x.overlaps(s, quote) {
			continue
		}
		if line := edge(s) + " by " + s.Rule; scored(s.Relation) {
			out = append(out, line)
		} else {
			follow = append(follow, line)
		}
	}
	out = append(out, follow...)
	return out[:min(len(out), most)]
}

// overlaps tells whether a label's quote lies in a statement's sentence, in
// part at least.
func (x *comparison) overlaps(s *graph.Statement, quote string) bool {
	start := strings.Index(x.c.Text, quote)
	return quote != "" && start >= 0 && start < s.End && s.Start < start+len(quote)
}

// span returns the sentence in which a label's quote stands, as a half-open
// range of bytes of the text: from the last end of a sentence before it to the
// next one after it. Both are 0 where the text does not have the quote.
func (x *comparison) span(quote string) (start, end int) {
	start = strings.Index(x.c.Text, quote)
	if quote == "" || start < 0 {
		return 0, 0
	}
	end = start + len(quote)
	for start > 0 && !ends(x.c.Text, start) {
		start--
	}
	for end < len(x.c.Text) && !ends(x.c.Text, end) {
		end++
	}
	return start, end
}

// ends tells whether a sentence ends before byte i: at the end of a line, or
// at a full stop with a space and no small letter behind it, unless the word
// before is short for another ("Mr.", "U.S.").
func ends(text string, i int) bool {
	if text[i] == '\n' || text[i-1] == '\n' {
		return true
	}
	rest, space := strings.CutPrefix(text[i:], " ")
	if !space || rest == "" || rest[0] >= 'a' && rest[0] <= 'z' {
		return false
	}
	before := strings.TrimRight(text[:i], `"')”’`)
	word := strings.TrimRight(before, ".!?")
	if word == before {
		return false
	}
	word = word[strings.LastIndexAny(word, " \n")+1:]
	return before[len(before)-1] != '.' || !shortened(word)
}

// shortened tells whether a word before a full stop is likely an abbreviation:
// a letter, one with a full stop inside, or a capital with one or two small
// letters ("Mr", "Gen").
func shortened(word string) bool {
	const longest = 3
	capital := word != "" && word[0] >= 'A' && word[0] <= 'Z'
	return strings.Contains(word, ".") || capital && len(word) <= longest && strings.ToLower(word[1:]) == word[1:]
}
