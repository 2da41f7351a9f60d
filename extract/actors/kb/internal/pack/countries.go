package pack

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// readCountries reads the generated countries and lays the hand-written ones
// on top: a row of the same code adds to the lists and replaces what it gives.
func readCountries(fsys fs.FS) ([]*item, error) {
	columns := []string{"iso", "name", "type", "wikidata", "from", "to", "aliases", "acronyms", "adjectives", "people", "metonyms"}
	rows, err := readTable(fsys, "generated/countries.tsv", columns...)
	more, err2 := readTable(fsys, "countries.tsv", columns...)
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	byISO := map[string]*item{}
	var items []*item
	for _, r := range append(rows, more...) {
		iso := r.cells["iso"]
		it := byISO[iso]
		if it == nil {
			it = &item{Entry: kb.Entry{ID: "iso:" + iso, Kind: kb.Country, Country: iso}}
			byISO[iso] = it
			items = append(items, it)
		}
		if name := r.cells["name"]; name != "" && it.Name != "" && it.Name != name {
			it.Aliases = append(it.Aliases, it.Name)
		}
		it.overlay(r)
	}
	return items, nil
}

// overlay takes over the cells that a row fills.
func (it *item) overlay(r row) {
	set := func(field *string, column string) {
		if v := r.cells[column]; v != "" {
			*field = v
		}
	}
	set(&it.Name, "name")
	set(&it.Type, "type")
	set(&it.Wikidata, "wikidata")
	set(&it.Country, "country")
	set(&it.From, "from")
	set(&it.To, "to")
	it.Aliases = join(it.Aliases, r.list("aliases"))
	it.acronyms = join(it.acronyms, r.list("acronyms"))
	it.adjectives = join(it.adjectives, r.list("adjectives"))
	it.peoples = join(it.peoples, r.list("people"))
	it.metonyms = join(it.metonyms, r.list("metonyms"))
}

// join appends what a list lacks; "-word" takes a word away that an earlier
// table gave.
func join(list, more []string) []string {
	for _, word := range more {
		if gone, ok := strings.CutPrefix(word, "-"); ok {
			list = slices.DeleteFunc(list, func(w string) bool { return w == gone })
			continue
		}
		if !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	return list
}

// States returns the codes of the states among the generated countries.
func States(fsys fs.FS) []string {
	countries, err := readCountries(fsys)
	if err != nil {
		return nil
	}
	var out []string
	for _, it := range countries {
		if it.Type == "state" {
			out = append(out, it.Country)
		}
	}
	return out
}
