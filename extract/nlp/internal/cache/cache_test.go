package cache_test

import (
	"strconv"
	"sync"
	"testing"

	"entente/extract/nlp/internal/cache"
)

type entry struct{ key string }

func (e *entry) Key() string { return e.key }

func TestTable(t *testing.T) {
	c := cache.New[string, entry](2)
	if c.Get("a", 0) != nil {
		t.Fatal("an empty table has an entry")
	}
	for i := range 100 {
		k := strconv.Itoa(i)
		c.Put(7, &entry{k})
		if e := c.Get(k, 7); e == nil || e.key != k {
			t.Fatalf("%s is not there right after it came", k)
		}
	}
	c.Put(1<<63, &entry{"kept"})
	for i := range 3 {
		c.Get("kept", 1<<63)
		c.Put(1<<63, &entry{strconv.Itoa(i)})
	}
	if c.Get("kept", 1<<63) == nil {
		t.Error("an entry in use was forgotten for others that were not")
	}
}

// TestTurns asks for as many entries of a bucket as it has places, in turns.
func TestTurns(t *testing.T) {
	for first := range 4 { // wherever the hand stands
		c := cache.New[string, entry](2)
		for i := range 5 + first {
			c.Put(0, &entry{"old" + strconv.Itoa(i)})
		}
		misses := 0
		for i := range 400 {
			k := strconv.Itoa(i % 4)
			if c.Get(k, 0) == nil {
				misses++
				c.Put(0, &entry{k})
			}
		}
		if misses > 12 {
			t.Errorf("%d misses of 400", misses)
		}
	}
}

func TestTableConcurrent(t *testing.T) {
	c := cache.New[string, entry](4)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 20_000 {
				k := strconv.Itoa(i % 50)
				h := uint64(i % 50)
				if e := c.Get(k, h); e == nil {
					c.Put(h, &entry{k})
				} else if e.key != k {
					t.Errorf("got %s for %s", e.key, k)
				}
			}
		})
	}
	wg.Wait()
}
