package actors

import (
	"slices"

	"entente/graph"
)

// makeMentions turns the linked names into mentions.
func makeMentions(a *article) {
	for _, n := range a.names {
		if n.person != nil {
			n.actor = a.of(n.person)
		}
		if n.actor < 0 && n.place < 0 {
			continue
		}
		a.mention(Mention{First: n.start(), End: n.end, Head: a.head(n.first, n.end), Form: n.form, Actor: n.actor, Place: n.place, Rule: n.rule})
	}
}

// mention adds a mention unless its head has one already.
func (a *article) mention(m Mention) {
	if a.headAt[m.Head] != 0 {
		return
	}
	if m.Rule == "" {
		m.Rule = a.rule
	}
	a.res.Mentions = append(a.res.Mentions, m)
	a.headAt[m.Head] = int32(len(a.res.Mentions))
}

// at returns the mention that a token heads, or nil.
func (a *article) at(i int) *Mention {
	if i < 0 || i >= len(a.headAt) || a.headAt[i] == 0 {
		return nil
	}
	return &a.res.Mentions[a.headAt[i]-1]
}

// head returns the syntactic head of tokens [first, end): the last one whose
// own head lies outside.
func (a *article) head(first, end int) int {
	for i := end - 1; i >= first; i-- {
		h := int(a.tok(i).Head)
		if (h < first || h >= end || h == i) && a.tok(i).Pos != "PUNCT" {
			return i
		}
	}
	return end - 1
}

// resolution sorts the mentions and fills the references.
func (a *article) resolution() *Resolution {
	r := &a.res
	slices.SortStableFunc(r.Mentions, func(m, n Mention) int {
		if m.First != n.First {
			return m.First - n.First
		}
		return n.End - m.End
	})
	r.heads = make([]int32, len(a.word))
	for i := range r.heads {
		r.heads[i] = -1
	}
	for i, m := range r.Mentions {
		r.heads[m.Head] = int32(i)
	}
	a.aliases()
	return r
}

// aliases collects the surface forms of each entity's names.
func (a *article) aliases() {
	forms := make([][]string, len(a.res.Entities))
	for _, n := range a.names {
		if n.form != Name {
			continue
		}
		for _, e := range []int{n.actor, n.place} {
			if e >= 0 && !slices.Contains(forms[e], n.text(a)) {
				forms[e] = append(forms[e], n.text(a))
			}
		}
	}
	for i := range a.res.Entities {
		e := &a.res.Entities[i]
		list := slices.DeleteFunc(forms[i], func(s string) bool { return s == e.Ref.Name })
		slices.Sort(list)
		if e.Ref.Kind == graph.Person {
			e.Ref.Office = a.office(i)
		}
		e.Ref.Aliases = list
	}
}

// office is the best title that the article gives a person.
func (a *article) office(e int) string {
	for _, o := range a.res.Offices {
		if o.Person == e && !o.Former {
			return o.Title
		}
	}
	for _, o := range a.res.Offices {
		if o.Person == e {
			return o.Title
		}
	}
	return ""
}
