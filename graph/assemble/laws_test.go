package assemble_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/assemble"
)

// world is what random articles tell of.
type world struct {
	actors, places []graph.Ref
}

func newWorld(people, places int) *world {
	w := &world{}
	countries := []string{"NG", "NO", "PE", "GR", "TN"}
	given := []string{"Adaeze", "A.", "Ada", "Ingrid", "I."}
	for i := range people {
		c := countries[i%len(countries)]
		name := fmt.Sprintf("%s %c%s", given[i%len(given)], 'K'+rune(i/2%12), "oroma")
		r := graph.Ref{ID: graph.LocalID(graph.Person, name), Kind: graph.Person, Name: name, Country: c}
		if i%3 == 0 {
			r.ID = fmt.Sprintf("wd:Q%d", 1000+i)
		}
		w.actors = append(w.actors, r)
	}
	for _, c := range countries {
		w.actors = append(w.actors, graph.Ref{ID: graph.CountryID(c), Kind: graph.Country, Name: "Country " + c, Country: c})
	}
	for i := range places {
		w.places = append(w.places, graph.Ref{ID: fmt.Sprintf("place:p%d", i), Kind: graph.Place, Name: fmt.Sprintf("Place %d", i), Country: countries[i%len(countries)], Type: []string{"city", "region", ""}[i%3]})
	}
	return w
}

func article(i int, outlet string, published time.Time) graph.Article {
	id := fmt.Sprintf("article-%04d", i)
	return graph.Article{ID: id, Outlet: outlet, Published: graph.DayOf(published), Hash: graph.TextHash(id)}
}

// tell makes n statements of an article; pick returns a number below its argument.
func (w *world) tell(a *graph.Article, n int, pick func(int) int) []graph.Statement {
	published, _, _ := a.Published.Window()
	phrases := []string{"an immediate ceasefire in the delta", "a cease-fire in the delta", "the withdrawal of all troops", "withdrawing all the troops", "new tariffs on steel"}
	statuses := []graph.Status{graph.Occurred, graph.Occurred, graph.Planned, graph.Tentative, graph.Cancelled, graph.Denied}
	var out []graph.Statement
	for k := range n {
		s := graph.Statement{
			Article: a.ID, Source: w.actors[pick(len(w.actors))], Target: w.actors[pick(len(w.actors))], Status: statuses[pick(len(statuses))],
			Relation: graph.Accused, Confidence: float64(1+pick(9)) / 10, Rule: "law", Start: 100 * k,
		}
		s.Quote = fmt.Sprintf("Sentence %d of a text of some length, number %d.", k, pick(20))
		s.End = s.Start + len(s.Quote)
		if pick(2) == 0 {
			s.Date = graph.DayOf(published.AddDate(0, 0, pick(5)-3))
		}
		meeting := "meeting:" + graph.Hash(a.ID, strconv.Itoa(pick(3)))
		switch pick(9) {
		case 8:
			s.Relation, s.Source, s.Date = graph.Mentions, graph.Ref{ID: a.ID, Kind: graph.Source, Name: a.ID}, ""
		case 0, 1:
			s.Relation, s.Meeting = graph.MetWith, meeting
		case 2:
			s.Relation = graph.SpokeWith
		case 3:
			s.Relation, s.Target = graph.Attended, graph.Ref{ID: meeting, Kind: graph.Meeting, Name: "a meeting", Type: "talks"}
		case 4:
			s.Relation, s.Target = graph.Rejected, graph.Ref{ID: meeting, Kind: graph.Meeting, Name: "a meeting"}
		case 5:
			name := phrases[pick(len(phrases))]
			s.Relation = []graph.Relation{graph.Proposed, graph.Rejected, graph.Accepted}[pick(3)]
			s.Target = graph.Ref{ID: "proposal:" + graph.Hash(a.ID, name), Kind: graph.Proposal, Name: name}
		case 6:
			s.Relation, s.Source.Office = graph.HoldsOffice, "minister"
		}
		if pick(2) == 0 {
			p := w.places[pick(len(w.places))]
			s.Place = &p
		}
		if s.Source.ID == s.Target.ID {
			continue
		}
		s.Seal()
		out = append(out, s)
	}
	return out
}

type telling struct {
	article    graph.Article
	statements []graph.Statement
}

func genWorld(t *rapid.T) []telling {
	w := newWorld(8, 6)
	n := rapid.IntRange(1, 12).Draw(t, "articles")
	seed := rapid.Uint64().Draw(t, "seed")
	random := rand.New(rand.NewPCG(seed, 1))
	out := make([]telling, 0, n)
	for i := range n {
		outlet := []string{"", "North", "South", "East"}[random.IntN(4)]
		a := article(i, outlet, time.Date(2024, 3, 1+random.IntN(20), 0, 0, 0, 0, time.UTC))
		out = append(out, telling{a, w.tell(&a, random.IntN(10), random.IntN)})
	}
	return out
}

func flat(list []telling) (articles []graph.Article, statements []graph.Statement) {
	for _, t := range list {
		articles = append(articles, t.article)
		statements = append(statements, t.statements...)
	}
	return articles, statements
}

func assembled(t *rapid.T, articles []graph.Article, statements []graph.Statement) string {
	g := assemble.Graph(articles, statements)
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	var b buffer
	if err := g.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return string(b)
}

