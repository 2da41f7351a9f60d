package extract

import (
	"testing"

	"entente/extract/article"
)

func TestTruecase(t *testing.T) {
	parts := article.Split("Trump and Putin Head for Alaska\n\nThe two will head for Alaska on Friday. Trump said that Putin heads a delegation for the talks in Alaska.\n")
	lower := lowered(parts)
	for _, c := range []struct{ line, want string }{
		{"Trump and Putin Head for Alaska", "Trump and Putin head for Alaska"},
		{"Two Delegation Talks", "Two delegation talks"},
		{"Trump will Head for the talks", "Trump will Head for the talks"},
		{"Head", "Head"},
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
		lower := map[string]bool{}
		eachWord(line, func(start, end int) { lower[line[start:end]] = true })
		if got := truecase(line, lower); len(got) != len(line) {
			t.Errorf("length changed from %d to %d", len(line), len(got))
		}
	})
}
