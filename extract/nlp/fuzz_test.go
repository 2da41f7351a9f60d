package nlp_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"entente/extract/nlp"
)

// FuzzAnnotate checks, for any bytes, what the documentation of Doc promises.
func FuzzAnnotate(f *testing.F) {
	for i, s := range goldenTexts(f) {
		if i%5 == 0 {
			f.Add(s)
		}
	}
	for _, s := range []string{"\xff", "a\xc3", "\xed\xa0\x80", "a \xff b", "\x00", strings.Repeat("(", 300), strings.Repeat("ab,", 300)} {
		f.Add(s)
	}
	p := load(f)
	others := make([]*nlp.Pipeline, 0, len(nlp.Kernels()))
	for _, name := range nlp.Kernels() {
		others = append(others, load(f, nlp.WithKernel(name)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := p.Annotate(text)
		check(t, d, text)
		for i := 0; i < len(others) && len(text) < 400; i++ {
			for _, e := range others[i].AnnotateAll([]string{text, text}) {
				same(t, d, e, i > 0 || len(others) == 1)
			}
		}
		if out := d.AppendCoNLLU(nil); !utf8.Valid(out) && utf8.ValidString(text) {
			t.Fatal("CoNLL-U is no UTF-8")
		}
	})
}

// same compares two results for a text. Kernels that round differently, plain
// and others, need only agree about the tokens: scores may tie.
func same(t *testing.T, d, e *nlp.Doc, whole bool) {
	t.Helper()
	if whole {
		if a, b := string(d.AppendJSON(nil)), string(e.AppendJSON(nil)); a != b {
			t.Fatalf("two results:\n%s\n%s", a, b)
		}
	}
	if len(d.Tokens) != len(e.Tokens) {
		t.Fatalf("%d and %d tokens", len(d.Tokens), len(e.Tokens))
	}
	for i := range d.Tokens {
		a, b := d.Tokens[i], e.Tokens[i]
		if a.Start != b.Start || a.End != b.End || a.Space != b.Space || a.Norm != b.Norm {
			t.Fatalf("token %d: %+v, %+v", i, a, b)
		}
	}
}

// check tests the invariants of a document.
func check(tb testing.TB, d *nlp.Doc, text string) {
	tb.Helper()
	if d.Text != text {
		tb.Fatal("another text")
	}
	at, n := 0, int32(len(d.Tokens))
	for i := range d.Tokens {
		k := &d.Tokens[i]
		if int(k.Start) != at || k.End <= k.Start || int(k.End) > len(text) {
			tb.Fatalf("token %d at [%d,%d), want a start at %d", i, k.Start, k.End, at)
		}
		at = int(k.End)
		if k.Space {
			if at >= len(text) || text[at] != ' ' {
				tb.Fatalf("token %d: no space at %d", i, at)
			}
			at++
		}
		if k.Head < 0 || k.Head >= n || k.Tag == "" || k.Pos == "" || k.Dep == "" || k.Lemma == "" || k.Norm == "" {
			tb.Fatalf("token %d: %+v", i, *k)
		}
		if (k.Head == int32(i)) != (k.Dep == "ROOT") && k.Dep != "dep" {
			tb.Fatalf("token %d: head %d, label %s", i, k.Head, k.Dep)
		}
	}
	if at != len(text) {
		tb.Fatalf("tokens end at %d of %d bytes", at, len(text))
	}
	last := 0
	for _, e := range d.Ents {
		if e.First < last || e.End <= e.First || e.End > int(n) || e.Label == "" {
			tb.Fatalf("entity %+v after token %d", e, last)
		}
		last = e.End
	}
	if n > 0 && !d.Tokens[0].SentStart {
		tb.Fatal("the first token starts no sentence")
	}
}

// TestLongTexts has texts that no rule splits into sentences or words.
func TestLongTexts(t *testing.T) {
	p := load(t)
	for _, s := range []string{"a", "(", "a ", "\n", "a.b", "'", "http://a.b@", "😀", "\xff", "no end to this line and "} {
		text := strings.Repeat(s, 3_000/len(s))
		check(t, p.Annotate(text), text)
	}
}
