package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// reading is one hit of one surface on its way into the file.
type reading struct {
	surface string // plain words, case kept
	strict  bool   // needs its capitals
	letter  byte   // of the form, as package kb reads them
	entry   int
	place   int // of a metonym, or -1
}

// collector gathers the readings of all items.
type collector struct {
	readings []reading
	number   map[string]int // of an item, by id
}

// collectForms lists the forms of all items, as lines for the file, and how
// many there are.
func collectForms(items []*item) []string {
	c := collector{number: make(map[string]int, len(items))}
	for i, it := range items {
		c.number[it.ID] = i
	}
	for i, it := range items {
		switch it.Kind {
		case kb.Person:
			c.person(i, it)
		case kb.Place:
			c.thing(i, it)
			c.stands(i, it)
		default:
			c.thing(i, it)
		}
	}
	return c.lines(items)
}

func (c *collector) add(i int, letter byte, strict bool, surfaces ...string) {
	for _, s := range surfaces {
		if plain := fold.Join(s); plain != "" {
			c.readings = append(c.readings, reading{plain, strict, letter, i, -1})
		}
	}
}

// thing adds the forms of a country, organization or place.
func (c *collector) thing(i int, it *item) {
	c.add(i, 'n', isAcronym(it.Name), it.Name)
	for _, alias := range it.Aliases {
		c.add(i, 'a', isAcronym(alias), alias)
	}
	c.add(i, 'c', true, it.acronyms...)
	c.add(i, 'j', false, it.adjectives...)
	c.add(i, 'p', false, it.peoples...)
	c.add(i, 'm', false, it.metonyms...)
}

// stands adds all names of a place as metonyms of what it stands for.
func (c *collector) stands(i int, it *item) {
	for _, id := range it.stands {
		for _, name := range append([]string{it.Name}, it.Aliases...) {
			if plain := fold.Join(name); plain != "" {
				c.readings = append(c.readings, reading{plain, isAcronym(plain), 'm', c.number[id], i})
			}
		}
	}
}

// person adds full names; a single word never names a person by itself, but
// for an initialism of three capitals or more that is written by hand ("MBS").
func (c *collector) person(i int, it *item) {
	for n, name := range append([]string{it.Name}, it.Aliases...) {
		letter := byte('a')
		if n == 0 {
			letter = 'n'
		}
		words := fold.Words(name)
		switch {
		case len(words) > 1:
			c.add(i, letter, true, name)
		case it.hand && len(words) == 1 && len(words[0]) > 2 && isAcronym(words[0]):
			c.add(i, 'c', true, name)
		}
	}
	c.add(i, 's', true, surnamesOf(it)...)
}

func isAcronym(s string) bool {
	plain := fold.Join(s)
	return len(plain) > 1 && strings.ToUpper(plain) == plain
}

// lines sorts the readings by their lower-case words and writes those of one
// surface into one line.
func (c *collector) lines(items []*item) []string {
	slices.SortFunc(c.readings, func(a, b reading) int {
		return cmp.Or(
			strings.Compare(strings.ToLower(a.surface), strings.ToLower(b.surface)),
			strings.Compare(a.surface, b.surface),
			cmp.Compare(flag(a.strict), flag(b.strict)),
			cmp.Compare(items[b.entry].rank, items[a.entry].rank),
			cmp.Compare(a.entry, b.entry),
			cmp.Compare(order(a.letter), order(b.letter)),
			cmp.Compare(a.place, b.place),
		)
	})
	var out []string
	last := 0 // the entry that the last name form named
	for i := 0; i < len(c.readings); {
		first := c.readings[i]
		var kept []reading
		var codes []string
		for ; i < len(c.readings) && c.readings[i].surface == first.surface && c.readings[i].strict == first.strict; i++ {
			r := c.readings[i]
			if slices.ContainsFunc(kept, func(k reading) bool { return sameReading(k, r) }) {
				continue
			}
			kept = append(kept, r)
			codes = append(codes, r.code(&last))
		}
		star := ""
		if first.strict {
			star = "*"
		}
		out = append(out, first.surface+"\t"+star+strings.Join(codes, ";"))
	}
	return out
}

// code writes one reading: its letter, the number of its entry, and after a
// colon that of its place. Names, which follow the order of the entries, give
// the distance from the last one instead.
func (r reading) code(last *int) string {
	number := r.entry
	if r.letter == 'n' {
		number -= *last
		*last = r.entry
	}
	if r.place >= 0 {
		return fmt.Sprintf("%c%d:%d", r.letter, number, r.place)
	}
	return fmt.Sprintf("%c%d", r.letter, number)
}

// sameReading reports whether two readings of one surface say the same: a name
// that is an alias of the same entry too is given once.
func sameReading(a, b reading) bool {
	return a.entry == b.entry && a.place == b.place && group(a.letter) == group(b.letter)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// order is the place of a form among the readings of one entry.
func order(letter byte) int { return strings.IndexByte("ncamjps", letter) }

// group puts names, acronyms and aliases together.
func group(letter byte) int { return max(order(letter), 2) }
