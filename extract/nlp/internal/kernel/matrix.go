// Package kernel has the inner loops of the networks: matrix products, maxout,
// layer normalisation. Each row of a product is summed in the same order
// whatever rows stand beside it, so that a row has one value however it was
// batched.
package kernel

// tile is the number of rows and of outputs that one pass of a product covers:
// nine sums, three inputs and three weights just fit the registers.
const tile = 3

// Matrix is a weight matrix made ready for products: outputs in panels of
// three, the three weights of one input side by side. The number of outputs is
// rounded up to Stride with zero weights.
type Matrix struct {
	In, Out int
	// Stride is the number of columns that a product writes per row.
	Stride int
	panels []panel
}

type panel [tile]float32

// Pack prepares a matrix of out rows of in numbers, row r starting at
// w[r*stride].
func Pack(w []float32, out, in, stride int) *Matrix {
	m := &Matrix{In: in, Out: out, Stride: (out + tile - 1) / tile * tile}
	m.panels = make([]panel, m.Stride/tile*in)
	for o := range out {
		row := w[o*stride : o*stride+in]
		p := m.panels[o/tile*in : (o/tile+1)*in]
		for k, v := range row {
			p[k][o%tile] = v
		}
	}
	return m
}

// Mul writes the product of rows of x with m: row r of x is
// x[r*stride : r*stride+m.In], its product dst[r*m.Stride : (r+1)*m.Stride].
func (m *Matrix) Mul(dst, x []float32, rows, stride int) {
	whole := rows / tile * tile
	for o := 0; o < m.Stride && whole > 0; o += tile {
		p := m.panels[o/tile*m.In : (o/tile+1)*m.In]
		for r := 0; r < whole; r += tile {
			at := r * stride
			d := r*m.Stride + o
			tile3(dst[d:], dst[d+m.Stride:], dst[d+2*m.Stride:],
				x[at:at+m.In], x[at+stride:at+stride+m.In], x[at+2*stride:at+2*stride+m.In], p)
		}
	}
	for r := whole; r < rows; r++ {
		m.MulVec(dst[r*m.Stride:], x[r*stride:], 0, m.Stride)
	}
}

// MulVec writes outputs from to end of the product of one row with m to
// dst[from:end]; both are multiples of three or end is m.Stride.
func (m *Matrix) MulVec(dst, x []float32, from, end int) {
	x = x[:m.In]
	o := from
	for ; o+2*tile <= end; o += 2 * tile {
		p := m.panels[o/tile*m.In:]
		row2(dst[o:], x, p[:m.In], p[m.In:2*m.In])
	}
	if o < end {
		row(dst[o:], x, m.panels[o/tile*m.In:(o/tile+1)*m.In])
	}
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
