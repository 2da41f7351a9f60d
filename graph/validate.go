package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fault is one thing wrong with a graph.
type Fault struct {
	// Where names the part: "edge 3f…", "statement 9a…".
	Where string
	// What tells what is wrong with it.
	What string
}

// Faults is everything wrong with a graph, as one error.
//
//nolint:errname // it is a list first and an error second
type Faults []Fault

// Error lists the faults, one a line.
func (f Faults) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "graph has %d faults:", len(f))
	for _, x := range f {
		fmt.Fprintf(&b, "\n  %s: %s", x.Where, x.What)
	}
	return b.String()
}

// Validate reports every fault of g at once (as Faults), or nil: ids that are
// empty or stand twice, unknown kinds, relations and statuses, edges and
// references that dangle, edges without proof, dates that are none, and, for
// articles whose Text is at hand, quotes that are not the text at their offsets.
func (g *Graph) Validate() error { return g.ValidateWith(g.Index()) }

// ValidateWith is Validate for who has an index of g already.
func (g *Graph) ValidateWith(x *Index) error {
	v := &validator{index: x}
	v.articles(g.Articles)
	v.nodes(g.Nodes)
	v.statements(g.Statements)
	v.edges(g.Edges)
	if len(v.faults) == 0 {
		return nil
	}
	return v.faults
}

type validator struct {
	index  *Index
	faults Faults
}

// place names a record of a graph; its text is made where there is a fault only.
type place struct{ part, id string }

func (v *validator) add(where place, format string, args ...any) {
	v.faults = append(v.faults, Fault{Where: where.part + " " + where.id, What: fmt.Sprintf(format, args...)})
}

// unique reports empty and repeated ids and names the record. seen are the ids so
// far, nil where it is known that none is repeated.
func (v *validator) unique(part string, seen map[string]bool, id string) place {
	where := place{part, id}
	switch {
	case id == "":
		v.add(where, "no id")
	case !utf8.ValidString(id):
		v.add(where, "the id is not UTF-8")
	case seen[id]:
		v.add(where, "the id stands twice")
	}
	if seen != nil {
		seen[id] = true
	}
	return where
}

// seenOf returns where to note ids, nil where all of n are different.
func seenOf(n, different int) map[string]bool {
	if n == different {
		return nil
	}
	return map[string]bool{}
}

func (v *validator) date(where place, d Date) {
	if d == "" {
		return
	}
	if _, _, err := d.Window(); err != nil {
		v.add(where, "%v", err)
	}
}

func (v *validator) articles(list []Article) {
	seen := seenOf(len(list), len(v.index.Articles))
	for i := range list {
		where := v.unique("article", seen, list[i].ID)
		v.date(where, list[i].Published)
	}
}

func (v *validator) nodes(list []Node) {
	seen := seenOf(len(list), len(v.index.Nodes))
	for i := range list {
		n := &list[i]
		where := v.unique("node", seen, n.ID)
		if !n.Kind.Valid() {
			v.add(where, "unknown kind %q", n.Kind)
		}
		if n.Name == "" {
			v.add(where, "no name")
		}
		if n.Status != "" && !n.Status.Valid() {
			v.add(where, "unknown status %q", n.Status)
		}
		v.date(where, n.Date)
		v.node(where, "place", n.Place)
		for _, c := range n.History {
			v.date(where, c.Published)
			if !c.Status.Valid() {
				v.add(where, "history has the unknown status %q", c.Status)
			}
			if v.index.Articles[c.Article] == nil {
				v.add(where, "history names article %q, which is not there", c.Article)
			}
		}
	}
}

// node reports a reference to a node that is not there.
func (v *validator) node(where place, role, id string) {
	if id != "" && v.index.Nodes[id] == nil {
		v.add(where, "%s %q is not there", role, id)
	}
}

func (v *validator) statements(list []Statement) {
	seen := seenOf(len(list), len(v.index.Statements))
	for i := range list {
		s := &list[i]
		where := v.unique("statement", seen, s.ID)
		for _, what := range s.faults(v.index.Articles[s.Article]) {
			v.add(where, "%s", what)
		}
		if v.index.Articles[s.Article] == nil {
			v.add(where, "article %q is not there", s.Article)
		}
	}
}

