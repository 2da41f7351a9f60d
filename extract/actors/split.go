package actors

import (
	"slices"
	"strings"
)

// splitNames parts what the recogniser took for one name where it is a place
// and a person of the article: "On Saturday in Seoul Biegun briefed". A name
// that is no two stays one.
func splitNames(a *article) {
	for _, n := range a.names {
		if n.tail <= 0 || n.person != nil {
			continue
		}
		if words := a.wordsOf(n.tail, n.end); a.namesPerson(n, words) {
			a.names = append(a.names, a.splitName(n, words))
		}
	}
	a.sortNames()
	for _, n := range a.names {
		if n.tail > 0 {
			n.tail = 0
			a.fullName(n)
		}
	}
}

// namesPerson tells that the words behind a place name a person elsewhere.
func (a *article) namesPerson(n *name, words []string) bool {
	for _, p := range a.similar(words) {
		if a.answers(p, words) {
			return true
		}
	}
	key := strings.Join(words, " ")
	for _, m := range a.names {
		if m != n && m.key == key && (m.label == personal || a.famous(m)) {
			return true
		}
	}
	return false
}

// splitName cuts the place off a name and returns the person's name behind it.
func (a *article) splitName(n *name, words []string) *name {
	m := *n
	m.first, m.tail, m.words, m.key, m.label = n.tail, 0, words, strings.Join(words, " "), personal
	n.end, n.hits, n.label, n.tail = n.tail, a.hit[n.first].hits, labelOfKind(a.hit[n.first].hits), 0
	n.words = a.wordsOf(n.first, n.end)
	n.key = strings.Join(n.words, " ")
	for i := m.first; i < m.end; i++ {
		a.own[i] = &m
	}
	return &m
}

// sortNames puts the names in the order of the text.
func (a *article) sortNames() {
	slices.SortStableFunc(a.names, func(m, n *name) int { return m.first - n.first })
}
