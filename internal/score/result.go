package score

import (
	"entente/graph"
)

// Count is what was found of a relation.
type Count struct {
	// Gold are the required labels, Found those of them that were found,
	// FoundStrict with their status right; Said are the statements, Right
	// and RightStrict those that match a label.
	Gold, Found, FoundStrict, Said, Right, RightStrict int
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
func (c *Count) F1(strict bool) float64 {
	p, r := c.Precision(strict), c.Recall(strict)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (c *Count) add(d *Count) {
	c.Gold += d.Gold
	c.Found += d.Found
	c.FoundStrict += d.FoundStrict
	c.Said += d.Said
	c.Right += d.Right
	c.RightStrict += d.RightStrict
}

// ratio is a/b, and 0 where b is 0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Result is the comparison of some articles.
type Result struct {
	Articles int
	// Total counts statements, and as labels both facts and meetings.
	Total     Count
	Relations map[graph.Relation]*Count
	// Meetings counts labels only: a meeting is found, not said.
	Meetings                Count
	Entities, EntitiesFound int
	BadQuotes, Forbidden    int
	// Errors are in the order of the articles; of each first what was said,
	// then what was not.
	Errors []Error
}

// NewResult returns an empty result.
func NewResult() *Result { return &Result{Relations: map[graph.Relation]*Count{}} }

// Sum returns the results of several sets of articles as one.
func Sum(sets ...Set) *Result {
	sum := NewResult()
	for _, r := range sets {
		sum.Articles += r.Articles
		sum.Total.add(&r.Total)
		sum.Meetings.add(&r.Meetings)
		for relation, c := range r.Relations {
			sum.count(relation).add(c)
		}
		sum.Entities += r.Entities
		sum.EntitiesFound += r.EntitiesFound
		sum.BadQuotes += r.BadQuotes
		sum.Forbidden += r.Forbidden
		sum.Errors = append(sum.Errors, r.Errors...)
	}
	return sum
}

func (res *Result) count(r graph.Relation) *Count {
	if res.Relations[r] == nil {
		res.Relations[r] = &Count{}
	}
	return res.Relations[r]
}
