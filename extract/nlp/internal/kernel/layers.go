package kernel

import "math"

// epsilon keeps the variance of a layer normalisation above zero.
const epsilon = 1e-8

// Maxout3 writes to each dst[i] the greatest of the three values
// y[3i:3i+3] + bias[3i:3i+3].
func Maxout3(dst, y, bias []float32) {
	y, bias = y[:3*len(dst)], bias[:3*len(dst)]
	for i := range dst {
		u, b := y[3*i:3*i+3:3*i+3], bias[3*i:3*i+3:3*i+3]
		dst[i] = max(u[0]+b[0], u[1]+b[1], u[2]+b[2])
	}
}

// Maxout2 writes to each dst[i] the greater of the two values
// y[2i:2i+2] + bias[2i:2i+2].
func Maxout2(dst, y, bias []float32) {
	y, bias = y[:2*len(dst)], bias[:2*len(dst)]
	for i := range dst {
		dst[i] = max(y[2*i]+bias[2*i], y[2*i+1]+bias[2*i+1])
	}
}

// Normalise brings x to mean 0 and variance 1, then scales it by gain and adds
// shift, in place.
func Normalise(x, gain, shift []float32) {
	n := float32(len(x))
	mean := Sum(x) / n
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

// Sum adds up x in four strands.
func Sum(x []float32) float32 {
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

// Add adds x to dst.
func Add(dst, x []float32) {
	x = x[:len(dst)]
	for i := range dst {
		dst[i] += x[i]
	}
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
