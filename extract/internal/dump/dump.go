// Package dump reads annotated documents from JSON lines, one document a
// line, in the form that nlp.Doc.AppendJSON writes: tests use it to run the
// stages after the language engine on fixed annotations.
package dump

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"entente/extract/nlp"
)

type line struct {
	Text   string                `json:"text"`
	Tokens [][12]json.RawMessage `json:"tokens"`
	Ents   [][3]json.RawMessage  `json:"ents"`
}

// Read returns the documents of r in order.
func Read(r io.Reader) ([]*nlp.Doc, error) {
	dec := json.NewDecoder(bufio.NewReader(r))
	var docs []*nlp.Doc
	for {
		var l line
		if err := dec.Decode(&l); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("document %d: %w", len(docs), err)
		}
		d, err := l.doc()
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", len(docs), err)
		}
		docs = append(docs, d)
	}
}

func (l *line) doc() (*nlp.Doc, error) {
	d := &nlp.Doc{Text: l.Text}
	for _, t := range l.Tokens {
		var tok nlp.Token
		var text string
		var start int
		for i, p := range []any{&text, &tok.Start, nil, &tok.Space, &tok.Norm, &tok.Tag, &tok.Pos, &tok.Morph, &tok.Lemma, &tok.Head, &tok.Dep, &start} {
			if p == nil {
				continue
			}
			if err := json.Unmarshal(t[i], p); err != nil {
				return nil, err
			}
		}
		tok.End = tok.Start + int32(len(text))
		tok.SentStart = start != 0
		d.Tokens = append(d.Tokens, tok)
	}
	for _, e := range l.Ents {
		var ent nlp.Ent
		for i, p := range []any{&ent.First, &ent.End, &ent.Label} {
			if err := json.Unmarshal(e[i], p); err != nil {
				return nil, err
			}
		}
		d.Ents = append(d.Ents, ent)
	}
	return d, nil
}
