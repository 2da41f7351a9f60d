package assemble

import (
	"cmp"
	"slices"

	"entente/graph"
)

// How near the days of one meeting must be: reports of one day differ by time
// zones and by which day of several they name.
const (
	adjacent   = 1  // anywhere
	samePlace  = 2  // in one place
	threshold  = 6  // points that make two tellings one meeting, in halves
	conclusive = 7  // days of a window that still tells meetings apart
	vague      = 70 // days of a window that tells next to nothing
	season     = 130
)

// fit is how two places go together.
type fit uint8

const (
	placeUnknown fit = iota // one of them is not told
	placeClash              // two places
	placeNear               // one country, of different size: a state and a city
	placeInside             // a country and a place in it
	placeEqual
)

// levels of places by type: places of one level are different places.
func level(kind graph.Kind, typ string) int {
	if kind == graph.Country {
		return 1
	}
	switch typ {
	case "continent", "sea", "region", "river", "mountain", "island":
		return 2
	case "city", "capital":
		return 3
	case "residence", "building", "venue", "base":
		return 4
	}
	return 0
}

// fit compares two places.
func (a *actor) fit(b *actor) fit {
	switch {
	case a == b:
		return placeEqual
	case a.country == "" || b.country == "":
		return placeNear // nothing is known of one of them but its name
	case a.country != b.country:
		return placeClash
	case a.level == 1 || b.level == 1:
		return placeInside
	case a.level == b.level && a.level != 0:
		return placeClash
	}
	return placeNear
}

// placeFit compares the places of two tellings, the likeliest pair of them.
func placeFit(p, q []*actor) fit {
	best := placeUnknown
	for _, a := range p {
		for _, b := range q {
			best = max(best, a.fit(b))
		}
	}
	return best
}

// shared counts what two sorted lists have in common.
func shared[T cmp.Ordered](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// points weighs, in halves, what speaks for two tellings being one meeting; 0
// where something speaks against it. Participants, days, place and status all
// count; no two of the same article are one.
func points(a, b *meeting) int {
	if a.article == b.article || a.mode != b.mode && a.mode != unknownMode && b.mode != unknownMode {
		return 0
	}
	if a.known && b.known && a.when.gap(b.when) > samePlace {
		return 0
	}
	place := placeFit(a.places, b.places)
	if place == placeClash {
		return 0
	}
	who := companyPoints(a, b)
	days, ok := dayPoints(a, b, place)
	if who == 0 || !ok {
		return 0
	}
	if !sufficient(a, b, who, days, place) {
		return 0
	}
	return who + days + placePoints(place) + statusPoints(a, b)
}

// sufficient tells whether days and place are sure enough for how little the
// participants say.
func sufficient(a, b *meeting, who, days int, place fit) bool {
	if !a.known || !b.known {
		days = 0
	}
	switch {
	case who == 1:
		return days >= 3 && place >= placeInside
	case who == 2:
		return days >= 4 || days >= 2 && place >= placeInside
	case dead(a.status) != dead(b.status), a.complete && b.complete && !slices.Equal(a.parties, b.parties):
		return days >= 3 || place >= placeInside
	}
	return true
}

// companyPoints compares participants: the same people, some of the same, or
// people and the countries that they act for.
func companyPoints(a, b *meeting) int {
	n := shared(a.people, b.people)
	switch {
	case n >= 2 && n == len(a.who) && n == len(b.who):
		return 5
	case n >= 2:
		return 4
	case n == 1 && min(len(a.who), len(b.who)) == 1:
		return 1
	case shared(a.parties, b.parties) >= 2:
		return 2
	}
	return 0
}

// session tells whether two meetings of one article, which tells them apart,
// can be sessions of a longer one that others tell as a whole (talks on one
// day, the dinner the evening before): the same people on the same or the next
// day, in person, at places that are not apart. Nothing in the article alone
// makes them one; another article's telling has to fit both.
func (m *meeting) session(n *meeting) bool {
	pair := shared(m.people, n.people)
	return m.known && n.known && m.when.gap(n.when) <= adjacent && max(m.when.days(), n.when.days()) <= 3 &&
		pair >= 2 && pair == min(len(m.people), len(n.people)) && m.mode != atDistance && n.mode != atDistance &&
		dead(m.status) == dead(n.status) && placeFit(m.places, n.places) != placeClash
}

func dead(s graph.Status) bool { return s == graph.Cancelled || s == graph.Denied }

// dayPoints compares the days; not ok where they exclude each other.
func dayPoints(a, b *meeting, place fit) (points int, ok bool) {
	if !a.known || !b.known {
		switch {
		case a.dated && b.dated && a.span().gap(b.span()) > 0:
			return 0, place >= placeInside && retold(a, b)
		case a.tooLate(b), b.tooLate(a):
			return 0, false
		case max(a.span().days(), b.span().days()) > vague:
			return -1, true
		}
		return 1, true
	}
	gap, exact := a.when.gap(b.when), max(a.when.days(), b.when.days())
	switch {
	case gap > samePlace, gap > adjacent && place < placeNear:
		return 0, false
	case gap > 0:
		return 3, true
	case exact <= 3:
		return 6, true
	case exact <= conclusive:
		return 4, true
	case exact <= 31:
		return 2, true
	case exact <= season:
		return 1, true
	}
	return -1, true
}

// tooLate tells that m is still to come in an article that appeared after one
// in which n is over, while neither has a date.
func (m *meeting) tooLate(n *meeting) bool {
	pending := m.status == graph.Planned || m.status == graph.Tentative
	return pending && n.status == graph.Occurred && !m.known && !n.known && m.dated && n.dated && m.published.from > n.published.to
}

// retold tells whether one of two tellings, without a date, looks far back or
// forward to the other, whose date is known. Between the near and the far past
// lies another meeting more likely than this one.
func retold(a, b *meeting) bool {
	const near, far, longest = 3, 30, 400
	if a.known == b.known {
		return false
	}
	if b.known {
		a, b = b, a
	}
	gap := a.when.gap(b.soon)
	if b.status == graph.Occurred {
		return a.when.from <= b.published.to+1 && (gap <= near || gap > far)
	}
	return a.when.to >= b.published.from && gap <= longest
}

func placePoints(f fit) int {
	return [...]int{placeNear: 2, placeInside: 3, placeEqual: 4}[f]
}

func statusPoints(a, b *meeting) int {
	switch {
	case a.status == b.status:
		return 1
	case dead(a.status) != dead(b.status):
		return -1
	}
	return 0
}
