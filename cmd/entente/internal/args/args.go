// Package args puts command-line arguments in an order that the command-line
// library understands: it stops reading flags at the first argument that is
// none, and users write them anywhere.
package args

import "strings"

// Kind is what a word with a leading dash is to a command.
type Kind uint8

// The kinds of flags.
const (
	// Unknown is no flag of the command.
	Unknown Kind = iota
	// Switch is a flag without a value.
	Switch
	// Value is a flag that takes the next word as its value, unless it is
	// written with an equals sign.
	Value
)

// Reorder returns words with the flags first, in their order, and what is no
// flag after them, in its order. Behind "--" everything is no flag, and a
// single "-" never is one. Unknown flags go with the flags, so that whoever
// parses the result reports them.
func Reorder(words []string, kind func(name string) Kind) []string {
	var flags, rest []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w == "--" {
			rest = append(rest, words[i+1:]...)
			break
		}
		if len(w) < 2 || w[0] != '-' {
			rest = append(rest, w)
			continue
		}
		flags = append(flags, w)
		name := strings.TrimLeft(w, "-")
		if strings.Contains(name, "=") || kind(name) != Value {
			continue
		}
		if i++; i == len(words) {
			return flags // the last flag lacks its value, and nothing may pass for it
		}
		flags = append(flags, words[i])
	}
	if len(rest) > 0 {
		flags = append(append(flags, "--"), rest...)
	}
	return flags
}