type buffer []byte

func (b *buffer) Write(p []byte) (int, error) { *b = append(*b, p...); return len(p), nil }

// TestOrder: the graph is a function of the set of articles and statements.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := genWorld(t)
		articles, statements := flat(list)
		want := assembled(t, articles, statements)
		articles = append(articles, articles...)
		statements = append(statements, statements...)
		articles = rapid.Permutation(articles).Draw(t, "articles")
		statements = rapid.Permutation(statements).Draw(t, "statements")
		if got := assembled(t, articles, statements); got != want {
			t.Fatalf("another order, another graph:\n%s\n%s", want, got)
		}
	})
}

// TestAgain: a graph assembled from a graph's own statements is that graph.
func TestAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles, statements := flat(genWorld(t))
		g := assemble.Graph(articles, statements)
		if a, b := assembled(t, articles, statements), assembled(t, g.Articles, g.Statements); a != b {
			t.Fatalf("assembled again:\n%s\n%s", a, b)
		}
	})
}

// TestTakenBack: a graph with an article taken back is the graph without it.
func TestTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := genWorld(t)
		k := rapid.IntRange(0, len(list)-1).Draw(t, "taken back")
		articles, statements := flat(list)
		g := assemble.Graph(articles, statements)
		gone := list[k].article.ID
		rest := slices.DeleteFunc(g.Articles, func(a graph.Article) bool { return a.ID == gone })
		left := slices.DeleteFunc(g.Statements, func(s graph.Statement) bool { return s.Article == gone })
		articles, statements = flat(slices.Delete(slices.Clone(list), k, k+1))
		if a, b := assembled(t, articles, statements), assembled(t, rest, left); a != b {
			t.Fatalf("without and taken back differ:\n%s\n%s", a, b)
		}
	})
}

// TestUntouched: the arguments stay as they are.
func TestUntouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles, statements := flat(genWorld(t))
		before := fmt.Sprintf("%+v %+v", articles, statements)
		assemble.Graph(articles, statements)
		if after := fmt.Sprintf("%+v %+v", articles, statements); after != before {
			t.Fatal("the arguments were changed")
		}
	})
}

// TestMeetingsKeptApart: no node holds two meetings of one article unless they
// are sessions (known days, in person, next to each other), and none whose known
// days are more than two days apart.
func TestMeetingsKeptApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles, statements := flat(genWorld(t))
		nodes := map[string][]assemble.Telling{}
		for _, m := range assemble.Meetings(articles, statements) {
			for _, other := range nodes[m.Node] {
				if other.Article == m.Article && (other.Date == "" || m.Date == "" || !near(other.Date, m.Date)) {
					t.Fatalf("two meetings of %s are one: %s and %s", m.Article, other.Meeting, m.Meeting)
				}
				if !near(other.Date, m.Date) {
					t.Fatalf("one meeting on %s and on %s", other.Date, m.Date)
				}
			}
			nodes[m.Node] = append(nodes[m.Node], m)
		}
	})
}

func near(a, b graph.Date) bool {
	from, to, err := a.Window()
	if err != nil {
		return true
	}
	first, last, err := b.Window()
	return err != nil || first.Sub(to) <= 48*time.Hour && from.Sub(last) <= 48*time.Hour
}

// TestEvidence: every edge has proofs, each once, sources and confidence fit,
// and symmetric edges stand once.
func TestEvidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles, statements := flat(genWorld(t))
		g := assemble.Graph(articles, statements)
		index := g.Index()
		for _, e := range g.Edges {
			if !slices.IsSorted(e.Statements) || len(slices.Compact(slices.Clone(e.Statements))) != len(e.Statements) {
				t.Fatalf("proofs of %s: %v", e.ID, e.Statements)
			}
			most := 0.0
			for _, id := range e.Statements {
				most = max(most, index.Statements[id].Confidence)
			}
			if e.Sources < 1 || e.Sources > len(e.Statements) || e.Confidence < min(most, 0.99)-1e-9 || e.Confidence > 0.99 {
				t.Fatalf("edge %+v: sources or confidence do not fit", e)
			}
			if e.Relation.Symmetric() && e.Target < e.Source || e.Source == e.Target {
				t.Fatalf("edge %+v: ends", e)
			}
		}
	})
}

func BenchmarkGraph(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			articles, statements := many(n)
			b.ReportAllocs()
			for b.Loop() {
				assemble.Graph(articles, statements)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(statements)), "ns/statement")
		})
	}
}

// many makes n statements in articles of ten: a thousand actors, a few of whom
// are in most of the news.
func many(n int) ([]graph.Article, []graph.Statement) {
	w := newWorld(1000, 100)
	random := rand.New(rand.NewPCG(7, 7))
	often := func(k int) int { return int(float64(k) * random.Float64() * random.Float64() * random.Float64()) }
	var articles []graph.Article
	var statements []graph.Statement
	for i := 0; len(statements) < n; i++ {
		a := article(i, fmt.Sprintf("Outlet %d", random.IntN(200)), time.Date(2024, 1, 1+random.IntN(360), 0, 0, 0, 0, time.UTC))
		articles = append(articles, a)
		statements = append(statements, w.tell(&a, 10, often)...)
	}
	return articles, statements
}
