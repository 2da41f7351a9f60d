package neo4j_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"entente/exporters/neo4j"
	"entente/graph"
)

// generated makes a graph of n nodes and 4n edges, each with a statement, ten
// statements an article; one end in five is one of the most prominent hundredth.
func generated(n int) *graph.Graph {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same graph every time
	g := &graph.Graph{}
	kinds := []graph.Kind{graph.Person, graph.Person, graph.Country, graph.Organization, graph.Place}
	for i := range n {
		k := kinds[i%len(kinds)]
		g.Nodes = append(g.Nodes, graph.Node{
			ID: fmt.Sprintf("%s:n%07d", k, i), Kind: k, Name: fmt.Sprintf("The name of %d", i), Aliases: []string{fmt.Sprintf("N%d", i), fmt.Sprintf("Alias %d", i)},
			Country: "FI", Sources: 1 + i%5,
		})
	}
	relations := []graph.Relation{graph.MetWith, graph.Accused, graph.Supported, graph.Visited, graph.Invited}
	for i := range 4 * n {
		if i%10 == 0 {
			g.Articles = append(g.Articles, graph.Article{
				ID: fmt.Sprintf("article-%07d", i/10), Title: fmt.Sprintf("Article %d", i/10), Published: "2025-05-01", Outlet: fmt.Sprintf("Outlet %d", i%97), Words: 400,
			})
		}
		from, to := random.IntN(n), random.IntN(n-1)
		if i%5 == 0 {
			from = random.IntN(max(n/100, 1))
		}
		if to >= from {
			to++
		}
		source, target := &g.Nodes[from], &g.Nodes[to]
		s := graph.Statement{
			Article: g.Articles[i/10].ID, Source: graph.Ref{ID: source.ID, Kind: source.Kind, Name: source.Name}, Relation: relations[i%len(relations)],
			Target: graph.Ref{ID: target.ID, Kind: target.Kind, Name: target.Name}, Status: graph.Occurred, Date: "2025-04-30", Start: i % 10 * 100,
			Quote: fmt.Sprintf("The name of %d did something that concerns the name of %d", from, to), Rule: "generated", Confidence: 0.75,
		}
		s.End = s.Start + len(s.Quote)
		s.Seal()
		g.Statements = append(g.Statements, s)
		g.Edges = append(g.Edges, graph.Edge{
			ID: fmt.Sprintf("edge-%08d", i), Source: source.ID, Relation: s.Relation, Target: target.ID, Status: s.Status, Date: s.Date, Plover: s.Plover,
			Statements: []string{s.ID}, Sources: 1, Confidence: 0.75,
		})
	}
	g.Sort()
	return g
}

// size is the number of nodes of the generated graph, NEO4J_BENCH_NODES.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("NEO4J_BENCH_NODES")); err == nil {
		return n
	}
	return 2000
}

func BenchmarkLoad(b *testing.B) {
	g := generated(size())
	for b.Loop() {
		phases(b, g)
	}
}

func phases(b *testing.B, g *graph.Graph) {
	b.Helper()
	db := fresh(b)
	s, err := neo4j.Open(b.Context(), db.config())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close(b.Context()) }()
	watch := stopwatch{b: b, at: time.Now(), cpu: workers()}
	o := neo4j.Options{Now: time.Now, Progress: watch.see}
	for _, name := range []string{"load", "again"} {
		before := workers()
		summary, err := s.Load(b.Context(), g, o)
		if err != nil {
			b.Fatal(err)
		}
		watch.see(neo4j.Progress{Phase: "end"})
		b.Logf("%s: %d records in %v, server %v", name, summary.Written(), summary.Elapsed.Round(time.Millisecond), workers()-before)
	}
}

// stopwatch logs the time that each phase of a load took, with the server's CPU time.
type stopwatch struct {
	b    *testing.B
	last string
	at   time.Time
	cpu  time.Duration
}

func (w *stopwatch) see(p neo4j.Progress) {
	if p.Phase != w.last {
		cpu, now := workers(), time.Now()
		w.b.Logf("  to the first batch of %-25s %8v, server %v", p.Phase, now.Sub(w.at).Round(time.Millisecond), cpu-w.cpu)
		w.last, w.at, w.cpu = p.Phase, now, cpu
	}
}
