package article

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// What a title or a heading can hold at most.
const (
	maxTitleWords   = 32
	maxTitleBytes   = 300
	maxHeadingWords = 14
)

// isTitle tells whether the first line of a text is its title and not already
// its first paragraph: a title is short and does not end as a sentence does,
// except as a question or exclamation or with an abbreviation.
func isTitle(line string) bool {
	words := len(strings.Fields(line))
	if words > maxTitleWords || len(line) > maxTitleBytes {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	switch {
	case strings.ContainsRune(":;,-–—", last):
		return false
	case !sentenceEnd(line) || endsAbbreviated(line):
		return !holdsSentence(line)
	}
	return strings.ContainsRune("?!", last) && words <= maxTitleWords/2
}

// isHeading tells whether a line between paragraphs is a heading.
func isHeading(line string) bool {
	return len(strings.Fields(line)) <= maxHeadingWords && len(line) <= maxTitleBytes &&
		(!sentenceEnd(line) || isQuestion(line)) && !holdsSentence(line)
}

func isQuestion(line string) bool { return strings.HasSuffix(line, "?") }

var abbreviated = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\b\p{Lu}\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|vs|etc)\.$`)
})

func endsAbbreviated(line string) bool { return abbreviated().MatchString(line) }

var inner = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Ll}{3,}[.?!]["”’)]* +["“‘(]?\p{Lu}\p{Ll}* \p{Ll}`)
})

// holdsSentence tells whether a sentence ends and another begins within the line.
func holdsSentence(line string) bool { return inner().MatchString(line) }

// firstSentence returns the beginning of a text up to the end of its first
// sentence or, where that is long, up to about 120 bytes and an ellipsis.
func firstSentence(line string) string {
	const limit = 120
	end := 0
	for end < len(line) {
		next := wordEnd(line, end, len(line))
		word := strings.TrimRightFunc(line[end:next], unicode.IsSpace)
		if next > limit && end > 0 {
			return strings.TrimRightFunc(line[:end], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
		}
		end = next
		if sentenceEnd(word) && len(word) > 3 && !endsAbbreviated(word) {
			break
		}
	}
	return strings.TrimSpace(line[:end])
}
