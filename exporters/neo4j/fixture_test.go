package neo4j_test

import (
	"slices"
	"strings"

	"entente/graph"
)

// builder makes graphs by hand, statement by statement.
type builder struct{ g graph.Graph }

func (b *builder) node(n graph.Node) string {
	b.g.Nodes = append(b.g.Nodes, n)
	return n.ID
}

func (b *builder) person(id, name, country string, aliases ...string) string {
	return b.node(graph.Node{ID: id, Kind: graph.Person, Name: name, Country: country, Aliases: aliases})
}

func (b *builder) article(id, published, outlet, title string) string {
	b.g.Articles = append(b.g.Articles, graph.Article{
		ID: id, Title: title, Published: graph.Date(published), Outlet: outlet, URL: "https://example.org/" + id,
		Hash: graph.TextHash(id + title), Words: 200,
	})
	return id
}

// said is what a statement says beside its ends.
type said struct {
	status     graph.Status
	date       graph.Date
	speaker    string
	meeting    string
	quote      string
	confidence float64
}

func (b *builder) ref(id string) graph.Ref {
	for _, n := range b.g.Nodes {
		if n.ID == id {
			return graph.Ref{ID: id, Kind: n.Kind, Name: n.Name, Country: n.Country, Type: n.Type}
		}
	}
	panic("no node " + id)
}

// state adds a statement and the edge that it proves, or adds it to the edge
// that stands there.
func (b *builder) state(article, source string, relation graph.Relation, target string, what said) {
	s := graph.Statement{
		Article: article, Source: b.ref(source), Relation: relation, Target: b.ref(target), Status: what.status, Date: what.date,
		Quote: what.quote, Start: 100 * len(b.g.Statements), Rule: "test." + strings.ToLower(string(relation)), Meeting: what.meeting,
		Confidence: what.confidence,
	}
	if s.Confidence == 0 {
		s.Confidence = 0.8
	}
	s.End = s.Start + len(s.Quote)
	if what.speaker != "" {
		ref := b.ref(what.speaker)
		s.Speaker = &ref
	}
	s.Seal()
	b.g.Statements = append(b.g.Statements, s)
	b.edge(&s)
}

func (b *builder) edge(s *graph.Statement) {
	id := graph.Hash("edge", s.Source.ID, string(s.Relation), s.Target.ID, string(s.Status), s.Meeting)
	for i := range b.g.Edges {
		if e := &b.g.Edges[i]; e.ID == id {
			e.Statements = append(e.Statements, s.ID)
			slices.Sort(e.Statements)
			e.Sources = len(e.Statements)
			return
		}
	}
	b.g.Edges = append(b.g.Edges, graph.Edge{
		ID: id, Source: s.Source.ID, Relation: s.Relation, Target: s.Target.ID, Status: s.Status, Date: s.Date, Meeting: s.Meeting,
		Plover: s.Plover, Statements: []string{s.ID}, Sources: 1, Confidence: s.Confidence,
	})
}

