// Package lexicon holds the words by which news English speaks of people and
// bodies without naming them: titles, offices, honorifics, collective nouns,
// relatives. The tables under data are read as they stand; each tells its
// columns in its first lines.
package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed data/*.tsv
var files embed.FS

// Role is what a title or role noun tells.
type Role struct {
	// Name is a role of the knowledge base ("foreign-minister"), or "leader",
	// "counterpart", "predecessor", "successor".
	Name string
	// Leads tells that the role leads a country or an organization.
	Leads bool
	// Weak roles are work rather than office: they count with a body beside them.
	Weak bool
	// Private roles are no office at all.
	Private bool
	// Gender is "m", "f" or "".
	Gender string
}

// Honorific is a word before a name.
type Honorific struct {
	// Gender is "m", "f" or "".
	Gender string
	// Role is the office that the word claims, "" for courtesy and rank.
	Role string
	// Given tells that a given name may follow: "King Hussein".
	Given bool
}

// Class is what a noun for people or collectives stands for.
type Class string

// The classes of nouns.
const (
	Agents  Class = "agents"  // act for their government where a nationality stands before them
	State   Class = "state"   // mean the state itself
	Arms    Class = "arms"    // things that a state fights with
	Members Class = "members" // people who act for the organization named before them
	Persons Class = "persons" // people who act for no state
	Body    Class = "body"    // a collective that is no state
	Country Class = "country" // a word for countries
	Place   Class = "place"   // a word for places
)

// Noun is a noun that speaks of people or collectives.
type Noun struct {
	// Classes are all readings, first the usual one.
	Classes []Class
	// Gender is "m", "f" or "".
	Gender string
}

// Kin is a word for a relative.
type Kin struct {
	Gender string
	// Surname tells that the two usually share a surname.
	Surname bool
}

// Lexicon is the tables in memory. It never changes after Load.
type Lexicon struct {
	roles      map[string]Role
	honorifics map[string]Honorific
	nouns      map[string]Noun
	kin        map[string]Kin
	former     map[string]string
	orgWords   map[string]string
	eastern    map[string]string
	sets       map[string][]string // the sets that a word is in
	states     map[string]string
	successor  map[string]string
	headVerbs  map[string]string
	styles     map[string][]string
	nations    map[string]string
	short      map[string]string
	nicknames  map[string][]string
}

// Load reads the embedded tables. It fails only where a table is malformed.
func Load() (*Lexicon, error) {
	l := &Lexicon{
		roles: map[string]Role{}, honorifics: map[string]Honorific{}, nouns: map[string]Noun{}, kin: map[string]Kin{},
		former: map[string]string{}, orgWords: map[string]string{}, eastern: map[string]string{}, sets: map[string][]string{},
		states: map[string]string{}, successor: map[string]string{}, headVerbs: map[string]string{}, styles: map[string][]string{}, nations: map[string]string{}, short: map[string]string{}, nicknames: map[string][]string{},
	}
	for _, t := range []struct {
		file    string
		columns int
		add     func(f []string)
	}{
		{"roles", 3, l.addRole},
		{"honorifics", 4, l.addHonorific},
		{"nouns", 3, l.addNoun},
		{"kin", 3, l.addKin},
		{"former", 2, func(f []string) { l.former[f[0]] = f[1] }},
		{"orgwords", 2, func(f []string) { l.orgWords[f[0]] += f[1] }},
		{"eastern", 2, func(f []string) { l.eastern[strings.ToLower(f[0])] = f[1] }},
		{"sets", 2, l.addSet},
		{"styles", 2, func(f []string) { l.styles[f[0]] = strings.Split(f[1], ",") }},
		{"abbreviations", 2, func(f []string) { l.short[f[0]] = f[1] }},
		{"nicknames", 2, func(f []string) { l.nicknames[f[0]] = strings.Split(f[1], ",") }},
		{"nations", 2, func(f []string) { l.nations[f[0]] = f[1] }},
		{"headverbs", 2, func(f []string) { l.headVerbs[f[0]] = f[1] }},
		{"states", 2, func(f []string) { l.states[f[0]], l.successor[f[1]] = f[1], f[0] }},
	} {
		if err := read(t.file, t.columns, t.add); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// read calls add for each row of a table.
func read(name string, columns int, add func(f []string)) error {
	data, err := files.ReadFile("data/" + name + ".tsv")
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return fmt.Errorf("lexicon: %s.tsv line %d: %d columns, want %d", name, number, len(f), columns)
		}
		add(f)
	}
	return nil
}

// plain drops the dash that stands for nothing.
func plain(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func (l *Lexicon) addRole(f []string) {
	r := Role{Name: f[1], Leads: strings.Contains(f[2], "l"), Weak: strings.Contains(f[2], "w"), Private: strings.Contains(f[2], "p")}
	switch {
	case strings.Contains(f[2], "m"):
		r.Gender = "m"
	case strings.Contains(f[2], "f"):
		r.Gender = "f"
	}
	l.roles[f[0]] = r
}

func (l *Lexicon) addHonorific(f []string) {
	l.honorifics[f[0]] = Honorific{Gender: plain(f[1]), Role: plain(f[2]), Given: f[3] == "g"}
}

func (l *Lexicon) addNoun(f []string) {
	n := l.nouns[f[0]]
	n.Classes = append(n.Classes, Class(f[1]))
	if n.Gender == "" {
		n.Gender = plain(f[2])
	}
	l.nouns[f[0]] = n
}

func (l *Lexicon) addKin(f []string) {
	l.kin[f[0]] = Kin{Gender: plain(f[1]), Surname: f[2] == "s"}
}

func (l *Lexicon) addSet(f []string) {
	for w := range strings.SplitSeq(f[1], " ") {
		if !slices.Contains(l.sets[w], f[0]) {
			l.sets[w] = append(l.sets[w], f[0])
		}
	}
}

// In reports whether a lower-case word is in a named set of sets.tsv. Most words
// are in none: that is told by one look.
func (l *Lexicon) In(set, word string) bool { return slices.Contains(l.sets[word], set) }

// Role returns the role of a whole phrase, in lower case and singular.
func (l *Lexicon) Role(phrase string) (Role, bool) {
	r, ok := l.roles[phrase]
	return r, ok
}

// Honorific returns what a word before a name tells, in lower case and
// without full stops.
func (l *Lexicon) Honorific(word string) (Honorific, bool) {
	h, ok := l.honorifics[word]
	return h, ok
}

// Noun returns the noun in lower case and singular.
func (l *Lexicon) Noun(word string) (Noun, bool) {
	n, ok := l.nouns[word]
	return n, ok
}

// Kin returns the relative that a lower-case word names.
func (l *Lexicon) Kin(word string) (Kin, bool) {
	k, ok := l.kin[word]
	return k, ok
}

// FormerBefore tells whether a lower-case word before a title says that the
// office is over.
func (l *Lexicon) FormerBefore(word string) bool { return strings.Contains(l.former[word], "b") }

// FormerAfter is FormerBefore for phrases behind a title.
func (l *Lexicon) FormerAfter(phrase string) bool { return strings.Contains(l.former[phrase], "a") }

// FormerPrefix is FormerBefore for prefixes joined by a hyphen.
func (l *Lexicon) FormerPrefix(prefix string) bool { return strings.Contains(l.former[prefix], "x") }

// OrgWord tells whether a lower-case word in a name makes it an organization.
func (l *Lexicon) OrgWord(word string) bool { return strings.Contains(l.orgWords[word], "o") }

// PlaceWord tells whether a lower-case word in a name makes it a place.
func (l *Lexicon) PlaceWord(word string) bool { return strings.Contains(l.orgWords[word], "p") }

// Eastern tells for a lower-case surname that stands before the given name by
// which part of the name people go: "s" the surname, "g" the last given name;
// "" for other surnames.
func (l *Lexicon) Eastern(surname string) string { return l.eastern[surname] }

// Has reports whether the noun has a class.
func (n Noun) Has(c Class) bool {
	return slices.Contains(n.Classes, c)
}

// Predecessor returns the ISO code of the former state whose capital a country
// has today, "" where there is none.
func (l *Lexicon) Predecessor(iso string) string { return l.states[iso] }

// SuccessorOf returns the ISO code of the country that has the capital of a
// former state today, "" for other codes.
func (l *Lexicon) SuccessorOf(iso string) string { return l.successor[iso] }

// HeadVerb returns the role that a verb for leading gives its subject ("head"
// for "to head"), "" for other verbs.
func (l *Lexicon) HeadVerb(lemma string) string { return l.headVerbs[lemma] }

// Nation returns the ISO code of the country that alone has an office of this
// name, "" where several have it.
func (l *Lexicon) Nation(phrase string) string { return l.nations[phrase] }

// SameStyle reports whether somebody called by a phrase can hold an office with
// a title, both in lower case: a president is no prime minister.
func (l *Lexicon) SameStyle(phrase, title string) bool {
	words, ok := l.styles[phrase]
	if !ok {
		return true
	}
	for _, w := range words {
		if hasWord(title, strings.TrimPrefix(w, "!")) {
			return true
		}
	}
	if strings.HasPrefix(words[0], "!") {
		return false
	}
	for _, other := range l.styles {
		for _, w := range other {
			if hasWord(title, w) {
				return false
			}
		}
	}
	return true
}

// hasWord tells whether a title has a word or phrase of its own, not behind a hyphen.
func hasWord(title, w string) bool {
	i := strings.Index(title, w)
	return i == 0 || i > 0 && title[i-1] == ' '
}

// ShortFor tells whether a given name can be short for another, both in lower case.
func (l *Lexicon) ShortFor(short, given string) bool {
	return slices.Contains(l.nicknames[short], given)
}

// Full returns the words of a title that is written short, "" for others.
func (l *Lexicon) Full(title string) string { return l.short[title] }
