package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkCopulas gives roles that a verb ties to a person: "X is the president of
// Y", "X was elected leader", "X, who is now a fellow at Y", "Y named X as envoy".
func linkCopulas(a *article) { a.copulas(false) }

// linkLateCopulas does the same where the subject is a pronoun, which may mean
// somebody whom a role alone names: "the envoy said that he was the leader".
func linkLateCopulas(a *article) {
	a.copulas(true)
	for _, p := range a.people {
		for _, n := range p.names {
			for _, c := range a.kids[a.head(n.first, n.end)] {
				if a.tok(int(c)).Dep == depRelcl && a.lex.In("succeeding", a.tok(int(c)).Lemma) {
					a.succeeds(p, int(c))
				}
			}
		}
	}
}

func (a *article) copulas(pronouns bool) {
	for _, r := range a.roles {
		if len(r.people) > 0 || r.plural || a.own[r.head] != nil {
			continue
		}
		if s := a.copulaSubject(r); s >= 0 && (a.tok(s).Tag == tagPronoun) == pronouns {
			if p := a.personAt(s); p != nil && !a.contradicts(r, p) {
				a.hold(r, p)
			}
		}
	}
}

// copulaSubject returns the token of whom a role is said, -1 for none.
func (a *article) copulaSubject(r *role) int {
	t := a.tok(r.head)
	v := int(t.Head)
	if n := a.nameAt(r.start-1, r.first); n != nil && n.person != nil && r.start > 0 && a.appointed(r) && !a.negated(v) {
		return a.head(n.first, n.end) // "made X president"
	}
	switch t.Dep {
	case "attr", "oprd":
		if l := a.tok(v).Lemma; !a.lex.In("being", l) && !a.lex.In("appointing", l) {
			return -1
		}
		if a.negated(v) && !a.later(v, r) {
			return -1
		}
		if o := a.objectOf(v); o >= 0 && t.Dep == "oprd" {
			return o
		}
		return a.subjectOf(v)
	case "ccomp": // "made himself head of the council"
		if s := a.subjectOf(r.head); s >= 0 && s > v && s < r.start && a.lex.In("appointing", a.tok(v).Lemma) && !a.negated(v) {
			return s
		}
	case depDobj: // "X, whom the army had made head of the council"
		if o := a.objectOf(v); o >= 0 && o < v && a.tok(o).Tag == "WP" && a.lex.In("appointing", a.tok(v).Lemma) && !a.negated(v) {
			return o
		}
	case depPobj:
		return a.namedAs(r, v)
	}
	return -1
}

// namedAs is copulaSubject for a role behind the preposition at token v: "named X as
// envoy", "served as minister".
func (a *article) namedAs(r *role, v int) int {
	if !a.is(v, r.head, "as") || a.tok(v).Dep != depPrep {
		return -1
	}
	w := int(a.tok(v).Head)
	switch l := a.tok(w).Lemma; {
	case a.lex.In("appointing", l):
		if o := a.objectOf(w); o >= 0 {
			return o
		}
		if s := a.subjectOf(w); s >= 0 || a.tok(w).Dep != "acl" || a.tok(w).Tag != "VBN" {
			return s
		}
		return int(a.tok(w).Head) // "X, named as envoy"
	case a.lex.In("holding", l) && (l != "take" || a.objectOf(w) < 0):
		if s := a.subjectOf(w); s >= 0 || a.tok(w).Dep != "acl" {
			return s
		}
		return int(a.tok(w).Head) // "X, sworn in as premier"
	}
	return a.inCapacity(r, v, w)
}

// later tells that a clause looks ahead from a past that it tells: "X, who would
// become president, studied there". Such an office is of the past too.
func (a *article) later(v int, r *role) bool {
	if a.tok(v).Lemma != "become" || a.tok(v).Dep != depRelcl {
		return false
	}
	would := false
	for _, c := range a.kids[v] {
		if d := a.tok(int(c)).Dep; d == "neg" || d == "mark" || d == "aux" && a.low[c] != "would" {
			return false
		}
		would = would || a.low[c] == "would"
	}
	if h := int(a.tok(int(a.tok(v).Head)).Head); would && a.tok(h).Tag == "VBD" {
		r.former = true
		return true
	}
	return false
}

