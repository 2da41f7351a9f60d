package lexicon_test

import (
	"testing"

	"entente/extract/actors/lexicon"
)

func TestLoad(t *testing.T) {
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := l.Role("prime minister"); !ok || r.Name != "head-of-government" || !r.Leads {
		t.Errorf("prime minister: %+v %v", r, ok)
	}
	if h, ok := l.Honorific("mrs"); !ok || h.Gender != "f" || h.Role != "" {
		t.Errorf("mrs: %+v %v", h, ok)
	}
	if n, ok := l.Noun("team"); !ok || !n.Has(lexicon.State) || !n.Has(lexicon.Body) {
		t.Errorf("team: %+v %v", n, ok)
	}
	if !l.FormerBefore("late") || l.FormerBefore("until lately") || !l.FormerAfter("until lately") || !l.FormerPrefix("ex") {
		t.Error("former")
	}
	if l.Eastern("kim") != "s" || l.Eastern("nguyen") != "g" || l.Eastern("smith") != "" {
		t.Error("eastern")
	}
	if !l.PlaceWord("palace") || l.OrgWord("palace") || !l.OrgWord("ministry") {
		t.Error("orgwords")
	}
	if !l.In("particle", "bin") || l.In("particle", "bins") || l.In("nothing", "bin") {
		t.Error("sets")
	}
}
