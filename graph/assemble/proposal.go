package assemble

import (
	"cmp"
	"slices"
	"strings"

	"entente/graph"
	"entente/graph/assemble/internal/block"
	"entente/graph/assemble/internal/content"
	"entente/graph/assemble/internal/unite"
)

const (
	// topical is within how many days tellings of one proposal follow each
	// other, and lasting how long it is one at most.
	topical, lasting = 60, 200
)

// proposal is one proposal, demand or promise as one article tells it.
type proposal struct {
	key       string
	article   string
	published int
	dated     bool
	words     []string
	names     counts
	by        []string // who put it forward, sorted
	others    []string // who answered it, sorted
}

// forward tells whether the source of a relation put its target forward.
func forward(r graph.Relation) bool {
	switch r {
	case graph.Proposed, graph.Demanded, graph.Promised, graph.Warned, graph.Invited:
		return true
	default:
		return false
	}
}

// local is the key of something that has its id in one article only.
func local(article, id string) string { return article + localSeparator + id }

const localSeparator = "\x00"

func localProposals(in *input, e *entities) []proposal {
	byKey := map[string]*proposal{}
	for i := range in.statements {
		s := in.statements[i]
		for _, r := range []*graph.Ref{&s.Source, &s.Target} {
			if r.Kind != graph.Proposal {
				continue
			}
			k := local(s.Article, r.ID)
			p := byKey[k]
			if p == nil {
				p = &proposal{key: k, article: s.Article, names: counts{}}
				if a := in.article(s); a != nil {
					w, ok := windowOf(a.Published)
					p.published, p.dated = w.from, ok
				}
				byKey[k] = p
			}
			p.names.add(r.Name)
			p.actor(e, s, r)
		}
	}
	out := make([]proposal, 0, len(byKey))
	for _, p := range byKey {
		p.words = content.Words(p.name())
		for _, list := range []*[]string{&p.by, &p.others} {
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b proposal) int { return strings.Compare(a.key, b.key) })
	return out
}

func (p *proposal) actor(e *entities, s *graph.Statement, r *graph.Ref) {
	if r == &s.Source || s.Source.Kind.Event() {
		return
	}
	id := e.canonical(s.Source.ID)
	if forward(s.Relation) {
		p.by = append(p.by, id)
	} else {
		p.others = append(p.others, id)
	}
}

