package corefscore_test

import (
	"reflect"
	"strings"
	"testing"

	"entente/internal/corefscore"
)

func TestRead(t *testing.T) {
	type span = corefscore.Span
	for _, c := range []struct {
		name, in string
		want     []corefscore.Document
		err      string
	}{
		{
			"nested", "# begin document\n0\tthe\t(3(1\n1\tfirm\t_\n2\t's\t1)\n3\tsite\t3)\n4\tit\t(3)\n5\tthey\t(1)\n# end document\n",
			[]corefscore.Document{{Name: "x", Words: strings.Fields("the firm 's site it they"), Chains: [][]span{{{0, 4}, {4, 5}}, {{0, 3}, {5, 6}}}}},
			"",
		},
		{
			"two documents, one chain inside itself", "#begin document (a/b); part 0\n0 a (1\n1 b (1)\n2 c 1)\n#end document\n\n#begin document d\n0 e _\n",
			[]corefscore.Document{{Name: "(a/b); part 0", Words: []string{"a", "b", "c"}, Chains: [][]span{{{0, 3}, {1, 2}}}}, {Name: "d", Words: []string{"e"}}},
			"",
		},
		{
			"shared task", "bc/x 0 0 He PRP (TOP* - - - - * (0)\nbc/x 0 1 left VBD * - - - - * -\nbc/x 0 2 him PRP *) - - - - * (0)|(1)\n",
			[]corefscore.Document{{Name: "x", Words: []string{"He", "left", "him"}, Chains: [][]span{{{0, 1}, {2, 3}}}}},
			"",
		},
		{"word of white space", "0\t\u00a0\t_\n", []corefscore.Document{{Name: "x", Words: []string{"\u00a0"}}}, ""},
		{"empty", "\n", nil, "x.conll: no words in it: want lines of number, word and chains"},
		{"short line", "0 a\n", nil, "x.conll:1: want number, word and chains"},
		{"never closed", "0 a (1\n1 b (2\n", nil, "x.conll: chain 1 is never closed"},
		{"never opened", "0 a _\n1 b 2)\n", nil, `x.conll:2: chains "2)": 2 closes what was not opened`},
		{"no brackets", "0 a 2\n", nil, `x.conll:1: chains "2": 2 neither opens nor closes`},
		{"no number", "0 a (x)\n", nil, `x.conll:1: chains "(x)": a number is missing`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := corefscore.Read(strings.NewReader(c.in), "dir/x.conll")
			if message := strings.TrimPrefix(errorText(err), "dir/"); message != c.err {
				t.Fatalf("error %q, want %q", message, c.err)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%+v\nwant %+v", got, c.want)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestText(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{`The firm 's plan ( it says ) is n't "` + ` ready " , yet .`, `The firm's plan (it says) isn't "ready", yet.`},
		{`a 14 - year - old boy - and his $ 20 bike`, `a 14-year-old boy - and his $20 bike`},
		{`day - to - day work , 30 % off / on`, `day-to-day work, 30% off/on`},
		{`They ’ve gone ; we 'll stay : why ?`, `They’ve gone; we'll stay: why?`},
	} {
		d := corefscore.Document{Words: strings.Fields(c.words)}
		text := d.Text()
		if text.String != c.want {
			t.Errorf("%q\nwant %q", text.String, c.want)
		}
		for i, w := range d.Words {
			if text.String[text.Starts[i]:text.Ends[i]] != w || text.At(text.Starts[i], text.Ends[i]) != (corefscore.Span{First: i, End: i + 1}) {
				t.Errorf("word %d %q is not found again", i, w)
			}
		}
	}
}

// FuzzRead holds that no bytes make reading, joining or comparing fail, and
// that what was read is in order.
func FuzzRead(f *testing.F) {
	f.Add([]byte("# begin document\n0\tthe\t(3(1\n1\tfirm\t_\n2\t's\t1)\n3\tsite\t3)\n4\tit\t(3)\n5\tthey\t(1)\n"))
	f.Add([]byte("#begin document (a); part 0\n0 a (1\n1 b (1)|(2\n2 \" 1)|2)\n#end document\n0 - (4)\n"))
	f.Add([]byte("0\t\u00a0\t(1)\n1\t-\t(1)\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		docs, err := corefscore.Read(strings.NewReader(string(b)), "f")
		if (err == nil) != (len(docs) > 0) {
			t.Fatalf("%d documents, error %v", len(docs), err)
		}
		for i := range docs {
			d := &docs[i]
			text := d.Text()
			for _, chain := range d.Chains {
				for _, m := range chain {
					if m.First < 0 || m.First >= m.End || m.End > len(d.Words) {
						t.Errorf("%v of %d words", m, len(d.Words))
					}
				}
			}
			for w, word := range d.Words {
				if text.String[text.Starts[w]:text.Ends[w]] != word {
					t.Errorf("%q is not found again", word)
				}
			}
			if s := corefscore.Compare(d.Chains, d.Chains); len(d.Chains) > 0 && (s.Mean() < 1-1e-9 || s.Mean() > 1+1e-9) {
				t.Errorf("compared with itself: %f", s.Mean())
			}
		}
	})
}
