package assemble

import (
	"cmp"
	"fmt"
	"slices"

	"entente/graph/assemble/internal/block"
	"entente/graph/assemble/internal/unite"
)

// company is of how many participants the pairs are looked up.
const company = 8

// cluster is what the tellings of one meeting have in common.
type cluster struct {
	articles map[string][]*meeting
	places   map[*actor]struct{}
	mode     mode
	known    bool
	// latest is the last first day of the known windows, earliest the first
	// last day: the widest gap between two of them is latest-earliest.
	latest, earliest int
}

func newCluster(m *meeting) *cluster {
	c := &cluster{articles: map[string][]*meeting{m.article: {m}}, places: map[*actor]struct{}{}, mode: m.mode, known: m.known, latest: m.when.from, earliest: m.when.to}
	for _, p := range m.places {
		c.places[p] = struct{}{}
	}
	return c
}

// clash tells whether some member of c and some member of d cannot be one
// meeting: two meetings of one article (but for sessions), in person and at a
// distance, days apart, places apart.
func (c *cluster) clash(d *cluster) bool {
	if c.mode != d.mode && c.mode != unknownMode && d.mode != unknownMode {
		return true
	}
	if c.known && d.known && max(c.latest, d.latest)-min(c.earliest, d.earliest) > samePlace {
		return true
	}
	if c.toldApart(d) {
		return true
	}
	for p := range c.places {
		for q := range d.places {
			if p.fit(q) == placeClash {
				return true
			}
		}
	}
	return false
}

// toldApart tells whether some article tells of a member of c and of another of
// d that are no sessions of one meeting.
func (c *cluster) toldApart(d *cluster) bool {
	if len(c.articles) > len(d.articles) {
		c, d = d, c
	}
	for a, list := range c.articles {
		for _, m := range list {
			if slices.ContainsFunc(d.articles[a], func(n *meeting) bool { return !m.session(n) }) {
				return true
			}
		}
	}
	return false
}

// absorb adds d to c.
func (c *cluster) absorb(d *cluster) {
	for a, list := range d.articles {
		c.articles[a] = append(c.articles[a], list...)
	}
	for p := range d.places {
		c.places[p] = struct{}{}
	}
	if c.mode == unknownMode {
		c.mode = d.mode
	}
	switch {
	case !d.known:
	case !c.known:
		c.known, c.latest, c.earliest = true, d.latest, d.earliest
	default:
		c.latest, c.earliest = max(c.latest, d.latest), min(c.earliest, d.earliest)
	}
}

// clusterMeetings groups the tellings of each meeting: the surest pairs first,
// each merged where nothing in the two groups clashes. The result depends on
// the set of meetings alone.
func clusterMeetings(list []meeting) [][]int {
	set := unite.New(len(list))
	clusters := make([]*cluster, len(list))
	for i := range list {
		clusters[i] = newCluster(&list[i])
	}
	for _, l := range candidates(list) {
		a, b := set.Find(l.A), set.Find(l.B)
		if a == b || clusters[a].clash(clusters[b]) {
			continue
		}
		kept, gone := set.Union(a, b)
		clusters[kept].absorb(clusters[gone])
		clusters[gone] = nil
	}
	return set.Groups()
}

// candidates returns the pairs of tellings that agree, the surest first.
func candidates(list []meeting) []block.Link {
	return block.Things{
		Count: len(list),
		Keys:  func(i int) []string { return list[i].keys() },
		At:    func(i int) int { return list[i].middle() },
		Weigh: func(i, j int) int {
			if p := points(&list[i], &list[j]); p >= threshold {
				return p
			}
			return 0
		},
	}.Links()
}

// middle is twice the middle of the days of a meeting.
func (m *meeting) middle() int { w := m.span(); return w.from + w.to }

// keys are the blocks that a meeting is compared in: by each pair of its
// participants, alone and with the country of the place; by each pair of the
// countries behind them; a lone participant by the place.
func (m *meeting) keys() []string {
	places := m.places[:min(len(m.places), 2)]
	where := make([]string, len(places))
	for i, p := range places {
		where[i] = "@" + cmp.Or(p.country, p.id)
	}
	out := slices.Concat(pairs("who", m.people), pairs("for", m.parties))
	for _, pair := range slices.Clone(out) {
		for _, w := range where {
			out = append(out, pair+w)
		}
	}
	for _, id := range m.who[:min(len(m.who), company)] {
		for _, w := range where {
			out = append(out, "at "+id+w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairs makes a key of each pair of a list, of its first few.
func pairs[T cmp.Ordered](kind string, list []T) []string {
	list = list[:min(len(list), company)]
	out := make([]string, 0, len(list)*(len(list)-1)/2)
	for i, a := range list {
		for _, b := range list[i+1:] {
			out = append(out, fmt.Sprint(kind, " ", a, " ", b))
		}
	}
	return out
}
