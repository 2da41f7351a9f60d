package cypher_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"entente/exporters/cypher"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/sample"
	"entente/graph"
)

func export(t *testing.T, g *graph.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := cypher.New().Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	golden.Check(t, "summit.cypher", []byte(export(t, sample.Summit(t))))
}

// literal is a Cypher string without escapes that this package does not write.
const literal = `'(?:[^'\\\x00-\x1f]|\\[\\'nrt]|\\u[0-9A-F]{4})*'`

// TestEveryLineIsOneStatement takes the literals out of each line: what is left
// has only what this package writes, so no text has got out of its literal.
func TestEveryLineIsOneStatement(t *testing.T) {
	t.Parallel()
	hostile := sample.Hostile(t)
	hostile.Edges = hostile.Edges[:len(hostile.Edges)-1]
	for i := range hostile.Edges {
		if hostile.Edges[i].ID == "dangling" {
			hostile.Edges[i] = graph.Edge{ID: "other", Source: "x", Target: "y"}
		}
	}
	literals := regexp.MustCompile(literal)
	rest := regexp.MustCompile(`^(//.*|CREATE CONSTRAINT [A-Za-z_ ():.]+;|(MATCH|MERGE) [A-Za-z_ ()\[\]{}:.,=>$@0-9+-]+;)?$`)
	for _, g := range []*graph.Graph{sample.Summit(t), hostile, {}} {
		for line := range strings.SplitSeq(export(t, g), "\n") {
			if left := literals.ReplaceAllString(line, "@"); !rest.MatchString(left) {
				t.Errorf("%s\nleaves %s", line, left)
			}
		}
	}
}

func TestQuote(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain":            `'plain'`,
		"it's":             `'it\'s'`,
		`back\slash`:       `'back\\slash'`,
		`\u0027 evil`:      `('\\' + 'u0027 evil')`,
		`\\u0027`:          `('\\\\' + 'u0027')`,
		"two\nlines\t\r":   `'two\nlines\t\r'`,
		"nul\x00 bell\x07": `'nul bell\u0007'`,
		"\xff":             `'` + "\uFFFD" + `'`,
		"Зеленський 🕊":     `'Зеленський 🕊'`,
		"\u2028":           `'\u2028'`,
	} {
		if got := cypher.Quote(in); got != want {
			t.Errorf("%q gives %s, want %s", in, got, want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, s := range sample.Nasty() {
		f.Add(s)
	}
	f.Add(`\\\u005C'`)
	afterBackslash := regexp.MustCompile(`(^|[^\\])(\\\\)+[uU]`)
	whole := regexp.MustCompile(`^(` + literal + `|\(` + literal + `(?: \+ ` + literal + `)+\))$`)
	f.Fuzz(func(t *testing.T, s string) {
		got := cypher.Quote(s)
		if !whole.MatchString(got) {
			t.Errorf("%q gives %s", s, got)
		}
		if afterBackslash.MatchString(got) {
			t.Errorf("%q gives %s, in which an escape follows a backslash", s, got)
		}
	})
}

func TestErrors(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := cypher.New().Export(ctx, sample.Summit(t), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
	g := sample.Summit(t)
	g.Edges[0].Relation = "X`) DETACH DELETE"
	if err := cypher.New().Export(t.Context(), g, io.Discard); err == nil || !strings.Contains(err.Error(), "unknown relation") {
		t.Errorf("an unknown relation gives %v", err)
	}
	g = sample.Summit(t)
	g.Nodes[0].Kind = "X"
	if err := cypher.New().Export(t.Context(), g, io.Discard); err == nil || !strings.Contains(err.Error(), "unknown kind") {
		t.Errorf("an unknown kind gives %v", err)
	}
}
