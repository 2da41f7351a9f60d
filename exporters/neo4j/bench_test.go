package neo4j_test

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/internal/neo4jtest"
	"entente/internal/synth"
)

// size is the number of nodes of the synthetic graph, NEO4J_BENCH_NODES.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("NEO4J_BENCH_NODES")); err == nil {
		return n
	}
	return 2000
}

// BenchmarkLoad loads the synthetic graph, and LOAD CSV loads the same, with MERGE,
// into the same server, emptied in between, and first every other time; then the
// graph is loaded again without a change, and one article in a hundred is taken back
// and added again.
//
//	NEO4J_BENCH_NODES=100000 go test ./exporters/neo4j -run none -bench Load -benchtime 3x -v -timeout 2h
func BenchmarkLoad(b *testing.B) {
	maker := new(made).maker()
	set := synth.Set(size())
	g := maker.Graph(set)
	b.Logf("%d nodes, %d edges, %d articles, %d statements", len(g.Nodes), len(g.Edges), len(g.Articles), len(g.Statements))
	gone, back := hundredth(set)
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
	loadCSV := func() {
		db.empty(b)
		m.measure("LOAD CSV", func() (neo4j.Summary, error) {
			db.loadCSV(b, filepath.Join(server.Folder, "import"))
			return neo4j.Summary{}, nil
		})
	}
	load := func() (neo4j.Summary, error) { return s.Load(b.Context(), g, neo4j.Options{Maker: maker.ID}) }
	update := func(e graph.Edit) func() (neo4j.Summary, error) {
		return func() (neo4j.Summary, error) {
			defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
			return s.Update(b.Context(), e, maker, neo4j.Options{})
		}
	}
	for i := 0; b.Loop(); i++ {
		if i%2 == 1 {
			loadCSV()
		}
		db.empty(b)
		m.measure("load", load)
		m.measure("load again, nothing changed", load)
		m.measure("one article in a hundred taken back", update(gone))
		m.measure("one article in a hundred added", update(back))
		if i%2 == 0 {
			loadCSV()
		}
		m.measure("load again, into the same", load) // proves that LOAD CSV and the updates made the same
	}
}

// BenchmarkCompare measures the client's part of loading an unchanged graph.
func BenchmarkCompare(b *testing.B) {
	g := new(made).maker().Graph(synth.Set(size()))
	for b.Loop() {
		if !neo4j.Compare(g) {
			b.Fatal("equal digests of different lists")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(g.Nodes)+len(g.Articles)+len(g.Statements)+len(g.Edges)), "ns/record")
}

// hundredth returns the edits that take every hundredth article back, and add it again.
func hundredth(set graph.Set) (gone, back graph.Edit) {
	for i := 0; i < len(set.Articles); i += 100 {
		gone.Gone = append(gone.Gone, set.Articles[i].ID)
		back.New.Articles = append(back.New.Articles, set.Articles[i])
	}
	touched := gone.Touched()
	for _, s := range set.Statements {
		if touched[s.Article] {
			back.New.Statements = append(back.New.Statements, s)
		}
	}
	return gone, back
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
func (db *database) loadCSV(b *testing.B, folder string) {
	b.Helper()
	for _, text := range neo4j.LoadCSVTexts(b, folder) {
		db.autocommit(b, text)
	}
}

// meter measures wall time, the CPU time of the server's query threads (all of
// it at work; on a shared machine it tells more than the wall time), and the
// CPU time of this process.
type meter struct {
	b      *testing.B
	server *neo4jtest.Server
}

func (m *meter) measure(name string, f func() (neo4j.Summary, error)) {
	m.b.Helper()
	stop := m.profile(name)
	at, there, here := time.Now(), m.workers(), own()
	summary, err := f()
	stop()
	if err != nil {
		m.b.Fatalf("%s: %v", name, err)
	}
	m.b.Logf("%-36s %10v, server's query threads %8v, client %8v; %d written in %d batches", name, time.Since(at).Round(time.Millisecond),
		m.workers()-there, own()-here, summary.Written(), summary.Batches)
}

// profile writes what the client does meanwhile into the folder NEO4J_BENCH_PROFILES, if set.
func (m *meter) profile(name string) (stop func()) {
	m.b.Helper()
	folder := os.Getenv("NEO4J_BENCH_PROFILES")
	if folder == "" {
		return func() {}
	}
	file, err := os.Create(filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+".prof"))
	if err == nil {
		err = pprof.StartCPUProfile(file)
	}
	if err != nil {
		m.b.Fatal(err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = file.Close()
	}
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
