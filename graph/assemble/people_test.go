package assemble_test

import (
	"slices"
	"testing"

	"entente/graph"
	"entente/graph/assemble"
)

// TestPeople lists people as articles name them and who is one node.
func TestPeople(t *testing.T) {
	type person struct{ id, name, country, office string }
	for _, c := range []struct {
		name   string
		people []person
		want   []string // ids of the nodes
	}{
		{
			"initial, same country",
			[]person{{"person:lars-holm", "Lars Holm", "NO", ""}, {"person:l-holm", "L. Holm", "NO", ""}},
			[]string{"person:lars-holm"},
		},
		{
			"initial, no country",
			[]person{{"person:lars-holm", "Lars Holm", "NO", ""}, {"person:l-holm", "L. Holm", "", ""}},
			[]string{"person:l-holm", "person:lars-holm"},
		},
		{
			"initial, same office",
			[]person{{"person:lars-holm", "Lars Holm", "NO", "special envoy"}, {"person:l-holm", "L. Holm", "", "Special Envoy"}},
			[]string{"person:lars-holm"},
		},
		{
			"initial of two",
			[]person{{"person:lars-holm", "Lars Holm", "NO", ""}, {"person:l-holm", "L. Holm", "NO", ""}, {"person:liv-holm", "Liv Holm", "NO", ""}},
			[]string{"person:l-holm", "person:lars-holm", "person:liv-holm"},
		},
		{
			"other country",
			[]person{{"person:lars-holm", "Lars Holm", "NO", "minister"}, {"person:l-holm", "L. Holm", "SE", "minister"}},
			[]string{"person:l-holm", "person:lars-holm"},
		},
		{
			"other office",
			[]person{{"person:lars-holm", "Lars Holm", "NO", "minister"}, {"person:l-holm", "L. Holm", "NO", "footballer"}},
			[]string{"person:l-holm", "person:lars-holm"},
		},
		{
			"spelling, and a known one",
			[]person{{"wd:Q900009", "Oleksiy Petrenko", "UA", ""}, {"person:oleksii-petrenko", "Oleksii Petrenko", "UA", ""}},
			[]string{"wd:Q900009"},
		},
		{
			"two known ones",
			[]person{{"wd:Q900009", "Oleksiy Petrenko", "UA", ""}, {"wd:Q900010", "Oleksii Petrenko", "UA", ""}},
			[]string{"wd:Q900009", "wd:Q900010"},
		},
	} {
		a := graph.Article{ID: "a"}
		statements := make([]graph.Statement, 0, len(c.people))
		for i, p := range c.people {
			s := graph.Statement{
				Article: "a", Source: graph.Ref{ID: p.id, Kind: graph.Person, Name: p.name, Country: p.country, Office: p.office},
				Relation: graph.Accused, Target: graph.Ref{ID: "iso:PE", Kind: graph.Country, Name: "Peru", Country: "PE"},
				Status: graph.Occurred, Quote: "quote", Start: 10 * i, End: 10*i + 5, Rule: "test", Confidence: 0.5,
			}
			s.Seal()
			statements = append(statements, s)
		}
		g := assemble.Graph([]graph.Article{a}, statements)
		if err := g.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var got []string
		for _, n := range g.Nodes {
			if n.Kind == graph.Person {
				got = append(got, n.ID)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for _, p := range c.people { // who was merged is found by the node
			if g.Index().Node(p.id) == nil {
				t.Errorf("%s: no node for %s", c.name, p.id)
			}
		}
	}
}
