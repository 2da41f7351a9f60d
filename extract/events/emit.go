package events

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/extract/actors"
	"entente/extract/dates"
	"entente/graph"
)

func itoa(n int) string { return strconv.Itoa(n) }

// longest is how many bytes of a phrase are kept as a proposal's name.
const longest = 160

// deepest is how many nouns and pronouns one may stand for another: the parser's
// trees can make them go round.
const deepest = 6

// ref is the graph's name for an argument, with the words that stand for it.
func (x *reading) ref(a arg) graph.Ref {
	if a.ent < 0 {
		return a.ref
	}
	r := x.who.Entities[a.ent].Ref
	if x.who.Entities[a.ent].Generic { // "western officials" of two articles are not the same people
		r.ID += "@" + graph.Hash(x.article.ID)[:8]
	}
	if m := x.who.At(a.tok); m != nil && (m.Actor == a.ent || m.Place == a.ent || slices.Contains(m.Members, a.ent)) {
		r.Text = x.shorten(x.doc.Slice(m.First, m.End))
	}
	return r
}

// content reads a token as a phrase: a meeting of this article where it is
// one, else the words themselves.
func (x *reading) content(m *match, tok int) []arg {
	if x.depth >= deepest {
		return nil
	}
	x.depth++
	defer func() { x.depth-- }()
	if list, ok := x.referred(m, tok); ok {
		return list
	}
	if !x.meaningful(tok) {
		return nil
	}
	if n := x.inner(tok); n >= 0 {
		return x.content(m, n)
	}
	name := x.named(m, tok)
	if utf8.RuneCountInString(name) < 3 {
		return nil
	}
	return []arg{{tok: tok, ent: -1, clause: x.t.Verb(tok), ref: graph.Ref{
		ID:   "proposal:" + graph.Hash(x.article.ID, graph.Fold(name)),
		Kind: graph.Proposal,
		Name: name,
	}}}
}

// referred reads a token that refers to something known or told, and tells
// whether it does.
func (x *reading) referred(m *match, tok int) ([]arg, bool) {
	if k := x.meetingAt(tok); k >= 0 {
		r := x.found[k].ref()
		r.Name = x.phrase(tok)
		return []arg{{tok: tok, ent: -1, ref: r}}, true
	}
	if w := x.t.Lower(tok); (w == "that" || w == "which") && x.t.Tag(tok) != "DT" {
		return x.relatedTo(m, tok), true
	}
	if p := x.venueNamed(m, tok); len(p) > 0 {
		return p, true
	}
	if mention := x.who.At(tok); mention != nil && (mention.Form == actors.Name || mention.Form == actors.Pronoun && mention.Actor >= 0) {
		if mention.Actor < 0 && mention.Place >= 0 {
			return []arg{{tok: tok, ent: mention.Place}}, true
		}
		return nil, true
	}
	if x.pronoun(tok) {
		if x.t.Lower(tok) == "both" && m.rule.Relation == graph.Accused {
			return nil, true
		}
		return x.answer(m, tok), true
	}
	if answers(m.rule.Relation) {
		if list := x.resumed(m, tok); len(list) > 0 {
			return list, true
		}
	}
	return nil, false
}

// relatedTo is what relative pronoun tok stands for; the whole of an apposition
// ("[a truce], an idea that Kyiv dismissed").
func (x *reading) relatedTo(m *match, tok int) []arg {
	n := x.antecedentOf(tok)
	if n < 0 || n == tok {
		return nil
	}
	if x.t.Dep(n) == "appos" && (!x.t.Verb(x.t.Head(n)) || x.things.Resuming[x.t.Lemma(n)] || x.things.Offers[x.t.Lemma(n)] || x.t.Lemma(n) == "move" || x.t.Lemma(n) == "step") {
		n = x.t.Head(n)
	}
	return x.content(m, n)
}

// inner is the token that says what token tok only introduces, or -1: "there to
// be [an inquiry]", "one thing: [that he go]", "[the plan] which he insists must
// go".
func (x *reading) inner(tok int) int {
	if a := x.t.Child(tok, "attr"); a >= 0 && x.t.Lemma(tok) == "be" && x.t.Child(tok, "expl") >= 0 {
		return a
	}
	if c := x.spelledOut(tok); c >= 0 {
		return c
	}
	if a, _ := x.t.Phrase(tok); x.t.Tag(a) == "WDT" {
		return x.antecedentOf(tok)
	}
	return -1
}

