package pack

import (
	"errors"
	"io/fs"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/fold"
)

// readOrganizations reads the generated organizations and lays the
// hand-written ones on top: rows of one id, or of one name where no id is
// given, are one entry.
func readOrganizations(fsys fs.FS) ([]*item, error) {
	columns := []string{"id", "name", "type", "country", "wikidata", "acronyms", "aliases", "adjectives", "people", "members"}
	rows, err := readTable(fsys, "generated/organizations.tsv", columns...)
	hand, err2 := readTable(fsys, "organizations.tsv", columns...)
	members, err3 := readMembers(fsys)
	if err := errors.Join(err, err2, err3); err != nil {
		return nil, err
	}
	byID := map[string]*item{}
	var items []*item
	for i, r := range append(rows, hand...) {
		id := r.cells["id"]
		if id == "" {
			id = "org:" + fold.Slug(r.cells["name"])
		}
		it := byID[id]
		if it == nil {
			it = &item{Entry: kb.Entry{ID: id, Kind: kb.Organization}}
			byID[id] = it
			items = append(items, it)
		}
		if name := r.cells["name"]; name != "" && it.Name != "" && it.Name != name {
			it.Aliases = append(it.Aliases, it.Name)
		}
		it.overlay(r)
		it.hand = it.hand || i >= len(rows)
		if list := r.cells["members"]; list != "" {
			it.Members = membersOf(list, members)
		}
	}
	return items, nil
}

// readMembers reads the memberships: a grouping's short name and its members.
func readMembers(fsys fs.FS) (map[string]string, error) {
	rows, err := readTable(fsys, "generated/members.tsv", "grouping", "members")
	members := make(map[string]string, len(rows))
	for _, r := range rows {
		members[r.cells["grouping"]] = r.cells["members"]
	}
	return members, err
}

// membersOf reads a list of codes, "FR|DE", or the name of a membership,
// "=NATO".
func membersOf(cell string, members map[string]string) []string {
	if name, ok := strings.CutPrefix(cell, "="); ok {
		cell = members[name]
	}
	return splitList(cell)
}
