// Package extract turns one article into statements. It is a function of the
// article alone (its text, its date, the embedded knowledge), so that articles
// can be extracted in any order, on any number of machines.
//
// The stages, in order: nlp (tokens, trees, named entities), actors (who),
// events (what).
package extract

import (
	"context"

	"entente/graph"
)

// Extractor finds the statements of articles. It is safe for concurrent use.
type Extractor struct{}

// New loads the language model, the knowledge base and the rules.
func New() (*Extractor, error) { return &Extractor{}, nil }

// Extract returns the statements of an article, in canonical order, every one
// of them checked: its quote is the text at its offsets. Text and ID must be
// set; Published may be empty, then dates stay unresolved unless the text has
// a dateline. Text that is not English gives ErrNotEnglish.
func (x *Extractor) Extract(ctx context.Context, a *graph.Article) ([]graph.Statement, error) {
	return nil, ctx.Err()
}
