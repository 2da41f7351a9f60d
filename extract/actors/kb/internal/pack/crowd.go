package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// crowd is the people so far, by name and country and by id.
type crowd struct {
	items []*item
	names map[string][]*item
	lasts map[string][]*item // generated people by last word and country
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
	found := c.namesakes(it)
	switch id := r.cells["id"]; {
	case id == "new":
		found = nil
	case id != "" && c.ids[id] == nil:
		return r.errorf("%s: no generated person has the id %s", it.Name, id)
	case id != "":
		found = []*item{c.ids[id]}
	default:
		if fault := faultOfMerge(it, found); fault != "" {
			return r.errorf("%s: %s; give an id", it.Name, fault)
		}
	}
	if len(found) == 0 {
		it.ID = c.freshID(it)
		c.add(it)
		return nil
	}
	for _, other := range found[1:] {
		c.absorb(found[0], other)
	}
	c.join(found[0], it)
	return nil
}

// namesakes lists the people whom a hand-written row may mean, those with a
// Wikidata item first.
func (c *crowd) namesakes(it *item) []*item {
	found := c.matches(it)
	if len(fold.Words(it.Name)) > 1 && !slices.Contains(surnameFirst, it.Country) {
		for _, other := range c.alike(it) {
			if !slices.Contains(found, other) && (len(found) == 0 || other.Wikidata == "") {
				found = append(found, other)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b *item) int { return cmp.Compare(flag(b.Wikidata != ""), flag(a.Wikidata != "")) })
	return found
}

// faultOfMerge says why people cannot all be the one of a hand-written row.
func faultOfMerge(it *item, found []*item) string {
	for i, other := range found {
		if years := yearsApart(it, other); years > 40 {
			return fmt.Sprintf("%s held office %d years apart", other.ID, years)
		}
		if i > 0 && (other.Wikidata != "" || other.hand) {
			return fmt.Sprintf("both %s and %s have this name", found[0].ID, other.ID)
		}
	}
	return ""
}

// yearsApart is the gap between the offices of two people, 0 where they
// overlap or one has none.
func yearsApart(a, b *item) int {
	from1, to1 := careerOf(a)
	from2, to2 := careerOf(b)
	if to1 == 0 || to2 == 0 {
		return 0
	}
	return max(0, from1-to2, from2-to1)
}

// careerOf is the first and the last year of a person's offices.
func careerOf(it *item) (first, last int) {
	for _, o := range it.Offices {
		for _, date := range []string{o.From, o.To, o.Seen} {
			if len(date) < len("2006") {
				continue
			}
			year, _ := strconv.Atoi(date[:4])
			if first == 0 || year < first {
				first = year
			}
			last = max(last, year)
		}
	}
	return first, last
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

// alike lists the people of the same country whose name differs by an initial
// or, where no source but Phoenix knows them, by words in the middle only.
func (c *crowd) alike(it *item) []*item {
	var found []*item
	name := fold.Words(it.Name)
	for _, other := range c.lasts[nameKey(name[len(name)-1], it.Country)] {
		if alikeNames(name, fold.Words(other.Name), other.Wikidata == "" && slices.ContainsFunc(other.Offices, vague)) {
			found = append(found, other)
		}
	}
	return found
}

// alikeNames compares two names of one last word: equal but for initials that
// only one of them has, or, loosely, but for middle words that one has.
func alikeNames(a, b []string, loose bool) bool {
	if len(a) < 2 || len(b) < 2 || !strings.EqualFold(a[0], b[0]) || len(a) == len(b) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) != 2 {
		return false
	}
	for _, middle := range b[1 : len(b)-1] {
		if len(middle) > 1 && !loose {
			return false
		}
	}
	return true
}

// freshID makes an id from the name, with the country where it is taken.
func (c *crowd) freshID(it *item) string {
	id := fold.Slug("person:", it.Name)
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
	old.Offices = slices.DeleteFunc(slices.Clone(old.Offices), func(o kb.Office) bool {
		return slices.ContainsFunc(hand.Offices, func(h kb.Office) bool { return sameHolding(h, o) })
	})
	old.Offices = append(old.Offices, hand.Offices...)
	for _, name := range append([]string{old.Name}, old.Aliases...) {
		key := nameKey(name, old.Country)
		if !slices.Contains(c.names[key], old) {
			c.names[key] = append(c.names[key], old)
		}
	}
}
