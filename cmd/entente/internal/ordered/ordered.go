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
		defer cancel()
		n = max(n, 1)
		type job struct {
			item A
			done chan<- B
		}
		jobs := make(chan job)
		pending := make(chan chan B, max(n-1, 1)) // with those in jobs' hands and the one being yielded: 2n
		go func() {
			defer close(pending)
			defer close(jobs)
			for item := range in {
				done := make(chan B, 1)
				select {
				case pending <- done:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- job{item, done}:
				case <-ctx.Done():
					return
				}
			}
		}()
		var workers sync.WaitGroup
		for range n {
			workers.Go(func() {
				for {
					select {
					case j, ok := <-jobs:
						if !ok {
							return
						}
						j.done <- work(ctx, j.item)
					case <-ctx.Done():
						return
					}
				}
			})
		}
		defer workers.Wait()
		defer cancel()
		drain(ctx, pending, yield)
	}
}

func drain[B any](ctx context.Context, pending <-chan chan B, yield func(B) bool) {
	for {
		select {
		case done, ok := <-pending:
			if !ok {
				return
			}
			select {
			case b := <-done:
				if !yield(b) {
					return
				}
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
