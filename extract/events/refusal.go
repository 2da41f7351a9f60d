package events

import (
	"slices"
	"strings"

	"entente/graph"
)

// refusalRule, sparingRule and noneRule are how statements of refuse and none are known.
var (
	refusalRule = rule{ruleSpec: ruleSpec{Name: "reject/will-not", Relation: graph.Rejected, Confidence: 0.7}}
	sparingRule = rule{ruleSpec: ruleSpec{Name: "promise/will-not", Relation: graph.Promised, Confidence: 0.7}}
	noneRule    = rule{ruleSpec: ruleSpec{Name: "reject/there-will-be-none", Relation: graph.Rejected, Confidence: 0.7}}
)

// idle verbs say nothing of a refusal after "will not".
const idle = " be have do know think happen hesitate mind last succeed fail rest stop forget regret comment say speculate hurt work matter suffer want tell need like care seem become remain stay get "

// harm is what one promises not to do.
const harm = " abandon desert forsake attack invade bomb strike harm betray forget interfere meddle threaten target annex use punish prosecute arrest exploit impose deploy escalate "

// sufficient verbs say by themselves what somebody will not do.
const sufficient = " sign go come attend surrender yield negotiate withdraw compromise retreat resign budge leave apologise apologize quit disarm bow submit kneel move pay comply capitulate bend participate intervene negotiate relent waver "

// refuse reads "will not", "would not" and "won't" before what somebody could
// do as a refusal to do it: "Kyiv will not cede the port". Verbs that a rule
// has read already are not read again.
func (x *reading) refuse(v int) *event {
	if !x.willNot(v) {
		x.willNotBe(v)
		return nil
	}
	m := match{rule: &refusalRule, pos: 'v', head: v, last: v, light: -1}
	if x.sayNothing(v) || x.question(v) || x.deferred(v) || !x.refusedSo(&m) || x.onlyWished(v) {
		return nil
	}
	_, end := x.t.Phrase(v)
	said := x.resolved(&m, v, v, end)
	target := x.proposal("to " + said)
	if x.grantsNone(v) { // "will have no soldiers" is not to have them
		target = x.proposal("to " + strings.Replace(strings.Replace(said, " no ", " any ", 1), " nothing", " anything", 1))
	}
	relation := graph.Rejected
	if strings.Contains(harm, " "+x.t.Lemma(v)+" ") {
		m.rule, relation = &sparingRule, graph.Promised
		target = x.proposal("not to " + said)
		if e := x.speaker(v); e >= 0 && x.political(arg{tok: v, ent: e}) && x.who.Entities[e].Ref.Kind == graph.Person {
			x.put(&m, relation, graph.Occurred, x.who.Entities[e].Ref, target, nil)
			return nil
		}
	}
	return x.refused(&m, relation, target)
}

// refused makes statements that the subjects of m do not do what target says.
func (x *reading) refused(m *match, relation graph.Relation, target graph.Ref) *event {
	e := event{m: m, as: relation, targets: []arg{{tok: m.head, ent: -1, clause: true, ref: target}}}
	for _, s := range x.subjects(m) {
		for _, a := range x.actors(s) {
			if x.political(a) {
				x.put(m, relation, graph.Occurred, x.ref(a), target, nil)
				e.sources = append(e.sources, a)
			}
		}
	}
	if len(e.sources) == 0 {
		return nil
	}
	return &e
}

// undoable are verbs of what others want done, and the speaker will not have done.
var undoable = map[string]bool{
	"recognize": true, "recognise": true, "accept": true, "allow": true, "tolerate": true, "permit": true, "close": true, "lift": true, "release": true, "return": true, "sign": true,
	"hand": true, "sell": true, "withdraw": true, "change": true, "amend": true, "extend": true, "renew": true, "reopen": true, "discuss": true, "negotiate": true, "admit": true, "recall": true,
	"move": true, "reverse": true, "renegotiate": true, "repeal": true, "cancel": true, "dismantle": true, "give": true, "extradite": true, "revise": true, "cede": true, "free": true, "pull": true, "ratify": true,
}

