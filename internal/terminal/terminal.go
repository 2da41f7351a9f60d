// Package terminal makes text of articles fit for a terminal.
package terminal

import (
	"strconv"
	"strings"
	"unicode"
)

// Clean puts text on one line without control and format characters, which
// could move a terminal's cursor or turn the direction of writing.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Plural returns "1 edge", "2 edges".
func Plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