// inCapacity returns the token of who does something in a role that is told
// without an article: "who as prime minister signed the treaty", "as envoy, X had
// called", "on his first trip as president"; -1 where the phrase may say what
// somebody takes another for.
func (a *article) inCapacity(r *role, as, above int) int {
	if r.det != "" && !a.lex.In("owner", r.det) || r.lex.Weak || r.lex.Private {
		return -1
	}
	switch p := a.tok(above).Pos; {
	case (p == posVerb || p == posAux) && as < above && !a.negated(above):
		return a.subjectOf(above)
	case p == posNoun && above < as:
		for _, c := range a.kids[above] {
			if a.tok(int(c)).Dep == depPoss && a.is(as-1, as, a.low[above]) {
				return int(c)
			}
		}
	}
	return -1
}

// negated tells whether a verb stands under a negation or a condition.
func (a *article) negated(v int) bool {
	for _, c := range a.kids[v] {
		switch a.tok(int(c)).Dep {
		case "neg":
			return true
		case "mark":
			if a.low[c] == "if" || a.low[c] == "unless" {
				return true
			}
		case "aux":
			if a.lex.In("irrealis", a.low[c]) {
				return true
			}
		}
	}
	return false
}

// behind returns the object of a preposition that hangs on a verb, -1 for none.
func (a *article) behind(v int, prep string) int {
	for _, c := range a.kids[v] {
		if a.tok(int(c)).Dep != depPrep || a.low[c] != prep {
			continue
		}
		for _, o := range a.kids[c] {
			if a.tok(int(o)).Dep == depPobj {
				return int(o)
			}
		}
	}
	return -1
}

// objectOf returns the direct object of a verb, -1 for none.
func (a *article) objectOf(v int) int {
	for _, c := range a.kids[v] {
		if a.tok(int(c)).Dep == depDobj {
			return int(c)
		}
	}
	return -1
}

// personAt returns the person whom the token at the head of a phrase means: a
// name, or a relative or personal pronoun for one.
func (a *article) personAt(t int) *person {
	m := a.at(t)
	if m == nil && (a.tok(t).Tag == tagPronoun || a.tok(t).Tag == "WP") {
		if a.tok(t).Tag == "WP" {
			if h := a.modified(t); h >= 0 {
				m = a.at(a.fellow(h))
			}
		} else {
			m = a.pronoun(t)
		}
	}
	if m == nil || m.Actor < 0 {
		return nil
	}
	return a.personOf[m.Actor]
}

// fellow climbs from a nationality beside a person's name to the name: "X, the
// Dane who"; the token itself where it is no such thing.
func (a *article) fellow(h int) int {
	if n := a.own[h]; n == nil || n.person != nil || n.label != political || a.tok(h).Dep != depAppos {
		return h
	}
	up := int(a.tok(h).Head)
	if m := a.at(up); m == nil || !a.human(m) {
		return h
	}
	return up
}

// linkHeads gives offices that a clause tells: "X, who heads the agency",
// "X, who leads the party".
func linkHeads(a *article) {
	for _, p := range a.people {
		for _, n := range p.names {
			h := a.head(n.first, n.end)
			a.headClauses(p, h)
			if v := n.end + 1; a.is(n.end, n.first, ",") && a.in(v, n.first) && a.tok(v).Tag == "VBG" {
				a.headClause(p, v) // "X, leading the delegation of Chad"
			}
			if up := int(a.tok(h).Head); a.tok(h).Dep == depAppos && up < h && a.own[up] == nil && a.tok(up).Tag == tagNoun {
				a.headClauses(p, up) // "the man who runs the agency, X"
			}
			a.headedBeside(p, n, h)
			a.manIn(p, n)
			for _, c := range a.kids[h] { // "X, the Finn who commands the force"
				if q := a.own[c]; a.tok(int(c)).Dep == depAppos && int(c) > h && (q == nil || q.person == nil) {
					a.headClauses(p, int(c))
				}
			}
		}
	}
}

