// Package kernel has the inner loops of the networks: matrix products, maxout,
// layer normalisation. There is one implementation in plain Go and, on amd64,
// one for AVX2 with FMA and one for AVX-512; a Set is one of them.
//
// Each row of a product is summed in the same order whatever rows stand beside
// it, so that a row has one value however it was batched. The two sets in
// assembly give the same bits; those of plain Go, which rounds products before
// it adds them, differ by rounding errors.
package kernel

// Set is one implementation of the inner loops.
type Set struct {
	name  string
	panel int // outputs that stand side by side in packed weights

	mul     func(m *Matrix, dst, x []float32, rows, stride int)
	vec     func(m *Matrix, dst, x []float32, from, end int)
	add     func(dst, x []float32)
	maxout2 func(dst, y, bias []float32)
	finish  func(l *Layer, dst, y, add []float32)
	spread  func(v, x []float32, n, stride int)
	gather  func(y, m []float32, n, stride int)
}

// Name tells the instructions of the set: "plain", "avx2" or "avx512".
func (s *Set) Name() string { return s.name }

// Plain returns the set in plain Go, which runs everywhere.
func Plain() *Set { return &plain }

// Sets returns the sets that this processor can run, the fastest last.
func Sets() []*Set { return append([]*Set{&plain}, assembled()...) }

// Best returns the fastest set.
func Best() *Set {
	s := Sets()
	return s[len(s)-1]
}

// Add adds x, at least as long, to dst.
func (s *Set) Add(dst, x []float32) { s.add(dst, x[:len(dst)]) }

// Maxout2 writes to each dst[i] the greater of y[i]+bias[i] and
// y[n+i]+bias[n+i], where n is the length of dst.
func (s *Set) Maxout2(dst, y, bias []float32) { s.maxout2(dst, y[:2*len(dst)], bias[:2*len(dst)]) }
