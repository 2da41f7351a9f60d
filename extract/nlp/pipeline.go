package nlp

import (
	"fmt"
	"os"
	"sync"
	"unsafe"

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
	lex       *lexicon.Lexicon
	tokenizer *tokenizer.Tokenizer
	shared    *tok2vec.Net // for tagger and parser
	tagger    *tagger
	parser    *parser.Parser
	ruler     *ruler.Ruler
	lemmas    *lemma.Lemmatizer
	nerNet    *tok2vec.Net
	ner       *ner.Recogniser
	gap       int       // empty places between the tokens of two texts
	pool      sync.Pool // of *work
}

// Option changes how Load builds a pipeline.
type Option func(*settings)

type settings struct{ set *kernel.Set }

// WithKernel has the networks run on one implementation of the inner loops:
// one of Kernels. Others leave the choice as it is.
func WithKernel(name string) Option {
	return func(s *settings) {
		for _, set := range kernel.Sets() {
			if set.Name() == name {
				s.set = set
			}
		}
	}
}

// Kernels names the implementations of the inner loops that this processor can
// run, the fastest last: "plain", "avx2", "avx512". Without WithKernel the
// fastest is taken. Annotations depend on it only where two actions of the parser
// or the like score the same up to rounding errors: one token in 300,000 of
// random text, none of 350,000 in treebanks. "avx2" and "avx512" never differ.
func Kernels() []string {
	sets := kernel.Sets()
	out := make([]string, 0, len(sets))
	for _, set := range sets {
		out = append(out, set.Name())
	}
	return out
}

// Load builds the pipeline from the embedded model.
func Load(options ...Option) (*Pipeline, error) { return build(model.Data(), options) }

// LoadFile builds a pipeline from a file that model/convert.py has written.
func LoadFile(name string, options ...Option) (*Pipeline, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	return build(unsafe.String(unsafe.SliceData(b), len(b)), options)
}

func build(data string, options []Option) (*Pipeline, error) {
	o := settings{set: kernel.Best()}
	for _, option := range options {
		option(&o)
	}
	f, err := modelfile.Open(data)
	if err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	text := pytext.Load(f)
	lex := lexicon.Load(f, text)
	p := &Pipeline{lex: lex}
	p.ruler = ruler.Load(f, lex)
	p.tokenizer = tokenizer.Load(f, text, lex)
	p.lemmas = lemma.Load(f, text)
	if p.shared = tok2vec.Load(f, o.set, "tok2vec", sharedSlot); p.shared != nil {
		p.tagger = loadTagger(f, o.set, p.shared.Width())
		p.parser = parser.Load(f, o.set, p.shared.Width())
	}
	if p.nerNet = tok2vec.Load(f, o.set, "ner.tok2vec", nerSlot); p.nerNet != nil {
		p.ner = ner.Load(f, o.set, p.nerNet.Width())
	}
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	p.gap = max(p.shared.Reach(), p.nerNet.Reach())
	p.pool.New = func() any { return &work{p: p} }
	return p, nil
}

// tagger is a linear layer over token vectors; the greatest output wins.
type tagger struct {
	set    *kernel.Set
	w      *kernel.Matrix
	bias   []float32
	labels []string
}

func loadTagger(f *modelfile.File, set *kernel.Set, width int) *tagger {
	var c struct{ Labels []string }
	f.JSON("tagger.json", &c)
	n := len(c.Labels)
	return &tagger{
		set:    set,
		w:      set.Pack(kernel.Weights{W: f.Floats("tagger.W", n*width), Out: n, In: width}),
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
			t.set.Add(row, t.bias)
			dst[r+i] = uint8(kernel.Argmax(row))
		}
	}
}

// tagRows is the number of tokens tagged at a time.
const tagRows = 48