// venueNamed is the city that somebody proposes, demands or refuses: "held out
// for Geneva".
func (x *reading) venueNamed(m *match, tok int) []arg {
	mention := x.who.At(tok)
	if mention == nil || mention.Form != actors.Name || mention.Place < 0 || mention.Place == mention.Actor || x.who.Entities[mention.Place].Ref.Kind != graph.Place {
		return nil
	}
	if r := m.rule.Relation; r != graph.Demanded && r != graph.Proposed || m.pos != 'v' || x.t.Dep(tok) != "pobj" && x.t.Dep(tok) != "dobj" {
		return nil
	}
	if len(x.clausesOf(m, "infinitive")) > 0 || x.t.Head(tok) != m.last && x.t.Head(tok) != m.head {
		return nil
	}
	return []arg{{tok: tok, ent: mention.Place}}
}

// spelledOut is the clause or phrase that says what "one thing", "a condition"
// is, behind a colon or a comma, or -1.
func (x *reading) spelledOut(tok int) int {
	switch x.t.Lemma(tok) {
	case "thing", "condition", "demand", "request", "proposal", "idea", "concession", "favour", "favor":
	default:
		return -1
	}
	for _, k := range x.t.Kids(tok) {
		c := int(k)
		if c < tok || x.canAct(c) {
			continue
		}
		switch x.t.Dep(c) {
		case "acl":
			if x.thatClause(c) {
				return c
			}
		case "appos":
			if x.t.Noun(c) {
				return c
			}
		}
	}
	if v := x.t.Head(tok); x.t.Dep(tok) == "dobj" && x.colon(tok+1) {
		if c := x.t.Child(v, "ccomp", "parataxis"); c > tok {
			return c
		}
	}
	return -1
}

// meaningful tells whether a phrase at tok says something by itself.
func (x *reading) meaningful(tok int) bool {
	if tag := x.t.Tag(tok); x.t.Dep(tok) == "ccomp" && tag == "VB" && x.t.Child(tok, "aux") >= 0 && !x.infinitive(tok) && x.t.Child(tok, "nsubj", "nsubjpass", "expl", "csubj") < 0 {
		return false // "which many warned would happen"
	}
	if x.doc.Tokens[tok].Pos == "PRON" || x.t.Tag(tok) == "DT" || x.t.Tag(tok) == "WDT" {
		return false
	}
	if x.doc.Tokens[tok].Pos == "NUM" && len(x.t.Kids(tok)) == 0 {
		return false
	}
	return !x.temporal(tok) && (!x.t.Verb(tok) || !x.whichClause(tok))
}

// antecedentOf is the noun that the relative clause around token i modifies, or -1.
func (x *reading) antecedentOf(i int) int {
	for x.t.Head(i) != i {
		if x.t.Dep(i) == "relcl" {
			return x.t.Head(i)
		}
		i = x.t.Head(i)
	}
	return -1
}

// temporal tells whether token i heads an expression of time or quantity,
// which nobody proposes or refuses.
func (x *reading) temporal(i int) bool {
	for _, e := range x.dates {
		if e.First <= i && i < e.End {
			return true
		}
	}
	for _, e := range x.doc.Ents {
		if e.First <= i && i < e.End {
			return e.Label == "DATE" || e.Label == "TIME" || e.Label == "PERCENT"
		}
	}
	return false
}

// whichClause tells whether clause v is a comment on what stands before it:
// "…, which is what friends say".
func (x *reading) whichClause(v int) bool {
	s := x.t.Child(v, "nsubj", "nsubjpass")
	if s < 0 || x.t.Tag(s) != "WDT" {
		return false
	}
	for at := v; x.t.Head(at) != at; at = x.t.Head(at) {
		if x.t.Dep(at) == "relcl" {
			return false
		}
	}
	return true
}

// meetingAt returns the meeting that a phrase is: its head, or the noun of
// "a series of meetings", "the possibility of a summit".
func (x *reading) meetingAt(tok int) int {
	for range 3 {
		if k, ok := x.byTrigger[tok]; ok {
			return k
		}
		of := x.t.Preps(tok, "of", "for")
		if len(of) == 0 || !x.abstract(tok) {
			return -1
		}
		tok = of[0]
	}
	return -1
}

// abstract nouns stand for what follows them.
func (x *reading) abstract(tok int) bool {
	switch x.t.Lemma(tok) {
	case "possibility", "idea", "series", "round", "prospect", "offer", "proposal", "invitation", "plan", "suggestion", "notion", "option", "date", "venue", "holding", "set", "pair", "couple", "request":
		return true
	}
	return false
}

