package events

import (
	"fmt"
	"slices"
	"strings"
)

// as says what an argument is read as.
type as string

const (
	asActor   as = "actor"   // somebody who can act
	asPlace   as = "place"   // a location
	asContent as = "content" // a phrase: what was proposed, refused, demanded
	asOwner   as = "owner"   // an actor, or whose the thing is: "into [Kyiv]'s defence"
	asAny     as = "any"     // an actor, else a meeting, else a phrase
)

// path says where an argument of a trigger stands and what it is read as.
type path struct {
	as    as
	step  string
	words []string // prepositions, after the colon
}

// steps are the argument paths that rules can name.
var steps = []string{
	"subject",    // who does it (clause.Tree.Subjects; of a noun its agents)
	"object",     // to whom or what (clause.Tree.Objects; after a multi-word trigger the object of its last word)
	"recipient",  // indirect object, "to" object, or the object of a verb that makes others do
	"clause",     // an infinitive, gerund or that-clause
	"infinitive", // an infinitive only: "urged Kyiv [to accept]"
	"participle", // a passive participle with its subject: "wanted [the ban lifted]"
	"raised",     // an infinitive with a subject: "wanted [the ban to go]"
	"doing",      // a gerund as object: "suggested [moving the talks]"
	"future",     // a clause of what will be: "a word that it [would go]"
	"mandate",    // a finite clause that must or should be so
	"that",       // a finite clause only: "warned [that it would act]"
	"prep",       // the object of a preposition: prep:to|with
	"gerund",     // the clause after a preposition: gerund:of|for
	"deed",       // the clause around a noun after a preposition: "[the talks were put off] at Kyiv's request"
	"equal",      // what a noun is said to be: equal:any, or equal:clause for a clause only
	"self",       // the phrase of the trigger itself
	"dobj",       // the verb's own direct object, also before a trigger's further words
	"indirect",   // indirect object or "to" object only
	"audience",   // whom the clause around a noun speaks to: "told [X] by telephone"
	"here",       // the last place named, for "there" and arrivals without a place
	"before",     // the thing that was spoken of before: "the offer … Kyiv refused"
	"beside",     // who is at whose side: "[X] with [Y] at his side", "told reporters at [X]'s side"
	"accepter",   // who accepts or declines what a noun names: "the invitation was accepted by [X]"
	"traveller",  // whose journey a noun is a stop of: "the first stop on [X]'s tour"
	"stopover",   // which place a noun is said to be: "the first stop was [Oslo]"
	"around",     // the subject of the clause around a noun: "[X] came at the invitation of Y"
	"above",      // the subjects of the clause above the relative clause around a noun: "[X and Y] thanked Z, which hosted rounds"
	"journey",    // where the infinitive below the trigger's noun goes: "an invitation to visit [X]"
	"office",     // the body that the subject holds an office for
	"speaker",    // whose claim the event is: "[Kyiv] said that Moscow had broken the truce"
	"topic",      // who a finite complement is about: "complained that [Kyiv] had"
	"judged",     // what a verb of judging calls good or bad, where a clause is made of it
	"within",     // the object of a preposition anywhere inside the trigger's object
	"possessor",  // whose the object is: "rejected Russia's plan"
	"venue",      // of a passive without an agent where it was done: "was expelled from [Chad]"
	"threatened", // who will suffer what a passive without an agent names: "[Lee] would be punished"
	"victim",     // whose the noun is, where another does it: "[Lee]'s murder by Ek"
	"casualties", // who fell in what the noun names: "[Lee] was killed in an airstrike"
	"bearer",     // who is what the noun says: "[Ek], a critic of Lee"
	"foe",        // against whom a measure is that does not say so: "[Libya] expelled the envoy. Chad cut off aid"
	"favoured",   // who acts with what the noun names: "with the backing of Lee, [Ek] won"
	"benefit",    // where a gift is to do good: "gave two million to fight hunger in [Chad]"
	"announcer",  // of a passive without an agent who decreed it: "[Chad] announced that 50 prisoners would be freed"
}

func parsePath(s string) (path, error) {
	kind, rest, ok := strings.Cut(strings.TrimSpace(s), " ")
	if !ok {
		return path{}, fmt.Errorf("path %q: want KIND STEP, as in %q", s, "actor subject")
	}
	p := path{as: as(kind)}
	if !slices.Contains([]as{asActor, asPlace, asContent, asOwner, asAny}, p.as) {
		return path{}, fmt.Errorf("path %q: unknown kind %q", s, kind)
	}
	step, words, _ := strings.Cut(rest, ":")
	p.step = step
	if words != "" {
		p.words = strings.Split(words, "|")
	}
	if !slices.Contains(steps, step) {
		return path{}, fmt.Errorf("path %q: unknown step %q", s, step)
	}
	if needs := step == "prep" || step == "gerund" || step == "within" || step == "equal" || step == "deed" || step == "venue"; needs != (len(p.words) > 0) {
		return path{}, fmt.Errorf("path %q: words belong to prep, gerund, within, equal, deed and venue, as in %q", s, "prep:to|with")
	}
	return p, nil
}
