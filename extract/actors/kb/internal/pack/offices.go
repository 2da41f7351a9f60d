package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// parseOffices reads "role[@holder] from..to Title; …": the holder is a
// country's code or an organization's id and defaults to the person's country;
// "~" before the end marks the day on which an office without a known end was
// last seen held.
func parseOffices(cell, country string) ([]kb.Office, error) {
	var out []kb.Office
	for part := range strings.SplitSeq(cell, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		role, rest, _ := strings.Cut(part, " ")
		span, title, _ := strings.Cut(rest, " ")
		from, to, ok := strings.Cut(span, "..")
		if !ok {
			return nil, fmt.Errorf("office %q has no dates (from..to)", part)
		}
		role, holder, _ := strings.Cut(role, "@")
		o := kb.Office{Title: strings.TrimSpace(title), Role: role, Country: cmp.Or(holder, country), From: from, To: to}
		if seen, ok := strings.CutPrefix(to, "~"); ok {
			o.To, o.Seen = "", seen
		}
		o.Title = cmp.Or(o.Title, strings.ReplaceAll(o.Role, "-", " "))
		out = append(out, o)
	}
	return out, nil
}

// soleRoles are held by one person at a time: a successor ends them.
var soleRoles = []string{
	kb.HeadOfState, kb.HeadOfGovernment, kb.ForeignMinister, kb.DefenceMinister, kb.FinanceMinister,
	kb.InteriorMinister, kb.CentralBanker, kb.Head, kb.Monarch,
}

// closeOffices ends each office whose end no source knows where somebody else
// took it later, and takes the last sighting away where nobody did but the
// office is a sole one and a later holder is known to have begun.
func closeOffices(items []*item) {
	byRole := map[string][]stint{}
	for _, it := range items {
		for i := range it.Offices {
			o := &it.Offices[i]
			if slices.Contains(soleRoles, o.Role) && o.From != "" {
				key := o.Country + "|" + o.Role
				byRole[key] = append(byRole[key], stint{it, o})
			}
		}
	}
	for _, stints := range byRole {
		slices.SortStableFunc(stints, func(a, b stint) int { return strings.Compare(a.office.From, b.office.From) })
		for i, s := range stints {
			if s.office.Seen != "" {
				s.closeBy(stints[i+1:])
			}
		}
	}
}

// stint is one office of one person.
type stint struct {
	who    *item
	office *kb.Office
}

// closeBy ends an office on the day on which the next holder began.
func (s stint) closeBy(later []stint) {
	for _, next := range later {
		if next.who != s.who && next.office.From > s.office.Seen && similar(s.office.Title, next.office.Title) {
			s.office.To, s.office.Seen = next.office.From, ""
			return
		}
	}
}

// similar reports whether two titles of one role can be one office: the
// minister for European affairs is not followed by the foreign minister.
func similar(a, b string) bool {
	narrow := func(title string) bool {
		title = strings.ToLower(title)
		for _, word := range []string{"deputy", "state for", "european", "shadow", "assistant", "acting"} {
			if strings.Contains(title, word) {
				return true
			}
		}
		return false
	}
	return narrow(a) == narrow(b)
}
