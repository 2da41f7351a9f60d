// Package pack turns the readable tables of the knowledge base into the one
// text that the binary embeds. In order: read the tables (generated ones first,
// hand-written ones on top), merge people, close offices that a successor took,
// rank, collect every surface form, write.
package pack

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// capital is the type of a place that stands for its country's government.
const capital = "capital"

// item is an entry on its way into the file, with what only its forms need.
type item struct {
	kb.Entry
	rank       int
	acronyms   []string
	adjectives []string
	peoples    []string
	surnames   []string
	stands     []string // ids of the entries that this place stands for
	metonyms   []string // names of bodies and addresses that stand for it
	hand       bool     // written by hand: well known
	population int
}

// Build reads the tables under fsys and returns the unpacked text. It reports
// every faulty row at once.
func Build(fsys fs.FS) (string, error) {
	countries, err := readCountries(fsys)
	if err != nil {
		return "", err
	}
	orgs, err1 := readOrganizations(fsys)
	places, err2 := readPlaces(fsys)
	people, err3 := readPeople(fsys)
	if err := errors.Join(err1, err2, err3); err != nil {
		return "", err
	}
	items := slices.Concat(countries, orgs, places, people)
	capitalsStand(countries, places)
	resolve(items)
	closeOffices(items)
	for _, it := range items {
		it.rank = rankOf(it)
		dropVague(it)
		tidy(it)
	}
	slices.SortFunc(items, func(a, b *item) int {
		return cmp.Or(strings.Compare(fold.Key(a.Name), fold.Key(b.Name)), strings.Compare(a.ID, b.ID))
	})
	if err := check(items); err != nil {
		return "", err
	}
	return write(items), nil
}

// Compress packs the text as it is embedded; the same text gives the same
// bytes.
func Compress(text string) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBestCompression),
		zstd.WithWindowSize(8<<20))
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	defer w.Close()
	return w.EncodeAll([]byte(text), nil), nil
}

// dropVague takes away offices that tell a sector only, where one held at the
// same time is known in full.
func dropVague(it *item) {
	it.Offices = slices.DeleteFunc(slices.Clone(it.Offices), func(o kb.Office) bool {
		return vague(o) && slices.ContainsFunc(it.Offices, func(known kb.Office) bool {
			return !vague(known) && known.Country == o.Country && overlap(known, o)
		})
	})
}

// tidy sorts out aliases that repeat the name or each other, and offices.
func tidy(it *item) {
	seen := map[string]bool{it.Name: true}
	it.Aliases = slices.DeleteFunc(slices.Clone(it.Aliases), func(a string) bool {
		known := seen[a]
		seen[a] = true
		return known
	})
	slices.SortStableFunc(it.Offices, func(a, b kb.Office) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), strings.Compare(a.Title, b.Title))
	})
	it.Offices = slices.Compact(it.Offices)
}

// capitalsStand lets the capital of a state stand for it, where the tables do
// not say what it stands for.
func capitalsStand(countries, places []*item) {
	for _, it := range places {
		owner := slices.IndexFunc(countries, func(c *item) bool { return c.Country == it.Country })
		if it.Type == capital && len(it.stands) == 0 && owner >= 0 && countries[owner].Type == "state" {
			it.stands = []string{countries[owner].ID}
		}
	}
}

// resolve replaces references to organizations by the slug of a name ("org:nato")
// with the id of the organization that is called so.
func resolve(items []*item) {
	ids := map[string]string{}
	for _, it := range items {
		if it.Kind == kb.Organization {
			for _, name := range append([]string{it.Name}, it.Aliases...) {
				ids[fold.Slug("org:", name)] = it.ID
			}
		}
	}
	fix := func(id string) string { return cmp.Or(ids[id], id) }
	for _, it := range items {
		for i, id := range it.stands {
			it.stands[i] = fix(id)
		}
		for i := range it.Offices {
			it.Offices[i].Country = fix(it.Offices[i].Country)
		}
	}
}
