package neo4j

import (
	"context"
	"fmt"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	// defaultBatch is the best number of rows a transaction, measured: fewer
	// cost round trips, more cost the server's garbage collector.
	defaultBatch = 2000
	// maxBatchBytes bounds a batch of long rows.
	maxBatchBytes = 4 << 20
	// maxRetries bounds how often one batch is tried again.
	maxRetries = 12
	// maxReconnects bounds how often a batch is tried over a new connection at
	// once; after that the load starts over, see Load.
	maxReconnects = 3
	firstPause    = 20 * time.Millisecond
	longestPause  = 2 * time.Second
)

// step is one statement of a transaction.
type step struct {
	text string
	rows []any
	// want is the count that the statement must return, -1 for any.
	want int64
	// got receives the count.
	got *int64
	// unless, where given, tells that the step is not needed, going by what the steps
	// before it did.
	unless func() bool
}

// writer runs batches, each a transaction, one after the other.
type writer struct {
	store   *Store
	session driver.SessionWithContext
	// batch is the number of rows a transaction; it shrinks when the server
	// runs out of memory.
	batch   int
	retries int
	batches int
}

func (s *Store) newWriter(ctx context.Context, batch int) *writer {
	if batch <= 0 {
		batch = defaultBatch
	}
	return &writer{store: s, session: s.session(ctx, driver.AccessModeWrite), batch: batch}
}

func (w *writer) close(ctx context.Context) { _ = w.session.Close(ctx) }

// split runs n items in batches of at most w.batch items and about
// maxBatchBytes. item makes one with its size in bytes; the items of a batch are made
// while the server is at work on the one before, so that a graph is not held twice
// and the server does not wait. When the server runs out of memory a batch is run
// again in halves.
func split[T any](ctx context.Context, w *writer, n int, item func(int) (T, int), run func(batch []T, again bool) []step, done func(int)) error {
	batches := make(chan []T)
	var maker sync.WaitGroup
	defer maker.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	size := w.batch
	maker.Go(func() {
		defer close(batches)
		for from := 0; from < n; {
			batch := gather(from, n, size, item)
			from += len(batch)
			select {
			case batches <- batch:
			case <-ctx.Done():
				return
			}
		}
	})
	for batch := range batches {
		for len(batch) > 0 {
			part := batch[:min(len(batch), w.batch)]
			err := w.transact(ctx, func(again bool) []step { return run(part, again) })
			if classify(err) == memory && len(part) > 1 {
				w.batch = len(part) / 2
				continue
			}
			if err != nil {
				return err
			}
			batch = batch[len(part):]
			done(len(part))
		}
	}
	return ctx.Err()
}

// gather makes the items of a batch.
func gather[T any](from, n, most int, item func(int) (T, int)) []T {
	batch := make([]T, 0, min(n-from, most))
	for bytes := 0; from+len(batch) < n && len(batch) < most && bytes < maxBatchBytes; {
		x, size := item(from + len(batch))
		batch = append(batch, x)
		bytes += size
	}
	return batch
}

// transact runs steps in one transaction and repeats it after a deadlock and
// the like, and after a lost connection: then it may have been committed or not,
// and steps must give what can be repeated, which is slower.
func (w *writer) transact(ctx context.Context, steps func(again bool) []step) error {
	pause, reconnects := firstPause, 0
	for try := 0; ; try++ {
		err := w.attempt(ctx, steps(try > 0))
		kind := classify(err)
		if kind == lost {
			reconnects++
		}
		if kind != transient && kind != lost || try >= maxRetries || reconnects > maxReconnects || !sleep(ctx, pause) {
			return err
		}
		w.retries++
		pause = min(2*pause, longestPause)
	}
}

func (w *writer) attempt(ctx context.Context, steps []step) error {
	tx, err := w.session.BeginTransaction(ctx, driver.WithTxMetadata(map[string]any{"app": userAgent}))
	if err != nil {
		return err
	}
	defer func() { _ = tx.Close(ctx) }()
	for i := range steps {
		if steps[i].unless != nil && steps[i].unless() {
			continue
		}
		if err := runStep(ctx, tx, &steps[i]); err != nil {
			return err
		}
	}
	if err := tx.Commit(ctx); err != nil {
		return err
	}
	w.batches++
	return nil
}

func runStep(ctx context.Context, tx driver.ExplicitTransaction, s *step) error {
	result, err := tx.Run(ctx, s.text, map[string]any{"rows": s.rows})
	if err != nil {
		return err
	}
	got := int64(-1)
	for result.Next(ctx) {
		got, _ = result.Record().Values[0].(int64)
	}
	if err := result.Err(); err != nil {
		return err
	}
	if s.got != nil {
		*s.got = got
	}
	if s.want >= 0 && got != s.want {
		return fmt.Errorf("%w: %d of %d rows found their nodes: somebody else changes the graph", ErrInterrupted, got, s.want)
	}
	return nil
}
