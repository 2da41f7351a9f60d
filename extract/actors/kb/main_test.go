package kb_test

import (
	"sync"
	"testing"

	"entente/extract/actors/kb"
)

// loaded is the knowledge base that all tests share: it never changes.
var loaded = sync.OnceValues(kb.Load)

func load(t testing.TB) *kb.KB {
	t.Helper()
	k, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return k
}
