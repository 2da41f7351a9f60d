package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
)

// vote adds what the neighbourhood of a name says about its label.
func (a *article) vote(n *name) {
	a.voteEntity(n)
	last := a.low[n.end-1]
	switch {
	case n.end-n.first == 1 && n.tail < 0:
	case a.lex.OrgWord(last):
		n.votes[corporate] += 4
	case a.lex.PlaceWord(last) && n.end-n.first > 1:
		n.votes[spatial] += 4
	}
	if len(n.words) > 1 && a.kb.Given(n.words[0]) != "" {
		n.votes[personal] += 2
	}
	if len(n.words) > 1 && len(n.words) < 4 && len(n.hits) == 0 && a.agentive(n) {
		n.votes[personal] += 2
	}
	if len(n.words) > 1 && len(n.words) < 4 && a.lex.Eastern(n.words[0]) != "" {
		n.votes[personal]++
	}
	before := n.first - 1
	if a.in(before, n.first) {
		a.voteBefore(n, before)
	}
	if a.is(n.end, n.first, ",") && a.is(n.end+1, n.first, "who", "whom", "whose") {
		n.votes[personal] += 2
	}
	if n.end-n.first == 1 && acronym(a.word[n.first]) {
		n.votes[corporate]++
	}
	if a.in(n.end, n.first) && a.tok(n.end).Pos == posNoun && a.lex.PlaceWord(a.low[n.end]) {
		n.votes[spatial] += 3 // "the Metropole hotel"
	}
	if n.end-n.first == 1 && a.is(n.end, n.first, "talks", "summit", "accord", "accords", "declaration", "conference") && len(n.titles) == 0 && a.tok(n.first).Dep == depCompound && a.tok(n.first).Pos == posPropn && a.line[n.first] == running && a.ent[n.first] >= 0 {
		n.votes[spatial] += 3 // "the Ostend talks"
	}
	if a.dateline(n) {
		n.votes[spatial] += 4
	}
}

// agentive tells that a name without an article is the subject of a verb.
func (a *article) agentive(n *name) bool {
	h := a.head(n.first, n.end)
	if a.tok(h).Dep != depNsubj || a.tok(int(a.tok(h).Head)).Pos != posVerb {
		return false
	}
	return !a.is(n.first-1, n.first, wordThe) && a.line[n.first] == running && a.tok(n.end-1).Pos == posPropn
}

// dateline tells that a name in capitals opens a line and a dash or a date
// follows: "PSARADES –", "SEOUL, Feb. 11".
func (a *article) dateline(n *name) bool {
	if n.first > 0 && !a.blank(n.first-1) && a.para[n.first] == a.para[n.first-1] || strings.ToUpper(n.text(a)) != n.text(a) {
		return false
	}
	return a.is(n.end, n.first, "–", "—", "-", "--") || a.is(n.end, n.first, ",") && a.in(n.end+1, n.first) &&
		(a.entity(n.end+1) == entDate || a.tok(n.end+1).Pos == posNum)
}

// partyRole tells that token i is a role that one holds in a body of people.
func (a *article) partyRole(i int) bool {
	return i >= 0 && a.lex.In("party", a.low[i])
}

// voteEntity counts what the recogniser says.
func (a *article) voteEntity(n *name) {
	e := a.ent[n.end-1]
	if e < 0 {
		return
	}
	ent := a.doc.Ents[e]
	weight := 1
	if ent.First >= n.first-1 && ent.End <= n.end+1 {
		weight = 2
	}
	switch ent.Label {
	case entPerson:
		n.votes[personal] += weight
	case entOrg:
		n.votes[corporate] += weight
	case "GPE", "LOC", "FAC":
		n.votes[spatial] += weight
	case "NORP":
	default:
		n.votes[other] += weight
	}
}

// voteBefore counts what the word before a name says.
func (a *article) voteBefore(n *name, i int) {
	switch w := a.low[i]; {
	case a.tok(i).Tag == "POS" && i > 0 && a.nationalOf(n, a.own[i-1]):
		n.votes[personal] += 5 // "France's Macron"
	case w == wordThe:
		n.votes[corporate]++
		n.votes[spatial]++
		switch {
		case a.is(i-1, n.first, "in", "at", "on", "near"):
			n.votes[spatial]++
		case a.is(i-1, n.first, "of") && a.partyRole(i-2):
			n.votes[corporate] += 3
		}
	case w == ",":
		if len(n.words) > 1 && a.roleBefore(i) && a.tok(n.first).Pos == posPropn {
			n.votes[personal] += 4 // "the former foreign secretary, X Y"
		}
	case w == "of" && a.in(i-1, n.first) && a.lex.In("tomb", a.low[i-1]):
		n.votes[personal] += 3
	case w == "of" && a.in(i-1, n.first) && a.settlement(i-1):
		n.votes[spatial] += 4
	case w == "in" && a.is(i-1, n.first, "shares", "stake", "stakes", "stock", "investors"):
		n.votes[corporate] += 3
	case a.lex.In("within", w):
		n.votes[spatial] += 3
	case a.lex.In("placing", w):
		n.votes[spatial]++
	default:
		if a.tok(i).Pos != posNoun && a.tok(i).Pos != posPropn {
			return
		}
		if _, ok := a.lex.Role(singular(w)); ok {
			n.votes[personal] += 4
		} else if _, ok := a.lex.Kin(w); ok {
			n.votes[personal] += 4
		} else if c, ok := a.lex.Noun(singular(w)); ok && (c.Has("persons") || c.Has("agents")) {
			n.votes[personal] += 3
		}
	}
}

