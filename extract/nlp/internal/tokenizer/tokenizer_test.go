package tokenizer_test

import (
	"strings"
	"testing"

	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
	"entente/extract/nlp/internal/tokenizer"
)

func load(tb testing.TB) *tokenizer.Tokenizer {
	tb.Helper()
	f := modeltest.Open(tb)
	text := pytext.Load(f)
	t := tokenizer.Load(f, text, lexicon.Load(f, text))
	if err := f.Err(); err != nil {
		tb.Fatal(err)
	}
	return t
}

// TestTokenize has one case for each rule; | stands between tokens, _ for a
// space that belongs to the token before it.
func TestTokenize(t *testing.T) {
	tok := load(t)
	for text, want := range map[string]string{
		"":                        "",
		"a b":                     "a_|b",
		"a  b":                    "a_| |b",
		" a ":                     " |a_",
		"a\n b":                   "a|\n |b",
		"a \nb":                   "a_|\n|b",
		"don't":                   "do|n't",
		"(don't)":                 "(|do|n't|)",
		"U.S.":                    "U.S.",
		"U.S.,":                   "U.S.|,",
		"\"No.\"":                 "\"|No|.|\"",
		"end.":                    "end|.",
		"End.Start":               "End|.|Start",
		"b.Start":                 "b.|Start",
		"A.B.":                    "A.B.",
		"X-ray":                   "X|-|ray",
		"-5":                      "-5",
		"+5":                      "+5",
		"+a":                      "+|a",
		"5kg":                     "5|kg",
		"5km/h.":                  "5|km/h|.",
		"10%.":                    "10|%|.",
		"$5":                      "$|5",
		"US$5":                    "US$|5",
		"5€":                      "5|€",
		"20°C.":                   "20|°|C|.",
		"wait...":                 "wait|...",
		"...so":                   "...|so",
		"a..b":                    "a|..|b",
		"1-2":                     "1|-|2",
		"a--b":                    "a|--|b",
		"a---b":                   "a|---|b",
		"--a":                     "--a",
		"a,b":                     "a|,|b",
		"1,2":                     "1,2",
		"a/b":                     "a|/|b",
		"www.example.com/a-b,c":   "www.example.com/a-b,c",
		"http://example.com).":    "http://example.com|)|.",
		":)":                      ":)",
		"(:)":                     "(|:)",
		"a:)":                     "a|:)",
		"a—b":                     "a|—|b",
		"John's":                  "John|'s",
		"dogs'":                   "dogs|'",
		"'90s":                    "'|90s",
		"8a.m.":                   "8|a.m.",
		"8am":                     "8|am",
		"😀😀":                      "😀|😀",
		"(((":                     "(|(|(",
		"etc.)":                   "etc|.|)",
		strings.Repeat("ab,", 40): strings.Repeat("ab|,|", 39) + "ab|,",
	} {
		var b strings.Builder
		at := int32(0)
		for i, w := range tok.Tokenize(nil, text) {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(w.Lex.Text)
			if w.Start != at {
				t.Errorf("%q: token %d starts at %d, want %d", text, i, w.Start, at)
			}
			at = w.End()
			if w.Space {
				b.WriteByte('_')
				at++
			}
		}
		if got := b.String(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestNorm(t *testing.T) {
	tok := load(t)
	for text, want := range map[string]string{
		"don't": "do not", "He'll": "he will", "Colour": "color", "“x”": "\" x \"", "cos": "because", "Jan.": "January", "€5": "$ 5",
	} {
		norms := make([]string, 0, 3)
		for _, w := range tok.Tokenize(nil, text) {
			norms = append(norms, w.Lex.Norm)
		}
		if got := strings.Join(norms, " "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
