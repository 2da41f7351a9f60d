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
			name, line = strings.ReplaceAll(before, "_", " "), after
			out[name] = map[string]bool{}
		}
		for w := range strings.FieldsSeq(line) {
			out[name][strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return out
}

// nouns are what the common nouns mean that words lists, and the gender of those
// for people.
var nouns = readNouns()

type noun struct {
	kind   kind
	gender string
}

func readNouns() map[string]noun {
	out := map[string]noun{}
	for _, s := range []struct {
		set string
		noun
	}{{"time", noun{kind: time}}, {"place", noun{kind: place}}, {"body", noun{kind: body}}, {"person", noun{kind: person}}, {"man", noun{person, "m"}}, {"woman", noun{person, "f"}}} {
		for w := range words[s.set] {
			out[w] = s.noun
		}
	}
	return out
}

// titles are the words before names that tell a gender.
var titles = readTitles()

func readTitles() map[string]string {
	out := map[string]string{}
	for w := range words["mister"] {
		out[w] = "m"
	}
	for w := range words["miss"] {
		out[w] = "f"
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
	talk      string // i, we, you: who takes part in a talk
	reflexive bool
	points    bool // this, that: more often to what was said than to a thing
}

var pronouns = readPronouns()

// readPronouns lists the forms of each pronoun, reflexives last.
func readPronouns() map[string]form {
	out := map[string]form{}
	for _, p := range []struct {
		words, reflexive string
		form
	}{
		{"he him his", "himself", form{number: one, gender: "m", kind: person}},
		{"she her hers", "herself", form{number: one, gender: "f", kind: person}},
		{"it its", "itself", form{number: one}},
		{"they them their theirs 'em", "themselves", form{}},
		{"i me my mine", "myself", form{number: one, kind: person, talk: "i"}},
		{"we us our ours 's", "ourselves", form{number: many, talk: "we"}},
		{"you your yours", "yourself", form{kind: person, talk: "you"}},
		{"this that", "", form{number: one, kind: thing, points: true}},
		{"these those", "", form{number: many, points: true}},
	} {
		for w := range strings.FieldsSeq(p.words) {
			out[w] = p.form
		}
		if p.reflexive != "" {
			p.form.reflexive = true
			out[p.reflexive] = p.form
		}
	}
	return out
}
