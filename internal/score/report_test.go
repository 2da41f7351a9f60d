package score_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
	"entente/internal/score"
)

// TestReports compares both forms of a report with testdata/report.*
// (UPDATE_GOLDEN=1 writes them).
func TestReports(t *testing.T) {
	cases, err := score.Load("testdata/agree", "")
	if err != nil {
		t.Fatal(err)
	}
	rows := statements(t, "testdata/agree/statements.jsonl")
	sets := make([]score.Set, 0, len(cases))
	for i := range cases {
		s := score.Set{Name: cases[i].Outlet + " " + cases[i].Published, Result: score.NewResult()}
		s.Add(&cases[i], rows[cases[i].Article])
		sets = append(sets, s)
	}
	for name, f := range map[string]score.Format{"testdata/report.md": score.Markdown, "testdata/report.txt": score.Text} {
		var b bytes.Buffer
		if err := score.Write(&b, f, sets, true); err != nil {
			t.Fatal(err)
		}
		if os.Getenv("UPDATE_GOLDEN") == "1" {
			if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), b.String()); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestReportIsHarmless holds that nothing an article or a label says can be
// taken for Markdown or move a terminal's cursor.
func TestReportIsHarmless(t *testing.T) {
	c := &score.Case{Labels: score.Labels{Article: "a\x1b.txt"}, Text: "*Ann* met `Bo`\x1b[2J <b>\n| x |"}
	s := statement(person("Ann `*` \x1b[31mLee"), graph.MetWith, person("Bo Ek"), graph.Occurred)
	s.Quote, s.Start, s.End, s.Rule = c.Text, 0, len(c.Text), "r`u"
	res := score.NewResult()
	res.Add(c, []graph.Statement{s})
	for f, want := range map[score.Format][]string{
		score.Markdown: {"`` Ann `*` [31mLee MET_WITH Bo Ek [occurred] `` by `` r`u ``", "\n  > \\*Ann\\* met \\`Bo\\` \\[2J \\<b> \\| x \\|\n"},
		score.Text:     {"wrong: Ann `*` [31mLee MET_WITH Bo Ek [occurred] by r`u\n    “*Ann* met `Bo` [2J <b> | x |”\n"},
	} {
		var b bytes.Buffer
		if err := score.Write(&b, f, []score.Set{{Name: "x", Result: res}}, true); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s lacks %q:\n%s", f, w, &b)
			}
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Errorf("%s has a control character", f)
		}
	}
}

func TestWriteFails(t *testing.T) {
	if err := score.Write(broken{}, score.Text, []score.Set{{Name: "x", Result: score.NewResult()}}, false); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

var errFull = errors.New("full")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errFull }

// TestNearest tells what an error shows instead: the label that is nearest.
func TestNearest(t *testing.T) {
	c := load(t)
	all := func(list ...graph.Statement) []score.Error {
		res := score.NewResult()
		res.Add(c, list)
		return res.Errors
	}
	of := func(list []score.Error, what score.What, edge string) *score.Error {
		for i := range list {
			if list[i].What == what && strings.HasPrefix(list[i].Edge, edge) {
				return &list[i]
			}
		}
		t.Fatalf("no error %s %s in %v", what, edge, list)
		return nil
	}
	turned := statement(person("Bo Ek"), graph.Accused, person("Ann Lee"), graph.Occurred)
	wrong := of(all(turned), score.Wrong, "Bo Ek ACCUSED Ann Lee")
	if d := cmp.Diff([]string{"meeting of lee, ek [occurred]"}, wrong.Instead); d != "" {
		t.Error(d)
	}
	status := of(all(statement(person("Ann Lee"), graph.MetWith, person("Bo Ek"), graph.Denied)), score.WrongStatus, "Ann Lee MET_WITH")
	if d := cmp.Diff([]string{"meeting of lee, ek [occurred]"}, status.Instead); d != "" {
		t.Error(d)
	}
	missed := of(all(turned), score.MeetingMissed, "meeting of lee, ek")
	if missed.Quote != "Ann Lee of Norland met Bo Ek." || len(missed.Instead) != 0 {
		t.Errorf("%+v", missed)
	}
	missed = of(all(turned), score.Missed, "lee HOLDS_OFFICE")
	if d := cmp.Diff([]string{"Bo Ek ACCUSED Ann Lee [occurred] by test"}, missed.Instead); d != "" {
		t.Error(d)
	}
}
