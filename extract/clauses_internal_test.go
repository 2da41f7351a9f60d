package extract

import (
	"slices"
	"strings"
	"testing"

	"entente/extract/article"
	"entente/extract/nlp"
)

func TestClauses(t *testing.T) {
	for text, want := range map[string][]string{
		"She left; he stayed.":               {"She left;", "he stayed."},
		"One.":                               {"One."},
		"Ana, of Peru; Bo; and Eva.":         {"Ana, of Peru;", "Bo;", "and Eva."},
		"an entity &#59;like;this; ":         {"an entity &#59;like;this;"},
		"nothing to split;\u00a0not even so": {"nothing to split;\u00a0not even so"},
		"":                                   nil,
	} {
		list := clauses(text, []article.Span{{Start: 0, End: len(text)}})
		got := make([]string, 0, len(list))
		for _, s := range list {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOverrun(t *testing.T) {
	token := func(text string, word string, from int, starts bool) nlp.Token {
		i := from + strings.Index(text[from:], word)
		end := i + len(word)
		return nlp.Token{Start: int32(i), End: int32(end), Space: end < len(text) && text[end] == ' ', SentStart: starts}
	}
	for text, c := range map[string]struct {
		words string // tokens; a bar before those that begin a sentence
		want  []int
	}{
		"He said no. She left.":          {"|He said no . She left .", []int{12}},
		"He did. She left.":              {"|He did . |She left .", nil},
		"The U.S. Army left.":            {"|The U.S. Army left .", nil},
		"It fell by 3 . percent":         {"|It fell by 3 . percent", nil},
		"\"No.\" She left. \"Yes!\" Why": {"|\" No . \" She left . \" Yes ! \" Why", []int{6, 23}},
	} {
		d := &nlp.Doc{Text: text}
		from := 0
		for w := range strings.FieldsSeq(c.words) {
			word, starts := strings.CutPrefix(w, "|")
			tok := token(text, word, from, starts)
			from = int(tok.End)
			d.Tokens = append(d.Tokens, tok)
		}
		if got := overrun(d); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", text, got, c.want)
		}
	}
}
