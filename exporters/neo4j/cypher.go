package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"entente/graph"
)

// All Cypher that writes is made here, from the closed lists of labels, types
// and property names; values travel as parameters only. $rows is a list of
// positional rows, see record.row.

// statements are the texts that write each group of records.
type statements struct {
	// create writes records that are not there, the fastest way; change writes
	// records that may be there, with other labels, and can be repeated; by group.
	create, change map[string]string
}

func newStatements() *statements {
	s := &statements{create: map[string]string{}, change: map[string]string{}}
	for _, k := range graph.Kinds() {
		s.node(string(k), labelsOf(k), nodeProperties())
	}
	s.node(labelArticle, []string{labelArticle}, articleProperties())
	s.node(labelStatement, []string{labelStatement}, statementProperties())
	for _, r := range graph.Relations() {
		s.create[string(r)] = relationship("CREATE", string(r))
		s.change[string(r)] = relationship("MERGE", string(r))
	}
	return s
}

func (s *statements) node(group string, labels, properties []string) {
	text := func(verb, remove string) string {
		return "UNWIND $rows AS row " + verb + " (n:" + labelOurs + " {id: row[0]})" + remove +
			" SET n:" + strings.Join(labels, ":") + assignments("n", properties, 1) + " RETURN count(*)"
	}
	s.create[group] = text("CREATE", "")
	s.change[group] = text("MERGE", " REMOVE n:"+strings.Join(without(nodeLabels(), labels), ":")+", n."+refsProperty)
}

// without returns the list without the others.
func without(list, others []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(others, s) })
}

func relationship(verb, kind string) string {
	return "UNWIND $rows AS row " + matchByID("a", "row[1]") + matchByID("b", "row[2]") +
		verb + " (a)-[r:" + kind + " {id: row[0]}]->(b) SET " + strings.TrimPrefix(assignments("r", edgeProperties(), 3), ", ") + " RETURN count(*)"
}

// assignments sets the properties from the row's places first and up, and the
// hash from the one after.
func assignments(variable string, properties []string, first int) string {
	var b strings.Builder
	for i, p := range append(properties, hashProperty) {
		fmt.Fprintf(&b, ", %s.%s = row[%d]", variable, p, first+i)
	}
	return b.String()
}

// matchByID finds a node by the index. The hint is needed: a plan that was made
// while the database was nearly empty scans all nodes, and is kept.
func matchByID(variable, id string) string {
	return "MATCH (" + variable + ":" + labelOurs + " {id: " + id + "}) USING INDEX SEEK " + variable + ":" + labelOurs + "(id) "
}

// linkText writes links of one type; a row is the two ends.
func linkText(verb, kind string) string {
	return "UNWIND $rows AS row " + matchByID("a", "row[0]") + matchByID("b", "row[1]") + verb + " (a)-[:" + kind + "]->(b) RETURN count(*)"
}

// Texts that read the state of the database. A digest has rows for each of
// $buckets classes of hashes, one for each type: the class, how many, and the sums
// of the hashes' lower and upper halves. A list has a row for each record of the classes
// $dirty: id, hash, how the database calls it, number of links; where $dirty
// is null, of all.
const (
	textSums  = " RETURN hash % $buckets AS class, count(*) AS n, sum(hash % 4294967296) AS low, sum(hash / 4294967296) AS high"
	textDirty = "($dirty IS NULL OR hash IS NULL OR hash % $buckets IN $dirty)"
	textLinks = "COUNT { (n)-[:" + linksOut + "]->() } + COUNT { (n)<-[:" + typeHasStatement + "]-() }"

	textNodes      = "MATCH (n:" + labelOurs + ") WITH n, n." + hashProperty + " AS hash "
	textNodeDigest = textNodes + "WHERE hash IS NOT NULL" + textSums
	textNodeList   = textNodes + "WHERE " + textDirty + " RETURN n.id, hash, CASE WHEN n:" + labelRetired + " THEN '" + labelRetired + "' ELSE '' END, " +
		"CASE WHEN $links THEN " + textLinks + " ELSE 0 END"
)

// eachRelation gives a text for the edges r of all types, with their hashes, one
// type after the other: a pattern of all types at once takes five times as long.
// The text must name its columns.
func eachRelation(text string) string {
	texts := make([]string, len(graph.Relations()))
	for i, kind := range graph.Relations() {
		texts[i] = "MATCH ()-[r:" + string(kind) + "]->() WITH r, r." + hashProperty + " AS hash WHERE hash IS NOT NULL" + text
	}
	return strings.Join(texts, " UNION ALL ")
}

func textEdgeDigest() string { return eachRelation(textSums) }

func textEdgeList() string {
	return eachRelation(" AND " + textDirty + " RETURN r.id AS id, hash, elementId(r) AS element, 0 AS links")
}

// deleteEdges deletes edges of some types; a row is as record.row begins. One text
// for all of them: planning a text costs the server more than a few hundred rows.
func deleteEdges(kinds []string) string {
	return "UNWIND $rows AS row " + matchByID("a", "row[1]") + matchByID("b", "row[2]") +
		"MATCH (a)-[r:" + strings.Join(kinds, "|") + "]->(b) WHERE r.id = row[0] AND r." + hashProperty + " IS NOT NULL DELETE r"
}

// textLinkCounts counts the links of each type, the database's own statistics.
func textLinkCounts() string {
	kinds := linkTypes()
	counts := make([]string, len(kinds))
	for i, kind := range kinds {
		counts[i] = "MATCH ()-[r:" + kind + "]->() RETURN '" + kind + "' AS kind, count(r) AS n"
	}
	return strings.Join(counts, " UNION ALL ")
}

// Texts that delete.
const (
	// An element's id may be that of another relationship by the time a batch is
	// repeated: the row's id says whether it still is the same.
	textSameEdge    = "elementId(r) = row[1] AND r.id = row[0] AND r." + hashProperty + " IS NOT NULL"
	textDeleteEdges = "UNWIND $rows AS row MATCH ()-[r]->() WHERE " + textSameEdge + " DELETE r"
	// textDeleteMoved deletes an edge that has another type or other ends than
	// row[2], row[3], row[4] say.
	textDeleteMoved = "UNWIND $rows AS row MATCH (a)-[r]->(b) WHERE " + textSameEdge + " AND (type(r) <> row[2] OR a.id <> row[3] OR b.id <> row[4]) DELETE r"

	textByID           = "UNWIND $rows AS id MATCH (n:" + labelOurs + " {id: id}) USING INDEX SEEK n:" + labelOurs + "(id)"
	textDeleteLinksOut = textByID + " MATCH (n)-[r:" + linksOut + "]->(:" + labelOurs + ") DELETE r"
	textDeleteLinksIn  = textByID + " MATCH (n)<-[r:" + typeHasStatement + "]-(:" + labelOurs + ") DELETE r"
	textDeleteAllLinks = textByID + " MATCH (n)-[r:" + linksOut + "|" + typeHasStatement + "]-(:" + labelOurs + ") DELETE r"
	textDeleteNodes    = textByID + " WITH n WHERE NOT (n)--() DELETE n RETURN count(*)"
	textRetireNodes    = textByID + " SET n:" + labelRetired + " REMOVE n." + hashProperty + " RETURN count(n)"
)