func (p *proposal) name() string {
	return p.names.best(func(a, b string) int {
		return cmp.Or(cmp.Compare(p.names[b], p.names[a]), cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
}

// likeness weighs what two tellings share, from 0 (not one proposal) to 1.
// The content alone makes one of an offer and its answer where it is nearly
// equal and two words at least; a proponent, or one who answers both times,
// stands for some of it.
func likeness(a, b *proposal) float64 {
	if apart := a.published - b.published; a.dated && b.dated && max(apart, -apart) > topical {
		return 0
	}
	n, jaccard, contained := content.Alike(a.words, b.words)
	offers := len(a.by) > 0 && len(b.by) > 0
	actor := shared(a.by, b.by) > 0 || !offers && shared(a.others, b.others) > 0
	switch {
	case n == 0, a.article == b.article && jaccard < 0.8:
		return 0
	case actor && (jaccard == 1 || n >= 2 && (jaccard >= 0.6 || contained == 1 && jaccard >= 0.4)):
		return jaccard
	case !offers && n >= 2 && jaccard >= 0.6 && (jaccard >= 0.75 || contained == 1):
		return jaccard * 0.9
	}
	return 0
}

// proposals are the merged proposals of the input.
type proposals struct {
	nodes []graph.Node
	byKey map[string]int
}

// id returns the id of the node that a proposal of an article became.
func (p *proposals) id(article, id string) string {
	if i, ok := p.byKey[local(article, id)]; ok {
		return p.nodes[i].ID
	}
	return id
}

func newProposals(in *input, e *entities) *proposals {
	list := localProposals(in, e)
	out := &proposals{byKey: map[string]int{}}
	first := map[int]int{}
	for _, group := range clusterProposals(list) {
		all := proposal{names: counts{}}
		for _, i := range group {
			for n, k := range list[i].names {
				all.names[n] += k
			}
			all.by = append(all.by, list[i].by...)
			all.others = append(all.others, list[i].others...)
			out.byKey[list[i].key] = len(out.nodes)
		}
		first[len(out.nodes)] = group[0]
		out.nodes = append(out.nodes, all.node())
	}
	same := map[string][]int{}
	for i := range out.nodes {
		same[out.nodes[i].ID] = append(same[out.nodes[i].ID], i)
	}
	for id, group := range same {
		for _, i := range group {
			if len(group) > 1 { // proposed again at another time
				out.nodes[i].ID = "proposal:" + graph.Hash(id, list[first[i]].key)
			}
		}
	}
	return out
}

// node makes the node of a proposal: its id comes from who put it forward (or
// answered it) and the words of its name.
func (p *proposal) node() graph.Node {
	n := graph.Node{Kind: graph.Proposal, Name: p.name()}
	who := p.by
	if len(who) == 0 {
		who = p.others
	}
	slices.Sort(who)
	words := content.Words(n.Name)
	if len(words) == 0 {
		words = []string{n.Name}
	}
	n.ID = "proposal:" + graph.Hash("proposal", strings.Join(slices.Compact(who), " "), strings.Join(words, " "))
	delete(p.names, n.Name)
	if len(p.names) > 0 {
		n.Aliases = p.names.sorted()
	}
	return n
}

// topic is what the tellings of one proposal have in common.
type topic struct {
	words       []string // that all share
	by          []string
	first, last int
	dated       bool
}

// clash tells whether two groups of tellings cannot be one proposal: nothing
// that all of them say, other proponents, too long a time.
func (t *topic) clash(u *topic) bool {
	n, _, _ := content.Alike(t.words, u.words)
	return n == 0 || len(t.by) > 0 && len(u.by) > 0 && shared(t.by, u.by) == 0 ||
		t.dated && u.dated && max(t.last, u.last)-min(t.first, u.first) > lasting
}

func (t *topic) absorb(u *topic) {
	t.words = slices.DeleteFunc(slices.Clone(t.words), func(w string) bool { return !slices.Contains(u.words, w) })
	t.by = slices.Concat(t.by, u.by)
	slices.Sort(t.by)
	t.by = slices.Compact(t.by)
	switch {
	case !u.dated:
	case !t.dated:
		t.first, t.last, t.dated = u.first, u.last, true
	default:
		t.first, t.last = min(t.first, u.first), max(t.last, u.last)
	}
}

func clusterProposals(list []proposal) [][]int {
	set := unite.New(len(list))
	topics := make([]*topic, len(list))
	for i := range list {
		p := &list[i]
		topics[i] = &topic{words: p.words, by: p.by, first: p.published, last: p.published, dated: p.dated}
	}
	for _, l := range likely(list) {
		a, b := set.Find(l.A), set.Find(l.B)
		if a != b && !topics[a].clash(topics[b]) {
			kept, gone := set.Union(a, b)
			topics[kept].absorb(topics[gone])
		}
	}
	return set.Groups()
}

// likely returns the pairs of tellings that can be one proposal, the surest
// first.
func likely(list []proposal) []block.Link {
	return block.Things{
		Count: len(list),
		Keys:  func(i int) []string { return list[i].keys() },
		At:    func(i int) int { return list[i].published },
		Weigh: func(i, j int) int { return int(1000 * likeness(&list[i], &list[j])) },
	}.Links()
}

// keys are the blocks that a proposal is compared in: its words with each of
// its actors, and its words alone in pairs.
func (p *proposal) keys() []string {
	words := p.words[:min(len(p.words), company)]
	out := pairs("says", words)
	for _, who := range slices.Concat(p.by, p.others) {
		for _, w := range words {
			out = append(out, "by "+who+" "+w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
