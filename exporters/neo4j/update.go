package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente/graph"
)

// update makes an edit of what the database holds.
func (l *loading) update(ctx context.Context, e *graph.Edit, m *Maker) error {
	version, err := l.store.version(ctx)
	if err == nil {
		err = readable(version)
	}
	if err != nil {
		return err
	}
	return l.alone(ctx, func(ctx context.Context, lock *lock) error { return l.edit(ctx, lock, e, m) })
}

// edit is update once no other load can come in between.
func (l *loading) edit(ctx context.Context, lock *lock, e *graph.Edit, m *Maker) error {
	l.progress("reading back", 0, 0)
	at := l.store.position(ctx)
	before, err := l.store.set(ctx)
	if err != nil {
		return err
	}
	had, whole, err := l.store.holding(ctx)
	if err != nil {
		return err
	}
	// An article that is to go can be gone already: by an earlier attempt, or by an
	// update that was interrupted, which this one then finishes.
	missing := missingArticles(before, e.Gone)
	if missing != nil && whole && !l.begun {
		return missing
	}
	l.begun = true
	if whole && had.maker == m.ID && m.ID != "" && m.Change != nil {
		if done, err := l.patch(ctx, lock, base{had, at, before}, e, m); done || err != nil {
			return err
		}
	}
	if err := l.want(m.Graph(e.Apply(before))); err != nil {
		return err
	}
	if err := l.settle(ctx, lock); err != nil {
		return err
	}
	if l.summary.Written() == 0 && l.summary.Restarts == 0 {
		return missing
	}
	return nil
}

// base is what the last load noted, where the database is now, and what is said
// in it.
type base struct {
	holding

	now position
	set graph.Set
}

func missingArticles(set graph.Set, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	there := make(map[string]bool, len(set.Articles))
	for i := range set.Articles {
		there[set.Articles[i].ID] = true
	}
	missing := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return there[id] })
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrNoArticle, strings.Join(missing, ", "))
}

// patch writes what differs between the graphs before and after an edit, into a
// database that holds the first. It is not done where the database then holds
// something else than the second, because somebody has changed it.
func (l *loading) patch(ctx context.Context, lock *lock, b base, e *graph.Edit, m *Maker) (done bool, err error) {
	l.progress("comparing", 0, 0)
	was, is := m.Change(b.set, e)
	oldNodes, oldEdges, err := partLists(was)
	if err == nil {
		l.nodes, l.edges, err = partLists(is)
	}
	if err != nil {
		return false, err
	}
	l.nodes.since(oldNodes)
	l.edges.since(oldEdges)
	has := holding{
		maker: m.ID, nodes: b.nodes.minus(oldNodes.digest()).plus(l.nodes.digest()), edges: b.edges.minus(oldEdges.digest()).plus(l.edges.digest()),
		links: slices.Clone(b.links),
	}
	for i, kind := range linkTypes() {
		has.links[i] += l.nodes.links[kind] - oldNodes.links[kind]
	}
	l.countPatch(&has, &b.set, oldNodes)
	if l.options.DryRun || l.summary.Written() == 0 {
		return true, nil
	}
	changes := int64(1 - l.writer.batches)
	if err := l.store.forget(ctx); err != nil {
		return false, err
	}
	if err := l.apply(ctx); err != nil {
		return false, err
	}
	l.progress("verifying", 0, 0)
	changes += int64(l.writer.batches)
	has.at = l.store.position(ctx)
	// Where only this load has changed anything, the database holds what follows from
	// what it held: every batch was told how much it changed.
	if !b.untouched(b.now) || !has.at.is(b.now.plus(changes)) {
		if same, err := l.store.holds(ctx, has); err != nil || !same {
			l.counted = false
			return false, err
		}
	}
	return true, lock.finish(ctx, has)
}

// partLists returns the records of a part.
func partLists(p graph.Part) (nodes, edges *list, err error) {
	w, err := check(p.Graph)
	if err != nil {
		return nil, nil, err
	}
	parts := w.parts()
	var articles, statements []int
	for i := range p.Graph.Articles {
		if p.Changed[p.Graph.Articles[i].ID] {
			articles = append(articles, i)
		}
	}
	for i := range p.Graph.Statements {
		if p.Changed[p.Graph.Statements[i].Article] {
			statements = append(statements, i)
		}
	}
	return newList(parts[0], parts[1].only(articles), parts[2].only(statements)), newList(parts[3]), nil
}

// only returns the part with these of its records.
func (p part) only(places []int) part {
	return part{p.name, len(places), func(m *maker, i int) { p.tell(m, places[i]) }}
}

// since sorts the entries into new, unchanged, changed and gone, going by those
// of an older list.
func (l *list) since(old *list) {
	l.all(missing)
	for p, entries := range old.entries {
		for i := range entries {
			was := &entries[i]
			e := l.find(was.id)
			switch {
			case e != nil && e.hash == was.hash:
				e.state = unchanged
			case e != nil && !l.moved(e, old, p, was):
				e.state, e.linkless = changed, e.links == 0 && was.links == 0
			default:
				l.gone = append(l.gone, stranger{id: was.id, edge: old.edge(p, was)})
			}
		}
	}
}

// moved tells whether an edge now has another type or other ends.
func (l *list) moved(e *entry, old *list, p int, was *entry) bool {
	if len(l.parts) > 1 { // nodes
		return false
	}
	now, then := l.edge(0, e), old.edge(p, was)
	return now.group != then.group || now.source != then.source || now.target != then.target
}

// edge returns the record of an edge, nil for a node.
func (l *list) edge(p int, e *entry) *record {
	if len(l.parts) > 1 {
		return nil
	}
	r := *l.parts[p].record(l.rower, int(e.place))
	return &r
}

// countPatch fills the summary; of what the parts do not cover the numbers are known.
func (l *loading) countPatch(has *holding, set *graph.Set, old *list) {
	l.counted = false
	l.count()
	articles := len(set.Articles) + len(l.nodes.entries[1]) - len(old.entries[1])
	statements := len(set.Statements) + len(l.nodes.entries[2]) - len(old.entries[2])
	l.summary.Articles.Unchanged = articles - l.summary.Articles.Created - l.summary.Articles.Changed
	l.summary.Statements.Unchanged = statements - l.summary.Statements.Created - l.summary.Statements.Changed
	l.summary.Nodes.Unchanged = int(has.nodes.count) - articles - statements - l.summary.Nodes.Created - l.summary.Nodes.Changed
	l.summary.Edges.Unchanged = int(has.edges.count) - l.summary.Edges.Created - l.summary.Edges.Changed
}
