package corefscore

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestAssign compares the algorithm with trying every pairing.
func TestAssign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n, m := 1+r.IntN(5), 1+r.IntN(5)
		w := make([][]float64, n)
		for i := range w {
			for range m {
				x := 0.0
				if r.IntN(3) > 0 {
					x = r.Float64()
				}
				w[i] = append(w[i], x)
			}
		}
		if got, want := assign(w), best(w, 0, make([]bool, m)); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v: %f, want %f", w, got, want)
		}
	}
	if assign(nil) != 0 || assign([][]float64{{}}) != 0 {
		t.Error("nothing to pair")
	}
}

func best(w [][]float64, i int, used []bool) float64 {
	if i == len(w) {
		return 0
	}
	most := best(w, i+1, used)
	for j := range used {
		if !used[j] {
			used[j] = true
			most = max(most, w[i][j]+best(w, i+1, used))
			used[j] = false
		}
	}
	return most
}
