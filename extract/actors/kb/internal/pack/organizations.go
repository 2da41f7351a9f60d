package pack

import (
	"errors"
	"io/fs"
	"slices"
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
	var s shelf
	for i, r := range append(rows, hand...) {
		it := s.find(r)
		if name := r.cells["name"]; name != "" && it.Name != "" && it.Name != name {
			it.Aliases = append(it.Aliases, it.Name)
		}
		it.overlay(r)
		it.ID = orgID(r, it.ID)
		it.hand = it.hand || i >= len(rows)
		if list := r.cells["members"]; list != "" {
			it.Members = membersOf(list, members)
		}
		s.note(it)
	}
	return s.items, nil
}

// orgID is the id that a row gives, else the one so far, else one of its name.
func orgID(r row, old string) string {
	if id := r.cells["id"]; id != "" {
		return id
	}
	if strings.HasPrefix(old, "wd:") {
		return old
	}
	return fold.Slug("org:", r.cells["name"])
}

// shelf is the organizations so far, by the keys of their names and aliases.
type shelf struct {
	items []*item
	byKey map[string]*item
}

// find returns the one organization that earlier rows gave under the names of
// this row: several are made one. A new one is added where there is none.
func (s *shelf) find(r row) *item {
	if s.byKey == nil {
		s.byKey = map[string]*item{}
	}
	var found *item
	names := append([]string{r.cells["name"]}, r.list("aliases")...)
	keys := make([]string, 0, 2+2*len(names))
	keys = append(keys, r.cells["id"], fold.Slug("org:", r.cells["name"]))
	for _, name := range names {
		keys = append(keys, fold.Key(name)+"|"+r.cells["country"], fold.Key(name)+"|")
	}
	for _, key := range keys {
		it := s.byKey[key]
		switch {
		case key == "" || it == nil || it == found:
		case found == nil:
			found = it
		case !it.hand:
			s.absorb(found, it)
		}
	}
	if found == nil {
		found = &item{Entry: kb.Entry{Kind: kb.Organization}}
		s.items = append(s.items, found)
	}
	return found
}

// absorb adds the names of one organization to another and drops it.
func (s *shelf) absorb(kept, gone *item) {
	kept.Aliases = join(join(kept.Aliases, []string{gone.Name}), gone.Aliases)
	kept.acronyms = join(kept.acronyms, gone.acronyms)
	s.items = slices.DeleteFunc(s.items, func(it *item) bool { return it == gone })
	s.note(kept)
}

// note files an organization under all its keys.
func (s *shelf) note(it *item) {
	s.byKey[it.ID] = it
	for _, name := range append([]string{it.Name}, it.Aliases...) {
		s.byKey[fold.Key(name)+"|"+it.Country] = it
	}
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
