package fold_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/actors/kb/internal/fold"
)

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"":                     nil,
		"Ukraine":              {"Ukraine"},
		"U.S.":                 {"US"},
		"Kim Jong-un":          {"Kim", "Jong", "un"},
		"Côte d’Ivoire":        {"Cote", "d", "Ivoire"},
		"People's Republic":    {"People", "s", "Republic"},
		"Recep Tayyip Erdoğan": {"Recep", "Tayyip", "Erdogan"},
		"Łódź, São Paulo":      {"Lodz", "Sao", "Paulo"},
		"Straße":               {"Strasse"},
		"R&AW OPEC+":           {"R&AW", "OPEC+"},
		"e\u0301lyse\u0301e":   {"elysee"},
		"\xff":                 nil,
	} {
		if diff := cmp.Diff(want, fold.Words(text)); diff != "" {
			t.Errorf("Words(%q): %s", text, diff)
		}
	}
}

func TestSlugIsThePlainKeyWithHyphens(t *testing.T) {
	for text, want := range map[string]string{
		"Dan Caldwell": "x:dan-caldwell", "Quai d'Orsay": "x:quai-d-orsay", "U.S. Steel": "x:us-steel", "Élysée Palace": "x:elysee-palace",
		" - ": "x:", "B'Tselem": "x:b-tselem", "R&AW": "x:r&aw", "Dabolim -": "x:dabolim",
	} {
		if got := fold.Slug("x:", text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestJoiner(t *testing.T) {
	for token, want := range map[string]bool{"-": true, "'": true, "’": true, "--": true, "": false, ",": false, "'s": false, "a": false} {
		if got := fold.Joiner(token); got != want {
			t.Errorf("Joiner(%q) = %v", token, got)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Élysée-Palace")
	f.Add("A. B.-'C'")
	f.Fuzz(func(t *testing.T, text string) {
		want := "p:" + strings.Join(fold.Words(fold.Key(text)), "-")
		if got := fold.Slug("p:", text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	})
}
