package sources_test

import (
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/assemble/internal/sources"
)

// quotes makes a statement of an article for each word, with a long quote.
func quotes(article, words string) []*graph.Statement {
	var out []*graph.Statement
	for w := range strings.FieldsSeq(words) {
		out = append(out, &graph.Statement{Article: article, Quote: "A sentence that is long enough to tell a copy, about " + w + "."})
	}
	return out
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []graph.Article
		quotes   [][2]string
		want     int
	}{
		{"two outlets", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "South"}}, nil, 2},
		{"one outlet twice", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "north "}}, nil, 1},
		{"no outlets", []graph.Article{{ID: "a", Hash: "1"}, {ID: "b", Hash: "2"}}, nil, 2},
		{"one text in two outlets", []graph.Article{{ID: "a", Outlet: "North", Hash: "1"}, {ID: "b", Outlet: "South", Hash: "1"}}, nil, 1},
		{"near copies", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "South"}}, [][2]string{{"a", "oil gas coal"}, {"b", "oil gas"}}, 1},
		{"one short copy", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "South"}}, [][2]string{{"a", "oil gas coal"}, {"b", "oil"}}, 1},
		{"one sentence in common", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "South"}}, [][2]string{{"a", "oil gas coal"}, {"b", "oil peat wood"}}, 2},
		{"a copy and an article of the outlet that ran it", []graph.Article{{ID: "a", Outlet: "North"}, {ID: "b", Outlet: "South", Hash: "1"}, {ID: "c", Outlet: "North", Hash: "1"}}, nil, 1},
		{"copies that others hold together are not two outlets' one source", []graph.Article{{ID: "a", Outlet: "North", Hash: "1"}, {ID: "b", Outlet: "South", Hash: "2"}}, nil, 2},
	} {
		statements := make([]*graph.Statement, 0, 8)
		for _, q := range c.quotes {
			statements = append(statements, quotes(q[0], q[1])...)
		}
		ids := make([]string, 0, len(c.articles))
		for _, a := range c.articles {
			ids = append(ids, a.ID)
		}
		if got := sources.New(c.articles, sources.Read(statements)).Count(ids); got != c.want {
			t.Errorf("%s: %d sources, want %d", c.name, got, c.want)
		}
	}
	if n := sources.New(nil, sources.Quotes{}).Count([]string{"x", "y", "x"}); n != 2 {
		t.Errorf("unknown articles: %d sources, want 2", n)
	}
}
