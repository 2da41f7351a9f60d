package ordered_test

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"

	"entente/cmd/entente/internal/ordered"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 4} {
		// Every second item waits for the one after it: results come out of turn.
		gates := make([]chan struct{}, 100)
		for i := range gates {
			gates[i] = make(chan struct{})
		}
		got := slices.Collect(ordered.Map(t.Context(), workers, count(len(gates)), func(_ context.Context, i int) int {
			if workers > 1 && i%2 == 0 {
				<-gates[i+1]
			}
			close(gates[i])
			return i * i
		}))
		for i, v := range got {
			if v != i*i {
				t.Fatalf("%d workers: result %d is %d", workers, i, v)
			}
		}
		if len(got) != len(gates) {
			t.Errorf("%d workers: %d results", workers, len(got))
		}
	}
}

func TestMapTakesFewAhead(t *testing.T) {
	const workers = 3
	var taken, yielded atomic.Int64
	in := func(yield func(int) bool) {
		for i := range 1000 {
			if ahead := taken.Add(1) - yielded.Load(); ahead > 2*workers+1 {
				t.Errorf("%d items ahead", ahead)
			}
			if !yield(i) {
				return
			}
		}
	}
	for range ordered.Map(t.Context(), workers, in, func(_ context.Context, i int) int { return i }) {
		yielded.Add(1)
	}
}

func TestMapStops(t *testing.T) {
	n := 0
	for range ordered.Map(t.Context(), 2, count(1<<40), func(_ context.Context, i int) int { return i }) {
		if n++; n == 10 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	blocked := func(yield func(int) bool) {
		yield(1)
		cancel()
		<-t.Context().Done() // a read that never returns
	}
	for range ordered.Map(ctx, 2, blocked, func(_ context.Context, i int) int { return i }) {
		n++
	}
	if n > 11 {
		t.Errorf("%d results", n)
	}
}
