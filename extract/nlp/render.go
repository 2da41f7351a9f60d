package nlp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendJSON appends the document as one JSON object without a line break:
//
//	text
//	tokens  [[text, first byte, first code point, a space follows, norm, tag, pos,
//	          morph, lemma, head, dep, starts a sentence (0 or 1)]]
//	ents    [[first token, token behind the last, label]]
//
// It has the bytes that Python's json.dumps gives without spaces and with
// ensure_ascii=False. Bytes that are no UTF-8 appear as U+FFFD.
func (d *Doc) AppendJSON(dst []byte) []byte {
	dst = append(dst, `{"text":`...)
	dst = appendQuoted(dst, d.Text)
	dst = append(dst, `,"tokens":[`...)
	runes, seen := 0, int32(0)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		runes += utf8.RuneCountInString(d.Text[seen:t.Start])
		seen = t.Start
		dst = appendComma(dst, i)
		dst = d.appendToken(dst, i, runes)
	}
	dst = append(dst, `],"ents":[`...)
	for i, e := range d.Ents {
		dst = appendComma(dst, i)
		dst = strconv.AppendInt(append(dst, '['), int64(e.First), 10)
		dst = strconv.AppendInt(append(dst, ','), int64(e.End), 10)
		dst = append(appendQuoted(append(dst, ','), e.Label), ']')
	}
	return append(dst, `]}`...)
}

// appendToken appends the row of token i, which begins at code point at.
func (d *Doc) appendToken(dst []byte, i, at int) []byte {
	t := &d.Tokens[i]
	dst = appendQuoted(append(dst, '['), d.Word(i))
	dst = strconv.AppendInt(append(dst, ','), int64(t.Start), 10)
	dst = strconv.AppendInt(append(dst, ','), int64(at), 10)
	dst = strconv.AppendBool(append(dst, ','), t.Space)
	for _, s := range [...]string{t.Norm, t.Tag, t.Pos, t.Morph, t.Lemma} {
		dst = appendQuoted(append(dst, ','), s)
	}
	dst = strconv.AppendInt(append(dst, ','), int64(t.Head), 10)
	dst = appendQuoted(append(dst, ','), t.Dep)
	if t.SentStart {
		return append(dst, `,1]`...)
	}
	return append(dst, `,0]`...)
}

func appendComma(dst []byte, i int) []byte {
	if i > 0 {
		return append(dst, ',')
	}
	return dst
}

// appendQuoted appends s as a JSON string in the way of json.dumps.
func appendQuoted(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, '\\', 'n')
		case r == '\r':
			dst = append(dst, '\\', 'r')
		case r == '\t':
			dst = append(dst, '\\', 't')
		case r == '\b':
			dst = append(dst, '\\', 'b')
		case r == '\f':
			dst = append(dst, '\\', 'f')
		case r < ' ':
			dst = append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

// AppendCoNLLU appends the document in the CoNLL-U format, an empty line behind
// each sentence. Labels are those of the model, so a root has the label ROOT.
// White space that stands in a token is written as \s, \n, \t, \r or \uXXXX. The
// last column has Ent=B-LABEL or Ent=I-LABEL for tokens of entities, and
// SpaceAfter=No where no space follows.
func (d *Doc) AppendCoNLLU(dst []byte) []byte {
	ents := d.Ents
	for n, s := range d.Sents() {
		dst = append(dst, "# sent_id = "...)
		dst = strconv.AppendInt(dst, int64(n+1), 10)
		dst = append(dst, "\n# text = "...)
		dst = append(dst, strings.TrimSpace(oneLine(d.Slice(s.First, s.End)))...)
		dst = append(dst, '\n')
		for i := s.First; i < s.End; i++ {
			for len(ents) > 0 && ents[0].End <= i {
				ents = ents[1:]
			}
			dst = d.appendLine(dst, i, s, ents)
		}
		dst = append(dst, '\n')
	}
	return dst
}

// oneLine replaces line breaks and other control characters by spaces.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// appendLine appends the line of token i of a sentence; the first of ents may
// cover it.
func (d *Doc) appendLine(dst []byte, i int, s Span, ents []Ent) []byte {
	t := &d.Tokens[i]
	head := 0
	if h := int(t.Head); h != i && h >= s.First && h < s.End {
		head = h - s.First + 1
	}
	dst = strconv.AppendInt(dst, int64(i-s.First+1), 10)
	dst = appendColumn(dst, escapeSpace(d.Word(i)))
	dst = appendColumn(dst, escapeSpace(t.Lemma))
	dst = appendColumn(dst, t.Pos)
	dst = appendColumn(dst, t.Tag)
	dst = appendColumn(dst, t.Morph)
	dst = strconv.AppendInt(append(dst, '\t'), int64(head), 10)
	dst = appendColumn(dst, t.Dep)
	dst = appendColumn(dst, "")
	return append(appendColumn(dst, misc(t, i, ents)), '\n')
}

func appendColumn(dst []byte, s string) []byte {
	if s == "" {
		s = "_"
	}
	return append(append(dst, '\t'), s...)
}

// misc returns the last column.
func misc(t *Token, i int, ents []Ent) string {
	var out string
	if len(ents) > 0 && ents[0].First <= i {
		out = "Ent=I-" + ents[0].Label
		if ents[0].First == i {
			out = "Ent=B-" + ents[0].Label
		}
	}
	switch {
	case t.Space:
		return out
	case out == "":
		return "SpaceAfter=No"
	}
	return out + "|SpaceAfter=No"
}

// escapeSpace makes white space and control characters visible.
func escapeSpace(s string) string {
	hidden := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == ' ':
			b.WriteString(`\s`)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case hidden(r):
			code := strconv.FormatInt(int64(r), 16)
			b.WriteString(`\u` + strings.Repeat("0", max(4-len(code), 0)) + code)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
