package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exporters/neo4j"
	"entente/graph"
	"entente/graph/assemble"
)

// large makes a graph of n people in a chain of meetings, one article for each
// hundred; flavour goes into the quotes.
func large(n int, flavour string) *graph.Graph {
	b := &builder{}
	for i := range n {
		b.g.Nodes = append(b.g.Nodes, graph.Node{ID: fmt.Sprintf("person:p%05d", i), Kind: graph.Person, Name: fmt.Sprintf("Person %d", i), Country: "FI"})
	}
	for i := range n - 1 {
		if i%100 == 0 {
			b.article(fmt.Sprintf("article-%04d", i/100), "2025-05-01", "Harbour Gazette", "Meetings")
		}
		source, target := &b.g.Nodes[i], &b.g.Nodes[i+1]
		s := graph.Statement{
			Article: b.g.Articles[i/100].ID, Relation: graph.MetWith, Status: graph.Occurred, Date: "2025-04-30", Rule: "test",
			Source: graph.Ref{ID: source.ID, Kind: graph.Person, Name: source.Name}, Target: graph.Ref{ID: target.ID, Kind: graph.Person, Name: target.Name},
			Quote: fmt.Sprintf("%s %s met %s", flavour, source.Name, target.Name), Start: i * 100, Confidence: 0.5,
		}
		s.End = s.Start + len(s.Quote)
		s.Seal()
		b.g.Statements = append(b.g.Statements, s)
		b.edge1(&s, i)
	}
	b.g.Sort()
	return &b.g
}

// edge1 adds an edge of its own for a statement.
func (b *builder) edge1(s *graph.Statement, i int) {
	b.g.Edges = append(b.g.Edges, graph.Edge{
		ID: fmt.Sprintf("edge-%06d", i), Source: s.Source.ID, Relation: s.Relation, Target: s.Target.ID, Status: s.Status, Date: s.Date,
		Plover: s.Plover, Statements: []string{s.ID}, Sources: 1, Confidence: s.Confidence,
	})
}

// clear removes everything of ours.
func (db *database) clear(t *testing.T) {
	t.Helper()
	db.run(t, "MATCH (n:Entente) DETACH DELETE n")
}

func TestWrongPassword(t *testing.T) {
	db := fresh(t)
	c := db.config()
	// a user that does not exist: wrong passwords of one that does would lock out the other tests for some seconds
	c.Username, c.Password = "nobody", "hush-hush-secret"
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(t.Context()) }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	_, err = s.Load(ctx, northern(), neo4j.Options{Wait: time.Hour})
	if !errors.Is(err, neo4j.ErrDenied) {
		t.Fatalf("error %v, want ErrDenied", err)
	}
	for _, text := range []string{err.Error(), fmt.Sprintf("%+v", err), fmt.Sprintf("%#v", err), s.String(), fmt.Sprintf("%v %+v %#v", c, c, c), fmt.Sprintf("%v %+v", &c, s)} {
		if strings.Contains(text, c.Password) {
			t.Errorf("the password is in %q", text)
		}
	}
}

func TestUnknownDatabase(t *testing.T) {
	db := fresh(t)
	c := db.config()
	c.Database = "nosuchthing"
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(t.Context()) }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := s.Load(ctx, northern(), neo4j.Options{Wait: time.Hour}); !errors.Is(err, neo4j.ErrNoDatabase) || !strings.Contains(err.Error(), "nosuchthing") {
		t.Fatalf("error %v, want ErrNoDatabase", err)
	}
}

// silent returns an address where nobody listens.
func silent(t *testing.T) string {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String()
}

func TestServerAbsent(t *testing.T) {
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: "bolt://" + silent(t), Username: "neo4j", Password: "hush-hush-secret"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(t.Context()) }()
	for _, wait := range []time.Duration{0, 300 * time.Millisecond} {
		_, err := s.Load(t.Context(), northern(), neo4j.Options{Wait: wait})
		if !errors.Is(err, neo4j.ErrAbsent) || strings.Contains(err.Error(), "hush") {
			t.Errorf("wait %v: error %v, want ErrAbsent", wait, err)
		}
	}
}

