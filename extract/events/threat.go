package events

import "entente/graph"

// threatRule is how statements of threats are known.
var threatRule = rule{ruleSpec: ruleSpec{Name: "warn/if", Relation: graph.Warned, Confidence: 0.6}}

// defiant verbs are of what others are warned not to do.
var defiant = map[string]bool{
	"attack": true, "invade": true, "strike": true, "cross": true, "fail": true, "refuse": true, "continue": true, "keep": true, "persist": true, "break": true, "violate": true,
	"intervene": true, "dare": true, "harm": true, "impose": true, "escalate": true, "block": true, "reject": true, "resume": true, "interfere": true, "retaliate": true, "fire": true,
	"annex": true, "seize": true, "deploy": true, "provoke": true, "ignore": true, "defy": true, "breach": true, "renege": true, "arm": true, "meddle": true, "insist": true, "go": true,
}

// threat reads what somebody says will come if another does not do something, or
// does it, as a warning to that other: "if Kyiv does not withdraw, the pressure
// will grow, said Moscow".
func (x *reading) threat(v int) {
	if !x.t.Verb(v) || x.question(v) {
		return
	}
	for _, k := range x.t.Kids(v) {
		c := int(k)
		if x.t.Dep(c) != "advcl" || !x.t.Verb(c) || !x.warns(v, c) {
			continue
		}
		e := x.speaker(v)
		if e < 0 || !x.political(arg{tok: v, ent: e}) || x.under(v, unimposing) {
			return
		}
		m := match{rule: &threatRule, pos: 'v', head: v, last: v, light: -1}
		for _, s := range x.t.Surface(c) {
			for _, a := range x.actors(s) {
				if x.political(a) && !x.speaksFor(e, a.ent) && !x.speaksFor(a.ent, e) {
					x.put(&m, graph.Warned, graph.Occurred, x.who.Entities[e].Ref, x.ref(a), nil)
				}
			}
		}
	}
}

// warns tells whether condition c of verb v is one that somebody is warned of.
func (x *reading) warns(v, c int) bool {
	mk := x.t.Child(c, "mark")
	if mk < 0 {
		mk = x.t.Child(c, "advmod")
	}
	if mk < 0 || mk > c || !x.modal(v, "will", "would", "'ll", "’ll", "wo", "must", "shall") && x.t.Tag(v) != "VBZ" && x.t.Tag(v) != "VBP" {
		return false
	}
	switch x.t.Lower(mk) {
	case "if", "should", "once":
		return x.t.Negated(c) || defiant[x.t.Lemma(c)]
	case "unless":
		return !x.t.Negated(v)
	}
	return false
}
