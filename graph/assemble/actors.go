package assemble

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"entente/graph"
	"entente/graph/assemble/internal/names"
	"entente/graph/assemble/internal/unite"
)

// actor is what the references with one id tell together.
type actor struct {
	id                                                    string
	kinds, names, aliases, types, countries, items, roles counts
	merged                                                []string // ids of those who are the same
	fact
	// told are the first few different references, each with how often it was
	// met, while they are read: most references to an actor are the same.
	told []told
	// parsed is the actor as a person, where that has been worked out.
	parsed *person
}

type told struct {
	ref   *graph.Ref
	times int
}

// differing is how many different references to an actor are kept apart.
const differing = 8

// fact is what an actor is, worked out once all references are read.
type fact struct {
	kind    graph.Kind
	country string
	typ     string
	level   int    // of a place
	party   string // who it acts for: its country, or itself
}

// entities knows every person, country, organization and place of the input.
type entities struct {
	byID map[string]*actor
	// same leads from an id to the one it was merged into.
	same map[string]string
	// number gives the ids of actors and parties numbers, quicker to compare.
	number map[string]int32
}

func newEntities(in *input) *entities {
	e, _ := entitiesFrom(nil, in.statements)
	return e
}

// actorsOf returns the actors of statements, without telling who is one. It is
// for entitiesFrom, which leaves them as they are.
func actorsOf(statements []*graph.Statement) map[string]*actor {
	e := &entities{byID: map[string]*actor{}}
	for _, s := range statements {
		refs(s, func(r *graph.Ref) {
			if !r.Kind.Event() {
				e.add(r)
			}
		})
	}
	e.settle(e.byID)
	for _, a := range e.byID {
		if a.kind == graph.Person {
			p := newPerson(a)
			a.parsed = &p
		}
	}
	return e.byID
}

// entitiesFrom returns the entities of statements, added to actors that others
// tell of, and the ids of the actors of whom the statements tell.
func entitiesFrom(others map[string]*actor, statements []*graph.Statement) (*entities, map[string]*actor) {
	e := &entities{byID: maps.Clone(others), same: map[string]string{}, number: map[string]int32{}}
	if e.byID == nil {
		e.byID = map[string]*actor{}
	}
	own := map[string]*actor{}
	for _, s := range statements {
		refs(s, func(r *graph.Ref) {
			if r.Kind.Event() {
				return
			}
			if a := others[r.ID]; a != nil && own[r.ID] == nil {
				e.byID[r.ID] = a.clone()
			}
			e.add(r)
			own[r.ID] = e.byID[r.ID]
		})
	}
	e.settle(own)
	e.mergePeople()
	return e, own
}

// settle works out what actors are of whom something new was told.
func (e *entities) settle(actors map[string]*actor) {
	for _, a := range actors {
		if a.told == nil {
			continue
		}
		for _, t := range a.told {
			a.count(t.ref, t.times)
		}
		a.told = nil
		a.fact = a.facts()
	}
}

// clone returns a copy that can be changed.
func (a *actor) clone() *actor {
	b := *a
	for _, c := range []*counts{&b.kinds, &b.names, &b.aliases, &b.types, &b.countries, &b.items, &b.roles} {
		*c = maps.Clone(*c)
	}
	b.merged, b.parsed = slices.Clone(a.merged), nil
	return &b
}

func (e *entities) add(r *graph.Ref) {
	a := e.byID[r.ID]
	if a == nil {
		a = &actor{id: r.ID, kinds: counts{}, names: counts{}, aliases: counts{}, types: counts{}, countries: counts{}, items: counts{}, roles: counts{}}
		e.byID[r.ID] = a
	}
	for i := range a.told {
		if a.told[i].ref.Same(r) {
			a.told[i].times++
			return
		}
	}
	if len(a.told) == differing {
		a.count(r, 1)
		return
	}
	a.told = append(a.told, told{r, 1})
}

