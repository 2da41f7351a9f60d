package kernel

import "math"

// Pieces is the number of maxout pieces of a Layer.
const Pieces = 3

// epsilon keeps the variance of a layer normalisation above zero.
const epsilon = 1e-8

// Layer is what turns a product into vectors: bias, maxout over three pieces
// and layer normalisation.
type Layer struct {
	set         *Set
	bias        []float32 // of piece 0, 1, 2
	gain, shift []float32
}

// NewLayer returns a layer with an output as long as gain and shift. The three
// biases of each output stand side by side, as a model file has them.
func (s *Set) NewLayer(bias, gain, shift []float32) *Layer {
	return &Layer{s, Planes(bias, Pieces), gain, shift}
}

// Planes reorders values of which the pieces of an output stand side by side:
// the first pieces of all outputs come first, then the second ones.
func Planes(values []float32, pieces int) []float32 {
	out := make([]float32, len(values))
	n := len(values) / pieces
	for i, v := range values {
		out[i%pieces*n+i/pieces] = v
	}
	return out
}

// Finish writes to dst what the layer makes of y, the product of a Matrix or
// Window with three pieces, and adds the numbers of add unless it is nil.
func (l *Layer) Finish(dst, y, add []float32) {
	n := len(l.gain)
	if add != nil {
		add = add[:n]
	}
	l.set.finish(l, dst[:n], y[:Pieces*n], add)
}

func finishPlain(l *Layer, dst, y, add []float32) {
	n := len(dst)
	y0, y1, y2 := y[:n], y[n:2*n], y[2*n:3*n]
	b0, b1, b2 := l.bias[:n], l.bias[n:2*n], l.bias[2*n:3*n]
	for i := range dst {
		dst[i] = max(y0[i]+b0[i], y1[i]+b1[i], y2[i]+b2[i])
	}
	normalise(dst, l.gain, l.shift)
	if add != nil {
		addPlain(dst, add)
	}
}

// normalise brings x to mean 0 and variance 1, then scales it by gain and adds
// shift, in place.
func normalise(x, gain, shift []float32) {
	n := float32(len(x))
	mean := sum(x) / n
	var s0, s1 float32
	for i, v := range x {
		v -= mean
		x[i] = v
		if i&1 == 0 {
			s0 += v * v
		} else {
			s1 += v * v
		}
	}
	scale := float32(1 / math.Sqrt(float64((s0+s1)/n+epsilon)))
	gain, shift = gain[:len(x)], shift[:len(x)]
	for i, v := range x {
		x[i] = v*scale*gain[i] + shift[i]
	}
}

// sum adds up x in four strands.
func sum(x []float32) float32 {
	var a, b, c, d float32
	for len(x) >= 4 {
		a += x[0]
		b += x[1]
		c += x[2]
		d += x[3]
		x = x[4:]
	}
	for _, v := range x {
		a += v
	}
	return (a + b) + (c + d)
}

// Argmax returns the index of the greatest value, the first of equals.
func Argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
