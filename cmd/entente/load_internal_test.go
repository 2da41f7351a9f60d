package main

import (
	"testing"

	"entente/internal/neo4jtest"
)

// TestLoad runs testdata/neo4j/*.txtar against a real server.
func TestLoad(t *testing.T) {
	server := neo4jtest.Own(t)
	runScripts(t, "testdata/neo4j", []string{
		"NEO4J_URI=" + server.URI, "NEO4J_USERNAME=" + server.Username, "NEO4J_PASSWORD=" + server.Password, "NEO4J_DATABASE=" + server.Database,
	})
}
