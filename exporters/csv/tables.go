package csv

import (
	"strconv"
	"strings"

	"entente/graph"
)

// tables returns the files of g. Texts stay as they are, but for the formula
// guard (see cell).
func tables(g *graph.Graph) []table {
	g.Sort()
	list := []table{nodes(g), edges(g), statements(g), articles(g)}
	for i := range list {
		for _, row := range list[i].rows {
			for j := range row {
				row[j] = cell(row[j])
			}
		}
	}
	return list
}

// cell keeps spreadsheets from running a text as a formula: one that begins
// with =, +, -, @, a tab or a carriage return gets an apostrophe in front
// (OWASP, "CSV Injection"). Numbers stay numbers.
func cell(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

// join puts a list into one cell, parted by semicolons.
func join(list []string) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = strings.ReplaceAll(s, ";", ",")
	}
	return strings.Join(parts, ";")
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

func nodes(g *graph.Graph) table {
	t := table{name: "nodes.csv", header: strings.Fields("id kind name aliases type country wikidata offices status date place sources")}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		t.rows = append(t.rows, []string{
			n.ID, string(n.Kind), n.Name, join(n.Aliases), n.Type, n.Country, n.Wikidata, join(n.Offices), string(n.Status), string(n.Date), n.Place, strconv.Itoa(n.Sources),
		})
	}
	return t
}

func edges(g *graph.Graph) table {
	t := table{name: "edges.csv", header: strings.Fields("id source target relation status date place meeting plover sources confidence statements source_name target_name quote")}
	index := g.Index()
	name := func(id string) string {
		if n := index.Nodes[id]; n != nil {
			return n.Name
		}
		return ""
	}
	for i := range g.Edges {
		e, quote := &g.Edges[i], ""
		for _, id := range e.Statements {
			if s := index.Statements[id]; s != nil && quote == "" {
				quote = s.Quote
			}
		}
		t.rows = append(t.rows, []string{
			e.ID, e.Source, e.Target, string(e.Relation), string(e.Status), string(e.Date), e.Place, e.Meeting, e.Plover,
			strconv.Itoa(e.Sources), decimal(e.Confidence), join(e.Statements), name(e.Source), name(e.Target), quote,
		})
	}
	return t
}

func statements(g *graph.Graph) table {
	t := table{name: "statements.csv", header: strings.Fields("id article source source_name relation target target_name status date place speaker speaker_name meeting plover quote start end rule confidence")}
	for i := range g.Statements {
		s := &g.Statements[i]
		var place, speaker graph.Ref
		if s.Place != nil {
			place = *s.Place
		}
		if s.Speaker != nil {
			speaker = *s.Speaker
		}
		t.rows = append(t.rows, []string{
			s.ID, s.Article, s.Source.ID, s.Source.Name, string(s.Relation), s.Target.ID, s.Target.Name, string(s.Status), string(s.Date), place.Name, speaker.ID, speaker.Name,
			s.Meeting, s.Plover, s.Quote, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Rule, decimal(s.Confidence),
		})
	}
	return t
}

func articles(g *graph.Graph) table {
	t := table{name: "articles.csv", header: strings.Fields("id title published outlet url hash words")}
	for i := range g.Articles {
		a := &g.Articles[i]
		t.rows = append(t.rows, []string{a.ID, a.Title, string(a.Published), a.Outlet, a.URL, a.Hash, strconv.Itoa(a.Words)})
	}
	return t
}
