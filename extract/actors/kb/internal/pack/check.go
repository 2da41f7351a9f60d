package pack

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// types are the closed sets of Entry.Type, by kind.
var types = map[kb.Kind]string{
	kb.Person:  "",
	kb.Country: "state territory former",
	kb.Organization: "igo grouping alliance party armed-group ministry military agency legislature court " +
		"central-bank company media ngo religious treaty other",
	kb.Place: "capital city region residence building continent sea venue island river mountain base",
}

var (
	isoDate = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)
	idShape = regexp.MustCompile(`^(iso:[A-Z]{2}|wd:Q[1-9]\d*|(person|org|place):[\p{Ll}\p{Lo}0-9&+-]+)$`)
	qShape  = regexp.MustCompile(`^(Q[1-9]\d*)?$`)
)

// check reports every fault of the merged items at once.
func check(items []*item) error {
	ids := make(map[string]bool, len(items))
	var faults []error
	for _, it := range items {
		if ids[it.ID] {
			faults = append(faults, fmt.Errorf("%s: two entries have this id (%s)", it.ID, it.Name))
		}
		ids[it.ID] = true
	}
	for _, it := range items {
		for _, fault := range faultsOf(it, ids) {
			faults = append(faults, fmt.Errorf("%s (%s): %s", it.ID, it.Name, fault))
		}
	}
	return errors.Join(faults...)
}

// faultsOf lists what is wrong with one item.
func faultsOf(it *item, ids map[string]bool) []string {
	var faults []string
	want := func(ok bool, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	want(idShape.MatchString(it.ID), "malformed id")
	want(it.Name != "", "no name")
	want(qShape.MatchString(it.Wikidata), "malformed Wikidata item %q", it.Wikidata)
	want(it.Gender == "" || it.Gender == "m" || it.Gender == "f", "gender %q", it.Gender)
	want(it.Type == "" && it.Kind == kb.Person || slices.Contains(strings.Fields(types[it.Kind]), it.Type), "type %q", it.Type)
	want(it.Country == "" || ids["iso:"+it.Country], "unknown country %q", it.Country)
	want(goodSpan(it.From, it.To), "dates %q to %q", it.From, it.To)
	for _, id := range it.stands {
		want(ids[id], "stands for unknown %q", id)
	}
	for _, iso := range it.Members {
		want(ids["iso:"+iso], "unknown member %q", iso)
	}
	for _, o := range it.Offices {
		want(slices.Contains(kb.Roles(), o.Role), "role %q", o.Role)
		want(goodSpan(o.From, o.To) && goodSpan(o.From, o.Seen), "office %q from %q to %q seen %q", o.Title, o.From, o.To, o.Seen)
		want(ids["iso:"+o.Country] || ids[o.Country], "office %q of unknown %q", o.Title, o.Country)
		want(!strings.ContainsAny(o.Title, "^;|\t"), "separator in title %q", o.Title)
	}
	for _, text := range append(slices.Clone(it.Aliases), it.Name) {
		want(!strings.ContainsAny(text, "^|\t\n") && text == strings.TrimSpace(text), "separator in name %q", text)
	}
	return faults
}

// goodSpan reports whether both are dates or empty, and in order.
func goodSpan(from, to string) bool {
	for _, date := range []string{from, to} {
		if date != "" && !isoDate.MatchString(date) {
			return false
		}
	}
	n := min(len(from), len(to))
	return from == "" || to == "" || from[:n] <= to[:n]
}
