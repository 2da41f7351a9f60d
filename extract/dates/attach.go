package dates

import (
	"strings"

	"entente/extract/nlp"
	"entente/graph"
)

// The words that decide what a date belongs to, lemmas in lower case.
var (
	// eventNouns happen on a day, so that a date beside one is its own.
	eventNouns = set("meeting", "summit", "talk", "talks", "conference", "session", "visit", "trip", "tour", "call", "conversation", "dinner", "lunch", "breakfast",
		"luncheon", "banquet", "reception", "ceremony", "signing", "negotiation", "negotiations", "consultation", "discussion", "dialogue", "encounter", "round", "gathering",
		"congress", "forum", "briefing", "speech", "address", "interview", "statement", "attack", "strike", "raid", "invasion", "war", "election", "vote", "referendum",
		"agreement", "accord", "treaty", "deal", "pact", "deadline", "order", "letter", "decision", "announcement", "appointment", "audience", "exchange", "parley",
		"handshake", "arrival", "departure", "stopover", "journey", "tea", "hearing", "march", "rally", "coup", "annexation", "death", "event", "ceasefire", "truce",
		"inauguration", "funeral", "wedding", "parade", "service", "mission", "get-together", "tete-a-tete", "huddle", "powwow", "seminar", "assembly", "anniversary")
	// light verbs take their date from the event that is their object.
	light = set("hold", "have", "attend", "host", "join", "convene", "pay", "make", "conduct", "open", "chair", "take", "begin", "start", "end", "conclude", "wrap", "finish", "resume")
	// settling verbs are dated apart from the event that is their argument:
	// a summit cancelled on Friday was not for Friday.
	settling = set("announce", "cancel", "call", "postpone", "confirm", "agree", "propose", "suggest", "offer", "reject", "welcome", "discuss", "say", "tell", "describe",
		"praise", "criticise", "criticize", "hail", "mention", "request", "scrap", "shelve", "delay", "dismiss", "deny", "report", "reveal", "accept", "rule", "demand")
	// temporal verbs lend their time to the infinitive behind them.
	temporal = set("be", "have", "go", "begin", "start", "continue", "proceed", "manage")
	// motion verbs lead to where the act behind them is done.
	motion = set("go", "come", "fly", "travel", "head", "drive", "sail", "ride", "return", "arrive", "stop", "gather", "assemble", "convene", "jet", "rush", "hurry")
	// inside are prepositions whose object is what goes on meanwhile.
	inside = set("at", "in", "during", "on", "over", "with", "amid")
)

// For returns the date of the event that a token, a verb or a noun, stands
// for, and whether the text gives one: the date that hangs in the tree on the
// token, on the light verb or the verb of holding that carries it, on the verb
// that it is the infinitive of, or on a verb joined with it; the closest wins.
// Dates of other clauses are not taken.
func For(doc *nlp.Doc, exprs []Expr, token int) (graph.Date, bool) {
	e, ok := exprFor(doc, exprs, token)
	if !ok {
		return "", false
	}
	return e.When, true
}

func exprFor(doc *nlp.Doc, exprs []Expr, token int) (*Expr, bool) {
	if token < 0 || token >= len(doc.Tokens) {
		return nil, false
	}
	first, end := sentence(doc, token)
	var best *Expr
	bestCost := 1 << 30
	for i := range exprs {
		e := &exprs[i]
		if e.First < first || e.First >= end || e.dateline || e.When == "" || e.First <= token && token < e.End {
			continue
		}
		cost, ok := distance(doc, e, token)
		if !ok {
			continue
		}
		cost = cost*1000 + abs(e.First-token)
		if cost < bestCost {
			best, bestCost = e, cost
		}
	}
	return best, best != nil
}