// count counts what a reference tells, as often as it was met.
func (a *actor) count(r *graph.Ref, times int) {
	a.kinds.addTimes(string(r.Kind), times)
	a.names.addTimes(r.Name, times)
	a.types.addTimes(r.Type, times)
	a.countries.addTimes(r.Country, times)
	a.items.addTimes(r.Wikidata, times)
	a.roles.addTimes(strings.TrimSpace(r.Office), times)
	for _, n := range r.Aliases {
		a.aliases.addTimes(n, times)
	}
}

// canonical returns the id of the node that an entity's id became.
func (e *entities) canonical(id string) string {
	if to, ok := e.same[id]; ok {
		return to
	}
	return id
}

// get returns the actor that an id became, or nil.
func (e *entities) get(id string) *actor { return e.byID[e.canonical(id)] }

// facts settles what the references say, by how many say it.
func (a *actor) facts() fact {
	f := fact{kind: graph.Kind(a.kinds.best(a.kinds.most)), country: a.countries.best(a.countries.most), typ: a.types.best(a.types.most)}
	f.level = level(f.kind, f.typ)
	switch f.kind {
	case graph.Country:
		f.party = strings.TrimPrefix(a.id, "iso:")
	case graph.Organization:
		f.party = a.id
	default:
		f.party = f.country
	}
	return f
}

// known tells that the id comes from a knowledge base and not from a name.
func (a *actor) known() bool {
	return !strings.HasPrefix(a.id, "person:") && !strings.HasPrefix(a.id, "org:") && !strings.HasPrefix(a.id, "place:")
}

// name returns the usual name of a known actor and the fullest one of another.
func (a *actor) name() string {
	if a.known() {
		return a.names.best(a.names.most)
	}
	return a.names.best(func(x, y string) int {
		return cmp.Or(cmp.Compare(fullness(y), fullness(x)), a.names.most(x, y))
	})
}

// fullness counts the words of a name that are no initials.
func fullness(name string) int {
	n := 0
	for w := range strings.FieldsSeq(name) {
		if len(strings.Trim(w, ".")) > 1 {
			n++
		}
	}
	return n
}

// node makes the node of an actor.
func (a *actor) node() graph.Node {
	n := graph.Node{ID: a.id, Kind: a.kind, Name: a.name(), Type: a.typ, Country: a.country, Wikidata: a.items.best(a.items.most), Merged: a.merged}
	all := counts{}
	for name := range a.names {
		all.add(name)
	}
	for name := range a.aliases {
		all.add(name)
	}
	delete(all, n.Name)
	if len(all) > 0 {
		n.Aliases = all.sorted()
	}
	if len(a.roles) > 0 {
		n.Offices = a.roles.sorted()
	}
	return n
}

func (a *actor) absorb(b *actor) {
	for _, p := range [][2]counts{{a.kinds, b.kinds}, {a.names, b.names}, {a.aliases, b.aliases}, {a.types, b.types}, {a.countries, b.countries}, {a.items, b.items}, {a.roles, b.roles}} {
		for s, n := range p[1] {
			p[0][s] += n
		}
	}
}

// mergePeople merges people who have no entry in a knowledge base with the
// same person under another spelling or with initials, where country or office
// says so too, nothing contradicts it, and no third person could be meant.
func (e *entities) mergePeople() {
	people := e.people()
	graphs := newVariants(people)
	set := unite.New(len(people))
	for i, others := range graphs {
		for _, j := range others {
			if i < j && unambiguous(graphs, i, j) {
				set.Union(i, j)
			}
		}
	}
	for _, group := range set.Groups() {
		if len(group) < 2 {
			continue
		}
		keep := people[slices.MinFunc(group, func(i, j int) int { return people[i].a.rank(people[j].a) })].a.clone()
		e.byID[keep.id] = keep
		for _, i := range group {
			if a := people[i].a; a.id != keep.id {
				keep.absorb(a)
				keep.merged = append(keep.merged, a.id)
				e.same[a.id] = keep.id
				delete(e.byID, a.id)
			}
		}
		slices.Sort(keep.merged)
		keep.fact = keep.facts()
	}
}

