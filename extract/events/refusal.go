package events

import (
	"strings"

	"entente/graph"
)

// refusalRule is how statements of refuse are known.
var refusalRule = rule{ruleSpec: ruleSpec{Name: "reject/will-not", Relation: graph.Rejected, Confidence: 0.7}}

// idle verbs say nothing of a refusal after "will not".
const idle = " be have do know think happen hesitate mind last succeed fail rest stop forget regret comment say speculate hurt work matter suffer want tell need like care seem become remain stay "

// refuse reads "will not", "would not" and "won't" before what somebody could
// do as a refusal to do it: "Kyiv will not cede the port". Verbs that a rule
// has read already are not read again.
func (x *reading) refuse(v int) {
	if !x.willNot(v) {
		return
	}
	if strings.Contains(idle, " "+x.t.Lemma(v)+" ") || x.t.Child(v, "dobj", "xcomp", "prep", "prt") < 0 || x.question(v) {
		return
	}
	m := match{rule: &refusalRule, pos: 'v', head: v, last: v, light: -1}
	re := x.reality(&m)
	if !re.negated || re.hypothetical || re.refused || re.status == graph.Tentative {
		return
	}
	_, end := x.t.Phrase(v)
	if end <= v+1 {
		return
	}
	name := x.shorten(x.doc.Slice(v, end))
	target := graph.Ref{ID: "proposal:" + graph.Hash(x.article.ID, graph.Fold(name)), Kind: graph.Proposal, Name: name}
	for _, s := range x.subjects(&m) {
		for _, a := range x.actors(s) {
			if x.political(a) {
				x.put(&m, graph.Rejected, graph.Occurred, x.ref(a), target, nil)
			}
		}
	}
}

// willNot tells whether verb v stands after "will not", "would not".
func (x *reading) willNot(v int) bool {
	return x.t.Verb(v) && x.t.Dep(v) != "aux" && x.modal(v, "will", "would", "wo", "'ll", "’ll") && x.t.Negated(v) && !x.t.Passive(v)
}
