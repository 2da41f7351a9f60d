package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

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
	if r.end-r.first > 1 && a.tok(r.head).Pos != posNoun && a.tok(r.head).Pos != posPropn {
		r.head = r.end - 1
	}
	a.roleLeft(r)
	a.roleRight(r)
	if r.phrase == "diplomat" && r.body >= 0 && !r.plural {
		for i := r.start; i < r.first; i++ {
			if a.is(i, r.first, "top", "chief") { // "the top Chadian diplomat for Asia"
				r.lex = lexicon.Role{Name: "deputy"}
			}
		}
	}
	if r.ownerHead >= 0 && r.phrase == "member" && a.lex.In("government", a.low[r.ownerHead]) {
		r.lex.Weak = false // of a junta, of a cabinet
	}
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
			if n.person != nil && n.end == r.start && a.appointed(r) {
				return // "made X president"
			}
			if !a.bodyBefore(r, n) {
				return
			}
			r.start = n.first
		case a.timesRole(r, i):
		case a.low[i] == "own":
			r.start = i
		case r.body < 0 && a.sideAt(i) >= 0:
			r.body, r.start = a.sideAt(i), i
		case a.qualifies(i, r):
			if r.title == r.start {
				r.title = i
			}
			r.start = i
		case a.ownsRole(r, i):
			return
		case a.tok(i).Pos == posNum && a.entity(i) != entDate:
			r.start = i
			r.plural = r.plural || a.low[i] != "one"
		default:
			return
		}
	}
}

// timesRole takes the words that end at token i and tell when or how often a role is
// held, and reports whether there are any.
func (a *article) timesRole(r *role, i int) bool {
	switch {
	case a.lex.FormerBefore(a.low[i]) && a.tok(i).Pos != posDet && (a.low[i] != "then" || !a.opens(i)):
		r.former, r.start = true, i
	case a.lex.In("nowadays", a.low[i]):
		r.start = i
	case a.low[i] == "times" && a.in(i-1, i) && a.tok(i-1).Pos == posNum: // "four times president"
		r.start = i - 1
	case a.low[i] == "time" && a.is(i-1, r.first, "that", wordThe) && a.is(i-2, r.first, "at"): // "at that time premier"
		r.former, r.start = true, i-2
	case a.low[i] == "twice" || a.low[i] == "thrice":
		r.start = i
	default:
		return false
	}
	return true
}

// ownsRole takes the possessor, the possessive pronoun or the article at token i,
// which open the phrase of a role, and reports whether it is one.
func (a *article) ownsRole(r *role, i int) bool {
	switch t := a.tok(i); {
	case t.Tag == "POS" && a.in(i-1, i):
		a.possessor(r, i-1)
	case t.Tag == tagOwner && a.lex.In("majesty", a.low[i+1]): // "His Majesty King X" is nobody's
	case t.Tag == tagOwner || t.Tag == "WP$":
		r.det, r.start = a.low[i], i
	case t.Pos == posDet || a.low[i] == wordThe || a.low[i] == "a":
		r.det, r.start = a.low[i], i
		a.thenBefore(r)
	default:
		return false
	}
	return true
}

// appointed tells that a role is the object of a verb of appointing.
func (a *article) appointed(r *role) bool {
	t := a.tok(r.head)
	return (t.Dep == depDobj || t.Dep == "oprd") && int(t.Head) < r.start && a.lex.In("appointing", a.tok(int(t.Head)).Lemma)
}

// qualifies tells whether token i is a word that narrows the role behind it.
func (a *article) qualifies(i int, r *role) bool {
	t := a.tok(i)
	switch t.Pos {
	case posNoun, posAdj, posPropn:
	case posVerb:
		return t.Dep == depAmod && int(t.Head) >= r.first
	default:
		return false
	}
	if a.own[i] == nil && a.roleAtEnd(i) {
		return false
	}
	h := int(t.Head)
	if e := a.entity(i); h <= i || !a.sameClause(i, r) || e == entDate || e == "TIME" {
		return false
	}
	switch t.Dep {
	case depCompound, depAmod, depNmod, "nn", depPoss:
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
		if r.body < 0 && !r.plural && r.lex.Name != kb.Ambassador && r.lex.Name != kb.Envoy && r.lex.Name != counterpart {
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
	r.det = owned
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
	for a.in(r.start-1, i) && (a.tok(r.start-1).Pos == posDet || a.tok(r.start-1).Pos == posAdj || a.tok(r.start-1).Tag == tagOwner) {
		r.start--
	}
	a.thenBefore(r)
}

// thenBefore takes the word before a role that says it is over: "X, then Greece's
// president", "X, then the envoy to Chad".
func (a *article) thenBefore(r *role) {
	if a.is(r.start-1, r.first, "then", "formerly", "once") && a.is(r.start-2, r.first, ",", "(") {
		r.former = true
		r.start--
	}
}

// roleRight reads the complements behind the role words: "of the party", "for
// South Korea", "to the President", "at a university".
func (a *article) roleRight(r *role) {
	r.tail = r.end
	if !a.is(r.end, r.first, "of", wordFor, "to", "at", "in", "on", "with", "from") {
		return
	}
	obj := a.lastObject(r.end)
	if obj < r.end || obj > r.end+maxComplement {
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
	if (prep == "to" || (prep == "in" || prep == "at") && r.det != "" && r.det != wordThe && r.det != "a") && (r.lex.Name == "ambassador" || r.lex.Name == "envoy") || prep == "on" {
		if n != nil && n.person == nil {
			r.host = n.actor // an ambassador to Spain is not Spain's
		}
		return
	}
	if prep != "of" && prep != "to" && r.body >= 0 {
		return // "special representative for North Korea", "his Serbian counterpart in Brussels"
	}
	switch {
	case n == nil && prep == "from":
	case n == nil:
		a.complementNoun(r, obj)
	case n.person != nil:
		r.owner = n.person
	case a.stateCouncil(n):
		r.ownerHead = -1 // "President of the Council of Ministers"
	case n.actor >= 0:
		r.body = n.actor
	case n.place >= 0 && prep == "of" && r.lex.Leads:
		r.body = n.place // the governor of a province
	}
}

// lastObject returns the last object of a preposition, -1 for none.
func (a *article) lastObject(prep int) int {
	obj := -1
	for _, c := range a.kids[prep] {
		if a.tok(int(c)).Dep == depPobj {
			obj = int(c)
		}
	}
	return obj
}

// stateCouncil tells that a name is no more than words for the highest bodies of
// a state, which each state has: who presides over them leads the state.
func (a *article) stateCouncil(n *name) bool {
	if n.actor < 0 || len(n.hits) > 0 {
		return false
	}
	for i := n.first; i < n.end; i++ {
		if !a.lex.In("highest", a.low[i]) {
			return false
		}
	}
	return true
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
		case depPoss, depAmod, depCompound, depNmod:
			if n.person != nil {
				r.owner = n.person
			} else if n.actor >= 0 && r.body < 0 {
				r.body = n.actor
			}
		}
	}
}
