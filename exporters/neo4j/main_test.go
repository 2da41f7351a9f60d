package neo4j_test

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"

	"entente/internal/neo4jtest"
)

// TestMain runs the tests, stops their server, and looks for goroutines that
// still run.
func TestMain(m *testing.M) {
	code := neo4jtest.Run(m)
	if err := goleak.Find(); err != nil && code == 0 {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}
