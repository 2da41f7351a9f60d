package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/graph"
)

// linkThings gives countries, organizations and places their entities.
func linkThings(a *article) {
	weight := map[string]int{}
	for _, n := range a.names {
		if n.label == political || n.label == spatial {
			weight[n.hits0().Country]++
		}
	}
	for _, n := range a.names {
		switch n.label {
		case political, corporate, spatial:
			a.linkThing(n, weight)
		}
	}
}

// hits0 is the first record of a name, an empty one where there is none.
func (n *name) hits0() kb.Entry {
	if len(n.hits) == 0 {
		return kb.Entry{}
	}
	return *n.hits[0].Entry
}

// linkThing sets actor, place and form of a name that is no person's.
func (a *article) linkThing(n *name, weight map[string]int) {
	n.rule = a.rule
	if len(n.hits) == 0 {
		a.localThing(n)
		return
	}
	h := a.reading(n, weight)
	switch h.Entry.Kind {
	case kb.Country:
		c := a.country(h.Entry)
		n.actor, n.place = c, c
		switch h.Form {
		case kb.Adjective:
			n.form, n.place = Adjective, -1
		case kb.People:
			n.place = -1
		case kb.Metonym:
			n.place = -1
			if h.Place != nil {
				n.place = a.entry(h.Place)
			}
		}
	case kb.Organization:
		n.actor = a.entry(h.Entry)
		if h.Form == kb.Adjective {
			n.form = Adjective
		}
	case kb.Place:
		n.place = a.entry(h.Entry)
		if h.Form == kb.Adjective {
			n.form = Adjective
		}
		if h.Entry.Type == "capital" {
			if c := a.kb.Country(h.Entry.Country); c != nil {
				n.actor = a.country(c)
			}
		}
	}
}

// reading picks among the readings of a name: a metonym before the bare place;
// of two organizations the one whose country the article names more.
func (a *article) reading(n *name, weight map[string]int) kb.Hit {
	best := n.hits[0]
	for _, h := range n.hits[1:] {
		switch {
		case h.Form == kb.Metonym && h.Entry.Kind == kb.Country && best.Entry.Kind == kb.Place:
			best = h
		case h.Entry.Kind == kb.Organization && best.Entry.Kind == kb.Organization && weight[h.Entry.Country] > weight[best.Entry.Country]:
			best = h
		}
	}
	return best
}

// localThing makes an entity of an organization or a place that only the
// article knows.
func (a *article) localThing(n *name) {
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
