package pack

import (
	"slices"

	"entente/extract/actors/kb"
)

// powers are the countries whose people the news names most.
var powers = []string{
	"US", "RU", "CN", "GB", "FR", "DE", "UA", "IL", "IR", "IN", "JP", "TR", "SU", "KP", "KR", "PK", "SA", "EG", "PL", "IT",
	"CA", "BR", "AU", "SY", "PS", "IQ", "AF", "TW", "VE", "HU", "ES",
}

// rankOf is how well known an entry is, from 0 to 9. It orders the readings of
// one surface, and namesakes.
func rankOf(it *item) int {
	switch it.Kind {
	case kb.Country:
		return map[string]int{"state": 9, "territory": 6, "former": 5}[it.Type]
	case kb.Organization:
		return rankOrganization(it)
	case kb.Place:
		return rankPlace(it)
	default:
		return rankPerson(it)
	}
}

func rankOrganization(it *item) int {
	switch {
	case it.hand && (it.Country == "" || it.Country == "US"):
		return 7
	case it.hand:
		return 6
	}
	return 3
}

func rankPlace(it *item) int {
	switch {
	case len(it.stands) > 0:
		return 6
	case it.Type == capital:
		return 5
	case it.hand:
		return 4
	case it.population > 1_000_000:
		return 3
	case it.population > 300_000:
		return 2
	}
	return 1
}

// rankPerson counts whether somebody wrote the person down by hand, led a
// state, and comes from one of the powers.
func rankPerson(it *item) int {
	rank := 0
	if it.hand {
		rank += 4
	}
	leads := func(o kb.Office) bool {
		return o.Role == kb.HeadOfState || o.Role == kb.HeadOfGovernment || o.Role == kb.ForeignMinister
	}
	if slices.ContainsFunc(it.Offices, leads) {
		rank += 2
	}
	if slices.Contains(powers, it.Country) {
		rank++
	}
	return min(rank+it.rank, 9)
}