// northern is a small graph in which every question of queries/ has an answer.
// People and articles are made up.
func northern() *graph.Graph {
	b := &builder{}
	finland := b.node(graph.Node{ID: "iso:FI", Kind: graph.Country, Name: "Finland", Aliases: []string{"Finnish government"}})
	estonia := b.node(graph.Node{ID: "iso:EE", Kind: graph.Country, Name: "Estonia"})
	norway := b.node(graph.Node{ID: "iso:NO", Kind: graph.Country, Name: "Norway"})
	salmi := b.person("person:aino-salmi", "Aino Salmi", "FI", "Salmi", "President Salmi")
	tamm := b.person("person:kaarel-tamm", "Kaarel Tamm", "EE", "Tamm")
	nordby := b.person("person:ingrid-nordby", "Ingrid Nordby", "NO", "Nordby")
	tallinn := b.node(graph.Node{ID: "place:tallinn", Kind: graph.Place, Name: "Tallinn", Country: "EE"})
	oslo := b.node(graph.Node{ID: "place:oslo", Kind: graph.Place, Name: "Oslo", Country: "NO"})

	gazette := b.article("harbour-gazette-1", "2025-03-01", "Harbour Gazette", "Salmi to meet Tamm in Tallinn")
	courier := b.article("coast-courier-1", "2025-03-05", "Coast Courier", "Presidents meet, ferry line on the table")
	gazette2 := b.article("harbour-gazette-2", "2025-03-06", "Harbour Gazette", "Norway turns down the ferry line")
	herald := b.article("fjord-herald-1", "2025-03-20", "Fjord Herald", "Oslo talks in the making")

	summit := b.node(graph.Node{
		ID: "meeting:tallinn-2025-03-04", Kind: graph.Meeting, Name: "Tallinn summit", Type: "summit", Status: graph.Occurred, Date: "2025-03-04",
		Place: tallinn, Sources: 2, History: []graph.Change{{Published: "2025-03-01", Status: graph.Planned, Article: gazette}, {Published: "2025-03-05", Status: graph.Occurred, Article: courier}},
	})
	talks := b.node(graph.Node{
		ID: "meeting:oslo-2025-04", Kind: graph.Meeting, Name: "Oslo talks", Type: "talks", Status: graph.Planned, Date: "2025-04", Place: oslo,
		Sources: 1, History: []graph.Change{{Published: "2025-03-20", Status: graph.Planned, Article: herald}},
	})
	quiet := b.node(graph.Node{
		ID: "meeting:quiet-2025-02", Kind: graph.Meeting, Name: "Quiet meeting of Salmi and Nordby", Type: "meeting", Status: graph.Denied,
		Date: "2025-02-10/2025-02-14", Sources: 2,
	})
	ferry := b.node(graph.Node{ID: "proposal:ferry-line", Kind: graph.Proposal, Name: "a joint ferry line", Status: graph.Occurred, Sources: 2})
	fleet := b.node(graph.Node{ID: "proposal:rescue-fleet", Kind: graph.Proposal, Name: "a shared rescue fleet", Status: graph.Occurred, Sources: 1})

	b.state(gazette, salmi, graph.MetWith, tamm, said{status: graph.Planned, date: "2025-03-04", meeting: summit, quote: "Salmi will meet Tamm in Tallinn on Tuesday"})
	for _, who := range []string{salmi, tamm} {
		b.state(courier, who, graph.Attended, summit, said{status: graph.Occurred, date: "2025-03-04", meeting: summit, quote: "Salmi and Tamm met in Tallinn"})
		b.state(gazette2, who, graph.Attended, summit, said{status: graph.Occurred, date: "2025-03-04", meeting: summit, quote: "after the two presidents had met"})
	}
	b.state(courier, salmi, graph.MetWith, tamm, said{status: graph.Occurred, date: "2025-03-04", meeting: summit, quote: "Salmi and Tamm met in Tallinn", confidence: 0.9})
	b.state(gazette2, salmi, graph.MetWith, tamm, said{status: graph.Occurred, date: "2025-03-04", meeting: summit, quote: "after the two presidents had met"})
	b.state(courier, salmi, graph.Proposed, ferry, said{status: graph.Occurred, date: "2025-03-04", speaker: salmi, quote: `"I propose a joint ferry line," Salmi said`})
	b.state(gazette2, nordby, graph.Rejected, ferry, said{status: graph.Occurred, date: "2025-03-06", speaker: nordby, quote: "Nordby turned the ferry line down"})
	b.state(courier, tamm, graph.Proposed, fleet, said{status: graph.Occurred, date: "2025-03-04", quote: "Tamm floated a shared rescue fleet"})
	b.state(herald, tamm, graph.MetWith, nordby, said{status: graph.Planned, date: "2025-04", meeting: talks, quote: "Tamm and Nordby plan to meet in Oslo next month"})
	b.state(courier, salmi, graph.MetWith, nordby, said{status: graph.Occurred, date: "2025-02-10/2025-02-14", meeting: quiet, quote: "Salmi had met Nordby quietly in February"})
	b.state(gazette2, salmi, graph.MetWith, nordby, said{status: graph.Denied, date: "2025-02-10/2025-02-14", meeting: quiet, speaker: nordby, quote: `"There was no such meeting," said Nordby`})
	b.state(courier, finland, graph.Supported, estonia, said{status: graph.Occurred, speaker: salmi, quote: "Finland stands by Estonia, Salmi said"})
	b.state(herald, norway, graph.Accused, finland, said{status: graph.Occurred, speaker: nordby, quote: "Nordby accused the Finnish government of delay"})
	b.state(herald, nordby, graph.HoldsOffice, norway, said{status: graph.Occurred, quote: "Norway's foreign minister, Ingrid Nordby"})
	b.g.Sort()
	return &b.g
}
