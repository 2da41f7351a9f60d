package sample

import (
	"fmt"
	"strings"
	"testing"

	"entente/graph"
)

// Nasty returns texts that break formats which do not escape: quotes, markup,
// script, entities, escapes of DOT, Cypher and CSV, control characters, marks
// that turn the writing direction, no-break spaces, bytes that are no UTF-8.
func Nasty() []string {
	return []string{
		`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'; DROP ALL; MATCH (n) DETACH DELETE n //`,
		"line one\nline two\r\n\ttab", "nul\x00 bell\x07 escape\x1b[31m", "right\u202eto left\u202c", "no\u00a0break\u2007space\u200bzero",
		`back\slash \N \G \l ends with \`, "a|b{c}<d>", "]]> <!-- --> &amp; &lt; &#0; &bogus;", "=1+1,\"cell\";\ttab", "\xff\xfe bad \xc3(",
		"\u2028line\u2029paragraph", "Зеленський 习近平 Şimşek 🕊️", "${x} `code` $x {{y}}", "\ufffe\uffff\ufeff", "",
	}
}

// Hostile returns a graph in which every text is one of Nasty's. It is not
// valid in the sense of graph.Validate: exporters must not depend on that.
func Hostile(tb testing.TB) *graph.Graph {
	tb.Helper()
	g := &graph.Graph{}
	for i, s := range Nasty() {
		id := fmt.Sprintf("a%02d", i)
		g.Articles = append(g.Articles, graph.Article{ID: id, Title: s, Outlet: s, URL: "javascript:alert(1)//" + s, Published: "2025-08-15"})
		kind := graph.Kinds()[i%len(graph.Kinds())]
		node := graph.Node{
			ID: fmt.Sprintf("x:%02d%s", i, s), Kind: kind, Name: s, Aliases: []string{s}, Type: s, Country: s, Wikidata: s,
			Offices: []string{s}, Place: s, History: []graph.Change{{Article: id, Status: graph.Planned}},
		}
		g.Nodes = append(g.Nodes, node)
	}
	for i, s := range Nasty() {
		from, to := g.Nodes[i], g.Nodes[(i+1)%len(g.Nodes)]
		st := graph.Statement{
			Article: g.Articles[i].ID, Source: graph.Ref{ID: from.ID, Kind: from.Kind, Name: s}, Target: graph.Ref{ID: to.ID, Kind: to.Kind, Name: s},
			Relation: graph.Relations()[i], Status: graph.Statuses()[i%5], Speaker: &graph.Ref{ID: from.ID, Kind: from.Kind, Name: s},
			Quote: "“" + s + "”", Rule: s, Plover: s, End: len(s),
		}
		st.Seal()
		g.Statements = append(g.Statements, st)
		g.Edges = append(g.Edges, graph.Edge{
			ID: fmt.Sprintf("e%02d", i), Source: from.ID, Target: to.ID, Relation: st.Relation, Status: st.Status, Statements: []string{st.ID, s}, Sources: i,
		})
	}
	g.Edges = append(g.Edges, graph.Edge{ID: "dangling", Source: "nobody", Target: "nowhere", Relation: "UNHEARD_OF", Status: "odd"})
	g.Sort()
	return g
}

// Crowd returns a valid graph of n people with about two edges each, one in
// eight of them a hub with many, for benchmarks and limits.
func Crowd(tb testing.TB, n int) *graph.Graph {
	tb.Helper()
	var nodes, says strings.Builder
	says.WriteString("article a1 | Harbour Post | 2025-08-11 | https://harbour.example/crowd | A crowd\n> Everybody talked about somebody.\n")
	for i := range n {
		fmt.Fprintf(&nodes, "node n%d | person:n%04d | Person | Somebody Number %d | |\n", i, i, i)
		if to := (i*3 + 7) % max(n/8, 1); to != i {
			fmt.Fprintf(&says, "n%d WARNED n%d\n", i, to)
		}
		if to := (i + i%5 + 1) % n; to != i {
			fmt.Fprintf(&says, "n%d SUPPORTED n%d\n", i, to)
		}
	}
	g, err := Parse(nodes.String() + says.String())
	if err != nil {
		tb.Fatal(err)
	}
	return g
}
