package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"entente/exporters/internal/text"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                           "",
		"  a \u00a0\n b\t":           "a b",
		"right\u202eto left\u202c":   "rightto left",
		"nul\x00 bell\x07":           "nul bell",
		"\xff bad \xc3(":             "? bad ?(",
		"zero\u200bwidth \ufeffmark": "zerowidth mark",
		"Зеленський 習近平 Şimşek 🕊":       "Зеленський 習近平 Şimşek 🕊",
		"line\u2028separator\u2029here": "line separator here",
	} {
		if got := text.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{
		{"short", 5, "short"},
		{"a ceasefire along the line", 16, "a ceasefire…"},
		{"a ceasefire, and peace", 15, "a ceasefire…"},
		{"Donaudampfschifffahrt", 8, "Donauda…"},
		{"éééééé", 4, "ééé…"},
		{"abc", 0, "…"},
	} {
		if got := text.Shorten(c.in, c.limit); got != c.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", c.in, c.limit, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	got := text.Wrap("a ceasefire along Donaudampfschifffahrt", 12)
	if want := []string{"a ceasefire", "along", "Donaudampfsc", "hifffahrt"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := text.Wrap("  ", 5); got != nil {
		t.Errorf("%q of nothing", got)
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "runes")
		clean := text.Clean(s)
		if text.Clean(clean) != clean {
			t.Fatalf("not idempotent on %q", s)
		}
		for _, r := range clean {
			if !unicode.IsPrint(r) {
				t.Fatalf("%U in %q", r, clean)
			}
		}
		limit := rapid.IntRange(1, 40).Draw(t, "limit")
		if n := utf8.RuneCountInString(text.Shorten(clean, limit)); n > limit {
			t.Fatalf("%d runes, more than %d", n, limit)
		}
		lines := text.Wrap(clean, limit)
		for _, l := range lines {
			if utf8.RuneCountInString(l) > limit {
				t.Fatalf("line %q is longer than %d", l, limit)
			}
		}
		if strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(clean, " ", "") {
			t.Fatalf("wrapping loses text: %q of %q", lines, clean)
		}
	})
}
