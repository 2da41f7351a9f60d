// Package events finds what happens in an article: it matches rules over the
// dependency trees and makes statements of them.
//
// Rules are data (rules/*.yaml): trigger lemmas, where the arguments stand,
// the relation, and examples that the tests run. What holds for every rule is
// code: the clause package finds logical arguments through passives,
// coordination, relative clauses, control and nominalisations; status.go
// decides how real an event is; meeting.go gathers what the article says of
// one meeting; speaker.go finds whose claim it is, voice.go who goes on speaking,
// likewise.go who did the same, foe.go against whom a measure is.
//
// The steps, in order: triggers are matched; meetings are gathered from the
// symmetric rules; the other rules are read, their targets referring to those
// meetings; offices come from the actors stage; every statement is given its
// quote, date, place and speaker, and doubles are dropped.
package events

import (
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/dates"
	"entente/extract/events/clause"
	"entente/extract/nlp"
	"entente/graph"
)

// Matcher holds the compiled rules. It is safe for concurrent use.
type Matcher struct {
	rules    *rules
	status   *statusLexicon
	meetings *meetingLexicon
	things   *thingsLexicon
}

// New compiles the built-in rules. An error lists every fault.
func New() (*Matcher, error) {
	r, err := loadRules(builtin)
	if err != nil {
		return nil, err
	}
	s, err := loadLexicon[statusLexicon](lexicons, "status.yaml")
	if err != nil {
		return nil, err
	}
	m, err := loadLexicon[meetingLexicon](lexicons, "meetings.yaml")
	if err != nil {
		return nil, err
	}
	t, err := loadLexicon[thingsLexicon](lexicons, "things.yaml")
	if err != nil {
		return nil, err
	}
	return &Matcher{rules: r, status: s, meetings: m, things: t}, nil
}

// Input is an annotated article.
type Input struct {
	Article *graph.Article
	// Doc annotates Article.Text; its offsets are the article's.
	Doc *nlp.Doc
	// Who tells the actors, Dates the temporal expressions of Doc.
	Who   *actors.Resolution
	Dates []dates.Expr
}

// reading is the state of reading one article.
type reading struct {
	*Matcher
	article *graph.Article
	doc     *nlp.Doc
	who     *actors.Resolution
	dates   []dates.Expr
	t       *clause.Tree
	found   []meeting
	// byTrigger gives the meeting that a trigger token is about.
	byTrigger map[int]int
	// cover gives the name that a token is part of: an index in the mentions
	// plus one.
	cover []int32
	// surnames gives the person with a surname, -1 where several bear it.
	surnames map[string]int
	// public remembers which entities are political: 1 no, 2 yes.
	public []int8
	// topic remembers whether the article is on public affairs: 1 no, 2 yes.
	topic int8
	// depth is how deep a phrase is being read.
	depth int
	// told are the events that can be taken up again, in text order.
	told []event
	out  []graph.Statement
	seen map[string]bool
	// vocabulary has the words and lemmas of the sentence vocabularyOf.
	vocabulary   map[string]bool
	vocabularyOf int
	// unaimed are the measures told before it is known whom the article's quarrel
	// is with.
	unaimed []measure
	// quarrels are the hostile acts told so far.
	quarrels []quarrel
	// voices remembers who speaks in a sentence without a verb of saying.
	voices map[int]voice
}

// Statements returns what the article says, in canonical order.
func (m *Matcher) Statements(in Input) []graph.Statement {
	x := &reading{Matcher: m, article: in.Article, doc: in.Doc, who: in.Who, dates: in.Dates, byTrigger: map[int]int{}, seen: map[string]bool{}}
	x.t = clause.New(in.Doc, x.canAct)
	matches := x.matches()
	x.gather(matches)
	x.emitMeetings()
	x.asymmetric(matches)
	x.aim()
	x.journeys()
	x.asides()
	x.offices()
	slices.SortFunc(x.out, graph.CompareStatements)
	return x.out
}

