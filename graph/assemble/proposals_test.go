package assemble_test

import (
	"testing"

	"entente/graph"
	"entente/graph/assemble"
)

// TestProposals lists pairs of tellings of proposals and whether they are one.
func TestProposals(t *testing.T) {
	people := readPeople(t)
	for _, c := range []struct {
		name, a, b string
		one        bool
	}{
		{"same words", "2024-03-16: adaeze PROPOSED 'a ceasefire'", "2024-03-20: adaeze PROPOSED 'a cease-fire'", true},
		{"same words, another proponent", "2024-03-16: adaeze PROPOSED 'a ceasefire'", "2024-03-20: berg PROPOSED 'a ceasefire'", false},
		{"same words a year later", "2024-03-16: adaeze PROPOSED 'a ceasefire'", "2025-03-20: adaeze PROPOSED 'a ceasefire'", false},
		{"other words", "2024-03-16: adaeze PROPOSED 'a ceasefire'", "2024-03-20: adaeze PROPOSED 'a customs union'", false},
		{"more words", "2024-03-16: adaeze PROPOSED 'an exchange of all prisoners'", "2024-03-20: adaeze DEMANDED 'to exchange prisoners of war'", true},
		{"offer and refusal", "2024-03-16: adaeze PROPOSED 'an immediate ceasefire in the delta'", "2024-03-20: tunisia REJECTED 'a ceasefire in the delta'", true},
		{"offer and refusal of one word", "2024-03-16: adaeze PROPOSED 'a ceasefire'", "2024-03-20: tunisia REJECTED 'a ceasefire'", false},
		{"two refusals by one", "2024-03-16: tunisia REJECTED 'the surrender of land'", "2024-03-20: tunisia REJECTED 'surrendering any land'", true},
		{"two refusals by two", "2024-03-16: tunisia REJECTED 'the deal'", "2024-03-20: peru REJECTED 'the deal'", false},
	} {
		corpus := twoArticles(t, people, c.a, c.b)
		g := assemble.Graph(corpus.articles, corpus.statements)
		if err := g.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		n := 0
		for i := range g.Nodes {
			if g.Nodes[i].Kind == graph.Proposal {
				n++
			}
		}
		if (n == 1) != c.one {
			t.Errorf("%s: %d nodes, want one: %v", c.name, n, c.one)
		}
	}
}
