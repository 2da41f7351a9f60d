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
	statements []*graph.Statement
	byID       map[string]int // articles
	sources    *sources.Sources
}

func newInput(articles []graph.Article, statements []graph.Statement) *input {
	in := &input{articles: ordered(articles), statements: canonical(statements)}
	in.index()
	in.sources = sources.New(in.articles, sources.Read(in.statements))
	return in
}

// list returns the statements as values: those they were made of where these are
// the same in the same order.
func (in *input) list(from []graph.Statement) []graph.Statement {
	same := len(from) == len(in.statements)
	for i := 0; same && i < len(from); i++ {
		same = &from[i] == in.statements[i]
	}
	if same {
		return from
	}
	out := make([]graph.Statement, len(in.statements))
	for i, s := range in.statements {
		out[i] = *s
	}
	return out
}

func (in *input) index() {
	in.byID = make(map[string]int, len(in.articles))
	for i := range in.articles {
		in.byID[in.articles[i].ID] = i
	}
}

// ordered returns articles sorted by id, each once.
func ordered(articles []graph.Article) []graph.Article {
	list := distinct(pointers(articles), func(a *graph.Article) string { return a.ID },
		func(a, b *graph.Article) int { return cmp.Or(compareLines(a, b), cmp.Compare(a.Text, b.Text)) })
	out := make([]graph.Article, len(list))
	for i, a := range list {
		out[i] = *a
	}
	return out
}

// canonical returns statements in canonical order, each once.
func canonical(list []graph.Statement) []*graph.Statement {
	out := pointers(list)
	seen := make(map[string]struct{}, len(list))
	for _, s := range out {
		seen[s.ID] = struct{}{}
	}
	if len(seen) == len(list) && inOrder(out) {
		return out
	}
	out = distinct(out, func(s *graph.Statement) string { return s.ID }, compareLines[graph.Statement])
	slices.SortFunc(out, compareStatements)
	return out
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// inOrder tells whether statements are in canonical order, none twice in a row.
func inOrder(list []*graph.Statement) bool {
	for i := 1; i < len(list); i++ {
		if compareStatements(list[i-1], list[i]) >= 0 {
			return false
		}
	}
	return true
}

// compareStatements is graph.CompareStatements without copies of them.
func compareStatements(a, b *graph.Statement) int {
	if c := strings.Compare(a.Article, b.Article); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// distinct sorts a list by id and keeps each id once: of several the one that
// compares lowest.
func distinct[T any](list []*T, id func(*T) string, compare func(a, b *T) int) []*T {
	slices.SortFunc(list, func(a, b *T) int {
		if c := strings.Compare(id(a), id(b)); c != 0 {
			return c
		}
		return compare(a, b)
	})
	return slices.CompactFunc(list, func(a, b *T) bool { return id(a) == id(b) })
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
