// Package cache is a bounded table that many goroutines read and fill without
// a lock. It forgets entries; whoever asks must be able to make them anew, the
// same each time.
package cache

import "sync/atomic"

// ways is the number of places where an entry may stand.
const ways = 4

// Keyed is a pointer to an entry that knows its key.
type Keyed[K comparable, E any] interface {
	*E
	Key() K
}

// Table maps keys to entries. A new entry takes the place of one of its bucket
// that has not been asked for since it came or since the last time that all had
// been.
type Table[K comparable, E any, P Keyed[K, E]] struct {
	slots []slot[E]
	mask  uint64 // of buckets
	hand  atomic.Uint32
}

type slot[E any] struct {
	entry atomic.Pointer[E]
	used  atomic.Uint32
}

// New returns a table for 2^bits entries, 4 at least.
func New[K comparable, E any, P Keyed[K, E]](bits int) *Table[K, E, P] {
	n := max(1<<bits, ways)
	return &Table[K, E, P]{slots: make([]slot[E], n), mask: uint64(n/ways - 1)}
}

func (t *Table[K, E, P]) bucket(hash uint64) []slot[E] {
	b := (hash & t.mask) * ways
	return t.slots[b : b+ways : b+ways]
}

// Get returns the entry of a key, or nil. The hash is any function of the key.
func (t *Table[K, E, P]) Get(key K, hash uint64) *E {
	bucket := t.bucket(hash)
	for i := range bucket {
		s := &bucket[i]
		if e := s.entry.Load(); e != nil && P(e).Key() == key {
			if s.used.Load() == 0 {
				s.used.Store(1)
			}
			return e
		}
	}
	return nil
}

// Put stores an entry under the hash of its key.
func (t *Table[K, E, P]) Put(hash uint64, e *E) {
	bucket := t.bucket(hash)
	for i := range bucket {
		if bucket[i].entry.CompareAndSwap(nil, e) {
			return
		}
	}
	// The hand moves on, so that entries that come in turns do not drive out
	// each other from one place.
	hand := t.hand.Add(1)
	for i := range uint32(ways) {
		if s := &bucket[(hand+i)%ways]; s.used.Load() == 0 {
			s.entry.Store(e)
			return
		}
	}
	for i := range bucket {
		bucket[i].used.Store(0)
	}
	bucket[hand%ways].entry.Store(e)
}
