package pack

import (
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// readPeople reads the generated people and lays the hand-written ones on top.
func readPeople(fsys fs.FS) ([]*item, error) {
	rows, err := readTable(fsys, "generated/people.tsv", "id", "name", "aliases", "wikidata", "country", "gender", "rank", "offices")
	hand, err2 := readTable(fsys, "people.tsv", "name", "aliases", "surnames", "country", "gender", "offices", "id")
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	c := crowd{names: map[string][]*item{}, lasts: map[string][]*item{}, ids: map[string]*item{}}
	var faults []error
	for _, r := range rows {
		it, err := personOf(r)
		it.ID = r.cells["id"]
		it.rank, _ = strconv.Atoi(r.cells["rank"])
		c.add(it)
		faults = append(faults, err)
	}
	for _, it := range c.items {
		if words := fold.Words(it.Name); len(words) > 1 {
			key := nameKey(words[len(words)-1], it.Country)
			c.lasts[key] = append(c.lasts[key], it)
		}
	}
	for _, r := range hand {
		faults = append(faults, c.merge(r))
	}
	return c.items, errors.Join(faults...)
}

// personOf reads what generated and hand-written rows have in common.
func personOf(r row) (*item, error) {
	it := &item{Entry: kb.Entry{Kind: kb.Person}}
	it.overlay(r)
	it.Gender = r.cells["gender"]
	offices, err := parseOffices(r.cells["offices"], it.Country)
	if err != nil {
		err = r.errorf("%v", err)
	}
	it.Offices = offices
	it.surnames = r.list("surnames")
	return it, err
}

// sameHolding reports whether two offices are one role in one place that began
// on one date, of whatever precision, or at times that overlap.
func sameHolding(a, b kb.Office) bool {
	n := min(len(a.From), len(b.From))
	return a.Role == b.Role && a.Country == b.Country && (n > 0 && a.From[:n] == b.From[:n] || overlap(a, b))
}

// vague reports whether an office tells a sector only, not what was held.
func vague(o kb.Office) bool {
	return strings.HasPrefix(o.Title, "head of state or government") || strings.HasPrefix(o.Title, "member of the government")
}

// overlap reports whether two offices may have been held at one time.
func overlap(a, b kb.Office) bool {
	before := func(x, y string) bool { return x != "" && y != "" && x < y[:min(len(x), len(y))] }
	return !before(cmp.Or(a.To, a.Seen), b.From) && !before(cmp.Or(b.To, b.Seen), a.From)
}
