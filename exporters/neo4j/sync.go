package neo4j

import (
	"context"
	"maps"
	"slices"

	"entente/graph"
)

// apply writes what is new or changed and deletes what is gone.
func (l *loading) apply(ctx context.Context) error {
	order := [][]string{entityGroups(), eventGroups(), {labelArticle}, {labelStatement}}
	for i, p := range []int{0, 0, 1, 2} {
		if err := l.writeNodes(ctx, p, order[i]); err != nil {
			return err
		}
	}
	if err := l.writeEdges(ctx); err != nil {
		return err
	}
	if err := l.deleteEdges(ctx); err != nil {
		return err
	}
	return l.deleteNodes(ctx)
}

// entityGroups and eventGroups are the labels of nodes: events are written
// after the entities because they link to their places.
func entityGroups() []string { return kindGroups(false) }
func eventGroups() []string  { return kindGroups(true) }

func kindGroups(event bool) []string {
	var groups []string
	for _, k := range graph.Kinds() {
		if k.Event() == event {
			groups = append(groups, string(k))
		}
	}
	return groups
}

// todo returns the entries of a part in some state, by group, in the order of their ids.
func (l *list) todo(p int, s state) map[string][]*entry {
	groups := map[string][]*entry{}
	for i := range l.entries[p] {
		if e := &l.entries[p][i]; e.state == s {
			groups[e.group] = append(groups[e.group], e)
		}
	}
	return groups
}

// task is a record to write.
type task struct {
	record

	element string
	// linkless tells that there are no links to be deleted.
	linkless bool
}

// tasks returns what makes the tasks of entries of a part, with their sizes in bytes.
func (l *list) tasks(p int, entries []*entry) func(int) (task, int) {
	return func(i int) (task, int) {
		t := task{record: l.row(p, entries[i]), element: entries[i].element, linkless: entries[i].linkless}
		return t, t.size()
	}
}

// row returns the record of an entry of a part, with its row.
func (l *list) row(p int, e *entry) record {
	r := *l.parts[p].record(l.rower, int(e.place))
	r.hash = e.hash
	r.row = append(r.row, e.hash)
	return r
}

func (l *loading) writeNodes(ctx context.Context, p int, groups []string) error {
	for _, s := range []state{missing, changed} {
		todo := l.nodes.todo(p, s)
		for _, group := range groups {
			entries := todo[group]
			err := split(ctx, l.writer, len(entries), l.nodes.tasks(p, entries), func(batch []task, again bool) []step {
				return l.nodeSteps(group, batch, s == missing && !again)
			}, l.counter("writing "+l.nodes.parts[p].name, len(entries)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// nodeSteps writes nodes and, in the same transaction, their links: a hash that
// stands in the database says that the links stand there too. Only nodes that
// are not there can be created; others are merged.
func (l *loading) nodeSteps(group string, batch []task, create bool) []step {
	verb, text := "CREATE", l.texts.create[group]
	rows := make([]any, len(batch))
	var linked []any
	links := map[string][]any{}
	for i := range batch {
		rows[i] = batch[i].row
		if !batch[i].linkless {
			linked = append(linked, batch[i].id)
		}
		for _, x := range batch[i].links {
			from, to := batch[i].id, x.other
			if x.in {
				from, to = to, from
			}
			links[x.kind] = append(links[x.kind], []any{from, to})
		}
	}
	var steps []step
	if !create {
		verb, text = "MERGE", l.texts.change[group]
		if len(linked) > 0 {
			steps = append(steps, step{text: textDeleteLinksOut, rows: linked, want: -1}, step{text: textDeleteLinksIn, rows: linked, want: -1})
		}
	}
	steps = append(steps, step{text: text, rows: rows, want: int64(len(rows))})
	for _, kind := range slices.Sorted(maps.Keys(links)) {
		steps = append(steps, step{text: linkText(verb, kind), rows: links[kind], want: int64(len(links[kind]))})
	}
	return steps
}

func (l *loading) writeEdges(ctx context.Context) error {
	for _, s := range []state{missing, changed} {
		todo := l.edges.todo(0, s)
		for _, group := range slices.Sorted(maps.Keys(todo)) {
			entries := todo[group]
			err := split(ctx, l.writer, len(entries), l.edges.tasks(0, entries), func(batch []task, again bool) []step {
				return l.edgeSteps(group, batch, s == missing && !again)
			}, l.counter("writing "+group, len(entries)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// edgeSteps writes edges of one type. An edge that stands there between other
// nodes or with another type is deleted first, in the same transaction.
func (l *loading) edgeSteps(group string, batch []task, create bool) []step {
	text := l.texts.change[group]
	if create {
		text = l.texts.create[group]
	}
	rows := make([]any, len(batch))
	var moved []any
	for i := range batch {
		t := &batch[i]
		rows[i] = t.row
		if t.element != "" {
			moved = append(moved, []any{t.id, t.element, group, t.source, t.target})
		}
	}
	var steps []step
	if len(moved) > 0 {
		steps = append(steps, step{text: textDeleteMoved, rows: moved, want: -1})
	}
	return append(steps, step{text: text, rows: rows, want: int64(len(rows))})
}

func (l *loading) deleteEdges(ctx context.Context) error {
	return split(ctx, l.writer, len(l.edges.gone), l.edges.goner, func(batch []stranger, _ bool) []step {
		var rows, between []any
		kinds := map[string]bool{}
		for i := range batch {
			x := &batch[i]
			if x.edge == nil {
				rows = append(rows, []any{x.id, x.element})
			} else {
				between = append(between, []any{x.id, x.edge.source, x.edge.target})
				kinds[x.edge.group] = true
			}
		}
		var steps []step
		if len(rows) > 0 {
			steps = append(steps, step{text: textDeleteEdges, rows: rows, want: -1})
		}
		if len(between) > 0 {
			steps = append(steps, step{text: deleteEdges(slices.Sorted(maps.Keys(kinds))), rows: between, want: -1})
		}
		return steps
	}, l.counter("deleting edges", len(l.edges.gone)))
}

// deleteNodes deletes nodes that are gone. One on which relationships of
// somebody else hang stays, marked and without our hash.
func (l *loading) deleteNodes(ctx context.Context) error {
	var gone, kept int64
	l.summary.Kept = 0
	return split(ctx, l.writer, len(l.nodes.gone), l.nodes.goner, func(batch []stranger, _ bool) []step {
		rows := make([]any, len(batch))
		kept = 0
		for i, x := range batch {
			rows[i] = x.id
		}
		return []step{
			{text: textDeleteAllLinks, rows: rows, want: -1},
			{text: textDeleteNodes, rows: rows, want: -1, got: &gone},
			{text: textRetireNodes, rows: rows, want: -1, got: &kept, unless: func() bool { return gone == int64(len(rows)) }},
		}
	}, func(n int) {
		l.summary.Kept += int(kept)
		l.counter("deleting nodes", len(l.nodes.gone))(n)
	})
}

func (l *list) goner(i int) (stranger, int) {
	return l.gone[i], len(l.gone[i].id) + len(l.gone[i].element)
}
