package corefscore_test

import (
	"math"
	"testing"

	"entente/internal/corefscore"
)

// chains makes spans of words of one letter: "abc de" is two chains.
func chains(list ...string) [][]corefscore.Span {
	out := make([][]corefscore.Span, 0, len(list))
	for _, s := range list {
		chain := make([]corefscore.Span, 0, len(s))
		for _, r := range s {
			chain = append(chain, corefscore.Span{First: int(r), End: int(r) + 1})
		}
		out = append(out, chain)
	}
	return out
}

// The figures are worked out by hand from the definitions.
func TestCompare(t *testing.T) {
	type pr struct{ p, r float64 }
	for _, c := range []struct {
		name          string
		key, response []string
		muc, b3, ceaf pr
	}{
		{"equal", []string{"abc", "de"}, []string{"ed", "bca"}, pr{1, 1}, pr{1, 1}, pr{1, 1}},
		{"nothing answered", []string{"abc"}, nil, pr{0, 0}, pr{0, 0}, pr{0, 0}},
		{"nothing to find", nil, []string{"ab"}, pr{0, 0}, pr{0, 0}, pr{0, 0}},
		// Vilain and others: one chain of four in two parts needs one link more.
		{"split", []string{"abcd"}, []string{"ab", "cd"}, pr{1, 2.0 / 3}, pr{1, 0.5}, pr{(2 * 2 / 6.0) / 2, 2 * 2 / 6.0}},
		{"joined", []string{"ab", "cd"}, []string{"abcd"}, pr{2.0 / 3, 1}, pr{0.5, 1}, pr{2 * 2 / 6.0, (2 * 2 / 6.0) / 2}},
		// Bagga and Baldwin: the same link too many costs MUC the same in both,
		// B³ more where it joins the longer chains; so for Luo.
		{"short with long", []string{"12345", "67", "89ABC"}, []string{"12345", "6789ABC"}, pr{9.0 / 10, 1}, pr{16.0 / 21, 1}, pr{(1 + 10.0/12) / 2, (1 + 10.0/12) / 3}},
		{"long with long", []string{"12345", "67", "89ABC"}, []string{"1234589ABC", "67"}, pr{9.0 / 10, 1}, pr{7.0 / 12, 1}, pr{(1 + 10.0/15) / 2, (1 + 10.0/15) / 3}},
		// c is missed, x and y are invented.
		{"other mentions", []string{"abc", "de"}, []string{"abx", "dy"}, pr{1.0 / 3, 1.0 / 3}, pr{(2*2/3.0 + 1/2.0) / 5, (2*2/3.0 + 1/2.0) / 5}, pr{(4/6.0 + 2/4.0) / 2, (4/6.0 + 2/4.0) / 2}},
		{"alone counts for nothing", []string{"ab", "c"}, []string{"ab", "d"}, pr{1, 1}, pr{1, 1}, pr{1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := corefscore.Compare(chains(c.key...), chains(c.response...))
			for _, m := range []struct {
				name string
				got  corefscore.Ratio
				want pr
			}{{"MUC", s.MUC, c.muc}, {"B³", s.B3, c.b3}, {"CEAFe", s.CEAFe, c.ceaf}} {
				if !near(m.got.P(), m.want.p) || !near(m.got.R(), m.want.r) {
					t.Errorf("%s: P %.4f R %.4f, want %.4f %.4f", m.name, m.got.P(), m.got.R(), m.want.p, m.want.r)
				}
			}
		})
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestMean(t *testing.T) {
	s := corefscore.Compare(chains("12345", "67", "89ABC"), chains("12345", "6789ABC"))
	// F: 18/19, 2·(16/21)/(37/21), 22/30.
	if want := (18.0/19 + 32.0/37 + 22.0/30) / 3; !near(s.Mean(), want) {
		t.Errorf("mean %.5f, want %.5f", s.Mean(), want)
	}
}

// Documents are added up before they are divided.
func TestSum(t *testing.T) {
	a := corefscore.Compare(chains("abcd"), chains("ab", "cd"))
	b := corefscore.Compare(chains("ab"), chains("ab"))
	s := corefscore.Sum("both", []corefscore.Score{a, b})
	if !near(s.MUC.R(), 3.0/4) || !near(s.B3.R(), (2+2)/6.0) || s.Name != "both" || s.KeyChains != 2 || s.OutChains != 3 {
		t.Errorf("%+v", s)
	}
}

func TestCleanKeepsEachMentionOnce(t *testing.T) {
	got := corefscore.Clean(chains("ba", "ac", "dd", "fee"))
	if len(got) != 2 || len(got[0]) != 2 || got[0][0].First != 'a' || got[1][0].First != 'e' || len(got[1]) != 2 {
		t.Errorf("%v", got)
	}
}
