package kernel_test

import (
	"fmt"
	"math"
	"testing"

	"entente/extract/nlp/internal/kernel"
)

// numbers returns n repeatable values in [-1, 1).
func numbers(n int, seed uint32) []float32 {
	out := make([]float32, n)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = float32(int32(seed)) / (1 << 31)
	}
	return out
}

// product is the plain matrix product in float64.
func product(x, w []float32, rows, in, out, stride int) []float64 {
	y := make([]float64, rows*out)
	for r := range rows {
		for o := range out {
			for k := range in {
				y[r*out+o] += float64(x[r*stride+k]) * float64(w[o*in+k])
			}
		}
	}
	return y
}

func near(t *testing.T, name string, got float32, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(float64(got)-want) <= tolerance) {
		t.Fatalf("%s: %v, want %v", name, got, want)
	}
}

func TestMatrix(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			for _, c := range []struct{ rows, in, out, stride int }{
				{0, 4, 4, 4},
				{1, 1, 1, 1},
				{2, 5, 4, 7},
				{3, 96, 288, 96},
				{4, 96, 50, 96},
				{5, 64, 106, 64},
				{6, 1, 33, 1},
				{7, 3, 17, 3},
				{12, 2, 31, 9},
				{26, 7, 65, 7},
				{48, 64, 128, 64},
				{50, 288, 7, 96},
			} {
				x, w := guarded(t, numbers(max(c.rows-1, 0)*c.stride+c.in, 1)), numbers(c.in*c.out, 2)
				m := s.Pack(kernel.Weights{W: w, Out: c.out, In: c.in})
				y := guarded(t, make([]float32, c.rows*m.Stride))
				m.Mul(y, x, c.rows, c.stride)
				want := product(x, w, c.rows, c.in, c.out, c.stride)
				for r := range c.rows {
					for o := range c.out {
						near(t, fmt.Sprint(c, r, o), y[r*m.Stride+o], want[r*c.out+o], 1e-4)
					}
				}
			}
		})
	}
}

// TestPieces checks the order of the products of a matrix with pieces.
func TestPieces(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			m := s.Pack(kernel.Weights{W: []float32{1, 2, 0, 3, 4, 0, 5, 6, 0, 7, 8}, Out: 4, In: 2, Stride: 3, Pieces: 2})
			y := make([]float32, m.Stride)
			m.MulVec(y, []float32{10, 1})
			if y[0] != 12 || y[1] != 56 || y[2] != 34 || y[3] != 78 {
				t.Error(y)
			}
		})
	}
}

// TestRowsAlone checks that a row's product has the same bits whatever rows or
// outputs are computed with it.
func TestRowsAlone(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			const rows, in, out = 23, 96, 106
			x := numbers(rows*in, 3)
			m := s.Pack(kernel.Weights{W: numbers(in*out, 4), Out: out, In: in})
			all, one := make([]float32, rows*m.Stride), guarded(t, make([]float32, m.Stride))
			m.Mul(all, x, rows, in)
			for r := range rows {
				m.MulVec(one, x[r*in:])
				for o := range out {
					if one[o] != all[r*m.Stride+o] {
						t.Fatalf("row %d, output %d: %v alone, %v with others", r, o, one[o], all[r*m.Stride+o])
					}
				}
			}
			for first := range out {
				for _, end := range []int{first, first + 1, (first + out) / 2, out} {
					clear(one)
					got := m.MulSome(one, x, first, end)
					if got < end || got > m.Stride+m.Stride/2 {
						t.Fatalf("outputs %d to %d: end %d", first, end, got)
					}
					for o := first; o < min(max(end, first), got, out); o++ {
						if one[o] != all[o] {
							t.Fatalf("outputs %d to %d: %d differs", first, end, o)
						}
					}
				}
			}
		})
	}
}

func TestWindow(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			for _, size := range [][2]int{{96, 288}, {12, 36}} {
				in, out := size[0], size[1]
				w := numbers(3*in*out, 5)
				l := s.PackWindow(kernel.Weights{W: w, Out: out, In: 3 * in})
				for groups := range 6 {
					rows := kernel.Group * groups
					x := guarded(t, numbers((rows+2)*in, uint32(rows)))
					y := guarded(t, make([]float32, rows*l.Stride))
					l.Mul(y, x, groups, l.Scratch(5))
					want := product(x, w, rows, 3*in, out, in)
					for i := range rows * out {
						near(t, fmt.Sprint(rows, i), y[i/out*l.Stride+i%out], want[i], 1e-4)
					}
				}
			}
		})
	}
}

