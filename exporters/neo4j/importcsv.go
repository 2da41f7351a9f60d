package neo4j

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// listSeparator separates the elements of lists: a control character that no
// name holds, given to the importer as U+001F.
const listSeparator = "\x1f"

// WriteImport writes g, which it sorts, as files for `neo4j-admin database
// import full` into a folder: the fastest road into a new, empty database. The
// folder is created; it may exist, but not hold files of that name. Beside
// the CSV files stand import.sh, which runs the importer, and schema.cypher, to be
// run once the server is up; a later Load does the same and finds nothing
// else to do.
//
// The format: https://neo4j.com/docs/operations-manual/5/tools/neo4j-admin/neo4j-admin-import/
func WriteImport(ctx context.Context, g *graph.Graph, folder string) (err error) {
	wanted, err := check(g)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	w := &csvWriter{folder: folder, files: map[string]*csvFile{}}
	defer func() { err = errors.Join(err, w.close()) }()
	w.meta()
	m := newMaker()
	for _, p := range wanted.parts() {
		for i := range p.n {
			if i%1000 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			w.record(p.record(m, i))
		}
	}
	w.text("schema.cypher", schemaScript(), 0o644)
	w.text("import.sh", w.command(), 0o755)
	return w.err
}

// csvWriter keeps one file for each label and type.
type csvWriter struct {
	folder string
	files  map[string]*csvFile
	err    error
}

type csvFile struct {
	file   *os.File
	buffer *bufio.Writer
	// flag tells the importer what the file holds: "--nodes=Entente:Person:Entity".
	flag string
}

// open returns the file of a group, with its header written.
func (w *csvWriter) open(name, flag, header string) *bufio.Writer {
	f := w.files[name]
	if f == nil {
		file, err := os.OpenFile(filepath.Join(w.folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // an export for others to read
		w.err = errors.Join(w.err, err)
		f = &csvFile{file: file, flag: flag, buffer: bufio.NewWriterSize(file, 1<<16)}
		w.files[name] = f
		f.buffer.WriteString(header + "\n")
	}
	return f.buffer
}

func (w *csvWriter) meta() {
	b := w.open("meta.csv", "--nodes="+labelMeta, "name,version:long")
	fmt.Fprintf(b, "graph,%d\n", modelVersion)
}

// record writes a record, and its links.
func (w *csvWriter) record(r *record) {
	var b *bufio.Writer
	if r.source == "" {
		labels := r.group
		if k := graph.Kind(r.group); k.Valid() {
			labels = strings.Join(labelsOf(k), ":")
		}
		b = w.open("nodes-"+r.group+".csv", "--nodes="+labelOurs+":"+labels, "id:ID,"+header(propertiesOf(r.group)))
	} else {
		b = w.open("edges-"+r.group+".csv", "--relationships="+r.group, "id,:START_ID,:END_ID,"+header(propertiesOf(r.group)))
	}
	for i, v := range r.row {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(field(v))
	}
	b.WriteByte('\n')
	for _, l := range r.links {
		from, to := r.id, l.other
		if l.in {
			from, to = to, from
		}
		b := w.open("links-"+l.kind+".csv", "--relationships="+l.kind, ":START_ID,:END_ID")
		b.WriteString(field(from) + "," + field(to) + "\n")
	}
}

// propertiesOf returns the properties of a label's or type's records.
func propertiesOf(group string) []string {
	switch {
	case group == labelArticle:
		return articleProperties()
	case group == labelStatement:
		return statementProperties()
	case graph.Relation(group).Valid():
		return edgeProperties()
	}
	return nodeProperties()
}

// header returns the properties with their types, and the hash.
func header(properties []string) string {
	var b strings.Builder
	for _, p := range properties {
		b.WriteString(p)
		switch p {
		case "aliases", "merged", "offices", "history", "statements":
			b.WriteString(":string[]")
		case "date", "dateFrom", "dateTo", "published":
			b.WriteString(":date")
		case "sources", "words", "startByte", "endByte":
			b.WriteString(":long")
		case "confidence":
			b.WriteString(":double")
		}
		b.WriteByte(',')
	}
	return b.String() + hashProperty + ":long"
}

// field writes a value; what is absent is empty, texts are always quoted.
func field(v any) string {
	switch v := v.(type) {
	case string:
		return quoted(v)
	case []string:
		list := make([]string, len(v))
		for i, s := range v {
			list[i] = strings.ReplaceAll(s, listSeparator, " ")
		}
		return quoted(strings.Join(list, listSeparator))
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case driver.Date:
		return v.String()
	}
	return ""
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func (w *csvWriter) text(name, text string, mode os.FileMode) {
	w.err = errors.Join(w.err, os.WriteFile(filepath.Join(w.folder, name), []byte(text), mode)) //nolint:gosec // an export for others to read
}

// command returns the script that imports the files.
func (w *csvWriter) command() string {
	var b strings.Builder
	b.WriteString("#!/bin/sh\n" +
		"# Imports this folder into a new database; the server must not run. What the database held is lost.\n" +
		"# Then start the server and run schema.cypher, or entente load.\n" +
		"#   NEO4J_ADMIN=/path/to/neo4j-admin NEO4J_DATABASE=neo4j sh import.sh\n" +
		"cd \"$(dirname \"$0\")\" || exit 1\n" +
		"${NEO4J_ADMIN:-neo4j-admin} database import full \"${NEO4J_DATABASE:-neo4j}\" \\\n" +
		"  --overwrite-destination=true --multiline-fields=true --array-delimiter=U+001F")
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		fmt.Fprintf(&b, " \\\n  %s=./%s", w.files[name].flag, name)
	}
	b.WriteString("\n")
	return b.String()
}

func (w *csvWriter) close() error {
	var faults []error
	for _, f := range w.files {
		if f.file != nil {
			faults = append(faults, f.buffer.Flush(), f.file.Close())
		}
	}
	return errors.Join(faults...)
}

func schemaScript() string {
	var b strings.Builder
	texts := schema()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		b.WriteString(texts[name] + ";\n")
	}
	return b.String()
}