// willNotBe reads what somebody says will not be done as his refusal: "the base
// will not be closed, said Kyiv".
func (x *reading) willNotBe(v int) {
	if !x.t.Verb(v) || !x.t.Passive(v) || !x.t.Negated(v) || !undoable[x.t.Lemma(v)] || !x.modal(v, "will", "would", "wo", "'ll", "’ll", "can", "ca", "could") || len(x.t.Subjects(v)) > 0 || x.question(v) {
		return
	}
	e := x.speaker(v)
	s := x.t.Child(v, "nsubjpass")
	m := match{rule: &refusalRule, pos: 'v', head: v, last: v, light: -1}
	if e < 0 || s < 0 || !x.political(arg{tok: v, ent: e}) || x.reality(&m).hypothetical || x.deferred(v) {
		return
	}
	for _, a := range x.content(&m, v) {
		x.put(&m, graph.Rejected, graph.Occurred, x.who.Entities[e].Ref, x.ref(a), nil)
	}
}

// sayNothing tells that verb v says nothing of a refusal after "will not", or not
// without an object.
func (x *reading) sayNothing(v int) bool {
	if x.t.Lemma(v) == "have" && x.t.Negated(v) && x.t.Child(v, "ccomp") > v { // "would not have them interfering"
		return false
	}
	word := " " + x.t.Lemma(v) + " "
	alone := x.t.Child(v, "dobj", "xcomp", "prep", "prt") < 0
	return strings.Contains(idle, word) && !x.grantsNone(v) || alone && !strings.Contains(sufficient, word)
}

// refusedSo tells whether what m says will not be is sure not to be.
func (x *reading) refusedSo(m *match) bool {
	re := x.reality(m)
	return (re.negated || x.goingTo(m.head) || x.grantsNone(m.head)) && !re.hypothetical && !re.refused && re.status != graph.Tentative
}

// onlyWished tells that clause v is what somebody vows or is only to say: "wants
// him to swear that he will not".
func (x *reading) onlyWished(v int) bool {
	h := x.t.Head(v)
	if x.t.Dep(v) != "ccomp" || !x.t.Verb(h) {
		return false
	}
	above := reality{status: graph.Occurred}
	x.climb(h, &above)
	others := vows[x.t.Lemma(h)] && !slices.ContainsFunc(x.t.Subjects(v), func(s int) bool {
		return slices.ContainsFunc(x.actors(s), func(a arg) bool { return a.ent == x.uttererOf(h) })
	})
	return others || above.hypothetical || above.status == graph.Tentative
}

// deferred tells that what will not be done now will be later: "will not come
// before May".
func (x *reading) deferred(v int) bool {
	for _, k := range x.t.Kids(v) {
		switch x.t.Lower(int(k)) {
		case "before", "until", "till", "yet":
			return true
		}
	}
	return false
}

// proposal is the reference to something said in these words.
func (x *reading) proposal(name string) graph.Ref {
	name = x.shorten(name)
	return graph.Ref{ID: "proposal:" + graph.Hash(x.article.ID, graph.Fold(name)), Kind: graph.Proposal, Name: name}
}

// willNot tells whether verb v stands after "will not", "would not", "is not
// going to".
func (x *reading) willNot(v int) bool {
	if !x.t.Verb(v) || x.t.Dep(v) == "aux" || x.t.Passive(v) {
		return false
	}
	return x.modal(v, "will", "would", "wo", "shall", "sha", "'ll", "’ll") && (x.t.Negated(v) || x.grantsNone(v)) || x.goingTo(v)
}

// grants are verbs of which "no" before the object makes a refusal.
const grants = " accept admit allow permit take make give sign send recognise recognize tolerate brook hold pay receive offer grant lend sell cede yield attend consider discuss countenance return release withdraw entertain pursue play have "

// vows are verbs whose clause is promised, not refused.
var vows = map[string]bool{"promise": true, "pledge": true, "vow": true, "undertake": true, "swear": true, "guarantee": true}

// nothing are verbs that refuse with "nothing" as their object.
var nothing = map[string]bool{"sign": true, "accept": true, "give": true, "offer": true, "grant": true, "sell": true, "cede": true, "pay": true, "yield": true}

// grantsNone tells that verb v has "no" before what its subject could do or
// grant: "will take [no part]", "would admit [no inspectors]".
func (x *reading) grantsNone(v int) bool {
	o := x.t.Child(v, "dobj")
	if o < v || !strings.Contains(grants, " "+x.t.Lemma(v)+" ") {
		return false
	}
	if x.t.Lower(o) == "nothing" {
		return nothing[x.t.Lemma(v)]
	}
	if !x.opens(o, "no") {
		return false
	}
	l := x.t.Lemma(o)
	switch x.t.Lemma(v) {
	case "have":
		return x.canAct(o) || x.things.Nouns[l] && x.things.Offers[l] || x.things.Officials[l] || l == "part"
	case "take":
		return l == "part" || l == "refugee" || l == "migrant" || l == "order" || l == "lesson" || l == "dictation" || l == "money" || l == "decision" || l == "step" || l == "action"
	case "make":
		return x.things.Nouns[l] || l == "payment" || l == "attempt"
	case "give":
		return x.things.Nouns[l] || l == "ground" || l == "inch" || l == "interview"
	}
	return true
}

