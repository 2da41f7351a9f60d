package extract_test

import (
	"errors"
	"strings"
	"testing"

	"entente/extract"
	"entente/extract/article"
	"entente/graph"
)

// TestResolve holds that the resolution is the one behind the statements: it
// names the mentions of the text, each with its rule, and its date is the
// dateline's where the article comes with none.
func TestResolve(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	text := "Talks in Rome\n\nROME, May 3, 2021 — Ana Ruiz, the Spanish foreign minister, met Erik Lind on Monday. She told him that Spain would pay.\n"
	r, err := x.Resolve(t.Context(), &graph.Article{ID: "rome.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if r.Article.Published != "2021-05-03" {
		t.Errorf("published %q", r.Article.Published)
	}
	rules := map[string]string{}
	for _, m := range r.Who.Mentions {
		if m.Actor >= 0 {
			rules[r.Doc.Slice(m.First, m.End)+" = "+r.Who.Entities[m.Actor].Ref.Name] = m.Rule
		}
	}
	for mention, rule := range map[string]string{
		"Ana Ruiz = Ana Ruiz": "full-name", "She = Ana Ruiz": "pronoun", "him = Erik Lind": "pronoun", "Spain = Spain": "thing",
	} {
		if rules[mention] != rule {
			t.Errorf("%s by %q, want %q; there are %v", mention, rules[mention], rule, rules)
		}
	}
	for _, tok := range r.Doc.Tokens {
		if tok.Start < 0 || int(tok.End) > len(text) || strings.ContainsAny(text[tok.Start:tok.End], "\n") {
			t.Fatalf("token [%d,%d) is none of the text", tok.Start, tok.End)
		}
	}
	if _, err := x.Resolve(t.Context(), &graph.Article{ID: "none", Text: " \n"}); !errors.Is(err, article.ErrEmpty) {
		t.Errorf("an empty text gives %v", err)
	}
}
