package graph

import "strings"

// interner gives equal texts one memory. What a graph says of one actor it says
// hundreds of times, with the same id, name and aliases each time.
type interner struct {
	texts map[string]string
	lists map[string][]string
}

func newInterner() *interner {
	return &interner{texts: map[string]string{}, lists: map[string][]string{}}
}

// longest is how many bytes a text can have that is likely to come again.
const longest = 120

func (n *interner) text(s *string) {
	if len(*s) == 0 || len(*s) > longest {
		return
	}
	if old, ok := n.texts[*s]; ok {
		*s = old
		return
	}
	n.texts[*s] = *s
}

func (n *interner) list(list *[]string) {
	if len(*list) == 0 {
		return
	}
	key := strings.Join(*list, "\x00")
	if old, ok := n.lists[key]; ok && len(old) == len(*list) {
		*list = old
		return
	}
	for i := range *list {
		n.text(&(*list)[i])
	}
	n.lists[key] = *list
}

func intern[T ~string](n *interner, s *T) {
	t := string(*s)
	n.text(&t)
	*s = T(t)
}

func (n *interner) ref(r *Ref) {
	if r == nil {
		return
	}
	for _, s := range []*string{&r.ID, &r.Name, &r.Text, &r.Type, &r.Country, &r.Wikidata, &r.Office} {
		n.text(s)
	}
	intern(n, &r.Kind)
	n.list(&r.Aliases)
}

// element interns the texts of an element of a graph that come again.
func (n *interner) element(v any) {
	switch v := v.(type) {
	case *Article:
		for _, s := range []*string{&v.ID, &v.Outlet} {
			n.text(s)
		}
		intern(n, &v.Published)
	case *Node:
		for _, s := range []*string{&v.ID, &v.Name, &v.Type, &v.Country, &v.Wikidata, &v.Place} {
			n.text(s)
		}
		intern(n, &v.Kind)
		intern(n, &v.Status)
		intern(n, &v.Date)
		n.list(&v.Aliases)
		n.list(&v.Offices)
	case *Edge:
		for _, s := range []*string{&v.Source, &v.Target, &v.Place, &v.Meeting, &v.Plover} {
			n.text(s)
		}
		for i := range v.Statements {
			n.text(&v.Statements[i])
		}
		intern(n, &v.Relation)
		intern(n, &v.Status)
		intern(n, &v.Date)
	case *Statement:
		for _, s := range []*string{&v.ID, &v.Article, &v.Rule, &v.Plover, &v.Meeting} {
			n.text(s)
		}
		intern(n, &v.Relation)
		intern(n, &v.Status)
		intern(n, &v.Date)
		for _, r := range []*Ref{&v.Source, &v.Target, v.Place, v.Speaker} {
			n.ref(r)
		}
	}
}
