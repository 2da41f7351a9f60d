package kb

import (
	"fmt"
	"strings"

	"entente/extract/actors/kb/internal/fold"
)

// entryFields is the number of tab-separated fields of a packed entry: id,
// kind, rank, name, aliases, Wikidata item, country, gender, type, from, to,
// members, offices.
const entryFields = 13

// readEntries decodes all entries. Strings are parts of the one text.
func (k *KB) readEntries(text string, count int) error {
	k.entries = make([]Entry, 0, count)
	k.byID = make(map[string]int32, count)
	offices := make([]Office, 0, strings.Count(text, "^")/officeFields)
	for line := range strings.SplitSeq(text, "\n") {
		var f [entryFields]string
		if !cut(f[:], line, "\t") {
			return fmt.Errorf("%w: entry %q", errDamaged, line)
		}
		from := len(offices)
		var ok bool
		if offices, ok = appendOffices(offices, f[12]); !ok {
			return fmt.Errorf("%w: offices of %q", errDamaged, f[0])
		}
		kind := kindOf(f[1])
		id, item := f[0], f[5]
		if id == "" {
			id = SlugID(kind, f[3])
		}
		if q, ok := strings.CutPrefix(id, "wd:"); ok && item == "" {
			item = q
		}
		k.byID[id] = int32(len(k.entries))
		k.entries = append(k.entries, Entry{
			ID: id, Kind: kind, rank: atoi(f[2]), Name: f[3], Aliases: list(f[4]),
			Wikidata: item, Country: f[6], Gender: f[7], Type: f[8], From: f[9], To: f[10],
			Members: list(f[11]), Offices: offices[from:len(offices):len(offices)],
		})
	}
	return nil
}

// SlugID is the id of an entry that no source gives one: "person:dan-caldwell".
func SlugID(kind Kind, name string) string {
	prefix := "place:"
	switch kind {
	case Person:
		prefix = "person:"
	case Organization:
		prefix = "org:"
	case Country, Place:
		// Countries have codes; "place:" stands already.
	}
	return fold.Slug(prefix, name)
}

// officeFields is the number of "^"-separated fields of a packed office.
const officeFields = 6

// appendOffices decodes "title^country^role^from^to^seen;…".
func appendOffices(dst []Office, text string) ([]Office, bool) {
	if text == "" {
		return dst, true
	}
	for part := range strings.SplitSeq(text, ";") {
		var f [officeFields]string
		if !cut(f[:], part, "^") {
			return dst, false
		}
		dst = append(dst, Office{Title: f[0], Country: f[1], Role: f[2], From: f[3], To: f[4], Seen: f[5]})
	}
	return dst, true
}

// cut splits text into exactly len(dst) fields.
func cut(dst []string, text, sep string) bool {
	for i := range dst {
		var more bool
		dst[i], text, more = strings.Cut(text, sep)
		if more != (i < len(dst)-1) {
			return false
		}
	}
	return true
}

// list splits a "|"-separated list; nil where it is empty.
func list(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "|")
}

// kindOf gives the kind for its letter in the packed file.
func kindOf(letter string) Kind {
	switch letter {
	case "P":
		return Person
	case "C":
		return Country
	case "O":
		return Organization
	default:
		return Place
	}
}

// table is a sorted list of lines "key<tab>value".
type table struct{ keys, values []string }

// newTable indexes the lines of text.
func newTable(text string, count int) table {
	t := table{keys: make([]string, 0, count), values: make([]string, 0, count)}
	for line := range strings.SplitSeq(text, "\n") {
		key, value, _ := strings.Cut(line, "\t")
		t.keys, t.values = append(t.keys, key), append(t.values, value)
	}
	return t
}
