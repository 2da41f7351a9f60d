package actors

import "entente/graph"

// window is the number of sentences before its own in which a pronoun looks
// for what it stands for.
const window = 3

// horizon is the number of tokens before its own within which a description that
// may mean somebody named long ago looks for him.
const horizon = 4000

// backwards calls f with the mentions whose heads stand before token t, the
// nearest first, up to a number of sentences back, until f returns false.
func (a *article) backwards(t, sentences int, f func(m *Mention) bool) {
	first := max(int(a.sent[t])-sentences, 0)
	for i := t - 1; i >= a.sents[first].First; i-- {
		if m := a.at(i); m != nil && !f(m) {
			return
		}
	}
}

// actor returns the entity that acts in a mention, nil where there is none.
func (a *article) actor(m *Mention) *Entity {
	if m == nil || m.Actor < 0 {
		return nil
	}
	return &a.res.Entities[m.Actor]
}

// kindOf is the kind of the entity that acts in a mention, "" for none.
func (a *article) kindOf(m *Mention) graph.Kind {
	if e := a.actor(m); e != nil {
		return e.Ref.Kind
	}
	return ""
}

// plural tells whether a mention stands for several.
func (a *article) plural(m *Mention) bool {
	if len(m.Members) > 1 {
		return true
	}
	if m.Form == Name && m.Actor >= 0 && a.res.Entities[m.Actor].Ref.Kind == graph.Person {
		return false
	}
	t := a.tok(m.Head)
	return t.Tag == tagNouns || t.Tag == tagNames || t.Tag == tagPronoun && (a.low[m.Head] == "they" || a.low[m.Head] == "them")
}

// gender of who acts in a mention, "" for unknown.
func (a *article) gender(m *Mention) string {
	if m.Actor < 0 {
		return ""
	}
	if p := a.personOf[m.Actor]; p != nil {
		return a.genderOf(p)
	}
	return a.res.Entities[m.Actor].Gender
}
