//go:build amd64 && !purego

package kernel

import "golang.org/x/sys/cpu"

// Lanes of a vector and panels that one pass over a single row covers.
const (
	lanes = 8
	wide  = 4
)

var avx2 = Set{
	name: "avx2", panel: 2 * lanes,
	mul: mulAVX2, vec: vecAVX2, add: addAVX2, maxout2: maxout2AVX2,
	finish: finishAVX2, spread: spreadAVX2, gather: gatherAVX2,
}

// avx512 leaves all but the products to the functions for AVX2: they take
// little time, and so both sets sum up alike.
var avx512 = Set{
	name: "avx512", panel: 4 * lanes,
	mul: mulAVX512, vec: vecAVX512, add: addAVX2, maxout2: maxout2AVX2,
	finish: finishAVX2, spread: spreadAVX2, gather: gatherAVX2,
}

// assembled returns the sets written in assembly that the processor can run.
func assembled() []*Set {
	var out []*Set
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		out = append(out, &avx2)
		if cpu.X86.HasAVX512F {
			out = append(out, &avx512)
		}
	}
	return out
}

func mulAVX2(m *Matrix, dst, x []float32, rows, stride int) {
	w, in, out := m.packed, m.In, m.Stride
	done := 0
	if rows >= 3 {
		done = rows - rows%6
		if rows%6 >= 3 {
			done += 3
		}
		for o := 0; o < out; o += 16 {
			r := 0
			for ; r+6 <= rows; r += 6 {
				tile6x16(&dst[r*out+o], &x[r*stride], &w[o*in], in, stride, out)
			}
			if r < done {
				tile3x16(&dst[r*out+o], &x[r*stride], &w[o*in], in, stride, out)
			}
		}
	}
	for ; done < rows; done++ {
		vecAVX2(m, dst[done*out:], x[done*stride:], 0, out)
	}
}

func vecAVX2(m *Matrix, dst, x []float32, from, end int) {
	o := from
	for ; o+16*wide <= end; o += 16 * wide {
		tile1x64(&dst[o], &x[0], &m.packed[o*m.In], m.In)
	}
	for ; o < end; o += 16 {
		tile1x16(&dst[o], &x[0], &m.packed[o*m.In], m.In)
	}
}

func mulAVX512(m *Matrix, dst, x []float32, rows, stride int) {
	w, in, out := m.packed, m.In, m.Stride
	done := 0
	if rows >= 3 {
		done = rows - rows%3
		for o := 0; o < out; o += 32 {
			r := 0
			for ; r+12 <= rows; r += 12 {
				tile12x32(&dst[r*out+o], &x[r*stride], &w[o*in], in, stride, out)
			}
			if r+6 <= rows {
				tile6x32(&dst[r*out+o], &x[r*stride], &w[o*in], in, stride, out)
				r += 6
			}
			if r < done {
				tile3x32(&dst[r*out+o], &x[r*stride], &w[o*in], in, stride, out)
			}
		}
	}
	for ; done < rows; done++ {
		vecAVX512(m, dst[done*out:], x[done*stride:], 0, out)
	}
}

func vecAVX512(m *Matrix, dst, x []float32, from, end int) {
	o := from
	for ; o+32*wide <= end; o += 32 * wide {
		tile1x128(&dst[o], &x[0], &m.packed[o*m.In], m.In)
	}
	for ; o < end; o += 32 {
		tile1x32(&dst[o], &x[0], &m.packed[o*m.In], m.In)
	}
}

func addAVX2(dst, x []float32) {
	n := len(dst) - len(dst)%lanes
	if n > 0 {
		addLanes(&dst[0], &x[0], n)
	}
	addPlain(dst[n:], x[n:])
}

func maxout2AVX2(dst, y, bias []float32) {
	if n := len(dst); n > 0 && n%lanes == 0 {
		maxout2Lanes(&dst[0], &y[0], &bias[0], n)
		return
	}
	maxout2Plain(dst, y, bias)
}

func finishAVX2(l *Layer, dst, y, add []float32) {
	n := len(dst)
	if n == 0 || n%lanes != 0 {
		finishPlain(l, dst, y, add)
		return
	}
	var plus *float32
	if add != nil {
		plus = &add[0]
	}
	finishLanes(&dst[0], &y[0], plus, &l.bias[0], &l.gain[0], &l.shift[0], n)
}

func spreadAVX2(v, x []float32, n, stride int) {
	if n == 0 || n%lanes != 0 {
		spreadPlain(v, x, n, stride)
		return
	}
	_, _ = v[5*stride+n-1], x[6*n-1]
	spreadLanes(&v[0], &x[0], n, stride)
}

func gatherAVX2(y, m []float32, n, stride int) {
	if n == 0 || n%lanes != 0 {
		gatherPlain(y, m, n, stride)
		return
	}
	_, _ = m[5*stride+n-1], y[4*n-1]
	gatherLanes(&y[0], &m[0], n, stride)
}

// A tile of RxC computes C outputs, one panel or several, of R rows: in is the
// number of inputs, xstride and dstride are the distances of rows in numbers.

//go:noescape
func tile6x16(dst, x, w *float32, in, xstride, dstride int)

//go:noescape
func tile3x16(dst, x, w *float32, in, xstride, dstride int)

//go:noescape
func tile1x64(dst, x, w *float32, in int)

//go:noescape
func tile1x16(dst, x, w *float32, in int)

//go:noescape
func tile12x32(dst, x, w *float32, in, xstride, dstride int)

//go:noescape
func tile6x32(dst, x, w *float32, in, xstride, dstride int)

//go:noescape
func tile3x32(dst, x, w *float32, in, xstride, dstride int)

//go:noescape
func tile1x128(dst, x, w *float32, in int)

//go:noescape
func tile1x32(dst, x, w *float32, in int)

// The functions below work on n numbers, a multiple of lanes and not 0.

//go:noescape
func addLanes(dst, x *float32, n int)

//go:noescape
func maxout2Lanes(dst, y, bias *float32, n int)

//go:noescape
func finishLanes(dst, y, add, bias, gain, shift *float32, n int)

//go:noescape
func spreadLanes(v, x *float32, n, stride int)

//go:noescape
func gatherLanes(y, m *float32, n, stride int)
