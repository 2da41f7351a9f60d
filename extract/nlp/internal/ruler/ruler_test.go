package ruler_test

import (
	"strings"
	"testing"

	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
	"entente/extract/nlp/internal/ruler"
)

// tokens is a text of word/TAG/label triples.
type tokens struct {
	lex   []*lexicon.Lexeme
	parts [][]string
}

func (t tokens) Len() int                     { return len(t.lex) }
func (t tokens) Lexeme(i int) *lexicon.Lexeme { return t.lex[i] }
func (t tokens) Labels(i int) (tag, dep string) {
	return t.parts[i][1], t.parts[i][2]
}

// TestApply has one case for each kind of condition; the values are spaCy's.
func TestApply(t *testing.T) {
	f := modeltest.Open(t)
	x := lexicon.Load(f, pytext.Load(f))
	r := ruler.Load(f, x)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		index int
		want  string // tag, dep, pos, morph, lemma
	}{
		{"cat NN nsubj", 0, "NN nsubj NOUN Number=Sing "},
		{"The DT det", 0, "DT det DET Definite=Def|PronType=Art "},
		{"That DT nsubj", 0, "DT nsubj PRON Number=Sing|PronType=Dem "},
		{"I PRP nsubj", 0, "PRP nsubj PRON Case=Nom|Number=Sing|Person=1|PronType=Prs I"},
		{"it PRP dobj", 0, "PRP dobj PRON Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs it"},
		{"n't RB neg", 0, "RB neg PART Polarity=Neg not"},
		{"has VBZ aux", 0, "VBZ aux AUX Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin have"},
		{"has VBZ ROOT", 0, "VBZ ROOT VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin have"},
		{"to TO aux", 0, "TO aux PART  "},
		{"that IN mark", 0, "IN mark SCONJ  "},
		{"There EX expl;is VBZ ROOT", 1, "VBZ ROOT VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin be"},
		{"gon VBG ROOT;na TO aux", 0, "VBG ROOT VERB Aspect=Prog|Tense=Pres|VerbForm=Part go"},
		{"gon VBG ROOT;na TO aux", 1, "TO aux PART  to"},
		{"na TO aux;gon VBG ROOT", 0, "TO aux PART  "},
		{"ai VBP aux;n't RB neg", 0, "VBP aux AUX Tense=Pres|VerbForm=Fin be"},
		{"y' PRP nsubj;all DT appos", 0, "PRP nsubj PRON PronType=Prs you"},
		{"got VBD ROOT", 0, "VBD ROOT VERB Tense=Past|VerbForm=Fin get"},
		{"\n _SP punct", 0, "_SP dep SPACE  "},
		{"\n NN punct", 0, "_SP dep SPACE  "},
		{"x _SP punct", 0, "_SP punct X  "},
	} {
		var k tokens
		for part := range strings.SplitSeq(c.text, ";") {
			p := strings.Split(part, " ")
			k.parts = append(k.parts, p)
			k.lex = append(k.lex, x.New(p[0], ""))
		}
		a := r.Apply(k, c.index)
		if got := strings.Join([]string{a.Tag, a.Dep, a.Pos, a.Morph, a.Lemma}, " "); got != c.want {
			t.Errorf("%q, token %d: %q, want %q", c.text, c.index, got, c.want)
		}
	}
}
