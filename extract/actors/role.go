package actors

import (
	"strings"

	"entente/extract/actors/lexicon"
	"entente/graph"
)

// role is one phrase of the text that says what somebody is: "the former US
// foreign minister", "its chairman", "an adviser to the President".
type role struct {
	// first and end are the words of the lexicon ("foreign minister"), head
	// their syntactic head.
	first, end, head int
	// title is the first word of the title with its qualifiers ("Brexit
	// Secretary"), start the first word of the whole phrase, tail the token
	// behind its complements ("of the party").
	start, title, tail int
	phrase             string
	lex                lexicon.Role
	plural             bool
	// det is the determiner or possessive pronoun in lower case, "" for none,
	// "'s" for a possessor.
	det string
	// body is the entity that the office is held for, -1 where the phrase
	// names none; weak tells that it is no more than an origin.
	body int
	// host is the country or organization that an envoy is sent to, -1 for none.
	host int
	// owner is the person whose envoy, deputy or counterpart it is.
	owner *person
	// ownerHead is the head of the possessor or of the complement where it is
	// no name, or -1.
	ownerHead int
	former    bool
	// words is the title where the phrase itself does not word it.
	words string
	// people hold it; used tells that a sieve has explained the phrase.
	people []*person
}

// findRoles finds the roles outside of names.
func findRoles(a *article) {
	for i := 0; i < len(a.word); {
		n := a.roleAt(i)
		if n == 0 {
			i++
			continue
		}
		for j := i; j < i+n; j++ {
			if m := a.own[j]; m != nil {
				a.unname(m)
			}
		}
		a.roles = append(a.roles, a.parseRole(i, i+n))
		i += n
	}
	a.roleOf = make([]*role, len(a.word))
	for _, r := range a.roles {
		a.roleOf[r.head] = r
	}
}

// roleAt returns the number of tokens of the longest role that starts at token i.
func (a *article) roleAt(i int) int {
	if a.blank(i) || a.tok(i).Pos == "VERB" && !a.capital(i) {
		return 0
	}
	if i > 1 && a.hyphen(i-1, i) && a.lex.In("roleprefix", a.low[i-2]) {
		return 0 // the phrase starts before the hyphen
	}
	best := 0
	var b strings.Builder
	for j := i; a.in(j, i) && j < i+maxTitle && a.weakName(j); j++ {
		if j > i && !a.hyphen(j, i) && !a.hyphen(j-1, i) {
			b.WriteByte(' ')
		}
		s := b.String()
		w := strings.TrimSuffix(a.low[j], ".")
		if _, ok := a.lex.Role(s + w); (ok || a.pluralRole(s, w)) && (a.own[j] == nil || a.own[j].end == j+1) {
			best = j + 1 - i
		}
		b.WriteString(w)
	}
	if best > 0 && a.qualifier(i, i+best) {
		return 0
	}
	return best
}

// qualifier tells that a role only narrows another behind it: "chief" in
// "chief negotiator".
func (a *article) qualifier(i, end int) bool {
	d := a.tok(end - 1).Dep
	if d != "compound" && d != "amod" && d != "nmod" || int(a.tok(end-1).Head) < end {
		return false
	}
	for a.in(end, i) && a.own[end] != nil && a.own[end].person == nil && a.own[end].actor >= 0 {
		end = a.own[end].end
	}
	return a.in(end, i) && a.own[end] == nil && a.roleAt(end) > 0
}

// unname takes back a name that is a part of a title.
func (a *article) unname(n *name) {
	n.label, n.actor, n.place = other, -1, -1
	for i := n.first; i < n.end; i++ {
		a.own[i] = nil
	}
	h := a.head(n.first, n.end)
	if m := a.at(h); m != nil && m.First == n.start() && m.End == n.end {
		a.forget(m)
	}
}

// weakName tells that a token is in no name, or in one that may yet turn out to
// be a word of a title: "Treasury" in "the Treasury secretary".
func (a *article) weakName(i int) bool {
	n := a.own[i]
	return n == nil || n.label == other || n.person == nil && len(n.hits) == 0 && n.label != political
}

// pluralRole tells whether a phrase is a role once its last word is singular.
func (a *article) pluralRole(before, w string) bool {
	s := singular(w)
	if s == w {
		return false
	}
	_, ok := a.lex.Role(before + s)
	return ok
}

