package kernel

// Group is the number of output rows that a Window computes together.
const Group = 4

// products is the number of products that a group of output rows takes.
const products = 6

// Window is a linear layer over three neighbouring rows: output row r is
// A*x[r] + B*x[r+1] + C*x[r+2]. Four output rows share six products instead of
// needing twelve (Winograd's minimal filtering F(4,3); Lavin and Gray, "Fast
// Algorithms for Convolutional Neural Networks", 2015). The rounding errors are
// twice those of summing up 3*In products one by one.
type Window struct {
	In int
	// Stride is the number of columns that a product writes per row.
	Stride int
	parts  [products]*Matrix
}

// PackWindow prepares a layer of rows of 3*in weights: those of the left, the
// middle and the right row.
func (s *Set) PackWindow(w Weights) *Window {
	in := w.In / 3
	l := &Window{In: in}
	var mixed [products][]float32
	for i := range mixed {
		mixed[i] = make([]float32, w.Out*in)
	}
	for o := range w.Out {
		row := w.row(o)
		for k := range in {
			a, b, c := row[k], row[in+k], row[2*in+k]
			ac, b2, ac4 := float64(a)+float64(c), 2*float64(b), float64(a)+4*float64(c)
			at := o*in + k
			mixed[0][at] = a / 4
			mixed[1][at] = float32((ac + float64(b)) * (-1. / 6))
			mixed[2][at] = float32((float64(b) - ac) * (1. / 6))
			mixed[3][at] = float32((ac4 + b2) * (1. / 24))
			mixed[4][at] = float32((ac4 - b2) * (1. / 24))
			mixed[5][at] = c
		}
	}
	for i := range mixed {
		l.parts[i] = s.Pack(Weights{W: mixed[i], Out: w.Out, In: in})
	}
	l.Stride = l.parts[0].Stride
	return l
}

// Scratch returns the memory that Mul needs for up to groups groups of rows.
func (l *Window) Scratch(groups int) []float32 {
	return make([]float32, products*groups*(l.In+l.Stride))
}

// Mul writes Group*groups output rows to dst from Group*groups+2 input rows.
func (l *Window) Mul(dst, x []float32, groups int, scratch []float32) {
	in, out, set := l.In, l.Stride, l.parts[0].set
	v, m := scratch[:products*groups*in], scratch[products*groups*in:products*groups*(in+out)]
	for g := range groups {
		set.spread(v[g*in:], x[Group*g*in:(Group*g+Group+2)*in], in, groups*in)
	}
	for i, w := range l.parts {
		w.Mul(m[i*groups*out:], v[i*groups*in:], groups, in)
	}
	for g := range groups {
		set.gather(dst[Group*g*out:Group*(g+1)*out], m[g*out:], out, groups*out)
	}
}

// spreadPlain computes the inputs of the products of a group, stride apart in v,
// from six rows of n numbers.
func spreadPlain(v, x []float32, n, stride int) {
	a, b, c, d, e, f := x[:n], x[n:][:n], x[2*n:][:n], x[3*n:][:n], x[4*n:][:n], x[5*n:][:n]
	v0, v1, v2 := v[:n], v[stride:][:n], v[2*stride:][:n]
	v3, v4, v5 := v[3*stride:][:n], v[4*stride:][:n], v[5*stride:][:n]
	for i := range a {
		b, c, d, e := b[i], c[i], d[i], e[i]
		v0[i] = 4*a[i] - 5*c + e
		v1[i] = (d + e) - 4*(b+c)
		v2[i] = (e - d) + 4*(b-c)
		v3[i] = (e - c) + 2*(d-b)
		v4[i] = (e - c) - 2*(d-b)
		v5[i] = 4*b - 5*d + f[i]
	}
}

// gatherPlain computes a group of rows of n numbers from its products, which lie
// stride apart in m.
func gatherPlain(y, m []float32, n, stride int) {
	y0, y1, y2, y3 := y[:n], y[n:][:n], y[2*n:][:n], y[3*n:][:n]
	m0, m1, m2 := m[:n], m[stride:][:n], m[2*stride:][:n]
	m3, m4, m5 := m[3*stride:][:n], m[4*stride:][:n], m[5*stride:][:n]
	for i := range y0 {
		p, q := m1[i]+m2[i], m1[i]-m2[i]
		r, s := m3[i]+m4[i], m3[i]-m4[i]
		y0[i] = m0[i] + p + r
		y1[i] = q + 2*s
		y2[i] = p + 4*r
		y3[i] = q + 8*s + m5[i]
	}
}
