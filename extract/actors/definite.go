package actors

import (
	"slices"

	"entente/graph"
)

// definiteBody links "the alliance", "the ministry", "the group" to the last
// organization that the noun can mean.
func (a *article) definiteBody(i, first int) bool {
	if d := a.determined(first); d != wordThe && d != "this" && d != "that" || i-first > 2 {
		return false
	}
	if p := a.tok(i - 1).Pos; i-first == 2 && (a.own[i-1] != nil || p != posAdj && p != posNoun) {
		return false
	}
	w := a.low[i]
	if a.is(i-1, i, "other", "another", "rival", "new", "former", "first", "second") {
		return false
	}
	if w == "body" && a.determined(first) == wordThe && !a.is(i-1, i, "world", "regional", "continental", "global", "international") {
		return false
	}
	found, named := -1, false // whose name has the word, else whose type it is
	a.backwards(i, 6, func(m *Mention) bool {
		if m.Actor < 0 || m.Form == Adjective || a.res.Entities[m.Actor].Ref.Kind != graph.Organization || a.res.Entities[m.Actor].Generic {
			return true
		}
		if named = slices.Contains(appendWords(nil, a.res.Entities[m.Actor].Ref.Name), w); named || found < 0 && a.bodyIs(m.Actor, w) {
			found = m.Actor
		}
		return !named
	})
	if found < 0 {
		found = a.onlyBody(i, w)
	}
	if found < 0 {
		return false
	}
	a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: found, Place: -1, Rule: "definite"})
	return true
}

// onlyBody is the one movement of the article before token i that a noun for a
// movement can mean, however far; -1 for none and for several.
func (a *article) onlyBody(i int, w string) int {
	if !a.lex.In("type:armed-group", w) && !a.lex.In("type:party", w) {
		return -1
	}
	found := -1
	for t := max(i-horizon, 0); t < i; t++ {
		m := a.at(t)
		if m == nil || m.Actor < 0 || m.Actor == found || a.res.Entities[m.Actor].Generic || a.kindOf(m) != graph.Organization || a.res.Entities[m.Actor].Entry == nil || !a.bodyIs(m.Actor, w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Actor
	}
	return found
}

// bodyIs tells whether a lower-case noun can mean an organization: its type or
// its name says so.
func (a *article) bodyIs(e int, w string) bool {
	x := &a.res.Entities[e]
	if x.Entry != nil && a.lex.In("type:"+x.Entry.Type, w) && (x.Entry.Type != "igo" || w != "court" && w != "bank" && w != "fund") {
		return true
	}
	return slices.Contains(appendWords(nil, x.Ref.Name), w)
}

// countryNoun links "the country", "his country", "the kingdom" to a country.
func (a *article) countryNoun(i, first int) bool {
	if a.tok(i).Tag != tagNoun || a.low[i] == capitalCity || a.low[i] == "power" || a.low[i] == "giant" {
		return false
	}
	if body, _ := a.bodyOfNoun(i, first); body >= 0 {
		if a.lex.In("beside", a.low[i]) { // "its neighbour" is another one
			body = a.otherCountry(i, body)
			if body < 0 {
				return false
			}
		}
		if a.res.Entities[body].Ref.Kind == graph.Country && (a.tok(first).Tag == tagOwner || a.tok(first).Tag == "WP$") {
			a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: body, Place: body, Rule: "country"})
			return true
		}
		return false
	}
	if a.determined(first) != wordThe || i-first > 2 || a.low[i] == "state" || !a.subject(i) && a.tok(i).Dep != depPoss && a.tok(i).Dep != depPobj {
		return false
	}
	found := a.dominant(i, "")
	if found < 0 {
		return false
	}
	a.mention(Mention{First: first, End: i + 1, Head: i, Form: Nominal, Actor: found, Place: found, Rule: "country"})
	return true
}

// otherCountry returns the one country beside the given one that the sentence of
// token i, up to there, and the two before speak of; -1 for none and for several.
func (a *article) otherCountry(i, country int) int {
	found := -1
	for t := a.sents[max(int(a.sent[i])-2, 0)].First; t < i; t++ {
		m := a.at(t)
		if m == nil || m.Actor < 0 || m.Actor == country || a.kindOf(m) != graph.Country {
			continue
		}
		if found >= 0 && found != m.Actor {
			return -1
		}
		found = m.Actor
	}
	return found
}
