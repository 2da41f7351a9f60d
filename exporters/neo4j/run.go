package neo4j

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"entente/graph"
)

// loading is one run of Load or Update.
type loading struct {
	store   *Store
	texts   *statements
	writer  *writer
	options Options
	summary Summary
	counted bool
	// begun is true once an update was found possible.
	begun bool
	// lacksLinks is true where some links are not in the database.
	lacksLinks bool
	// nodes are the graph's nodes, articles and statements: one space of ids.
	nodes, edges *list
}

// want says what the database is to hold.
func (l *loading) want(g *graph.Graph) error {
	w, err := check(g)
	if err != nil {
		return err
	}
	parts := w.parts()
	l.nodes, l.edges = newList(parts[:3]...), newList(parts[3])
	return nil
}

// check sorts a graph and tells what records the database should hold of it.
func check(g *graph.Graph) (*wanted, error) {
	g.Sort()
	index := g.Index()
	if err := errors.Join(g.ValidateWith(index), checkIDs(g, index)); err != nil {
		return nil, err
	}
	return newWanted(g, index), nil
}

// maxRestarts bounds how often a load begins again.
const maxRestarts = 10

// run makes attempts, another one each time that a connection was lost for
// good: what is written by then counts as unchanged.
func (l *loading) run(ctx context.Context, attempt func(context.Context) error) (Summary, error) {
	started := l.options.now()
	if err := l.store.Ready(ctx, l.options.Wait); err != nil {
		return Summary{}, err
	}
	l.texts = newStatements()
	l.writer = l.store.newWriter(ctx, l.options.BatchSize)
	defer func() { l.writer.close(ctx) }()
	err := l.attempts(ctx, attempt)
	if err != nil && ctx.Err() != nil { // the driver's errors hide the context's
		err = fmt.Errorf("%w: %w", ErrInterrupted, context.Cause(ctx))
	}
	l.summary.Batches, l.summary.Retries = l.writer.batches, l.writer.retries
	l.summary.Elapsed = l.options.now().Sub(started)
	return l.summary, err
}

func (l *loading) attempts(ctx context.Context, attempt func(context.Context) error) error {
	for {
		err := attempt(ctx)
		if classify(err) != lost || l.summary.Restarts >= maxRestarts {
			return l.store.explain(err)
		}
		l.progress("waiting for the server", 0, 0)
		if ready := l.store.Ready(ctx, l.options.Wait); ready != nil {
			return fmt.Errorf("%w: %w", ErrInterrupted, ready)
		}
		l.summary.Restarts++
	}
}

// load takes the lock first, although there may be nothing to do: otherwise
// everything would have to be looked at twice.
func (l *loading) load(ctx context.Context) error {
	if err := l.store.checkVersion(ctx); err != nil {
		return err
	}
	err := l.alone(ctx, l.settle)
	if readOnly(err) { // no lock there, nor a change
		if same, fault := l.same(ctx); same || fault != nil {
			return fault
		}
	}
	return err
}

// alone does work while no other load does. A dry run needs no lock.
func (l *loading) alone(ctx context.Context, work func(context.Context, *lock) error) error {
	if l.options.DryRun {
		return work(ctx, nil)
	}
	if err := l.store.ensureSchema(ctx); err != nil {
		return err
	}
	l.progress("waiting for other loads", 0, 0)
	lock, err := l.store.lock(ctx)
	if err != nil {
		return err
	}
	defer lock.release(ctx)
	return work(ctx, lock)
}

// settle makes the database equal to the graph, or only counts what that would
// take.
func (l *loading) settle(ctx context.Context, lock *lock) error {
	at := l.store.position(ctx)
	had, whole, err := l.store.holding(ctx)
	if err != nil {
		return err
	}
	same := whole && had.untouched(at) && had.equals(l)
	if same {
		l.unchanged()
	} else if same, err = l.same(ctx); err != nil {
		return err
	}
	if same {
		if lock == nil || whole && had.equal(l.holding(at)) {
			return nil
		}
		return lock.remember(ctx, l.holding(at)) // no load has noted it, or one of another maker
	}
	if err := l.compare(ctx); err != nil || l.options.DryRun {
		return err
	}
	if err := l.store.forget(ctx); err != nil {
		return err
	}
	if err := l.apply(ctx); err != nil {
		return err
	}
	l.progress("verifying", 0, 0)
	has := l.holding(l.store.position(ctx))
	if same, err := l.store.holds(ctx, has); err != nil {
		return err
	} else if !same {
		return fmt.Errorf("%w: afterwards the database is not the graph: somebody else changes it", ErrInterrupted)
	}
	return lock.finish(ctx, has)
}

// same tells whether the database holds the graph already, and where it differs.
func (l *loading) same(ctx context.Context) (bool, error) {
	err := atOnce(
		func() error { return l.store.survey(ctx, textNodeDigest, l.nodes) },
		func() error { return l.store.survey(ctx, textEdgeDigest(), l.edges) },
	)
	if err != nil {
		return false, err
	}
	if l.lacksLinks, err = l.store.lacksLinks(ctx, l.nodes); err != nil {
		return false, err
	}
	if len(l.nodes.dirty)+len(l.edges.dirty) > 0 || l.lacksLinks {
		return false, nil
	}
	l.unchanged()
	return true, nil
}

// unchanged notes that the database holds the graph already.
func (l *loading) unchanged() {
	l.nodes.all(unchanged)
	l.edges.all(unchanged)
	l.count()
}

// atOnce does several things side by side.
func atOnce(things ...func() error) error {
	var wait sync.WaitGroup
	errs := make([]error, len(things))
	for i, do := range things {
		wait.Go(func() { errs[i] = do() })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// compare reads back what may differ and counts what is to be done.
func (l *loading) compare(ctx context.Context) error {
	l.progress("comparing", 0, 0)
	if l.lacksLinks {
		l.nodes.dirty = nil
	}
	if err := l.store.compare(ctx, textNodeList, l.nodes, l.lacksLinks); err != nil {
		return err
	}
	if err := l.store.compare(ctx, textEdgeList(), l.edges, false); err != nil {
		return err
	}
	l.count()
	return nil
}

// count fills the summary from the lists, once: later they tell less than what
// the load did.
func (l *loading) count() {
	if l.counted {
		return
	}
	l.counted = true
	counts := []*Counts{&l.summary.Nodes, &l.summary.Articles, &l.summary.Statements}
	for p, c := range counts {
		*c = l.nodes.counts(p)
	}
	l.summary.Edges = l.edges.counts(0)
	l.summary.RemovedNodes, l.summary.RemovedEdges = l.nodes.removed(), len(l.edges.gone)
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
