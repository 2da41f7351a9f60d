package actors

import (
	"entente/extract/actors/kb"
	"entente/graph"
)

// linkCapitals resolves "the Polish capital", "the capital of Poland", "Poland's
// capital" to the city.
func linkCapitals(a *article) {
	for i := range a.word {
		if a.low[i] != capitalCity || a.tok(i).Tag != tagNoun || a.at(i) != nil || a.own[i] != nil || a.tok(i).Dep == depCompound {
			continue
		}
		first := a.phraseStart(i)
		if a.determined(first) != wordThe && !a.possessed(i) {
			continue // money
		}
		bodies := a.bodiesOf(i)
		if len(bodies) != 1 || a.res.Entities[bodies[0]].Ref.Kind != graph.Country {
			continue
		}
		if e := a.capitalOf(bodies[0]); e != nil {
			a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: bodies[0], Place: a.entry(e)})
		}
	}
}

// capitalOf returns the record of a country's capital, nil where none is known.
func (a *article) capitalOf(country int) *kb.Entry {
	return a.kb.Capital(a.home(a.res.Entities[country].Ref.Country))
}
