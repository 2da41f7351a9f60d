package neo4j_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/internal/neo4jtest"
)

// TestOwnServer does to a server what nobody may do to one that others use. The
// steps share one server, because every start takes seconds.
func TestOwnServer(t *testing.T) {
	db := connect(t, neo4jtest.Own(t, "NEO4J_CONF_EXTRA=db.memory.transaction.max=4m"))
	g := large(1000, "The")
	var want []string
	_ = t.Run("little memory", func(t *testing.T) { littleMemory(t, db); want = reference(t, db, g) }) &&
		t.Run("killed", func(t *testing.T) { killed(t, db, g, want) }) &&
		t.Run("killed and back while the load waits", func(t *testing.T) { killedAndBack(t, db, g, want) }) &&
		t.Run("read-only", func(t *testing.T) { readOnly(t, db, g, want) }) &&
		t.Run("offline import", func(t *testing.T) { offline(t, db) })
}

// reference returns what the database is after an undisturbed load.
func reference(t *testing.T, db *database, g *graph.Graph) []string {
	t.Helper()
	load(t, db.store(t), g, neo4j.Options{})
	return db.dump(t)
}

// littleMemory loads into a server that gives a transaction less memory than a
// batch needs.
func littleMemory(t *testing.T, db *database) {
	t.Helper()
	g := large(2000, "The")
	summary := load(t, db.store(t), g, neo4j.Options{BatchSize: 20000})
	if got := db.run(t, "MATCH (n:Entente) RETURN count(n)")[0][0]; got != int64(len(g.Nodes)+len(g.Articles)+len(g.Statements)) {
		t.Errorf("%v nodes", got)
	}
	if summary.Batches < 8 {
		t.Errorf("batches were not halved: %+v", summary)
	}
}

// killAt are options for a load in whose middle the server is killed with kill -9.
func killAt(t *testing.T, db *database, phase string, then func()) neo4j.Options {
	t.Helper()
	done := false
	return neo4j.Options{BatchSize: 50, Progress: func(p neo4j.Progress) {
		if p.Phase == phase && !done {
			done = true
			db.Kill(t)
			then()
		}
	}}
}

// killed kills the server; the load fails, and the next one finishes it.
func killed(t *testing.T, db *database, g *graph.Graph, want []string) {
	t.Helper()
	s := db.store(t)
	load(t, s, &graph.Graph{}, neo4j.Options{})
	_, err := s.Load(t.Context(), g, killAt(t, db, "writing statements", func() {}))
	if !errors.Is(err, neo4j.ErrInterrupted) || !errors.Is(err, neo4j.ErrAbsent) {
		t.Errorf("error %v, want ErrInterrupted and ErrAbsent", err)
	}
	db.Restart(t)
	summary := load(t, s, g, neo4j.Options{Wait: time.Minute})
	equal(t, want, db.dump(t))
	if summary.Nodes.Unchanged != len(g.Nodes) || summary.Edges.Created != len(g.Edges) {
		t.Errorf("what was written before was not used: %+v", summary)
	}
}

// killedAndBack kills the server and starts it again while the load waits for it.
func killedAndBack(t *testing.T, db *database, g *graph.Graph, want []string) {
	t.Helper()
	s := db.store(t)
	load(t, s, &graph.Graph{}, neo4j.Options{})
	o := killAt(t, db, "writing MET_WITH", func() { db.Restart(t) })
	o.Wait = time.Minute
	if summary := load(t, s, g, o); summary.Restarts == 0 && summary.Retries == 0 {
		t.Errorf("the load did not notice: %+v", summary)
	}
	equal(t, want, db.dump(t))
}

// readOnly loads into a database that may not be written.
func readOnly(t *testing.T, db *database, g *graph.Graph, want []string) {
	t.Helper()
	db.Halt()
	db.Restart(t, "NEO4J_CONF_EXTRA=server.databases.read_only=neo4j")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s := db.store(t)
	if summary, err := s.Load(ctx, g, neo4j.Options{Wait: 30 * time.Second}); err != nil || summary.Written() != 0 {
		t.Errorf("nothing to write: error %v, summary %+v", err, summary)
	}
	_, err := s.Load(ctx, large(10, "A"), neo4j.Options{Wait: time.Hour})
	if err == nil || ctx.Err() != nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("error %v, want one at once that says read-only", err)
	}
	equal(t, want, db.dump(t))
}

// offline runs neo4j-admin on the files of WriteImport and compares the database
// with what a load over Bolt, into the shared server, makes of the same graph. A
// load afterwards must find nothing to do.
func offline(t *testing.T, db *database) {
	t.Helper()
	g := northern()
	n := &g.Nodes[slot(g, "person:aino-salmi")]
	n.Aliases = append(n.Aliases, hostile()...)
	n.Name = "quote \" comma , newline \n and \\ backslash"
	other := fresh(t)
	load(t, other.store(t), g, neo4j.Options{})
	want := other.dump(t)

	folder := filepath.Join(t.TempDir(), "import")
	if err := neo4j.WriteImport(t.Context(), g, folder); err != nil {
		t.Fatal(err)
	}
	if err := neo4j.WriteImport(t.Context(), g, folder); err == nil {
		t.Error("files were overwritten")
	}
	db.Halt()
	db.Admin(t, importArgs(t, folder)...)
	db.Restart(t, "NEO4J_CONF_EXTRA=")
	db.reconnect(t)
	equal(t, want, db.dump(t))
	script := strings.TrimSuffix(strings.TrimSpace(read(t, filepath.Join(folder, "schema.cypher"))), ";")
	for text := range strings.SplitSeq(script, ";\n") {
		db.run(t, text)
	}
	if summary := load(t, db.store(t), g, neo4j.Options{}); summary.Written() != 0 {
		t.Errorf("a load after the import wrote: %+v", summary)
	}
}

// importArgs takes the importer's arguments from import.sh.
func importArgs(t *testing.T, folder string) []string {
	t.Helper()
	_, command, _ := strings.Cut(read(t, filepath.Join(folder, "import.sh")), "\"${NEO4J_DATABASE:-neo4j}\"")
	flags := regexp.MustCompile(`--\S+`).FindAllString(command, -1)
	args := make([]string, 0, 4+len(flags))
	args = append(args, "database", "import", "full", "neo4j")
	for _, arg := range flags {
		args = append(args, strings.Replace(arg, "=./", "="+folder+"/", 1))
	}
	return args
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
