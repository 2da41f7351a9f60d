package neo4j

import (
	"slices"
	"strings"

	"entente/graph"
)

// modelVersion is the version of labels, properties, constraints and hashes.
// A database says which one it has; an older one is brought up to date by
// the load, a newer one is refused.
const modelVersion = 2

// firstWithEvidence is the first version in which articles hold their evidence.
const firstWithEvidence = 2

// The labels and the relationship types beside graph.Kinds and graph.Relations.
const (
	labelOurs      = "Entente" // every node of ours; its id is unique
	labelEntity    = "Entity"
	labelEvent     = "Event"
	labelArticle   = "Article"
	labelStatement = "Statement"
	// labelRetired marks a node that left the graph but on which relationships
	// of somebody else hang.
	labelRetired = "Retired"
	// labelMeta is the one node that holds the version and serves as the lock.
	labelMeta = "EntenteMeta"

	typeHasStatement = "HAS_STATEMENT" // article → statement
	typeSupports     = "SUPPORTS"      // statement → event
	typeSaidBy       = "SAID_BY"       // statement → speaker
	typeSource       = "SOURCE"        // statement → its source
	typeTarget       = "TARGET"        // statement → its target
	typeAtPlace      = "AT_PLACE"      // event → where

	// linksOut are the types of links that belong to the node where they begin;
	// typeHasStatement belongs to the statement, where it ends. Links carry no
	// properties; they are written and deleted with their node.
	linksOut = typeSupports + "|" + typeSaidBy + "|" + typeSource + "|" + typeTarget + "|" + typeAtPlace

	// hashProperty holds the content hash; it also marks a relationship as ours.
	hashProperty = "ententeHash"

	statusProperty = "status"

	// refsProperty is one that statements had in version 1.
	refsProperty = "refs"
)

// linkTypes are the types of linksOut, and typeHasStatement.
func linkTypes() []string {
	return append(strings.Split(linksOut, "|"), typeHasStatement)
}

// dateProperties are what a graph.Date becomes: date where the day is known,
// the first and the last day that it can mean, and the date as written (EDTF).
func dateProperties() []string { return []string{"date", "dateFrom", "dateTo", "edtf"} }

func nodeProperties() []string {
	return slices.Concat(
		[]string{"name", "aliases", "merged", "type", "country", "wikidata", "offices", statusProperty},
		dateProperties(),
		[]string{"place", "history", "sources"},
	)
}

func articleProperties() []string {
	return []string{"title", "published", "publishedEdtf", "outlet", "url", "textHash", "words", "evidence"}
}

func statementProperties() []string {
	return slices.Concat(
		[]string{"article", "relation", statusProperty},
		dateProperties(),
		[]string{"sourceName", "targetName", "placeName", "speakerName", "quote", "startByte", "endByte", "rule", "plover", "confidence"},
	)
}

func edgeProperties() []string {
	return slices.Concat(
		[]string{statusProperty},
		dateProperties(),
		[]string{"plover", "place", "meeting", "sources", "confidence", "statements", "quote"},
	)
}

// labelsOf returns the labels of a node of kind k beside labelOurs.
func labelsOf(k graph.Kind) []string {
	if k.Event() {
		return []string{string(k), labelEvent}
	}
	return []string{string(k), labelEntity}
}

// nodeLabels are all labels that a node of ours can have beside labelOurs.
func nodeLabels() []string {
	kinds := graph.Kinds()
	labels := make([]string, 0, 5+len(kinds))
	labels = append(labels, labelEntity, labelEvent, labelArticle, labelStatement, labelRetired)
	for _, k := range kinds {
		labels = append(labels, string(k))
	}
	return labels
}
