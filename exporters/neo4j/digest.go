package neo4j

import (
	"context"
	"errors"
	"maps"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// digest is what a query can tell of the hashes of one class: equal digests mean
// equal content. Hashes fall into classes by their remainder, so that a few
// differences in a large graph can be found without reading all of it back.
type digest struct{ count, low, high int64 }

const (
	perBucket  = 8       // records in a class, about
	maxBuckets = 1 << 16 // as many rows can a digest have
)

// buckets is the number of classes.
func (l *list) buckets() int64 {
	n := 0
	for _, entries := range l.entries {
		n += len(entries)
	}
	return int64(min(max(n/perBucket, 1), maxBuckets))
}

// digests returns the digest of each class that is not empty.
func (l *list) digests() map[int64]digest {
	k := l.buckets()
	all := make(map[int64]digest, k)
	for _, entries := range l.entries {
		for i := range entries {
			h := entries[i].hash
			all[h%k] = all[h%k].plus(digestOf(h))
		}
	}
	return all
}

// digestOf is the digest of one record.
func digestOf(hash int64) digest { return digest{1, hash % (1 << 32), hash / (1 << 32)} }

// survey finds the classes in which the database differs from the list.
func (s *Store) survey(ctx context.Context, text string, l *list) error {
	want := l.digests()
	got := make(map[int64]digest, len(want))
	if err := s.digests(ctx, text, l.buckets(), got); err != nil {
		return err
	}
	l.dirty = map[int64]bool{}
	for class, d := range want {
		if got[class] != d {
			l.dirty[class] = true
		}
	}
	for class := range got {
		if _, ok := want[class]; !ok {
			l.dirty[class] = true
		}
	}
	return nil
}

// digests reads the digests of a number of classes back.
func (s *Store) digests(ctx context.Context, text string, buckets int64, got map[int64]digest) error {
	return s.read(ctx, text, map[string]any{"buckets": buckets}, func(r *driver.Record) error {
		var n [4]int64
		for i := range n {
			var ok bool
			if n[i], ok = r.Values[i].(int64); !ok {
				return errors.New("somebody else has written " + hashProperty)
			}
		}
		got[n[0]] = got[n[0]].plus(digest{n[1], n[2], n[3]})
		return nil
	})
}

// dirtyParam returns the dirty classes as a parameter, nil for all: where most
// are dirty, it is faster to read everything back.
func (l *list) dirtyParam() any {
	if int64(len(l.dirty)) > l.buckets()/2 {
		l.dirty = nil
	}
	if l.dirty == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(l.dirty))
}

// lacksLinks tells whether the database holds fewer links than the list has. It
// may hold more: somebody else's relationships may have the same types.
func (s *Store) lacksLinks(ctx context.Context, l *list) (bool, error) {
	counts, err := s.links(ctx)
	return slices.ContainsFunc(linkTypes(), func(kind string) bool { return counts[kind] < l.links[kind] }), err
}

// links counts the links in the database by type.
func (s *Store) links(ctx context.Context) (map[string]int64, error) {
	counts := map[string]int64{} // a type without links has no row
	err := s.read(ctx, textLinkCounts(), nil, func(r *driver.Record) error {
		kind, _ := r.Values[0].(string)
		counts[kind], _ = r.Values[1].(int64)
		return nil
	})
	return counts, err
}
