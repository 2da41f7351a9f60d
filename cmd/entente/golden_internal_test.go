package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
)

// TestGolden compares what is extracted from the test articles with
// testdata/golden/statements.tsv, one line a statement, so that every change
// of a rule shows what it does. UPDATE_GOLDEN=1 writes the file.
func TestGolden(t *testing.T) {
	const name = "testdata/golden/statements.tsv"
	one := extracted(t, "-j", "1")
	if four := extracted(t, "-j", "4"); !bytes.Equal(one, four) {
		t.Error("the number of workers changes the statements")
	}
	got := table(t, one)
	if updating() {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (UPDATE_GOLDEN=1 writes it):\n%s", name, diff)
	}
}

func extracted(t *testing.T, flags ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	args := append([]string{"entente", "extract", "-q", "../../testdata/articles"}, flags...)
	if code := run(t.Context(), args, nil, &out, &errs); code != 0 || errs.Len() > 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.Bytes()
}

// table writes statements as lines for people: article, bytes, who did what
// to whom, how, when, where, who says so, by which rule.
func table(t *testing.T, rows []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	for line := range bytes.Lines(rows) {
		var s graph.Statement
		if err := json.Unmarshal(line, &s); err != nil {
			t.Fatal(err)
		}
		place, speaker := "", ""
		if s.Place != nil {
			place = s.Place.Name
		}
		if s.Speaker != nil {
			speaker = s.Speaker.Name
		}
		fmt.Fprintf(&b, "%s\t%d-%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.Article, s.Start, s.End,
			s.Source.Name, s.Relation, s.Target.Name, s.Status, s.Date, place, speaker, s.Rule)
	}
	return b.Bytes()
}
