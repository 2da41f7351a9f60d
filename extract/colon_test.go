package extract_test

import (
	"context"
	"maps"
	"testing"

	"entente/extract"
	"entente/graph"
)

// TestAcrossColon reads two statements with a colon between them, of which the
// second is what the first one's subject says.
func TestAcrossColon(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Trouble ahead\n\nAna Ruiz, the Peruvian president, was blunt: Chile must open the road.":          "Ana Ruiz",
		"Trouble ahead\n\nPeru's message was clear: Chile must open the road.":                             "Peru",
		"Trouble ahead\n\nAna Ruiz, the Peruvian president: Chile must open the road.":                     "Ana Ruiz",
		"Trouble ahead\n\nAna Ruiz, the Peruvian president, has a new coat: Chile must open the road.":     "",
		"Trouble ahead\n\nAna Ruiz, the Peruvian president, was in Lima.\n\nChile must open the road now.": "",
	} {
		list, err := x.Extract(context.Background(), &graph.Article{ID: "a", Text: text, Published: "2019-05-03"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i := range list {
			if list[i].Relation == graph.Demanded {
				got = list[i].Source.Name
			}
		}
		if got != want {
			t.Errorf("%q: %q demands, want %q", text, got, want)
		}
	}
}

// TestWithoutVerb reads clauses that leave out the verb of the one before.
func TestWithoutVerb(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]map[string]string{
		"Germany backed the treaty and Poland the amendment.":          {"Germany": "the treaty", "Poland": "the amendment"},
		"Germany demanded an inquiry, Poland an apology.":              {"Germany": "an inquiry", "Poland": "an apology"},
		"The Greeks rejected the plan, the Turks the timetable.":       {"Greece": "the plan", "Turkey": "the timetable"},
		"Germany demanded an inquiry, as Poland had for three months.": {"Germany": "an inquiry", "Poland": "an inquiry"},
	} {
		list, err := x.Extract(context.Background(), &graph.Article{ID: "a", Text: "Trouble ahead\n\n" + text, Published: "2019-05-03"})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for i := range list {
			if list[i].Relation != graph.Mentions {
				got[list[i].Source.Name] = list[i].Target.Name
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
