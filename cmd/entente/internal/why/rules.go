package why

import (
	_ "embed"
	"strings"
)

// rules has a line for each rule of the resolution: the name of a sieve, or of
// a part of one, and in a few words what it looks at.
//
//go:embed rules.tsv
var rules string

// meaning says what a rule looks at, "" for a rule it does not know.
func meaning(rule string) string {
	for line := range strings.Lines(rules) {
		if name, words, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && name == rule {
			return words
		}
	}
	return ""
}
