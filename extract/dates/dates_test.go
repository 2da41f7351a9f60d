package dates_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"entente/extract/dates"
	"entente/extract/internal/dump"
	"entente/extract/nlp"
	"entente/graph"
)

// testCase is a sentence of testdata/cases.txt and what it must give.
type testCase struct {
	text      string
	published graph.Date
	exprs     []string // "Friday = 2024-05-17"
	events    [][2]string
}

func readCases(tb testing.TB) []testCase {
	tb.Helper()
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var cases []testCase
	var published graph.Date
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		trimmed := strings.TrimSpace(line)
		event, date, isEvent := strings.Cut(trimmed, " @ ")
		switch {
		case trimmed == "" || line[0] == '#' || trimmed == "NONE":
		case strings.HasPrefix(line, "published "):
			published = graph.Date(strings.TrimPrefix(line, "published "))
			if published == "-" {
				published = ""
			}
		case line[0] != ' ':
			cases = append(cases, testCase{text: line, published: published})
		case isEvent:
			c := &cases[len(cases)-1]
			c.events = append(c.events, [2]string{event, date})
		default:
			c := &cases[len(cases)-1]
			c.exprs = append(c.exprs, trimmed)
		}
	}
	return cases
}

func annotated(tb testing.TB) map[string]*nlp.Doc {
	tb.Helper()
	f, err := os.Open("testdata/cases.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	docs, err := dump.Read(f)
	if err != nil {
		tb.Fatal(err)
	}
	m := map[string]*nlp.Doc{}
	for _, d := range docs {
		m[d.Text] = d
	}
	return m
}

func show(d *nlp.Doc, e dates.Expr) string {
	sign := map[dates.Rel]string{dates.In: "=", dates.Before: "<", dates.After: ">"}[e.Relation]
	if sign == "" {
		sign = e.Relation.String()
	}
	return fmt.Sprintf("%s %s %s", d.Slice(e.First, e.End), sign, e.Date)
}

func TestCases(t *testing.T) {
	docs := annotated(t)
	for _, c := range readCases(t) {
		d := docs[c.text]
		if d == nil {
			t.Errorf("%q is not annotated: make testdata/cases.jsonl again", c.text)
			continue
		}
		exprs := dates.Find(d, c.published)
		var got []string
		for _, e := range exprs {
			got = append(got, show(d, e))
		}
		if a, b := strings.Join(got, "\n  "), strings.Join(c.exprs, "\n  "); a != b {
			t.Errorf("%s\n got\n  %s\n want\n  %s", c.text, a, b)
		}
		for _, ev := range c.events {
			if got := dateOf(d, exprs, ev[0]); got != ev[1] {
				t.Errorf("%s\n %s is dated %s, want %s", c.text, ev[0], got, ev[1])
			}
		}
	}
}

func dateOf(d *nlp.Doc, exprs []dates.Expr, word string) string {
	for i := range d.Tokens {
		if d.Word(i) == word {
			if date, ok := dates.For(d, exprs, i); ok {
				return string(date)
			}
			return "-"
		}
	}
	return "no such word"
}

func BenchmarkFind(b *testing.B) {
	tokens := 0
	all, cases := annotated(b), readCases(b)
	docs := make([]*nlp.Doc, 0, len(cases))
	for _, c := range cases {
		d := all[c.text]
		docs = append(docs, d)
		tokens += len(d.Tokens)
	}
	for b.Loop() {
		for _, d := range docs {
			exprs := dates.Find(d, "2024-05-15")
			for i := range d.Tokens {
				dates.For(d, exprs, i)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

func TestNoDayOfPublication(t *testing.T) {
	docs := annotated(t)
	d := docs["The minister said on Thursday that he had met the envoy on Tuesday."]
	for _, published := range []graph.Date{"", "2024", "2024-05", "yesterday"} {
		if got := dates.Find(d, published); len(got) != 0 {
			t.Errorf("published %q: %v", published, got)
		}
	}
}

// FuzzFind builds documents whose tokens, tags and heads come from the input:
// nothing may panic or hang, spans must be in order, dates well-formed.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"the eve of last June 12 and 13 , 2019", "two weeks after 31 February", "between 2021 and 2022 , that May", "Feb. 29 to the 31st",
		"9999 decades later , 3000 decades ago , mid - winter 1500", "early late mid last next this that the",
	} {
		f.Add(s, "2024-05-15", []byte{1, 2, 3})
	}
	tags := []string{"NNP", "VBD", "VB", "CD", "IN", "NN", "MD", "DT", "TO"}
	poses := []string{"PROPN", "VERB", "AUX", "NUM", "ADP", "NOUN", "ADJ"}
	deps := []string{"conj", "prep", "pobj", "nsubj", "aux", "ROOT", "xcomp", "relcl", "dobj"}
	f.Fuzz(func(t *testing.T, text, published string, heads []byte) {
		d := &nlp.Doc{Text: text}
		for w := range strings.FieldsSeq(text) {
			start := len(text) - len(strings.TrimLeft(text[0:], " "))
			if n := len(d.Tokens); n > 0 {
				start = int(d.Tokens[n-1].End)
			}
			start += strings.Index(text[start:], w)
			i, h := len(d.Tokens), 0
			if len(heads) > 0 {
				h = int(heads[i%len(heads)])
			}
			d.Tokens = append(d.Tokens, nlp.Token{
				Start: int32(start), End: int32(start + len(w)), Head: int32(h), SentStart: i%7 == 0,
				Tag: tags[(i+h)%len(tags)], Pos: poses[(i+h)%len(poses)], Dep: deps[(i+h)%len(deps)], Lemma: strings.ToLower(w),
			})
		}
		for i := range d.Tokens {
			d.Tokens[i].Head = int32(int(d.Tokens[i].Head) % len(d.Tokens))
		}
		check(t, d, dates.Find(d, graph.Date(published)))
	})
}

func check(t *testing.T, d *nlp.Doc, exprs []dates.Expr) {
	t.Helper()
	last := 0
	for _, e := range exprs {
		if e.First < last || e.End <= e.First || e.End > len(d.Tokens) {
			t.Fatalf("span [%d,%d) after %d", e.First, e.End, last)
		}
		last = e.End
		for _, date := range []graph.Date{e.Date, e.When} {
			if _, _, err := date.Window(); err != nil && (date != "" || e.Relation == dates.In) {
				t.Fatalf("%q: %v", d.Slice(e.First, e.End), err)
			}
		}
	}
	for i := range d.Tokens {
		dates.For(d, exprs, i)
	}
}
