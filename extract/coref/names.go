package coref

import (
	"fmt"
	"slices"
	"strings"
)

// linkEntities joins the names that actors takes for one entity.
func linkEntities(t *text) {
	last := map[int]*mention{}
	for _, m := range t.mentions {
		if m.Form != Name || m.entity < 0 || m.kind == time {
			continue
		}
		if n := last[m.entity]; n != nil && !nested(m, n) {
			t.link(m, n)
		}
		last[m.entity] = m
	}
}

// linkNames joins names of the same words.
func linkNames(t *text) {
	last := map[string]*mention{}
	for _, m := range t.mentions {
		if m.Form != Name || m.key == "" || m.number == many && t.label(m.Head) == "NORP" {
			continue // peoples and creeds are spoken of in general
		}
		n := last[m.key]
		if n != nil && nested(m, n) {
			continue
		}
		if n != nil && (m.entity < 0 || n.entity < 0 || m.entity == n.entity) {
			t.link(m, n)
		}
		last[m.key] = m
	}
}

// index keeps the one chain for a word; a second one makes the word useless.
type index map[string]*mention

func (x index) put(word string, m *mention) {
	if n, ok := x[word]; !ok {
		x[word] = m
	} else if n != nil && n.chain != m.chain {
		x[word] = nil
	}
}

// linkPeople joins a person's last names, or the first name where one person
// has it, with the full name.
func linkPeople(t *text) {
	full, given := index{}, index{}
	for _, m := range t.mentions {
		first, rest, long := strings.Cut(m.key, " ")
		if m.Form != Name || m.kind != person || !long {
			continue
		}
		given.put(first, m)
		for long {
			full.put(rest, m)
			_, rest, long = strings.Cut(rest, " ")
		}
	}
	for _, m := range t.mentions {
		if m.Form != Name || m.kind == time || m.kind != person && t.recorded(m) {
			continue
		}
		n := full[m.key]
		if n == nil && m.kind == person {
			n = given[m.key]
		}
		if n != nil && samePerson(m, n) {
			t.join(m, n)
		}
	}
}

// samePerson tells that nothing speaks against two names being one person's.
func samePerson(m, n *mention) bool {
	if nested(m, n) || m.chain.entity >= 0 && n.chain.entity >= 0 {
		return false
	}
	return n.gender == "" || m.gender == "" || n.gender == m.gender
}

// join links two mentions in whichever order they stand.
func (t *text) join(m, n *mention) {
	if n.index > m.index {
		m, n = n, m
	}
	t.link(m, n)
}

// linkShort joins a body's first word with its full name before it: "Halden"
// with "Halden Lines", where nothing else begins so.
func linkShort(t *text) {
	bodies := index{}
	for _, m := range t.mentions {
		if first, _, long := strings.Cut(m.key, " "); m.Form == Name && long && (m.kind == body || m.kind == unknown) {
			bodies.put(first, m)
		}
	}
	for _, m := range t.mentions {
		n := bodies[m.key]
		if n == nil || m.Form != Name || m.chain.mentions[0] != m || m.kind == time || m.gender != "" || m.index < n.index || nested(m, n) || t.recorded(m) {
			continue
		}
		t.link(m, n)
	}
}

// recorded tells that the knowledge base has what a mention names.
func (t *text) recorded(m *mention) bool {
	return m.entity >= 0 && t.who.Entities[m.entity].Entry != nil
}

// linkAcronyms joins a name in capitals with the name of which it has the
// initials.
func linkAcronyms(t *text) {
	long, short := map[string]*mention{}, map[string]*mention{}
	for _, m := range t.mentions {
		if m.Form != Name || m.key == "" {
			continue
		}
		mine, other, forms := short, long, []string{lower(acronym(t.word[m.Head]))}
		if strings.Contains(m.key, " ") {
			mine, other, forms = long, short, initials(m.key)
		}
		for _, a := range forms {
			if a == "" {
				continue
			}
			if n := other[a]; n != nil {
				t.link(m, n)
			}
			if mine[a] == nil {
				mine[a] = m
			}
		}
	}
}

// acronym is a word in capitals without full stops, "" for other words.
func acronym(w string) string {
	w = strings.ReplaceAll(w, ".", "")
	if len(w) < 2 || w != strings.ToUpper(w) {
		return ""
	}
	return w
}

// initials are the first letters of the words of a name, with and without
// those of the small words.
func initials(key string) []string {
	var all, large strings.Builder
	for w := range strings.FieldsSeq(key) {
		all.WriteByte(w[0])
		switch w {
		case "of", "the", "and", "for", "in", "on":
		default:
			large.WriteByte(w[0])
		}
	}
	if all.String() == large.String() {
		return []string{all.String()}
	}
	return []string{all.String(), large.String()}
}

// linkMembers joins the plural phrases that actors takes for the same several:
// "Spain and Italy ... the two countries".
func linkMembers(t *text) {
	if t.who == nil {
		return
	}
	last := map[string]*mention{}
	for _, m := range t.mentions {
		list := t.members(m)
		if len(list) < 2 {
			continue
		}
		slices.Sort(list)
		key := fmt.Sprint(list)
		if n := last[key]; n != nil && !nested(m, n) {
			t.link(m, n)
		}
		last[key] = m
	}
}

// members are the entities that a plural phrase stands for, nil where one of
// them is not known.
func (t *text) members(m *mention) []int {
	var list []int
	switch {
	case m.joined:
		for i := m.Head; i >= 0; i = t.child(i, "conj") {
			if t.entity[i] < 0 {
				return nil
			}
			list = append(list, t.entity[i])
		}
	case m.Form != Pronoun && t.heads[m.Head] == m:
		if w := t.who.At(m.Head); w != nil {
			list = append(list, w.Members...)
		}
	}
	return list
}
