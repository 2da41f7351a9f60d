package actors

import (
	"strings"

	"entente/extract/actors/lexicon"
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
	// people hold it.
	people []*person
	// titled tells that the role stands before its person's name.
	titled bool
	// resolving guards against roles that depend on each other.
	resolving bool
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
	if a.blank(i) || a.tok(i).Pos == posVerb && !a.capital(i) {
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

// qualifier tells that a role only narrows another behind it: "chief" in "chief
// U.S. negotiator", "deputy" in "deputy fisheries minister".
func (a *article) qualifier(i, end int) bool {
	d, h := a.tok(end-1).Dep, int(a.tok(end-1).Head)
	if d != depCompound && d != depAmod && d != depNmod || h < end || h > end+maxTitle {
		return false
	}
	for j := end; j <= h && a.in(j, i); j++ {
		n := a.own[j]
		switch {
		case n != nil && n.person != nil:
			return false
		case n == nil:
			if k := a.roleAt(j); k > 0 {
				return j+k > h
			}
			if p := a.tok(j).Pos; p != posNoun && p != posAdj && p != posPropn {
				return false
			}
		}
	}
	return false
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