// rank orders the ids of one person: a known one, the fullest name, the most
// frequent.
func (a *actor) rank(b *actor) int {
	known := func(x *actor) int {
		if x.known() {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(known(a), known(b)), cmp.Compare(fullness(b.name()), fullness(a.name())),
		cmp.Compare(a.names[a.name()]*-1, b.names[b.name()]*-1), strings.Compare(a.id, b.id))
}

type person struct {
	a     *actor
	names []names.Name
	roles []string // folded
}

// people returns the people of the input, sorted by id.
func (e *entities) people() []person {
	var out []person
	for _, a := range e.byID {
		if a.kind != graph.Person {
			continue
		}
		if a.parsed != nil {
			out = append(out, *a.parsed)
		} else {
			out = append(out, newPerson(a))
		}
	}
	slices.SortFunc(out, func(a, b person) int { return strings.Compare(a.a.id, b.a.id) })
	return out
}

func newPerson(a *actor) person {
	p := person{a: a}
	for _, n := range a.names.sorted() {
		p.names = append(p.names, names.Parse(n))
	}
	for _, r := range a.roles.sorted() {
		p.roles = append(p.roles, graph.Fold(r))
	}
	return p
}

// newVariants returns for each person the others who can be the same, sorted.
// Only people who share name key and country, or name key and office, are
// compared.
func newVariants(people []person) [][]int {
	blocks := map[string][]int{}
	for i := range people {
		for _, k := range people[i].keys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	out := make([][]int, len(people))
	for _, block := range blocks {
		slices.Sort(block)
		for n, i := range block {
			for _, j := range block[n+1:] {
				if people[i].same(&people[j]) {
					out[i], out[j] = append(out[i], j), append(out[j], i)
				}
			}
		}
	}
	for i := range out {
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

// keys are the blocks that a person is compared in.
func (p *person) keys() []string {
	var out []string
	for _, n := range p.names {
		key := n.Key()
		if key == "" {
			continue
		}
		for c := range p.a.countries {
			out = append(out, "country "+c+" "+key)
		}
		for _, r := range p.roles {
			out = append(out, "office "+r+" "+key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// same tells whether two people of one block can be one person: at most one of
// them known to a knowledge base, countries and offices not different, a name
// in common.
func (p *person) same(q *person) bool {
	if p.a.known() && q.a.known() {
		return false
	}
	if x, y := p.a.country, q.a.country; x != "" && y != "" && x != y {
		return false
	}
	if len(p.roles) > 0 && len(q.roles) > 0 && !p.sameRole(q) {
		return false
	}
	for _, a := range p.names {
		for _, b := range q.names {
			if names.Same(a, b) {
				return true
			}
		}
	}
	return false
}

// sameRole tells whether an office of one is an office of the other, in the
// same words or in more: "minister" and "Foreign Minister".
func (p *person) sameRole(q *person) bool {
	for _, a := range p.roles {
		for _, b := range q.roles {
			if contains(a, b) || contains(b, a) {
				return true
			}
		}
	}
	return false
}

// contains tells whether the words of b are all words of a.
func contains(a, b string) bool {
	for w := range strings.SplitSeq(b, " ") {
		if !strings.Contains(" "+a+" ", " "+w+" ") {
			return false
		}
	}
	return true
}

// unambiguous tells whether i and j can be merged without a choice between
// others: whoever can be one of them can be the other too.
func unambiguous(variants [][]int, i, j int) bool {
	without := func(list []int, k int) []int {
		return slices.DeleteFunc(slices.Clone(list), func(x int) bool { return x == k })
	}
	return slices.Equal(without(variants[i], j), without(variants[j], i))
}
