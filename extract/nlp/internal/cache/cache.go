// Package cache is a bounded table that many goroutines read and fill without
// a lock. It forgets entries; whoever asks must be able to make them anew, the
// same each time.
package cache

import (
	"hash/maphash"
	"sync/atomic"
)

// Keyed is a pointer to an entry that knows the string it was made from.
type Keyed[E any] interface {
	*E
	Key() string
}

// Table maps strings to entries. An entry may stand in two places of a table
// that has a fixed number of them; the newest two of a pair of places stay.
type Table[E any, P Keyed[E]] struct {
	seed  maphash.Seed
	slots []atomic.Pointer[E]
	mask  uint64
}

// New returns a table for 2^bits entries.
func New[E any, P Keyed[E]](bits int) *Table[E, P] {
	return &Table[E, P]{
		seed:  maphash.MakeSeed(),
		slots: make([]atomic.Pointer[E], 1<<bits),
		mask:  1<<bits - 1,
	}
}

// Get returns the entry of key, or nil, and the place to put it.
func (t *Table[E, P]) Get(key string) (*E, uint64) {
	b := maphash.String(t.seed, key) & t.mask
	if e := t.slots[b].Load(); e != nil && P(e).Key() == key {
		return e, b
	}
	if e := t.slots[b^1].Load(); e != nil && P(e).Key() == key {
		return e, b
	}
	return nil, b
}

// Put stores an entry at the place that Get gave for its key.
func (t *Table[E, P]) Put(place uint64, e *E) {
	if old := t.slots[place].Load(); old != nil {
		t.slots[place^1].Store(old)
	}
	t.slots[place].Store(e)
}