// Check returns what is wrong with a statement about an article, as one
// error, or nil. Where the article's Text is empty, quotes are not compared.
func (s *Statement) Check(a *Article) error {
	found := s.faults(a)
	if len(found) == 0 {
		return nil
	}
	f := make(Faults, len(found))
	for i, what := range found {
		f[i] = Fault{Where: "statement " + s.ID, What: what}
	}
	return f
}

func (s *Statement) faults(a *Article) []string {
	var out []string
	for _, end := range []struct {
		role string
		ref  *Ref
	}{{"source", &s.Source}, {"target", &s.Target}, {"place", s.Place}, {"speaker", s.Speaker}} {
		switch {
		case end.ref == nil:
		case end.ref.ID == "" || end.ref.Name == "":
			out = append(out, end.role+" has no id or no name")
		case end.ref == &s.Source && s.Relation == Mentions:
			out = append(out, s.mentionFaults()...)
		case !end.ref.Kind.Valid():
			out = append(out, fmt.Sprintf("%s has the unknown kind %q", end.role, end.ref.Kind))
		}
	}
	if !s.Relation.Valid() && s.Relation != Mentions {
		out = append(out, fmt.Sprintf("unknown relation %q", s.Relation))
	}
	if !s.Status.Valid() {
		out = append(out, fmt.Sprintf("unknown status %q", s.Status))
	}
	if s.Source.ID == s.Target.ID {
		out = append(out, "source and target are the same")
	}
	if s.Date != "" {
		if _, _, err := s.Date.Window(); err != nil {
			out = append(out, err.Error())
		}
	}
	if what := confidenceFault(s.Confidence); what != "" {
		out = append(out, what)
	}
	return append(out, s.quoteFaults(a)...)
}

// mentionFaults tells what is wrong with the ends of a statement that an
// article names an entity.
func (s *Statement) mentionFaults() []string {
	var out []string
	if s.Source.Kind != Source || s.Source.ID != s.Article {
		out = append(out, fmt.Sprintf("%s is said of %q, not of the article", Mentions, s.Source.ID))
	}
	if s.Target.Kind.Event() {
		out = append(out, fmt.Sprintf("%s is said to a %s", Mentions, s.Target.Kind))
	}
	return out
}

// confidenceFault tells what is wrong with a confidence; NaN is too.
func confidenceFault(c float64) string {
	if c >= 0 && c <= 1 {
		return ""
	}
	return fmt.Sprintf("confidence %g is not between 0 and 1", c)
}

func (s *Statement) quoteFaults(a *Article) []string {
	switch {
	case s.Quote == "":
		return []string{"no quote"}
	case !utf8.ValidString(s.Quote):
		return []string{"the quote is not UTF-8"}
	case s.Start < 0 || s.End-s.Start != len(s.Quote):
		return []string{fmt.Sprintf("offsets [%d,%d) do not fit a quote of %d bytes", s.Start, s.End, len(s.Quote))}
	case a == nil || a.Text == "":
		return nil
	case s.End > len(a.Text) || a.Text[s.Start:s.End] != s.Quote:
		return []string{fmt.Sprintf("the text at [%d,%d) is not the quote", s.Start, s.End)}
	}
	return nil
}

func (v *validator) edges(list []Edge) {
	seen := map[string]bool{}
	if slices.IsSortedFunc(list, func(a, b Edge) int { return cmp.Or(cmp.Compare(a.ID, b.ID), -1) }) {
		seen = nil
	}
	for i := range list {
		e := &list[i]
		where := v.unique("edge", seen, e.ID)
		if !e.Relation.Valid() {
			v.add(where, "unknown relation %q", e.Relation)
		}
		if !e.Status.Valid() {
			v.add(where, "unknown status %q", e.Status)
		}
		if e.Source == "" || e.Target == "" {
			v.add(where, "an end is missing")
		}
		v.node(where, "source", e.Source)
		v.node(where, "target", e.Target)
		v.node(where, "place", e.Place)
		v.node(where, "meeting", e.Meeting)
		v.date(where, e.Date)
		if what := confidenceFault(e.Confidence); what != "" {
			v.add(where, "%s", what)
		}
		if len(e.Statements) == 0 {
			v.add(where, "no statement proves it")
		}
		for _, id := range e.Statements {
			if v.index.Statements[id] == nil {
				v.add(where, "statement %q is not there", id)
			}
		}
	}
}
