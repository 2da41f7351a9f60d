package assemble

import (
	"cmp"
	"slices"
	"strings"

	"entente/graph"
)

// telling is what one article says of an event's status.
type telling struct {
	article   string
	published graph.Date
	status    graph.Status
}

// unfold follows a status through the articles in the order in which they
// appeared: the last one counts, but plans and offers neither undo what
// occurred nor turn a plan into an offer. It returns the last status and the
// steps that changed it.
func unfold(tellings []telling) (graph.Status, []graph.Change) {
	slices.SortFunc(tellings, func(a, b telling) int {
		return cmp.Or(strings.Compare(string(a.published), string(b.published)), cmp.Compare(rank(a.status), rank(b.status)), strings.Compare(a.article, b.article))
	})
	var now graph.Status
	var steps []graph.Change
	for _, t := range tellings {
		if t.status == now || !overrides(t.status, now) {
			continue
		}
		if n := len(steps); n > 0 && steps[n-1].Published == t.published && steps[n-1].Article == t.article {
			steps = steps[:n-1]
		}
		now = t.status
		steps = append(steps, graph.Change{Published: t.published, Status: t.status, Article: t.article})
	}
	return now, steps
}

// overrides tells whether a later status takes the place of an earlier one.
func overrides(later, earlier graph.Status) bool {
	switch earlier {
	case graph.Occurred:
		return rank(later) >= rank(graph.Denied)
	case graph.Planned:
		return later != graph.Tentative
	default:
		return true
	}
}
