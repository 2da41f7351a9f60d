package actors

import (
	"entente/extract/actors/kb"
)

// weights counts how often the article names things of a country, by ISO code.
type weights map[string]int

// weigh counts the countries of the names whose reading is not in doubt.
func (a *article) weigh() weights {
	w := weights{}
	for _, n := range a.names {
		if (n.label == political || n.label == spatial) && len(n.hits) > 0 && !doubtful(n.hits) {
			w[n.hits[0].Entry.Country]++
		}
	}
	return w
}

// doubtful tells that a form names a country and a place elsewhere.
func doubtful(hits []kb.Hit) bool {
	for _, h := range hits[1:] {
		if hits[0].Entry.Kind == kb.Country && h.Entry.Kind == kb.Place && h.Entry.Country != hits[0].Entry.Country {
			return true
		}
	}
	return false
}

// reading picks among the readings of a name: a metonym before the bare place;
// of two organizations the one whose country the article names more; a region
// before the country of its name where the article is about the region's
// country only.
func (a *article) reading(n *name, w weights) kb.Hit {
	best := n.hits[0]
	for _, h := range n.hits[1:] {
		switch {
		case h.Form == kb.Metonym && h.Entry.Kind == kb.Country && best.Entry.Kind == kb.Place:
			best = h
		case h.Form == kb.Metonym && h.Entry.Kind == kb.Organization && best.Entry.Kind != kb.Organization && !a.namesState(best.Entry.Country):
			best = h // "Brussels" is the Union where Belgium is not spoken of
		case h.Entry.Kind == kb.Organization && best.Entry.Kind == kb.Organization && w[h.Entry.Country] > w[best.Entry.Country]:
			best = h
		case h.Entry.Kind == kb.Place && best.Entry.Kind == kb.Country && h.Entry.Country != best.Entry.Country &&
			h.Form == kb.Name && a.regional(n, h.Entry.Country, best.Entry.Country, w):
			best = h
		}
	}
	return best
}

// namesState tells that the article names a country by its own name or its
// people, not only by a city.
func (a *article) namesState(iso string) bool {
	for _, n := range a.names {
		for _, h := range n.hits {
			if h.Entry.Kind == kb.Country && h.Entry.Country == iso && h.Form != kb.Metonym {
				return true
			}
		}
	}
	return false
}

// regional tells that a name means a region of one country rather than the
// other country of that name: a place of the first stands before it ("Atlanta,
// Georgia"), or the article names the first often and the second never else.
func (a *article) regional(n *name, region, country string, w weights) bool {
	const often = 3
	if a.is(n.first-1, n.first, ",") && n.first > 1 {
		if m := a.own[n.first-2]; m != nil && len(m.hits) > 0 && m.hits[0].Entry.Kind == kb.Place && m.hits[0].Entry.Country == region {
			return true
		}
	}
	return w[country] == 0 && w[region] >= often
}

// sporting tells whether the article is about sport, by its words.
func (a *article) sporting() bool {
	const kinds, share = 5, 150
	seen := map[string]bool{}
	count := 0
	for _, w := range a.low {
		if a.lex.In("sport", w) {
			seen[w] = true
			count++
		}
	}
	return len(seen) >= kinds && count*share >= len(a.low)
}

// club tells that a city in an article about sport is a club: it does something,
// instead of being where something happens.
func (a *article) club(n *name) bool {
	if n.label != spatial || len(n.hits) == 0 || n.hits[0].Entry.Type != "city" && n.hits[0].Entry.Type != capitalCity {
		return false
	}
	h := a.head(n.first, n.end)
	if a.tok(h).Dep != depPobj {
		return true
	}
	return !a.is(int(a.tok(h).Head), h, "in", "at", "near", "from", "to", "through", "around", "outside")
}
