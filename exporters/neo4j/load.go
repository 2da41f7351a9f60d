package neo4j

import (
	"context"
	"time"

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
	// Maker is the ID of the Maker that made the graph, "" where that is not
	// known: with it, Update need not compute the whole graph.
	Maker string
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
	l := &loading{store: s, options: o}
	if err := l.want(g); err != nil {
		return Summary{}, err
	}
	return l.run(ctx, l.load)
}

// Maker makes graphs of articles and what they say. Package assemble has its
// functions.
type Maker struct {
	// ID tells this maker from others that make other graphs of the same set: a
	// program's version. "" is a maker that cannot be told from others.
	ID string
	// Graph makes the graph of a set.
	Graph func(graph.Set) *graph.Graph
	// Change, where given, makes the parts in which the graphs before and after an
	// edit of a set can differ; see assemble.Change.
	Change func(before graph.Set, e *graph.Edit) (was, is graph.Part)
}

// Update adds articles, replaces them and takes them back: it makes the
// database equal to the graph of what it holds after the edit, all while no other
// load can come in between. Where the maker made what the database holds, only
// what changes is computed and written. Errors are those of Load, and
// ErrNoArticle for an article that is to go and is not there.
func (s *Store) Update(ctx context.Context, e graph.Edit, m Maker, o Options) (Summary, error) {
	o.Maker = m.ID
	l := &loading{store: s, options: o}
	return l.run(ctx, func(ctx context.Context) error { return l.update(ctx, &e, &m) })
}

func (o *Options) now() time.Time {
	if o.Now == nil {
		return time.Time{}
	}
	return o.Now()
}
