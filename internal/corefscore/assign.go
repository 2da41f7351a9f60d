package corefscore

import "math"

// assign returns the greatest sum of weights that a pairing of rows with
// columns, one to one, can have: the algorithm of Kuhn and Munkres with
// potentials, in cubic time. Weights are not negative; rows are equally long.
func assign(weight [][]float64) float64 {
	if len(weight) == 0 || len(weight[0]) == 0 {
		return 0
	}
	if len(weight) > len(weight[0]) {
		weight = transposed(weight)
	}
	n, m := len(weight), len(weight[0])
	h := &matching{weight: weight, rows: make([]float64, n+1), columns: make([]float64, m+1), row: make([]int, m+1)}
	for i := 1; i <= n; i++ {
		h.enter(i)
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if i := h.row[j]; i > 0 {
			sum += weight[i-1][j-1]
		}
	}
	return sum
}

func transposed(weight [][]float64) [][]float64 {
	out := make([][]float64, len(weight[0]))
	for j := range out {
		out[j] = make([]float64, len(weight))
		for i := range weight {
			out[j][i] = weight[i][j]
		}
	}
	return out
}

// matching pairs rows with columns; both are numbered from 1, column 0 holds
// the row that is being entered.
type matching struct {
	weight        [][]float64
	rows, columns []float64 // potentials
	row           []int     // of a column, 0 for a free one
}

// enter pairs one more row, moving others along the cheapest path to a free
// column.
func (h *matching) enter(i int) {
	m := len(h.columns) - 1
	least := make([]float64, m+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	from := make([]int, m+1)
	done := make([]bool, m+1)
	h.row[0] = i
	at := 0
	for {
		done[at] = true
		next, delta := h.cheapest(at, least, from, done)
		for j := 0; j <= m; j++ {
			if done[j] {
				h.rows[h.row[j]] += delta
				h.columns[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		at = next
		if h.row[at] == 0 {
			break
		}
	}
	for at != 0 {
		h.row[at] = h.row[from[at]]
		at = from[at]
	}
}

// cheapest relaxes the columns that can be reached from a column and returns
// the nearest one.
func (h *matching) cheapest(at int, least []float64, from []int, done []bool) (next int, delta float64) {
	i := h.row[at]
	delta = math.Inf(1)
	for j := 1; j < len(least); j++ {
		if done[j] {
			continue
		}
		if c := -h.weight[i-1][j-1] - h.rows[i] - h.columns[j]; c < least[j] {
			least[j], from[j] = c, at
		}
		if least[j] < delta {
			next, delta = j, least[j]
		}
	}
	return next, delta
}
