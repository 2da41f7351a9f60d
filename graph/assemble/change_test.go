package assemble_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/assemble"
)

// records are the records of a graph by their names, as JSON.
func records(t interface{ Fatal(...any) }, g *graph.Graph, only map[string]bool) map[string]string {
	out := map[string]string{}
	put := func(part, id string, v any) {
		line, err := graph.MarshalLine(v)
		if err != nil {
			t.Fatal(err)
		}
		out[part+" "+id] = string(line)
	}
	for i := range g.Nodes {
		put("node", g.Nodes[i].ID, &g.Nodes[i])
	}
	for i := range g.Edges {
		put("edge", g.Edges[i].ID, &g.Edges[i])
	}
	for i := range g.Articles {
		if only == nil || only[g.Articles[i].ID] {
			put("article", g.Articles[i].ID, &g.Articles[i])
		}
	}
	for i := range g.Statements {
		if only == nil || only[g.Statements[i].Article] {
			put("statement", g.Statements[i].ID, &g.Statements[i])
		}
	}
	return out
}

// patched returns the records of the graph before the change, with those of the
// first part taken out and those of the second put in.
func patched(t interface{ Fatal(...any) }, before *graph.Graph, was, is graph.Part) map[string]string {
	all := records(t, before, nil)
	for name, line := range records(t, was.Graph, was.Changed) {
		if all[name] != line {
			t.Fatal("in the part", line, "in the whole", all[name])
		}
		delete(all, name)
	}
	maps.Copy(all, records(t, is.Graph, is.Changed))
	return all
}

// TestChange: what Change tells of the graphs before and after some articles
// came, went and were replaced turns the one into the other.
func TestChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		random := rand.New(rand.NewPCG(seed, 2))
		w := newWorld(8, 6)
		var before, after graph.Set
		touched := map[string]bool{}
		for i := range rapid.IntRange(1, 14).Draw(t, "articles") {
			outlet := []string{"", "North", "South", "East"}[random.IntN(4)]
			a := article(i, outlet, time.Date(2024, 3, 1+random.IntN(20), 0, 0, 0, 0, time.UTC))
			said := w.tell(&a, random.IntN(10), random.IntN)
			copied(said, random)
			fate := random.IntN(6)
			if fate < 3 && rapid.Bool().Draw(t, fmt.Sprint("touched ", i)) {
				touched[a.ID] = true
				if fate == 2 { // replaced
					before.Articles, before.Statements = append(before.Articles, a), append(before.Statements, said...)
					a.Outlet = "West"
					said = w.tell(&a, random.IntN(10), random.IntN)
				}
			} else {
				fate = 5
			}
			if fate != 0 && fate != 2 {
				before.Articles, before.Statements = append(before.Articles, a), append(before.Statements, said...)
			}
			if fate != 1 {
				after.Articles, after.Statements = append(after.Articles, a), append(after.Statements, said...)
			}
		}
		checkChange(t, before, after, touched)
	})
}

// copied gives some articles the words of an agency, so that they are copies.
func copied(said []graph.Statement, random *rand.Rand) {
	if random.IntN(3) > 0 {
		return
	}
	for i := range said {
		s := &said[i]
		s.Quote = fmt.Sprintf("A sentence that an agency wrote for everybody, number %d.", random.IntN(4))
		s.End = s.Start + len(s.Quote)
		s.Seal()
	}
}

func checkChange(t interface{ Fatal(...any) }, before, after graph.Set, touched map[string]bool) {
	var e graph.Edit
	for id := range touched {
		e.Gone = append(e.Gone, id)
	}
	for i := range after.Articles {
		if touched[after.Articles[i].ID] {
			e.New.Articles = append(e.New.Articles, after.Articles[i])
		}
	}
	for i := range after.Statements {
		if touched[after.Statements[i].Article] {
			e.New.Statements = append(e.New.Statements, after.Statements[i])
		}
	}
	was, is := assemble.Change(before, &e)
	got := patched(t, assemble.Graph(before.Articles, before.Statements), was, is)
	want := records(t, assemble.Graph(after.Articles, after.Statements), nil)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Fatal("got", got[name], "want", want[name])
		}
		delete(got, name)
	}
	for name, line := range got {
		t.Fatal("left over", name, line)
	}
	if err := is.Graph.Validate(); err != nil {
		t.Fatal(err)
	}
}
