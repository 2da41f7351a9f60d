package why

import (
	"fmt"
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/graph"
	"entente/internal/terminal"
)

// selection is what one name selects.
type selection struct {
	entities []int
	mentions []int // indexes in Resolution.Mentions, where the name stands
}

// find returns whom a name means: the entity with that id or Wikidata item,
// else everybody whom a mention of just these words refers to, else whose name
// is the same but for case, diacritics and punctuation, else whose name or
// mention holds it as whole words. Where a mention has it, all it refers to
// are meant: "he" can be several.
func (a *asking) find(name string) selection {
	want := graph.Fold(name)
	if s := a.entities("", func(r *graph.Ref) bool { return r.ID == name || r.Wikidata != "" && r.Wikidata == name }); len(s.entities) > 0 || want == "" {
		return s
	}
	if s := a.mentions(func(text string) bool { return graph.Fold(text) == want }); len(s.entities) > 0 {
		return s
	}
	if s := a.entities(want, func(r *graph.Ref) bool { return graph.Fold(r.Name) == want }); len(s.entities) > 0 {
		return s
	}
	if s := a.mentions(func(text string) bool { return holds(text, want) }); len(s.entities) > 0 {
		return s
	}
	return a.entities(want, func(r *graph.Ref) bool { return holds(r.Name, want) })
}

// entities selects by what an entity is called; where it is named stand the
// names that hold the words, or its first mention.
func (a *asking) entities(want string, fits func(*graph.Ref) bool) selection {
	var s selection
	for i := range a.Who.Entities {
		if fits(&a.Who.Entities[i].Ref) {
			s.entities = append(s.entities, i)
			s.mentions = append(s.mentions, a.named(i, want)...)
		}
	}
	return s
}

// named returns the mentions of an entity that hold the words, else its first
// name, else its first mention.
func (a *asking) named(e int, want string) []int {
	var holding, names, all []int
	for i := range a.Who.Mentions {
		m := &a.Who.Mentions[i]
		if !means(m, e) {
			continue
		}
		all = append(all, i)
		if m.Form == actors.Name {
			names = append(names, i)
		}
		if want != "" && holds(a.Doc.Slice(m.First, m.End), want) {
			holding = append(holding, i)
		}
	}
	switch {
	case len(holding) > 0:
		return holding
	case len(names) > 0:
		return names[:1]
	}
	return all[:min(len(all), 1)]
}

// holds tells whether a text has the folded words.
func holds(text, want string) bool { return strings.Contains(" "+graph.Fold(text)+" ", " "+want+" ") }

// mentions selects by the words of a mention.
func (a *asking) mentions(fits func(text string) bool) selection {
	var s selection
	for i := range a.Who.Mentions {
		m := &a.Who.Mentions[i]
		if !fits(a.Doc.Slice(m.First, m.End)) {
			continue
		}
		s.mentions = append(s.mentions, i)
		for _, e := range append([]int{m.Actor, m.Place}, m.Members...) {
			if e >= 0 && !slices.Contains(s.entities, e) {
				s.entities = append(s.entities, e)
			}
		}
	}
	return s
}

// UnknownError is the error for a name that means nobody in the article.
type UnknownError struct {
	Name string
	// There are the names that the article has, sorted.
	There []string
}

// Error lists the names that there are.
func (e *UnknownError) Error() string {
	if len(e.There) == 0 {
		return fmt.Sprintf("nobody and nothing in the article is called %q", e.Name)
	}
	return fmt.Sprintf("nobody and nothing in the article is called %q; there are %s", e.Name, strings.Join(e.There, ", "))
}

func (a *asking) unknown(name string) error {
	e := &UnknownError{Name: name}
	for i := range a.Who.Entities {
		if who := &a.Who.Entities[i]; !who.Generic {
			e.There = append(e.There, terminal.Clean(who.Ref.Name))
		}
	}
	slices.Sort(e.There)
	e.There = slices.Compact(e.There)
	return e
}
