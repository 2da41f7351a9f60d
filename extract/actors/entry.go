package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// personEntry returns the record of a full name, nil where the knowledge base
// has none that was alive to the article.
func (a *article) personEntry(n *name) *kb.Entry {
	hits := n.hits
	if !personHit(hits) && len(n.words) > 1 {
		hits = a.kb.Lookup(spaced(n.text(a)))
		if !slices.ContainsFunc(hits, isPerson) {
			hits = a.withoutMiddle(n)
		}
		if !slices.ContainsFunc(hits, isPerson) && a.onlyInitials(n) {
			hits = a.byInitials(n)
		}
	}
	var best *kb.Entry
	for _, h := range hits {
		if !isPerson(h) || !a.agreeEntry(h.Entry, n) || !a.alive(h.Entry) {
			continue
		}
		if best == nil || a.prominence(h.Entry) > a.prominence(best) {
			best = h.Entry
		}
	}
	return best
}

// byInitials looks for the one record whose given names start with the
// initials of a name: "L. K. Advani".
func (a *article) byInitials(n *name) []kb.Hit {
	last := len(n.words) - 1
	var found []kb.Hit
	for _, e := range a.kb.BySurname(n.words[last]) {
		w := appendWords(nil, e.Name)
		fits := len(w) > last && a.agreeEntry(e, n) && a.alive(e)
		for i := 0; fits && i < last; i++ {
			fits = w[i][0] == n.words[i][0]
		}
		if fits {
			found = append(found, kb.Hit{Entry: e, Form: kb.Alias})
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// spaced parts the initials in a name: "George H.W. Bush".
func spaced(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(s, ".", ". ")), " ")
}

func isPerson(h kb.Hit) bool { return h.Entry.Kind == kb.Person }

// withoutMiddle looks a name up by its first and last words only: "Mikhail
// Sergeyevich Gorbachev", "Robert S. Ford".
func (a *article) withoutMiddle(n *name) []kb.Hit {
	if len(n.words) < 3 || n.end-n.first < 3 || a.tok(n.first).Pos == posPunct || a.hyphen(n.first+1, n.first) {
		return nil
	}
	last := n.end - 1
	for last > n.first+1 && (a.hyphen(last-1, n.first) || a.lex.In("particle", a.low[last-1])) {
		last--
	}
	if last == n.first+1 || a.lex.Eastern(n.words[0]) != "" {
		return nil
	}
	return a.kb.Lookup(a.word[n.first] + " " + a.doc.Slice(last, n.end))
}

// agreeEntry tells whether the titles of a name allow a record's gender.
func (a *article) agreeEntry(e *kb.Entry, n *name) bool {
	g := a.titleGender(n)
	return g == "" || e.Gender == "" || g == e.Gender
}

// alive tells whether a record can be the person whom an article means by a
// full name: in office within a lifetime of its date, or known beyond it.
func (a *article) alive(e *kb.Entry) bool {
	if a.date == "" || len(e.Offices) == 0 {
		return true
	}
	const lifetime, before, famous = 45, 30, 120
	year, born := yearOf(a.date), false
	for _, o := range e.Offices {
		from, to := yearOf(o.From), yearOf(o.To)
		if to == 0 {
			to = max(yearOf(o.Seen), from)
		}
		if from == 0 {
			from = to
		}
		if from == 0 || year >= from-before && year <= to+lifetime {
			return true
		}
		born = born || year >= from-before
	}
	return born && a.prominence(e) >= famous
}

// prominence is how much a record counts at the article's date; who rules a
// country counts before who is its head for ceremonies.
func (a *article) prominence(e *kb.Entry) int {
	const ruler = 50
	w := a.kb.Prominence(e, a.date)
	for i := range e.Offices {
		if strings.HasPrefix(e.Offices[i].Title, "Supreme Leader") && (e.Offices[i].To == "" || a.date != "" && e.Offices[i].To >= a.date) {
			return w + ruler
		}
	}
	return w
}

// yearOf is the year of an ISO date, 0 where there is none.
func yearOf(date string) int {
	const digits = 4
	if len(date) < digits {
		return 0
	}
	y := 0
	for i := range digits {
		y = y*10 + int(date[i]-'0')
	}
	return y
}
