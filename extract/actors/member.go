package actors

import (
	"strings"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/graph"
)

// linkMembers gives people the body that a name's complement tells, where no
// title does: "X of the National Security Council", "Y, for NATO", and the role
// that they share with others: "X and 25 other senators".
func linkMembers(a *article) {
	for _, p := range a.people {
		for _, n := range p.names {
			for _, c := range a.kids[a.head(n.first, n.end)] {
				if a.tok(int(c)).Dep == depPrep && int(c) >= n.end && int(c) <= n.end+1 {
					a.memberOf(p, n, int(c))
				}
			}
		}
	}
	a.delegates()
	a.spokenFor()
	a.menOf()
	for _, r := range a.roles {
		if r.plural && len(r.people) == 0 && a.tok(r.head).Dep == depConj && a.others(r) {
			if m := a.at(int(a.tok(r.head).Head)); m != nil && m.Actor >= 0 && a.personOf[m.Actor] != nil {
				r.title = r.first
				a.hold(r, a.personOf[m.Actor])
			}
		}
	}
}

// memberOf reads one complement behind a name for a body.
func (a *article) memberOf(p *person, n *name, prep int) {
	if a.low[prep] != "of" && a.low[prep] != wordFor || a.low[prep] == wordFor && len(p.words) < 2 {
		return
	}
	for _, c := range a.kids[prep] {
		m := a.own[c]
		if a.tok(int(c)).Dep == depPobj && m != nil && m.place == m.actor && m.actor >= 0 && a.low[prep] == "of" {
			if a.holdsThere(p, n, m); len(p.claims) == 0 && a.courtesy(n) {
				a.hold(&role{ // "Mr. X of Peru", at a conference
					first: prep, end: prep + 1, head: prep, start: n.start(), title: prep, tail: m.end, phrase: "representative", words: "representative",
					lex: lexicon.Role{Name: "envoy"}, body: m.actor, host: -1, ownerHead: -1,
				}, p)
			}
		}
		if a.tok(int(c)).Dep != depPobj || m == nil || m.person != nil || m.actor < 0 || len(m.hits) == 0 ||
			a.res.Entities[m.actor].Ref.Kind != graph.Organization {
			continue
		}
		r := &role{
			first: prep, end: prep + 1, head: prep, start: n.start(), title: prep, tail: m.end, phrase: "member", words: "member",
			lex: lexicon.Role{Name: "other"}, body: m.actor, host: -1, ownerHead: -1,
		}
		if a.low[prep] == wordFor {
			r.phrase, r.words, r.lex.Name = "representative", "representative", "envoy"
		}
		a.hold(r, p)
	}
}

// courtesy tells that a name has nothing but a title of courtesy before it.
func (a *article) courtesy(n *name) bool {
	if len(n.titles) != 1 {
		return false
	}
	switch n.titles[0].phrase {
	case "mr", "mrs", "miss", "dr", "monsieur", "m", "senor", "señor", "herr", "signor", "mme", "madame":
		return true
	}
	return false
}

// holdsThere gives somebody whom the text ties to a country, "X of Peru", "Peru's
// X", the office that the knowledge base has for them there at its date.
func (a *article) holdsThere(p *person, n, country *name) {
	const minister = 40
	ref := a.res.Entities[country.actor].Ref
	if p.entry == nil || a.date == "" || len(p.claims) > 0 || ref.Kind != graph.Country {
		return
	}
	best := -1
	now := a.kb.OfficesAt(p.entry, a.date)
	for i, o := range now {
		if o.Country == ref.Country && kb.RoleWeight(o.Role) >= minister && (best < 0 || kb.RoleWeight(o.Role) > kb.RoleWeight(now[best].Role)) {
			best = i
		}
	}
	if best < 0 {
		for i, o := range p.entry.Offices { // a tale of the past names him by what he was
			if o.Country == ref.Country && kb.RoleWeight(o.Role) > minister && o.From != "" && o.From <= a.date {
				now, best = p.entry.Offices, i
			}
		}
	}
	if best < 0 {
		return
	}
	title, _, _ := strings.Cut(strings.ToLower(now[best].Title), " of "+strings.ToLower(ref.Name))
	if title == "" {
		title = strings.ReplaceAll(now[best].Role, "-", " ")
	}
	a.hold(&role{
		first: n.first, end: n.end, head: a.head(n.first, n.end), start: min(n.start(), country.first), title: n.first, tail: max(n.end, country.end),
		phrase: title, words: title, lex: lexicon.Role{Name: now[best].Role}, body: country.actor, host: -1, ownerHead: -1,
		former: now[best].To != "" && now[best].To < a.date,
	}, p)
}

// menOf gives people the body whose man they are called: "X, the bank's man in
// Chad", "the Kremlin's woman in Oslo, Y".
func (a *article) menOf() {
	for i := range a.word {
		if a.low[i] != "man" && a.low[i] != "woman" || a.tok(i).Tag != tagNoun || !a.is(i-1, i, "'s", "’s", "'", "’") || !a.in(i-2, i) {
			continue
		}
		m := a.own[i-2]
		if m == nil || m.actor < 0 || !a.is(i+1, i, "in", "at", "on") {
			continue
		}
		body := m.actor
		if m.person != nil {
			if body = a.countryOf(m.person); body < 0 || !a.leads(a.of(m.person)) {
				continue
			}
		}
		p := a.manBeside(i, m)
		if p == nil {
			continue
		}
		a.hold(&role{
			first: i, end: i + 1, head: i, start: m.start(), title: i, tail: i + 1, phrase: "representative", words: "representative",
			lex: lexicon.Role{Name: "envoy"}, body: body, host: -1, ownerHead: -1,
		}, p)
	}
}

