package neo4j

import (
	"context"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// holding is what a load that came to its end left in the database, as a second
// node of labelMeta says. It is deleted before anything is written: where it is,
// nothing was interrupted.
type holding struct {
	maker        string
	nodes, edges digest
	// links counts the links by type, in the order of linkTypes.
	links []int64
	// at is where the database was when this was found to be so, before the change
	// that notes it.
	at position
}

const (
	// holdingNode is not the node that serves as the lock, so that it can be deleted
	// while that is locked.
	holdingNode  = "(h:" + labelMeta + " {name: 'holding'})"
	textForget   = "MATCH " + holdingNode + " DELETE h"
	textRemember = "MERGE " + holdingNode + " SET h.maker = $maker, h.nodes = $nodes, h.edges = $edges, h.links = $links, h.database = $database, h.position = $position"
	textHolding  = "MATCH " + holdingNode + " RETURN h.maker, h.nodes, h.edges, h.links, h.database, h.position"
	// textKnowHolding makes the server know the properties: the first use of each is
	// a change of its own.
	textKnowHolding = "MATCH " + metaNode + " SET m += {maker: '', nodes: 0, edges: 0, links: 0, database: '', position: 0, loadedAt: coalesce(m.loadedAt, datetime())}" +
		" REMOVE m.maker, m.nodes, m.edges, m.links, m.database, m.position"
)

func (h holding) params() map[string]any {
	return map[string]any{"maker": h.maker, "nodes": h.nodes.list(), "edges": h.edges.list(), "links": h.links, "database": h.at.database, "position": h.at.number}
}

// equal tells whether both hold the same, wherever the database was then.
func (h holding) equal(o holding) bool {
	return h.maker == o.maker && h.nodes == o.nodes && h.edges == o.edges && slices.Equal(h.links, o.links)
}

// forget deletes what is said of the database's content, before it changes.
func (s *Store) forget(ctx context.Context) error { return s.command(ctx, textForget, nil) }

// holding returns what the last load left; not ok where it was interrupted, or
// none is known.
func (s *Store) holding(ctx context.Context) (h holding, ok bool, err error) {
	err = s.read(ctx, textHolding, nil, func(r *driver.Record) error {
		v := values{list: r.Values}
		h.maker = v.text()
		nodes, edges := v.numbers(), v.numbers()
		h.links = v.numbers()
		h.at = position{v.text(), int64(v.number())}
		if ok = len(nodes) == 3 && len(edges) == 3 && len(h.links) == len(linkTypes()); ok {
			h.nodes, h.edges = digest{nodes[0], nodes[1], nodes[2]}, digest{edges[0], edges[1], edges[2]}
		}
		return nil
	})
	return h, ok, err
}

// holding returns what the database, at this position, holds when it is equal to
// the graph.
func (l *loading) holding(at position) holding {
	return holding{maker: l.options.Maker, nodes: l.nodes.digest(), edges: l.edges.digest(), links: l.nodes.linkCounts(), at: at}
}

// untouched tells whether nothing has changed in the database since it was noted
// what it holds.
func (h holding) untouched(now position) bool { return now.is(h.at.plus(1)) }

// equals tells whether it is the graph of a load, whoever made that.
func (h holding) equals(l *loading) bool {
	now := l.holding(h.at)
	now.maker = h.maker
	return h.equal(now)
}

// holds tells whether the database holds what it should. It may hold more links.
func (s *Store) holds(ctx context.Context, h holding) (bool, error) {
	nodes, edges := map[int64]digest{}, map[int64]digest{}
	err := atOnce(
		func() error { return s.digests(ctx, textNodeDigest, 1, nodes) },
		func() error { return s.digests(ctx, textEdgeDigest(), 1, edges) },
	)
	if err != nil || nodes[0] != h.nodes || edges[0] != h.edges {
		return false, err
	}
	counts, err := s.links(ctx)
	if err != nil {
		return false, err
	}
	for i, kind := range linkTypes() {
		if counts[kind] < h.links[i] {
			return false, nil
		}
	}
	return true, nil
}

func (d digest) list() []int64 { return []int64{d.count, d.low, d.high} }

func (d digest) plus(o digest) digest {
	return digest{d.count + o.count, d.low + o.low, d.high + o.high}
}

func (d digest) minus(o digest) digest {
	return digest{d.count - o.count, d.low - o.low, d.high - o.high}
}

// digest returns the digest of all entries.
func (l *list) digest() digest {
	var d digest
	for _, entries := range l.entries {
		for i := range entries {
			d = d.plus(digestOf(entries[i].hash))
		}
	}
	return d
}

func (l *list) linkCounts() []int64 {
	kinds := linkTypes()
	counts := make([]int64, len(kinds))
	for i, kind := range kinds {
		counts[i] = l.links[kind]
	}
	return counts
}
