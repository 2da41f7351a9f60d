package neo4j

import (
	"fmt"
	"strings"

	"entente/graph"
)

// All Cypher that writes is made here, from the closed lists of labels, types
// and property names; values travel as parameters only. $rows is a list of
// positional rows, see record.row.

// statements are the texts that write each group of records.
type statements struct {
	// create writes a record that is new, change one that may stand there with
	// other labels; by group.
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
		s.create[string(r)] = relationship(string(r))
		s.change[string(r)] = s.create[string(r)]
	}
	return s
}

func (s *statements) node(group string, labels, properties []string) {
	text := func(remove []string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "UNWIND $rows AS row MERGE (n:%s {id: row[0]})", labelOurs)
		if len(remove) > 0 {
			fmt.Fprintf(&b, " REMOVE n:%s", strings.Join(remove, ":"))
		}
		fmt.Fprintf(&b, " SET n:%s%s RETURN count(*)", strings.Join(labels, ":"), assignments("n", properties, 1))
		return b.String()
	}
	s.create[group] = text(nil)
	s.change[group] = text(without(nodeLabels(), labels))
}

func without(list, others []string) []string {
	var out []string
	for _, x := range list {
		if !strings.Contains(" "+strings.Join(others, " ")+" ", " "+x+" ") {
			out = append(out, x)
		}
	}
	return out
}

func relationship(kind string) string {
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row[1]}) MATCH (b:%s {id: row[2]}) MERGE (a)-[r:%s {id: row[0]}]->(b) SET %s RETURN count(*)",
		labelOurs, labelOurs, kind, strings.TrimPrefix(assignments("r", edgeProperties(), 3), ", "))
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

// linkText writes links of one type; a row is the two ends.
func linkText(kind string) string {
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]}) MERGE (a)-[:%s]->(b) RETURN count(*)", labelOurs, labelOurs, kind)
}

// Texts that read the state of the database and that delete.
var (
	textNodeDigest = fmt.Sprintf("MATCH (n:%s) WHERE n.%s IS NOT NULL WITH n.%s AS hash, %s AS links "+
		"RETURN count(*), coalesce(sum(hash %% 4294967296), 0), coalesce(sum(hash / 4294967296), 0), coalesce(sum(links), 0)",
		labelOurs, hashProperty, hashProperty, textLinkCount)
	textEdgeDigest = fmt.Sprintf("MATCH ()-[r:%s]->() WHERE r.%s IS NOT NULL WITH r.%s AS hash "+
		"RETURN count(*), coalesce(sum(hash %% 4294967296), 0), coalesce(sum(hash / 4294967296), 0), 0",
		textRelations, hashProperty, hashProperty)
	textNodeList = fmt.Sprintf("MATCH (n:%s) RETURN n.id, n.%s, CASE WHEN n:%s THEN '%s' ELSE '' END, %s",
		labelOurs, hashProperty, labelRetired, labelRetired, textLinkCount)
	textEdgeList = fmt.Sprintf("MATCH ()-[r:%s]->() WHERE r.%s IS NOT NULL RETURN r.id, r.%s, elementId(r), 0", textRelations, hashProperty, hashProperty)

	// An element's id may be that of another relationship by the time a batch is
	// repeated: the row's id says whether it still is the same.
	textDeleteEdges = fmt.Sprintf("UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row[1] AND r.id = row[0] AND r.%s IS NOT NULL DELETE r", hashProperty)
	textDeleteMoved = fmt.Sprintf("UNWIND $rows AS row MATCH (a)-[r]->(b) WHERE elementId(r) = row[1] AND r.id = row[0] AND r.%s IS NOT NULL "+
		"AND (type(r) <> row[2] OR a.id <> row[3] OR b.id <> row[4]) DELETE r", hashProperty)
	textDeleteLinksOut = fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id})-[r:%s]->(:%s) DELETE r", labelOurs, textLinksOut, labelOurs)
	textDeleteLinksIn  = fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id})<-[r:%s]-(:%s) DELETE r", labelOurs, typeHasStatement, labelOurs)
	textDeleteAllLinks = fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id})-[r:%s]-(:%s) DELETE r", labelOurs, strings.Join(linkTypes(), "|"), labelOurs)
	textDeleteNodes    = fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id}) WHERE NOT (n)--() DELETE n", labelOurs)
	textRetireNodes    = fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id}) SET n:%s REMOVE n.%s RETURN count(n)", labelOurs, labelRetired, hashProperty)

	textLinksOut  = strings.Join(without(linkTypes(), []string{typeHasStatement}), "|")
	textLinkCount = fmt.Sprintf("COUNT { (n)-[:%s]->() } + COUNT { (n)<-[:%s]-() }", textLinksOut, typeHasStatement)
	textRelations = joinRelations()
)

func joinRelations() string {
	var names []string
	for _, r := range graph.Relations() {
		names = append(names, string(r))
	}
	return strings.Join(names, "|")
}
