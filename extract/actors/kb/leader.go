package kb

import (
	"slices"
	"strings"
)

// Leader returns who led a country at a date, the person whom the news calls
// its leader: the head of a ruling communist party, the head of government
// where the head of state reigns and does not rule, else the head of state.
// It is nil where nobody is known. Which of them leads in which country is
// general knowledge of constitutions, written down here.
func (k *KB) Leader(country, date string) *Entry {
	for _, role := range leadingRoles(country, date) {
		if holders := k.Holder(country, role, date); len(holders) > 0 {
			return holders[0]
		}
	}
	return nil
}

const (
	// partyStates are led by the head of the ruling party, in some until 1989.
	partyStates = " SU CN VN CU LA KP DD "
	untilParty  = " PL CS HU RO BG AL YU MN "
	// parliamentary are the states whose head of state does not rule.
	parliamentary = " GB CA AU NZ IE DE IT ES NL BE LU DK SE NO AT GR HU CZ SK SI HR BG EE LV FI IS MT AL MK XK ME MD IN PK BD NP JP TH MY SG " +
		"KH IL IQ LB ET SO GE AM KG JM BS BB BZ GD LC VC KN AG DM TT PG FJ SB VU TO TV WS MU LS PS "
)

// leadingRoles lists the roles that lead a country, the most likely first.
func leadingRoles(country, date string) []string {
	has := func(list string) bool { return strings.Contains(list, " "+country+" ") }
	switch {
	case has(partyStates), has(untilParty) && date != "" && date < "1990":
		return []string{PartyLeader, HeadOfState, HeadOfGovernment}
	case has(parliamentary):
		return []string{HeadOfGovernment, HeadOfState}
	}
	return []string{HeadOfState, HeadOfGovernment, PartyLeader}
}

// Titled returns who held an office in a country (ISO code) or organization
// (its id) at a date whose title has all words of a given one: "president" of
// "IR" finds the president where the head of state is another. Best first.
func (k *KB) Titled(country, title, date string) []*Entry {
	wanted := strings.Fields(strings.ToLower(title))
	if len(wanted) == 0 {
		return nil
	}
	k.holdersOnce.Do(k.indexHolders)
	var found []holding
	for _, role := range Roles() {
		for _, h := range k.holders[holderKey{country, role}] {
			if h.certainty = h.office.covers(date); h.certainty > notHeld && hasWords(h.office.Title, wanted) {
				found = append(found, h)
			}
		}
	}
	return entriesOf(found)
}

// hasWords reports whether a title has all of the lower-case words.
func hasWords(title string, wanted []string) bool {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,()-", r) })
	for _, w := range wanted {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
