package actors

import (
	"cmp"
	"slices"
	"strings"

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

// forget takes a mention back.
func (a *article) forget(m *Mention) {
	a.headAt[m.Head] = 0
	m.Head = -1
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

// resolution sorts the mentions, fills the references and drops what nothing
// refers to.
func (a *article) resolution() *Resolution {
	r := &a.res
	r.Mentions = slices.DeleteFunc(r.Mentions, func(m Mention) bool { return m.Head < 0 })
	slices.SortStableFunc(r.Mentions, func(m, n Mention) int {
		return cmp.Or(cmp.Compare(m.First, n.First), cmp.Compare(n.End, m.End))
	})
	a.references()
	a.compact()
	r.heads = make([]int32, len(a.word))
	for i := range r.heads {
		r.heads[i] = -1
	}
	for i := len(r.Mentions) - 1; i >= 0; i-- {
		r.heads[r.Mentions[i].Head] = int32(i)
	}
	a.extraHeads()
	return r
}

// extraHeads lets tokens of a name that the tree ties elsewhere than its head
// lead to the same mention: trees break long names apart.
func (a *article) extraHeads() {
	r := &a.res
	for i, m := range r.Mentions {
		if m.Form != Name {
			continue
		}
		n := a.own[m.Head]
		if n == nil {
			continue
		}
		for t := n.first; t < n.end; t++ {
			if h := int(a.tok(t).Head); (h < n.first || h >= n.end) && r.heads[t] < 0 {
				r.heads[t] = int32(i)
			}
		}
	}
}

// references fills name, office, gender and aliases of the entities.
func (a *article) references() {
	forms := a.surfaces()
	for i := range a.res.Entities {
		e := &a.res.Entities[i]
		if p := a.personOf[i]; p != nil {
			e.Ref.Name = a.fullest(p)
			e.Ref.Office = a.office(i)
			e.Gender = a.genderOf(p)
			if c := a.countryOf(p); e.Ref.Country == "" && c >= 0 {
				e.Ref.Country = a.res.Entities[c].Ref.Country
			}
		}
		if e.Ref.Kind == graph.Organization && e.Entry != nil {
			e.Ref.Name = bodyName(e.Ref.Name, forms[i])
		}
		list := slices.DeleteFunc(forms[i], func(s string) bool { return s == a.res.Entities[i].Ref.Name })
		slices.Sort(list)
		a.res.Entities[i].Ref.Aliases = slices.Compact(list)
	}
}

// bodyName is the name of an organization for the reader: the knowledge base's,
// or the article's longest where that is another wording; a short form with a
// figure ("G20") is the usual name.
func bodyName(known string, forms []string) string {
	best := ""
	have := " " + graph.Fold(known) + " "
	for _, s := range forms {
		f := graph.Fold(s)
		if strings.Contains(have, " "+f+" ") {
			return known
		}
		if (strings.Contains(f, " ") || strings.ContainsAny(s, "0123456789")) && (len(s) > len(best) || len(s) == len(best) && s < best) {
			best = s
		}
	}
	if best == "" {
		return known
	}
	return best
}

// fullest is the name of a person for the reader: the knowledge base's, or the
// article's where it spells the full name in other letters.
func (a *article) fullest(p *person) string {
	if p.entry == nil {
		return p.name
	}
	best := ""
	known := graph.Fold(p.entry.Name)
	for _, n := range p.names {
		if s := n.text(a); len(n.words) > 1 && !a.onlyInitials(n) && a.line[n.first] == running {
			if graph.Fold(s) == known {
				return p.entry.Name
			}
			if len(s) > len(best) {
				best = s
			}
		}
	}
	if best == "" {
		return a.plainLetters(p)
	}
	return best
}

// plainLetters is the recorded name of a person, its letters that English lacks
// replaced where the article does not use them.
func (a *article) plainLetters(p *person) string {
	s := p.entry.Name
	plain := letters.Replace(s)
	if plain == s {
		return s
	}
	for _, n := range p.names {
		if t := n.text(a); letters.Replace(t) != t {
			return s
		}
	}
	return plain
}

// letters are the Latin letters that no mark makes of an English one.
var letters = strings.NewReplacer(
	"ı", "i", "đ", "d", "Đ", "D", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "ð", "d", "þ", "th", "Þ", "Th", "ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe",
)

// surfaces collects the forms in which names stand for each entity. A surname
// that several people of the article bear keeps its title.
func (a *article) surfaces() [][]string {
	forms := make([][]string, len(a.res.Entities))
	bearers := map[string]*person{}
	shared := map[string]bool{}
	for _, n := range a.names {
		if n.person == nil {
			continue
		}
		if p := bearers[n.key]; p != nil && p != n.person {
			shared[n.key] = true
		}
		bearers[n.key] = n.person
	}
	for _, n := range a.names {
		if n.form != Name || n.label == other {
			continue
		}
		s := n.text(a)
		if shared[n.key] && len(n.titles) > 0 {
			s = a.doc.Slice(n.start(), n.end)
		}
		s = strings.Join(strings.Fields(s), " ")
		for _, e := range []int{n.actor, n.place} {
			if e >= 0 {
				forms[e] = append(forms[e], s)
			}
		}
	}
	return forms
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

// compact drops the entities to which neither a mention nor an office refers
// and renumbers the others.
func (a *article) compact() {
	r := &a.res
	used := make([]bool, len(r.Entities))
	mark := func(i int) {
		if i >= 0 {
			used[i] = true
		}
	}
	for _, m := range r.Mentions {
		mark(m.Actor)
		mark(m.Place)
		for _, i := range m.Members {
			mark(i)
		}
	}
	for _, o := range r.Offices {
		mark(o.Person)
		mark(o.Body)
	}
	index := make([]int, len(r.Entities))
	kept := r.Entities[:0]
	for i, e := range r.Entities {
		index[i] = len(kept)
		if used[i] {
			kept = append(kept, e)
		}
	}
	r.Entities = kept
	move := func(i int) int {
		if i < 0 {
			return -1
		}
		return index[i]
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Actor, m.Place = move(m.Actor), move(m.Place)
		members := make([]int, 0, len(m.Members))
		for _, j := range m.Members {
			members = append(members, move(j))
		}
		m.Members = members
	}
	for i := range r.Offices {
		r.Offices[i].Person, r.Offices[i].Body = move(r.Offices[i].Person), move(r.Offices[i].Body)
	}
}
