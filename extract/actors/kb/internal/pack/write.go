package pack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// write lays out the sections that package kb reads.
func write(items []*item) string {
	var b strings.Builder
	b.WriteString(kb.Magic + "\n")
	entries := make([]string, len(items))
	for i, it := range items {
		entries[i] = entryLine(it)
	}
	writeSection(&b, "entries", entries)
	writeSection(&b, "forms", collectForms(items))
	writeSection(&b, "given", given(items))
	return b.String()
}

func writeSection(b *strings.Builder, name string, lines []string) {
	body := strings.Join(lines, "\n") + "\n"
	fmt.Fprintf(b, "#%s %d %d\n%s", name, len(lines), len(body), body)
}

// entryLine writes the fields in the order in which package kb reads them.
func entryLine(it *item) string {
	offices := make([]string, len(it.Offices))
	for i, o := range it.Offices {
		offices[i] = strings.Join([]string{o.Title, o.Country, o.Role, o.From, o.To, o.Seen}, "^")
	}
	return strings.Join([]string{
		packedID(it), kindLetter(it.Kind), strconv.Itoa(it.rank), it.Name, strings.Join(it.Aliases, "|"), packedItem(it),
		it.Country, it.Gender, it.Type, it.From, it.To, strings.Join(it.Members, "|"), strings.Join(offices, ";"),
	}, "\t")
}

// packedID leaves out an id that is but the kind and the slug of the name.
func packedID(it *item) string {
	if it.ID == kb.SlugID(it.Kind, it.Name) {
		return ""
	}
	return it.ID
}

// packedItem leaves out a Wikidata item that the id says already.
func packedItem(it *item) string {
	if it.ID == "wd:"+it.Wikidata {
		return ""
	}
	return it.Wikidata
}

// kindLetter is the letter by which package kb knows a kind.
func kindLetter(kind kb.Kind) string {
	if kind == kb.Place {
		return "L"
	}
	return string(kind[:1])
}

// byKey orders lines by what stands before the tab.
func byKey(a, b string) int {
	a, _, _ = strings.Cut(a, "\t")
	b, _, _ = strings.Cut(b, "\t")
	return strings.Compare(a, b)
}

// given learns the gender of given names from the people of known gender:
// those that only men or only women bear, but for one in ten.
func given(items []*item) []string {
	men, women := map[string]int{}, map[string]int{}
	for _, it := range items {
		name := givenName(it)
		switch {
		case name == "":
		case it.Gender == "m":
			men[name]++
		case it.Gender == "f":
			women[name]++
		}
	}
	var lines []string
	for _, side := range []struct {
		gender     string
		ours, them map[string]int
	}{{"m", men, women}, {"f", women, men}} {
		for name, n := range side.ours {
			if side.them[name]*9 <= n {
				lines = append(lines, name+"\t"+side.gender)
			}
		}
	}
	slices.SortFunc(lines, byKey)
	return lines
}

// givenName is the key of a person's given name; "" for people who are written
// surname first and for single names.
func givenName(it *item) string {
	words := fold.Words(it.Name)
	if len(words) < 2 || slices.Contains(surnameFirst, it.Country) || slices.Contains(eitherEnd, it.Country) {
		return ""
	}
	if len(words[0]) < 2 || prefixes[strings.ToLower(words[0])] {
		return ""
	}
	return strings.ToLower(words[0])
}
