// Package csv writes a graph as four tables (nodes, edges, statements,
// articles) for spreadsheets, data frames and databases, in one ZIP archive
// or in a folder; with the headers of Neo4j's offline import where asked.
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

// Options are the choices in tables. The zero value is a good default.
type Options struct {
	// Neo4j writes the headers that `neo4j-admin database import full` reads:
	// --nodes=nodes.csv --nodes=articles.csv --nodes=statements.csv
	// --relationships=edges.csv --relationships=links.csv, with
	// --multiline-fields=true, and adds the table of links.
	Neo4j bool
}

// Exporter writes tables. Make it with New.
type Exporter struct{ options Options }

// New returns an exporter with options.
func New(o Options) *Exporter { return &Exporter{options: o} }

// Name returns "csv" or "neo4j-csv".
func (x *Exporter) Name() string {
	if x.options.Neo4j {
		return "neo4j-csv"
	}
	return "csv"
}

// Extensions returns ".csv.zip" or ".neo4j.zip".
func (x *Exporter) Extensions() []string {
	if x.options.Neo4j {
		return []string{".neo4j.zip"}
	}
	return []string{".csv.zip", ".zip"}
}

// Description says what the format is for.
func (x *Exporter) Description() string {
	if x.options.Neo4j {
		return "tables for Neo4j's offline import, in one archive"
	}
	return "tables for spreadsheets and data frames, in one archive"
}

// Export writes g as a ZIP archive. Its entries carry no time.
func (x *Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, t := range x.tables(g) {
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
func (x *Exporter) ExportDir(ctx context.Context, g *graph.Graph, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range x.tables(g) {
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
