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
		if n := last[m.entity]; n != nil && !t.nested(m, n) {
			t.link(m, n)
		}
		last[m.entity] = m
	}
}

// linkMembers joins the plural phrases that actors takes for the same several:
// "Spain and Italy ... the two countries".
func linkMembers(t *text) {
	if t.who == nil {
		return
	}
	last := map[string]*mention{}
	for _, m := range t.mentions {
		key := t.members(m)
		if key == "" {
			continue
		}
		if n := last[key]; n != nil && !t.nested(m, n) {
			t.link(m, n)
		}
		last[key] = m
	}
}

// members names the several entities that a plural phrase stands for, "" for
// others.
func (t *text) members(m *mention) string {
	var list []int
	switch {
	case m.Form == Pronoun:
		return ""
	case m.joined:
		for i := m.Head; i >= 0; i = t.child(i, "conj") {
			if t.entity[i] < 0 {
				return ""
			}
			list = append(list, t.entity[i])
		}
	case t.heads[m.Head] == m:
		if w := t.who.At(m.Head); w != nil {
			list = append(list, w.Members...)
		}
	}
	if len(list) < 2 {
		return ""
	}
	slices.Sort(list)
	return fmt.Sprint(list)
}

// nested tells that one of two mentions stands inside the other.
func (t *text) nested(m, n *mention) bool {
	return m.First < n.End && n.First < m.End
}

// linkNames joins names of the same words.
func linkNames(t *text) {
	last := map[string]*mention{}
	for _, m := range t.mentions {
		if m.Form != Name || m.key == "" {
			continue
		}
		n := last[m.key]
		if n != nil && !t.nested(m, n) && (m.entity < 0 || n.entity < 0 || m.entity == n.entity) {
			t.link(m, n)
		}
		if n == nil || !t.nested(m, n) {
			last[m.key] = m
		}
	}
	t.surnames()
}

// linkShort joins a body's first word with its full name: "Halden" with "Halden
// Lines", where nothing else begins so.
func linkShort(t *text) {
	full := map[string]*mention{}
	for _, m := range t.mentions {
		first, _, long := strings.Cut(m.key, " ")
		if m.Form != Name || !long || m.kind != body && m.kind != thing && m.kind != unknown {
			continue
		}
		if n, ok := full[first]; !ok {
			full[first] = m
		} else if n != nil && n.chain != m.chain {
			full[first] = nil
		}
	}
	for _, m := range t.mentions {
		n := full[m.key]
		if m.Form != Name || n == nil || n.chain == m.chain || m.chain.mentions[0] != m || m.index < n.index || m.kind != body && m.kind != unknown || n.kind != body && n.kind != unknown || t.nested(m, n) {
			continue
		}
		t.link(m, n)
	}
}

// surnames joins a person's last name, or the first where one person has it,
// with the full name.
func (t *text) surnames() {
	full, given := map[string]*mention{}, map[string]*mention{}
	for _, m := range t.mentions {
		first, rest, long := strings.Cut(m.key, " ")
		if m.Form != Name || m.kind != person || !long {
			continue
		}
		if n, ok := given[first]; !ok {
			given[first] = m
		} else if n != nil && n.chain != m.chain {
			given[first] = nil
		}
		for long {
			if n := full[rest]; n == nil {
				full[rest] = m
			} else if n.chain != m.chain {
				full[rest] = nil
				break
			}
			_, rest, long = strings.Cut(rest, " ")
		}
	}
	for _, m := range t.mentions {
		if m.Form != Name || m.kind != person && m.kind != unknown {
			continue
		}
		n := full[m.key]
		if n == nil && m.kind == person {
			n = given[m.key]
		}
		if n == nil || n.chain == m.chain || t.nested(m, n) || m.chain.entity >= 0 && n.chain.entity >= 0 || n.gender != "" && m.gender != "" && n.gender != m.gender {
			continue
		}
		if n.index < m.index {
			t.link(m, n)
		} else {
			t.link(n, m)
		}
	}
}

// linkAcronyms joins a name in capitals with the name of which it has the
// initials.
func linkAcronyms(t *text) {
	long := map[string]*mention{}
	short := map[string]*mention{}
	for _, m := range t.mentions {
		if m.Form != Name || m.key == "" {
			continue
		}
		if !strings.Contains(m.key, " ") {
			if w := strings.ReplaceAll(t.word[m.Head], ".", ""); len(w) > 1 && w == strings.ToUpper(w) {
				if n := long[lower(w)]; n != nil {
					t.link(m, n)
				} else if short[lower(w)] == nil {
					short[lower(w)] = m
				}
			}
			continue
		}
		for _, a := range initials(m.key) {
			if long[a] == nil {
				long[a] = m
			}
			if n := short[a]; n != nil {
				t.link(m, n)
			}
		}
	}
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
