package graph

import "slices"

// Set is articles and what they say: all that a graph is computed from.
type Set struct {
	Articles   []Article
	Statements []Statement
}

// Part is a part of a graph, each of whose records is as in the whole graph.
type Part struct {
	Graph *Graph
	// Changed names the articles that the part covers: with all that they say
	// and all edges that this proves. Further statements are there because they
	// prove these edges too.
	Changed map[string]bool
}

// Edit is a change of the articles that a graph is computed from.
type Edit struct {
	// Gone are the ids of articles that are taken back.
	Gone []string
	// New are articles that are added, or come in the place of those that have
	// their ids, with what they say.
	New Set
}

// Touched returns the ids of the articles that come, go, or are replaced.
func (e *Edit) Touched() map[string]bool {
	ids := make(map[string]bool, len(e.Gone)+len(e.New.Articles))
	for _, id := range e.Gone {
		ids[id] = true
	}
	for i := range e.New.Articles {
		ids[e.New.Articles[i].ID] = true
	}
	return ids
}

// Apply returns the set after the edit, in canonical order where the old one is;
// old stays as it is.
func (e *Edit) Apply(old Set) Set {
	touched := e.Touched()
	added := Graph{Articles: slices.Clone(e.New.Articles), Statements: slices.Clone(e.New.Statements)}
	added.Sort()
	return Set{
		Articles: merge(old.Articles, added.Articles, func(a *Article) bool { return touched[a.ID] },
			func(a, b *Article) bool { return a.ID < b.ID }),
		Statements: merge(old.Statements, added.Statements, func(s *Statement) bool { return touched[s.Article] },
			func(a, b *Statement) bool { return a.Article < b.Article }),
	}
}

// merge returns the old list without what is gone, with the new one merged in.
func merge[T any](old, added []T, gone func(*T) bool, less func(a, b *T) bool) []T {
	out := make([]T, 0, len(old)+len(added))
	for i := range old {
		for len(added) > 0 && less(&added[0], &old[i]) {
			out, added = append(out, added[0]), added[1:]
		}
		if !gone(&old[i]) {
			out = append(out, old[i])
		}
	}
	return append(out, added...)
}
