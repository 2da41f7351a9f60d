package nlp_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/nlp"
)

func TestAppendJSONEscapes(t *testing.T) {
	d := &nlp.Doc{
		Text: "é\"\\\n\r\t\b\f\x01\x7f\u2028\xff",
		Tokens: []nlp.Token{
			{Start: 0, End: 2, Norm: "é", Tag: "NN", Pos: "NOUN", Lemma: "é", Dep: "ROOT", SentStart: true},
			{Start: 2, End: 3, Space: true, Norm: "\"", Morph: "A=b", Head: 0, Dep: "punct"},
		},
		Ents: []nlp.Ent{{First: 0, End: 1, Label: "ORG"}},
	}
	want := `{"text":"é\"\\\n\r\t\b\f\u0001` + "\x7f\u2028\uFFFD" + `",` +
		`"tokens":[["é",0,0,false,"é","NN","NOUN","","é",0,"ROOT",1],["\"",2,1,true,"\"","","","A=b","",0,"punct",0]],` +
		`"ents":[[0,1,"ORG"]]}`
	if diff := cmp.Diff(want, string(d.AppendJSON(nil))); diff != "" {
		t.Error(diff)
	}
}

func TestAppendCoNLLU(t *testing.T) {
	d := load(t).Annotate("The envoy met Ana Reyes in New York.\n\nShe didn't sign the 3 treaties\u2028of 1998.")
	got := string(d.AppendCoNLLU(nil))
	const file = "testdata/render.conllu"
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}
