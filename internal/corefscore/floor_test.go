package corefscore_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"entente/extract"
	"entente/internal/corefscore"
)

// floors of the built-in engine on the project's own labelled texts. Raise one
// when a change lifts its figure for good (run with -v, which prints the
// figures); lower one only with the reason in the commit.
var floors = []struct {
	name  string
	value func(corefscore.Score) float64
	floor float64
}{
	{"mentions, precision", func(s corefscore.Score) float64 { return s.Mentions.P() }, 0.90},
	{"mentions, recall", func(s corefscore.Score) float64 { return s.Mentions.R() }, 0.89},
	{"MUC", func(s corefscore.Score) float64 { return s.MUC.F() }, 0.82},
	{"B³", func(s corefscore.Score) float64 { return s.B3.F() }, 0.79},
	{"CEAFe", func(s corefscore.Score) float64 { return s.CEAFe.F() }, 0.80},
	{"CoNLL mean", corefscore.Score.Mean, 0.81},
}

func TestFloors(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/coref/*.conll")
	if err != nil || len(files) == 0 {
		t.Fatal("no labelled texts", err)
	}
	var list []corefscore.Score
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := corefscore.Read(f, file)
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		for i := range docs {
			list = append(list, found(x, &docs[i]))
		}
	}
	all := corefscore.Sum("all", list)
	for _, f := range floors {
		got := f.value(all)
		t.Logf("%-20s %.4f, floor %.2f", f.name, got, f.floor)
		if got < f.floor {
			t.Errorf("%s is %.4f, below %.2f", f.name, got, f.floor)
		}
	}
}

// found scores what the engine finds in the running text of a document.
func found(x *extract.Extractor, d *corefscore.Document) corefscore.Score {
	text := d.Text()
	r := x.ResolveText(text.String, "")
	return corefscore.Compare(d.Chains, text.Chains(r.Coref.Bytes(r.Doc)))
}
