package extract

import (
	"cmp"
	"context"

	"entente/extract/actors"
	"entente/extract/article"
	"entente/extract/nlp"
	"entente/graph"
)

// Resolved is an article with who is who in it, before anything is said about
// what they do.
type Resolved struct {
	// Article is the article; Published is the day that its text tells where
	// it came with none.
	Article graph.Article
	// Dateline is what stands before the first sentence, and not in Doc.
	Dateline article.Dateline
	// Doc is its annotated text: offsets are bytes of Article.Text.
	Doc *nlp.Doc
	// Who are its mentions and entities: tokens are those of Doc.
	Who *actors.Resolution
}

// Resolve runs the stages up to actors: it tells who is who in an article, and
// in the Rule of each mention why. What Extract says of Text, ID, Published and
// errors holds here too.
func (x *Extractor) Resolve(ctx context.Context, a *graph.Article) (*Resolved, error) {
	parts := article.Split(a.Text)
	if err := parts.Check(); err != nil {
		return nil, err
	}
	r := &Resolved{Article: *a, Dateline: parts.Dateline}
	r.Article.Published = cmp.Or(a.Published, parts.Published())
	doc, err := x.annotate(ctx, parts)
	if err != nil {
		return nil, err
	}
	r.Doc, r.Who = doc, x.actors.Resolve(doc, r.Article.Published)
	return r, nil
}
