// Package corefscore compares chains of coreferent mentions with labelled ones,
// by the three measures of the CoNLL shared tasks and their mean: MUC, which
// counts links (Vilain and others 1995); B³, which counts, for every mention,
// how much of its chain is right (Bagga and Baldwin 1998); CEAFe, which pairs
// chains with chains so that they agree most (Luo 2005).
//
// The steps: Read reads labelled documents, Text makes running text of their
// words, At finds the words again by bytes, Compare counts, Sum adds documents
// up, Write tells the figures.
package corefscore

// Ratio is the numerators and denominators of a precision and a recall, kept
// apart so that documents add up.
type Ratio struct{ Recalled, Key, Correct, Response float64 }

// P is the precision, 0 where nothing was answered.
func (r Ratio) P() float64 { return div(r.Correct, r.Response) }

// R is the recall, 0 where nothing was to be found.
func (r Ratio) R() float64 { return div(r.Recalled, r.Key) }

// F is the harmonic mean of both.
func (r Ratio) F() float64 { return div(2*r.P()*r.R(), r.P()+r.R()) }

func (r Ratio) plus(s Ratio) Ratio {
	return Ratio{r.Recalled + s.Recalled, r.Key + s.Key, r.Correct + s.Correct, r.Response + s.Response}
}

func div(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Score is how one document, or several, agree with their labels. Mentions
// counts spans that stand in any chain.
type Score struct {
	Name                        string
	Mentions, MUC, B3, CEAFe    Ratio
	Words, KeyChains, OutChains int
}

// Mean is the mean of the F of MUC, B³ and CEAFe.
func (s Score) Mean() float64 { return (s.MUC.F() + s.B3.F() + s.CEAFe.F()) / 3 }

// Sum adds scores up: each measure is taken over all documents at once, as the
// shared tasks do, not averaged.
func Sum(name string, list []Score) Score {
	out := Score{Name: name}
	for _, s := range list {
		out.Mentions = out.Mentions.plus(s.Mentions)
		out.MUC = out.MUC.plus(s.MUC)
		out.B3 = out.B3.plus(s.B3)
		out.CEAFe = out.CEAFe.plus(s.CEAFe)
		out.Words += s.Words
		out.KeyChains += s.KeyChains
		out.OutChains += s.OutChains
	}
	return out
}

// Compare scores the chains of a response against those of a key. Both are
// cleaned first.
func Compare(key, response [][]Span) Score {
	k, r := Clean(key), Clean(response)
	t := newTable(k, r)
	s := Score{KeyChains: len(k), OutChains: len(r)}
	s.Mentions = Ratio{float64(t.shared), float64(count(k)), float64(t.shared), float64(count(r))}
	s.MUC.Recalled, s.MUC.Key = links(k, t.ofResponse)
	s.MUC.Correct, s.MUC.Response = links(r, t.ofKey)
	s.B3 = t.bCubed()
	both := t.align()
	s.CEAFe = Ratio{both, float64(len(k)), both, float64(len(r))}
	return s
}

func count(chains [][]Span) int {
	n := 0
	for _, c := range chains {
		n += len(c)
	}
	return n
}

// table counts, for every pair of chains, the mentions that they share.
type table struct {
	key, response     [][]Span
	ofKey, ofResponse map[Span]int
	common            [][]int
	shared            int
}

func newTable(key, response [][]Span) *table {
	t := &table{key: key, response: response, ofKey: chainOf(key), ofResponse: chainOf(response)}
	for i, chain := range key {
		t.common = append(t.common, make([]int, len(response)))
		for _, m := range chain {
			if j, ok := t.ofResponse[m]; ok {
				t.common[i][j]++
				t.shared++
			}
		}
	}
	return t
}

func chainOf(chains [][]Span) map[Span]int {
	out := map[Span]int{}
	for i, chain := range chains {
		for _, m := range chain {
			out[m] = i
		}
	}
	return out
}

// links is MUC: a chain of n mentions is held together by n-1 links; one is
// lost for every part beyond the first into which the other side splits it. A
// mention that the other side does not have is a part by itself.
func links(chains [][]Span, other map[Span]int) (kept, all float64) {
	for _, chain := range chains {
		parts, alone := map[int]bool{}, 0
		for _, m := range chain {
			if j, ok := other[m]; ok {
				parts[j] = true
			} else {
				alone++
			}
		}
		kept += float64(len(chain) - len(parts) - alone)
		all += float64(len(chain) - 1)
	}
	return kept, all
}

// bCubed is B³: the mean over mentions of the share of its chain that the
// other side's chain of the same mention has too.
func (t *table) bCubed() Ratio {
	var r Ratio
	r.Key, r.Response = float64(count(t.key)), float64(count(t.response))
	for i, row := range t.common {
		for j, n := range row {
			square := float64(n * n)
			r.Recalled += square / float64(len(t.key[i]))
			r.Correct += square / float64(len(t.response[j]))
		}
	}
	return r
}

// align is CEAFe: the greatest sum of similarities over pairings of chains one
// to one, where two chains are as similar as the mentions that they share are
// many among those that they have (the fourth measure of Luo 2005).
func (t *table) align() float64 {
	weight := make([][]float64, len(t.key))
	for i, row := range t.common {
		weight[i] = make([]float64, len(row))
		for j, n := range row {
			weight[i][j] = 2 * float64(n) / float64(len(t.key[i])+len(t.response[j]))
		}
	}
	return assign(weight)
}
