package nlp

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/tokenizer"
)

// AnnotateWords runs all steps but the tokenizer on a text that has been split
// into tokens elsewhere. space tells which words are followed by a space; nil
// stands for all. Text of the result is the words with those spaces. Words must
// not be empty and have 700 MB in all at most; for bytes that are no UTF-8 see
// Annotate. Norms are those of the words: the exceptions of the tokenizer,
// which gives the "'d" of "I'd" the norm "would", play no part.
func (p *Pipeline) AnnotateWords(words []string, space []bool) (*Doc, error) {
	if space != nil && len(space) != len(words) {
		return nil, fmt.Errorf("nlp: %d words with %d spaces", len(words), len(space))
	}
	w, _ := p.pool.Get().(*work)
	defer w.close()
	d, replaced, err := w.given(words, space)
	if err != nil {
		return nil, err
	}
	w.put(part{doc: d, replaced: replaced})
	w.flush()
	return d, nil
}

// given fills cut with the words and returns a document with their text.
func (w *work) given(words []string, space []bool) (*Doc, []int32, error) {
	var text strings.Builder
	var replaced []int32
	w.cut = w.cut[:0]
	at := 0 // byte offset in the sanitised text
	for i, word := range words {
		if word == "" {
			return nil, nil, errors.New("nlp: empty word")
		}
		if text.Len()+len(word) >= maxText {
			return nil, nil, errors.New("nlp: too many words")
		}
		clean := word
		if !utf8.ValidString(word) {
			var bad []int32
			clean, bad = sanitise(word)
			for _, b := range bad {
				replaced = append(replaced, int32(text.Len())+b)
			}
		}
		t := tokenizer.Token{Lex: w.p.lex.Get(clean), Start: int32(at), Space: space == nil || space[i]}
		w.cut = append(w.cut, t)
		at += len(clean)
		text.WriteString(word)
		if t.Space {
			text.WriteByte(' ')
			at++
		}
	}
	return &Doc{Text: text.String()}, replaced, nil
}
