package html

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"entente/exporters/internal/picture"
	"entente/graph"
)

// data is what the page's script reads: the graph as in its JSON form, and how
// the picture's parts belong to it.
type data struct {
	Articles   []graph.Article   `json:"articles"`
	Nodes      []graph.Node      `json:"nodes"`
	Edges      []graph.Edge      `json:"edges"`
	Statements []graph.Statement `json:"statements"`
	// Drawn are the ids of the nodes that the picture shows, in its order.
	Drawn []string `json:"drawn"`
	// Lines are the picture's lines in its order.
	Lines []line `json:"lines"`
	// Context holds, for statements of articles whose text is at hand, what
	// stands before and after the quote.
	Context map[string][2]string `json:"context"`
	// Families are the families of relations with their words.
	Families []family `json:"families"`
	Kinds    []string `json:"kinds"`
	Statuses []string `json:"statuses"`
}

type line struct {
	Items []item `json:"items"`
}

type item struct {
	Family string   `json:"family"`
	Shown  bool     `json:"shown"`
	Edges  []string `json:"edges"`
}

type family struct {
	Key       string   `json:"key"`
	Name      string   `json:"name"`
	Relations []string `json:"relations"`
}

func newData(g *graph.Graph, p *picture.Picture) *data {
	d := &data{Nodes: list(g.Nodes), Edges: list(g.Edges), Statements: list(g.Statements), Drawn: []string{}, Lines: []line{}, Context: map[string][2]string{}}
	for _, a := range g.Articles {
		a.URL = webURL(a.URL)
		d.Articles = append(d.Articles, a)
	}
	d.Articles = list(d.Articles)
	for i := range p.Nodes {
		d.Drawn = append(d.Drawn, p.Nodes[i].ID)
	}
	for i := range p.Lines {
		d.Lines = append(d.Lines, newLine(&p.Lines[i]))
	}
	d.vocabularies()
	d.contexts(g)
	return d
}

// list keeps JSON from writing null for no elements.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func newLine(l *picture.Line) line {
	var out line
	for i := range l.Items {
		it := item{Family: picture.FamilyOf(l.Items[i].Relation).Key(), Shown: l.Items[i].Words() != ""}
		for _, e := range l.Items[i].Edges {
			it.Edges = append(it.Edges, e.ID)
		}
		out.Items = append(out.Items, it)
	}
	return out
}

func (d *data) vocabularies() {
	for _, f := range picture.Families() {
		x := family{Key: f.Key(), Name: f.String()}
		for _, r := range graph.Relations() {
			if picture.FamilyOf(r) == f {
				x.Relations = append(x.Relations, string(r))
			}
		}
		d.Families = append(d.Families, x)
	}
	for _, k := range graph.Kinds() {
		d.Kinds = append(d.Kinds, string(k))
	}
	for _, s := range graph.Statuses() {
		d.Statuses = append(d.Statuses, string(s))
	}
}

// contextBytes bounds what is shown on each side of a quote.
const contextBytes = 200

func (d *data) contexts(g *graph.Graph) {
	articles := g.Index().Articles
	for i := range g.Statements {
		s := &g.Statements[i]
		a := articles[s.Article]
		if a == nil || s.Start < 0 || s.End < s.Start || s.End > len(a.Text) {
			continue
		}
		if before, after := before(a.Text[:s.Start]), after(a.Text[s.End:]); before+after != "" {
			d.Context[s.ID] = [2]string{before, after}
		}
	}
}

// before returns the end of what stands before a quote, within its paragraph.
func before(s string) string {
	s = s[strings.LastIndexByte(s, '\n')+1:]
	if len(s) <= contextBytes {
		return s
	}
	s = s[len(s)-contextBytes:]
	for s != "" && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return "…" + s
}

// after returns the beginning of what stands after a quote, within its paragraph.
func after(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) <= contextBytes {
		return s
	}
	s = s[:contextBytes]
	for range utf8.UTFMax {
		if r, size := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || size != 1 {
			break
		}
		s = s[:len(s)-1] // a part of a character
	}
	return s + "…"
}

// webURL returns an address of the web, else nothing: articles are untrusted.
func webURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// script returns d as JSON that may stand in a script element: "<" is spelled
// as an escape, so that no text can end the element.
func (d *data) script() (string, error) {
	out, err := graph.MarshalLine(d)
	if err != nil {
		return "", err
	}
	return strings.ReplaceAll(string(out), "<", `\u003c`), nil
}