// canAct tells whether token i heads a mention of an actor.
func (x *reading) canAct(i int) bool {
	m := x.who.At(i)
	return m != nil && (m.Actor >= 0 || len(m.Members) > 0)
}

// asymmetric reads the matches of the rules that have a source and a target,
// and the ellipses between them.
func (x *reading) asymmetric(matches []match) {
	var last *event
	next := 0
	read := map[int]bool{} // verbs that a rule has read
	for i := range x.doc.Tokens {
		for ; next < len(matches) && matches[next].head == i; next++ {
			m := &matches[next]
			switch {
			case m.rule.Relation == graph.AgreedWith && len(m.rule.participants) > 0:
				x.agreement(m)
			case len(m.rule.participants) == 0:
				if e := x.event(m); e != nil {
					last = e
					read[m.pred()] = true
				}
			}
		}
		if !read[i] {
			if e := x.unread(i); e != nil {
				last = e
			}
		}
		x.stay(i)
		x.attribute(i)
		x.conditions(i)
		x.oblige(i)
		x.threat(i)
		x.ellipsis(i, last)
		x.likewise(i, last)
	}
}

// unread reads what token i says where no rule has read it; the event is a
// refusal.
func (x *reading) unread(i int) *event {
	var e *event
	if _, met := x.byTrigger[i]; !met || x.willNot(i) {
		e = x.refuse(i)
	}
	x.none(i)
	x.noneLabelled(i)
	x.will(i)
	return e
}

// event makes the statements of one match and returns it, nil where it says
// nothing.
func (x *reading) event(m *match) *event {
	r := m.rule
	relation, status, ok := x.verdict(m)
	if !ok || !x.met(m, r.needs) {
		return nil
	}
	sources := x.sources(m)
	if len(sources) == 0 {
		sources = x.quarter(m)
	}
	if len(sources) == 0 {
		return nil
	}
	targets := x.targets(m)
	if len(targets) == 0 && slices.ContainsFunc(r.target, func(p path) bool { return p.step == "foe" }) && !x.aimed(m) {
		x.unaimed = append(x.unaimed, measure{m, relation, status, sources})
	}
	for _, t := range targets {
		for _, s := range sources {
			t = x.disjoint(m, s, t)
			as := relation
			if relation == graph.Attacked && x.verbal(m, s, t) {
				as = graph.Accused
			}
			if !x.unrelated(r, relation, s, t) {
				x.emit(m, as, status, s, t)
				x.remember(m.head, as, s, t)
			}
		}
	}
	if len(targets) == 0 {
		return nil
	}
	x.withoutVerb(m, relation, status)
	e := event{m: m, as: relation, sources: sources, targets: targets}
	if answerable(relation) {
		x.told = append(x.told, e)
	}
	return &e
}

// sources are the actors of a match, none where the rule does not hold of them.
func (x *reading) sources(m *match) []arg {
	r := m.rule
	list := x.first(m, r.source)
	if r.Relation == graph.Visited {
		list = append(list, x.fellows(m, list)...)
	}
	list = slices.DeleteFunc(list, func(a arg) bool {
		return len(r.SourceKinds) > 0 && !slices.Contains(r.SourceKinds, x.ref(a).Kind) ||
			r.Named && a.ent >= 0 && x.who.Entities[a.ent].Generic ||
			len(r.SourceWords) > 0 && !slices.Contains(r.SourceWords, x.t.Lemma(a.tok))
	})
	if r.Sole && !x.each(m) && (len(list) > 1 || m.pos == 'v' && len(x.t.Subjects(m.head)) > 1) || x.question(m.head) {
		return nil
	}
	if r.Own && !x.ownClaim(m, list) {
		return nil
	}
	return list
}