// parseRole reads the phrase around the role words [first, end).
func (a *article) parseRole(first, end int) *role {
	r := &role{first: first, end: end, head: a.head(first, end), body: -1, host: -1, ownerHead: -1}
	words := strings.Builder{}
	for i := first; i < end; i++ {
		if i > first && !a.hyphen(i, first) && !a.hyphen(i-1, first) {
			words.WriteByte(' ')
		}
		words.WriteString(strings.TrimSuffix(a.low[i], "."))
	}
	r.phrase = words.String()
	var ok bool
	if r.lex, ok = a.lex.Role(r.phrase); !ok {
		cut := strings.LastIndexAny(r.phrase, " -") + 1
		r.phrase = r.phrase[:cut] + singular(r.phrase[cut:])
		r.lex, _ = a.lex.Role(r.phrase)
		r.plural = true
	}
	if r.end-r.first > 1 && a.tok(r.head).Pos != "NOUN" && a.tok(r.head).Pos != "PROPN" {
		r.head = r.end - 1
	}
	a.roleLeft(r)
	a.roleRight(r)
	return r
}

// roleLeft reads what stands before the role words: qualifiers, nationality,
// body, possessor, determiner.
func (a *article) roleLeft(r *role) {
	r.title, r.start = r.first, r.first
	for i := r.first - 1; a.in(i, r.first); i = r.start - 1 {
		if a.hyphen(i, r.first) {
			i--
		}
		n := a.own[i]
		switch {
		case n != nil && n.label != other:
			if !a.bodyBefore(r, n) {
				return
			}
			r.start = n.first
		case a.lex.FormerBefore(a.low[i]) && a.tok(i).Pos != "DET" && !(a.low[i] == "then" && a.opens(i)):
			r.former, r.start = true, i
		case a.lex.In("nowadays", a.low[i]):
			r.start = i
		case a.low[i] == "own":
			r.start = i
		case a.qualifies(i, r):
			if r.title == r.start {
				r.title = i
			}
			r.start = i
		case a.tok(i).Tag == "POS":
			a.possessor(r, i-1)
			return
		case a.tok(i).Tag == "PRP$":
			r.det, r.start = a.low[i], i
			return
		case a.tok(i).Pos == "DET" || a.low[i] == "the" || a.low[i] == "a":
			r.det, r.start = a.low[i], i
			return
		case a.tok(i).Pos == "NUM" && a.entity(i) != "DATE":
			r.start = i
			r.plural = r.plural || a.low[i] != "one"
		default:
			return
		}
	}
}

// qualifies tells whether token i is a word that narrows the role behind it.
func (a *article) qualifies(i int, r *role) bool {
	t := a.tok(i)
	switch t.Pos {
	case "NOUN", "ADJ", "PROPN":
	case "VERB":
		return t.Dep == "amod" && int(t.Head) >= r.first
	default:
		return false
	}
	if a.own[i] == nil && a.roleAtEnd(i) {
		return false
	}
	h := int(t.Head)
	if e := a.entity(i); h <= i || !a.sameClause(i, r) || e == "DATE" || e == "TIME" {
		return false
	}
	switch t.Dep {
	case "compound", "amod", "nmod", "nn", "poss":
		return true
	}
	return false
}

// roleAtEnd tells that token i ends an earlier role ("President" in "the
// President chief of staff").
func (a *article) roleAtEnd(i int) bool {
	for k := len(a.roles) - 1; k >= 0 && a.roles[k].end > i-3; k-- {
		if a.roles[k].end == i+1 {
			return true
		}
	}
	return false
}

// sameClause tells that a qualifier hangs on the role or on the name behind it.
func (a *article) sameClause(i int, r *role) bool {
	h := int(a.tok(i).Head)
	return h < r.end || h == int(a.tok(r.head).Head) || a.own[h] != nil || h < r.end+4
}

