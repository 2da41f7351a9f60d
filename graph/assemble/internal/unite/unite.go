// Package unite merges things into groups: a plain union-find, whose groups
// are the same whatever the order of the unions.
package unite

// Set is a family of disjoint groups of the numbers 0 to n-1.
type Set struct {
	parent []int32
	size   []int32
}

// New returns n groups of one.
func New(n int) *Set {
	s := &Set{parent: make([]int32, n), size: make([]int32, n)}
	for i := range s.parent {
		s.parent[i], s.size[i] = int32(i), 1 //nolint:gosec // more than two billion things fit no memory
	}
	return s
}

// Find returns the number that stands for i's group.
func (s *Set) Find(i int) int {
	for int(s.parent[i]) != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = int(s.parent[i])
	}
	return i
}

// Union merges the groups of a and b. It returns the number that stands for
// the merged group and the one that no longer does; they are equal where a
// and b were in one group already.
func (s *Set) Union(a, b int) (kept, gone int) {
	a, b = s.Find(a), s.Find(b)
	if a == b {
		return a, a
	}
	if s.size[a] < s.size[b] {
		a, b = b, a
	}
	s.parent[b] = int32(a) //nolint:gosec // as in New
	s.size[a] += s.size[b]
	return a, b
}

// Groups returns the members of each group in ascending order, the groups in
// the order of their first members.
func (s *Set) Groups() [][]int {
	at := make(map[int]int)
	var out [][]int
	for i := range s.parent {
		root := s.Find(i)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}
