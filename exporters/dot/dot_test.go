package dot_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/encoding"
	gonumdot "gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/multi"
	"pgregory.net/rapid"

	"entente/exporters/dot"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/picture"
	"entente/exporters/internal/sample"
	"entente/graph"
)

func export(t *testing.T, g *graph.Graph, o dot.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := dot.New(o).Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	golden.Check(t, "summit.dot", []byte(export(t, sample.Summit(t), dot.Options{})))
}

func TestSameBytesWhateverTheOrder(t *testing.T) {
	t.Parallel()
	g := sample.Summit(t)
	want := export(t, g, dot.Options{})
	for i, j := 0, len(g.Edges)-1; i < j; i, j = i+1, j-1 {
		g.Edges[i], g.Edges[j] = g.Edges[j], g.Edges[i]
	}
	for i, j := 0, len(g.Nodes)-1; i < j; i, j = i+1, j-1 {
		g.Nodes[i], g.Nodes[j] = g.Nodes[j], g.Nodes[i]
	}
	if got := export(t, g, dot.Options{}); got != want {
		t.Error("another order of the lists gives other bytes")
	}
}

// parsed is a graph that keeps the attributes which gonum reads.
type parsed struct {
	*multi.DirectedGraph
	nodes, lines []*attributes
}

type attributes struct {
	gonum.Node
	gonum.Line
	set map[string]string
}

func (a *attributes) SetAttribute(x encoding.Attribute) error {
	a.set[x.Key] = x.Value
	return nil
}

type node struct {
	*attributes
	id int64
}

func (n node) ID() int64 { return n.id }

type line struct {
	gonum.Line
	*attributes
}

func (l line) From() gonum.Node { return l.Line.From() }
func (l line) To() gonum.Node   { return l.Line.To() }
func (l line) ID() int64        { return l.Line.ID() }

func (l line) ReversedLine() gonum.Line {
	return line{l.Line.ReversedLine(), l.attributes}
}

func (p *parsed) NewNode() gonum.Node {
	a := &attributes{set: map[string]string{}}
	p.nodes = append(p.nodes, a)
	return node{a, p.DirectedGraph.NewNode().ID()}
}

func (p *parsed) NewLine(from, to gonum.Node) gonum.Line {
	a := &attributes{set: map[string]string{}}
	p.lines = append(p.lines, a)
	return line{p.DirectedGraph.NewLine(from, to), a}
}

// parse reads DOT with a parser that is not ours.
func parse(t *testing.T, source string) *parsed {
	t.Helper()
	p := &parsed{DirectedGraph: multi.NewDirectedGraph()}
	if err := gonumdot.UnmarshalMulti([]byte(source), p); err != nil {
		t.Fatalf("not DOT: %v", err)
	}
	return p
}

func TestAnotherParserReadsIt(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]*graph.Graph{"summit": sample.Summit(t), "hostile": sample.Hostile(t), "large": sample.Crowd(t, 200), "empty": {}} {
		p := picture.New(g, picture.Options{})
		got := parse(t, export(t, g, dot.Options{NoLegend: true}))
		if len(got.nodes) != len(p.Nodes) || len(got.lines) != len(p.Lines) {
			t.Errorf("%s: %d nodes and %d lines, want %d and %d", name, len(got.nodes), len(got.lines), len(p.Nodes), len(p.Lines))
		}
	}
}

func TestLegend(t *testing.T) {
	t.Parallel()
	with := export(t, sample.Summit(t), dot.Options{})
	for _, want := range []string{"cluster_", "planned or proposed", "cancelled or denied", "took part in the meeting", "<b>Organization</b>"} {
		if !strings.Contains(with, want) {
			t.Errorf("the legend lacks %q", want)
		}
	}
	if strings.Contains(export(t, sample.Summit(t), dot.Options{NoLegend: true}), "cluster_") {
		t.Error("NoLegend draws a legend")
	}
}

func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	out := export(t, sample.Hostile(t), dot.Options{})
	if strings.Contains(out, `URL="`) {
		t.Error("an address that is none of the web's becomes a link")
	}
	for _, bad := range []string{"label=<<b></script", "label=<<b>\"><img"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is not escaped", bad)
		}
	}
	for _, r := range out {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			t.Errorf("unprintable %U", r)
		}
	}
}

func TestQuotesAreInTooltips(t *testing.T) {
	t.Parallel()
	out := export(t, sample.Summit(t), dot.Options{})
	for _, want := range []string{
		"ruled out giving up land", "Harbour Post 2025-08-11 Leaders prepare for a summit in Alaska", "says Dmitry Peskov",
		`URL="https://ledger.example/world/2025/08/16/no-deal"`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
}

// contrast is the ratio of WCAG 2.2 between two colours "#rrggbb".
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
			c := float64(n>>(8*i)&0xff) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextIsReadable(t *testing.T) {
	t.Parallel()
	const least = 4.5
	for _, k := range graph.Kinds() {
		for _, text := range []string{dot.Ink, dot.Softer} {
			if c := contrast(t, text, dot.LookOf(k)); c < least {
				t.Errorf("%s on %s: contrast %.1f", text, k, c)
			}
		}
	}
	for _, f := range picture.Families() {
		if c := contrast(t, dot.Colour(f), "#ffffff"); c < least {
			t.Errorf("%s on white: contrast %.1f", f, c)
		}
	}
}

func TestKindsDifferWithoutColour(t *testing.T) {
	t.Parallel()
	seen := map[string]graph.Kind{}
	for _, k := range graph.Kinds() {
		shape := dot.ShapeOf(k)
		if other, ok := seen[shape]; ok {
			t.Errorf("%s and %s look alike", k, other)
		}
		seen[shape] = k
	}
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestErrors(t *testing.T) {
	t.Parallel()
	if err := dot.New(dot.Options{}).Export(t.Context(), sample.Summit(t), brokenWriter{}); !errors.Is(err, errBroken) {
		t.Errorf("a writer's error is lost: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := dot.New(dot.Options{}).Export(ctx, sample.Summit(t), &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
}

func BenchmarkExport(b *testing.B) {
	g := sample.Crowd(b, 150)
	for b.Loop() {
		if err := dot.New(dot.Options{}).Export(b.Context(), g, &bytes.Buffer{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAnyTextIsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		g := &graph.Graph{Nodes: []graph.Node{
			{ID: "a" + rapid.String().Draw(r, "id"), Kind: graph.Person, Name: rapid.String().Draw(r, "name"), Offices: []string{rapid.String().Draw(r, "office")}},
			{ID: "b", Kind: graph.Proposal, Name: string(rapid.SliceOf(rapid.Byte()).Draw(r, "bytes"))},
		}}
		g.Statements = []graph.Statement{{ID: "s", Quote: rapid.String().Draw(r, "quote")}}
		g.Edges = []graph.Edge{{ID: "e", Source: g.Nodes[0].ID, Target: "b", Relation: graph.Proposed, Status: graph.Occurred, Statements: []string{"s"}}}
		if p := parse(t, export(t, g, dot.Options{NoLegend: true})); len(p.nodes) != 2 || len(p.lines) != 1 {
			r.Fatalf("%d nodes and %d lines", len(p.nodes), len(p.lines))
		}
	})
}
