package nlp

import (
	"fmt"
	"sync"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/lemma"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/ner"
	"entente/extract/nlp/internal/parser"
	"entente/extract/nlp/internal/pytext"
	"entente/extract/nlp/internal/ruler"
	"entente/extract/nlp/internal/tok2vec"
	"entente/extract/nlp/internal/tokenizer"
	"entente/extract/nlp/model"
)

// Slots of the lexemes' vectors: the shared network takes two, as it looks at
// the space behind a token.
const (
	sharedSlot = 0
	nerSlot    = 2
)

// Pipeline annotates texts. It is safe for concurrent use.
type Pipeline struct {
	tokenizer *tokenizer.Tokenizer
	shared    *tok2vec.Net // for tagger and parser
	tagger    *tagger
	parser    *parser.Parser
	ruler     *ruler.Ruler
	lemmas    *lemma.Lemmatizer
	nerNet    *tok2vec.Net
	ner       *ner.Recogniser
	pool      sync.Pool // of *work
}

// Load builds the pipeline from the embedded model.
func Load() (*Pipeline, error) {
	f, err := modelfile.Open(model.Data())
	if err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	text := pytext.Load(f)
	lex := lexicon.Load(f, text)
	p := &Pipeline{}
	p.ruler = ruler.Load(f, lex)
	p.tokenizer = tokenizer.Load(f, text, lex)
	p.lemmas = lemma.Load(f, text)
	if p.shared = tok2vec.Load(f, "tok2vec", sharedSlot); p.shared != nil {
		p.tagger = loadTagger(f, p.shared.Width())
		p.parser = parser.Load(f, p.shared.Width())
	}
	if p.nerNet = tok2vec.Load(f, "ner.tok2vec", nerSlot); p.nerNet != nil {
		p.ner = ner.Load(f, p.nerNet.Width())
	}
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	p.pool.New = func() any { return &work{} }
	return p, nil
}

// tagger is a linear layer over token vectors; the greatest output wins.
type tagger struct {
	w      *kernel.Matrix
	bias   []float32
	labels []string
}

func loadTagger(f *modelfile.File, width int) *tagger {
	var c struct{ Labels []string }
	f.JSON("tagger.json", &c)
	n := len(c.Labels)
	return &tagger{
		w:      kernel.Pack(f.Floats("tagger.W", n*width), n, width, width),
		bias:   f.Floats("tagger.b", n),
		labels: c.Labels,
	}
}

// tag writes the indexes of the tags of some tokens to dst.
func (t *tagger) tag(dst []uint8, vectors, scores []float32) {
	for r := 0; r < len(dst); r += tagRows {
		n := min(tagRows, len(dst)-r)
		t.w.Mul(scores, vectors[r*t.w.In:], n, t.w.In)
		for i := range n {
			row := scores[i*t.w.Stride : i*t.w.Stride+t.w.Out]
			kernel.Add(row, t.bias)
			dst[r+i] = uint8(kernel.Argmax(row))
		}
	}
}

// tagRows is the number of tokens tagged at a time.
const tagRows = 48
