package json_test

import (
	"bytes"
	"context"
	stdjson "encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/exporters/internal/golden"
	"entente/exporters/internal/sample"
	"entente/exporters/json"
	"entente/graph"
)

func TestGolden(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := json.New().Export(t.Context(), sample.Summit(t), &b); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "summit.json", b.Bytes())
}

func TestIsReadBack(t *testing.T) {
	t.Parallel()
	g := sample.Summit(t)
	var b bytes.Buffer
	if err := json.New().Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	back, err := graph.ReadJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Articles {
		g.Articles[i].Text = "" // which the form leaves out
	}
	if diff := cmp.Diff(g, back); diff != "" {
		t.Error(diff)
	}
}

func TestLines(t *testing.T) {
	t.Parallel()
	for _, g := range []*graph.Graph{sample.Summit(t), sample.Hostile(t), {}} {
		var b bytes.Buffer
		if err := json.NewLines().Export(t.Context(), g, &b); err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for line := range bytes.Lines(b.Bytes()) {
			var x struct{ Part, ID string }
			if err := stdjson.Unmarshal(line, &x); err != nil || x.ID == "" {
				t.Fatalf("%s: %v", line, err)
			}
			got[x.Part]++
		}
		want := map[string]int{}
		for part, n := range map[string]int{"article": len(g.Articles), "node": len(g.Nodes), "edge": len(g.Edges), "statement": len(g.Statements)} {
			if n > 0 {
				want[part] = n
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCancelledExportFails(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := json.New().Export(ctx, sample.Summit(t), &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("json: %v", err)
	}
	if err := json.NewLines().Export(ctx, sample.Summit(t), &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("jsonl: %v", err)
	}
}
