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
	if math.Abs(float64(got)-want) > tolerance {
		t.Fatalf("%s: %v, want %v", name, got, want)
	}
}

func TestMatrix(t *testing.T) {
	for _, c := range []struct{ rows, in, out, stride int }{
		{0, 4, 4, 4}, {1, 1, 1, 1}, {2, 5, 4, 7}, {3, 96, 288, 96}, {4, 96, 50, 96}, {5, 64, 106, 64}, {48, 64, 128, 64}, {50, 288, 7, 96},
	} {
		x, w := numbers(c.rows*c.stride+c.in, 1), numbers(c.in*c.out, 2)
		m := kernel.Pack(w, c.out, c.in, c.in)
		y := make([]float32, c.rows*m.Stride)
		m.Mul(y, x, c.rows, c.stride)
		want := product(x, w, c.rows, c.in, c.out, c.stride)
		for r := range c.rows {
			for o := range c.out {
				near(t, fmt.Sprint(c, r, o), y[r*m.Stride+o], want[r*c.out+o], 1e-4)
			}
		}
	}
}

// TestRowsAlone checks that a row's product has the same bits whatever rows are
// computed with it.
func TestRowsAlone(t *testing.T) {
	const rows, in, out = 11, 96, 106
	x := numbers(rows*in, 3)
	m := kernel.Pack(numbers(in*out, 4), out, in, in)
	all, one := make([]float32, rows*m.Stride), make([]float32, m.Stride)
	m.Mul(all, x, rows, in)
	for r := range rows {
		m.MulVec(one, x[r*in:], 0, m.Stride)
		for o := range out {
			if one[o] != all[r*m.Stride+o] {
				t.Fatalf("row %d, output %d: %v alone, %v with others", r, o, one[o], all[r*m.Stride+o])
			}
		}
	}
	clear(one)
	m.MulVec(one, x, 48, 51)
	if one[47] != 0 || one[51] != 0 || one[50] != all[50] {
		t.Error("part of a product")
	}
}

func TestWindow(t *testing.T) {
	const in, out = 96, 288
	w := numbers(3*in*out, 5)
	l := kernel.PackWindow(w, out, in)
	for groups := range 6 {
		rows := kernel.Group * groups
		x := numbers((rows+2)*in, uint32(rows))
		y := make([]float32, rows*out)
		l.Mul(y, x, groups, l.Scratch(5))
		want := product(x, w, rows, 3*in, out, in)
		for i := range rows * out {
			near(t, fmt.Sprint(rows, i), y[i], want[i], 1e-4)
		}
	}
}

func TestLayers(t *testing.T) {
	y := make([]float32, 2)
	kernel.Maxout3(y, []float32{1, 2, 3, 6, 5, 4}, []float32{0, 2, 0, 0, 0, 3})
	if y[0] != 4 || y[1] != 7 {
		t.Error("Maxout3", y)
	}
	kernel.Maxout2(y, []float32{1, 2, 6, 5}, []float32{0, 0, 0, 2})
	if y[0] != 2 || y[1] != 7 {
		t.Error("Maxout2", y)
	}
	x := numbers(96, 6)
	gain, shift := numbers(96, 7), numbers(96, 8)
	var mean, variance float64
	for _, v := range x {
		mean += float64(v) / 96
	}
	for _, v := range x {
		variance += (float64(v) - mean) * (float64(v) - mean) / 96
	}
	z := append([]float32(nil), x...)
	kernel.Normalise(z, gain, shift)
	for i := range z {
		want := (float64(x[i])-mean)/math.Sqrt(variance+1e-8)*float64(gain[i]) + float64(shift[i])
		near(t, fmt.Sprint("Normalise ", i), z[i], want, 1e-5)
	}
	kernel.Normalise(make([]float32, 4), gain, shift) // no variance: no panic, no NaN
	if i := kernel.Argmax([]float32{1, 3, 3, 2}); i != 1 {
		t.Error("Argmax", i)
	}
}
