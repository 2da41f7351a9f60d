package nlp_test

import (
	"fmt"
	"strings"
	"testing"

	"entente/extract/nlp"
)

// hostile are pieces of which long texts are made that no rule splits well.
var hostile = map[string]string{
	"letters":  "a",
	"bracket":  "(",
	"words":    "word ",
	"line":     "no end to this line and ",
	"breaks":   "\n",
	"spaces":   " ",
	"control":  "\x00\x01\x1c\x7f",
	"damaged":  "\xff\xc3",
	"emoji":    "👍🏽❤️🇫🇷",
	"persons":  "👨‍👩‍👧 ",
	"rtl":      "قال وزير الخارجية إن المحادثات تأجلت. ",
	"nospaces": "حدث,ثم,قال,",
	"hyphens":  "a-b",
	"urls":     "http://a.b@",
	"marks":    "e\u0301\u200d\u202e",
	"quotes":   "'’“”",
	"specials": "don't I'd ",
}

// TestHostile annotates long texts on every kernel; the result is sound and the
// same.
func TestHostile(t *testing.T) {
	size := 4_000
	if testing.Short() {
		size = 1_000
	}
	want := make(map[string]string)
	for _, kernel := range nlp.Kernels() {
		p := load(t, nlp.WithKernel(kernel))
		for name, s := range hostile {
			text := strings.Repeat(s, size/len(s))
			d := p.Annotate(text)
			check(t, d, text)
			got := string(d.AppendJSON(nil))
			if w, ok := want[name]; ok && w != got {
				t.Errorf("%s: %s has another result", name, kernel)
			}
			want[name] = got
		}
	}
}

// BenchmarkLength shows that the time grows with the length and no faster: the
// nanoseconds for each byte stay the same. Texts of more than a million
// characters are analysed in pieces.
func BenchmarkLength(b *testing.B) {
	p := load(b)
	for name, s := range hostile {
		for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
			text := strings.Repeat(s, size/len(s))
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				for b.Loop() {
					p.Annotate(text)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}
