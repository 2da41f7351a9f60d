package extract

import (
	"slices"
	"testing"

	"entente/extract/article"
)

func TestClauses(t *testing.T) {
	for text, want := range map[string][]string{
		"She left; he stayed.":               {"She left;", "he stayed."},
		"One.":                               {"One."},
		"Ana, of Peru; Bo; and Eva.":         {"Ana, of Peru;", "Bo;", "and Eva."},
		"an entity &#59;like;this; ":         {"an entity &#59;like;this;"},
		"nothing to split;\u00a0not even so": {"nothing to split;\u00a0not even so"},
		"":                                   nil,
	} {
		var got []string
		for _, s := range clauses(text, []article.Span{{Start: 0, End: len(text)}}) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
