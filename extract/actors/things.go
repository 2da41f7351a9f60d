package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkThings gives countries, organizations and places their entities.
func linkThings(a *article) {
	w := a.weigh()
	sport := a.sporting()
	for _, n := range a.names {
		if n.label != political && n.label != corporate && n.label != spatial {
			continue
		}
		if sport && a.club(n) {
			n.label, n.hits = corporate, nil
		}
		a.linkThing(n, w)
	}
}

// linkThing sets actor, place and form of a name that is no person's.
func (a *article) linkThing(n *name, w weights) {
	n.rule = a.rule
	if len(n.hits) == 0 {
		a.localThing(n)
		return
	}
	h := a.reading(n, w)
	if h.Form == kb.Adjective {
		n.form = Adjective
	}
	switch h.Entry.Kind {
	case kb.Country:
		a.linkCountry(n, h)
	case kb.Organization:
		n.actor = a.entry(h.Entry)
		if h.Form == kb.Metonym && h.Place != nil {
			n.place = a.entry(h.Place)
		}
		if c := a.kb.Country(h.Entry.Country); c != nil && h.Entry.Type == "military" && !a.capital(n.end-1) {
			n.actor = a.country(c) // "the Israeli army" is no name
		}
	case kb.Place:
		n.place = a.entry(h.Entry)
		if c := a.kb.Country(h.Entry.Country); c != nil && h.Entry.Type == capitalCity {
			n.actor = a.country(c)
		}
	default: // people are linked by other sieves
	}
}

// linkCountry sets actor and place of a country, its people or what stands for
// its government.
func (a *article) linkCountry(n *name, h kb.Hit) {
	n.actor = a.country(h.Entry)
	switch {
	case h.Form == kb.Adjective || h.Form == kb.People:
	case h.Form != kb.Metonym:
		n.place = n.actor
	case h.Place != nil:
		n.place = a.entry(h.Place)
	}
}

// localThing makes an entity of an organization or a place that only the
// article knows.
func (a *article) localThing(n *name) {
	if n.text(a) == "House" && a.is(n.first-1, n.first, wordThe, "and") && a.mentionsBody("org:us-senate", "org:us-congress") {
		if e := a.kb.ByID("org:us-house-of-representatives"); e != nil {
			n.actor = a.entry(e) // where Congress is spoken of
			return
		}
	}
	if e := a.namedGovernment(n); e >= 0 {
		n.actor = e
		return
	}
	if e := a.shortBody(n); e >= 0 {
		n.actor = e
		return
	}
	kind := graph.Organization
	if n.label == spatial {
		kind = graph.Place
	}
	id := a.local(kind, strings.TrimSpace(n.text(a)))
	if kind == graph.Place {
		n.place = id
	} else {
		n.actor = id
	}
}

// namedGovernment is the country of "the Tsipras Government", -1 for other names.
func (a *article) namedGovernment(n *name) int {
	last := n.end - 1
	if n.end-n.first < 2 || !a.lex.In("rule", a.low[last]) {
		return -1
	}
	for _, p := range a.people {
		if a.answers(p, n.words[:len(n.words)-1]) && p.country != "" {
			return a.kbCountry(p.country)
		}
	}
	return -1
}

// shortBody is the one organization named before that a single word of its name means,
// "the Eagles" after "the Chad Eagle Force"; -1 for none and for several.
func (a *article) shortBody(n *name) int {
	if len(n.words) != 1 || len(n.titles) > 0 || a.line[n.first] != running {
		return -1
	}
	if !a.standsShort(n) {
		return -1
	}
	found := -1
	for _, m := range a.names {
		if m.first < n.first-horizon {
			continue
		}
		if m.first >= n.first {
			break // names stand in order
		}
		if m.person != nil || m.actor < 0 || m.actor == found || len(m.words) < 2 || len(m.hits) > 0 || m.label != corporate {
			continue
		}
		if !slices.Contains(m.words, n.words[0]) && !slices.Contains(m.words, singular(n.words[0])) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.actor
	}
	return found
}

// standsShort tells that a name stands as a short one of a body does: behind the
// article, "the Eagles", or before its people, "Eagle fighters".
func (a *article) standsShort(n *name) bool {
	next := n.end
	if !a.in(next, n.first) {
		return a.is(n.first-1, n.first, wordThe)
	}
	if w, ok := a.lex.Noun(singular(a.low[next])); ok && w.Has(lexicon.Members) {
		return true
	}
	return a.is(n.first-1, n.first, wordThe) && a.tok(next).Pos != posNoun
}

// mentionsBody tells that a name of the article can mean one of the organizations.
func (a *article) mentionsBody(ids ...string) bool {
	for _, n := range a.names {
		for _, h := range n.hits {
			if slices.Contains(ids, h.Entry.ID) {
				return true
			}
		}
	}
	return false
}
