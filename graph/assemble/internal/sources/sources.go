// Package sources counts who says a thing: outlets, not articles, and copies
// of one agency text once.
package sources

import (
	"maps"
	"slices"
	"strings"

	"entente/graph"
	"entente/graph/assemble/internal/unite"
)

// shortest is how many bytes a quote must have to tell a copy from chance.
const shortest = 40

// Sources knows which articles are independent of each other.
type Sources struct {
	byArticle map[string]source
}

type source struct {
	outlet string
	text   int // articles with one number are copies of one text
}

// Quotes are the long quotes of articles, as numbers: the same number for the
// same words.
type Quotes struct {
	numbers map[string]int32
	// of are the quotes of each article, sorted.
	of map[string][]int32
}

// Read reads the quotes of statements; those of an article stand together.
func Read(statements []*graph.Statement) Quotes {
	q := Quotes{numbers: make(map[string]int32, len(statements)), of: map[string][]int32{}}
	q.read(statements)
	return q
}

// With returns the quotes with those of some articles taken out and those of
// further statements added. It shares memory with q, which is read no more.
func (q Quotes) With(gone map[string]bool, added []*graph.Statement) Quotes {
	q.of = maps.Clone(q.of)
	for id := range gone {
		delete(q.of, id)
	}
	q.read(added)
	return q
}

func (q *Quotes) read(statements []*graph.Statement) {
	for from := 0; from < len(statements); {
		id := statements[from].Article
		var list []int32
		to := from
		for ; to < len(statements) && statements[to].Article == id; to++ {
			if words := statements[to].Quote; len(words) >= shortest {
				list = append(list, q.number(words))
			}
		}
		slices.Sort(list)
		if list = slices.Compact(list); len(list) > 0 {
			q.of[id] = list
		}
		from = to
	}
}

func (q *Quotes) number(words string) int32 {
	if !plain(words) {
		words = strings.Join(strings.Fields(words), " ")
	}
	n, ok := q.numbers[words]
	if !ok {
		n = int32(len(q.numbers)) //nolint:gosec // two billion quotes fit no memory
		q.numbers[words] = n
	}
	return n
}

// New compares articles by their outlets, their hashes and the quotes of their
// statements. Two articles are copies where their hashes are equal, or where
// they share at least half of the long quotes of the shorter one, and two of
// them or the only one.
func New(articles []graph.Article, quotes Quotes) *Sources {
	groups := unite.New(len(articles))
	byHash := map[string]int{}
	lists := make([][]int32, len(articles))
	for i := range articles {
		lists[i] = quotes.of[articles[i].ID]
		h := articles[i].Hash
		if h == "" {
			continue
		}
		if first, ok := byHash[h]; ok {
			groups.Union(first, i)
		} else {
			byHash[h] = i
		}
	}
	uniteCopies(groups, lists, len(quotes.numbers))
	s := &Sources{byArticle: make(map[string]source, len(articles))}
	outlets := map[string]string{}
	for i := range articles {
		name, ok := outlets[articles[i].Outlet]
		if !ok {
			name = graph.Fold(articles[i].Outlet)
			outlets[articles[i].Outlet] = name
		}
		s.byArticle[articles[i].ID] = source{name, groups.Find(i)}
	}
	return s
}

// plain tells of a text in ASCII that its words stand apart by single spaces.
func plain(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c < ' ' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space
}

// uniteCopies joins articles that share quotes. Of the articles with one
// quote, each is compared with the first and with the one before it: copies of
// one text share most of their quotes, so that these links hold them together.
func uniteCopies(groups *unite.Set, quotes [][]int32, numbers int) {
	first, last := make([]int32, numbers), make([]int32, numbers) // articles, from 1
	shared := map[[2]int32]int{}
	for i := range quotes {
		a := int32(i + 1) //nolint:gosec // two billion articles fit no memory
		for _, q := range quotes[i] {
			f := first[q]
			if f == 0 {
				first[q], last[q] = a, a
				continue
			}
			shared[[2]int32{f, a}]++
			if l := last[q]; l != f {
				shared[[2]int32{l, a}]++
			}
			last[q] = a
		}
	}
	for pair, n := range shared {
		a, b := int(pair[0]-1), int(pair[1]-1)
		if fewer := min(len(quotes[a]), len(quotes[b])); n >= min(2, fewer) && 2*n >= fewer {
			groups.Union(a, b)
		}
	}
}

// Copies returns, for each article of which there are copies, the ids of all of
// them, so that two results tell which articles have other copies.
func (s *Sources) Copies() map[string][]string {
	sizes := make(map[int]int, len(s.byArticle))
	for _, a := range s.byArticle {
		sizes[a.text]++
	}
	groups := map[int][]string{}
	for id, a := range s.byArticle {
		if sizes[a.text] > 1 {
			groups[a.text] = append(groups[a.text], id)
		}
	}
	out := map[string][]string{}
	for _, ids := range groups {
		slices.Sort(ids)
		for _, id := range ids {
			out[id] = ids
		}
	}
	return out
}

// Group splits articles into independent sources: the result has a number for
// each article, the same for articles of one outlet and for copies of one
// text. An article that is not known is a source of its own.
func (s *Sources) Group(articles []string) []int {
	set := unite.New(len(articles))
	outlets, texts, names := map[string]int{}, map[int]int{}, map[string]int{}
	for i, id := range articles {
		a, ok := s.byArticle[id]
		if !ok {
			join(set, names, id, i)
			continue
		}
		if a.outlet != "" {
			join(set, outlets, a.outlet, i)
		}
		join(set, texts, a.text, i)
	}
	out := make([]int, len(articles))
	for i := range out {
		out[i] = set.Find(i)
	}
	return out
}

func join[K comparable](set *unite.Set, seen map[K]int, key K, i int) {
	if first, ok := seen[key]; ok {
		set.Union(first, i)
		return
	}
	seen[key] = i
}

// Count is the number of independent sources among articles.
func (s *Sources) Count(articles []string) int {
	groups := s.Group(articles)
	slices.Sort(groups)
	return len(slices.Compact(groups))
}
