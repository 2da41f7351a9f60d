// Package html writes one self-contained page to explore a graph in a browser:
// no network, no framework, opened from a file. The picture is laid out
// beforehand by Graphviz; the page pans, zooms, searches, filters, and shows
// the quotes behind every line. What articles say is data to the page, never
// markup: a content security policy allows its own script and style alone.
//
//  1. data.go collects what the page's script needs, as JSON.
//  2. html.go draws the picture and puts the parts together.
//  3. page/ holds the parts: the skeleton, the style, the script.
package html

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"

	"entente/exporters/dot"
	"entente/exporters/internal/picture"
	"entente/exporters/internal/text"
	"entente/exporters/svg"
	"entente/graph"
)

//go:embed page
var parts embed.FS

// scripts are the files of the page's script, in the order of loading.
func scripts() []string {
	return []string{"base.js", "state.js", "picture.js", "panel.js", "table.js", "filters.js", "main.js"}
}

// Options are the choices in a page. The zero value is a good default.
type Options struct {
	// Title stands on top; empty means one made of the graph's articles.
	Title string
	// Picture chooses what is drawn; the table has everything.
	Picture picture.Options
	// CacheDir is as in svg.Options.
	CacheDir string
}

// Exporter writes pages. It is safe for concurrent use. Make it with New and
// Close it after use.
type Exporter struct {
	options Options
	svg     *svg.Exporter
}

// New returns an exporter with options.
func New(o Options) *Exporter {
	return &Exporter{options: o, svg: svg.New(svg.Options{CacheDir: o.CacheDir})}
}

// Name returns "html".
func (*Exporter) Name() string { return "html" }

// Extensions returns ".html" and ".htm".
func (*Exporter) Extensions() []string { return []string{".html", ".htm"} }

// Description says what the format is for.
func (*Exporter) Description() string { return "one page to explore the graph in a browser, offline" }

// Close frees Graphviz; no Export may run at that time.
func (x *Exporter) Close(ctx context.Context) error { return x.svg.Close(ctx) }

// Export writes a page of g. Where articles carry their Text, quotes are shown
// in their context.
func (x *Exporter) Export(ctx context.Context, g *graph.Graph, w io.Writer) error {
	g.Sort()
	p := picture.New(g, x.options.Picture)
	drawing, err := x.draw(ctx, p, g)
	if err != nil {
		return err
	}
	data, err := newData(g, p).script()
	if err != nil {
		return err
	}
	page, err := x.page(g, drawing, data)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, page)
	return err
}

var (
	svgProlog = regexp.MustCompile(`(?s)^.*?<svg`)
	svgLink   = regexp.MustCompile(`</?a\b[^>]*>`)
)

// draw returns the picture as an element of the page, without its links: a
// click selects there.
func (x *Exporter) draw(ctx context.Context, p *picture.Picture, g *graph.Graph) (string, error) {
	var source bytes.Buffer
	if err := dot.Write(p, g.Index(), dot.Options{NoLegend: true, NoCaption: true}, &source); err != nil {
		return "", err
	}
	out, err := x.svg.Draw(ctx, source.String())
	if err != nil {
		return "", err
	}
	return svgLink.ReplaceAllString(svgProlog.ReplaceAllString(string(out), "<svg"), ""), nil
}

func (x *Exporter) page(g *graph.Graph, drawing, data string) (string, error) {
	skeleton, err := read("page.html")
	if err != nil {
		return "", err
	}
	style, err := read("page.css")
	if err != nil {
		return "", err
	}
	code, err := read(scripts()...)
	if err != nil {
		return "", err
	}
	title := text.Clean(x.options.Title)
	if title == "" {
		title = titleOf(g)
	}
	// One pass: what the parts contain is not replaced again.
	return strings.NewReplacer(
		"%TITLE%", html.EscapeString(title), "%POLICY%", policy(code, style), "%STYLE%", style, "%SCRIPT%", code, "%PICTURE%", drawing, "%DATA%", data,
	).Replace(skeleton), nil
}

func read(names ...string) (string, error) {
	var b strings.Builder
	for _, name := range names {
		part, err := parts.ReadFile("page/" + name)
		if err != nil {
			return "", err
		}
		b.Write(part)
	}
	return b.String(), nil
}

// policy allows one script and one style, by their hashes, and nothing else.
func policy(script, style string) string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return fmt.Sprintf("default-src 'none'; script-src %s; style-src %s; base-uri 'none'; form-action 'none'", hash(script), hash(style))
}

func titleOf(g *graph.Graph) string {
	switch len(g.Articles) {
	case 0:
		return "Graph"
	case 1:
		return "Graph of “" + text.Shorten(text.Clean(g.Articles[0].Title), 60) + "”"
	default:
		return fmt.Sprintf("Graph of %d articles", len(g.Articles))
	}
}
