package lemma_test

import (
	"testing"

	"entente/extract/nlp/internal/lemma"
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modeltest"
	"entente/extract/nlp/internal/pytext"
)

// The values are spaCy's.
func TestLemma(t *testing.T) {
	f := modeltest.Open(t)
	text := pytext.Load(f)
	x := lexicon.Load(f, text)
	l := lemma.Load(f, text)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, pos, morph, want string }{
		{"Talks", "NOUN", "Number=Plur", "talk"},
		{"Wolves", "NOUN", "Number=Plur", "wolf"},
		{"criteria", "NOUN", "Number=Plur", "criterion"},
		{"News", "NOUN", "Number=Sing", "news"},
		{"met", "VERB", "Tense=Past|VerbForm=Fin", "meet"},
		{"Said", "VERB", "Tense=Past|VerbForm=Fin", "say"},
		{"lying", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "lie"},
		{"goes", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "go"},
		{"Go", "VERB", "VerbForm=Inf", "go"},
		{"leaves", "VERB", "Tense=Pres|VerbForm=Fin", "leaves"},
		{"bigger", "ADJ", "Degree=Cmp", "big"},
		{"Big", "ADJ", "Degree=Pos", "big"},
		{"better", "ADV", "Degree=Cmp", "well"},
		{"quickly", "ADV", "", "quickly"},
		{"“", "PUNCT", "PunctSide=Ini|PunctType=Quot", "\""},
		{"Reyes", "PROPN", "Number=Sing", "Reyes"},
		{"The", "DET", "Definite=Def|PronType=Art", "the"},
		{"\n", "SPACE", "", "\n"},
		{"Zorblings", "NOUN", "Number=Plur", "zorbling"},
	} {
		for range 2 { // the second time from what is kept with the word
			if got := l.Lemma(x.Get(c.word), c.pos, c.morph); got != c.want {
				t.Errorf("%s/%s %s: %q, want %q", c.word, c.pos, c.morph, got, c.want)
			}
		}
	}
}