func TestNotAServer(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = c.Read(make([]byte, 20))
			_, _ = c.Write([]byte("HTTP/1.1 400 Bad Request\r\n\r\n"))
			_ = c.Close()
		}
	}()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: "bolt://" + listener.Addr().String(), Username: "neo4j", Password: "hush-hush-secret"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(t.Context()) }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := s.Ready(ctx, time.Hour); err == nil || ctx.Err() != nil {
		t.Errorf("a web server: error %v, want one at once", err)
	}
}

// TestWaitForServer begins to load before anybody listens.
func TestWaitForServer(t *testing.T) {
	db := fresh(t)
	address := silent(t)
	c := db.config()
	c.URI = "bolt://" + address
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close(t.Context()) }()
	var wait sync.WaitGroup
	p := &proxy{target: strings.TrimPrefix(db.URI, "bolt://"), onCommit: func(int) fate { return pass }}
	ctx, cancel := context.WithCancel(t.Context())
	wait.Go(func() {
		time.Sleep(300 * time.Millisecond) // so that the first tries find nobody
		listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
		if err != nil {
			return
		}
		context.AfterFunc(ctx, func() { _ = listener.Close() })
		p.listener = listener
		p.serve(ctx)
	})
	load(t, s, northern(), neo4j.Options{Wait: time.Minute})
	cancel()
	wait.Wait()
	p.wait.Wait()
}

// TestConnectionCut cuts the connection at some COMMIT, before or after the
// server sees it.
func TestConnectionCut(t *testing.T) {
	db := fresh(t)
	g := large(300, "The")
	batches := load(t, db.store(t), g, neo4j.Options{BatchSize: 50}).Batches
	want := db.dump(t)
	for name, c := range map[string]struct {
		onCommit func(n int) fate
		restarts int
	}{
		"before the commit":      {func(n int) fate { return at(n == 4, cutFirst) }, 0},
		"after the commit":       {func(n int) fate { return at(n == 4, cutAfter) }, 0},
		"every third":            {func(n int) fate { return at(n%3 == 0, cutAfter) }, 0},
		"again and again":        {func(n int) fate { return at(n > 3 && n < 10, cutFirst) }, 1},
		"the lock's, at the end": {func(n int) fate { return at(n == batches+1, cutFirst) }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			db.clear(t)
			summary := load(t, between(t, db, c.onCommit).store(t), g, neo4j.Options{BatchSize: 50, Wait: time.Minute})
			equal(t, want, db.dump(t))
			if summary.Retries+summary.Restarts == 0 || summary.Restarts < c.restarts {
				t.Errorf("summary: %+v", summary)
			}
			if summary.Edges.Created != len(g.Edges) {
				t.Errorf("summary: %+v", summary)
			}
		})
	}
}

// TestUpdateCut cuts the connection at each COMMIT of an article being taken
// back and added, before or after the server sees it.
func TestUpdateCut(t *testing.T) {
	db := fresh(t)
	gone := graph.Edit{Gone: []string{"coast-courier-1"}}
	less := gone.Apply(graph.Set{Articles: northern().Articles, Statements: northern().Statements})
	load(t, db.store(t), assemble.Graph(less.Articles, less.Statements), neo4j.Options{})
	wantLess := db.dump(t)
	load(t, db.store(t), assembled(), neo4j.Options{Maker: "test"})
	want := db.dump(t)
	for n := 1; ; n++ {
		for _, f := range []fate{cutFirst, cutAfter} {
			var cut atomic.Bool
			s := between(t, db, func(commit int) fate {
				if commit == n {
					cut.Store(true)
				}
				return at(commit == n, f)
			}).store(t)
			if _, err := s.Update(t.Context(), gone, new(made).maker(), neo4j.Options{Wait: time.Minute}); err != nil {
				t.Fatal(err)
			}
			equal(t, wantLess, db.dump(t))
			if _, err := db.store(t).Update(t.Context(), graph.Edit{New: graph.Set{Articles: northern().Articles, Statements: northern().Statements}}, new(made).maker(), neo4j.Options{}); err != nil {
				t.Fatal(err)
			}
			equal(t, want, db.dump(t))
			if !cut.Load() {
				if n < 5 {
					t.Errorf("only %d commits", n)
				}
				return
			}
		}
	}
}

func at(yes bool, f fate) fate {
	if yes {
		return f
	}
	return pass
}

