package article

import (
	"slices"
	"strings"
)

// splitter sorts the lines of a text.
type splitter struct {
	text     string
	doc      *Document
	patterns *patterns
	// words counts the words of the running text so far.
	words int
}

func (s *splitter) run() {
	startsItem := func(line string) bool { return s.patterns.markLen(line) > 0 }
	first := true
	for _, line := range unwrap(s.text, lines(s.text), startsItem) {
		text := oneLine(s.text[line.Start:line.End])
		tail := s.patterns.tail.MatchString(text)
		switch {
		case tail && s.words >= minBefore:
			s.finish()
			return
		case tail && len(text) <= maxLine || s.drop(text):
			s.dayFrom(text)
		case first && isTitle(text):
			first = false
			s.title(line, text)
		default:
			first = false
			s.block(line, text)
		}
	}
	s.finish()
}

// A line of the kind "tail" ends the article where at least so many words of
// running text stand before it.
const minBefore = 40

// drop tells whether a line that ends nothing is no part of the article.
func (s *splitter) drop(text string) bool {
	if len(text) > maxLine {
		return false
	}
	return s.patterns.line.MatchString(text) || s.words == 0 && s.patterns.head.MatchString(text)
}

// Longer lines are not compared with the patterns: they are running text, and
// what little of page furniture is longer says nothing about anybody.
const maxLine = 300

// A list entry of more words than these, its mark counted, is an entry of the
// article and no label such as "8.15am – Yesterday".
const maxLabelWords = 6

func (s *splitter) title(line Span, text string) {
	s.doc.Title = line
	s.doc.Article.Title = strings.Join(strings.Fields(text), " ")
}

// block files a line as heading, item or paragraph.
func (s *splitter) block(line Span, text string) {
	if s.words == 0 && s.dateline(&line) {
		if line.Len() == 0 {
			return
		}
		text = oneLine(s.text[line.Start:line.End])
	}
	mark := s.patterns.markLen(text)
	line = trim(s.text, Span{line.Start + mark, line.End})
	kind := Paragraph
	switch {
	case line.Len() == 0:
		return
	case isHeading(s.text[line.Start:line.End]) && (mark == 0 || len(strings.Fields(text)) <= maxLabelWords):
		s.doc.Headings = append(s.doc.Headings, Block{line, Heading})
		s.dayFrom(text)
		return
	case mark > 0:
		kind = Item
	}
	for _, piece := range pieces(s.text, line) {
		s.doc.Body = append(s.doc.Body, Block{piece, kind})
	}
	s.words += len(strings.Fields(text))
}

// dayFrom takes the day of publication from a line before the first paragraph
// that gives one with its year.
func (s *splitter) dayFrom(text string) {
	if s.words == 0 && s.doc.Article.Published == "" {
		s.doc.Article.Published = FindDay(text)
	}
}

// finish names an article that has no title of its own.
func (s *splitter) finish() {
	if s.doc.Article.Title != "" {
		return
	}
	blocks := slices.Concat(s.doc.Body, s.doc.Headings)
	if len(blocks) > 0 {
		text := oneLine(s.text[blocks[0].Start:blocks[0].End])
		s.doc.Article.Title = firstSentence(strings.Join(strings.Fields(text), " "))
	}
}
