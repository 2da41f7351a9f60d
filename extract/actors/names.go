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
		if end := a.longBody(i); end > 0 {
			a.add(i, end, nil, nil, corporate, 3)
			i = end
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

// longBody returns the token behind a long name that the recogniser sees as one
// body, "Office of the Central Commission for Foreign Affairs", "Smith & Sons", 0
// for none.
func (a *article) longBody(i int) int {
	e := a.ent[i]
	if e < 0 || a.line[i] != running || a.doc.Ents[e].Label != entOrg {
		return 0
	}
	ent := a.doc.Ents[e]
	if ent.First < i-1 || ent.First == i-1 && a.low[i-1] != wordThe || ent.End-i < 3 || a.hit[i].n >= ent.End-i {
		return 0
	}
	joined, firm := false, false
	for j := i; j < ent.End; j++ {
		if a.para[j] != a.para[i] || a.roleAt(j) > 0 && !a.capital(j) {
			return 0
		}
		joined = joined || (a.low[j] == "of" || a.low[j] == wordFor) && a.lex.OrgWord(a.low[i])
		firm = firm || a.word[j] == "&"
	}
	if !joined && !firm {
		return 0
	}
	end := ent.End
	for a.tok(end-1).Tag == "POS" || a.tok(end-1).Pos == posPunct {
		end--
	}
	return end
}

// cut makes names of the pieces of a row.
func (a *article) cut(pieces []piece) {
	if a.onePersonRow(pieces) {
		a.add(pieces[0].first, pieces[len(pieces)-1].end, nil, nil, personal, 4)
		return
	}
	var titles []title
	for i := 0; i < len(pieces); {
		p := pieces[i]
		if p.sort == titular && !a.surnameTitle(pieces, i) {
			titles = append(titles, title{p.first, p.end, p.phrase})
			i++
			continue
		}
		if len(titles) > 0 {
			if last := titles[len(titles)-1]; last.end == p.first && a.lex.In("thoroughfare", a.low[pieces[len(pieces)-1].end-1]) {
				a.add(last.first, pieces[len(pieces)-1].end, nil, nil, spatial, 6) // "King George Street"
				return
			} else if last.end == p.first && a.bodyAfterTitle(p) {
				a.add(last.first, p.end, nil, nil, corporate, 4)
				titles = nil
				i++
				continue
			} else if last.end == p.first && personAfterTitle(p) {
				end := pieces[len(pieces)-1].end
				a.add(p.first, end, titles, p.hits, personal, 5)
				return
			}
			titles = nil
		}
		i = a.cutPlain(pieces, i)
	}
}

// cutStrange is cutPlain for a piece that nothing knows.
func (a *article) cutStrange(pieces []piece, i int) int {
	p := pieces[i]
	next := i + 1
	if a.opens(p.first) && p.end-p.first == 3 && a.kb.Given(a.word[p.first]) == "" && a.kb.Given(a.word[p.first+1]) != "" && a.entity(p.first+1) == entPerson && a.doc.Ents[a.ent[p.first+1]].First == p.first+1 {
		p.first++ // "Leftist Tony Brand": the first word only opens the sentence
	}
	if next < len(pieces) && pieces[next].sort == titular && !pieces[next].honorific && !a.corporateTail(p) && !a.corporateEntity(p) {
		return next // "Brexit Secretary": the words qualify the title
	}
	if next < len(pieces) && pieces[next].sort == known && a.sameEntity(p, pieces[next]) && !personHit(pieces[next].hits) {
		if next+1 < len(pieces) && pieces[next+1].sort == strange && a.corporateTail(pieces[next+1]) {
			next++ // "United Chadian Opposition"
		}
		a.add(p.first, pieces[next].end, nil, nil, unknown, 0)
		return next + 1
	}
	if next < len(pieces) && p.end-p.first == 1 && a.kb.Given(a.word[p.first]) != "" && surnameLike(pieces[next]) {
		a.add(p.first, pieces[next].end, nil, nil, personal, 3) // a surname that is a town's too
		return next + 1
	}
	a.add(p.first, p.end, nil, nil, unknown, 0)
	return next
}

// onePersonRow tells that a row which starts with a given name is one person's name
// to the recogniser, whatever its other words are elsewhere: "Pablo Lima Abbot".
func (a *article) onePersonRow(pieces []piece) bool {
	const longest = 4
	first, end := pieces[0].first, pieces[len(pieces)-1].end
	e := a.ent[first]
	if len(pieces) < 2 || end-first > longest || pieces[0].sort != strange || pieces[0].end-first > 1 || e < 0 || a.kb.Given(a.word[first]) == "" {
		return false
	}
	if ent := a.doc.Ents[e]; ent.Label != entPerson || ent.First != first || ent.End != end {
		return false
	}
	for _, p := range pieces {
		if personHit(p.hits) {
			return false
		}
	}
	return true
}

// surnameTitle tells that a title word is rather the end of a name: "Martin
// Luther King".
func (a *article) surnameTitle(pieces []piece, i int) bool {
	return i > 0 && i == len(pieces)-1 && pieces[i-1].sort == strange && a.entity(pieces[i].first) == entPerson &&
		a.ent[pieces[i].first] == a.ent[pieces[i-1].first]
}

// bodyAfterTitle tells that what follows a title is a word for a body, so that
// both are its name: "General Assembly".
func (a *article) bodyAfterTitle(p piece) bool {
	return p.sort == strange && p.end-p.first == 1 && a.lex.OrgWord(a.low[p.first])
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
		return a.cutStrange(pieces, i)
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

// surnameLike tells that a known piece of one word can be a surname: it names a
// place that is no capital.
func surnameLike(p piece) bool {
	if p.sort != known || p.end-p.first != 1 {
		return false
	}
	for _, h := range p.hits {
		if h.Entry.Kind != kb.Place || h.Entry.Type == capitalCity || h.Form == kb.Adjective {
			return false
		}
	}
	return true
}

// sameEntity tells that the recogniser sees two neighbouring pieces as one.
func (a *article) sameEntity(p, q piece) bool {
	e := a.ent[p.end-1]
	return e >= 0 && e == a.ent[q.first] && a.ent[p.first] == e && a.doc.Ents[e].Label != "NORP" && a.doc.Ents[e].Label != entDate
}

// corporateTail tells whether a piece ends in a word that makes it an
// organization or a place.
func (a *article) corporateTail(p piece) bool {
	w := a.low[p.end-1]
	return a.lex.OrgWord(w) || a.lex.PlaceWord(w)
}

// corporateEntity tells that a piece is an acronym or an organization of its
// own to the recogniser.
func (a *article) corporateEntity(p piece) bool {
	if p.end-p.first == 1 && acronym(a.word[p.first]) {
		return true
	}
	e := a.ent[p.end-1]
	return e >= 0 && a.doc.Ents[e].Label == entOrg && a.doc.Ents[e].End == p.end && p.end-p.first > 1
}

// stateTail tells whether a piece ends in a word for a part of a government.
func (a *article) stateTail(p piece) bool {
	return a.lex.In("ministry", a.low[p.end-1])
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
				if a.capital(i) && a.tok(i).Pos != posPunct {
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
	for end-1 > first && a.tok(end-1).Pos == posPunct {
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
