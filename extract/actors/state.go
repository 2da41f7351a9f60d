package actors

import "entente/graph"

// definiteState returns the country whose government "the government", "the
// junta", "the administration" means: the one that this sentence and the last
// are most about; -1 where two are close.
func (a *article) definiteState(i, first int) int {
	if i-first > 2 || a.determined(first) != wordThe || !a.lex.In("government", a.low[i]) {
		return -1
	}
	only := ""
	if a.low[i] == administration {
		only = "US" // other countries have governments
	}
	return a.dominant(i, only)
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
