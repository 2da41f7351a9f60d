package coref

import (
	_ "embed" // the table of words
	"strings"
)

//go:embed words.txt
var wordTable string

// words are sets of words in lower case, by the name of the set.
var words = readWords(wordTable)

// readWords reads a table of sets: lines of a name, a colon and words; a line
// that begins with a space goes on, # begins a comment.
func readWords(table string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	name := ""
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if before, after, ok := strings.Cut(line, ":"); ok {
			name, line = before, after
			out[name] = map[string]bool{}
		}
		for _, w := range strings.Fields(line) {
			out[name][strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return out
}

//go:embed synonyms.txt
var synonymTable string

// synonyms are the nouns by which a noun can be taken up.
var synonyms = readSynonyms(synonymTable)

// readSynonyms reads lines of nouns that can stand for each other.
func readSynonyms(table string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		group := strings.Fields(line)
		for _, w := range group {
			for _, v := range group {
				if v != w {
					out[w] = append(out[w], strings.ReplaceAll(v, "_", " "))
				}
			}
		}
	}
	return out
}

// form is what a pronoun tells of what it stands for.
type form struct {
	number    number
	gender    string
	kind      kind
	who       string // i, we, you: part of a talk
	reflexive bool
}

var pronouns = map[string]form{
	"he": {one, "m", person, "", false}, "him": {one, "m", person, "", false}, "his": {one, "m", person, "", false}, "himself": {one, "m", person, "", true},
	"she": {one, "f", person, "", false}, "her": {one, "f", person, "", false}, "hers": {one, "f", person, "", false}, "herself": {one, "f", person, "", true},
	"it": {one, "", unknown, "", false}, "its": {one, "", unknown, "", false}, "itself": {one, "", unknown, "", true},
	"they": {either, "", unknown, "", false}, "them": {either, "", unknown, "", false}, "their": {either, "", unknown, "", false}, "theirs": {either, "", unknown, "", false},
	"themselves": {either, "", unknown, "", true}, "'em": {either, "", unknown, "", false},
	"i": {one, "", person, "i", false}, "me": {one, "", person, "i", false}, "my": {one, "", person, "i", false}, "mine": {one, "", person, "i", false}, "myself": {one, "", person, "i", true},
	"we": {many, "", unknown, "we", false}, "us": {many, "", unknown, "we", false}, "our": {many, "", unknown, "we", false}, "ours": {many, "", unknown, "we", false}, "ourselves": {many, "", unknown, "we", true},
	"you": {either, "", person, "you", false}, "your": {either, "", person, "you", false}, "yours": {either, "", person, "you", false}, "yourself": {one, "", person, "you", true},
	"this": {one, "", thing, "", false}, "that": {one, "", thing, "", false}, "these": {many, "", unknown, "", false}, "those": {many, "", unknown, "", false},
}
