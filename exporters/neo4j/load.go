package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"entente/graph"
)

// Options say how to load.
type Options struct {
	// DryRun only tells what would change.
	DryRun bool
	// BatchSize is the greatest number of rows in a transaction; 0 takes 2,000.
	BatchSize int
	// Wait is how long to wait for a server that does not answer: at the start,
	// and in mid-load.
	Wait time.Duration
	// Progress, where given, is told what is going on. It is called from the
	// goroutine of Load.
	Progress func(Progress)
	// Now, where given, is the clock for Summary.Elapsed.
	Now func() time.Time
}

// Progress is a step of a load: Done of Total items of Phase; Total is 0 where
// it is not known.
type Progress struct {
	Phase       string
	Done, Total int
}

// Counts counts what becomes of the records of one part of the graph.
type Counts struct{ Created, Changed, Unchanged int }

// Summary is what a load did, or would do.
type Summary struct {
	Nodes, Articles, Statements, Edges Counts
	// RemovedNodes counts nodes, articles and statements, RemovedEdges edges,
	// that were in the database and are not in the graph.
	RemovedNodes, RemovedEdges int
	// Kept counts those of RemovedNodes that stay in the database, with the
	// label Retired, because relationships of somebody else hang on them.
	Kept int
	// Batches counts transactions, Retries those that had to be repeated, and
	// Restarts how often the load began again after a lost connection.
	Batches, Retries, Restarts int
	// Elapsed is the time that it took, by Options.Now.
	Elapsed time.Duration
}

// Written is the number of records that were created, changed or removed.
func (s *Summary) Written() int {
	n := s.RemovedNodes + s.RemovedEdges
	for _, c := range []Counts{s.Nodes, s.Articles, s.Statements, s.Edges} {
		n += c.Created + c.Changed
	}
	return n
}

// Rate is the number of records written in a second.
func (s *Summary) Rate() float64 {
	if s.Elapsed <= 0 {
		return 0
	}
	return float64(s.Written()) / s.Elapsed.Seconds()
}

// Load makes the database equal to g, which it sorts, and touches nothing that
// is not ours. Loading the same graph again writes nothing. Two loads at once
// wait for each other. A load that ends in an error, or is killed, leaves some
// batches written; loading again finishes it.
//
// Errors: graph.Faults for an invalid graph; ErrDenied, ErrNoDatabase, ErrAbsent,
// ErrNewer, ErrNotNeo4j, ErrInterrupted; the context's.
func (s *Store) Load(ctx context.Context, g *graph.Graph, o Options) (Summary, error) {
	started := o.now()
	g.Sort()
	if err := errors.Join(g.Validate(), checkIDs(g)); err != nil {
		return Summary{}, err
	}
	if err := s.Ready(ctx, o.Wait); err != nil {
		return Summary{}, err
	}
	l := newLoading(s, newWanted(g), o)
	l.writer = s.newWriter(ctx, o.BatchSize)
	defer func() { l.writer.close(ctx) }()
	err := l.run(ctx)
	if err != nil && ctx.Err() != nil { // the driver's errors hide the context's
		err = fmt.Errorf("%w: %w", ErrInterrupted, context.Cause(ctx))
	}
	l.summary.Batches, l.summary.Retries = l.writer.batches, l.writer.retries
	l.summary.Elapsed = o.now().Sub(started)
	return l.summary, err
}

func (o *Options) now() time.Time {
	if o.Now == nil {
		return time.Time{}
	}
	return o.Now()
}

// maxRestarts bounds how often a load begins again.
const maxRestarts = 10

// run synchronises, and begins again after a connection was lost for good:
// what is written by then counts as unchanged.
func (l *loading) run(ctx context.Context) error {
	for {
		err := l.sync(ctx)
		if classify(err) != lost || l.summary.Restarts >= maxRestarts {
			return l.store.explainLoad(err)
		}
		l.progress("waiting for the server", 0, 0)
		if ready := l.store.Ready(ctx, l.options.Wait); ready != nil {
			return fmt.Errorf("%w: %w", ErrInterrupted, ready)
		}
		l.summary.Restarts++
	}
}

func (s *Store) explainLoad(err error) error {
	if err == nil || errors.Is(err, ErrInterrupted) || errors.Is(err, ErrNewer) {
		return err
	}
	return s.explain(err)
}

func (l *loading) sync(ctx context.Context) error {
	if err := l.store.checkVersion(ctx); err != nil {
		return err
	}
	same, err := l.same(ctx)
	switch {
	case err != nil:
		return err
	case same:
		l.nodes.all(unchanged)
		l.edges.all(unchanged)
		l.count()
		return nil
	case l.options.DryRun:
		if err := l.compare(ctx); err != nil {
			return err
		}
		l.count()
		return nil
	}
	return l.locked(ctx)
}

// locked does the work of a load that has something to do.
func (l *loading) locked(ctx context.Context) error {
	if err := l.store.ensureSchema(ctx); err != nil {
		return err
	}
	l.progress("waiting for other loads", 0, 0)
	lock, err := l.store.lock(ctx)
	if err != nil {
		return err
	}
	defer lock.release(ctx)
	if err := l.compare(ctx); err != nil {
		return err
	}
	l.count()
	if err := l.apply(ctx); err != nil {
		return err
	}
	l.progress("verifying", 0, 0)
	if same, err := l.same(ctx); err != nil {
		return err
	} else if !same {
		return fmt.Errorf("%w: afterwards the database is not the graph: somebody else changes it", ErrInterrupted)
	}
	return lock.finish(ctx)
}

// count fills the summary from the lists, the first time: after a restart they
// tell less than what the load did.
func (l *loading) count() {
	if l.summary.Restarts > 0 {
		return
	}
	counts := []*Counts{&l.summary.Nodes, &l.summary.Articles, &l.summary.Statements}
	for p, c := range counts {
		*c = l.nodes.counts(p)
	}
	l.summary.Edges = l.edges.counts(0)
	l.summary.RemovedNodes, l.summary.RemovedEdges = l.nodes.removed(), len(l.edges.gone)
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

func (l *loading) progress(phase string, done, total int) {
	if l.options.Progress != nil {
		l.options.Progress(Progress{Phase: phase, Done: done, Total: total})
	}
}

// counter returns a function that reports n more items of a phase.
func (l *loading) counter(phase string, total int) func(n int) {
	done := 0
	return func(n int) {
		done += n
		l.progress(phase, done, total)
	}
}

// checkIDs reports ids that the database cannot hold: it has one space of ids
// for nodes, articles and statements.
func checkIDs(g *graph.Graph) error {
	var faults graph.Faults
	owner := make(map[string]string, len(g.Nodes)+len(g.Articles)+len(g.Statements))
	check := func(part, id string) {
		where := part + " " + shorten(clean(id), maxID)
		switch other := owner[id]; {
		case len(id) > maxID || !utf8.ValidString(id):
			faults = append(faults, graph.Fault{Where: where, What: fmt.Sprintf("the id is longer than %d bytes or not valid UTF-8", maxID)})
		case other != "" && other != part:
			faults = append(faults, graph.Fault{Where: where, What: "has the id of a " + other})
		}
		owner[id] = part
	}
	for i := range g.Nodes {
		check("node", g.Nodes[i].ID)
	}
	for i := range g.Articles {
		check("article", g.Articles[i].ID)
	}
	for i := range g.Statements {
		check("statement", g.Statements[i].ID)
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}
