// Package nlp annotates English text: tokens, sentence starts, part-of-speech
// tags, morphology, lemmas, dependency heads and labels, named entities.
//
// It runs the published spaCy pipeline en_core_web_sm 3.8 without cgo, with the
// weights embedded. Text is immutable; annotations are spans into it and
// indexes into flat slices.
//
// The steps, in order: tokenizer; token vectors shared by tagger and parser;
// tagger; parser with sentence starts; attribute rules (coarse tags, morphology
// and some lemmas from tags, labels and words); lemmatizer; token vectors of
// their own and the recogniser of entities, which keeps inside sentences.
package nlp

// Doc is an annotated text. It is read-only once built and safe to share.
type Doc struct {
	// Text is the text as it was given.
	Text string
	// Tokens covers Text in order: nothing but single spaces lies between tokens.
	Tokens []Token
	// Ents are the named entities, in order, not overlapping.
	Ents []Ent
}

// Token is one token of a Doc.
type Token struct {
	// Start and End are byte offsets in Doc.Text, half-open.
	Start, End int32
	// Head is the index of the syntactic head; a root is its own head.
	Head int32
	// Space tells that one plain space follows the token.
	Space bool
	// SentStart tells that the token is the first of its sentence.
	SentStart bool
	// Norm is the normalised form ("'ll" is "will").
	Norm string
	// Tag is the Penn Treebank tag ("VBD"), Pos the coarse Universal tag ("VERB").
	Tag, Pos string
	// Morph holds the features in canonical order ("Number=Sing|Person=3"), or "".
	Morph string
	// Lemma is the base form.
	Lemma string
	// Dep is the ClearNLP dependency label ("nsubj"); "ROOT" for a root.
	Dep string
}

// Ent is a named entity over tokens [First, End) with an OntoNotes label
// ("PERSON", "GPE", "ORG", "NORP", "DATE", …).
type Ent struct {
	First, End int
	Label      string
}

// Span is a half-open range of tokens.
type Span struct{ First, End int }

// Word returns the text of token i.
func (d *Doc) Word(i int) string {
	t := &d.Tokens[i]
	return d.Text[t.Start:t.End]
}

// Slice returns the text from the first byte of token first to the last byte
// of token end-1.
func (d *Doc) Slice(first, end int) string {
	if first >= end {
		return ""
	}
	return d.Text[d.Tokens[first].Start:d.Tokens[end-1].End]
}

// Sents returns the sentences in order.
func (d *Doc) Sents() []Span {
	var out []Span
	for i := range d.Tokens {
		if i == 0 || d.Tokens[i].SentStart {
			if n := len(out); n > 0 {
				out[n-1].End = i
			}
			out = append(out, Span{First: i, End: len(d.Tokens)})
		}
	}
	return out
}

// Append adds the annotations of a piece of d.Text that begins at byte offset:
// its tokens and entities with their offsets and indexes moved. The piece's
// first token starts a sentence.
func (d *Doc) Append(piece *Doc, offset int) {
	base := len(d.Tokens)
	for _, t := range piece.Tokens {
		t.Start += int32(offset)
		t.End += int32(offset)
		t.Head += int32(base)
		d.Tokens = append(d.Tokens, t)
	}
	for _, e := range piece.Ents {
		d.Ents = append(d.Ents, Ent{First: e.First + base, End: e.End + base, Label: e.Label})
	}
}