// goingTo tells whether verb v stands after "is not going to", "is not about
// to".
func (x *reading) goingTo(v int) bool {
	h := x.t.Head(v)
	return x.t.Dep(v) == "xcomp" && x.infinitive(v) && x.t.Lemma(h) == "go" && x.t.Tag(h) == "VBG" && x.t.Negated(h)
}

// none reads "there will be no deal", "there can be no talks" as the refusal of
// whoever says so.
func (x *reading) none(v int) {
	if x.status.Speech[x.t.Lemma(v)] {
		x.noneSaid(v)
		return
	}
	if x.t.Lemma(v) != "be" || x.t.Child(v, "expl") < 0 || !x.modal(v, "will", "can", "would", "could", "must", "'ll", "’ll", "wo", "ca") || x.question(v) {
		return
	}
	a := x.t.Child(v, "attr")
	if a < 0 || !x.t.Noun(a) || !x.t.Negated(a) && !x.t.Negated(v) || x.temporal(a) {
		return
	}
	m := match{rule: &noneRule, pos: 'v', head: v, last: v, light: -1}
	e := x.teller(v)
	if x.reality(&m).hypothetical && !x.modal(v, "can", "could", "must", "ca") || e < 0 || !x.political(arg{tok: v, ent: e}) || x.conditioned(v) {
		return
	}
	if k := x.t.Child(a, "det", "neg"); k >= 0 && !x.things.Nouns[x.t.Lemma(a)] {
		return
	}
	x.denies(&m, a, e)
}

// conditioned tells that verb v has a condition other than of time: "there will be
// no deal if they go", not "until they go".
func (x *reading) conditioned(v int) bool {
	c := x.t.Child(v, "advcl")
	if c < 0 {
		return false
	}
	mk := x.t.Child(c, "mark", "advmod")
	if mk < 0 {
		return true
	}
	w := x.t.Lower(mk)
	return w != "until" && w != "till" && w != "while"
}

// noneLabelled reads "Anna Novak: no truce before Friday" likewise.
func (x *reading) noneLabelled(i int) {
	if !x.t.Noun(i) || !x.things.Nouns[x.t.Lemma(i)] || !x.opens(i, "no") || x.verbOf(i) >= 0 || x.question(i) {
		return
	}
	if w := x.voiceAt(i); w.label && w.ent >= 0 && x.political(arg{tok: i, ent: w.ent}) {
		x.denies(&match{rule: &noneRule, pos: 'n', head: i, last: i, light: -1}, i, w.ent)
	}
}

// noneSaid reads "no talks with rebels, says Kyiv" likewise.
func (x *reading) noneSaid(v int) {
	for _, k := range x.t.Kids(v) {
		c := int(k)
		if d := x.t.Dep(c); c > v || d != "ccomp" && d != "dobj" && d != "nsubj" && d != "dep" || !x.t.Noun(c) || !x.things.Nouns[x.t.Lemma(c)] || !x.opens(c, "no") || x.question(v) {
			continue
		}
		m := match{rule: &noneRule, pos: 'v', head: v, last: v, light: -1}
		for _, s := range x.t.Subjects(v) {
			for _, a := range x.actors(s) {
				if s != c && x.political(a) {
					x.denies(&m, c, a.ent)
				}
			}
		}
	}
}

// denies makes a statement of what entity e will not have; of "no treaty
// without a guarantee" one of what he demands.
func (x *reading) denies(m *match, noun, e int) {
	if of := x.t.Preps(noun, "without"); len(of) > 0 {
		for _, b := range x.content(m, of[0]) {
			m.rule = &conditionRule
			x.put(m, graph.Demanded, graph.Occurred, x.who.Entities[e].Ref, x.ref(b), nil)
		}
		return
	}
	name := strings.TrimPrefix(strings.TrimPrefix(x.phrase(noun), "no "), "No ")
	x.put(m, graph.Rejected, graph.Occurred, x.who.Entities[e].Ref, x.proposal(name), nil)
}