// manIn reads "Chad's man in Rome, X", "X, its man in Rome": who stands for a country
// in a place.
func (a *article) manIn(p *person, n *name) {
	man := -1
	switch place := a.nameAt(n.start()-2, n.first); {
	case place != nil && place.place >= 0 && a.is(n.start()-1, n.first, ",") && place.first >= 2:
		man = place.first - 2
	case a.is(n.end, n.first, ","):
		for i := n.end + 1; i < n.end+6 && a.in(i, n.first) && man < 0; i++ {
			if place := a.nameAt(i+2, n.first); a.is(i, n.first, "man", "woman") && place != nil && place.place >= 0 {
				man = i
			}
		}
	}
	if man < 1 || !a.is(man, n.first, "man", "woman") || !a.is(man+1, n.first, "in", "at") {
		return
	}
	lex, _ := a.lex.Role("representative")
	r := &role{first: man, end: man + 1, head: man, start: man, title: man, tail: man + 3, phrase: "representative", words: "representative", lex: lex, body: -1, host: -1, ownerHead: -1}
	switch owner := a.nameAt(man-2, man); {
	case a.tok(man-1).Tag == tagOwner:
		r.det, r.start = a.low[man-1], man-1
	case a.tok(man-1).Tag == "POS" && owner != nil && owner.person == nil && owner.actor >= 0:
		r.det, r.body, r.start = owned, owner.actor, owner.first
	default:
		return
	}
	a.hold(r, p)
	if m := a.at(man); m == nil && a.tok(a.head(n.first, n.end)).Dep == depAppos {
		a.mention(Mention{First: r.start, End: man + 1, Head: man, Form: Nominal, Actor: a.of(p), Place: -1})
	}
}

// headedBeside reads "the general who heads the Command, X", where the tree sets
// the name beside the body.
func (a *article) headedBeside(p *person, n *name, h int) {
	body := int(a.tok(h).Head)
	if a.tok(h).Dep != depAppos || body > h || !a.is(n.start()-1, n.first, ",") || a.own[body] != nil && a.own[body].person != nil {
		return
	}
	v := a.clause(body)
	up := int(a.tok(v).Head)
	if a.tok(v).Dep != depRelcl || up >= v || a.own[up] != nil || a.tok(up).Tag != tagNoun || a.at(up) != nil || !a.is(a.phraseStart(up), up, wordThe) {
		return
	}
	claims := len(p.claims)
	if a.headClause(p, v); len(p.claims) > claims {
		a.mention(Mention{First: a.phraseStart(up), End: up + 1, Head: up, Form: Nominal, Actor: a.of(p), Place: -1})
	}
}

// headClauses reads the relative clauses of token h.
func (a *article) headClauses(p *person, h int) {
	for _, c := range a.kids[h] {
		if a.tok(int(c)).Dep == depRelcl {
			a.headClause(p, int(c))
		}
	}
	if v := int(a.tok(h).Head); a.tok(h).Dep == depNsubj && a.tok(v).Tag == "VBZ" && a.lex.In("heading", a.tok(v).Lemma) {
		if o := a.objectOf(v); o >= 0 && a.own[o] != nil && a.own[o].person == nil && a.own[o].actor >= 0 && !a.negated(v) &&
			a.res.Entities[a.own[o].actor].Ref.Kind == graph.Organization {
			lex, _ := a.lex.Role(a.lex.HeadVerb(a.tok(v).Lemma))
			words := a.lex.HeadVerb(a.tok(v).Lemma)
			a.hold(&role{ // "X chairs the commission"
				first: v, end: v + 1, head: v, start: v, title: v, tail: a.own[o].end, phrase: words, words: words, lex: lex, body: a.own[o].actor, host: -1, ownerHead: -1,
			}, p)
		}
	}
}

