package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/actors/kb"
)

// piece is a part of a row of capitalised words.
type piece struct {
	first, end int
	sort       sort
	hits       []kb.Hit // of a known piece
	phrase     string   // of a title piece
	honorific  bool     // a title piece that claims no office of its own
}

type sort uint8

const (
	strange sort = iota // words that nothing knows
	known               // a form of the knowledge base
	titular             // a title or honorific
)

// row cuts the row of name words that starts at token i into pieces and
// returns them with the token after the row.
func (a *article) row(i int) (pieces []piece, end int) {
	p := i
	for {
		next := a.pieceAt(p, pieces)
		if n, phrase, honorific := a.titleAt(p); next.sort == known && n > 0 && personHit(next.hits) && p+n < next.end {
			pieces = append(pieces, piece{first: p, end: p + n, sort: titular, phrase: phrase, honorific: honorific})
			next.first = p + n // "Sir Keir Starmer" is a title and a name
			for i := next.first; i < next.end; i++ {
				if a.low[i] == "of" {
					next.end = i // "King Hussein of Jordan" is one of Jordan
				}
			}
		}
		if k := len(pieces) - 1; k >= 0 && next.sort == strange && pieces[k].sort == strange {
			pieces[k].end = next.end
		} else {
			pieces = append(pieces, next)
		}
		p = next.end
		if !a.continues(p, i) {
			return pieces, p
		}
	}
}

// continues tells whether the row goes on at token p.
func (a *article) continues(p, start int) bool {
	if !a.in(p, start) {
		return false
	}
	if a.nameToken(p) {
		return true
	}
	return a.particles(p) > 0 && !a.knownThing(p-1)
}

// knownThing tells whether a token ends a known form that is no person.
func (a *article) knownThing(i int) bool {
	h := a.hit[i]
	return h.n == 1 && h.hits[0].Entry.Kind != kb.Person
}

// pieceAt takes the piece that starts at token p.
func (a *article) pieceAt(p int, before []piece) piece {
	g := a.hit[p]
	n, phrase, honorific := a.titleAt(p)
	switch {
	case g.n == 1 && acronym(a.word[p]) && a.hyphen(p+1, p) && acronym(a.word[p+2]) && a.hit[p+2].n == 0:
		return piece{first: p, end: p + 3} // a wing of a movement
	case g.n > 0 && g.n >= n && !a.glued(p+g.n, p):
		return piece{first: p, end: p + g.n, sort: known, hits: g.hits}
	case n > 0:
		return piece{first: p, end: p + n, sort: titular, phrase: phrase, honorific: honorific}
	}
	end := p + a.particles(p)
	end++
	for a.hyphen(end, p) && a.joins(end+1, end-1, len(before) > 0) {
		end += 2
	}
	return piece{first: p, end: end}
}

// glued tells whether a hyphen ties the token before end to a name that goes
// on: "Paris-Roubaix", not "Russia-U.S." and not "Moscow-backed".
func (a *article) glued(end, p int) bool {
	return a.hyphen(end, p) && a.capital(end+1) && a.hit[end+1].n == 0 && a.tok(end+1).Pos == posPropn && a.entity(end+1) == entPerson
}

// hyphen tells whether token i is a hyphen between two tokens without spaces.
func (a *article) hyphen(i, p int) bool {
	if i == 0 || !a.in(i, p) || !a.in(i+1, p) || a.tok(i).Space || a.tok(i-1).Space {
		return false
	}
	return a.word[i] == "-" || a.word[i] == "–" || a.word[i] == "‑"
}

// joins tells whether token i, behind a hyphen, belongs to the word before it.
func (a *article) joins(i, left int, continued bool) bool {
	r, _ := utf8.DecodeRuneInString(a.word[i])
	switch {
	case unicode.IsUpper(r):
		return a.hit[i].n == 0 || a.hit[left].n == 0
	case !unicode.IsLetter(r) || a.lex.In("compound", a.low[i]):
		return false
	}
	// "Eui-kyeom" behind "Kim": given names of the east, seldom anything else.
	return continued && len(a.word[i]) <= 6 && a.entity(left) == entPerson || a.lex.Eastern(a.low[max(left-1, 0)]) != ""
}

// particles returns the number of tokens from p on that are particles before a
// capitalised word: 1 for "bin Salman", 2 for "al-Assad", "von der Leyen".
func (a *article) particles(p int) int {
	n := 0
	for a.in(p+n, p) && a.lex.In("particle", a.low[p+n]) && a.word[p+n] == a.low[p+n] {
		n++
		if a.hyphen(p+n, p) {
			n++
		}
	}
	if n == 0 || !a.in(p+n, p) || !a.capital(p+n) || a.dated(p+n) {
		return 0
	}
	return n
}

// titleAt returns the number of tokens of the longest title or honorific that
// starts at token p, its phrase, and whether it is an honorific.
func (a *article) titleAt(p int) (n int, phrase string, honorific bool) {
	var b strings.Builder
	for i := p; a.in(i, p) && i < p+maxTitle; i++ {
		if i > p && !a.hyphen(i, p) && !a.hyphen(i-1, p) {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSuffix(a.low[i], "."))
		s := b.String()
		if i == p && a.monsieur(p) {
			s = "monsieur"
		}
		_, role := a.lex.Role(s)
		if one := singular(s); !role && one != s { // "Prime Ministers X and Y"
			_, role = a.lex.Role(one)
		}
		h, hon := a.lex.Honorific(s)
		if role || hon {
			n, phrase, honorific = i+1-p, s, hon && (h.Role == "" || !role)
		}
	}
	return n, phrase, honorific
}

// monsieur tells that token p is the title of "M. Mollet", not the initial of
// "M. Night Shyamalan" or "Richard M. Nixon".
func (a *article) monsieur(p int) bool {
	if a.low[p] != "m." || !a.in(p+1, p) || !a.capital(p+1) || strings.HasSuffix(a.low[p+1], ".") {
		return false
	}
	return (p == 0 || a.tok(p-1).Pos != posPropn) && (!a.in(p+2, p) || a.tok(p+2).Pos != posPropn || a.messieurs)
}

// manyMessieurs tells that the article calls several people "M.", which is then no
// initial before two names either: "M. Louis Caron".
func (a *article) manyMessieurs() bool {
	const many = 3
	seen := map[string]bool{}
	for i := range a.word {
		if a.word[i] == "M." && a.in(i+1, i) && a.capital(i+1) && !strings.HasSuffix(a.low[i+1], ".") && (i == 0 || a.tok(i-1).Pos != posPropn) {
			seen[a.low[i+1]] = true
		}
	}
	return len(seen) >= many
}

// maxTitle is the number of tokens of the longest title in the lexicon.
const maxTitle = 6