func (x *reading) emit(m *match, relation graph.Relation, status graph.Status, s, t arg) {
	var g *meeting
	if t.ent < 0 && t.ref.Kind == graph.Meeting {
		if k := x.meetingAt(t.tok); k >= 0 {
			g = &x.found[k]
		}
	}
	if s.ent >= 0 && s.ent == t.ent || !x.plausible(relation, s, t) {
		return
	}
	target := x.ref(t)
	if !m.rule.admits(target.Kind) {
		return
	}
	x.put(m, relation, status, x.ref(s), target, g)
}

// put adds a statement with its quote, date, place and speaker.
func (x *reading) put(m *match, relation graph.Relation, status graph.Status, source, target graph.Ref, g *meeting) {
	start, end := x.quote(m.head)
	st := graph.Statement{
		Article: x.article.ID, Source: source, Relation: relation, Target: target, Status: status,
		Quote: x.doc.Text[start:end], Start: start, End: end,
		Rule: m.rule.Name, Confidence: m.rule.Confidence, Date: x.when(m),
	}
	if relation.Symmetric() && target.ID < source.ID {
		st.Source, st.Target = target, source
	}
	if g != nil {
		if relation == graph.MetWith || relation == graph.SpokeWith || relation == graph.Attended {
			st.Meeting = g.id
			if st.Date == "" {
				st.Date = g.date
			}
			if g.place >= 0 {
				p := x.who.Entities[g.place].Ref
				st.Place = &p
			}
		}
	}
	if e := x.speaker(m.pred()); e >= 0 {
		r := x.who.Entities[e].Ref
		st.Speaker = &r
	}
	x.add(st)
}

func (x *reading) add(st graph.Statement) {
	st.Seal()
	key := graph.Hash(st.Source.ID, string(st.Relation), st.Target.ID, string(st.Status), itoa(st.Start), st.Meeting)
	if x.seen[key] || st.Check(x.article) != nil {
		return
	}
	x.seen[key] = true
	x.out = append(x.out, st)
}

// quote is the sentence around token i, without line breaks at its ends and,
// where the sentence runs over blank lines (a headline), the lines around i.
func (x *reading) quote(i int) (start, end int) {
	a, b := i, i+1
	for a > 0 && x.t.Sent(a-1) == x.t.Sent(i) && !x.breaks(a-1) {
		a--
	}
	for b < len(x.doc.Tokens) && x.t.Sent(b) == x.t.Sent(i) && !x.breaks(b) {
		b++
	}
	start, end = int(x.doc.Tokens[a].Start), int(x.doc.Tokens[b-1].End)
	text := x.doc.Text[start:end]
	start += len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	end -= len(text) - len(strings.TrimRight(text, " \t\r\n"))
	return start, end
}

func (x *reading) breaks(i int) bool {
	return strings.Contains(x.doc.Word(i), "\n")
}

// when is the date of an event.
func (x *reading) when(m *match) graph.Date {
	d, _ := dates.For(x.doc, x.dates, m.head)
	if d == "" && m.light >= 0 {
		d, _ = dates.For(x.doc, x.dates, m.light)
	}
	if d == "" && m.pos == 'n' {
		d = x.dateAfter(m.head)
	}
	return d
}

// near is how many tokens after a noun a date may stand that the parser hangs
// somewhere else.
const near = 15

// dateAfter is the first date after noun n with no verb between.
func (x *reading) dateAfter(n int) graph.Date {
	for i := n + 1; i < len(x.doc.Tokens) && i <= n+near && x.t.Sent(i) == x.t.Sent(n); i++ {
		for j := range x.dates {
			if e := &x.dates[j]; e.First == i && e.Relation == dates.In {
				return e.Date
			}
		}
		if x.t.Verb(i) || x.t.Lower(i) == "after" || x.t.Lower(i) == "since" {
			break
		}
	}
	return ""
}

// future tells whether a date lies wholly after the article's.
func (x *reading) future(d graph.Date) bool {
	from, _, err := d.Window()
	if err != nil {
		return false
	}
	_, published, err := x.article.Published.Window()
	return err == nil && from.After(published)
}

// offices makes statements of the offices that the actors stage found.
func (x *reading) offices() {
	for _, o := range x.who.Offices {
		status := graph.Occurred
		if o.Former {
			status = graph.Past
		}
		if o.Person < 0 || o.Body < 0 || o.First >= o.End {
			continue
		}
		start, end := x.quote(o.First)
		source := x.who.Entities[o.Person].Ref
		source.Office = o.Title
		x.add(graph.Statement{
			Article: x.article.ID, Source: source, Relation: graph.HoldsOffice, Target: x.who.Entities[o.Body].Ref, Status: status,
			Quote: x.doc.Text[start:end], Start: start, End: end, Rule: "office/" + o.Rule, Confidence: 0.9,
		})
	}
}
