package transition

const (
	ring  = 128 // tokens whose contributions are kept
	block = 32  // tokens whose contributions are computed at a time
	rows  = 48  // tokens projected at a time
)

// Scorer scores the states of one text at a time. It is not safe for
// concurrent use.
type Scorer struct {
	m       *Model
	vectors []float32 // projected token vectors
	n       int       // tokens
	done    int       // tokens whose contributions have been computed
	kept    []float32 // contributions of the last ring tokens, per feature
	owner   []int32   // token whose contribution stands in kept, for features not computed in blocks
	again   []float32 // contribution of a token that is no longer kept
	product []float32
	sum     []float32
	hidden  []float32
	scores  []float32
}

// NewScorer returns a scorer without a text.
func (m *Model) NewScorer() *Scorer {
	return &Scorer{
		m:       m,
		kept:    make([]float32, m.features*ring*m.lower[0].Stride),
		owner:   make([]int32, m.features*ring),
		again:   make([]float32, m.lower[0].Stride),
		product: make([]float32, rows*m.proj.Stride),
		sum:     make([]float32, m.wide),
		hidden:  make([]float32, m.hidden),
		scores:  make([]float32, m.upper.Stride),
	}
}

// Reset begins a text of n tokens. All of their vectors must then be added.
func (s *Scorer) Reset(n int) {
	s.n, s.done = n, 0
	for i := range s.owner {
		s.owner[i] = -1
	}
	if need := n * s.m.dim; cap(s.vectors) < need {
		s.vectors = make([]float32, need)
	} else {
		s.vectors = s.vectors[:need]
	}
}

// Add projects the vectors of tokens from first on.
func (s *Scorer) Add(first int, vectors []float32) {
	m := s.m
	n := len(vectors) / m.proj.In
	for r := 0; r < n; r += rows {
		k := min(rows, n-r)
		m.proj.Mul(s.product, vectors[r*m.proj.In:], k, m.proj.In)
		for i := range k {
			to := s.vectors[(first+r+i)*m.dim : (first+r+i+1)*m.dim]
			copy(to, s.product[i*m.proj.Stride:])
			m.set.Add(to, m.projBias)
		}
	}
}

// contribution returns what token t adds to the state as feature f.
func (s *Scorer) contribution(f, t int) []float32 {
	m := s.m
	stride := m.lower[f].Stride
	for t >= s.done {
		s.fill()
	}
	// the block being filled next takes the place of the oldest one
	if t < (s.done+block-1)/block*block-ring {
		m.lower[f].MulVec(s.again, s.vectors[t*m.dim:])
		return s.again[:m.wide]
	}
	i := f*ring + t%ring
	out := s.kept[i*stride : (i+1)*stride]
	if f >= m.eager && s.owner[i] != int32(t) {
		s.owner[i] = int32(t)
		m.lower[f].MulVec(out, s.vectors[t*m.dim:])
	}
	return out[:m.wide]
}

// fill computes the contributions of the next block of tokens as the features
// that nearly all tokens become.
func (s *Scorer) fill() {
	m := s.m
	n := min(block, s.n-s.done)
	for f, l := range m.lower[:m.eager] {
		l.Mul(s.kept[(f*ring+s.done%ring)*l.Stride:], s.vectors[s.done*m.dim:], n, m.dim)
	}
	s.done += n
}

// State computes the hidden layer for the feature tokens of a state; -1 stands
// for no token.
func (s *Scorer) State(tokens []int) {
	m := s.m
	clear(s.sum)
	for f, t := range tokens {
		if t < 0 {
			m.set.Add(s.sum, m.pad[f])
		} else {
			m.set.Add(s.sum, s.contribution(f, t))
		}
	}
	m.set.Maxout2(s.hidden, s.sum, m.lowerBias)
}

// Best returns the action with the highest score among the spans, which are
// ascending, and its score; the first of equals.
func (s *Scorer) Best(spans []Span) (action int, score float32) {
	m := s.m
	action = -1
	done := 0
	for _, sp := range spans {
		if sp.End > done {
			done = m.upper.MulSome(s.scores, s.hidden, max(sp.First, done), sp.End)
		}
		for i := sp.First; i < sp.End; i++ {
			if v := s.scores[i] + m.upperBias[i]; action < 0 || v > score {
				action, score = i, v
			}
		}
	}
	return action, score
}
