// Package dates finds the temporal expressions of an English text and works
// out which days they mean.
//
// It has a recogniser of its own over tokens and tags. The steps: match an
// expression at each token ("Feb. 27 and 28", "two days ago", "last autumn",
// "the next day"); resolve it against the day of publication, in the direction
// that the tense of the governing verb gives ("said on Thursday" is the last
// one, "will meet on Friday" the coming one), or against the expression before
// it ("the next day"); read its relation from the preposition before it. For
// then tells which of the expressions dates a given event.
package dates

import (
	"entente/extract/nlp"
	"entente/graph"
)

// Rel is how what is dated stands to the date of an expression.
type Rel uint8

// The relations. Before is also "by" and "ahead of", Until also "through".
const (
	In Rel = iota
	Before
	After
	Since
	Until
)

// String returns the relation's name in lower case.
func (r Rel) String() string {
	return [...]string{"in", "before", "after", "since", "until"}[r]
}

// Expr is a temporal expression and the date that it names.
type Expr struct {
	// First and End are its tokens, half-open, without the preposition.
	First, End int
	// Date is what the expression itself names: a day, month, year or
	// interval; of several days ("Feb. 27 and 28") the first.
	Date graph.Date
	// Relation is In, or what a preposition that governs the expression says:
	// Before in "ahead of Friday" and in "by 2020".
	Relation Rel
	// When is the date of an event so dated: Date itself for In; otherwise
	// the interval between Date and the day of publication, on the side that
	// Relation and tense allow, or "" where that is unbounded.
	When graph.Date

	dateline bool
}

// Find returns the temporal expressions of doc in order, not overlapping. The
// day of publication gives sense to weekdays, "yesterday" and dates without a
// year; where it is unknown (or not a day) only dates that carry their year
// are found, and what is counted from those.
func Find(doc *nlp.Doc, published graph.Date) []Expr {
	s := newScan(doc, published)
	for i := 0; i < len(doc.Tokens); {
		end, v, ok := s.match(i)
		if !ok || end <= i {
			i++
			continue
		}
		s.add(i, end, v)
		i = end
	}
	return s.merge()
}
