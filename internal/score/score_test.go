package score_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/graph"
	"entente/internal/score"
)

const article = "Ann Lee of Norland met Bo Ek.\nNorland rejected the plan for a canal. Ann Lee will call Cy Oz.\n"

const labels = `{"article":"a.txt","published":"2020-01-02",
"entities":[
 {"id":"lee","kind":"Person","names":["Ann Lee","Lee"]},
 {"id":"ek","kind":"Person","names":["Bo Ek"]},
 {"id":"oz","kind":"Person","names":["Cy Oz"]},
 {"id":"uk","kind":"Country","names":["Norland"],"ref":"GB"},
 {"id":"river","kind":"Place","names":["River"],"optional":true}],
"meetings":[
 {"id":"m1","participants":["lee","ek"],"status":["occurred"],"quote":"met Bo Ek"},
 {"id":"m2","participants":["lee","oz"],"status":["planned"],"type":"call"}],
"facts":[
 {"s":["uk"],"p":["REJECTED"],"o":["*plan*"]},
 {"s":["lee"],"p":["HOLDS_OFFICE"],"o":["uk"],"quote":"Lee of Norland"},
 {"s":["lee"],"p":["VISITED"],"o":["river"],"optional":true}],
"forbidden":[{"s":["ek"],"p":["MET_WITH"],"o":["oz"],"why":"never said"}]}`

func load(t *testing.T) *score.Case {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": article, "a.json": labels} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cases, err := score.Load(dir, "")
	if err != nil || len(cases) != 1 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	return &cases[0]
}

func person(name string) graph.Ref {
	return graph.Ref{ID: graph.LocalID(graph.Person, name), Kind: graph.Person, Name: name}
}

func statement(s graph.Ref, r graph.Relation, o graph.Ref, status graph.Status) graph.Statement {
	quote := "Ann Lee of Norland met Bo Ek."
	return graph.Statement{Source: s, Relation: r, Target: o, Status: status, Quote: quote, End: len(quote), Rule: "test"}
}

func TestAdd(t *testing.T) {
	norland := graph.Ref{ID: "iso:GB", Kind: graph.Country, Name: "United Kingdom"}
	plan := graph.Ref{ID: "proposal:1", Kind: graph.Proposal, Name: "the plan for a canal"}
	badQuote := statement(norland, graph.Rejected, plan, graph.Occurred)
	badQuote.Quote = "something else"
	for _, c := range []struct {
		name                                 string
		list                                 []graph.Statement
		right, strict, found, bad, forbidden int
	}{
		{name: "nothing"},
		{name: "a meeting", list: []graph.Statement{statement(person("Ann Lee"), graph.MetWith, person("Bo Ek"), graph.Occurred)}, right: 1, strict: 1, found: 1},
		{name: "its status wrong", list: []graph.Statement{statement(person("Lee"), graph.MetWith, person("Bo Ek"), graph.Planned)}, right: 1, found: 1},
		{name: "a call is no meeting in person", list: []graph.Statement{statement(person("Ann Lee"), graph.MetWith, person("Cy Oz"), graph.Planned)}},
		{name: "a call, other way round", list: []graph.Statement{statement(person("Cy Oz"), graph.SpokeWith, person("President Ann Lee"), graph.Planned)}, right: 1, strict: 1, found: 1},
		{name: "a country by its code and a pattern", list: []graph.Statement{statement(norland, graph.Rejected, plan, graph.Occurred)}, right: 1, strict: 1, found: 1},
		{name: "a quote that is not the text", list: []graph.Statement{badQuote}, right: 1, strict: 1, found: 1, bad: 1},
		{name: "a forbidden edge", list: []graph.Statement{statement(person("Cy Oz"), graph.MetWith, person("Bo Ek"), graph.Occurred)}, forbidden: 1},
		{name: "an office has no status", list: []graph.Statement{statement(person("Ann Lee"), graph.HoldsOffice, norland, graph.Past)}, right: 1, strict: 1, found: 1},
		{name: "the direction matters", list: []graph.Statement{statement(norland, graph.HoldsOffice, person("Ann Lee"), graph.Past)}},
		{name: "an optional fact is right and not missed", list: []graph.Statement{statement(person("Ann Lee"), graph.Visited, graph.Ref{ID: "place:river", Kind: graph.Place, Name: "River"}, graph.Occurred)}, right: 1, strict: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := score.NewResult()
			res.Add(load(t), c.list)
			n := res.Total
			if n.Right != c.right || n.RightStrict != c.strict || n.Found != c.found || res.BadQuotes != c.bad || res.Forbidden != c.forbidden {
				t.Errorf("right %d strict %d found %d bad %d forbidden %d, want %d %d %d %d %d", n.Right, n.RightStrict, n.Found, res.BadQuotes, res.Forbidden, c.right, c.strict, c.found, c.bad, c.forbidden)
			}
			if n.Gold != 4 {
				t.Errorf("%d required labels, want 2 facts and 2 meetings", n.Gold)
			}
		})
	}
}

func TestLoadFaults(t *testing.T) {
	dir := t.TempDir()
	if _, err := score.Load(dir, ""); err == nil {
		t.Error("an empty folder is no set of labels")
	}
	if err := os.WriteFile(filepath.Join(dir, "a.json"), []byte(`{"article":"../a.txt"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := score.Load(dir, ""); err == nil || !strings.Contains(err.Error(), "want the name of a file") {
		t.Errorf("error is %v", err)
	}
}