// bodyBefore takes a name that stands before the role words as the body of the
// office or as the person served; false where it cannot be that.
func (a *article) bodyBefore(r *role, n *name) bool {
	switch {
	case n.person != nil && a.is(n.end, r.first, "campaign") && r.body < 0:
		r.body = a.campaign(n)
		r.title = r.first
		return true
	case n.person != nil:
		if r.owner == nil && r.body < 0 {
			r.owner = n.person
		}
		return r.owner == n.person && n.end <= r.title
	case n.place >= 0 && n.place != n.actor && a.is(n.first-1, r.first, "in", "at", "from"):
		if r.body < 0 {
			r.body = n.actor // "In Damascus President X"
		}
		return false
	case n.actor >= 0 && len(n.hits) == 0 && n.label == corporate && a.policy(r, n):
		r.title = n.first // "Armed Forces Minister"
		return true
	case n.actor >= 0:
		if r.body < 0 {
			r.body = n.actor
		}
		return true
	case n.place >= 0:
		return true
	}
	return false
}

// policy tells that a name nobody knows, directly before the word for a
// minister, is the minister's field.
func (a *article) policy(r *role, n *name) bool {
	return n.end == r.first && !acronym(a.word[n.end-1]) && a.capital(r.first) &&
		(strings.HasSuffix(r.phrase, "minister") || strings.HasSuffix(r.phrase, "secretary"))
}

// campaign returns the entity of a candidate's campaign.
func (a *article) campaign(n *name) int { return a.local(graph.Organization, n.text(a)+" campaign") }

// possessor takes the owner that ends at token i, before "'s".
func (a *article) possessor(r *role, i int) {
	r.det = "'s"
	r.start = i
	n := a.own[i]
	switch {
	case n == nil:
		r.ownerHead = i
	case n.person != nil:
		r.owner, r.start = n.person, n.start()
	case n.actor >= 0:
		r.body, r.start = n.actor, n.first
	}
	for a.in(r.start-1, i) && (a.tok(r.start-1).Pos == "DET" || a.tok(r.start-1).Pos == "ADJ") {
		r.start--
	}
}

// roleRight reads the complements behind the role words: "of the party", "for
// South Korea", "to the President", "at a university".
func (a *article) roleRight(r *role) {
	r.tail = r.end
	if !a.is(r.end, r.first, "of", "for", "to", "at", "in", "on", "with") {
		return
	}
	obj := -1
	for _, c := range a.kids[r.end] {
		if a.tok(int(c)).Dep == "pobj" {
			obj = int(c)
		}
	}
	if obj < 0 || obj > r.end+maxComplement {
		return
	}
	n := a.own[obj]
	r.tail = obj + 1
	if n != nil {
		r.tail = max(n.end, r.tail)
	}
	prep := a.low[r.end]
	if n != nil && n.person != nil && n.start() > 0 && a.own[n.start()-1] != nil && a.own[n.start()-1].person == nil && n.start()-1 > r.end {
		n = a.own[n.start()-1] // "Ambassador to the USA X": the tree hangs all on the name
		r.tail = n.end
	}
	if prep == "to" && (r.lex.Name == "ambassador" || r.lex.Name == "envoy") || prep == "on" {
		if n != nil && n.person == nil {
			r.host = n.actor // an ambassador to Spain is not Spain's
		}
		return
	}
	if prep == "for" && r.body >= 0 {
		return // "special representative for North Korea"
	}
	switch {
	case n == nil:
		a.complementNoun(r, obj)
	case n.person != nil:
		r.owner = n.person
	case n.actor >= 0:
		r.body = n.actor
	case n.place >= 0 && prep == "of" && r.lex.Leads:
		r.body = n.place // the governor of a province
	}
}

// maxComplement is the number of tokens within which a complement's head is sought.
const maxComplement = 12

// complementNoun takes the body from a complement that is no name: "head of
// Russia's drug agency", "member of the Egyptian delegation".
func (a *article) complementNoun(r *role, obj int) {
	r.ownerHead = obj
	if noun, ok := a.lex.Noun(singular(a.low[obj])); ok && noun.Has(lexicon.Country) {
		return // "the first leader of a G7 country"
	}
	for _, c := range a.kids[obj] {
		n := a.own[c]
		if n == nil || int(c) >= obj {
			continue
		}
		switch a.tok(int(c)).Dep {
		case "poss", "amod", "compound", "nmod":
			if n.person != nil {
				r.owner = n.person
			} else if n.actor >= 0 && r.body < 0 {
				r.body = n.actor
			}
		}
	}
}
