package actors

// linkLeaders gives people the bodies that they are said to lead: "the team, led
// by X", "the delegation was headed by the president's brother, X", "a mission
// under X".
func linkLeaders(a *article) {
	for by := range a.word {
		if !a.is(by, by, "by") || a.tok(by).Dep != "agent" && a.tok(by).Dep != depPrep {
			continue
		}
		v := int(a.tok(by).Head)
		phrase := a.lex.HeadVerb(a.tok(v).Lemma)
		if phrase == "" || a.tok(v).Tag != "VBN" && a.tok(v).Tag != "VBD" || a.negated(v) {
			continue
		}
		p := a.agentPerson(by)
		o := a.ledBody(v)
		if p == nil || o < 0 {
			continue
		}
		a.ledRole(p, v, by, o, phrase)
	}
}

// ledRole gives a person the role that verb v tells of what token o leads to.
func (a *article) ledRole(p *person, v, by, o int, phrase string) {
	lex, _ := a.lex.Role(phrase)
	r := &role{first: v, end: v + 1, head: v, start: v, title: v, tail: by + 1, phrase: phrase, words: phrase, lex: lex, body: -1, host: -1, ownerHead: -1}
	if n := a.own[o]; n != nil && n.person == nil && n.actor >= 0 {
		r.body = n.actor
	} else if n == nil && a.bodyNoun(o) {
		if a.complementNoun(r, o); r.body < 0 {
			r.body = a.bodyAfter(o)
		}
	}
	if r.body >= 0 || r.ownerHead >= 0 {
		a.hold(r, p)
	}
}

// agentPerson is the person named behind "by", directly or beside a description.
func (a *article) agentPerson(by int) *person {
	for _, c := range a.kids[by] {
		if a.tok(int(c)).Dep != depPobj {
			continue
		}
		if n := a.own[c]; n != nil {
			return n.person
		}
		for i := int(c); i < int(c)+maxTitle && a.in(i, by); i++ { // "by the president's brother-in-law, X"
			if e := a.namedBeside(i); e >= 0 {
				return a.personOf[e]
			}
		}
	}
	return nil
}

// ledBody is what a passive verb of leading is said of: its subject, or the noun
// that it modifies; -1 for none.
func (a *article) ledBody(v int) int {
	if a.tok(v).Dep == "acl" || a.tok(v).Dep == depRelcl {
		return int(a.tok(v).Head)
	}
	for _, c := range a.kids[v] {
		if a.tok(int(c)).Dep == depPassive {
			return int(c)
		}
	}
	if n := a.nameAt(v-2, v); a.tok(v).Dep == "advcl" && v > 1 && a.is(v-1, v, ",") && n != nil && n.end == v-1 { // "fell to the union, headed by X, to"
		return a.head(n.first, n.end)
	}
	return -1
}

// bodyAfter is the one country or organization behind "of" or "from": "the team of
// Chad"; -1 for none.
func (a *article) bodyAfter(o int) int {
	if list := a.bodiesOf(o); len(list) == 1 {
		return list[0]
	}
	return -1
}
