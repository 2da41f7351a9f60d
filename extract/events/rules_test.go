package events_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/extract/dates"
	"entente/extract/events"
	"entente/extract/nlp"
	"entente/graph"
)

// reader runs the stages before events over sentences.
type reader struct {
	language *nlp.Pipeline
	who      *actors.Resolver
	what     *events.Matcher
}

var load = sync.OnceValues(func() (*reader, error) {
	language, err := nlp.Load()
	if err != nil {
		return nil, err
	}
	k, err := kb.Load()
	if err != nil {
		return nil, err
	}
	what, err := events.New()
	return &reader{language: language, who: actors.New(k), what: what}, err
})

func newReader(tb testing.TB) *reader {
	tb.Helper()
	r, err := load()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func (r *reader) read(text string) []graph.Statement {
	const published = "2019-06-12"
	doc := r.language.Annotate(text)
	return r.what.Statements(events.Input{
		Article: &graph.Article{ID: "test", Text: text, Published: published},
		Doc:     doc,
		Who:     r.who.Resolve(doc, published),
		Dates:   dates.Find(doc, published),
	})
}

// edge writes a statement as the rule files do.
func edge(s *graph.Statement) string {
	return fmt.Sprintf("%s %s %s [%s]", s.Source.Name, s.Relation, s.Target.Name, s.Status)
}

// says tells whether a statement is the edge, under any of the names that the
// text uses, in either direction of a symmetric relation.
func says(s *graph.Statement, edge string) bool {
	forms := func(r *graph.Ref) []string { return append(slices.Clone(r.Aliases), r.Name) }
	for _, a := range forms(&s.Source) {
		for _, b := range forms(&s.Target) {
			if graph.Fold(edge) == graph.Fold(fmt.Sprintf("%s %s %s [%s]", a, s.Relation, b, s.Status)) ||
				s.Relation.Symmetric() && graph.Fold(edge) == graph.Fold(fmt.Sprintf("%s %s %s [%s]", b, s.Relation, a, s.Status)) {
				return true
			}
		}
	}
	return false
}

// TestExamples runs every rule's examples, positive and negative.
func TestExamples(t *testing.T) {
	r := newReader(t)
	for _, rule := range r.what.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			for _, e := range rule.Examples {
				want := e.Edge
				if !strings.HasSuffix(want, "]") {
					want += " [occurred]"
				}
				got := make([]string, 0, 8)
				found := false
				for _, s := range r.read(e.Text) {
					got = append(got, s.Rule+": "+edge(&s))
					found = found || s.Rule == rule.Name && says(&s, want)
				}
				if !found {
					t.Errorf("%q\n want %s\n got  %s", e.Text, want, strings.Join(got, "\n      "))
				}
			}
			for _, text := range rule.Counter {
				for _, s := range r.read(text) {
					if s.Rule == rule.Name {
						t.Errorf("%q must give nothing, gives %s", text, edge(&s))
					}
				}
			}
		})
	}
}

// TestEveryRuleHasExamples keeps rules without proof out.
func TestEveryRuleHasExamples(t *testing.T) {
	names := map[string]bool{}
	for _, rule := range newReader(t).what.Rules() {
		if len(rule.Examples) == 0 {
			t.Errorf("%s has no example", rule.Name)
		}
		if names[rule.Name] {
			t.Errorf("%s stands twice", rule.Name)
		}
		names[rule.Name] = true
	}
}
