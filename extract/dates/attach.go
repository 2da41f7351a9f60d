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
	if best == nil && doc.Tokens[token].Pos == posNoun {
		best = spare(doc, exprs, token, end)
	}
	return best, best != nil
}

// spare returns the expression that the parser gave to a verb which has a date
// of its own, another one, when it stands behind the event noun at token with
// no other verb between: "ended weeks of rumours on Friday with the place of
// the summit, on Feb. 27".
func spare(doc *nlp.Doc, exprs []Expr, token, end int) *Expr {
	var own *Expr
	for i := range exprs {
		e := &exprs[i]
		if e.First >= end || e.dateline {
			continue
		}
		if e.First < token {
			own = e
			continue
		}
		if own == nil || own.Date.Overlaps(e.Date) || verbBetween(doc, token, e.First) {
			return nil
		}
		a, b := hosts(doc, own), hosts(doc, e)
		if len(a) == 1 && len(b) == 1 && a[0].token == b[0].token && a[0].token < own.First {
			return e
		}
		return nil
	}
	return nil
}

func verbBetween(doc *nlp.Doc, first, end int) bool {
	for i := first + 1; i < end; i++ {
		if isVerb(&doc.Tokens[i]) {
			return true
		}
	}
	return false
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
	return t.Dep == "pobj" || t.Dep == depObject && light[doc.Tokens[t.Head].Lemma]
}

func eventNoun(t *nlp.Token) bool {
	w := strings.ToLower(t.Lemma)
	return eventNouns[w] || t.Pos == posNoun && (strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion"))
}
