package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// lock keeps other loads out. It is a transaction that has written to the one
// node of labelMeta and stays open: the server's own lock, which goes when the
// transaction ends or this process dies, and leaves nothing behind.
type lock struct {
	session driver.SessionWithContext
	tx      driver.ExplicitTransaction
}

// lock waits until no other load runs.
func (s *Store) lock(ctx context.Context) (*lock, error) {
	session := s.session(ctx, driver.AccessModeWrite)
	l := &lock{session: session}
	tx, err := session.BeginTransaction(ctx, driver.WithTxMetadata(map[string]any{"app": userAgent, "role": "lock"}))
	if err != nil {
		l.release(ctx)
		return nil, err
	}
	l.tx = tx
	for _, text := range []string{"MATCH " + metaNode + " SET m.locked = true REMOVE m.locked", textKnowHolding} {
		if err := l.run(ctx, text, nil); err != nil {
			l.release(ctx)
			return nil, err
		}
	}
	return l, nil
}

func (l *lock) run(ctx context.Context, text string, params map[string]any) error {
	result, err := l.tx.Run(ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// finish notes when the database was last changed and what it holds, and
// unlocks it.
func (l *lock) finish(ctx context.Context, h holding) error {
	return l.end(ctx, "MATCH "+metaNode+" SET m.loadedAt = datetime() WITH m "+textRemember, h.params())
}

// remember notes what the database holds, and unlocks it.
func (l *lock) remember(ctx context.Context, h holding) error {
	return l.end(ctx, textRemember, h.params())
}

// end runs the last statement and unlocks the database.
func (l *lock) end(ctx context.Context, text string, params map[string]any) error {
	err := l.run(ctx, text, params)
	if err == nil {
		err = l.tx.Commit(ctx)
	}
	if err != nil && classify(err) != lost {
		return fmt.Errorf("%w: the server ended the transaction that kept other loads out: %w", ErrInterrupted, err)
	}
	return err
}

// release unlocks the database. After finish it does nothing.
func (l *lock) release(ctx context.Context) {
	if l.tx != nil {
		_ = l.tx.Close(ctx)
	}
	_ = l.session.Close(ctx)
}
