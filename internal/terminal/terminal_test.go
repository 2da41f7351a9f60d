package terminal_test

import (
	"testing"

	"entente/internal/terminal"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"":                        "",
		" two\n lines\t":          "two lines",
		"\x1b[31mred\x07":         "[31mred",
		"left\u202eright\u00a0to": "left right to",
		"Zürich, Кремль":          "Zürich, Кремль",
	} {
		if got := terminal.Clean(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 edges", 1: "1 edge", 2: "2 edges"} {
		if got := terminal.Plural(n, "edge"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}
