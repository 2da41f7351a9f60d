package events

import (
	"slices"
	"strings"

	"entente/graph"
)

// willRule is how statements of will are known.
var willRule = rule{ruleSpec: ruleSpec{Name: "promise/will", Relation: graph.Promised, Confidence: 0.6}}

// giving verbs are of what one does for others or stops doing to them.
const giving = " lift reopen open restore resume recognise recognize sign ratify allow let pay fund finance rebuild help assist host honour honor respect refrain stop halt freeze suspend cut reduce destroy dismantle disarm " +
	"return compensate apologise apologize attend join support back defend protect provide supply deliver give grant share lend train equip feed shelter accept implement uphold observe cooperate co-operate comply abide " +
	"withdraw pull release free send contribute donate lower scrap ease repeal lay surrender hand turn abolish end close guarantee ensure maintain preserve keep play seek work "

// will reads what somebody says that he will do for others as a promise:
// "Warsaw said it would reopen the border". Verbs that a rule has read already
// are not read again.
func (x *reading) will(v int) {
	if !x.t.Verb(v) || x.t.Negated(v) || x.t.Passive(v) {
		return
	}
	if x.underDeal(v) {
		x.bound(v)
		return
	}
	on := x.goesOn(v)
	if !x.modal(on, "will", "would", "'ll", "’ll") || !strings.Contains(giving, " "+x.t.Lemma(v)+" ") {
		return
	}
	if x.t.Child(v, "dobj", "xcomp", "prep", "prt") < 0 || x.question(v) {
		return
	}
	m := match{rule: &willRule, pos: 'v', head: v, last: v, light: -1}
	e := x.teller(v)
	free := e >= 0 && x.speaker(v) < 0 && x.modal(on, "would") // "he would go, he said. Malta would pay its debts"
	if re := x.reality(&m); re.negated || re.hypothetical || re.status != graph.Planned && (!free || re.status != graph.Tentative) {
		return
	}
	if e >= 0 {
		x.pledge(&m, e)
	}
}

// pledge makes a promise of the verb of will that match m holds, for those of
// its subjects whom the teller, entity e, speaks for.
func (x *reading) pledge(m *match, e int) {
	_, end := x.t.Phrase(m.head)
	target := x.proposal("to " + x.doc.Slice(m.head, end))
	for _, s := range x.subjects(m) {
		for _, a := range slices.DeleteFunc(x.actors(s), func(a arg) bool { return !x.speaksFor(e, a.ent) }) {
			if x.political(a) {
				if x.t.Child(s, "poss") >= 0 && x.who.Entities[e].Ref.Kind == graph.Person { // "Lee said that his troops would stop"
					a = arg{tok: -1, ent: e}
				}
				x.put(m, graph.Promised, graph.Occurred, x.ref(a), target, nil)
			}
		}
	}
}

// goesOn is the verb with the auxiliary of verb v: "will [continue] to pay".
func (x *reading) goesOn(v int) int {
	h := x.t.Head(v)
	if x.t.Dep(v) == "xcomp" && x.infinitive(v) && (x.t.Lemma(h) == "continue" || x.t.Lemma(h) == "go" && x.particle(h, "on")) && !x.t.Negated(h) {
		return h
	}
	return v
}

// bound reads what somebody will do under an agreement as his promise: "under
// the accord, Warsaw will reopen the border".
func (x *reading) bound(v int) {
	h := x.t.Head(v)
	isTo := x.t.Dep(v) == "xcomp" && x.t.Lemma(h) == "be" && x.infinitive(v)
	if !isTo && !x.modal(v, "will", "would", "must", "'ll", "’ll") || x.question(v) || strings.Contains(idle, " "+x.t.Lemma(v)+" ") {
		return
	}
	m := match{rule: &willRule, pos: 'v', head: v, last: v, light: -1}
	_, end := x.t.Phrase(v)
	target := x.proposal("to " + x.resolved(&m, v, v, end))
	for _, s := range x.t.Subjects(v) {
		for _, a := range x.actors(s) {
			if x.political(a) {
				x.put(&m, graph.Promised, graph.Occurred, x.ref(a), target, nil)
			}
		}
	}
}

// underDeal tells whether verb v, or "is to" above it, stands under an
// agreement: "under the accord", "a pact under which".
func (x *reading) underDeal(v int) bool {
	at := []int{v}
	if h := x.t.Head(v); x.t.Dep(v) == "xcomp" && x.t.Lemma(h) == "be" {
		at = append(at, h)
	}
	for _, i := range at {
		for _, o := range x.t.Preps(i, "under") {
			if x.t.Tag(o) == "WDT" {
				if o = x.antecedentOf(i); o < 0 {
					continue
				}
			}
			switch x.t.Lemma(o) {
			case "agreement", "accord", "deal", "treaty", "pact", "term", "truce", "settlement", "memorandum", "protocol", "arrangement", "compromise", "ceasefire", "armistice", "bargain", "understanding":
				return true
			}
		}
	}
	return false
}

// attributes are participles before a noun that say what its owner did with it:
// "Kyiv's proposed corridor".
var attributes = map[string]*rule{
	"proposed":  {ruleSpec: ruleSpec{Name: "propose/proposed", Relation: graph.Proposed, Confidence: 0.7}},
	"suggested": {ruleSpec: ruleSpec{Name: "propose/proposed", Relation: graph.Proposed, Confidence: 0.7}},
	"promised":  {ruleSpec: ruleSpec{Name: "promise/promised", Relation: graph.Promised, Confidence: 0.7}},
	"pledged":   {ruleSpec: ruleSpec{Name: "promise/promised", Relation: graph.Promised, Confidence: 0.7}},
}

// attribute reads participle i before a noun as what the noun's owner did.
func (x *reading) attribute(i int) {
	r := attributes[x.t.Lower(i)]
	if r == nil || x.t.Dep(i) != "amod" || x.question(i) {
		return
	}
	n := x.t.Head(i)
	owners := x.t.OwnAgents(n)
	if p := x.t.Child(i, "npadvmod"); p >= 0 && x.canAct(p) { // "the Turkish-proposed corridor"
		owners = []int{p}
	}
	m := match{rule: r, pos: 'n', head: n, last: n, light: -1}
	if n < i || x.t.Negated(n) {
		return
	}
	for _, o := range owners {
		for _, a := range x.mentioned(o) {
			for _, t := range x.content(&m, n) {
				if t.ent < 0 && x.political(a) {
					x.put(&m, r.Relation, graph.Occurred, x.ref(a), t.ref, nil)
				}
			}
		}
	}
}

// speaksFor tells whether entity e is entity o, or one of the same country.
func (x *reading) speaksFor(e, o int) bool {
	if e == o {
		return true
	}
	a, b := &x.who.Entities[e].Ref, &x.who.Entities[o].Ref
	countries := []string{a.Country, b.Country}
	return !slices.Contains(countries, "") && a.Country == b.Country || a.Country != "" && b.ID == graph.CountryID(a.Country)
}
