package nlp_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/nlp"
)

// TestAnnotateWords gives the tokens of texts back, which have no norms from the
// tokenizer's exceptions: the result is the same.
func TestAnnotateWords(t *testing.T) {
	p := load(t)
	for _, text := range []string{
		"", "Rain", "The envoy of Norland met Ana Reyes in Geneva (Switzerland) on May 3rd, 2024.  She left.\n", "a\xff b\xc3\xa9 \xc3",
	} {
		want := p.Annotate(text)
		words, space := make([]string, len(want.Tokens)), make([]bool, len(want.Tokens))
		for i, k := range want.Tokens {
			words[i], space[i] = want.Word(i), k.Space
		}
		got, err := p.AnnotateWords(words, space)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	d, err := p.AnnotateWords([]string{"Rain", "fell"}, nil)
	if err != nil || d.Text != "Rain fell " || d.Word(1) != "fell" {
		t.Error(d, err)
	}
	// bytes of two words that would be a character if there were no border
	d, err = p.AnnotateWords([]string{"a\xc3", "\xa9b"}, []bool{false, true})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, "a\xc3\xa9b ")
	for _, bad := range [][]string{{""}, {"a", ""}} {
		if _, err := p.AnnotateWords(bad, nil); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	if _, err := p.AnnotateWords([]string{"a"}, []bool{}); err == nil {
		t.Error("no error for words without spaces")
	}
}

// goldSentence is a sentence of the JSON format for training that spaCy 2 had;
// heads are relative.
type goldSentence struct {
	Tokens []struct {
		Orth, Tag, Dep string
		Head           int
	}
}

func goldSentences(t *testing.T, name string) []goldSentence {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var docs []struct {
		Paragraphs []struct{ Sentences []goldSentence }
	}
	if err := json.Unmarshal(b, &docs); err != nil {
		t.Fatal(err)
	}
	var out []goldSentence
	for _, d := range docs {
		for _, p := range d.Paragraphs {
			out = append(out, p.Sentences...)
		}
	}
	return out
}

// TestScores scores against sentences with gold tokens, tags and trees in
// ClearNLP style:
//
//	NLP_GOLD=/path/gold.json go test -run Scores -v ./extract/nlp
func TestScores(t *testing.T) {
	name := os.Getenv("NLP_GOLD")
	if name == "" {
		t.Skip("NLP_GOLD names no file")
	}
	gold := goldSentences(t, name)
	for _, kernel := range nlp.Kernels() {
		t.Run(kernel, func(t *testing.T) {
			p := load(t, nlp.WithKernel(kernel))
			var n, tags, heads, labelled float64
			for _, s := range gold {
				words := make([]string, len(s.Tokens))
				for i, k := range s.Tokens {
					words[i] = k.Orth
				}
				d, err := p.AnnotateWords(words, nil)
				if err != nil {
					t.Fatal(err)
				}
				for i, k := range s.Tokens {
					n++
					got := d.Tokens[i]
					if got.Tag == k.Tag {
						tags++
					}
					if int(got.Head) == i+k.Head {
						heads++
						if strings.EqualFold(got.Dep, k.Dep) {
							labelled++
						}
					}
				}
			}
			t.Logf("%v tokens: tags %.4f, heads %.4f, heads and labels %.4f", n, tags/n, heads/n, labelled/n)
		})
	}
}
