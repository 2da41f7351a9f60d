package score

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table has a head and rows of as many cells: the first is a name, the others
// are figures.
type table struct {
	head []string
	rows [][]string
}

// WriteTable writes a table: its head, and rows of as many cells, of which the
// first is a name and the others are figures.
func WriteTable(w io.Writer, f Format, head []string, rows [][]string) error {
	var b strings.Builder
	t := &table{head: head, rows: rows}
	if f == Markdown {
		t.markdown(&b)
	} else {
		t.text(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) markdown(b *strings.Builder) {
	line := func(cells []string) { fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | ")) }
	line(t.head)
	rule := make([]string, len(t.head))
	for i := range rule {
		rule[i] = "---:"
	}
	rule[0] = "---"
	line(rule)
	for _, r := range t.rows {
		line(r)
	}
}

// text pads the columns to the same width.
func (t *table) text(b *strings.Builder) {
	width := make([]int, len(t.head))
	all := append([][]string{t.head}, t.rows...)
	for _, r := range all {
		for i, c := range r {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	for _, r := range all {
		var line strings.Builder
		fmt.Fprintf(&line, "%-*s", width[0], r[0])
		for i, c := range r[1:] {
			fmt.Fprintf(&line, "  %*s", width[i+1], c)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
