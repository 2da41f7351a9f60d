// Package sources counts who says a thing: outlets, not articles, and copies
// of one agency text once.
package sources

import (
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

// New compares articles by their outlets, their hashes and the quotes of their
// statements. Two articles are copies where their hashes are equal, or where
// they share at least half of the long quotes of the shorter one, and two of
// them or the only one.
func New(articles []graph.Article, statements []graph.Statement) *Sources {
	index := make(map[string]int, len(articles))
	for i := range articles {
		index[articles[i].ID] = i
	}
	groups := unite.New(len(articles))
	byHash := map[string]int{}
	for i := range articles {
		if h := articles[i].Hash; h != "" {
			if first, ok := byHash[h]; ok {
				groups.Union(first, i)
			} else {
				byHash[h] = i
			}
		}
	}
	uniteCopies(groups, quotesOf(index, len(articles), statements))
	s := &Sources{byArticle: make(map[string]source, len(articles))}
	for i := range articles {
		s.byArticle[articles[i].ID] = source{graph.Fold(articles[i].Outlet), groups.Find(i)}
	}
	return s
}

// quotesOf returns the long quotes of each article, as sorted numbers, the
// same number for the same words.
func quotesOf(index map[string]int, n int, statements []graph.Statement) [][]int {
	numbers := map[string]int{}
	quotes := make([][]int, n)
	for i := range statements {
		a, ok := index[statements[i].Article]
		if !ok || len(statements[i].Quote) < shortest {
			continue
		}
		q := statements[i].Quote
		if !plain(q) {
			q = strings.Join(strings.Fields(q), " ")
		}
		k, ok := numbers[q]
		if !ok {
			k = len(numbers)
			numbers[q] = k
		}
		quotes[a] = append(quotes[a], k)
	}
	for a := range quotes {
		slices.Sort(quotes[a])
		quotes[a] = slices.Compact(quotes[a])
	}
	return quotes
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
func uniteCopies(groups *unite.Set, quotes [][]int) {
	first, last := map[int]int{}, map[int]int{}
	shared := map[[2]int]int{}
	for a := range quotes {
		for _, q := range quotes[a] {
			f, seen := first[q]
			if !seen {
				first[q], last[q] = a, a
				continue
			}
			shared[[2]int{f, a}]++
			if l := last[q]; l != f {
				shared[[2]int{l, a}]++
			}
			last[q] = a
		}
	}
	for pair, n := range shared {
		if fewer := min(len(quotes[pair[0]]), len(quotes[pair[1]])); n >= min(2, fewer) && 2*n >= fewer {
			groups.Union(pair[0], pair[1])
		}
	}
}

// Copies returns, for each article of which there are copies, the ids of all of
// them, so that two results tell which articles have other copies.
func (s *Sources) Copies() map[string][]string {
	groups := map[int][]string{}
	for id, a := range s.byArticle {
		groups[a.text] = append(groups[a.text], id)
	}
	out := map[string][]string{}
	for _, ids := range groups {
		if len(ids) < 2 {
			continue
		}
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
