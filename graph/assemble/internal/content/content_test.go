package content_test

import (
	"slices"
	"testing"

	"entente/graph/assemble/internal/content"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"an immediate ceasefire in the delta", "the delta's immediate cease-fire"},
		{"the withdrawal of all troops", "withdrawing their troops"},
		{"a plan to exchange prisoners", "the exchange of the prisoners"},
		{"new sanctions on Peru", "sanctioning Peru"},
		{"recognition of the border", "recognitions of borders"},
		{"Inspections", "an inspection"},
	} {
		if a, b := content.Words(c.a), content.Words(c.b); !slices.Equal(a, b) {
			t.Errorf("%q is %v, %q is %v", c.a, a, c.b, b)
		}
	}
}

func TestAlike(t *testing.T) {
	a, b := content.Words("an immediate ceasefire in the delta"), content.Words("a ceasefire in the delta")
	shared, jaccard, contained := content.Alike(a, b)
	if shared != 2 || jaccard < 0.66 || jaccard > 0.67 || contained != 1 {
		t.Errorf("shared %d, jaccard %g, contained %g", shared, jaccard, contained)
	}
	if n, j, c := content.Alike(nil, b); n != 0 || j != 0 || c != 0 {
		t.Error("nothing is like nothing")
	}
}
