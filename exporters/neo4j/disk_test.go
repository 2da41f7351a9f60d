package neo4j_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"entente/exporters/neo4j"
	"entente/internal/neo4jtest"
)

// TestDiskFull loads more than the server's disk holds: the load ends in time,
// with an error that tells what to look at and that loading again finishes it.
func TestDiskFull(t *testing.T) {
	db := connect(t, neo4jtest.Small(t, "8m"))
	s := db.store(t)
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	summary, err := s.Load(ctx, large(20000, "The"), neo4j.Options{Wait: 2 * time.Second})
	if !errors.Is(err, neo4j.ErrInterrupted) || ctx.Err() != nil {
		t.Errorf("error %v, summary %+v, want ErrInterrupted", err, summary)
	}
}