// headClause reads one relative clause for an office.
func (a *article) headClause(p *person, v int) {
	phrase, o := a.headed(v)
	s := a.subjectOf(v)
	led := a.tok(v).Tag == "VBG" && o >= 0 && a.bodyNoun(o)
	if phrase == "" || !led && (s < 0 || a.tok(s).Tag != "WP") || o < 0 || a.negated(v) {
		return
	}
	if s < 0 { // "X, leading the delegation": a participle begins with itself
		s = v
	}
	lex, _ := a.lex.Role(phrase)
	r := &role{first: v, end: v + 1, head: v, start: s, title: v, tail: o + 1, phrase: phrase, words: phrase, lex: lex, body: -1, host: -1, ownerHead: -1}
	r.former = (a.tok(v).Tag == "VBD" || a.tok(v).Tag == "VBN") && phrase != anyLeader
	a.headedBody(r, p, o)
	if r.body >= 0 || r.ownerHead >= 0 && a.bodyNoun(r.ownerHead) {
		a.hold(r, p)
	}
}

// headed returns the role that a verb of leading gives, "" for none, and the token of
// what is led.
func (a *article) headed(v int) (phrase string, o int) {
	phrase, o = a.lex.HeadVerb(a.tok(v).Lemma), a.objectOf(v)
	for _, prep := range []string{wordFor, "over"} {
		if p := a.lex.HeadVerb(a.tok(v).Lemma + " " + prep); p != "" && a.behind(v, prep) >= 0 {
			phrase, o = p, a.behind(v, prep)
		}
	}
	if o >= 0 && a.low[o] == "power" && a.behind(v, "in") >= 0 { // "took power in X"
		phrase, o = anyLeader, a.behind(v, "in")
	}
	if o >= 0 && a.low[o] == wordThat && a.is(o+1, o, "of") { // "who heads that of the rebels"
		for _, c := range a.kids[o+1] {
			o = int(c)
		}
	}
	return phrase, o
}

// headedBody reads what the role of a person leads from token o.
func (a *article) headedBody(r *role, p *person, o int) {
	switch n := a.own[o]; {
	case n != nil && n.person == nil && n.actor >= 0:
		r.body, r.tail = n.actor, n.end
	case n != nil && n.person != nil && n.person != p && (r.phrase == "adviser" || r.phrase == "spokesperson" || r.phrase == "representative"):
		r.owner, r.tail = n.person, n.end // "who advises X"
		r.body = a.servedBody(n.person)
	case n == nil:
		a.complementNoun(r, o)
	}
	if a.own[o] == nil && a.lex.In("portfolio", a.low[o]) && r.body < 0 && r.owner != nil && r.owner != p { // "who runs X's foreign policy"
		r.body = a.countryOf(r.owner)
	}
}

// succeeds gives a person the office of whom he is said to succeed: "X, who
// succeeded him".
func (a *article) succeeds(p *person, v int) {
	o := a.objectOf(v)
	s := a.subjectOf(v)
	if o < 0 || s < 0 || a.tok(s).Tag != "WP" || p.entry == nil || a.negated(v) {
		return
	}
	before := a.personAt(o)
	if before == nil || before == p || before.entry == nil {
		return
	}
	best := -1
	for i, x := range p.entry.Offices {
		for _, y := range before.entry.Offices {
			if x.Role == y.Role && x.Country == y.Country && y.To != "" && x.From >= y.From && (best < 0 || kb.RoleWeight(x.Role) > kb.RoleWeight(p.entry.Offices[best].Role)) {
				best = i
			}
		}
	}
	if best < 0 {
		return
	}
	x := p.entry.Offices[best]
	body := a.bodyEntity(x.Country)
	if body < 0 {
		return
	}
	title, _, _ := strings.Cut(strings.ToLower(x.Title), " of ")
	a.hold(&role{
		first: v, end: v + 1, head: v, start: s, title: v, tail: o + 1, phrase: title, words: title, lex: lexicon.Role{Name: x.Role}, body: body, host: -1, ownerHead: -1,
		former: x.To != "" && a.date != "" && x.To < a.date,
	}, p)
}

// bodyNoun tells that token i is a noun for a body of people, which a later sieve
// may link to one: "who leads the movement".
func (a *article) bodyNoun(i int) bool {
	n, ok := a.lex.Noun(a.low[i])
	return ok && (n.Has(lexicon.Body) || n.Has(lexicon.State) || n.Has(lexicon.Arms)) || a.lex.In("type:armed-group", a.low[i])
}
