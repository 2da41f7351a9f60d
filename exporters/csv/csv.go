// Package csv writes a graph as four tables (nodes, edges, statements,
// articles) for spreadsheets, data frames and databases, in one ZIP archive
// or in a folder.
//
// The tables follow RFC 4180 with line feeds: UTF-8, a header, fields quoted
// where needed.
package csv

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"entente/graph"
)

// Exporter writes tables. Make it with New.
type Exporter struct{}

// New returns an exporter.
func New() *Exporter { return &Exporter{} }

// Name returns "csv".
func (*Exporter) Name() string { return "csv" }

// Extensions returns ".csv.zip" and ".zip".
func (*Exporter) Extensions() []string { return []string{".csv.zip", ".zip"} }

// Description says what the format is for.
func (*Exporter) Description() string {
	return "tables for spreadsheets and data frames, in one archive"
}

// Export writes g as a ZIP archive. Its entries carry no time.
func (*Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, t := range tables(g) {
		if err := ctx.Err(); err != nil {
			return err
		}
		entry, err := archive.Create(t.name)
		if err != nil {
			return err
		}
		if err := t.write(entry); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return archive.Close()
}

// ExportDir writes g as files into a folder, which it creates. Each file is
// written beside its place first and then renamed.
func (*Exporter) ExportDir(ctx context.Context, g *graph.Graph, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables(g) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.save(dir); err != nil {
			return err
		}
	}
	return nil
}

// table is one file: a header and rows of the same length.
type table struct {
	name   string
	header []string
	rows   [][]string
}

func (t *table) write(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.header); err != nil {
		return err
	}
	return out.WriteAll(t.rows)
}

func (t *table) save(dir string) error {
	var b bytes.Buffer
	if err := t.write(&b); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+t.name+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the renaming, as it should
	if _, err := f.Write(b.Bytes()); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), filepath.Join(dir, t.name))
}
