package actors

import (
	"slices"
	"strings"

	"entente/extract/actors/kb"
)

// recall is how many sentences back a short title looks for its bearer.
const recall = 30

// shortTitle returns the person whom a title cut short means: "the general"
// after "General X", "the secretary" after "Secretary of State X", "the envoy"
// after "X, the special envoy". Of several the one named last; nil for none.
func (a *article) shortTitle(r *role) *person {
	if r.det != wordThe || r.body >= 0 || r.owner != nil || r.ownerHead >= 0 || r.former || r.plural || strings.Contains(r.phrase, " ") {
		return nil
	}
	var found *person
	a.backwards(r.start, recall, func(m *Mention) bool {
		if m.Form != Name || m.Actor < 0 {
			return true
		}
		if p := a.personOf[m.Actor]; p != nil && a.entitled(p, r) {
			found = p
		}
		return found == nil
	})
	return found
}

// entitled tells that the article gives a person a title, before a role, of
// which the role is the first or the last word.
func (a *article) entitled(p *person, r *role) bool {
	short := func(long string) bool { return a.shortened(r, long) }
	for _, n := range p.names {
		if n.first > r.first {
			continue
		}
		if k := len(n.words) - 1; k > 1 && slices.Contains(n.words[:k], r.phrase) {
			return true // "Senior General X" is one name
		}
		if slices.ContainsFunc(n.titles, func(t title) bool { return short(t.phrase) || a.lex.In(r.phrase, t.phrase) }) {
			return true
		}
	}
	return slices.ContainsFunc(p.claims, func(q *role) bool {
		return q.head < r.head && !q.former && (short(q.phrase) || q.phrase == r.phrase && q.title < q.first && a.lesser(q))
	})
}

// lesser tells that a role is one that several hold at a time, who are told apart by
// what stands before it: "personal envoy".
func (a *article) lesser(r *role) bool {
	switch r.lex.Name {
	case kb.Envoy, kb.Ambassador, kb.Spokesperson, kb.Deputy, kb.Minister:
		return true
	}
	return false
}

// shortened tells that a role can be a longer title cut short.
func (a *article) shortened(r *role, long string) bool {
	if full := a.lex.Full(long); full != "" {
		long = full
	}
	if w, _, _ := strings.Cut(long, " "); a.lex.In("roleprefix", w) {
		return false // a vice president is not the president
	}
	return long == r.phrase && r.lex.Private || strings.HasPrefix(long, r.phrase+" ") || strings.HasSuffix(long, " "+r.phrase)
}