// fellows are who travels with those of a list: "flew to Oslo with [X]", "a
// delegation led by [X] arrived".
func (x *reading) fellows(m *match, list []arg) []arg {
	var out []arg
	if m.pos == 'v' && len(list) > 0 && accompanied[x.t.Lemma(m.head)] {
		for _, t := range x.preps(m, []string{"with", "alongside"}) {
			out = append(out, x.others([]int{t}, list[0])...)
		}
	}
	for _, a := range list {
		out = append(out, x.leadersOf(a.tok)...)
	}
	return out
}

// accompanied are verbs of journeys on which somebody may take others along.
var accompanied = map[string]bool{"fly": true, "travel": true, "go": true, "come": true, "arrive": true, "return": true, "journey": true, "sail": true, "drive": true}

// quarter is the government that a passive without an agent names by its seat:
// "was rejected in [Moscow]".
func (x *reading) quarter(m *match) []arg {
	if m.pos != 'v' || !answers(m.rule.Relation) || !x.t.Passive(m.head) || len(x.t.Subjects(m.head)) > 0 || x.question(m.head) {
		return nil
	}
	for _, p := range x.t.Preps(m.head, "in") {
		if mention := x.who.At(p); mention != nil && mention.Form == actors.Name && mention.Actor >= 0 && mention.Place >= 0 && mention.Actor != mention.Place {
			return []arg{{tok: p, ent: mention.Actor}}
		}
	}
	return nil
}

// ownClaim tells whether nobody else says, thinks or hopes the event of the
// sources: "he suggested that Ek was ready" is not Ek's word.
func (x *reading) ownClaim(m *match, sources []arg) bool {
	at := m.pred()
	if m.pos == 'a' && x.t.Verb(x.t.Head(at)) {
		at = x.t.Head(at)
	}
	for x.t.Head(at) != at {
		h := x.t.Head(at)
		if d := x.t.Dep(at); d == "ccomp" || d == "acl" {
			agents := x.t.NounAgents(h)
			if x.t.Verb(h) {
				agents = x.t.Surface(h)
			}
			if len(agents) > 0 && !slices.ContainsFunc(agents, func(t int) bool { return x.among(t, sources) }) {
				return false
			}
		}
		at = h
	}
	return true
}

// among tells whether token t stands for one of the arguments.
func (x *reading) among(t int, list []arg) bool {
	return slices.ContainsFunc(x.actors(t), func(a arg) bool {
		return slices.ContainsFunc(list, func(b arg) bool { return a.ent == b.ent })
	})
}

// targets are what a match is done to; a further target only beside a first.
func (x *reading) targets(m *match) []arg {
	list := x.first(m, m.rule.target)
	if len(list) > 0 {
		list = append(list, x.first(m, m.rule.also)...)
	}
	if m.rule.Relation == graph.Promised { // what one vows not to do is refused
		own := x.doers(m)
		list = slices.DeleteFunc(list, func(t arg) bool {
			return t.clause && x.willNot(t.tok) && x.anyOf(x.t.Subjects(t.tok), own) && !strings.Contains(harm, " "+x.t.Lemma(t.tok)+" ") && !x.t.Passive(t.tok)
		})
	}
	if m.rule.Complement != "" && len(list) > 1 {
		list = list[:1] // one thing is judged
	}
	if m.rule.Relation == graph.Attacked && m.pos == 'v' {
		list = x.whereHit(m, list)
	}
	return slices.DeleteFunc(list, func(t arg) bool { return !x.fits(m.rule, t) })
}

// unrelated tells that a source and a target have nothing to do with each other as a
// rule means it: a journey at home, a judgement of one's own deeds, a plan of
// somebody else's.
func (x *reading) unrelated(r *rule, relation graph.Relation, s, t arg) bool {
	// one's own deeds are no judgement of another, one's own minister may be judged
	return r.Abroad && x.atHome(s, t) || r.Complement != "" && x.ref(t).Kind != graph.Person && x.ownedBy(t, s) || relation == graph.Proposed && x.anothers(t, s)
}