// nationalOf tells that a name of one word is the surname of somebody in office of
// the country that owner names.
func (a *article) nationalOf(n, owner *name) bool {
	if owner == nil || len(owner.hits) == 0 || owner.hits[0].Entry.Kind != kb.Country || len(n.hits) > 0 && n.hits[0].Entry.Kind != kb.Place || len(n.words) > 1 {
		return false
	}
	const inOffice = 120
	for _, e := range a.kb.BySurname(n.text(a)) {
		if e.Country == owner.hits[0].Entry.Country && a.prominence(e) >= inOffice {
			return true
		}
	}
	return false
}

// roleBefore tells that a role in the singular stands before token i, alone or with
// whose it is behind: "the foreign secretary,", "the premier of Chad,".
func (a *article) roleBefore(i int) bool {
	role := func(k int) bool {
		if k < 0 || a.para[k] != a.para[i] || a.tok(k).Pos != posNoun && a.tok(k).Pos != posPropn {
			return false
		}
		r, ok := a.lex.Role(a.low[k])
		return ok && !r.Private && !r.Weak
	}
	if role(i - 1) {
		return true
	}
	for k := i - 1; k > max(i-4, 0) && a.tok(k).Pos == posPropn; k-- {
		if a.low[k-1] == "of" {
			return role(k - 2)
		}
	}
	return false
}

// settlement tells that token i is a word for a place where people live or a part of
// the land: "the town of X".
func (a *article) settlement(i int) bool {
	n, ok := a.lex.Noun(a.low[i])
	return ok && n.Has(lexicon.Place) || a.lex.In("settlement", a.low[i])
}

// acronym tells whether a word is written as one: two to six capitals.
func acronym(w string) bool {
	n := 0
	for i := range len(w) {
		switch c := w[i]; {
		case 'A' <= c && c <= 'Z':
			n++
		case c == '.' || c == '-' || '0' <= c && c <= '9':
		default:
			return false
		}
	}
	return n >= 2 && n <= 6
}

// singular undoes the plural of a lower-case noun.
func singular(w string) string {
	n := len(w)
	switch {
	case n > 4 && w[n-3:] == "men" || w == "men":
		return w[:n-3] + "man"
	case n > 4 && w[n-3:] == "ies":
		return w[:n-3] + "y"
	case n > 5 && (w[n-4:] == "sses" || w[n-4:] == "ches" || w[n-4:] == "shes"):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return w[:n-1]
	}
	return w
}

// tally labels every name: by the knowledge base where it knows it, else by
// the votes for all names of the article with the same words.
func (a *article) tally() {
	sum := map[string]*[labels]int{}
	for _, n := range a.names {
		v := sum[n.key]
		if v == nil {
			v = new([labels]int)
			sum[n.key] = v
		}
		for l := range labels {
			v[l] += n.votes[l]
		}
	}
	for _, n := range a.names {
		n.label = a.labelOf(n, sum[n.key])
	}
}

// labelOfKind is the label of the first reading of a form.
func labelOfKind(hits []kb.Hit) label {
	if len(hits) == 0 {
		return unknown
	}
	switch hits[0].Entry.Kind {
	case kb.Person:
		return personal
	case kb.Country:
		return political
	case kb.Organization:
		return corporate
	default:
		return spatial
	}
}

// governmentWord tells that a name is no more than a word for a government or a
// part of one, which some papers write with a capital: "the Government of Chad".
func (a *article) governmentWord(n *name) bool {
	if n.end-n.first > 1 || len(n.titles) > 0 || a.line[n.first] != running {
		return false
	}
	w, ok := a.lex.Noun(a.low[n.first])
	return ok && w.Has(lexicon.State)
}

// labelOf picks the label with the most votes; people first among equals.
func (a *article) labelOf(n *name, votes *[labels]int) label {
	if len(n.hits) > 0 && len(n.titles) == 0 {
		return labelOfKind(n.hits)
	}
	if a.governmentWord(n) {
		return unknown
	}
	best, most := unknown, 1
	for _, l := range []label{personal, corporate, spatial, other} {
		if votes[l] > most {
			best, most = l, votes[l]
		}
	}
	if best == personal && len(n.words) == 1 && len(n.titles) == 0 {
		switch {
		case a.lex.OrgWord(n.words[0]):
			return corporate
		case a.tok(n.first).Tag == tagNames && a.opens(n.first):
			return unknown // a plural that opens a sentence
		}
	}
	return best
}