func TestFinish(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			for _, n := range []int{1, 2, 7, 8, 24, 96} {
				y, bias := guarded(t, numbers(3*n, 6)), numbers(3*n, 7)
				gain, shift := guarded(t, numbers(n, 8)), guarded(t, numbers(n, 9))
				want := make([]float64, n)
				var mean, variance float64
				for i := range want {
					want[i] = math.Inf(-1)
					for p := range 3 {
						want[i] = max(want[i], float64(y[p*n+i])+float64(bias[3*i+p]))
					}
					mean += want[i] / float64(n)
				}
				for _, v := range want {
					variance += (v - mean) * (v - mean) / float64(n)
				}
				l := s.NewLayer(bias, gain, shift)
				add := guarded(t, numbers(n, 10))
				got, plus := guarded(t, make([]float32, n)), guarded(t, make([]float32, n))
				l.Finish(got, y, nil)
				l.Finish(plus, y, add)
				for i, v := range want {
					v = (v-mean)/math.Sqrt(variance+1e-8)*float64(gain[i]) + float64(shift[i])
					near(t, fmt.Sprint(n, i), got[i], v, 1e-5)
					near(t, fmt.Sprint(n, i, " with a sum"), plus[i], v+float64(add[i]), 1e-5)
				}
			}
			zero := make([]float32, 24)
			s.NewLayer(zero, zero[:8], zero[:8]).Finish(zero[:8], zero, nil)
			near(t, "no variance", zero[0], 0, 0)
		})
	}
}

func TestVectors(t *testing.T) {
	for _, s := range kernel.Sets() {
		t.Run(s.Name(), func(t *testing.T) {
			for _, n := range []int{0, 1, 7, 8, 9, 64, 75} {
				a, b := guarded(t, numbers(n, 1)), guarded(t, numbers(n, 2))
				s.Add(a, b)
				y, bias := guarded(t, numbers(2*n, 3)), guarded(t, numbers(2*n, 4))
				m := guarded(t, make([]float32, n))
				s.Maxout2(m, y, bias)
				for i, v := range numbers(n, 1) {
					near(t, "sum", a[i], float64(v+b[i]), 0)
					near(t, "maxout", m[i], float64(max(y[i]+bias[i], y[n+i]+bias[n+i])), 0)
				}
			}
		})
	}
	if i := kernel.Argmax([]float32{1, 3, 3, 2}); i != 1 {
		t.Error("Argmax", i)
	}
}

// TestSameBits checks that the sets in assembly agree to the last bit.
func TestSameBits(t *testing.T) {
	const in, out, rows = 96, 288, 40
	var want []float32
	for _, s := range kernel.Sets()[1:] {
		l := s.PackWindow(kernel.Weights{W: numbers(3*in*out, 1), Out: out, In: 3 * in, Pieces: 3})
		y, got := make([]float32, rows*l.Stride), make([]float32, rows*in)
		l.Mul(y, numbers((rows+2)*in, 2), rows/kernel.Group, l.Scratch(rows/kernel.Group))
		f := s.NewLayer(numbers(out, 3), numbers(in, 4), numbers(in, 5))
		for r := range rows {
			f.Finish(got[r*in:], y[r*l.Stride:], nil)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%s: number %d is %v, not %v", s.Name(), i, got[i], want[i])
			}
		}
		want = got
	}
}

func BenchmarkWindow(b *testing.B) {
	const in, out = 96, 288
	for _, s := range kernel.Sets() {
		for _, groups := range []int{2, 6, 12, 24, 64} {
			b.Run(fmt.Sprintf("%s/%d", s.Name(), groups), func(b *testing.B) {
				l := s.PackWindow(kernel.Weights{W: numbers(3*in*out, 1), Out: out, In: 3 * in, Pieces: 3})
				x, y, scratch := numbers((4*groups+2)*in, 2), make([]float32, 4*groups*l.Stride), l.Scratch(groups)
				for b.Loop() {
					l.Mul(y, x, groups, scratch)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*4*groups), "ns/row")
			})
		}
	}
}

func BenchmarkMatrix(b *testing.B) {
	for _, s := range kernel.Sets() {
		for _, c := range [][3]int{{1, 96, 288}, {1, 64, 128}, {1, 64, 106}, {12, 96, 288}, {32, 64, 128}, {48, 96, 64}} {
			b.Run(fmt.Sprintf("%s/%d", s.Name(), c), func(b *testing.B) {
				m := s.Pack(kernel.Weights{W: numbers(c[1]*c[2], 1), Out: c[2], In: c[1]})
				x, y := numbers(c[0]*c[1], 2), make([]float32, c[0]*m.Stride)
				for b.Loop() {
					m.Mul(y, x, c[0], c[1])
				}
				b.ReportMetric(float64(2*c[0]*c[1]*c[2]*b.N)/float64(b.Elapsed().Nanoseconds()), "GFLOP/s")
			})
		}
	}
}
