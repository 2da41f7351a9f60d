package article_test

import (
	"os"
	"testing"

	"entente/extract/article"
)

func BenchmarkParse(b *testing.B) {
	raw, err := os.ReadFile("../../testdata/articles/alaska-2025-live.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := article.Parse(raw); err != nil {
			b.Fatal(err)
		}
	}
}
