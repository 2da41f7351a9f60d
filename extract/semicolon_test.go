package extract_test

import (
	"context"
	"testing"

	"entente/extract"
	"entente/graph"
)

// TestAcrossSemicolon reads a clause whose missing side stands before the semicolon.
func TestAcrossSemicolon(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"Trouble on the way\n\nAna Ruiz, the Peruvian president, arrived a day late after a storm in the mountains; a lunch with Leo Paz slipped to Saturday.":      true,
		"Trouble on the way\n\nAna Ruiz, the Peruvian president, arrived a day late after a storm in the mountains. A lunch with Leo Paz slipped to Saturday.":      false,
		"Trouble on the way\n\nThe Peruvian government arrived a day late after a storm in the mountains, they said; a lunch with Leo Paz slipped to Saturday too.": false,
	} {
		list, err := x.Extract(context.Background(), &graph.Article{ID: "a", Text: text, Published: "2019-05-03"})
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for i := range list {
			got = got || list[i].Relation == graph.MetWith
		}
		if got != want {
			t.Errorf("%q: met %v", text, got)
		}
	}
}
