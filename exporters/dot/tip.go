package dot

import (
	"fmt"
	"strings"

	"entente/exporters/internal/picture"
	"entente/exporters/internal/text"
	"entente/graph"
)

// Bounds of tooltips: quotes shown of a line, and runes of each.
const (
	tipQuotes   = 6
	quoteLength = 300
)

func tipOfNode(n *graph.Node) string {
	rows := []string{text.Clean(n.Name), strings.ToLower(string(n.Kind)) + " " + text.Clean(n.ID)}
	if len(n.Aliases) > 0 {
		rows = append(rows, "also: "+text.Shorten(text.Clean(strings.Join(n.Aliases, "; ")), quoteLength))
	}
	for _, c := range n.History {
		rows = append(rows, text.Clean(fmt.Sprintf("%s: %s (%s)", c.Published, c.Status, c.Article)))
	}
	return strings.Join(rows, "\n")
}

// tipOfLine lists the first quotes of each of the line's items.
func (d *drawing) tipOfLine(l *picture.Line) string {
	source, target := d.p.Nodes[l.Source], d.p.Nodes[l.Target]
	var rows []string
	left := tipQuotes
	for i := range l.Items {
		it := &l.Items[i]
		rows = append(rows, text.Clean(fmt.Sprintf("%s – %s (%s) – %s", source.Name, picture.Verb(it.Relation), it.Status, target.Name)))
		for _, s := range d.proofs(it) {
			if left--; left >= 0 {
				rows = append(rows, d.quote(s))
			}
		}
	}
	if left < 0 {
		rows = append(rows, fmt.Sprintf("and %d more", -left))
	}
	return strings.Join(rows, "\n")
}

func (d *drawing) proofs(it *picture.Item) []*graph.Statement {
	var list []*graph.Statement
	for _, e := range it.Edges {
		for _, id := range e.Statements {
			if s := d.index.Statements[id]; s != nil {
				list = append(list, s)
			}
		}
	}
	return list
}

func (d *drawing) quote(s *graph.Statement) string {
	row := "“" + text.Shorten(text.Clean(s.Quote), quoteLength) + "”"
	if s.Speaker != nil {
		row += " – says " + text.Clean(s.Speaker.Name)
	}
	if a := d.index.Articles[s.Article]; a != nil {
		row += " – " + text.Clean(strings.Join(strings.Fields(a.Outlet+" "+string(a.Published)+" "+a.Title), " "))
	}
	return row
}

// url returns the address of the first article that proves the line and has one.
func (d *drawing) url(l *picture.Line) string {
	for i := range l.Items {
		for _, s := range d.proofs(&l.Items[i]) {
			if a := d.index.Articles[s.Article]; a != nil && webURL(a.URL) != "" {
				return webURL(a.URL)
			}
		}
	}
	return ""
}
