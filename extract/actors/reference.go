package actors

import (
	"slices"
	"strings"

	"entente/graph"
)

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
		if s := n.text(a); len(n.words) > 1 && !a.bare(n) && !a.onlyInitials(n) && a.line[n.first] == running {
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
