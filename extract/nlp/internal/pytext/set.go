// Package pytext classifies and lower-cases text exactly as Python's str and re
// do, which differ from Go's unicode package in version and in rules. The
// tables come from the model file.
package pytext

// Set is a set of code points.
type Set struct {
	ascii  [2]uint64
	ranges []uint32 // first, last, first, last, …, ascending
}

// NewSet returns the set of the given ranges: first, last, first, last, …,
// ascending. It keeps the slice.
func NewSet(ranges []uint32) *Set {
	s := &Set{ranges: ranges[:len(ranges)&^1]}
	for i := 0; i < len(s.ranges); i += 2 {
		for c := s.ranges[i]; c <= min(s.ranges[i+1], 127); c++ {
			s.ascii[c/64] |= 1 << (c % 64)
		}
	}
	return s
}

// Has tells whether r is in the set.
func (s *Set) Has(r rune) bool {
	if uint32(r) < 128 {
		return s.ascii[uint32(r)/64]>>(uint32(r)%64)&1 != 0
	}
	c := uint32(r)
	lo, hi := 0, len(s.ranges)/2
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if s.ranges[2*m+1] < c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return 2*lo < len(s.ranges) && s.ranges[2*lo] <= c
}