func sentence(doc *nlp.Doc, token int) (first, end int) {
	first, end = token, token+1
	for first > 0 && !doc.Tokens[first].SentStart {
		first--
	}
	for end < len(doc.Tokens) && !doc.Tokens[end].SentStart {
		end++
	}
	return first, end
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// host is the verb or event noun that an expression hangs on.
type host struct {
	token int
	cost  int
	prep  string // the preposition that leads there, lower case
}

// hosts climbs from an expression to what it dates: first an event noun on
// the way, if there is one, and then the verb of the clause.
func hosts(doc *nlp.Doc, e *Expr) []host {
	if v := reportedOn(doc, e.First); v >= 0 {
		return []host{{token: v}}
	}
	i := spanHead(doc, e.First, e.End)
	var out []host
	cost, prep := 0, ""
	for range doc.Tokens {
		if int(doc.Tokens[i].Head) == i {
			break
		}
		i = int(doc.Tokens[i].Head)
		t := &doc.Tokens[i]
		switch {
		case i >= e.First && i < e.End:
		case isVerb(t) || t.Pos == "ADJ" && t.Lemma == wordDue:
			return append(out, host{i, cost, prep})
		case t.Pos == posPrep || t.Pos == "SCONJ":
			prep = strings.ToLower(doc.Word(i))
			if len(out) > 0 && !inside[prep] {
				return out // "ahead of Friday's summit": the summit only
			}
		case t.Pos == posNoun && eventNoun(t):
			out = append(out, host{i, cost, prep})
			cost++
			if !passesOn(doc, t) {
				return out
			}
		default:
			cost++
		}
	}
	return out
}

// passesOn tells whether the date of a noun may also be its verb's: "spoke at
// Friday's dinner", "held Friday's talks", but not "praised Friday's talks".
func passesOn(doc *nlp.Doc, t *nlp.Token) bool {
	return t.Dep == "pobj" || t.Dep == "dobj" && light[doc.Tokens[t.Head].Lemma]
}

func eventNoun(t *nlp.Token) bool {
	w := strings.ToLower(t.Lemma)
	return eventNouns[w] || t.Pos == posNoun && (strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion"))
}

// distance is how far an expression is from dating the event at token.
func distance(doc *nlp.Doc, e *Expr, token int) (int, bool) {
	best, found := 1<<20, false
	if when(doc, e, token) {
		return 1, true
	}
	for _, h := range hosts(doc, e) {
		if d, ok := reach(doc, e, h, token); ok && h.cost+d < best {
			best, found = h.cost+d, true
		}
	}
	return best, found
}

// when tells whether the verb at token is the "when" clause behind e: "three
// weeks ago, when the two lunched".
func when(doc *nlp.Doc, e *Expr, token int) bool {
	for i := e.End; i < min(e.End+2, token); i++ {
		if strings.EqualFold(doc.Word(i), "when") && int(doc.Tokens[i].Head) == token && e.Relation == In {
			return true
		}
	}
	return false
}

// reach is the cost from a host to the event at token.
func reach(doc *nlp.Doc, e *Expr, h host, token int) (int, bool) {
	if h.token == token {
		return 0, true
	}
	t, v := &doc.Tokens[token], &doc.Tokens[h.token]
	if !isVerb(t) {
		return nounReach(doc, h, token)
	}
	if top := mainVerb(doc, token); top != token {
		if top == h.token || sisters(doc, top, h.token) {
			return 2 + abs(chain(doc, top)-chain(doc, h.token)), true
		}
	}
	if !isVerb(v) && v.Lemma != wordDue {
		return 0, false
	}
	switch {
	case int(t.Head) == h.token && t.Dep == depOpen && e.First > token:
		return 2, true // "agreed to meet again on Friday"
	case int(t.Head) == h.token && purpose(doc, token) && !settling[v.Lemma] && !planning[v.Lemma] && !reporting[v.Lemma]:
		return 3, true // "went on Friday to meet him"
	case int(v.Head) == token && (v.Dep == depOpen || v.Dep == "advcl" && v.Tag == "VB" || v.Dep == depPrep) && e.First > h.token:
		return 3, true // "flew to Geneva to meet him on Friday"
	case int(v.Head) == token && v.Dep == "pcomp":
		return 3, true
	case sisters(doc, token, h.token):
		return 2 + abs(chain(doc, token)-chain(doc, h.token)), true
	}
	return 0, false
}

// mainVerb climbs from "sat" in "was to have sat" to the verb that only
// carries its time.
func mainVerb(doc *nlp.Doc, i int) int {
	for range doc.Tokens {
		t := &doc.Tokens[i]
		head := &doc.Tokens[t.Head]
		if t.Dep != depOpen || int(t.Head) == i || !temporal[head.Lemma] {
			break
		}
		i = int(t.Head)
	}
	return i
}

// purpose tells whether the verb at i says what another act was for.
func purpose(doc *nlp.Doc, i int) bool {
	t := &doc.Tokens[i]
	if t.Tag != "VB" || t.Dep != "advcl" && (t.Dep != depOpen || !motion[doc.Tokens[t.Head].Lemma]) {
		return false
	}
	for j := max(0, i-4); j < i; j++ {
		if doc.Tokens[j].Tag == "TO" && int(doc.Tokens[j].Head) == i {
			return true
		}
	}
	return false
}

// sisters tells whether two verbs are joined ("met Putin and signed a deal").
func sisters(doc *nlp.Doc, a, b int) bool { return firstConjunct(doc, a) == firstConjunct(doc, b) }

func firstConjunct(doc *nlp.Doc, i int) int {
	i, _ = conjuncts(doc, i)
	return i
}

func chain(doc *nlp.Doc, i int) int {
	_, n := conjuncts(doc, i)
	return n
}

// conjuncts returns the first of the verbs joined with i and how many of them
// stand before i.
func conjuncts(doc *nlp.Doc, i int) (first, before int) {
	for doc.Tokens[i].Dep == "conj" && int(doc.Tokens[i].Head) != i && before < len(doc.Tokens) {
		i = int(doc.Tokens[i].Head)
		before++
	}
	return i, before
}

// nounReach is the cost from a host to an event noun: from the verb that it
// is the subject or object of, or the clause that describes it.
func nounReach(doc *nlp.Doc, h host, token int) (int, bool) {
	v := &doc.Tokens[h.token]
	if !isVerb(v) && v.Lemma != wordDue {
		return 0, false
	}
	forward := (h.prep == "for" || h.prep == "to" || h.prep == wordUntil) && planning[v.Lemma]
	if settling[v.Lemma] && !forward {
		return 0, false
	}
	top := token
	for range doc.Tokens {
		t := &doc.Tokens[top]
		head := int(t.Head)
		switch {
		case head == top:
			top = -1
		case int(v.Head) == top && (v.Dep == "relcl" || v.Dep == "acl"):
			return 1, true // "a meeting to be held on Friday"
		case head == h.token && (t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == "dobj" || t.Dep == "attr"):
			return 1, true
		case head == h.token && t.Dep == depPrep && inside[strings.ToLower(doc.Word(top))]:
			return 2, true // "met on Friday for talks", "sat down at a dinner"
		case t.Dep == "conj" || t.Dep == "pobj" || t.Dep == "compound" || t.Pos == posPrep || carries(doc, top, h.token):
			top = head
			continue
		default:
			top = -1
		}
		if top < 0 {
			return 0, false
		}
	}
	return 0, false
}

// carries tells whether the verb at i hands its event on to a verb above it:
// "the summit is expected to begin on Friday".
func carries(doc *nlp.Doc, i, above int) bool {
	t := &doc.Tokens[i]
	return isVerb(t) && i != above && t.Dep == depOpen
}
