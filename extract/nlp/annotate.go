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

// Annotate runs all steps on a text. It never fails: bytes that are no UTF-8
// each count as the replacement character U+FFFD (in norms and lemmas; offsets
// and Word are those of the text as given). Texts of more than a million
// characters are cut into pieces at white space, each analysed by itself; what
// lies behind the first 700 MB of a text is left out.
func (p *Pipeline) Annotate(text string) *Doc {
	return p.AnnotateAll([]string{text})[0]
}

// AnnotateAll annotates each text as Annotate does, with the same result. Many
// short texts take less time together than one by one.
func (p *Pipeline) AnnotateAll(texts []string) []*Doc {
	w, _ := p.pool.Get().(*work)
	defer w.close()
	docs := make([]*Doc, len(texts))
	for i, text := range texts {
		docs[i] = &Doc{Text: text}
		w.add(docs[i])
	}
	w.flush()
	return docs
}

// work is the memory of one call: a batch of texts, their tokens one behind the
// other with empty places between them.
type work struct {
	p      *Pipeline
	parts  []part
	cut    []tokenizer.Token // tokens of one text
	words  []tokenizer.Token
	tags   []uint8
	parse  []parser.Token
	ents   []ner.Entity
	scores []float32
	run    *parser.Run
	ner    *ner.Run
	now    int // the part that is being analysed
}

// part is a piece of a text in a batch.
type part struct {
	doc      *Doc
	text     string
	at       int     // byte offset of text in the whole text
	replaced []int32 // of the last piece of a text: what sanitise has replaced in all of it

	first, end       int // its tokens in words
	entFirst, entEnd int // its entities in ents
}

// batch is the number of tokens from which on a batch is analysed.
const batch = 1000

// add tokenizes a text and analyses the batch once it is large.
func (w *work) add(d *Doc) {
	clean := d.Text[:min(len(d.Text), maxText)]
	var replaced []int32
	if !utf8.ValidString(clean) {
		clean, replaced = sanitise(clean)
	}
	for start := 0; start < len(clean); {
		end := pieceEnd(clean, start, maxPiece, pieceSlop)
		k := part{doc: d, text: clean[start:end], at: start}
		if end == len(clean) {
			k.replaced = replaced
		}
		w.cut = w.p.tokenizer.Tokenize(w.cut[:0], k.text)
		w.put(k)
		start = end
	}
}

// put adds the tokens of a piece.
func (w *work) put(k part) {
	if len(w.words) > 0 {
		for range w.p.gap {
			w.words = append(w.words, tokenizer.Token{})
		}
	}
	k.first = len(w.words)
	w.words = append(w.words, w.cut...)
	k.end = len(w.words)
	w.parts = append(w.parts, k)
	if len(w.words) >= batch {
		w.flush()
	}
}

// flush analyses the batch and empties it.
func (w *work) flush() {
	n := len(w.words)
	w.tags = slices.Grow(w.tags[:0], n)[:n]
	w.parse = slices.Grow(w.parse[:0], n)[:n]
	w.scores = slices.Grow(w.scores[:0], tagRows*w.p.tagger.w.Stride)[:tagRows*w.p.tagger.w.Stride]
	w.now = 0
	w.p.shared.Run(w.words, w.tagAndParse)
	w.now, w.ents = 0, w.ents[:0]
	w.p.nerNet.Run(w.words, w.recognise)
	for i := range w.parts {
		w.emit(&w.parts[i])
	}
	clear(w.parts)
	w.parts, w.words = w.parts[:0], w.words[:0]
}

// close gives the memory back.
func (w *work) close() {
	clear(w.cut[:cap(w.cut)])
	clear(w.words[:cap(w.words)])
	w.p.pool.Put(w)
}

// tagAndParse takes the vectors of tokens from first on.
func (w *work) tagAndParse(first int, rows []float32) {
	width := w.p.shared.Width()
	w.p.tagger.tag(w.tags[first:first+len(rows)/width], rows, w.scores)
	w.perPart(first, len(rows)/width, func(k *part, from, to int) {
		if from == k.first {
			w.run = w.p.parser.Begin(k.end - k.first)
		}
		w.run.Add(from-k.first, rows[(from-first)*width:(to-first)*width])
		if to == k.end {
			copy(w.parse[k.first:], w.run.Parse(w.space))
			w.run.Close()
		}
	})
}

// recognise takes the vectors of tokens from first on.
func (w *work) recognise(first int, rows []float32) {
	width := w.p.nerNet.Width()
	w.perPart(first, len(rows)/width, func(k *part, from, to int) {
		if from == k.first {
			w.ner = w.p.ner.Begin(k.end - k.first)
		}
		w.ner.Add(from-k.first, rows[(from-first)*width:(to-first)*width])
		if to == k.end {
			k.entFirst = len(w.ents)
			w.ents = w.ner.Entities(w.ents, w.space, w.starts)
			k.entEnd = len(w.ents)
			w.ner.Close()
		}
	})
}

// perPart calls do for each part that has tokens among n from first on, with
// the tokens of words that it has there. Parts are analysed in order.
func (w *work) perPart(first, n int, do func(k *part, from, to int)) {
	for w.now < len(w.parts) && w.parts[w.now].first < first+n {
		k := &w.parts[w.now]
		to := min(first+n, k.end)
		do(k, max(first, k.first), to)
		if to < k.end {
			return
		}
		w.now++
	}
}

func (w *work) space(i int) bool { return w.words[w.parts[w.now].first+i].Lex.Space }

func (w *work) starts(i int) bool { return w.parse[w.parts[w.now].first+i].SentStart }

// emit appends the results of a part to its document.
func (w *work) emit(k *part) {
	d := k.doc
	base := len(d.Tokens)
	d.Tokens = slices.Grow(d.Tokens, k.end-k.first)
	v := view{w.p, w.words[k.first:k.end], w.tags[k.first:k.end], w.parse[k.first:k.end]}
	for i := range v.words {
		t, s := &v.words[i], &v.parse[i]
		a := w.p.ruler.Apply(&v, i)
		if a.Lemma == "" {
			a.Lemma = w.p.lemmas.Lemma(t.Lex, a.Pos, a.Morph)
		}
		d.Tokens = append(d.Tokens, Token{
			Start: t.Start + int32(k.at), End: t.End() + int32(k.at),
			Head: s.Head + int32(base), Space: t.Space, SentStart: s.SentStart,
			Norm: t.Lex.Norm, Tag: a.Tag, Pos: a.Pos, Morph: a.Morph, Lemma: a.Lemma, Dep: a.Dep,
		})
	}
	for _, e := range w.ents[k.entFirst:k.entEnd] {
		d.Ents = append(d.Ents, Ent{First: e.First + base, End: e.End + base, Label: e.Label})
	}
	if k.replaced != nil {
		restoreOffsets(d, k.replaced)
	}
}

// view shows the tokens of a part to the attribute rules.
type view struct {
	p     *Pipeline
	words []tokenizer.Token
	tags  []uint8
	parse []parser.Token
}

// Len returns the number of tokens.
func (v *view) Len() int { return len(v.words) }

// Lexeme returns the word of token i.
func (v *view) Lexeme(i int) *lexicon.Lexeme { return v.words[i].Lex }

// Labels returns the tag and the dependency label of token i before the rules.
func (v *view) Labels(i int) (tag, dep string) {
	return v.p.tagger.labels[v.tags[i]], v.p.parser.Labels()[v.parse[i].Label]
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
