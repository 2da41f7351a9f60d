package actors

import (
	"cmp"
	"slices"
)

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
	for i, m := range slices.Backward(r.Mentions) {
		r.heads[m.Head] = int32(i)
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
