package kb

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/actors/kb/internal/fold"
)

// get returns the value of a key, "" where there is none.
func (t table) get(key string) string {
	if i, ok := slices.BinarySearch(t.keys, key); ok {
		return t.values[i]
	}
	return ""
}

// Holder returns who held a role in a country (ISO code) or organization (its
// id) at a date of any precision, best first; the date "" is today. Offices
// that began earlier and are recorded to the day come before vague ones.
func (k *KB) Holder(country, role, date string) []*Entry {
	found := k.holdersOf(country, role, date)
	if len(found) == 0 && role == HeadOfState {
		found = k.holdersOf(country, Monarch, date)
	}
	return found
}

func (k *KB) holdersOf(country, role, date string) []*Entry {
	k.holdersOnce.Do(k.indexHolders)
	var found []holding
	for _, h := range k.holders[holderKey{country, role}] {
		if h.certainty = h.office.covers(date); h.certainty > notHeld {
			found = append(found, h)
		}
	}
	return entriesOf(found)
}

// entriesOf lists the people of holdings, the best holding first.
func entriesOf(found []holding) []*Entry {
	slices.SortStableFunc(found, betterHolding)
	out := make([]*Entry, 0, len(found))
	for _, h := range found {
		if !slices.Contains(out, h.entry) {
			out = append(out, h.entry)
		}
	}
	return out
}

// holderKey is a role in a country or organization.
type holderKey struct{ country, role string }

// indexHolders lists all offices by country and role, in the order of entries.
func (k *KB) indexHolders() {
	k.holders = make(map[holderKey][]holding, len(k.entries)/8)
	for i := range k.entries {
		e := &k.entries[i]
		for j := range e.Offices {
			o := &e.Offices[j]
			key := holderKey{o.Country, o.Role}
			k.holders[key] = append(k.holders[key], holding{entry: e, office: o})
		}
	}
}

// holding is one office of one person with how surely it covers a date.
type holding struct {
	entry     *Entry
	office    *Office
	certainty int
}

// betterHolding puts sure, real, weighty, well known and late holdings first.
func betterHolding(a, b holding) int {
	return cmp.Or(
		cmp.Compare(b.certainty, a.certainty),
		cmp.Compare(titleWeight(b.office.Title), titleWeight(a.office.Title)),
		cmp.Compare(RoleWeight(b.office.Role), RoleWeight(a.office.Role)),
		cmp.Compare(b.entry.rank, a.entry.rank),
		cmp.Compare(b.office.From, a.office.From),
		cmp.Compare(a.entry.ID, b.entry.ID),
	)
}

// titleWeight puts those who speak or work for a head of state or government
// before their fellows in ministries, and acting and deputy holders last.
func titleWeight(title string) int {
	lower := strings.ToLower(title)
	for _, word := range []string{"acting", "interim", "deputy", "shadow", "assistant", "designate"} {
		if strings.Contains(lower, word) {
			return -1
		}
	}
	for _, word := range []string{"white house", "kremlin", "presidential", "downing street", "government sp", "prime minister's"} {
		if strings.Contains(lower, word) {
			return 1
		}
	}
	return 0
}

// OfficesAt returns the offices that a person holds at a date of any
// precision; the date "" is today. Weightiest role first.
func (k *KB) OfficesAt(e *Entry, date string) []Office {
	var out []Office
	for i := range e.Offices {
		if e.Offices[i].covers(date) > 0 {
			out = append(out, e.Offices[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Office) int {
		return cmp.Compare(RoleWeight(b.Role), RoleWeight(a.Role))
	})
	return out
}

// Prominence ranks a person at a date: the weight of the weightiest office
// held then, or a third of it for a former or future one, and how well known
// the person is besides. Two people are worth comparing only by it.
func (k *KB) Prominence(e *Entry, date string) int {
	best := 0
	for i := range e.Offices {
		o := &e.Offices[i]
		weight := RoleWeight(o.Role) * 3
		if o.covers(date) == 0 {
			weight /= 3
		}
		best = max(best, weight)
	}
	return best + e.rank*20
}

// RoleWeight is how much a role counts, from 100 for a head of state or
// government down to 10.
func RoleWeight(role string) int {
	switch role {
	case HeadOfState, HeadOfGovernment:
		return 100
	case ForeignMinister:
		return 80
	case Head, VicePresident, Monarch, DefenceMinister, SecurityAdviser, PartyLeader:
		return 70
	case Envoy, FinanceMinister, InteriorMinister, ChiefOfStaff, Spokesperson:
		return 60
	case Speaker, CentralBanker, Military:
		return 50
	case Minister, Governor:
		return 40
	case Deputy, Ambassador:
		return 30
	case Legislator:
		return 25
	default:
		return 10
	}
}

// Given returns the gender that a given name tells, "m" or "f", or "" where
// it is unknown or borne by both. It is learned from the office holders whose
// gender a source records.
func (k *KB) Given(name string) string { return k.given.get(fold.Key(name)) }
