package graph_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"entente/graph"
)

const text = "Kyiv says no\n\nUkraine rejected the plan on Monday."

// statement returns a valid statement about article "a".
func statement() graph.Statement {
	quote := "Ukraine rejected the plan"
	start := strings.Index(text, quote)
	return graph.Statement{
		Article: "a", Source: graph.Ref{ID: "iso:UA", Kind: graph.Country, Name: "Ukraine"}, Relation: graph.Rejected,
		Target: graph.Ref{ID: "proposal:plan", Kind: graph.Proposal, Name: "the plan"}, Status: graph.Occurred, Date: "2025-08-11",
		Quote: quote, Start: start, End: start + len(quote), Rule: "test", Confidence: 0.9,
	}
}

// valid returns a valid graph.
func valid() *graph.Graph {
	s := statement()
	s.Seal()
	return &graph.Graph{
		Articles: []graph.Article{{ID: "a", Title: "Kyiv says no", Published: "2025-08-12", Text: text}},
		Nodes: []graph.Node{
			{ID: "iso:UA", Kind: graph.Country, Name: "Ukraine", Country: "UA"},
			{ID: "meeting:m", Kind: graph.Meeting, Name: "talks", Status: graph.Planned, Date: "2025-08", Place: "place:p", History: []graph.Change{{Article: "a", Status: graph.Planned, Published: "2025-08-12"}}},
			{ID: "place:p", Kind: graph.Place, Name: "Vienna"},
			{ID: "proposal:plan", Kind: graph.Proposal, Name: "the plan"},
		},
		Edges: []graph.Edge{{
			ID: "e", Source: "iso:UA", Relation: graph.Rejected, Target: "proposal:plan", Status: graph.Occurred, Date: "2025-08-11", Place: "place:p",
			Meeting: "meeting:m", Plover: "REJECT", Statements: []string{s.ID}, Sources: 1, Confidence: 0.9,
		}},
		Statements: []graph.Statement{s},
	}
}

// mention makes the statement of g one that its article names Ukraine.
func mention(g *graph.Graph) *graph.Statement {
	s := &g.Statements[0]
	s.Relation, s.Source, s.Target = graph.Mentions, graph.Ref{ID: "a", Kind: graph.Source, Name: "Kyiv says no"}, s.Source
	return s
}

func TestMention(t *testing.T) {
	t.Parallel()
	g := valid()
	mention(g)
	if err := g.Validate(); err != nil {
		t.Error(err)
	}
}

