package extract_test

import (
	"context"
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
