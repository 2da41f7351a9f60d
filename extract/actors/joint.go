package actors

import (
	"strings"

	"entente/extract/actors/kb"
)

// combining are the forms in which a country stands before the adjective of another:
// "Franco-German".
var combining = map[string]string{
	"franco": "FR", "sino": "CN", "anglo": "GB", "russo": "RU", "indo": "IN", "greco": "GR", "turco": "TR", "germano": "DE", "italo": "IT", "hispano": "ES",
	"luso": "PT", "austro": "AT", "nippo": "JP", "israelo": "IL", "polono": "PL", "serbo": "RS", "irano": "IR", "syro": "SY", "egypto": "EG",
}

// findJoint parts two countries in one word, "Franco-German", "U.S.-Iran": each is
// one of two.
func findJoint(a *article) {
	for i, w := range a.low {
		if c := a.kb.Country(combining[w]); c != nil && a.hyphen(i+1, i) && i+2 < len(a.word) && a.countryForm(i+2) {
			a.part(i)
			a.part(i + 2)
			a.add(i, i+1, nil, a.kb.Lookup(c.Name), political, 1).label = political
			a.add(i+2, i+3, nil, a.hit[i+2].hits, political, 1).label = political
			continue
		}
		before, after, ok := strings.Cut(a.word[i], "-")
		if !ok {
			before, after, ok = strings.Cut(a.word[i], "–")
		}
		if !ok || before == "" || after == "" {
			continue
		}
		if x, y := a.countryNamed(before), a.countryNamed(after); x != nil && y != nil && x != y {
			a.part(i)
			a.mention(Mention{First: i, End: i + 1, Head: i, Form: Adjective, Actor: -1, Place: -1, Members: []int{a.country(x), a.country(y)}})
		}
	}
	a.sortNames()
}

// countryForm tells that the knowledge base knows token i as a form of a country.
func (a *article) countryForm(i int) bool {
	for _, h := range a.hit[i].hits {
		if h.Entry.Kind == kb.Country && a.hit[i].n == 1 {
			return true
		}
	}
	return false
}

// countryNamed is the country that a word names or is the adjective of, nil for none.
func (a *article) countryNamed(w string) *kb.Entry {
	for _, h := range a.kb.Lookup(w) {
		if h.Entry.Kind == kb.Country {
			return h.Entry
		}
	}
	return nil
}

// part takes back the name that covers token i.
func (a *article) part(i int) {
	n := a.own[i]
	if n == nil {
		return
	}
	for t := n.first; t < n.end; t++ {
		a.own[t] = nil
	}
	for k := range a.names {
		if a.names[k] == n {
			a.names = append(a.names[:k], a.names[k+1:]...)
			return
		}
	}
}
