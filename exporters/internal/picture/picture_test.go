package picture_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"entente/exporters/internal/picture"
	"entente/exporters/internal/sample"
	"entente/graph"
)

// lines returns the lines of a picture as "source|words; words|target".
func lines(p *picture.Picture) []string {
	list := make([]string, len(p.Lines))
	for i := range p.Lines {
		l := &p.Lines[i]
		var said []string
		for j := range l.Items {
			said = append(said, l.Items[j].Words())
		}
		list[i] = p.Nodes[l.Source].Name + "|" + strings.Join(said, "; ") + "|" + p.Nodes[l.Target].Name
	}
	return list
}

func parse(t *testing.T, text string) *graph.Graph {
	t.Helper()
	g, err := sample.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const people = `
node a | person:a | Person | Anna | | |
node b | person:b | Person | Boris | | |
node c | person:c | Person | Clara | | |
node u | iso:UA | Country | Ukraine | UA | |
node v | place:v | Place | Vienna | | city |
event m | meeting:m | Meeting | Meeting in Vienna | talks | occurred | 2025-08-01 | v |
article a1 | Post | 2025-08-02 | | One
> They said so.
`

func TestParallelEdgesBecomeOneLine(t *testing.T) {
	t.Parallel()
	g := parse(t, people+"a WARNED b\na ACCUSED b planned\na WARNED b 2025-08-01\na MET_WITH b\n")
	want := []string{"Anna|warned; met; accused (planned)|Boris"}
	if got := lines(picture.New(g, picture.Options{})); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSourcesOfSeveralEdges(t *testing.T) {
	t.Parallel()
	g := parse(t, people+"a WARNED b 2025-08-01\narticle a2 | Post | 2025-08-03 | | Two\n> Again.\na WARNED b 2025-08-02\narticle a3 | Ledger | 2025-08-03 | | Three\n> Again.\na WARNED b 2025-08-03\n")
	want := []string{"Anna|warned ×2|Boris"} // two outlets, three articles
	if got := lines(picture.New(g, picture.Options{})); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDirectionsStayApart(t *testing.T) {
	t.Parallel()
	g := parse(t, people+"a WARNED b\nb WARNED a\nb SPOKE_WITH a\na MET_WITH c\n")
	p := picture.New(g, picture.Options{})
	want := []string{"Anna|warned|Boris", "Anna|met|Clara", "Boris|warned; spoke with|Anna"}
	if got := lines(p); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if p.Lines[1].Directed() || !p.Lines[0].Directed() {
		t.Error("only the meeting has no direction")
	}
}

func TestMeetingOfTwoBecomesALine(t *testing.T) {
	t.Parallel()
	two := people + "a MET_WITH b 2025-08-01 @m\na ATTENDED m 2025-08-01 @m\nb ATTENDED m 2025-08-01 @m\nm LOCATED_IN v\n"
	for name, c := range map[string]struct {
		text    string
		options picture.Options
		want    []string
	}{
		"of two":            {two, picture.Options{}, []string{"Anna|met in Vienna, 2025-08-01|Boris"}},
		"asked for as node": {two, picture.Options{Meetings: true}, []string{"Anna||Meeting in Vienna", "Boris||Meeting in Vienna"}},
		"and refused":       {two + "c REJECTED m\n", picture.Options{}, []string{"Anna||Meeting in Vienna", "Boris||Meeting in Vienna", "Clara|rejected|Meeting in Vienna"}},
		"of three":          {two + "c ATTENDED m 2025-08-01 @m\n", picture.Options{}, []string{"Anna||Meeting in Vienna", "Boris||Meeting in Vienna", "Clara||Meeting in Vienna"}},
		"with its pairs": {two + "c ATTENDED m 2025-08-01 @m\n", picture.Options{Pairs: true}, []string{
			"Anna||Meeting in Vienna", "Anna|met|Boris", "Boris||Meeting in Vienna", "Clara||Meeting in Vienna",
		}},
	} {
		got := lines(picture.New(parse(t, c.text), c.options))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestOffices(t *testing.T) {
	t.Parallel()
	text := people + "a HOLDS_OFFICE u as president\na WARNED b\n"
	p := picture.New(parse(t, text), picture.Options{})
	if p.Nodes[0].Detail != "president, Ukraine" || len(p.Nodes) != 2 {
		t.Errorf("%q among %d nodes", p.Nodes[0].Detail, len(p.Nodes))
	}
	p = picture.New(parse(t, text), picture.Options{Offices: true})
	if got := lines(p); !slices.Contains(got, "Anna|holds office in|Ukraine") {
		t.Errorf("%q", got)
	}
}

func TestStrokes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want picture.Stroke
	}{
		{"a WARNED b", picture.Solid},
		{"a WARNED b planned", picture.Dashed},
		{"a WARNED b denied", picture.Dotted},
		{"a WARNED b denied\na ACCUSED b proposed", picture.Dashed},
		{"a WARNED b cancelled\na ACCUSED b", picture.Solid},
		{"a HOLDS_OFFICE b past\na WARNED b planned", picture.Dashed},
	} {
		p := picture.New(parse(t, people+c.text), picture.Options{})
		if got := p.Lines[0].Stroke(); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// TestLonely draws no node whose lines all lead to nodes that are left out.
func TestLonely(t *testing.T) {
	t.Parallel()
	g := parse(t, people+"a WARNED b\na ACCUSED b\na MET_WITH b\nc WARNED u\nc ACCUSED u")
	for limit, want := range map[int][2]int{4: {4, 0}, 3: {2, 2}, 1: {1, 3}} {
		p := picture.New(g, picture.Options{MaxNodes: limit})
		if got := [2]int{len(p.Nodes), p.Dropped}; got != want {
			t.Errorf("at most %d: %v nodes and dropped, want %v", limit, got, want)
		}
	}
}

func TestLimit(t *testing.T) {
	t.Parallel()
	g := sample.Crowd(t, 100)
	p := picture.New(g, picture.Options{MaxNodes: 20})
	if len(p.Nodes) != 20 || p.Dropped != 80 || p.AllNodes != 100 {
		t.Errorf("%d nodes, %d dropped of %d", len(p.Nodes), p.Dropped, p.AllNodes)
	}
	if p := picture.New(g, picture.Options{MaxNodes: -1}); len(p.Nodes) != 100 {
		t.Errorf("%d nodes without a limit", len(p.Nodes))
	}
	if p := picture.New(sample.Crowd(t, 300), picture.Options{}); len(p.Nodes) != 70 {
		t.Errorf("%d nodes by default", len(p.Nodes))
	}
}

func TestIsolatedNodes(t *testing.T) {
	t.Parallel()
	g := parse(t, people+"a WARNED b\n")
	if p := picture.New(g, picture.Options{}); len(p.Nodes) != 2 {
		t.Errorf("%d nodes, want 2", len(p.Nodes))
	}
	if p := picture.New(g, picture.Options{Isolated: true}); len(p.Nodes) != len(g.Nodes) {
		t.Errorf("%d nodes, want %d", len(p.Nodes), len(g.Nodes))
	}
}

// TestLayersAreBounded checks what keeps drawings from growing wide: without
// the loose lines no path is longer than allowed.
func TestLayersAreBounded(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("article a1 | Post | 2025-08-02 | | One\n> A chain.\n")
	var nodes strings.Builder
	for i := range 60 {
		fmt.Fprintf(&nodes, "node n%d | person:%02d | Person | N%d | | |\n", i, i, i)
		if i > 0 {
			fmt.Fprintf(&b, "n%d WARNED n%d\n", i-1, i)
		}
	}
	p := picture.New(parse(t, nodes.String()+b.String()), picture.Options{})
	longest, run := 0, 0
	for i := range p.Lines {
		if run++; p.Lines[i].Loose {
			run = 0
		}
		longest = max(longest, run)
	}
	if longest > 9 {
		t.Errorf("%d lines in a row decide on layers, want the square root of 1.4 × 60 at most", longest)
	}
}

func TestEveryDrawnEdgeIsOnOneLine(t *testing.T) {
	t.Parallel()
	for _, g := range []*graph.Graph{sample.Summit(t), sample.Hostile(t), sample.Crowd(t, 40)} {
		seen := map[string]int{}
		p := picture.New(g, picture.Options{Pairs: true, Meetings: true, Offices: true})
		for i := range p.Lines {
			for j := range p.Lines[i].Items {
				for _, e := range p.Lines[i].Items[j].Edges {
					seen[e.ID]++
				}
			}
		}
		for id, n := range seen {
			if n != 1 {
				t.Errorf("edge %s stands on %d lines", id, n)
			}
		}
		if len(seen) != p.Edges() {
			t.Errorf("%d edges, counted as %d", len(seen), p.Edges())
		}
	}
}

func TestAnyGraph(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := &graph.Graph{}
		for i := range rapid.IntRange(0, 12).Draw(t, "nodes") {
			g.Nodes = append(g.Nodes, graph.Node{ID: strconv.Itoa(i), Kind: rapid.SampledFrom(graph.Kinds()).Draw(t, "kind"), Name: rapid.String().Draw(t, "name"), Status: rapid.SampledFrom(graph.Statuses()).Draw(t, "of node")})
		}
		for i := range rapid.IntRange(0, 30).Draw(t, "edges") {
			end := func(name string) string { return strconv.Itoa(rapid.IntRange(0, 13).Draw(t, name)) }
			g.Edges = append(g.Edges, graph.Edge{ID: strconv.Itoa(i), Source: end("source"), Target: end("target"), Meeting: end("meeting"), Relation: rapid.SampledFrom(graph.Relations()).Draw(t, "relation"), Status: rapid.SampledFrom(graph.Statuses()).Draw(t, "status")})
		}
		g.Sort()
		first := picture.New(g, picture.Options{})
		for i := range first.Lines {
			if l := &first.Lines[i]; len(l.Items) == 0 || l.Source >= len(first.Nodes) || l.Target >= len(first.Nodes) {
				t.Fatalf("line %+v", l)
			}
		}
		for i := range first.Nodes {
			if len(first.Nodes[i].Title) == 0 {
				t.Fatalf("node %q has no title", first.Nodes[i].Name)
			}
		}
		if second := picture.New(g, picture.Options{}); !slices.Equal(lines(first), lines(second)) {
			t.Fatal("a second picture differs")
		}
	})
}
