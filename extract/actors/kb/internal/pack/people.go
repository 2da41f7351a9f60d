package pack

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
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
	c := crowd{names: map[string][]*item{}, ids: map[string]*item{}}
	var faults []error
	for _, r := range rows {
		it, err := personOf(r)
		it.ID = r.cells["id"]
		it.rank, _ = strconv.Atoi(r.cells["rank"])
		c.add(it)
		faults = append(faults, err)
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

// crowd is the people so far, by name and country and by id.
type crowd struct {
	items []*item
	names map[string][]*item
	ids   map[string]*item
}

func nameKey(name, country string) string { return fold.Key(name) + "|" + country }

func (c *crowd) add(it *item) {
	c.items = append(c.items, it)
	c.ids[it.ID] = it
	for _, name := range append([]string{it.Name}, it.Aliases...) {
		key := nameKey(name, it.Country)
		if !slices.Contains(c.names[key], it) {
			c.names[key] = append(c.names[key], it)
		}
	}
}

// merge lays a hand-written person on the generated ones of the same id, or of
// one of its names in its country, and makes them one; "new" as the id keeps
// it apart. Two with a Wikidata item each are namesakes: that needs an id.
func (c *crowd) merge(r row) error {
	it, err := personOf(r)
	if err != nil {
		return err
	}
	it.hand = true
	found, id := c.matches(it), r.cells["id"]
	if id != "" {
		found = nil
		if old := c.ids[id]; old != nil {
			found = []*item{old}
		} else if id != "new" {
			return r.errorf("%s: no generated person has the id %s", it.Name, id)
		}
	}
	if len(found) == 0 {
		it.ID = c.freshID(it)
		c.add(it)
		return nil
	}
	slices.SortStableFunc(found, func(a, b *item) int { return cmp.Compare(flag(b.Wikidata != ""), flag(a.Wikidata != "")) })
	for _, other := range found[1:] {
		if other.Wikidata != "" || other.hand {
			return r.errorf("%s: both %s and %s have this name; give an id", it.Name, found[0].ID, other.ID)
		}
		c.absorb(found[0], other)
	}
	c.join(found[0], it)
	return nil
}

// absorb makes one person of two that a hand-written row holds for one.
func (c *crowd) absorb(kept, gone *item) {
	kept.Aliases = append(append(kept.Aliases, gone.Name), gone.Aliases...)
	kept.Gender = cmp.Or(kept.Gender, gone.Gender)
	kept.rank = max(kept.rank, gone.rank)
	for _, o := range gone.Offices {
		if !slices.ContainsFunc(kept.Offices, func(k kb.Office) bool { return sameHolding(k, o) }) {
			kept.Offices = append(kept.Offices, o)
		}
	}
	c.items = slices.DeleteFunc(c.items, func(it *item) bool { return it == gone })
	delete(c.ids, gone.ID)
	for key, list := range c.names {
		if slices.Contains(list, gone) {
			c.names[key] = slices.DeleteFunc(slices.Clone(list), func(it *item) bool { return it == gone || it == kept })
			c.names[key] = append(c.names[key], kept)
		}
	}
}

// matches lists the people who share a full name and the country.
func (c *crowd) matches(it *item) []*item {
	var found []*item
	for _, name := range append([]string{it.Name}, it.Aliases...) {
		for _, other := range c.names[nameKey(name, it.Country)] {
			if !slices.Contains(found, other) {
				found = append(found, other)
			}
		}
	}
	return found
}

// freshID makes an id from the name, with the country where it is taken.
func (c *crowd) freshID(it *item) string {
	id := "person:" + fold.Slug(it.Name)
	if c.ids[id] != nil {
		id += "-" + strings.ToLower(it.Country)
	}
	return id
}

// join lays one person on another: the name and gender of the hand-written
// row count, and its offices replace those of one role at one time.
func (c *crowd) join(old, hand *item) {
	old.Aliases = append(append(hand.Aliases, old.Name), old.Aliases...)
	old.Name = hand.Name
	old.surnames = append(old.surnames, hand.surnames...)
	old.hand = true
	old.Gender = cmp.Or(hand.Gender, old.Gender)
	if old.Wikidata == "" {
		delete(c.ids, old.ID)
		old.ID = c.freshID(old)
		c.ids[old.ID] = old
	}
	kept := slices.DeleteFunc(slices.Clone(old.Offices), func(o kb.Office) bool {
		return slices.ContainsFunc(hand.Offices, func(h kb.Office) bool { return sameHolding(h, o) || vague(o) && overlap(h, o) })
	})
	old.Offices = append(kept, hand.Offices...)
	for _, name := range append([]string{old.Name}, old.Aliases...) {
		key := nameKey(name, old.Country)
		if !slices.Contains(c.names[key], old) {
			c.names[key] = append(c.names[key], old)
		}
	}
}

// sameHolding reports whether two offices are one role in one place at times
// that overlap.
func sameHolding(a, b kb.Office) bool {
	return a.Role == b.Role && a.Country == b.Country && overlap(a, b)
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
