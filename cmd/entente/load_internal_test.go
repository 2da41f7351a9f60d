package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"entente/internal/neo4jtest"
)

// TestLoad runs testdata/neo4j/*.txtar against a real server.
func TestLoad(t *testing.T) {
	_, vars := emptyServer(t)
	runScripts(t, "testdata/neo4j", vars)
}

// emptyServer returns a server without anything of ours in it, and the
// environment that leads there.
func emptyServer(t *testing.T) (*neo4jtest.Server, []string) {
	t.Helper()
	server := neo4jtest.Shared(t)
	vars := map[string]string{
		"NEO4J_URI": server.URI, "NEO4J_USERNAME": server.Username, "NEO4J_PASSWORD": server.Password, "NEO4J_DATABASE": server.Database,
	}
	list := make([]string, 0, len(vars))
	for name, value := range vars {
		t.Setenv(name, value)
		list = append(list, name+"="+value)
	}
	var out bytes.Buffer
	file := filepath.Join(t.TempDir(), "nothing.json")
	if err := os.WriteFile(file, []byte(`{"format":"entente-graph","version":1}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if code := run(t.Context(), []string{"entente", "load", "--wait", "1m", file}, nil, &out, &out); code != 0 {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	return server, list
}
