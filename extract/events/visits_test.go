package events_test

import (
	"slices"
	"testing"

	"entente/graph"
)

// TestVisitIsMeeting checks which journeys of office holders are meetings with the
// government of where they go.
func TestVisitIsMeeting(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"President Emmanuel Macron of France flew to Delhi on Thursday.", []string{"India MET_WITH Emmanuel Macron [occurred]"}},
		{"President Emmanuel Macron of France will fly to Delhi next week.", []string{"India MET_WITH Emmanuel Macron [planned]"}},
		{"President Emmanuel Macron of France is due in Delhi next week.", nil},
		{"President Emmanuel Macron of France will go on to Delhi next week.", nil},
		{"President Emmanuel Macron of France flew to Delhi and Hanoi.", nil},
	} {
		var got []string
		for _, s := range r.read(c.text) {
			if s.Rule == "meet/visit" && s.Relation == graph.MetWith {
				got = append(got, edge(&s))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}
