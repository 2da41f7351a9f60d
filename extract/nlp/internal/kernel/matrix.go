package kernel

// Weights is a weight matrix as a model file has it: row r, the weights of an
// output, is W[r*Stride : r*Stride+In]. Rows of the pieces of one output stand
// side by side.
type Weights struct {
	W       []float32
	Out, In int // rows, numbers of a row
	Stride  int // from a row to the next; 0 stands for In
	Pieces  int // rows per output of a maxout layer; 0 stands for 1
}

// row returns the weights that give number o of a product.
func (w *Weights) row(o int) []float32 {
	if w.Pieces > 1 {
		n := w.Out / w.Pieces
		o = o%n*w.Pieces + o/n
	}
	at := o * max(w.Stride, w.In)
	return w.W[at : at+w.In]
}

// Matrix is a weight matrix made ready for the products of a set: outputs in
// panels, the weights of one input side by side within each.
type Matrix struct {
	In, Out int
	// Stride is the number of columns that a product writes per row: Out, rounded
	// up to whole panels with zero weights.
	Stride int

	set    *Set
	packed []float32
}

// Pack makes a matrix ready. Of a matrix with pieces, the products are those of
// the first pieces of all outputs, then those of the second ones.
func (s *Set) Pack(w Weights) *Matrix {
	m := &Matrix{In: w.In, Out: w.Out, Stride: (w.Out + s.panel - 1) / s.panel * s.panel, set: s}
	m.packed = make([]float32, m.Stride*m.In)
	for o := range w.Out {
		p, lane := m.panelAt(o), o%s.panel
		for k, v := range w.row(o) {
			p[k*s.panel+lane] = v
		}
	}
	return m
}

// panelAt returns the panel that holds output o.
func (m *Matrix) panelAt(o int) []float32 {
	n := m.set.panel * m.In
	i := o / m.set.panel
	return m.packed[i*n : (i+1)*n]
}

// Mul writes the product of rows of x with m: row r of x is
// x[r*stride : r*stride+m.In], its product dst[r*m.Stride : (r+1)*m.Stride].
func (m *Matrix) Mul(dst, x []float32, rows, stride int) {
	if rows > 0 && m.In > 0 {
		m.set.mul(m, dst[:rows*m.Stride], x[:(rows-1)*stride+m.In], rows, stride)
	}
}

// MulVec writes the product of one row with m to dst[:m.Stride].
func (m *Matrix) MulVec(dst, x []float32) { m.MulSome(dst, x, 0, m.Stride) }

// MulSome writes outputs first to end, and those that share a panel with them,
// of the product of one row with m to their places in dst[:m.Stride]. All
// outputs from first to the one returned are then there.
func (m *Matrix) MulSome(dst, x []float32, first, end int) int {
	n := m.set.panel
	from, to := first/n*n, (end+n-1)/n*n
	if from < to && m.In > 0 {
		m.set.vec(m, dst[:m.Stride], x[:m.In], from, min(to, m.Stride))
	}
	return to
}
