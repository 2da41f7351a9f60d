package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"entente/exporters/neo4j"
)

// The README's commands run as tests, and its answers are the program's own:
// UPDATE_GOLDEN=1 writes them, and the picture.
const (
	readmePath  = "../../README.md"
	picturePath = "../../docs/alaska.svg"
)

func updating() bool { return os.Getenv("UPDATE_GOLDEN") == "1" }

// consoleBlock is a fenced block of commands ("$ …") and what they print.
var consoleBlock = regexp.MustCompile("(?ms)^```console( neo4j)?\n(.*?)^```\n")

func TestREADMECommands(t *testing.T) { readmeBlocks(t, "", nil) }

func TestREADMENeo4j(t *testing.T) {
	server, vars := emptyServer(t)
	readmeBlocks(t, " neo4j", vars)
	readmeAnswers(t, server)
}

// readmeBlocks runs the console blocks of one kind, one after the other in one
// folder, and compares what they print.
func readmeBlocks(t *testing.T, kind string, vars []string) {
	t.Helper()
	before, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	blocks := consoleBlock.FindAllSubmatch(before, -1)
	got := make([][]byte, 0, len(blocks))
	script := filepath.Join(t.TempDir(), "readme.txtar")
	var lines strings.Builder
	for i, m := range blocks {
		if string(m[1]) == kind {
			fmt.Fprintf(&lines, "block %d\n", i)
		}
		got = append(got, m[2])
	}
	if err := os.WriteFile(script, []byte(lines.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	params := scriptParams("", vars)
	params.Files = []string{script}
	params.Cmds["block"] = func(ts *testscript.TestScript, _ bool, args []string) {
		var i int
		_, err := fmt.Sscan(args[0], &i)
		ts.Check(err)
		got[i] = runBlock(ts, got[i])
	}
	t.Run("blocks", func(t *testing.T) { testscript.Run(t, params) })
	compareREADME(t, before, func(readme []byte) []byte {
		i := -1
		return consoleBlock.ReplaceAllFunc(readme, func(m []byte) []byte {
			i++
			head, _, _ := bytes.Cut(m, []byte("\n"))
			return slices.Concat(head, []byte("\n"), got[i], []byte("```\n"))
		})
	})
}

// runBlock runs the commands of a block and returns it with what they print,
// standard error after standard output.
func runBlock(ts *testscript.TestScript, block []byte) []byte {
	var out bytes.Buffer
	for line := range strings.Lines(string(block)) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		command = strings.ReplaceAll(command, "go run ./cmd/entente", "entente")
		ts.Check(ts.Exec("bash", "-c", command))
		printed := ts.ReadFile("stdout") + ts.ReadFile("stderr")
		if uri := ts.Getenv("NEO4J_URI"); uri != "" {
			printed = strings.ReplaceAll(printed, uri, neo4j.DefaultURI)
		}
		out.WriteString(printed)
	}
	return out.Bytes()
}

// compareREADME fails where the README is not what change makes of it, or
// writes that with UPDATE_GOLDEN=1.
func compareREADME(t *testing.T, before []byte, change func([]byte) []byte) {
	t.Helper()
	after := change(bytes.Clone(before))
	if t.Failed() || bytes.Equal(before, after) {
		return
	}
	if !updating() {
		t.Errorf("README.md (UPDATE_GOLDEN=1 writes it):\n%s", cmp.Diff(string(before), string(after)))
		return
	}
	if err := os.WriteFile(readmePath, after, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestREADMEPicture(t *testing.T) {
	got := filepath.Join(t.TempDir(), "alaska.svg")
	articles, err := filepath.Glob("../../testdata/articles/alaska-*.txt")
	if err != nil || len(articles) == 0 {
		t.Fatal("no articles: ", err)
	}
	var errs bytes.Buffer
	args := append([]string{"entente", "build", "-q", "-o", got}, articles...)
	if code := run(t.Context(), args, nil, &errs, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	picture, err := os.ReadFile(got)
	if err != nil {
		t.Fatal(err)
	}
	if updating() {
		if err := os.WriteFile(picturePath, picture, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(picturePath); err != nil || !bytes.Equal(picture, want) {
		t.Errorf("docs/alaska.svg is not what the program draws (UPDATE_GOLDEN=1 writes it): %v", err)
	}
}

// TestREADMETests keeps the command that the README gives for the tests, and
// the one of continuous integration, the same.
func TestREADMETests(t *testing.T) {
	const command = "go test ./... ./testdata"
	for _, name := range []string{readmePath, "../../.ci/run", "../../Makefile"} {
		if raw, err := os.ReadFile(name); err != nil || !strings.Contains(string(raw), command) {
			t.Errorf("%s does not run %q: %v", name, command, err)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)\)`)

// TestLinks looks for the files that the documents point to.
func TestLinks(t *testing.T) {
	documents, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := filepath.Glob("../../docs/decisions/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(append(documents, decisions...), readmePath) {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(raw), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s points to %s, which is not there", filepath.Base(name), m[1])
			}
		}
	}
}
