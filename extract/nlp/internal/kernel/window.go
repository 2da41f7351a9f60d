package kernel

// Window is a linear layer over three neighbouring rows: output row r is
// A*x[r] + B*x[r+1] + C*x[r+2]. Two output rows share four products instead of
// needing six (Winograd's minimal filtering F(2,3); Lavin and Gray, "Fast
// Algorithms for Convolutional Neural Networks", 2015).
type Window struct {
	In, Out int
	parts   [4]*Matrix // A, (A+B+C)/2, (A-B+C)/2, C
}

// PackWindow prepares a layer of out rows of 3*in weights: those of the left,
// the middle and the right row.
func PackWindow(w []float32, out, in int) *Window {
	l := &Window{In: in, Out: out}
	var mixed [4][]float32
	for i := range mixed {
		mixed[i] = make([]float32, out*in)
	}
	for o := range out {
		for k := range in {
			a, b, c := w[o*3*in+k], w[o*3*in+in+k], w[o*3*in+2*in+k]
			mixed[0][o*in+k] = a
			mixed[1][o*in+k] = (a + b + c) / 2
			mixed[2][o*in+k] = (a - b + c) / 2
			mixed[3][o*in+k] = c
		}
	}
	for i := range mixed {
		l.parts[i] = Pack(mixed[i], out, in, in)
	}
	return l
}

// WindowScratch returns the memory that Mul needs for up to rows rows.
func (l *Window) Scratch(rows int) []float32 {
	pairs := (rows + 1) / 2
	return make([]float32, 4*pairs*(l.In+l.parts[0].Stride))
}

// Mul writes rows output rows of Out numbers to dst from rows+2 input rows of
// In numbers. dst has room for an even number of rows.
func (l *Window) Mul(dst, x []float32, rows int, scratch []float32) {
	pairs := (rows + 1) / 2
	in, out := l.In, l.parts[0].Stride
	v := scratch[:4*pairs*in]
	m := scratch[4*pairs*in : 4*pairs*(in+out)]
	for p := range pairs {
		d := x[2*p*in:]
		last := d[min(3*in, len(d)-in):] // read for a row that is not wanted, where the input ends
		spread(v[p*in:(p+1)*in], v[(pairs+p)*in:(pairs+p+1)*in], v[(2*pairs+p)*in:(2*pairs+p+1)*in],
			v[(3*pairs+p)*in:(3*pairs+p+1)*in], d[:in], d[in:2*in], d[2*in:3*in], last[:in])
	}
	for i, w := range l.parts {
		w.Mul(m[i*pairs*out:], v[i*pairs*in:], pairs, in)
	}
	for p := range pairs {
		gather(dst[2*p*out:(2*p+1)*out], dst[(2*p+1)*out:(2*p+2)*out],
			m[p*out:(p+1)*out], m[(pairs+p)*out:(pairs+p+1)*out],
			m[(2*pairs+p)*out:(2*pairs+p+1)*out], m[(3*pairs+p)*out:(3*pairs+p+1)*out])
	}
}

// spread computes the inputs of the four products of a pair of rows.
func spread(v0, v1, v2, v3, a, b, c, d []float32) {
	n := len(v0)
	v1, v2, v3, a, b, c, d = v1[:n], v2[:n], v3[:n], a[:n], b[:n], c[:n], d[:n]
	for i := range v0 {
		v0[i] = a[i] - c[i]
		v1[i] = b[i] + c[i]
		v2[i] = c[i] - b[i]
		v3[i] = b[i] - d[i]
	}
}

// gather computes a pair of rows from their four products.
func gather(y0, y1, m0, m1, m2, m3 []float32) {
	n := len(y0)
	y1, m0, m1, m2, m3 = y1[:n], m0[:n], m1[:n], m2[:n], m3[:n]
	for i := range y0 {
		p, q := m1[i], m2[i]
		y0[i] = m0[i] + p + q
		y1[i] = p - q - m3[i]
	}
}
