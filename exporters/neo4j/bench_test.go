package neo4j_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/internal/neo4jtest"
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

// BenchmarkLoad loads the generated graph, and then LOAD CSV loads the same, with
// MERGE, into the same server, emptied in between; then the graph is loaded again
// without a change, and with one article in a hundred taken back.
//
//	NEO4J_BENCH_NODES=100000 go test ./exporters/neo4j -run none -bench Load -benchtime 3x -v -timeout 2h
func BenchmarkLoad(b *testing.B) {
	g := generated(size())
	server := neo4jtest.Own(b, "NEO4J_JVM=-XX:+UseG1GC", "NEO4J_HEAP=2g", "NEO4J_PAGECACHE=512m")
	db := connect(b, server)
	s, err := neo4j.Open(b.Context(), db.config())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close(b.Context()) }()
	if err := neo4j.WriteImport(b.Context(), g, filepath.Join(server.Folder, "import")); err != nil {
		b.Fatal(err)
	}
	for _, text := range neo4j.Schema() {
		db.autocommit(b, text)
	}
	m := meter{b: b, server: server}
	load := func(name string, g *graph.Graph) {
		var summary neo4j.Summary
		m.measure(name, func() (err error) {
			summary, err = s.Load(b.Context(), g, neo4j.Options{})
			return err
		})
		b.Logf("  %+v", summary)
	}
	for b.Loop() {
		db.empty(b)
		m.measure("LOAD CSV", func() error { return db.loadCSV(b, filepath.Join(server.Folder, "import")) })
		load("  checked against it", g)
		db.empty(b)
		load("load", g)
		load("unchanged", g)
		load("one article in a hundred taken back", lessArticles(g))
	}
}

// BenchmarkCompare measures the client's part of loading an unchanged graph.
func BenchmarkCompare(b *testing.B) {
	g := generated(size())
	for b.Loop() {
		if !neo4j.Compare(g) {
			b.Fatal("equal digests of different lists")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(g.Nodes)+len(g.Articles)+len(g.Statements)+len(g.Edges)), "ns/record")
}

// lessArticles returns the graph without every hundredth article.
func lessArticles(g *graph.Graph) *graph.Graph {
	gone := map[string]bool{}
	less := &graph.Graph{Nodes: g.Nodes}
	for i, a := range g.Articles {
		if gone[a.ID] = i%100 == 0; !gone[a.ID] {
			less.Articles = append(less.Articles, a)
		}
	}
	lost := map[string]bool{}
	for _, s := range g.Statements {
		if lost[s.ID] = gone[s.Article]; !lost[s.ID] {
			less.Statements = append(less.Statements, s)
		}
	}
	for _, e := range g.Edges {
		if !lost[e.Statements[0]] {
			less.Edges = append(less.Edges, e)
		}
	}
	return less
}

func (db *database) empty(b *testing.B) {
	b.Helper()
	db.autocommit(b, "MATCH (n:Entente) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
}

func (db *database) autocommit(b *testing.B, text string) {
	b.Helper()
	session := db.driver.NewSession(b.Context(), driver.SessionConfig{DatabaseName: db.Database})
	defer func() { _ = session.Close(b.Context()) }()
	result, err := session.Run(b.Context(), text, nil)
	if err == nil {
		_, err = result.Consume(b.Context())
	}
	if err != nil {
		b.Fatalf("%s: %v", text, err)
	}
}

// loadCSV lets the server load the files of WriteImport by itself.
func (db *database) loadCSV(b *testing.B, folder string) error {
	b.Helper()
	for _, text := range neo4j.LoadCSVTexts(b, folder) {
		db.autocommit(b, text)
	}
	return nil
}

// meter measures wall time, the CPU time of the server's query threads (all of
// it at work; on a shared machine it tells more than the wall time), and the
// CPU time of this process.
type meter struct {
	b      *testing.B
	server *neo4jtest.Server
}

func (m *meter) measure(name string, f func() error) {
	m.b.Helper()
	at, there, here := time.Now(), m.workers(), own()
	if err := f(); err != nil {
		m.b.Fatalf("%s: %v", name, err)
	}
	m.b.Logf("%-40s %10v, server's query threads %8v, client %8v", name, time.Since(at).Round(time.Millisecond), m.workers()-there, own()-here)
}

// workers sums the CPU time of the server's query threads. Linux only.
func (m *meter) workers() time.Duration {
	pid, _ := os.ReadFile(filepath.Join(m.server.Folder, "server.pid"))
	tasks, _ := filepath.Glob("/proc/" + strings.TrimSpace(string(pid)) + "/task/*/stat")
	var sum time.Duration
	for _, file := range tasks {
		if text, err := os.ReadFile(file); err == nil && strings.Contains(string(text), "(neo4j.") {
			sum += cpu(string(text))
		}
	}
	return sum
}

func own() time.Duration {
	text, _ := os.ReadFile("/proc/self/stat")
	return cpu(string(text))
}

// cpu reads user and system time from a line of /proc/PID/stat (proc(5)), in ticks of 10 ms.
func cpu(stat string) time.Duration {
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}
