package neo4j_test

import (
	"os"
	"testing"

	"entente/internal/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }
