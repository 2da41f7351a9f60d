package actors

import (
	"entente/extract/actors/kb"
	"entente/graph"
)

// entry returns the entity of a record of the knowledge base.
func (a *article) entry(e *kb.Entry) int {
	return a.entity0(e.ID, func() Entity {
		return Entity{
			Ref:    graph.Ref{ID: e.ID, Kind: graph.Kind(e.Kind), Name: e.Name, Type: typeOf(e), Country: e.Country, Wikidata: e.Wikidata},
			Gender: e.Gender, Entry: e,
		}
	})
}

// typeOf is the type of a record where it refines what a graph shows.
func typeOf(e *kb.Entry) string {
	if e.Kind == kb.Organization || e.Kind == kb.Place {
		return e.Type
	}
	return ""
}

// country returns the entity of a country, or of the state that stood in its
// place at the article's date.
func (a *article) country(e *kb.Entry) int { return a.entry(a.stateAt(e)) }

// stateAt returns the state that stood in a country's place at the article's date.
func (a *article) stateAt(e *kb.Entry) *kb.Entry {
	if a.date == "" {
		return e
	}
	if s := a.lex.Predecessor(e.Country); s != "" {
		if f := a.kb.Country(s); f != nil && f.To != "" && a.date < f.To && a.date > f.From {
			return f
		}
	}
	return e
}

// local returns the entity of a thing that has only a name.
func (a *article) local(kind graph.Kind, name string) int {
	return a.entity0(graph.LocalID(kind, name), func() Entity {
		return Entity{Ref: graph.Ref{ID: graph.LocalID(kind, name), Kind: kind, Name: name}}
	})
}

// entity0 returns the entity with an id, made where there is none yet.
func (a *article) entity0(id string, made func() Entity) int {
	if i, ok := a.byKey[id]; ok {
		return i
	}
	i := len(a.res.Entities)
	a.byKey[id] = i
	a.res.Entities = append(a.res.Entities, made())
	return i
}

// of returns the entity of a person.
func (a *article) of(p *person) int {
	if p.entity >= 0 {
		return p.entity
	}
	if p.entry != nil {
		p.entity = a.entry(p.entry)
		a.personOf[p.entity] = p
		return p.entity
	}
	p.entity = a.local(graph.Person, p.name)
	a.personOf[p.entity] = p
	e := &a.res.Entities[p.entity]
	e.Gender = a.genderOf(p)
	e.Ref.Country = p.country
	return p.entity
}
