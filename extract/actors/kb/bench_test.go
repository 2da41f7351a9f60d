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
