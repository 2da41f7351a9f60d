package kb_test

import (
	"testing"

	"entente/extract/actors/kb"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := kb.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// sample is what a tokenizer makes of two sentences written for this test.
var sample = []string{
	"The", "US", "president", ",", "Donald", "Trump", ",", "told", "Volodymyr", "Zelenskyy", "that", "Moscow", "would", "not", "accept", "NATO",
	"troops", "in", "Ukraine", ".", "North", "Korea", "'s", "leader", ",", "Kim", "Jong", "-", "un", ",", "sent", "the", "foreign", "minister",
	"to", "the", "UN", "Security", "Council", "in", "New", "York", "after", "talks", "with", "Russian", "officials", "at", "the", "Kremlin", ".",
}

func BenchmarkLongest(b *testing.B) {
	k := load(b)
	for b.Loop() {
		for i := 0; i < len(sample); {
			n, _ := k.Longest(sample, i)
			i += max(n, 1)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(sample)), "ns/word")
}
