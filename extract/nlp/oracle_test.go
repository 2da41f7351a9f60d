package nlp_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/extract/nlp"
)

// fields are the elements of a token row in a dump, after its text and offsets.
var fields = []string{"space", "norm", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start"}

// dumped is a line of a dump of spaCy's output.
type dumped struct {
	Text   string
	Tokens [][]any
	Ents   [][]any
}

// report counts the differences between a dump and the pipeline.
type report struct {
	docs, tokens, ents, differing int
	by                            map[string]int
	examples                      []string
}

func (r *report) note(field, text string, args ...any) {
	r.by[field]++
	if len(r.examples) < 40 {
		r.examples = append(r.examples, fmt.Sprintf("%s: %v in %.300q", field, args, text))
	}
}

// compare annotates the texts of a dump and compares all fields.
func compare(t *testing.T, p *nlp.Pipeline, in io.Reader) *report {
	t.Helper()
	r := &report{by: make(map[string]int)}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<30)
	var docs []dumped
	var texts []string
	together := func() {
		for i, d := range p.AnnotateAll(texts) {
			r.doc(&docs[i], d)
		}
		docs, texts = docs[:0], texts[:0]
	}
	for sc.Scan() {
		var want dumped
		if err := json.Unmarshal(sc.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		docs, texts = append(docs, want), append(texts, want.Text)
		if len(docs) == 64 {
			together()
		}
	}
	together()
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *report) doc(want *dumped, got *nlp.Doc) {
	r.docs++
	r.tokens += len(want.Tokens)
	r.ents += len(want.Ents)
	if !r.sameTokens(want, got) {
		return
	}
	for i, w := range want.Tokens {
		if g := row(got, i); fmt.Sprint(g) != fmt.Sprint(w[3:]) {
			r.differing++
			for k, name := range fields {
				if fmt.Sprint(g[k]) != fmt.Sprint(w[3+k]) {
					r.note(name, want.Text, i, w[0], "want", w[3+k], "got", g[k])
				}
			}
		}
	}
	var ents [][]any
	for _, e := range got.Ents {
		ents = append(ents, []any{e.First, e.End, e.Label})
	}
	if a, b := fmt.Sprint(want.Ents), fmt.Sprint(ents); a != b {
		r.note("entities", want.Text, "want", a, "got", b)
	}
}

func (r *report) sameTokens(want *dumped, got *nlp.Doc) bool {
	same := len(want.Tokens) == len(got.Tokens)
	for i := 0; same && i < len(got.Tokens); i++ {
		w := want.Tokens[i]
		same = w[0] == got.Word(i) && w[1] == float64(got.Tokens[i].Start)
	}
	if !same {
		r.differing += len(want.Tokens)
		r.note("tokens", want.Text)
	}
	return same
}

// row returns the fields of token i as a dump has them.
func row(d *nlp.Doc, i int) []any {
	t := &d.Tokens[i]
	start := 0
	if t.SentStart {
		start = 1
	}
	return []any{t.Space, t.Norm, t.Tag, t.Pos, t.Morph, t.Lemma, t.Head, t.Dep, start}
}

func (r *report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d texts, %d tokens, %d entities: %d tokens differ", r.docs, r.tokens, r.ents, r.differing)
	for _, f := range append(fields, "tokens", "entities") {
		fmt.Fprintf(&b, ", %s %d", f, r.by[f])
	}
	return b.String()
}

// TestOracle compares with dumps of spaCy's output that model/dump.py writes:
//
//	NLP_DUMPS='/path/*.jsonl' go test -run Oracle -v ./extract/nlp
//
// NLP_MODEL names the model file to run instead of the one built in.
func TestOracle(t *testing.T) {
	files, err := filepath.Glob(os.Getenv("NLP_DUMPS"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("NLP_DUMPS names no files")
	}
	for _, kernel := range nlp.Kernels() {
		t.Run(kernel, func(t *testing.T) {
			p := load(t, nlp.WithKernel(kernel))
			if name := os.Getenv("NLP_MODEL"); name != "" {
				if p, err = nlp.LoadFile(name, nlp.WithKernel(kernel)); err != nil {
					t.Fatal(err)
				}
			}
			for _, name := range files {
				oracle(t, p, name)
			}
		})
	}
}

func oracle(t *testing.T, p *nlp.Pipeline, name string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := compare(t, p, f)
	t.Logf("%s: %s", filepath.Base(name), r)
	for _, e := range r.examples {
		t.Log(e)
	}
	if n := r.differing + r.by["entities"]; n*100_000 > r.tokens {
		t.Errorf("%s: %d of %d tokens or entity lists differ", name, n, r.tokens)
	}
}

func load(tb testing.TB, options ...nlp.Option) *nlp.Pipeline {
	tb.Helper()
	p, err := nlp.Load(options...)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
