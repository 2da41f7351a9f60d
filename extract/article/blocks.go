package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines of running text that an editor or a mail program broke are no longer
// than this many characters.
const maxWrapped = 120

// lines returns the lines of the text without the white space around them, in
// groups: blank lines part the groups. LF, CRLF, CR and the Unicode line and
// paragraph separators end a line.
func lines(text string) [][]Span {
	var groups [][]Span
	var group []Span
	start := 0
	flush := func(end int) {
		if s := trim(text, Span{start, end}); s.Len() > 0 {
			group = append(group, s)
		} else if len(group) > 0 {
			groups, group = append(groups, group), nil
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\r' && strings.HasPrefix(text[i:], "\r\n") {
			size = 2
		}
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			flush(i)
			start = i + size
		}
		i += size
	}
	flush(len(text))
	if len(group) > 0 {
		groups = append(groups, group)
	}
	return groups
}

// trim returns s without white space and other invisible characters around it.
func trim(text string, s Span) Span {
	part := text[s.Start:s.End]
	left := strings.TrimLeftFunc(part, invisible)
	s.Start += len(part) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, invisible))
	return s
}

func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// unwrap joins the lines of each group that were one line before something
// broke them at a column, and leaves the others. Lines were broken so where
// the first word of each next line would not have fitted on the line before.
// startsItem tells lines that begin an entry of a list: they are never joined
// to what stands before.
func unwrap(text string, groups [][]Span, startsItem func(string) bool) []Span {
	width := 0
	for _, g := range groups {
		for _, s := range g {
			width = max(width, runes(text, s))
		}
	}
	var out []Span
	for _, g := range groups {
		if width > maxWrapped || !filled(text, g, width, startsItem) {
			out = append(out, g...)
			continue
		}
		for i, s := range g {
			if i > 0 && !startsItem(text[s.Start:s.End]) {
				out[len(out)-1].End = s.End
			} else {
				out = append(out, s)
			}
		}
	}
	return out
}

// filled tells whether the lines of a group were filled up to a width, with
// one line in ten forgiven.
func filled(text string, group []Span, width int, startsItem func(string) bool) bool {
	short, joints := 0, 0
	for i := 1; i < len(group); i++ {
		line := text[group[i].Start:group[i].End]
		if startsItem(line) {
			continue
		}
		joints++
		first, _, _ := strings.Cut(line, " ")
		if runes(text, group[i-1])+1+utf8.RuneCountInString(first) <= width {
			short++
		}
	}
	return joints > 0 && short*10 <= joints
}

func runes(text string, s Span) int { return utf8.RuneCountInString(text[s.Start:s.End]) }

// Limits on what one block may hold, so that one article without line breaks
// costs no more than another with them, and that encoded data is not read.
const (
	maxBlock = 16 << 10
	maxWord  = 400
)

// pieces cuts a span so that no piece is longer than maxBlock or holds a word
// longer than maxWord, which is left out.
func pieces(text string, s Span) []Span {
	if s.Len() <= maxWord {
		return []Span{s}
	}
	var out []Span
	start, i := s.Start, s.Start
	emit := func(end int) {
		if p := trim(text, Span{start, end}); p.Len() > 0 {
			out = append(out, p)
		}
	}
	for i < s.End {
		next := wordEnd(text, i, s.End)
		switch {
		case next-i > maxWord:
			emit(i)
			start = next
		case next-start > maxBlock:
			emit(i)
			start = i
		case next-start > maxBlock/2 && sentenceEnd(text[i:next]):
			emit(next)
			start = next
		}
		i = next
	}
	emit(s.End)
	return out
}

// wordEnd returns where the word that begins at i ends, with the white space
// after it.
func wordEnd(text string, i, end int) int {
	rest := text[i:end]
	n := strings.IndexFunc(rest, unicode.IsSpace)
	if n < 0 {
		return end
	}
	m := strings.IndexFunc(rest[n:], func(r rune) bool { return !unicode.IsSpace(r) })
	if m < 0 {
		return end
	}
	return i + n + m
}

// sentenceEnd tells whether text ends as a sentence does: with a full stop, a
// question or exclamation mark or an ellipsis, quotation marks and brackets
// after it not counted.
func sentenceEnd(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'”’»)]*`, r) })
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", r)
}
