package kernel

import "unsafe"

// plain is the set in plain Go.
var plain = Set{
	name: "plain", panel: tile,
	mul: mulPlain, vec: vecPlain, add: addPlain, maxout2: maxout2Plain,
	finish: finishPlain, spread: spreadPlain, gather: gatherPlain,
}

// tile is the number of rows and of outputs that one pass of a product covers:
// nine sums, three inputs and three weights just fit the registers.
const tile = 3

func mulPlain(m *Matrix, dst, x []float32, rows, stride int) {
	whole := rows / tile * tile
	for o := 0; o < m.Stride && whole > 0; o += tile {
		p := panels(m, o)
		for r := 0; r < whole; r += tile {
			at := r * stride
			d := r*m.Stride + o
			tile3(dst[d:], dst[d+m.Stride:], dst[d+2*m.Stride:],
				x[at:at+m.In], x[at+stride:at+stride+m.In], x[at+2*stride:at+2*stride+m.In], p)
		}
	}
	for r := whole; r < rows; r++ {
		vecPlain(m, dst[r*m.Stride:], x[r*stride:r*stride+m.In], 0, m.Stride)
	}
}

func vecPlain(m *Matrix, dst, x []float32, from, end int) {
	o := from
	for ; o+2*tile <= end; o += 2 * tile {
		row2(dst[o:], x, panels(m, o), panels(m, o+tile))
	}
	if o < end {
		row(dst[o:], x, panels(m, o))
	}
}

// panel has the weights of one input for three outputs.
type panel = [tile]float32

// panels returns the panel of output o, an element for each input.
func panels(m *Matrix, o int) []panel {
	p := m.panelAt(o)
	return unsafe.Slice((*panel)(unsafe.Pointer(unsafe.SliceData(p))), len(p)/tile)
}

// tile3 computes three outputs of three rows. The bounds checks on x0, x1 and
// x2 stay on purpose: they keep the compiler from hoisting all nine products
// above the sums, which would spill registers and halve the speed.
func tile3(d0, d1, d2, x0, x1, x2 []float32, w []panel) {
	var a0, a1, a2, b0, b1, b2, c0, c1, c2 float32
	for k := range w {
		u := &w[k]
		p, q, r := u[0], u[1], u[2]
		v := x0[k]
		a0 += v * p
		a1 += v * q
		a2 += v * r
		v = x1[k]
		b0 += v * p
		b1 += v * q
		b2 += v * r
		v = x2[k]
		c0 += v * p
		c1 += v * q
		c2 += v * r
	}
	d0[0], d0[1], d0[2] = a0, a1, a2
	d1[0], d1[1], d1[2] = b0, b1, b2
	d2[0], d2[1], d2[2] = c0, c1, c2
}

// row computes three outputs of one row.
func row(d, x []float32, w []panel) {
	x = x[:len(w)]
	var a0, a1, a2 float32
	for k := range w {
		u := &w[k]
		v := x[k]
		a0 += v * u[0]
		a1 += v * u[1]
		a2 += v * u[2]
	}
	d[0], d[1], d[2] = a0, a1, a2
}

// row2 computes six outputs of one row.
func row2(d, x []float32, w0, w1 []panel) {
	x = x[:len(w0)]
	w1 = w1[:len(w0)]
	var a0, a1, a2, b0, b1, b2 float32
	for k := range w0 {
		u, t := &w0[k], &w1[k]
		v := x[k]
		a0 += v * u[0]
		a1 += v * u[1]
		a2 += v * u[2]
		b0 += v * t[0]
		b1 += v * t[1]
		b2 += v * t[2]
	}
	d[0], d[1], d[2], d[3], d[4], d[5] = a0, a1, a2, b0, b1, b2
}

func addPlain(dst, x []float32) {
	x = x[:len(dst)]
	for i := range dst {
		dst[i] += x[i]
	}
}

func maxout2Plain(dst, y, bias []float32) {
	n := len(dst)
	y0, y1, b0, b1 := y[:n], y[n:2*n], bias[:n], bias[n:2*n]
	for i := range dst {
		dst[i] = max(y0[i]+b0[i], y1[i]+b1[i])
	}
}
