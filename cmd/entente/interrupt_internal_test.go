package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

// waiting is an input that gives one line, then calls stop and blocks, as a
// terminal does at which nobody types.
type waiting struct {
	ctx  context.Context //nolint:containedctx // lives as long as the test
	line string
	stop func()
}

func (r *waiting) Read(p []byte) (int, error) {
	if r.line != "" {
		n := copy(p, r.line)
		r.line = r.line[n:]
		return n, nil
	}
	r.stop()
	<-r.ctx.Done()
	return 0, r.ctx.Err()
}

// TestInterrupted ends commands while they wait for their input: they return
// at once, say so, and leave nothing behind.
func TestInterrupted(t *testing.T) {
	const record = `{"id":"a","text":"Foreign Minister Ana Ruiz of Spain met Prime Minister Erik Lind of Sweden in Geneva on Monday."}` + "\n"
	dir := t.TempDir()
	for _, args := range [][]string{
		{"build", "-", "-o", filepath.Join(dir, "graph.json")},
		{"extract", "-"},
		{"annotate", "-"},
		{"load", "-", "--import-files", filepath.Join(dir, "files")},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		var out, errs bytes.Buffer
		code := run(ctx, append([]string{"entente"}, args...), &waiting{ctx: t.Context(), line: record, stop: cancel}, &out, &errs)
		if code != exitInterrupted || errs.String() != "entente: interrupted\n" {
			t.Errorf("%s: exit code %d: %q", args[0], code, errs.String())
		}
		cancel()
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
