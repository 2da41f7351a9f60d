// Package article reads articles: it tells the text that a journalist wrote
// from what a web page puts around it.
//
// The steps, in order: bytes become UTF-8 text (decode), lines become blocks
// (blocks), lines that patterns.txt knows as page furniture go (patterns), the
// title is found (title), the dateline and the day of publication are read
// (dateline, day), and what is left is checked to be English (language).
//
// The text itself is never changed: what is left out is left out by spans, so
// that every offset stays true. All offsets are UTF-8 bytes of Document.Text.
// For a UTF-8 file, with or without a byte order mark, with any kind of line
// end, they are the file's own bytes; other encodings are decoded first and
// offsets refer to the decoded text.
package article

import (
	"errors"
	"strings"

	"entente/graph"
)

// Reasons why an article cannot be read. Errors that Parse and Read return
// wrap one of them, with the details.
var (
	ErrEmpty      = errors.New("no text in it")
	ErrBinary     = errors.New("not text")
	ErrMarkup     = errors.New("a web page, not plain text")
	ErrNotEnglish = errors.New("not English")
	ErrTooLarge   = errors.New("too large")
)

// Span is a half-open range of bytes of a text.
type Span struct{ Start, End int }

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Kind is what a block of text is.
type Kind uint8

// The kinds of blocks.
const (
	// Paragraph is running text.
	Paragraph Kind = iota
	// Item is an entry of a list; its mark (a bullet, a number, the time of
	// an entry in a live report) is left out of the span.
	Item
	// Heading is a short line without an end: a subheading, a standfirst.
	Heading
)

// Block is a piece of the article, without the white space around it.
type Block struct {
	Span

	Kind Kind
}

// Document is an article and where its parts are.
type Document struct {
	// Article has Text, Title, Hash and Words set, and Published where the
	// text itself gives a full date. ID is the caller's to set.
	Article graph.Article
	// Title is where the title stands; empty where the text has none of its
	// own (then Article.Title is the beginning of the first sentence).
	Title Span
	// Dateline is the place and day before the first sentence.
	Dateline Dateline
	// Body is the running text, paragraphs and list items in order, without
	// title, headings, dateline, bylines and page furniture. No block is
	// longer than 16 KiB and none holds a word longer than 400 bytes.
	Body []Block
	// Headings are the lines between the paragraphs.
	Headings []Block
}

// Parse reads an article of plain text: it decodes raw, splits it, and checks
// that it is an article in English. Errors wrap ErrEmpty, ErrBinary,
// ErrMarkup or ErrNotEnglish.
func Parse(raw []byte) (*Document, error) {
	text, err := Decode(raw)
	if err != nil {
		return nil, err
	}
	d := Split(text)
	return d, d.Check()
}

// Split finds the parts of a text. It never fails; a text without running
// text has an empty Body.
func Split(text string) *Document {
	d := &Document{}
	d.Article.Text = text
	d.Article.Hash = graph.TextHash(text)
	d.Article.Words = len(strings.Fields(text))
	s := splitter{text: text, doc: d, patterns: builtin()}
	s.run()
	return d
}

// Check returns nil where the document is an article in English, else an error
// that wraps ErrEmpty, ErrMarkup or ErrNotEnglish.
func (d *Document) Check() error {
	if looksLikeMarkup(d.Article.Text) {
		return ErrMarkup
	}
	if len(d.Body) == 0 && d.Title.Len() == 0 && len(d.Headings) == 0 {
		return ErrEmpty
	}
	return checkEnglish(d.prose())
}

// Line returns the text of a span on one line: every line break, tab and other
// control character is replaced by as many spaces as it has bytes, so that
// offsets into the result are offsets into the span.
func (d *Document) Line(s Span) string {
	return oneLine(d.Article.Text[s.Start:s.End])
}

// Published returns the day the article appeared: Article.Published, or else
// what the dateline tells.
func (d *Document) Published() graph.Date {
	if d.Article.Published != "" {
		return d.Article.Published
	}
	return d.Dateline.Date
}

// prose returns the running text, or the title and headings where there is none.
func (d *Document) prose() string {
	var b strings.Builder
	write := func(s Span) {
		b.WriteString(d.Article.Text[s.Start:s.End])
		b.WriteByte('\n')
	}
	for _, x := range d.Body {
		write(x.Span)
	}
	if len(d.Body) == 0 {
		write(d.Title)
		for _, x := range d.Headings {
			write(x.Span)
		}
	}
	return b.String()
}
