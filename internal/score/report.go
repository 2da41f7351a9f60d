package score

import (
	"fmt"
	"io"
	"strings"

	"entente/graph"
)

// String writes a fact as "ids RELATIONS ids".
func (f *Fact) String() string {
	rel := make([]string, len(f.Relations))
	for i, r := range f.Relations {
		rel[i] = string(r)
	}
	return strings.Join(f.Source, "|") + " " + strings.Join(rel, "|") + " " + strings.Join(f.Target, "|")
}

// String writes a meeting as "participants [statuses]".
func (m *Meeting) String() string {
	st := make([]string, len(m.Status))
	for i, s := range m.Status {
		st[i] = string(s)
	}
	return strings.Join(m.Participants, ", ") + " [" + strings.Join(st, "|") + "]"
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Precision is the share of what was said that is right; strict asks for the
// status too, here and in Recall and F1.
func (c *Count) Precision(strict bool) float64 {
	if strict {
		return ratio(c.RightStrict, c.Said)
	}
	return ratio(c.Right, c.Said)
}

// Recall is the share of the required labels that were found.
func (c *Count) Recall(strict bool) float64 {
	if strict {
		return ratio(c.FoundStrict, c.Gold)
	}
	return ratio(c.Found, c.Gold)
}

// F1 is the harmonic mean of precision and recall.
func (c *Count) F1(strict bool) float64 { return f1(c.Precision(strict), c.Recall(strict)) }

// WriteMarkdown writes the figures as Markdown tables.
func (res *Result) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	t := &res.Total
	fmt.Fprintf(&b, "| measure | value |\n| --- | ---: |\n")
	fmt.Fprintf(&b, "| articles | %d |\n| statements | %d |\n", res.Articles, t.Said)
	fmt.Fprintf(&b, "| precision | %.3f |\n| recall | %.3f |\n| **F1** | **%.3f** |\n", t.Precision(false), t.Recall(false), t.F1(false))
	fmt.Fprintf(&b, "| precision, status too | %.3f |\n| recall, status too | %.3f |\n| **F1, status too** | **%.3f** |\n", t.Precision(true), t.Recall(true), t.F1(true))
	fmt.Fprintf(&b, "| entities found | %.3f |\n| meetings found | %.3f |\n", ratio(res.EntitiesFound, res.Entities), ratio(res.Meetings.Found, res.Meetings.Gold))
	fmt.Fprintf(&b, "| wrong quotes | %d |\n| forbidden edges | %d |\n\n", res.BadQuotes, res.Forbidden)
	fmt.Fprintf(&b, "| relation | labelled | found | said | right | recall | precision |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, r := range graph.Relations() {
		if c := res.Relations[r]; c != nil && c.Gold+c.Said > 0 {
			fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %s | %s |\n", r, c.Gold, c.Found, c.Said, c.Right,
				share(c.Recall(false), c.Gold), share(c.Precision(false), c.Said))
		}
	}
	fmt.Fprintf(&b, "| (meetings) | %d | %d | | | %.3f | |\n", res.Meetings.Gold, res.Meetings.Found, res.Meetings.Recall(false))
	_, err := io.WriteString(w, b.String())
	return err
}

// share writes a ratio, and nothing where it is one of nothing.
func share(value float64, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.3f", value)
}

// WriteErrors writes every error as a Markdown list, by article.
func (res *Result) WriteErrors(w io.Writer) error {
	var b strings.Builder
	article := ""
	for i := range res.Errors {
		e := &res.Errors[i]
		if e.Article != article {
			article = e.Article
			fmt.Fprintf(&b, "\n### %s\n\n", article)
		}
		fmt.Fprintf(&b, "- **%s** %s", e.What, e.Edge)
		if e.Why != "" {
			fmt.Fprintf(&b, " (%s)", e.Why)
		}
		if e.Rule != "" {
			fmt.Fprintf(&b, " by `%s`", e.Rule)
		}
		fmt.Fprintf(&b, "\n  > %s\n", strings.Join(strings.Fields(e.Quote), " "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
