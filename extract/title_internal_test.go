package extract

import (
	"testing"

	"entente/extract/article"
)

func TestTruecase(t *testing.T) {
	parts := article.Split("Trump and Putin Head for Alaska\n\nThe two will head for Alaska on Friday. Trump said that Putin heads a delegation for the talks in Alaska.\n")
	lower := lowered(parts, func(word string) bool { return word == "meet" })
	for _, c := range []struct{ line, want string }{
		{"Trump and Putin Head for Alaska", "Trump and Putin head for Alaska"},
		{"Two Delegation Talks", "Two delegation talks"},
		{"Trump will Head for the talks", "Trump will Head for the talks"},
		{"Head", "Head"},
		{"Trump and Putin Meet Over Alaska", "Trump and Putin meet Over Alaska"},
		{"", ""},
	} {
		if got := truecase(c.line, lower); got != c.want {
			t.Errorf("truecase(%q) = %q, want %q", c.line, got, c.want)
		}
	}
}

func FuzzTruecase(f *testing.F) {
	f.Add("Ünder Öne Ärmel İstanbul ſ")
	f.Fuzz(func(t *testing.T, line string) {
		if got := truecase(line, func(string) bool { return true }); len(got) != len(line) {
			t.Errorf("length changed from %d to %d", len(line), len(got))
		}
	})
}
