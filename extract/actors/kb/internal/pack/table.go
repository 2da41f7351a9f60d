package pack

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// row is one line of a table: its cells by column name.
type row struct {
	file  string
	line  int
	cells map[string]string
}

// at names the row in an error.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// list splits a cell at "|".
func (r row) list(column string) []string { return splitList(r.cells[column]) }

func splitList(cell string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// readTable reads a tab-separated table whose first line names its columns.
// Blank lines and lines that start with "# " are comments. A row may leave out
// empty cells at its end. All faults are reported at once.
func readTable(fsys fs.FS, name string, columns ...string) ([]row, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("tables: %w", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var rows []row
	var faults []error
	var header []string
	for n := 1; lines.Scan(); n++ {
		text := lines.Text()
		switch {
		case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "# "):
		case header == nil:
			header = strings.Split(text, "\t")
			if strings.Join(header, " ") != strings.Join(columns, " ") {
				return nil, fmt.Errorf("%s:%d: columns are %q, want %q", name, n, header, columns)
			}
		default:
			r, err := readRow(name, n, header, text)
			rows, faults = append(rows, r), append(faults, err)
		}
	}
	faults = append(faults, lines.Err())
	return rows, errors.Join(faults...)
}

// readRow splits one line into its cells.
func readRow(name string, n int, header []string, text string) (row, error) {
	r := row{file: name, line: n, cells: make(map[string]string, len(header))}
	cells := strings.Split(text, "\t")
	if len(cells) > len(header) {
		return r, r.errorf("%d cells in %d columns", len(cells), len(header))
	}
	for i, cell := range cells {
		if strings.ContainsAny(cell, "\r\x00") {
			return r, r.errorf("control character in column %q", header[i])
		}
		r.cells[header[i]] = strings.TrimSpace(cell)
	}
	return r, nil
}
