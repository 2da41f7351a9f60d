package assemble_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"entente/graph"
)

// corpus reads articles and statements in the notation of testdata/*.txt:
//
//	node NAME | ID | Kind | Country | Type | Name
//	article ID | PUBLISHED | Outlet
//	SOURCE RELATION TARGET [STATUS] [@MEETING] [on DATE] [in PLACE] [by SPEAKER] [as OFFICE] [: quote]
//
// A target "@MEETING" is a meeting of the article, "'words of a proposal'" a
// proposal.
type corpus struct {
	nodes      map[string]graph.Ref
	articles   []graph.Article
	statements []graph.Statement
}

func readPeople(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("testdata/people.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// twoArticles reads "PUBLISHED: STATEMENT; STATEMENT" twice, "-" for no day.
func twoArticles(tb testing.TB, people string, texts ...string) *corpus {
	tb.Helper()
	var b strings.Builder
	b.WriteString(people)
	for i, a := range texts {
		day, statements, _ := strings.Cut(a, ": ")
		fmt.Fprintf(&b, "\narticle x%d | %s | \n%s\n", i, strings.TrimSuffix(day, "-"), strings.ReplaceAll(statements, ";", "\n"))
	}
	return parseCorpus(tb, b.String())
}

func parseCorpus(tb testing.TB, text string) *corpus {
	tb.Helper()
	c := &corpus{nodes: map[string]graph.Ref{}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := c.line(line); err != nil {
			tb.Fatalf("line %d: %v", i+1, err)
		}
	}
	return c
}

func (c *corpus) line(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	f := strings.Split(rest, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	switch word {
	case "node":
		r := graph.Ref{ID: f[1], Kind: graph.Kind(f[2]), Country: f[3], Type: f[4], Name: f[5]}
		if wd, ok := strings.CutPrefix(r.ID, "wd:"); ok {
			r.Wikidata = wd
		}
		c.nodes[f[0]] = r
	case "article":
		c.articles = append(c.articles, graph.Article{ID: f[0], Published: graph.Date(f[1]), Outlet: f[2], Hash: graph.TextHash(f[0])})
	default:
		return c.statement(line)
	}
	return nil
}

func (c *corpus) ref(word string) (graph.Ref, error) {
	article := c.articles[len(c.articles)-1].ID
	if m, ok := strings.CutPrefix(word, "@"); ok {
		return graph.Ref{ID: "meeting:" + graph.Hash(article, m), Kind: graph.Meeting, Name: "meeting " + m, Type: strings.TrimRight(m, "0123456789")}, nil
	}
	if p, ok := strings.CutPrefix(word, "'"); ok {
		p = strings.ReplaceAll(p, "_", " ")
		return graph.Ref{ID: "proposal:" + graph.Hash(article, graph.Fold(p)), Kind: graph.Proposal, Name: p}, nil
	}
	r, ok := c.nodes[word]
	if !ok {
		return r, fmt.Errorf("no node %q", word)
	}
	return r, nil
}

func (c *corpus) statement(line string) error {
	claim, quote, _ := strings.Cut(line, " : ")
	w := strings.Fields(quoted(claim))
	s := graph.Statement{Article: c.articles[len(c.articles)-1].ID, Relation: graph.Relation(w[1]), Status: graph.Occurred, Confidence: 0.8, Rule: "test"}
	s.Quote = quote
	if quote == "" {
		s.Quote = fmt.Sprintf("%s in %s", claim, s.Article)
	}
	s.Start = 100 * len(c.statements)
	s.End = s.Start + len(s.Quote)
	var err error
	if s.Source, err = c.ref(w[0]); err != nil {
		return err
	}
	if s.Target, err = c.ref(w[2]); err != nil {
		return err
	}
	for i := 3; i < len(w); i++ {
		switch {
		case w[i][0] == '@':
			s.Meeting = "meeting:" + graph.Hash(s.Article, w[i][1:])
		case w[i] == "on":
			i++
			s.Date = graph.Date(w[i])
		case w[i] == "in" || w[i] == "by":
			r, err := c.ref(w[i+1])
			if err != nil {
				return err
			}
			if w[i] == "in" {
				s.Place = &r
			} else {
				s.Speaker = &r
			}
			i++
		case w[i] == "as":
			s.Source.Office = strings.Join(w[i+1:], " ")
			i = len(w)
		default:
			s.Status = graph.Status(w[i])
		}
	}
	s.Seal()
	c.statements = append(c.statements, s)
	return nil
}

// quoted joins the words between ' and ' so that they are one field.
func quoted(line string) string {
	parts := strings.Split(line, "'")
	if len(parts) < 3 {
		return line
	}
	return parts[0] + "'" + strings.ReplaceAll(parts[1], " ", "_") + parts[2]
}
