package kb_test

import (
	"sync"
	"testing"

	"entente/extract/actors/kb"
)

// loaded is the knowledge base that all tests share: it never changes.
var loaded = sync.OnceValues(kb.Load)

func load(tb testing.TB) *kb.KB {
	tb.Helper()
	k, err := loaded()
	if err != nil {
		tb.Fatal(err)
	}
	return k
}
