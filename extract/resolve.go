package extract

import (
	"cmp"
	"context"

	"entente/extract/actors"
	"entente/extract/article"
	"entente/extract/coref"
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
	// Coref is which phrases mean the same thing, things without a name too.
	Coref *coref.Result
}

// Resolve runs the stages up to actors: it tells who is who in an article, and
// in the Rule of each mention why. What Extract says of Text, ID, Published and
// errors holds here too.
func (x *Extractor) Resolve(ctx context.Context, a *graph.Article) (*Resolved, error) {
	r, err := x.resolve(ctx, a)
	if err == nil {
		r.Coref = coref.Find(r.Doc, r.Who)
	}
	return r, err
}

// resolve is Resolve without the chains, which statements do not need: what
// people and bodies mean, actors tells.
func (x *Extractor) resolve(ctx context.Context, a *graph.Article) (*Resolved, error) {
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
	r.Doc = doc
	r.Who = x.actors.Resolve(doc, r.Article.Published)
	return r, nil
}

// ResolveText is Resolve for a text of which every word counts: no layout is
// seen in it, no line left out. Any text will do.
func (x *Extractor) ResolveText(text string, published graph.Date) *Resolved {
	r := &Resolved{Article: graph.Article{Text: text, Published: published}, Doc: &nlp.Doc{Text: text}}
	list := clauses(text, []article.Span{{End: len(text)}})
	lines := make([]string, len(list))
	for i, s := range list {
		lines[i] = plainRanks(text[s.Start:s.End])
	}
	x.append(r.Doc, lines, list)
	repair(r.Doc)
	r.Who = x.actors.Resolve(r.Doc, published)
	r.Coref = coref.Find(r.Doc, r.Who)
	return r
}