// manBeside is the person beside whose name "its man" at token i stands; m names whose.
func (a *article) manBeside(i int, m *name) *person {
	if h := int(a.tok(i).Head); a.tok(i).Dep == depAppos && a.own[h] != nil {
		return a.own[h].person
	}
	if a.nameAt(m.start()-2, i) == nil && a.is(m.start()-1, i, ",") {
		return a.personBefore(m.start() - 2)
	}
	return nil
}

// personBefore is the person whose name ends with token i, or before an article
// there; nil for none.
func (a *article) personBefore(i int) *person {
	if a.is(i, i, ",") {
		i--
	}
	if i >= 0 && a.own[i] != nil && a.own[i].end == i+1 {
		return a.own[i].person
	}
	return nil
}

// spokenFor gives people the body that owns their name: "NATO's X", "the
// Kremlin's Y". A country names its people so too ("Peru's X"), but whether they
// hold an office there, the knowledge base must tell.
func (a *article) spokenFor() {
	for _, n := range a.names {
		if n.person == nil || len(n.words) < 2 && n.person.entry == nil || len(n.person.claims) > 0 || len(n.titles) > 0 || !a.in(n.first-2, n.first) || a.tok(n.first-1).Tag != "POS" {
			continue
		}
		m := a.own[n.first-2]
		if m == nil || m.person != nil || m.actor < 0 || len(m.hits) == 0 {
			continue
		}
		ref := a.res.Entities[m.actor].Ref
		if ref.Kind == graph.Country && m.place == m.actor {
			a.holdsThere(n.person, n, m)
			continue
		}
		if m.form == Adjective || ref.Type == "media" || ref.Type == "company" {
			continue
		}
		r := &role{
			first: n.first - 1, end: n.first, head: n.first - 1, start: m.first, title: n.first - 1, tail: n.end, phrase: "representative", words: "representative",
			lex: lexicon.Role{Name: "envoy"}, body: m.actor, host: -1, ownerHead: -1,
		}
		if !a.contradicts(r, n.person) {
			a.hold(r, n.person)
		}
	}
}

// delegates gives people the bodies that a list or a parenthesis names behind
// them: "X for Peru and Y for Chile", "X, for the Security Council, said".
func (a *article) delegates() {
	for k, n := range a.names {
		if n.person == nil || len(n.person.words) < 2 || len(n.person.claims) > 0 || a.line[n.first] != running {
			continue
		}
		body, end := a.bodyBehind(n.end)
		aside := false
		if a.is(n.end, n.first, ",") && a.is(n.end+1, n.first, wordFor) {
			body, end = a.bodyBehind(n.end + 1)
			aside = a.is(end, n.first, ",")
		}
		if body < 0 && a.is(n.start()-1, n.first, ",") {
			if m := a.nameAt(n.start()-2, n.first); m != nil && m.person == nil && m.actor >= 0 && a.is(m.first-1, n.first, wordFor) && a.delegateBefore(m.first) {
				body, aside = m.actor, true // "X for Peru and, for Chile, Y"
			}
		}
		if body < 0 || !aside && (!a.is(n.end, n.first, wordFor) || !a.delegateAt(k-2) && !a.nextDelegate(end)) {
			continue
		}
		a.hold(&role{
			first: n.end, end: n.end + 1, head: n.end, start: n.start(), title: n.end, tail: end, phrase: "representative", words: "representative",
			lex: lexicon.Role{Name: "envoy"}, body: body, host: -1, ownerHead: -1,
		}, n.person)
	}
}

// delegateBefore tells that the sentence of token i names somebody with a body
// before it: "X for Peru".
func (a *article) delegateBefore(i int) bool {
	for _, n := range a.names {
		if n.person != nil && n.end < i && a.sent[n.first] == a.sent[i] && a.is(n.end, n.first, wordFor) {
			if b, _ := a.bodyBehind(n.end); b >= 0 {
				return true
			}
		}
	}
	return false
}

// delegateAt tells that the name with an index has a body behind it in the same sentence.
func (a *article) delegateAt(k int) bool {
	if k < 0 || a.names[k].person == nil || !a.is(a.names[k].end, a.names[k].first, wordFor) {
		return false
	}
	n, next := a.names[k], a.names[k+2]
	b, _ := a.bodyBehind(n.end)
	return b >= 0 && a.sent[n.first] == a.sent[next.first]
}

// nextDelegate tells that behind token i, past a comma or "and", another name with
// a body follows.
func (a *article) nextDelegate(i int) bool {
	for a.is(i, i, ",", "and", ";") {
		i++
	}
	if i >= len(a.own) || a.own[i] == nil || a.own[i].person == nil || !a.is(a.own[i].end, i, wordFor) {
		return false
	}
	b, _ := a.bodyBehind(a.own[i].end)
	return b >= 0
}

// others tells that a role in the plural is one which the person named with it
// holds too.
func (a *article) others(r *role) bool {
	if r.lex.Name == anyLeader || r.lex.Private || r.lex.Weak {
		return false
	}
	for i := r.start; i < r.first; i++ {
		if a.low[i] == "other" || a.low[i] == "fellow" {
			return true
		}
	}
	return false
}
