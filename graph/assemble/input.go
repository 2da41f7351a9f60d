package assemble

import (
	"cmp"
	"slices"
	"strings"

	"entente/graph"
	"entente/graph/assemble/internal/sources"
)

// input is a set of statements and their articles: each once, in canonical
// order, whatever order they came in.
type input struct {
	articles   []graph.Article
	statements []graph.Statement
	byID       map[string]int // articles
	sources    *sources.Sources
}

func newInput(articles []graph.Article, statements []graph.Statement) *input {
	in := &input{
		articles: distinct(articles, func(a *graph.Article) string { return a.ID },
			func(a, b *graph.Article) int { return cmp.Or(compareLines(a, b), cmp.Compare(a.Text, b.Text)) }),
		statements: statements,
	}
	if !canonical(statements) {
		in.statements = distinct(statements, func(s *graph.Statement) string { return s.ID }, compareLines[graph.Statement])
		slices.SortFunc(in.statements, graph.CompareStatements)
	}
	in.byID = make(map[string]int, len(in.articles))
	for i := range in.articles {
		in.byID[in.articles[i].ID] = i
	}
	in.sources = sources.New(in.articles, in.statements)
	return in
}

// canonical tells whether statements are in canonical order, each once.
func canonical(list []graph.Statement) bool {
	seen := make(map[string]struct{}, len(list))
	for i := range list {
		b := &list[i]
		seen[b.ID] = struct{}{}
		if i == 0 {
			continue
		}
		a := &list[i-1]
		if a.Article > b.Article || a.Article == b.Article && (a.Start > b.Start || a.Start == b.Start && (a.End > b.End || a.End == b.End && a.ID >= b.ID)) {
			return false
		}
	}
	return len(seen) == len(list)
}

// distinct returns a sorted copy of the list with each id once; of several
// with one id the one that compares lowest.
func distinct[T any](list []T, id func(*T) string, compare func(a, b *T) int) []T {
	order := make([]*T, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortFunc(order, func(a, b *T) int {
		if c := strings.Compare(id(a), id(b)); c != 0 {
			return c
		}
		return compare(a, b)
	})
	out := make([]T, 0, len(list))
	for i, v := range order {
		if i == 0 || id(order[i-1]) != id(v) {
			out = append(out, *v)
		}
	}
	return out
}

// compareLines compares two values by their JSON.
func compareLines[T any](a, b *T) int {
	x, err := graph.MarshalLine(a)
	if err != nil {
		return 0
	}
	y, err := graph.MarshalLine(b)
	if err != nil {
		return 0
	}
	return strings.Compare(string(x), string(y))
}

// article returns the article of a statement, or nil where it is not known.
func (in *input) article(s *graph.Statement) *graph.Article {
	if i, ok := in.byID[s.Article]; ok {
		return &in.articles[i]
	}
	return nil
}

// refs calls f for every reference of a statement to a node, in order.
func refs(s *graph.Statement, f func(r *graph.Ref)) {
	for _, r := range []*graph.Ref{&s.Source, &s.Target, s.Place, s.Speaker} {
		if r != nil && r.ID != "" && r.Kind != graph.Source {
			f(r)
		}
	}
}

// counts counts strings, each with a weight.
type counts map[string]int

func (c counts) add(s string) { c.addTimes(s, 1) }

func (c counts) addTimes(s string, n int) {
	if s != "" {
		c[s] += n
	}
}

// best returns the string that comes first by compare, and "" of none.
func (c counts) best(compare func(a, b string) int) string {
	out, found := "", false
	for s := range c {
		if !found || compare(s, out) < 0 {
			out, found = s, true
		}
	}
	return out
}

// most orders strings by how often they were counted, then by themselves.
func (c counts) most(a, b string) int {
	return cmp.Or(cmp.Compare(c[b], c[a]), strings.Compare(a, b))
}

func (c counts) sorted() []string {
	out := make([]string, 0, len(c))
	for s := range c {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
