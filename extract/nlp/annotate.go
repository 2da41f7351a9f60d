package nlp

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/ner"
	"entente/extract/nlp/internal/parser"
	"entente/extract/nlp/internal/tokenizer"
)

// work is the memory of one call.
type work struct {
	p      *Pipeline
	words  []tokenizer.Token
	tags   []uint8
	parse  []parser.Token
	ents   []ner.Entity
	scores []float32
}

// Annotate runs all steps on a text. It never fails: bytes that are no UTF-8
// each count as the replacement character U+FFFD (in norms and lemmas; offsets
// and Word are those of the text as given). Texts of more than a million
// characters are cut into pieces at white space, each analysed by itself; what
// lies behind the first 700 MB of a text is left out.
func (p *Pipeline) Annotate(text string) *Doc {
	d := &Doc{Text: text}
	clean := text[:min(len(text), maxText)]
	var replaced []int32
	if !utf8.ValidString(clean) {
		clean, replaced = sanitise(clean)
	}
	w, _ := p.pool.Get().(*work)
	defer p.pool.Put(w)
	w.p = p
	for start := 0; start < len(clean); {
		end := pieceEnd(clean, start, maxPiece, pieceSlop)
		w.annotate(d, clean[start:end], start)
		start = end
	}
	if replaced != nil {
		restoreOffsets(d, replaced)
	}
	return d
}

// annotate appends the tokens and entities of a piece of text that begins at
// byte offset at.
func (w *work) annotate(d *Doc, text string, at int) {
	p := w.p
	w.words = p.tokenizer.Tokenize(w.words[:0], text)
	n := len(w.words)
	if n == 0 {
		return
	}
	run := p.parser.Begin(n)
	defer run.Close()
	w.tags = slices.Grow(w.tags[:0], n)[:n]
	w.scores = slices.Grow(w.scores[:0], tagRows*p.tagger.w.Stride)[:tagRows*p.tagger.w.Stride]
	p.shared.Run(w.words, func(first int, rows []float32) {
		p.tagger.tag(w.tags[first:first+len(rows)/p.shared.Width()], rows, w.scores)
		run.Add(first, rows)
	})
	w.parse = run.Parse(w.space)
	w.entities()
	w.emit(d, at)
}

func (w *work) space(i int) bool { return w.words[i].Lex.Space }

func (w *work) starts(i int) bool { return w.parse[i].SentStart }

func (w *work) entities() {
	p := w.p
	run := p.ner.Begin(len(w.words))
	defer run.Close()
	p.nerNet.Run(w.words, run.Add)
	w.ents = run.Entities(w.ents[:0], w.space, w.starts)
}

// emit appends the results to d.
func (w *work) emit(d *Doc, at int) {
	base := len(d.Tokens)
	d.Tokens = slices.Grow(d.Tokens, len(w.words))
	for i := range w.words {
		t, s := &w.words[i], &w.parse[i]
		a := w.p.ruler.Apply(w, i)
		if a.Lemma == "" {
			a.Lemma = w.p.lemmas.Lemma(t.Lex, a.Pos, a.Morph)
		}
		d.Tokens = append(d.Tokens, Token{
			Start: t.Start + int32(at), End: t.End() + int32(at),
			Head: s.Head + int32(base), Space: t.Space, SentStart: s.SentStart,
			Norm: t.Lex.Norm, Tag: a.Tag, Pos: a.Pos, Morph: a.Morph, Lemma: a.Lemma, Dep: a.Dep,
		})
	}
	for _, e := range w.ents {
		d.Ents = append(d.Ents, Ent{First: e.First + base, End: e.End + base, Label: e.Label})
	}
}

// Len, Lexeme and Labels show the tokens to the attribute rules.

// Len returns the number of tokens.
func (w *work) Len() int { return len(w.words) }

// Lexeme returns the word of token i.
func (w *work) Lexeme(i int) *lexicon.Lexeme { return w.words[i].Lex }

// Labels returns the tag and the dependency label of token i before the rules.
func (w *work) Labels(i int) (tag, dep string) {
	return w.p.tagger.labels[w.tags[i]], w.p.parser.Labels()[w.parse[i].Label]
}

// maxText is the number of bytes that are analysed; offsets stay below 2^31 even
// where each byte is replaced by U+FFFD.
const maxText = math.MaxInt32 / len("\uFFFD")

// Pieces of a long text end at white space within this distance of the limit,
// where there is some.
const (
	maxPiece  = 1_000_000 // code points, where spaCy refuses
	pieceSlop = 100_000   // bytes
)

// pieceEnd returns the end of the piece of text that begins at start: limit
// code points on, or behind a line break or else a space up to slop bytes before.
func pieceEnd(text string, start, limit, slop int) int {
	if len(text)-start <= limit {
		return len(text)
	}
	end, n := start, 0
	for end < len(text) && n < limit {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
		n++
	}
	if end == len(text) {
		return end
	}
	tail := text[end-min(slop, end-start) : end]
	for _, border := range []string{"\n", " "} {
		if i := strings.LastIndex(tail, border); i >= 0 && i+1 < len(tail) {
			return end - len(tail) + i + 1
		}
	}
	return end
}

// sanitise replaces each byte that is no UTF-8 by U+FFFD. replaced holds their
// offsets in text, ascending.
func sanitise(text string) (clean string, replaced []int32) {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			replaced = append(replaced, int32(i))
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), replaced
}

// restoreOffsets turns offsets in a sanitised text into those of the original:
// each replaced byte has become three.
func restoreOffsets(d *Doc, replaced []int32) {
	const grown = int32(len("\uFFFD") - 1)
	k := int32(0) // replaced bytes before the offset
	original := func(at int32) int32 {
		for int(k) < len(replaced) && replaced[k]+grown*k < at {
			k++
		}
		return at - grown*k
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Start = original(t.Start)
		t.End = original(t.End)
	}
}