// whereHit gives the place of an attack for people whom nobody names: "killed 20 people
// in Basra".
func (x *reading) whereHit(m *match, list []arg) []arg {
	if len(list) != 1 || list[0].ent < 0 || !x.who.Entities[list[0].ent].Generic || x.who.Entities[list[0].ent].Ref.Kind != graph.Person {
		return list
	}
	for _, at := range []int{list[0].tok, m.head} {
		for _, o := range x.t.Preps(at, "in", "at", "near") {
			if p := x.place(o); len(p) == 1 {
				return p
			}
		}
	}
	return list
}

// anothers tells whether plan t is by its possessor somebody else's than s's, who
// only carries it: "took Rome's plan to Malta".
func (x *reading) anothers(t, s arg) bool {
	if t.ent >= 0 || t.clause {
		return false
	}
	p := x.t.Child(t.tok, "poss")
	if p < 0 {
		return false
	}
	owners := x.mentioned(p)
	return len(owners) > 0 && !x.sideOf(owners, s)
}

// atHome tells whether place t lies in the country of s.
func (x *reading) atHome(s, t arg) bool {
	home := x.ref(s).Country
	place := x.ref(t)
	if home == "" {
		return false
	}
	return home == place.Country || place.ID == graph.CountryID(home) || slices.Contains(unions[home], place.Country)
}

// unions are states of which the parts are states today: Moscow was at home to
// those of the Soviet Union.
var unions = map[string][]string{
	"SU": {"RU", "UA", "BY", "GE", "AM", "AZ", "KZ", "UZ", "TM", "KG", "TJ", "MD", "EE", "LV", "LT"},
	"YU": {"RS", "HR", "SI", "BA", "MK", "ME"}, "CS": {"CZ", "SK"}, "DD": {"DE"},
}

// counted looks through a quantity: "dozens of [prisoners]".
func (x *reading) counted(tok int) int {
	switch x.t.Lemma(tok) {
	case "dozen", "hundred", "thousand", "number", "group", "score", "majority", "lot", "handful", "million", "series", "couple", "pair", "list", "raft", "string", "set", "catalogue", "all", "some", "most", "many", "several", "half":
		if of := x.t.Preps(tok, "of"); len(of) > 0 {
			return of[0]
		}
	}
	return tok
}

// ownedBy tells whether phrase t belongs to s: "their conversations".
func (x *reading) ownedBy(t, s arg) bool {
	for _, o := range x.t.OwnAgents(t.tok) {
		if slices.ContainsFunc(x.actors(o), func(a arg) bool { return a.ent == s.ent }) {
			return true
		}
	}
	return false
}

// question tells whether the sentence of token i only asks.
func (x *reading) question(i int) bool {
	for j := i; j < len(x.doc.Tokens) && x.t.Sent(j) == x.t.Sent(i); j++ {
		if x.doc.Word(j) == "?" {
			return true
		}
	}
	return false
}

// fits tells whether a target is one that the rule's trigger can have.
func (x *reading) fits(r *rule, t arg) bool {
	lemma := x.t.Lemma(x.counted(t.tok))
	if r.Complement != "" && (x.evaluates(t.tok, x.things.Unfit) || x.evaluates(t.tok, x.things.Blame) || x.evaluates(t.tok, x.things.Praise)) {
		return false // the judgement itself
	}
	switch {
	case slices.Contains(r.Except, lemma):
		return false
	case len(r.Only) == 0 || slices.Contains(r.Only, lemma):
		return true
	case slices.Contains(r.Only, "BLAME") && x.things.Blame[lemma]:
		return true
	case slices.Contains(r.Only, "PROPOSAL") && (x.things.Offers[lemma] || x.things.Resuming[lemma]):
		return true
	}
	return t.ent >= 0 && slices.Contains(r.Only, "NAME")
}