// TestTwoLoadersAtOnce ends with one graph or the other, never a mixture.
func TestTwoLoadersAtOnce(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	graphs := []*graph.Graph{large(200, "The"), large(150, "A")}
	wants := make([]string, 0, len(graphs))
	for _, g := range graphs {
		load(t, s, g, neo4j.Options{})
		wants = append(wants, strings.Join(db.dump(t), "\n"))
	}
	for range 3 {
		db.clear(t)
		db.run(t, "MATCH (m:EntenteMeta) DETACH DELETE m")
		var wait sync.WaitGroup
		for i, g := range graphs {
			wait.Go(func() {
				own := *g
				if _, err := s.Load(t.Context(), &own, neo4j.Options{BatchSize: 20}); err != nil {
					t.Errorf("load %d: %v", i, err)
				}
			})
		}
		wait.Wait()
		if got := strings.Join(db.dump(t), "\n"); got != wants[0] && got != wants[1] {
			t.Error("the database is neither graph")
		}
	}
}

// TestDeadlock makes the loader the victim of a deadlock. It locks people in the
// order of their ids. One stranger holds the second person until another one,
// who holds the third, waits for the first: then the loader closes the circle.
func TestDeadlock(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	load(t, s, northern(), neo4j.Options{})
	changed := northern()
	for i := range changed.Nodes {
		changed.Nodes[i].Type = "other"
	}
	db.run(t, "UNWIND range(1, 1000) AS i CREATE (:Stranger {i: i})")
	first, second := db.begin(t), db.begin(t)
	touch(t, first, "person:ingrid-nordby")
	touch(t, second, "person:kaarel-tamm")
	hold(t, second)

	var wait sync.WaitGroup
	var summary neo4j.Summary
	var err error
	wait.Go(func() { summary, err = s.Load(t.Context(), changed, neo4j.Options{}) })
	db.awaitBlocked(t, 1)
	wait.Go(func() {
		touch(t, second, "person:aino-salmi")
		_ = second.Rollback(t.Context())
	})
	db.awaitBlocked(t, 2)
	_ = first.Rollback(t.Context())
	wait.Wait()
	if err != nil || summary.Retries == 0 {
		t.Errorf("error %v; summary %+v, want a retry", err, summary)
	}
	if again := load(t, s, changed, neo4j.Options{}); again.Written() != 0 {
		t.Errorf("again: %+v", again)
	}
}

// begin starts a stranger's transaction.
func (db *database) begin(t *testing.T) driver.ExplicitTransaction {
	t.Helper()
	session := db.driver.NewSession(t.Context(), driver.SessionConfig{DatabaseName: db.Database})
	t.Cleanup(func() { _ = session.Close(t.Context()) })
	tx, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// touch locks a node.
func touch(t *testing.T, tx driver.ExplicitTransaction, id string) {
	t.Helper()
	result, err := tx.Run(t.Context(), "MATCH (n:Entente {id: $id}) SET n.touched = true REMOVE n.touched", map[string]any{"id": id})
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Errorf("the stranger: %v", err)
	}
}

// hold takes many more locks: of the two in a deadlock the server spares the
// one that holds more.
func hold(t *testing.T, tx driver.ExplicitTransaction) {
	t.Helper()
	result, err := tx.Run(t.Context(), "MATCH (n:Stranger) SET n.touched = true", nil)
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Errorf("the stranger: %v", err)
	}
}

// awaitBlocked waits until n transactions wait for a lock.
func (db *database) awaitBlocked(t *testing.T, n int) {
	t.Helper()
	for len(db.run(t, "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status")) < n {
		time.Sleep(5 * time.Millisecond)
	}
}

// TestCancelled stops a load in the middle; the next one finishes it.
func TestCancelled(t *testing.T) {
	db := fresh(t)
	s := db.store(t)
	g := large(300, "The")
	load(t, s, g, neo4j.Options{})
	want := db.dump(t)
	db.clear(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := s.Load(ctx, g, neo4j.Options{BatchSize: 50, Progress: func(p neo4j.Progress) {
		if p.Phase == "writing statements" {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want the context's", err)
	}
	if got := db.dump(t); len(got) == 0 || len(got) == len(want) {
		t.Errorf("%d lines in the database: not in the middle", len(got))
	}
	load(t, s, g, neo4j.Options{})
	equal(t, want, db.dump(t))
}
