package tok2vec_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"entente/extract/nlp/internal/kernel"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
	"entente/extract/nlp/internal/strhash"
	"entente/extract/nlp/internal/tok2vec"
	"entente/extract/nlp/internal/tokenizer"
)

const (
	width  = 96
	pieces = 3
	depth  = 4
	pad    = 4
)

// plain computes a network the long way round, in float64: whole window
// products over the text with four empty tokens on both sides.
type plain struct {
	f      *modelfile.File
	prefix string
	rows   []uint32
}

// layer applies linear layer i, maxout and normalisation to each row.
func (p plain) layer(i int, x [][]float64) [][]float64 {
	at := fmt.Sprintf("%s.%d", p.prefix, i)
	in := len(x[0])
	w, b := p.f.Floats(at+".W", width*pieces*in), p.f.Floats(at+".b", width*pieces)
	gain, shift := p.f.Floats(at+".norm.G", width), p.f.Floats(at+".norm.b", width)
	out := make([][]float64, len(x))
	for r := range x {
		y := make([]float64, width)
		var mean, variance float64
		for o := range y {
			y[o] = math.Inf(-1)
			for q := range pieces {
				sum := float64(b[o*pieces+q])
				for k, v := range x[r] {
					sum += v * float64(w[(o*pieces+q)*in+k])
				}
				y[o] = max(y[o], sum)
			}
			mean += y[o] / width
		}
		for _, v := range y {
			variance += (v - mean) * (v - mean) / width
		}
		for o := range y {
			y[o] = (y[o]-mean)/math.Sqrt(variance+1e-8)*float64(gain[o]) + float64(shift[o])
		}
		out[r] = y
	}
	return out
}

func (p plain) run(toks []tokenizer.Token) [][]float64 {
	words := make([][]float64, len(toks))
	for i, t := range toks {
		for c, n := range p.rows {
			v := make([]float64, width)
			table := p.f.Floats(fmt.Sprintf("%s.embed.%d", p.prefix, c), int(n)*width)
			for _, h := range strhash.Rows(id(t, c), uint32(8+c)) {
				for k, e := range table[int(h%n)*width:][:width] {
					v[k] += float64(e)
				}
			}
			words[i] = append(words[i], v...)
		}
	}
	x := p.layer(0, words)
	zero := make([]float64, width)
	for range pad {
		x = append(append([][]float64{zero}, x...), zero)
	}
	for l := 1; l <= depth; l++ {
		windows := make([][]float64, len(x))
		for i := range x {
			for _, j := range []int{i - 1, i, i + 1} {
				if j < 0 || j >= len(x) {
					windows[i] = append(windows[i], zero...)
				} else {
					windows[i] = append(windows[i], x[j]...)
				}
			}
		}
		y := p.layer(l, windows)
		for i := range y {
			for k := range y[i] {
				y[i][k] += x[i][k]
			}
		}
		x = y
	}
	return x[pad : len(x)-pad]
}

func id(t tokenizer.Token, column int) uint64 {
	flag := map[bool]uint64{true: 1}
	return []uint64{t.Lex.NormID, t.Lex.PrefixID, t.Lex.SuffixID, t.Lex.ShapeID, flag[t.Space], flag[t.Lex.Space]}[column]
}

func TestRun(t *testing.T) {
	f := modeltest.Open(t)
	text := pytext.Load(f)
	tok := tokenizer.Load(f, text, lexicon.Load(f, text))
	shared, own := tok2vec.Load(f, kernel.Best(), "tok2vec", 0), tok2vec.Load(f, kernel.Best(), "ner.tok2vec", 2)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	refs := map[*tok2vec.Net]plain{
		shared: {f, "tok2vec", []uint32{5000, 1000, 2500, 2500, 50, 50}},
		own:    {f, "ner.tok2vec", []uint32{5000, 1000, 2500, 2500}},
	}
	sentence := "The envoy of Norland didn't meet Ana Reyes in Geneva on May 3rd, 2024.\n"
	for _, text := range []string{"No", "It rained.", sentence, strings.Repeat(sentence, 16)} {
		toks := tok.Tokenize(nil, text)
		for net, ref := range refs {
			want := ref.run(toks)
			seen := 0
			net.Run(toks, func(first int, rows []float32) {
				if first != seen {
					t.Fatalf("rows from %d, want %d", first, seen)
				}
				for i, v := range rows {
					if w := want[first+i/width][i%width]; math.Abs(float64(v)-w) > 1e-4 {
						t.Fatalf("%s: token %d of %d, number %d: %v, want %v", ref.prefix, first+i/width, len(toks), i%width, v, w)
					}
				}
				seen += len(rows) / width
			})
			if seen != len(toks) {
				t.Errorf("%d of %d tokens", seen, len(toks))
			}
		}
	}
}
