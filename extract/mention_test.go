package extract_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract"
	"entente/graph"
)

func TestMentions(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text string
		want []string // kind, name, words
	}{
		"who does nothing is named": {
			"Ministers met at the lake\n\nGermany's foreign minister flew home. Nobody had heard from Olga Berg, and the road to Chile was closed for the week.",
			[]string{"Country Chile Chile", "Country Germany Germany", "Person Olga Berg Olga Berg"},
		},
		"the dateline is a place": {
			"Talks at an end\n\nOSLO, May 3 (Lake Wire) - The talks ended on Thursday and nobody said what had been said behind the closed doors.",
			[]string{"Place Oslo OSLO"},
		},
		"once, and only where nothing else is said": {
			"Peru looks on\n\nPeru rejected the plan on Monday. The papers in Peru and the radio of Bolivia had little to say, and Bolivia slept.",
			[]string{"Country Bolivia Bolivia"},
		},
		"a capital is the place where one is, its country where it owns": {
			"Night falls\n\nThe lights were on in Nairobi until the morning came. Lima's patience was at an end, they wrote in the papers.",
			[]string{"Country Peru Lima", "Place Nairobi Nairobi"},
		},
		"a nationality is the country": {
			"A film festival\n\nThe prize of the festival went to a Mongolian film that nobody there had seen before the evening.",
			[]string{"Country Mongolia Mongolian"},
		},
		"actors without a name are none": {
			"Quiet day\n\nSome officials were at home with the children, and two officers said that the weather had been fine.",
			nil,
		},
	} {
		a := &graph.Article{ID: "a.txt", Text: c.text, Published: "2019-05-03"}
		list, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got []string
		for i := range list {
			s := &list[i]
			if s.Relation != graph.Mentions {
				continue
			}
			if s.Source.ID != a.ID || s.Source.Kind != graph.Source {
				t.Errorf("%s: said of %v", name, s.Source)
			}
			got = append(got, fmt.Sprintf("%s %s %s", s.Target.Kind, s.Target.Name, s.Target.Text))
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
