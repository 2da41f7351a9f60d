package actors

import (
	"entente/extract/actors/kb"
	"entente/graph"
)

// definiteState returns the country whose government "the government", "the
// junta", "the administration" means: the one that this sentence and the last
// are most about; -1 where two are close.
func (a *article) definiteState(i, first int) int {
	if i-first == 2 && a.lex.In("aspiring", a.low[i-1]) {
		return -1
	}
	if d := a.determined(first); d != wordThe && (d != "" || i == first) || i-first > 2 {
		return -1
	}
	switch {
	case i-first <= 2 && i > 0 && a.lex.In("government", a.low[i-1]) && i-1 >= first: // "the government delegation"
		return a.dominant(i, "")
	case a.determined(first) != wordThe || !a.lex.In("government", a.low[i]):
		return -1
	}
	if c := a.homeOfSpeaker(i); c >= 0 {
		return c
	}
	only := ""
	if a.low[i] == administration {
		only = "US" // other countries have governments
	}
	return a.dominant(i, only)
}

// homeOfSpeaker returns the country of the person who is the subject around "the
// government" and no member of one: who leads the opposition accuses his own; -1
// for none.
func (a *article) homeOfSpeaker(i int) int {
	s := a.doer(a.clause(i))
	if s < 0 || s >= i {
		return -1
	}
	m := a.at(s)
	if m == nil || m.Actor < 0 || a.personOf[m.Actor] == nil {
		return -1
	}
	p := a.personOf[m.Actor]
	for _, r := range p.claims {
		switch r.lex.Name {
		case kb.PartyLeader, kb.Legislator:
			return a.countryOf(p)
		case anyLeader:
			if r.body >= 0 && a.res.Entities[r.body].Ref.Type == "party" {
				return a.kbCountry(a.res.Entities[r.body].Ref.Country)
			}
		}
	}
	if p.entry == nil || len(p.claims) > 0 {
		return -1
	}
	for _, o := range a.kb.OfficesAt(p.entry, a.date) {
		if o.Role == kb.PartyLeader || o.Role == kb.Legislator {
			return a.countryOf(p)
		}
	}
	return -1
}

// kbCountry is the entity of a country by its code, -1 where there is none.
func (a *article) kbCountry(iso string) int {
	if c := a.kb.Country(iso); c != nil {
		return a.country(c)
	}
	return -1
}

// dominant returns the country that the sentence of token i, up to there, and
// the one before are most about; -1 where two are close. With only set, it is
// that country or none.
func (a *article) dominant(i int, only string) int {
	count := make([]int, len(a.res.Entities))
	total := make([]int, len(a.res.Entities))
	from := a.sents[max(int(a.sent[i])-1, 0)].First
	for t := range a.word {
		m := a.at(t)
		if m == nil || m.Actor < 0 || a.kindOf(m) != graph.Country || only != "" && a.res.Entities[m.Actor].Ref.Country != only {
			continue
		}
		total[m.Actor]++
		if t >= from && t < i {
			count[m.Actor] += a.aboutness(t, m)
		}
	}
	for e := range count {
		count[e] += min(total[e], 6)
	}
	const margin = 3
	best, second := -1, 0
	for e, n := range count {
		switch {
		case best < 0 && n > 0 || best >= 0 && n > count[best]:
			if best >= 0 {
				second = count[best]
			}
			best = e
		case n > second:
			second = n
		}
	}
	if best < 0 || count[best] < second+margin {
		return -1
	}
	return best
}

// aboutness is how much the mention at token t makes its sentence one about
// its country.
func (a *article) aboutness(t int, m *Mention) int {
	switch {
	case a.subject(t):
		return 4
	case a.located(m):
		return 1
	}
	return 2
}