func TestValid(t *testing.T) {
	t.Parallel()
	for _, g := range []*graph.Graph{valid(), {}} {
		if err := g.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestEveryFaultIsFound(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(g *graph.Graph)
		want  string
	}{
		"mention of another article": {func(g *graph.Graph) { mention(g).Source.ID = "b" }, `MENTIONS is said of "b"`},
		"mention by an actor":        {func(g *graph.Graph) { m := mention(g); m.Source = m.Target }, `MENTIONS is said of "iso:UA"`},
		"mention of an event":        {func(g *graph.Graph) { mention(g).Target.Kind = graph.Meeting }, "MENTIONS is said to a Meeting"},
		"article as an end":          {func(g *graph.Graph) { g.Statements[0].Source.Kind = graph.Source }, `source has the unknown kind "Article"`},
		"article as a target":        {func(g *graph.Graph) { mention(g).Target.Kind = graph.Source }, `target has the unknown kind "Article"`},
		"edge of mentions":           {func(g *graph.Graph) { g.Edges[0].Relation = graph.Mentions }, `unknown relation "MENTIONS"`},
		"article without id":         {func(g *graph.Graph) { g.Articles = append(g.Articles, graph.Article{}) }, "no id"},
		"article twice":              {func(g *graph.Graph) { g.Articles = append(g.Articles, g.Articles[0]) }, "article a: the id stands twice"},
		"article's date":             {func(g *graph.Graph) { g.Articles[0].Published = "soon" }, `article a: date "soon"`},
		"node without id":            {func(g *graph.Graph) { g.Nodes = append(g.Nodes, graph.Node{Kind: graph.Person, Name: "x"}) }, "node : no id"},
		"node twice":                 {func(g *graph.Graph) { g.Nodes = append(g.Nodes, g.Nodes[0]) }, "node iso:UA: the id stands twice"},
		"node's id":                  {func(g *graph.Graph) { g.Nodes[1].ID = "\xff" }, "the id is not UTF-8"},
		"node's kind":                {func(g *graph.Graph) { g.Nodes[0].Kind = "Alien" }, `unknown kind "Alien"`},
		"node's name":                {func(g *graph.Graph) { g.Nodes[0].Name = "" }, "no name"},
		"node's status":              {func(g *graph.Graph) { g.Nodes[1].Status = "odd" }, `unknown status "odd"`},
		"node's date":                {func(g *graph.Graph) { g.Nodes[1].Date = "2025-99" }, `node meeting:m: `},
		"node's place":               {func(g *graph.Graph) { g.Nodes[1].Place = "place:q" }, `place "place:q" is not there`},
		"history's article":          {func(g *graph.Graph) { g.Nodes[1].History[0].Article = "b" }, `history names article "b"`},
		"history's status":           {func(g *graph.Graph) { g.Nodes[1].History[0].Status = "odd" }, `history has the unknown status "odd"`},
		"history's date":             {func(g *graph.Graph) { g.Nodes[1].History[0].Published = "odd" }, `node meeting:m: date "odd"`},
		"edge without id":            {func(g *graph.Graph) { g.Edges[0].ID = "" }, "edge : no id"},
		"edge twice":                 {func(g *graph.Graph) { g.Edges = append(g.Edges, g.Edges[0]) }, "edge e: the id stands twice"},
		"edge's relation":            {func(g *graph.Graph) { g.Edges[0].Relation = "LIKES" }, `unknown relation "LIKES"`},
		"edge's status":              {func(g *graph.Graph) { g.Edges[0].Status = "" }, `unknown status ""`},
		"edge without source":        {func(g *graph.Graph) { g.Edges[0].Source = "" }, "an end is missing"},
		"edge without target":        {func(g *graph.Graph) { g.Edges[0].Target = "" }, "an end is missing"},
		"dangling source":            {func(g *graph.Graph) { g.Edges[0].Source = "x" }, `source "x" is not there`},
		"dangling target":            {func(g *graph.Graph) { g.Edges[0].Target = "x" }, `target "x" is not there`},
		"edge's place":               {func(g *graph.Graph) { g.Edges[0].Place = "x" }, `place "x" is not there`},
		"edge's meeting":             {func(g *graph.Graph) { g.Edges[0].Meeting = "x" }, `meeting "x" is not there`},
		"edge's date":                {func(g *graph.Graph) { g.Edges[0].Date = "x" }, `edge e: date "x"`},
		"edge without proof":         {func(g *graph.Graph) { g.Edges[0].Statements = nil }, "no statement proves it"},
		"edge's proof":               {func(g *graph.Graph) { g.Edges[0].Statements = []string{"x"} }, `statement "x" is not there`},
		"edge's confidence":          {func(g *graph.Graph) { g.Edges[0].Confidence = 1.5 }, "edge e: confidence 1.5"},
		"statement without id":       {func(g *graph.Graph) { g.Statements[0].ID = "" }, "statement : no id"},
		"statement twice":            {func(g *graph.Graph) { g.Statements = append(g.Statements, g.Statements[0]) }, "the id stands twice"},
		"statement's article":        {func(g *graph.Graph) { g.Statements[0].Article = "b" }, `article "b" is not there`},
		"statement's source":         {func(g *graph.Graph) { g.Statements[0].Source.ID = "" }, "source has no id or no name"},
		"statement's target":         {func(g *graph.Graph) { g.Statements[0].Target.Name = "" }, "target has no id or no name"},
		"statement's target kind":    {func(g *graph.Graph) { g.Statements[0].Target.Kind = "x" }, `target has the unknown kind "x"`},
		"statement's place":          {func(g *graph.Graph) { g.Statements[0].Place = &graph.Ref{} }, "place has no id or no name"},
		"statement's speaker":        {func(g *graph.Graph) { g.Statements[0].Speaker = &graph.Ref{ID: "x", Name: "x"} }, "speaker has the unknown kind"},
		"statement about one":        {func(g *graph.Graph) { g.Statements[0].Target.ID = "iso:UA" }, "source and target are the same"},
		"statement's relation":       {func(g *graph.Graph) { g.Statements[0].Relation = "x" }, `unknown relation "x"`},
		"statement's status":         {func(g *graph.Graph) { g.Statements[0].Status = "x" }, `unknown status "x"`},
		"statement's date":           {func(g *graph.Graph) { g.Statements[0].Date = "x" }, `date "x"`},
		"statement's confidence":     {func(g *graph.Graph) { g.Statements[0].Confidence = -0.1 }, "confidence -0.1"},
		"confidence is no number":    {func(g *graph.Graph) { g.Statements[0].Confidence = math.NaN() }, "confidence NaN"},
		"no quote":                   {func(g *graph.Graph) { g.Statements[0].Quote = "" }, "no quote"},
		"quote is not UTF-8":         {func(g *graph.Graph) { g.Statements[0].Quote = "\xff"; g.Statements[0].End = g.Statements[0].Start + 1 }, "the quote is not UTF-8"},
		"offsets do not fit":         {func(g *graph.Graph) { g.Statements[0].End++ }, "do not fit a quote of 25 bytes"},
		"offsets before the text":    {func(g *graph.Graph) { g.Statements[0].Start, g.Statements[0].End = -1, 24 }, "do not fit"},
		"offsets behind the text":    {func(g *graph.Graph) { g.Statements[0].Start, g.Statements[0].End = 9000, 9025 }, "is not the quote"},
		"quote is another":           {func(g *graph.Graph) { g.Statements[0].Start--; g.Statements[0].End-- }, "is not the quote"},
		"offsets that overflow":      {func(g *graph.Graph) { g.Statements[0].Start, g.Statements[0].End = math.MaxInt, math.MinInt }, "do not fit"},
	} {
		g := valid()
		c.spoil(g)
		err := g.Validate()
		var faults graph.Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want a fault with %q", name, err, c.want)
		}
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	t.Parallel()
	g := valid()
	g.Nodes[0].Kind, g.Nodes[3].Name, g.Edges[0].Target, g.Statements[0].Quote = "x", "", "x", ""
	var faults graph.Faults
	if !errors.As(g.Validate(), &faults) || len(faults) != 4 {
		t.Errorf("%d faults, want 4: %v", len(faults), faults)
	}
}

func TestQuotesAreNotComparedWithoutText(t *testing.T) {
	t.Parallel()
	g := valid()
	g.Articles[0].Text = ""
	g.Statements[0].Start, g.Statements[0].End = 900, 925
	if err := g.Validate(); err != nil {
		t.Error(err)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	s, a := statement(), graph.Article{ID: "a", Text: text}
	if err := s.Check(&a); err != nil {
		t.Error(err)
	}
	s.Quote, s.Status = "", "x"
	var faults graph.Faults
	if err := s.Check(&a); !errors.As(err, &faults) || len(faults) != 2 {
		t.Errorf("%v, want two faults", err)
	}
}
