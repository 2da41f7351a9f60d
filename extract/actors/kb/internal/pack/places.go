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

// readPlaces reads the generated places and lays the hand-written ones on top:
// rows of one id, or of one name and country, are one entry.
func readPlaces(fsys fs.FS) ([]*item, error) {
	rows, err := readTable(fsys, "generated/places.tsv", "name", "country", "type", "wikidata", "aliases", "population")
	hand, err2 := readTable(fsys, "places.tsv", "name", "country", "type", "id", "aliases", "adjectives", "people", "stands")
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	var items []*item
	byName := map[string]*item{}
	for i, r := range append(rows, hand...) {
		it := findPlace(byName, r)
		if it == nil {
			it = &item{Entry: kb.Entry{Kind: kb.Place}}
			items = append(items, it)
		}
		byName[placeKey(r, r.cells["name"])] = it
		if name := r.cells["name"]; it.Name != "" && it.Name != name {
			it.Aliases = append(it.Aliases, it.Name)
		}
		it.overlay(r)
		it.ID = cmp.Or(r.cells["id"], it.ID)
		it.stands = append(it.stands, r.list("stands")...)
		it.hand = it.hand || i >= len(rows)
		if n, err := strconv.Atoi(r.cells["population"]); err == nil {
			it.population = n
		}
	}
	namePlaces(items)
	return items, nil
}

// findPlace returns the place that an earlier row gave under the name, or
// under an alias, of this one.
func findPlace(byName map[string]*item, r row) *item {
	for _, name := range append([]string{r.cells["name"]}, r.list("aliases")...) {
		if it := byName[placeKey(r, name)]; it != nil {
			return it
		}
	}
	return nil
}

// placeKey is what makes two rows one place: a region and a city of one name
// are two.
func placeKey(r row, name string) string {
	kind := "place"
	switch r.cells["type"] {
	case "region", "continent", "sea", "island", "river", "mountain":
		kind = "area"
	case "residence", "building", "base":
		kind = "building"
	}
	return fold.Key(name) + "|" + r.cells["country"] + "|" + kind
}

// namePlaces gives each place without an id the slug of its name; where
// several share it, the weightiest has the bare slug and the others add their
// country, then their type.
func namePlaces(items []*item) {
	order := slices.Clone(items)
	slices.SortStableFunc(order, func(a, b *item) int {
		return cmp.Or(
			cmp.Compare(len(b.ID), len(a.ID)),
			cmp.Compare(placeWeight(b), placeWeight(a)),
			cmp.Compare(b.population, a.population),
			strings.Compare(a.Country, b.Country),
			strings.Compare(a.Type, b.Type),
		)
	})
	taken := map[string]bool{}
	for _, it := range order {
		slug := fold.Slug("place:", it.Name)
		for _, id := range []string{it.ID, slug, slug + "-" + strings.ToLower(it.Country), slug + "-" + strings.ToLower(it.Country) + "-" + it.Type} {
			if id != "" && (!taken[id] || id == it.ID) {
				it.ID = id
				break
			}
		}
		taken[it.ID] = true
	}
}

func placeWeight(it *item) int {
	switch {
	case len(it.stands) > 0 || it.Type == capital:
		return 3
	case it.hand:
		return 2
	case it.population > 0:
		return 1
	}
	return 0
}
