package neo4j

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/graph"
)

// Compare does the client's part of loading g where nothing has changed.
func Compare(g *graph.Graph) bool {
	l := &loading{}
	return l.want(g) == nil && len(l.nodes.digests()) > 0 && len(l.edges.digests()) > 0
}

// Untouched tells whether the database's position says that nothing has changed
// since the last load noted what it holds.
func (s *Store) Untouched(ctx context.Context) (bool, error) {
	at := s.position(ctx)
	had, ok, err := s.holding(ctx)
	return ok && had.untouched(at), err
}

// Schema returns the statements that create constraints and indexes.
func Schema() map[string]string { return schema() }

// LoadCSVTexts returns statements that load the files of WriteImport from the
// server's folder, with the loader's own texts of MERGE: what somebody who
// writes them by hand would use.
func LoadCSVTexts(tb testing.TB, folder string) []string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	texts := newStatements()
	var nodes, links, edges []string
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".csv")
		kind, group, _ := strings.Cut(name, "-")
		from := "LOAD CSV FROM 'file:///" + name + ".csv' AS line WITH line SKIP 1 "
		switch columns := columnsOf(tb, file); kind {
		case "nodes":
			nodes = append(nodes, from+inTransactions(texts.change[group], columns))
		case "edges":
			edges = append(edges, from+inTransactions(texts.change[group], columns))
		case "links":
			links = append(links, from+inTransactions(linkText("MERGE", group), columns))
		}
	}
	return slices.Concat(nodes, links, edges)
}

// inTransactions runs the text's body for each line.
func inTransactions(text string, columns []string) string {
	text = regexp.MustCompile(` REMOVE n:\S+( n\.\S+)?`).ReplaceAllString(text, "") // not needed in an empty database
	body := strings.TrimSuffix(strings.TrimPrefix(text, "UNWIND $rows AS row "), " RETURN count(*)")
	return "WITH [" + strings.Join(columns, ", ") + "] AS row CALL (row) { " + body + " } IN TRANSACTIONS OF 10000 ROWS"
}

// columnsOf converts the columns of a file to their types.
func columnsOf(tb testing.TB, file string) []string {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	header, err := bufio.NewReader(f).ReadString('\n')
	if err != nil {
		tb.Fatal(err)
	}
	names := strings.Split(strings.TrimSpace(header), ",")
	columns := make([]string, 0, len(names))
	for i, name := range names {
		column := "line[" + strconv.Itoa(i) + "]"
		switch _, kind, _ := strings.Cut(name, ":"); kind {
		case "string[]":
			column = "split(" + column + ", '\\u001f')"
		case "date":
			column = "date(" + column + ")"
		case "long":
			column = "toInteger(" + column + ")"
		case "double":
			column = "toFloat(" + column + ")"
		}
		columns = append(columns, column)
	}
	return columns
}
