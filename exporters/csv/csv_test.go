package csv_test

import (
	"archive/zip"
	"bytes"
	"context"
	stdcsv "encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/exporters/csv"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/sample"
	"entente/graph"
)

// read returns the files of the archive of g.
func read(t *testing.T, g *graph.Graph) map[string][]byte {
	t.Helper()
	var b bytes.Buffer
	if err := csv.New().Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, file := range read(t, sample.Summit(t)) {
		golden.Check(t, "summit-"+name, file)
	}
}

func TestEveryRowIsRead(t *testing.T) {
	t.Parallel()
	for _, g := range []*graph.Graph{sample.Summit(t), sample.Hostile(t), {}} {
		want := map[string]int{"nodes.csv": len(g.Nodes), "edges.csv": len(g.Edges), "statements.csv": len(g.Statements), "articles.csv": len(g.Articles)}
		for name, file := range read(t, g) {
			rows, err := stdcsv.NewReader(bytes.NewReader(file)).ReadAll()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(rows) != want[name]+1 {
				t.Errorf("%s: %d rows, want %d", name, len(rows), want[name]+1)
			}
			for _, row := range rows[1:] {
				for _, cell := range row {
					if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@") {
						t.Errorf("%s: a spreadsheet runs %q", name, cell)
					}
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	var a, b bytes.Buffer
	if err := errors.Join(csv.New().Export(t.Context(), sample.Summit(t), &a), csv.New().Export(t.Context(), sample.Summit(t), &b)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("a second archive differs")
	}
}

func TestDir(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "folder")
	for range 2 {
		if err := csv.New().ExportDir(t.Context(), sample.Summit(t), dir); err != nil {
			t.Fatal(err)
		}
	}
	list, err := os.ReadDir(dir)
	if err != nil || len(list) != 4 {
		t.Fatalf("%v, %v", list, err)
	}
	for name, want := range read(t, sample.Summit(t)) {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not that of the archive (%v)", name, err)
		}
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := csv.New().Export(ctx, sample.Summit(t), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := csv.New().ExportDir(t.Context(), sample.Summit(t), file); err == nil {
		t.Error("a file in place of the folder is no error")
	}
}
