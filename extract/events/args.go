package events

import (
	"slices"

	"entente/graph"
)

// arg is one argument of an event.
type arg struct {
	tok int
	// ent is the entity, or -1 for a phrase; a phrase has ref.
	ent int
	ref graph.Ref
	// clause tells that the phrase is a clause.
	clause bool
}

// eval returns the arguments at path p of match m.
func (x *reading) eval(m *match, p path) []arg {
	switch p.step {
	case "office":
		return x.bodies(m)
	case "speaker":
		if e := x.speaker(m.pred()); e >= 0 {
			return []arg{{tok: m.head, ent: e}}
		}
		return nil
	case "foe":
		return x.foe(m)
	case "before":
		if list := x.unsaid(m); len(list) > 0 {
			return list
		}
		return x.answer(m, m.head)
	}
	if p.step == "deed" {
		return x.deed(m, p.words)
	}
	toks := x.walk(m, p)
	var out []arg
	for _, t := range toks {
		for _, a := range x.argsAt(m, p, t) {
			if !slices.ContainsFunc(out, func(b arg) bool { return b.ent >= 0 && b.ent == a.ent }) {
				out = append(out, a)
			}
		}
	}
	return out
}

// argsAt are the arguments that token t is at path p: who owns a means that
// acts or travels, and the country whose ground it is that arms are turned on.
func (x *reading) argsAt(m *match, p path, t int) []arg {
	list := x.read(m, p.as, t)
	if m.rule.Relation == graph.Visited && p.step == "subject" && x.things.Means[x.t.Lemma(t)] { // "[Lee]'s jet flew"
		if own := x.owners(t); len(own) > 0 {
			list = own
		}
	}
	if armed(m.rule.Relation) && p.as != asContent && p.step != "subject" {
		list = x.ground(t, list)
	}
	if len(list) == 0 && p.as == asActor && p.step == "subject" {
		list = x.owners(t)
	}
	return list
}

// first returns the arguments at the first of the paths that has any.
func (x *reading) first(m *match, paths []path) []arg {
	for _, p := range paths {
		if out := x.eval(m, p); len(out) > 0 {
			return out
		}
	}
	return nil
}

// walk returns the tokens at a path.
func (x *reading) walk(m *match, p path) []int {
	switch p.step {
	case "subject":
		return x.subjectOrClause(m, p.as)
	case "object":
		return x.objects(m)
	case "recipient":
		return x.recipients(m)
	case "dobj":
		if o := x.t.Child(m.head, "dobj"); o >= 0 {
			return x.t.Conj(o)
		}
		return nil
	case "indirect":
		return x.indirect(m)
	case "prep":
		return x.preps(m, p.words)
	case "gerund":
		return x.gerunds(m, p.words)
	case "within":
		return x.within(m, p.words)
	case "possessor":
		return x.possessors(m)
	case "equal":
		return x.equals(m.head, p.words[0])
	case "self":
		return x.self(m)
	case "topic":
		return slices.DeleteFunc(x.topics(m), x.nobody)
	case "judged":
		return x.smallClause(m.head)
	case "audience":
		return x.audience(m.head)
	case "around":
		return x.surroundings(m.head)
	case "above":
		return x.mainSubjects(m.head)
	case "journey":
		return x.journey(m.last)
	case "here":
		return x.here(m)
	}
	return x.walkActs(m, p)
}

// walkActs returns the tokens at the paths of who does an act or suffers it
// where no subject or object says so.
func (x *reading) walkActs(m *match, p path) []int {
	switch p.step {
	case "venue":
		return x.venue(m, p)
	case "accepter":
		return x.accepter(m.head)
	case "stopover":
		return x.stopover(m.head)
	case "traveller":
		return x.traveller(m.head)
	case "beside":
		return x.beside(m.head)
	case "threatened":
		return x.threatened(m)
	case "victim":
		return x.victim(m.head)
	case "casualties":
		return x.casualties(m.head)
	case "bearer":
		return x.bearer(m.head)
	case "favoured":
		return x.favoured(m.head)
	case "benefit":
		return x.benefit(m)
	case "announcer":
		return x.announcer(m)
	}
	return x.clausesOf(m, p.step)
}

// subjectOrClause are the subjects of a match; of a verb, where words are wanted,
// a clause that is its subject too.
func (x *reading) subjectOrClause(m *match, want as) []int {
	if out := x.subjects(m); len(out) > 0 || want == asActor || m.pos != 'v' {
		return out
	}
	if c := x.t.Child(m.head, "csubj"); c >= 0 {
		return []int{c}
	}
	return nil
}

// self is the trigger's own phrase: the noun that ends a verb's words, else its
// head.
func (x *reading) self(m *match) []int {
	if m.pos == 'v' && x.t.Noun(m.last) {
		return []int{m.last}
	}
	return []int{m.head}
}

// bodies are the countries and organizations that the subject holds an office
// for.
func (x *reading) bodies(m *match) []arg {
	var out []arg
	for _, s := range x.subjects(m) {
		for _, a := range x.actors(s) {
			for _, o := range x.who.Offices {
				if o.Person == a.ent && o.Body >= 0 && len(out) == 0 {
					out = append(out, arg{tok: s, ent: o.Body})
				}
			}
		}
	}
	return out
}

// within are the objects of prepositions inside the trigger's object, its last
// word or its predicate noun.
func (x *reading) within(m *match, words []string) []int {
	var out []int
	for _, o := range append(x.objects(m), m.last, x.t.Child(m.head, "attr")) {
		if o >= 0 {
			out = append(out, x.t.Preps(o, words...)...)
		}
	}
	return out
}

// possessors are the agents inside the trigger's object or last word.
func (x *reading) possessors(m *match) []int {
	var out []int
	for _, o := range append(x.objects(m), m.last) {
		if x.t.Noun(o) {
			out = append(out, x.t.OwnAgents(o)...)
		}
	}
	return out
}
