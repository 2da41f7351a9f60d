package actors

import "entente/graph"

// definiteState returns the country whose government "the government", "the
// junta", "the administration" means: the one that this sentence and the last
// are most about; -1 where two are close.
func (a *article) definiteState(i, first int) int {
	if i-first > 2 || a.determined(first) != "the" || !a.lex.In("government", a.low[i]) {
		return -1
	}
	count := make([]int, len(a.res.Entities))
	from := a.sents[max(int(a.sent[i])-1, 0)].First
	total := make([]int, len(a.res.Entities))
	for t := range a.word {
		m := a.at(t)
		if m == nil || m.Actor < 0 || a.kindOf(m) != graph.Country {
			continue
		}
		total[m.Actor]++
		if t < from || t >= i {
			continue
		}
		count[m.Actor] += 2
		if a.subject(t) {
			count[m.Actor] += 2
		}
		if a.located(m) {
			count[m.Actor]--
		}
	}
	for e := range count {
		if a.low[i] == "administration" && a.res.Entities[e].Ref.Country != "US" {
			count[e], total[e] = 0, 0 // other countries have governments
			continue
		}
		count[e] += min(total[e], 6)
	}
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
	const margin = 3
	if best < 0 || count[best] < second+margin {
		return -1
	}
	return best
}
