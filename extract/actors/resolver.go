package actors

import (
	"fmt"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/extract/nlp"
	"entente/graph"
)

// Resolver finds who is who. It never changes once made and may be used by
// many goroutines at once.
type Resolver struct {
	kb  *kb.KB
	lex *lexicon.Lexicon
}

// New returns a Resolver over a knowledge base.
func New(k *kb.KB) *Resolver {
	lex, err := lexicon.Load()
	if err != nil {
		panic(fmt.Sprintf("actors: embedded tables: %v", err)) // a build that its own tests reject
	}
	return &Resolver{kb: k, lex: lex}
}

// Resolve finds the mentions of an article, their entities and the offices that
// the article gives people. Published is the day of the article, "" where
// unknown. The document is not changed.
func (r *Resolver) Resolve(doc *nlp.Doc, published graph.Date) *Resolution {
	a := newArticle(r, doc, published)
	for _, s := range sieves() {
		a.rule = s.name
		s.run(a)
	}
	return a.resolution()
}
