package neo4j

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// part is one of the four lists of a graph.
type part struct {
	name string
	n    int
	// tell tells a maker of a record.
	tell func(m *maker, i int)
}

// record returns what the maker makes of a record.
func (p *part) record(m *maker, i int) *record {
	p.tell(m, i)
	return &m.record
}

// entry is a record of a part, by its place there.
type entry struct {
	id    string
	group string
	hash  int64
	links int32
	place int32
	state state
	// linkless tells of one that has changed that it has no links and had none.
	linkless bool
	// element is the database's own id of a relationship that has changed, "" for a node.
	element string
}

type state uint8

const (
	missing state = iota
	unchanged
	changed
)

// list is all entries of a number of parts that share one space of ids, sorted by id.
type list struct {
	parts   []part
	entries [][]entry // by part, sorted by id
	gone    []stranger
	// links counts the links of all entries, by type.
	links map[string]int64
	// rower makes the rows of what is written.
	rower *maker
	// dirty are the classes of hashes in which the database differs; see survey.
	dirty map[int64]bool
}

// stranger is something of ours in the database that the graph lacks.
type stranger struct {
	id, element string
	retired     bool
	// edge is known of an edge that is gone by Update, which knows no element.
	edge *record
}

func newList(parts ...part) *list {
	l := &list{parts: parts, links: map[string]int64{}, rower: newRower()}
	l.rower.trusted = true
	for _, p := range parts {
		l.entries = append(l.entries, l.add(p))
	}
	return l
}

// fewest is from how many records on all processors make them.
const fewest = 2000

// add returns the entries of a part and counts their links.
func (l *list) add(p part) []entry {
	entries := make([]entry, p.n)
	workers := 1
	if p.n >= fewest {
		workers = runtime.GOMAXPROCS(0)
	}
	var wait sync.WaitGroup
	links, mended := make([]map[string]int64, workers), make([]bool, workers)
	for k := range workers {
		wait.Go(func() {
			m, count := newHasher(), map[string]int64{}
			for i := k * p.n / workers; i < (k+1)*p.n/workers; i++ {
				r := p.record(m, i)
				for _, x := range r.links {
					count[x.kind]++
				}
				entries[i] = entry{id: r.id, group: r.group, hash: r.hash, links: int32(len(r.links)), place: int32(i)} //nolint:gosec // lists in memory are shorter
			}
			links[k], mended[k] = count, m.mended
		})
	}
	wait.Wait()
	for _, count := range links {
		for kind, n := range count {
			l.links[kind] += n
		}
	}
	l.rower.trusted = l.rower.trusted && !slices.Contains(mended, true)
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.id, b.id) })
	return entries
}

// find returns the entry with an id, or nil.
func (l *list) find(id string) *entry {
	for _, entries := range l.entries {
		i, ok := slices.BinarySearchFunc(entries, id, func(e entry, id string) int { return cmp.Compare(e.id, id) })
		if ok {
			return &entries[i]
		}
	}
	return nil
}

// compare reads ids and hashes back, of the dirty classes, and sorts everything
// into new, unchanged, changed and gone. Where links is true, a node whose links
// are not all there has changed.
func (s *Store) compare(ctx context.Context, text string, l *list, links bool) error {
	params := map[string]any{"buckets": l.buckets(), "dirty": l.dirtyParam(), "links": links}
	l.reset()
	return s.read(ctx, text, params, func(r *driver.Record) error {
		id, _ := r.Values[0].(string)
		hash, known := r.Values[1].(int64)
		element, _ := r.Values[2].(string)
		n, _ := r.Values[3].(int64)
		retired := !known && element == labelRetired
		if !known && !retired || id == "" {
			return fmt.Errorf("%w: node %q", errForeign, id)
		}
		e := l.find(id)
		switch {
		case e == nil || e.state != missing: // the latter: it stands there twice
			l.gone = append(l.gone, stranger{id: id, element: element, retired: retired})
		case known && hash == e.hash && (!links || n >= int64(e.links)):
			e.state = unchanged
		default:
			e.state, e.element = changed, element
		}
		return nil
	})
}

// errForeign guards somebody else's nodes.
var errForeign = errors.New("something in the database has the label " + labelOurs + " but was not written by this program")

// reset forgets an earlier comparison: what is in a clean class is unchanged.
func (l *list) reset() {
	l.gone = nil
	k := l.buckets()
	for _, entries := range l.entries {
		for i := range entries {
			e := &entries[i]
			e.state, e.element = unchanged, ""
			if l.dirty == nil || l.dirty[e.hash%k] {
				e.state = missing
			}
		}
	}
}

// removed counts what is gone, without the nodes that were retired before.
func (l *list) removed() int {
	n := 0
	for _, x := range l.gone {
		if !x.retired {
			n++
		}
	}
	return n
}

func (l *list) counts(p int) Counts {
	var by [3]int
	for i := range l.entries[p] {
		by[l.entries[p][i].state]++
	}
	return Counts{Created: by[missing], Changed: by[changed], Unchanged: by[unchanged]}
}

func (l *list) all(s state) {
	for _, entries := range l.entries {
		for i := range entries {
			entries[i].state = s
		}
	}
}
