package graph_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Volodymyr  Zelenskyy":       "volodymyr zelenskyy",
		"Recep Tayyip Erdoğan":       "recep tayyip erdogan",
		"José-María O’Neill":         "jose maria o neill",
		"U.S.":                       "u s",
		"\u00a0no\u2009break\u00a0":  "no break",
		"ＦＵＬＬ width ﬁ":               "full width fi",
		"İstanbul":                   "istanbul",
		"Зеленський":                 "зеленськии",
		"習近平":                        "習近平",
		"Group of 7":                 "group of 7",
		"":                           "",
		"—!?":                        "",
		"e\u0301":                    "e",
		"bad \xff byte":              "bad byte",
		"Sankt-Peterburg\u200b Ring": "sankt peterburg ring",
	} {
		if got := graph.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if got := graph.Slug(in); got != strings.ReplaceAll(want, " ", "-") {
			t.Errorf("Slug(%q) = %q", in, got)
		}
	}
}

func TestFoldProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		folded := graph.Fold(s)
		if graph.Fold(folded) != folded {
			t.Fatalf("Fold is not idempotent on %q: %q, then %q", s, folded, graph.Fold(folded))
		}
		if folded != strings.Join(strings.Fields(folded), " ") {
			t.Fatalf("spaces in %q", folded)
		}
	})
}

func TestIDs(t *testing.T) {
	t.Parallel()
	if got := graph.CountryID("ua"); got != "iso:UA" {
		t.Error(got)
	}
	for _, c := range []struct {
		kind graph.Kind
		name string
		want string
	}{
		{graph.Person, "Dan Caldwell", "person:dan-caldwell"},
		{graph.Organization, "Médecins Sans Frontières", "org:medecins-sans-frontieres"},
		{graph.Place, "Anchorage", "place:anchorage"},
	} {
		if got := graph.LocalID(c.kind, c.name); got != c.want {
			t.Errorf("LocalID(%s, %q) = %q, want %q", c.kind, c.name, got, c.want)
		}
	}
	if a, b := graph.LocalID(graph.Person, "???"), graph.LocalID(graph.Person, "!!!"); a == b || !regexp.MustCompile(`^person:[0-9a-f]{16}$`).MatchString(a) {
		t.Errorf("names without letters: %q and %q", a, b)
	}
}

func TestHashKeepsPartsApart(t *testing.T) {
	t.Parallel()
	if graph.Hash("ab", "c") == graph.Hash("a", "bc") || graph.Hash("a", "") == graph.Hash("a") || graph.Hash("1:a") == graph.Hash("", "a") {
		t.Error("different lists of parts have one hash")
	}
	if got := graph.Hash("statement", "a1"); !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(got) || got != graph.Hash("statement", "a1") {
		t.Errorf("hash %q", got)
	}
	if got := graph.TextHash("abc"); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("SHA-256 of abc = %s", got) // FIPS 180-2, appendix B.1
	}
}
