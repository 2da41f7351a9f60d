// Package ordered maps a sequence with several workers and keeps its order.
package ordered

import (
	"context"
	"iter"
	"sync"
)

// Map calls work on the items of in, up to n at a time, and yields the results
// in the order of the items. No more than 2n items are taken from in before
// their results are yielded, so that memory stays bounded however long the
// sequence is. It ends early when ctx ends or the consumer stops; then it
// waits for the work under way, but not for in, which may be blocked in a read.
func Map[A, B any](ctx context.Context, n int, in iter.Seq[A], work func(context.Context, A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		ctx, cancel := context.WithCancel(ctx)
		n = max(n, 1)
		m := &mapping[A, B]{
			jobs: make(chan job[A, B]),
			// With the ones that workers hold and the one that is being yielded: 2n.
			pending: make(chan chan B, max(n-1, 1)),
		}
		go m.feed(ctx, in)
		var workers sync.WaitGroup
		for range n {
			workers.Go(func() { m.serve(ctx, work) })
		}
		defer workers.Wait()
		defer cancel()
		m.drain(ctx, yield)
	}
}

// mapping is one run of Map: pending holds the places of the results in the
// order of the items, jobs what no worker has taken yet.
type mapping[A, B any] struct {
	jobs    chan job[A, B]
	pending chan chan B
}

type job[A, B any] struct {
	item A
	done chan<- B
}

func (m *mapping[A, B]) feed(ctx context.Context, in iter.Seq[A]) {
	defer close(m.pending)
	defer close(m.jobs)
	for item := range in {
		done := make(chan B, 1)
		if !send(ctx, m.pending, done) || !send(ctx, m.jobs, job[A, B]{item, done}) {
			return
		}
	}
}

func (m *mapping[A, B]) serve(ctx context.Context, work func(context.Context, A) B) {
	for {
		j, ok := receive(ctx, m.jobs)
		if !ok {
			return
		}
		j.done <- work(ctx, j.item)
	}
}

func (m *mapping[A, B]) drain(ctx context.Context, yield func(B) bool) {
	for {
		done, ok := receive(ctx, m.pending)
		if !ok {
			return
		}
		b, ok := receive(ctx, done)
		if !ok || !yield(b) {
			return
		}
	}
}

func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive returns false when the channel is closed or ctx has ended.
func receive[T any](ctx context.Context, from <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-from:
	case <-ctx.Done():
	}
	return v, ok
}
