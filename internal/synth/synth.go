// Package synth makes large sets of articles and what they say, the same every
// time, to measure with.
package synth

import (
	"fmt"
	"math/rand/v2"
	"time"

	"entente/graph"
)

// Set makes articles that assemble to a graph of about n nodes and 4n edges:
// ten statements an article, one in eighteen of a meeting; one end in five is one
// of the most prominent hundredth.
func Set(n int) graph.Set {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same every time
	kinds := []graph.Kind{graph.Person, graph.Person, graph.Country, graph.Organization, graph.Place}
	entities := make([]graph.Ref, n*8/10)
	for i := range entities {
		k := kinds[i%len(kinds)]
		entities[i] = graph.Ref{
			ID: fmt.Sprintf("%s:n%07d", k, i), Kind: k, Name: fmt.Sprintf("The name of %d", i), Aliases: []string{fmt.Sprintf("Alias %d", i), fmt.Sprintf("N%d", i)},
			Country: fmt.Sprintf("%c%c", 'A'+i%7, 'A'+i/7%7),
		}
	}
	relations := []graph.Relation{graph.AgreedWith, graph.Accused, graph.Supported, graph.Visited, graph.Invited}
	var set graph.Set
	for i := range n * 36 / 10 {
		if i%10 == 0 {
			set.Articles = append(set.Articles, graph.Article{
				ID: fmt.Sprintf("article-%07d", i/10), Title: fmt.Sprintf("Article %d", i/10), Published: graph.DayOf(time.Date(2025, 1, 1+i/10%365, 0, 0, 0, 0, time.UTC)),
				Outlet: fmt.Sprintf("Outlet %d", i%97), Words: 400,
			})
		}
		from, to := random.IntN(len(entities)), random.IntN(len(entities)-1)
		if i%5 == 0 {
			from = random.IntN(max(n/100, 1))
		}
		if to >= from {
			to++
		}
		s := graph.Statement{
			Article: set.Articles[i/10].ID, Source: entities[from], Relation: relations[i%len(relations)], Target: entities[to], Status: graph.Occurred,
			Date: set.Articles[i/10].Published, Start: i % 10 * 100, Rule: "generated", Confidence: 0.75,
			Quote: fmt.Sprintf("The name of %d did something that concerns the name of %d", from, to),
		}
		if i%18 == 0 {
			s.Relation, s.Meeting = graph.MetWith, fmt.Sprintf("meeting:%d", i)
		}
		s.End = s.Start + len(s.Quote)
		s.Seal()
		set.Statements = append(set.Statements, s)
	}
	return set
}
