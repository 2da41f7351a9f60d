package actors

import (
	"strings"

	"entente/extract/actors/kb"
)

// findNames finds the proper names: rows of capitalised words, cut by what the
// knowledge base and the titles know, labelled by the recogniser's votes over
// the whole article.
func findNames(a *article) {
	for i := 0; i < len(a.word); {
		if a.blank(i) || !a.nameToken(i) && a.particles(i) == 0 {
			i++
			continue
		}
		pieces, end := a.row(i)
		if a.line[i] == running {
			a.cut(pieces)
		} else {
			a.cutHeadline(pieces)
		}
		i = end
	}
	a.tally()
}

// cut makes names of the pieces of a row.
func (a *article) cut(pieces []piece) {
	var titles []title
	for i := 0; i < len(pieces); {
		p := pieces[i]
		if p.sort == titular && !a.surnameTitle(pieces, i) {
			titles = append(titles, title{p.first, p.end, p.phrase})
			i++
			continue
		}
		if len(titles) > 0 {
			if last := titles[len(titles)-1]; last.end == p.first && personAfterTitle(p) {
				end := pieces[len(pieces)-1].end
				a.add(p.first, end, titles, p.hits, personal, 5)
				return
			}
			titles = nil
		}
		i = a.cutPlain(pieces, i)
	}
}

// surnameTitle tells that a title word is rather the end of a name: "Martin
// Luther King".
func (a *article) surnameTitle(pieces []piece, i int) bool {
	return i > 0 && i == len(pieces)-1 && pieces[i-1].sort == strange && a.entity(pieces[i].first) == "PERSON" &&
		a.ent[pieces[i].first] == a.ent[pieces[i-1].first]
}

// personAfterTitle tells whether what follows a title can be its person.
func personAfterTitle(p piece) bool {
	if p.sort != known {
		return true
	}
	for _, h := range p.hits {
		if h.Entry.Kind == kb.Person {
			return true
		}
	}
	return p.end-p.first == 1 && p.hits[0].Form != kb.Adjective && p.hits[0].Form != kb.Acronym
}

// cutPlain makes a name of the piece at i and those that belong to it, and
// returns the index after them.
func (a *article) cutPlain(pieces []piece, i int) int {
	p := pieces[i]
	next := i + 1
	var after *piece
	if next < len(pieces) && pieces[next].sort == strange {
		after = &pieces[next]
	}
	if p.sort == strange {
		if next < len(pieces) && pieces[next].sort == titular && !pieces[next].honorific && !a.corporateTail(p) {
			return next // "Brexit Secretary": the words qualify the title
		}
		if next < len(pieces) && pieces[next].sort == known && a.sameEntity(p, pieces[next]) && !personHit(pieces[next].hits) {
			a.add(p.first, pieces[next].end, nil, nil, unknown, 0)
			return next + 1
		}
		a.add(p.first, p.end, nil, nil, unknown, 0)
		return next
	}
	if after == nil || personHit(p.hits) {
		a.add(p.first, p.end, nil, p.hits, unknown, 0)
		return next
	}
	switch {
	case a.stateTail(*after):
		a.add(p.first, p.end, nil, p.hits, unknown, 0) // "Russian Foreign Ministry" is no name of its own
		return next + 1
	case a.corporateTail(*after) || a.sameEntity(p, *after):
		if next+1 < len(pieces) && pieces[next+1].sort == titular && !a.corporateTail(*after) {
			break // "Russian Deputy Foreign Minister"
		}
		n := a.add(p.first, after.end, nil, nil, unknown, 0)
		n.tail = after.first
		return next + 1
	}
	a.add(p.first, p.end, nil, p.hits, unknown, 0)
	return next
}

// sameEntity tells that the recogniser sees two neighbouring pieces as one.
func (a *article) sameEntity(p, q piece) bool {
	e := a.ent[p.end-1]
	return e >= 0 && e == a.ent[q.first] && a.ent[p.first] == e && a.doc.Ents[e].Label != "NORP" && a.doc.Ents[e].Label != "DATE"
}

// corporateTail tells whether a piece ends in a word that makes it an
// organization or a place.
func (a *article) corporateTail(p piece) bool {
	w := a.low[p.end-1]
	return a.lex.OrgWord(w) || a.lex.PlaceWord(w)
}

// stateTail tells whether a piece ends in a word for a part of a government.
func (a *article) stateTail(p piece) bool {
	switch a.low[p.end-1] {
	case "ministry", "government", "embassy", "navy", "army", "administration", "cabinet", "consulate":
		return true
	}
	return false
}

func personHit(hits []kb.Hit) bool { return len(hits) > 0 && hits[0].Entry.Kind == kb.Person }

// cutHeadline makes names of the pieces that the knowledge base knows; other
// capitals in headlines tell nothing by themselves.
func (a *article) cutHeadline(pieces []piece) {
	var titles []title
	for _, p := range pieces {
		switch p.sort {
		case titular:
			titles = append(titles, title{p.first, p.end, p.phrase})
			continue
		case known:
			if a.line[p.first] != shouted || p.end-p.first > 1 || len(a.word[p.first]) > 3 {
				a.add(p.first, p.end, adjacent(titles, p.first), p.hits, unknown, 0)
			}
		case strange:
			for i := p.first; i < p.end; i++ {
				if a.capital(i) && a.tok(i).Pos != "PUNCT" {
					n := a.add(i, i+1, adjacent(titles, i), nil, other, 3)
					n.tail = -1
				}
			}
		}
		titles = nil
	}
}

// adjacent returns the titles if they end where a name starts.
func adjacent(titles []title, first int) []title {
	if k := len(titles); k > 0 && titles[k-1].end == first {
		return titles
	}
	return nil
}

// add records a name with the votes for its label.
func (a *article) add(first, end int, titles []title, hits []kb.Hit, l label, weight int) *name {
	for end-1 > first && a.tok(end-1).Pos == "PUNCT" {
		end--
	}
	n := &name{first: first, end: end, titles: titles, hits: hits, actor: -1, place: -1}
	n.words = a.wordsOf(first, end)
	n.key = strings.Join(n.words, " ")
	n.votes[l] += weight
	a.vote(n)
	a.names = append(a.names, n)
	for i := first; i < end; i++ {
		a.own[i] = n
	}
	return n
}