func (x *reading) met(m *match, needs []path) bool {
	if len(needs) == 0 {
		return true
	}
	for _, p := range needs {
		if p.as == asContent && len(x.walk(m, p)) > 0 || p.as != asContent && len(x.eval(m, p)) > 0 {
			return true
		}
	}
	return false
}

// verdict decides what an asymmetric match asserts, if anything.
func (x *reading) verdict(m *match) (graph.Relation, graph.Status, bool) {
	re := x.reality(m)
	relation := m.rule.Relation
	if x.neither(m.pred()) && m.pos != 'a' {
		return "", "", false
	}
	if re.negated {
		if m.rule.Negated == "" || re.refused || re.hypothetical || re.status == graph.Tentative {
			return "", "", false
		}
		return m.rule.Negated, graph.Occurred, true
	}
	if m.rule.claim() { // what is said may never come: it is said all the same
		return relation, graph.Occurred, x.claimed(m)
	}
	if m.rule.Wish && re.status == graph.Tentative || m.rule.Will && re.status == graph.Planned {
		re.status = graph.Occurred
	}
	switch {
	case re.hypothetical, m.rule.DenialOnly:
		return "", "", false
	case re.status == graph.Tentative, re.status == graph.Denied:
		return "", "", false
	case re.status == graph.Cancelled && relation != graph.Visited && relation != graph.Invited:
		return "", "", false
	}
	if relation == graph.Visited && re.status == graph.Occurred && x.future(x.when(m)) {
		re.status = graph.Planned
	}
	if relation == graph.Visited && x.unfulfilled(m.pred()) {
		re.status = graph.Cancelled
	}
	return relation, re.status, true
}

// claimed tells whether what a match of a claim says is said outright, not only
// held possible or right to say.
func (x *reading) claimed(m *match) bool {
	if m.rule.Complement != "" && x.modal(m.pred(), "would", "will") { // "said it would be a mistake" blames nobody yet
		return false
	}
	return !m.rule.DenialOnly && !x.modal(m.pred(), "should", "must", "ought", "can", "could", "may", "might") && !x.conditional(m.pred())
}

// neither tells whether verb v stands in "neither … nor", which takes no side.
func (x *reading) neither(v int) bool {
	for _, i := range []int{v, x.t.First(v)} {
		for _, k := range x.t.Kids(i) {
			if x.t.Lower(int(k)) == "neither" {
				return true
			}
		}
	}
	return false
}

// each tells whether the subjects of a verb do something each for himself:
// "both Paris and Rome agreed to go".
func (x *reading) each(m *match) bool {
	if m.pos != 'v' {
		return false
	}
	s := x.t.Child(m.head, "nsubj")
	return s >= 0 && len(x.t.Conj(s)) > 1 && x.opens(s, "both")
}

// offering verbs do not make an agreement of what they carry: "proposed a
// truce".
var offering = map[string]bool{
	"propose": true, "offer": true, "submit": true, "present": true, "table": true, "float": true, "outline": true, "unveil": true, "forward": true, "advance": true,
	"put": true, "lay": true, "place": true, "raise": true, "relay": true, "convey": true, "throw": true, "plan": true, "schedule": true, "utter": true, "show": true,
	"break": true, "direct": true, "attend": true, "host": true, "chair": true, "start": true,
}

// agreement makes a statement for every pair of participants.
func (x *reading) agreement(m *match) {
	relation, status, ok := x.verdict(m)
	if !ok || !x.met(m, m.rule.needs) || m.light >= 0 && offering[x.t.Lemma(m.light)] || x.each(m) && len(x.clausesOf(m, "infinitive")) > 0 {
		return
	}
	list, sides := x.participants(m)
	for i, a := range list {
		for j, b := range list[i+1:] {
			if !across(sides, i, i+1+j) {
				continue
			}
			x.emit(m, relation, status, a, b)
		}
	}
}
