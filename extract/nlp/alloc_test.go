package nlp_test

import (
	"strings"
	"testing"
)

// TestAllocations checks that, with words seen before, the number of
// allocations does not grow with the number of tokens.
func TestAllocations(t *testing.T) {
	p := load(t)
	sentence := "Foreign Minister Ana Reyes didn't meet the envoy of Norland in Geneva, she said on Monday. "
	count := func(sentences int) float64 {
		text := strings.Repeat(sentence, sentences)
		p.Annotate(text)
		return testing.AllocsPerRun(10, func() { p.Annotate(text) })
	}
	few, many := count(10), count(160)
	t.Log(few, many)
	if many > few+40 {
		t.Errorf("%v allocations for 10 sentences, %v for 160", few, many)
	}
}
