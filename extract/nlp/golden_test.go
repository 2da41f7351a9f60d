package nlp_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/nlp"
)

const goldenFile = "testdata/golden.jsonl"

// goldenLines returns spaCy's output for our own texts, one document a line.
func goldenLines(tb testing.TB) [][]byte {
	tb.Helper()
	b, err := os.ReadFile(goldenFile)
	if err != nil {
		tb.Fatal(err)
	}
	return bytes.Split(bytes.TrimSpace(b), []byte("\n"))
}

func goldenTexts(tb testing.TB) []string {
	tb.Helper()
	lines := goldenLines(tb)
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		var d struct{ Text string }
		if err := json.Unmarshal(l, &d); err != nil {
			tb.Fatal(err)
		}
		out = append(out, d.Text)
	}
	return out
}

// TestGolden compares, byte for byte, with what spaCy says about the texts,
// annotated one by one and together.
func TestGolden(t *testing.T) {
	texts, want := goldenTexts(t), goldenLines(t)
	for _, name := range nlp.Kernels() {
		t.Run(name, func(t *testing.T) {
			p := load(t, nlp.WithKernel(name))
			for i, d := range p.AnnotateAll(texts) {
				if diff := cmp.Diff(string(want[i]), string(d.AppendJSON(nil))); diff != "" {
					t.Errorf("%q: (-spaCy +ours)\n%s", texts[i], diff)
				}
				if alone := p.Annotate(texts[i]).AppendJSON(nil); !bytes.Equal(alone, want[i]) {
					t.Errorf("%q: another result alone", texts[i])
				}
			}
		})
	}
}

// TestTogether annotates texts together that are empty, damaged, blank or longer
// than a batch.
func TestTogether(t *testing.T) {
	texts := []string{"", "a \xff b", " ", "Ana Reyes left.", strings.Repeat("The envoy met Ana Reyes in Geneva. ", 700), "", "\xffx", "gon", "na"}
	p := load(t)
	for i, d := range p.AnnotateAll(texts) {
		check(t, d, texts[i])
		if diff := cmp.Diff(string(p.Annotate(texts[i]).AppendJSON(nil)), string(d.AppendJSON(nil))); diff != "" {
			t.Errorf("%.40q: (-alone +together)\n%s", texts[i], diff)
		}
	}
	if len(p.AnnotateAll(nil)) != 0 {
		t.Error("annotations of nothing")
	}
}

func TestPieceEnd(t *testing.T) {
	for _, c := range []struct {
		text        string
		start, want int
	}{
		{"short", 0, 5},
		{"0123456789", 0, 10},
		{"0123456789a", 0, 10},
		{"éééééééééé", 0, 20},
		{"éééééééééé", 2, 20},
		{"012345 789 ab", 0, 7},
		{"0123\n5 789 ab", 0, 7},
		{"01234\n 789 ab", 0, 6},
		{"ab 0123456789 bcd", 3, 13},
	} {
		if got := nlp.PieceEnd(c.text, c.start, 10, 5); got != c.want {
			t.Errorf("%q from %d: %d, want %d", c.text, c.start, got, c.want)
		}
	}
}

// TestGoldenTogether annotates all golden texts as one, which must be the same
// from a cold and a warm pipeline and from many goroutines.
func TestGoldenTogether(t *testing.T) {
	text := strings.Join(goldenTexts(t), "\n\n")
	cold := string(load(t).Annotate(text).AppendJSON(nil))
	p := load(t)
	for _, s := range goldenTexts(t) {
		p.Annotate(s)
	}
	var wg sync.WaitGroup
	out := make([]string, 2)
	for i := range out {
		wg.Go(func() { out[i] = string(p.Annotate(text).AppendJSON(nil)) })
	}
	wg.Wait()
	for i, got := range out {
		if got != cold {
			t.Errorf("goroutine %d: output differs from that of a cold pipeline", i)
		}
	}
}
