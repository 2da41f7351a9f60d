package score

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/graph"
	"entente/internal/terminal"
)

// Format is how reports are written.
type Format string

// The formats of reports.
const (
	Markdown Format = "markdown"
	Text     Format = "text"
)

// Set is the result of one folder of labels.
type Set struct {
	Name string
	*Result
}

// Write writes the figures of every set; of several, first one line for each
// and for all together, which are summed at the end. With errors, every error
// stands under its set's figures.
func Write(w io.Writer, f Format, sets []Set, errors bool) error {
	var b strings.Builder
	if len(sets) > 1 {
		sets = append(slices.Clip(sets), Set{"all", Sum(sets...)})
		f.heading(&b, "##", "overview")
		f.table(&b, overview(sets))
		b.WriteByte('\n')
	}
	for i, s := range sets {
		if i > 0 {
			b.WriteByte('\n')
		}
		f.heading(&b, "##", s.Name)
		f.table(&b, s.figures())
		b.WriteByte('\n')
		f.table(&b, s.byRelation())
		if errors && (len(sets) == 1 || i < len(sets)-1) {
			s.errors(&b, f)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Format) table(b *strings.Builder, t *table) {
	if f == Markdown {
		t.markdown(b)
	} else {
		t.text(b)
	}
}

func (f Format) heading(b *strings.Builder, level, title string) {
	if title = terminal.Clean(title); f == Markdown {
		title = level + " " + title
	}
	b.WriteString(title + "\n\n")
}

// overview has one row for each set.
func overview(sets []Set) *table {
	t := &table{head: []string{"labels", "articles", "precision", "recall", "F1", "F1, status too", "entities", "meetings", "wrong quotes", "forbidden"}}
	for _, s := range sets {
		n := &s.Total
		t.row(terminal.Clean(s.Name), strconv.Itoa(s.Articles), three(n.Precision(false)), three(n.Recall(false)), three(n.F1(false)), three(n.F1(true)),
			three(s.EntityRecall()), three(s.Meetings.Recall(false)), strconv.Itoa(s.BadQuotes), strconv.Itoa(s.Forbidden))
	}
	return t
}

// EntityRecall is the share of the required entities that some statement names.
func (res *Result) EntityRecall() float64 { return ratio(res.EntitiesFound, res.Entities) }

func (res *Result) figures() *table {
	t := &table{head: []string{"measure", "value", "status too"}}
	n := &res.Total
	t.row("precision", three(n.Precision(false)), three(n.Precision(true)))
	t.row("recall", three(n.Recall(false)), three(n.Recall(true)))
	t.row("F1", three(n.F1(false)), three(n.F1(true)))
	t.row("meetings found", three(res.Meetings.Recall(false)), three(res.Meetings.Recall(true)))
	t.row("entities found", three(res.EntityRecall()), "")
	t.row("articles", strconv.Itoa(res.Articles), "")
	t.row("statements", strconv.Itoa(n.Said), "")
	t.row("forbidden edges", strconv.Itoa(res.Forbidden), "")
	t.row("wrong quotes", strconv.Itoa(res.BadQuotes), "")
	return t
}

func (res *Result) byRelation() *table {
	t := &table{head: []string{"relation", "labelled", "found", "said", "right", "recall", "precision", "F1", "F1, status too"}}
	for _, r := range graph.Relations() {
		if c := res.Relations[r]; c != nil && c.Gold+c.Said > 0 {
			t.row(string(r), strconv.Itoa(c.Gold), strconv.Itoa(c.Found), strconv.Itoa(c.Said), strconv.Itoa(c.Right),
				share(c.Recall(false), c.Gold), share(c.Precision(false), c.Said),
				share(c.F1(false), c.Gold*c.Said), share(c.F1(true), c.Gold*c.Said))
		}
	}
	m := &res.Meetings
	t.row("(meetings)", strconv.Itoa(m.Gold), strconv.Itoa(m.Found), "", "", share(m.Recall(false), m.Gold), "", "", "")
	return t
}

func three(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }

// share writes a ratio, and nothing where it is one of nothing.
func share(value float64, of int) string {
	if of == 0 {
		return ""
	}
	return three(value)
}
