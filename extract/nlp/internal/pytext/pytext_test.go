package pytext_test

import (
	"testing"

	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
)

func TestSet(t *testing.T) {
	s := pytext.NewSet([]uint32{'a', 'c', 'x', 'x', 120, 130, 0x400, 0x4ff, 0x1f600, 0x1f600})
	for r, want := range map[rune]bool{
		'a': true, 'b': true, 'c': true, 'd': false, 'x': true, 128: true, 130: true, 131: false,
		0x3ff: false, 0x400: true, 0x4ff: true, 0x500: false, 0x1f600: true, 0x1f601: false, 0x10ffff: false,
	} {
		if s.Has(r) != want {
			t.Errorf("%U: %v", r, !want)
		}
	}
	if pytext.NewSet(nil).Has('a') || pytext.NewSet(nil).Has(0x400) {
		t.Error("the empty set has something")
	}
}

// The values are those of Python 3.11.
func TestAsPython(t *testing.T) {
	x := pytext.Load(modeltest.Open(t))
	for s, want := range map[string]string{
		"": "", "abc1": "abc1", "aBC": "abc", "ÄÖ": "äö", "İI": "i̇i", "ΟΔΟΣ": "οδος", "ΣΑΣ": "σας", "Σ": "σ",
		"ΑΣ.": "ας.", "ΑΣ'Α": "ασ'α", "'Σ": "'σ", "ẞ": "ß", "ǅ": "ǆ", "K": "k", "Ა": "ა",
	} {
		if got := x.Lower(s); got != want {
			t.Errorf("Lower(%q) = %q, want %q", s, got, want)
		}
	}
	for _, c := range []struct {
		name    string
		set     *pytext.Set
		in, out string
	}{
		{"Space", x.Space, " \t\n\r\v\f\x1c\x1f\u0085\u00a0\u2028\u3000", "a\x1b\x00\u200b\ufeff"},
		{"Digit", x.Digit, "09²³¹①٣", "½ⅧaⅠ"},
		{"Decimal", x.Decimal, "09٣", "²①½"},
		{"Alpha", x.Alpha, "aZßøж中ªʰ", "1_-. Ⅷ²"},
		{"Upper", x.Upper, "AZØЖⅧⒶ", "aßǅ1中"},
		{"Word", x.Word, "a1_²½Ⅷ中", "-.+ "},
	} {
		for _, r := range c.in {
			if !c.set.Has(r) {
				t.Errorf("%s lacks %U", c.name, r)
			}
		}
		for _, r := range c.out {
			if c.set.Has(r) {
				t.Errorf("%s has %U", c.name, r)
			}
		}
	}
	if x.IsAlpha("") || !x.IsAlpha("né") || x.IsAlpha("a1") {
		t.Error("IsAlpha")
	}
}
