package lexicon_test

import (
	"strings"
	"testing"

	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
)

func load(tb testing.TB) *lexicon.Lexicon {
	tb.Helper()
	f := modeltest.Open(tb)
	x := lexicon.Load(f, pytext.Load(f))
	if err := f.Err(); err != nil {
		tb.Fatal(err)
	}
	return x
}

func TestFeatures(t *testing.T) {
	x := load(t)
	for _, c := range []struct{ text, norm, prefix, suffix, shape string }{
		{"Apple", "apple", "A", "ple", "Xxxxx"},
		{"apples123", "apples123", "a", "123", "xxxxddd"},
		{"I", "i", "I", "I", "X"},
		{"é²", "é²", "é", "é²", "xd"},
		{"U.S.", "u.s.", "U", ".S.", "X.X."},
		{"$5", "$5", "$", "$5", "$d"},
		{"😀", "😀", "😀", "😀", "😀"},
		{"-----!", "-----!", "-", "--!", "----!"},
		{"programme", "program", "p", "mme", "xxxx"},
		{"“", "\"", "“", "“", "“"},
		{strings.Repeat("a", 100), strings.Repeat("a", 100), "a", "aaa", "LONG"},
		{strings.Repeat("é", 99), strings.Repeat("é", 99), "é", "ééé", "xxxx"},
	} {
		l := x.Get(c.text)
		if l.Norm != c.norm {
			t.Errorf("%q: norm %q", c.text, l.Norm)
		}
		if l.NormID != x.ID(c.norm) || l.PrefixID != x.ID(c.prefix) || l.SuffixID != x.ID(c.suffix) || l.ShapeID != x.ID(c.shape) {
			t.Errorf("%q: ids %d %d %d %d", c.text, l.NormID, l.PrefixID, l.SuffixID, l.ShapeID)
		}
	}
	if x.ID("X") != 101 || x.ID("PERSON") != 380 || x.ID("the") != 7425985699627899538 {
		t.Error("ids:", x.ID("X"), x.ID("PERSON"), x.ID("the"))
	}
	if !x.Get(" \n").Space || x.Get("a ").Space || x.Get("").Space {
		t.Error("white space")
	}
}

func TestGetAgain(t *testing.T) {
	x := load(t)
	a := x.Get("word")
	a.SetVector(1, []float32{1})
	a.SetLemma(2, "lemma")
	b := x.Get("word")
	if b.Vector(1) == nil || b.Vector(0) != nil || *b.Lemma(2) != "lemma" || b.Lemma(0) != nil {
		t.Error("what was kept with a word is gone")
	}
	if l := x.New("word", "other"); l.Norm != "other" || l.NormID != x.ID("other") || l.Vector(1) != nil {
		t.Error("a word with a norm of its own")
	}
}
