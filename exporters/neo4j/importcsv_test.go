package neo4j_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/exporters/neo4j"
	"entente/internal/neo4jtest"
)

// TestImport runs neo4j-admin on the files and compares the database with what
// a load over Bolt makes of the same graph. A load afterwards must find nothing
// to do.
func TestImport(t *testing.T) {
	g := northern()
	n := &g.Nodes[slot(g, "person:aino-salmi")]
	n.Aliases = append(n.Aliases, hostile()...)
	n.Name = "quote \" comma , newline \n and \\ backslash"
	folder := filepath.Join(t.TempDir(), "import")
	if err := neo4j.WriteImport(t.Context(), g, folder); err != nil {
		t.Fatal(err)
	}
	if err := neo4j.WriteImport(t.Context(), g, folder); err == nil {
		t.Error("files were overwritten")
	}

	db := connect(t, neo4jtest.Own(t))
	s := db.store(t)
	load(t, s, g, neo4j.Options{})
	want := db.dump(t)
	db.Halt()
	db.Admin(t, importArgs(t, folder)...)
	db.Restart(t)
	db.reconnect(t)
	equal(t, want, db.dump(t))
	for text := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(read(t, filepath.Join(folder, "schema.cypher"))), ";"), ";\n") {
		db.run(t, text)
	}
	if summary := load(t, s, g, neo4j.Options{}); summary.Written() != 0 {
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
