package why_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/cmd/entente/internal/why"
	"entente/extract"
	"entente/graph"
)

const text = `Spain and Sweden talk at the lake

Foreign Minister Ana Ruiz of Spain met Prime Minister Erik Lind of Sweden in Geneva on Monday. She told him that Madrid would pay.

The two ministers had lunch. “I am content,” the Spanish foreign minister said. A second Lind, Eva Lind, was not there.
`

func resolved(t *testing.T, x *extract.Extractor, text string, published graph.Date) *extract.Resolved {
	t.Helper()
	r, err := x.Resolve(t.Context(), &graph.Article{ID: "lake.txt", Text: text, Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func extractor(t *testing.T) *extract.Extractor {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// told writes whom the names mean, and by which rules the mentions that bear
// them got there.
func told(a *why.Answer) string {
	out := make([]string, 0, len(a.Entities))
	for _, e := range a.Entities {
		out = append(out, e.Ref.Name+" <- "+strings.Join(e.Names, "+"))
	}
	return strings.Join(out, "; ")
}

func TestAsk(t *testing.T) {
	r := resolved(t, extractor(t), text, "2024-05-14")
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"Ana Ruiz"}, "Ana Ruiz <- Ana Ruiz"},
		{[]string{"ána RUÍZ"}, "Ana Ruiz <- ána RUÍZ"},
		{[]string{"person:ana-ruiz", "she"}, "Ana Ruiz <- person:ana-ruiz+she"},
		{[]string{"the Spanish foreign minister", "I"}, "Ana Ruiz <- the Spanish foreign minister+I"},
		{[]string{"him", "Erik"}, "Erik Lind <- him+Erik"},
		{[]string{"she", "him"}, "Ana Ruiz <- she; Erik Lind <- him"},
		{[]string{"Madrid", "Spain"}, "Spain <- Madrid+Spain; Madrid <- Madrid"},
		{[]string{"iso:ES"}, "Spain <- iso:ES"},
		{[]string{"Erik Lind", "Eva Lind"}, "Erik Lind <- Erik Lind; Eva Lind <- Eva Lind"},
		{[]string{"the two ministers", "him"}, "Erik Lind <- the two ministers+him; Ana Ruiz <- the two ministers"},
	} {
		a, err := why.Ask(r, c.names...)
		if err != nil {
			t.Errorf("%v: %v", c.names, err)
			continue
		}
		if got := told(a); got != c.want {
			t.Errorf("%v: %s, want %s", c.names, got, c.want)
		}
	}
	var unknown *why.UnknownError
	for _, name := range []string{"Zhou", "", "—", "iso:FR"} {
		if _, err := why.Ask(r, "Ana Ruiz", name); !errors.As(err, &unknown) || unknown.Name != name || !slices.Contains(unknown.There, "Ana Ruiz") {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := (&why.UnknownError{Name: "x"}).Error(); err != `nobody and nothing in the article is called "x"` {
		t.Error(err)
	}
}

// TestMentions holds that each mention is the text at its bytes, inside its
// sentence.
func TestMentions(t *testing.T) {
	r := resolved(t, extractor(t), text, "2024-05-14")
	a, err := why.Ask(r, "Ana Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]string{}
	for _, m := range a.Entities[0].Mentions {
		if text[m.Start:m.End] != m.Text || text[m.SentenceStart:m.SentenceStart+len(m.Sentence)] != m.Sentence ||
			m.Start < m.SentenceStart || m.End > m.SentenceStart+len(m.Sentence) {
			t.Errorf("%+v", m)
		}
		rules[m.Text] = m.Form + " " + m.As + " " + m.Rule
	}
	want := map[string]string{
		"Foreign Minister Ana Ruiz": "name actor full-name", "She": "pronoun actor pronoun", "The two ministers": "description member pair",
		"I": "pronoun actor speaker", "the Spanish foreign minister": "description actor role-alone",
	}
	if d := cmp.Diff(want, rules); d != "" {
		t.Error(d)
	}
}

func TestText(t *testing.T) {
	x := extractor(t)
	r := resolved(t, x, text, "2024-05-14")
	for _, c := range []struct {
		names []string
		want  []string
	}{
		{[]string{"she", "ana ruiz"}, []string{
			"“she” and “ana ruiz” are one: Ana Ruiz (Person, ES)\n\nAna Ruiz (Person, ES)  person:ana-ruiz\n",
			"  knowledge base: no record\n",
			"  the article: Ana Ruiz is foreign minister, Spain, by title: “Foreign Minister Ana Ruiz”\n",
			"\n  “She” pronoun, by pronoun [130,133)\n    «She» told him that Madrid would pay.\n",
			"\n  “Foreign Minister Ana Ruiz” name, by full-name [", "\nRules:\n", "\n  pronoun ",
		}},
		{[]string{"Erik Lind", "Eva Lind"}, []string{"“Erik Lind” and “Eva Lind” are not one: no rule joins them\n"}},
		{[]string{"Spain", "Ana Ruiz"}, []string{"are not one: one is a Country, one a Person\n"}},
		{[]string{"Spain", "Sweden"}, []string{"are not one: the knowledge base knows them as two\n"}},
		{[]string{"the two ministers", "him"}, []string{
			"can be one: Erik Lind (Person, SE)\n", "“The two ministers” description for several, with Ana Ruiz, by pair [", "\n    «The two ministers» had lunch.\n",
		}},
		{[]string{"Geneva"}, []string{"name of a place"}},
	} {
		a, err := why.Ask(r, c.names...)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := a.Text(&b); err != nil {
			t.Fatal(err)
		}
		for _, w := range c.want {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%v lacks %q:\n%s", c.names, w, b.String())
			}
		}
	}
}

// TestOffices holds that the offices which the knowledge base records are told,
// and which of them are of the article's day.
func TestOffices(t *testing.T) {
	r := resolved(t, extractor(t), "A visit\n\nAngela Merkel met reporters in Berlin on Monday. The chancellor said that she was content.\n", "2010-03-02")
	a, err := why.Ask(r, "Angela Merkel", "the chancellor")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := a.Text(&b); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`are one: Angela Merkel[\s\S]*\(DE\), 2005-\S+ – 2021-\S+, at the article's date\n`).MatchString(b.String()) {
		t.Error(b.String())
	}
}

// TestHarmless holds that no control character of an article reaches a terminal.
func TestHarmless(t *testing.T) {
	r := resolved(t, extractor(t), "A visit\n\nAna\x1b[31m Ruiz of Spain met Erik Lind\u202e of Sweden on Monday, and Ana Ruiz told him so again today.\n", "")
	a, err := why.Ask(r, "Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := a.Text(&b); err != nil || strings.ContainsAny(b.String(), "\x1b\u202e") {
		t.Errorf("%v: %q", err, b.String())
	}
}

func TestLines(t *testing.T) {
	r := resolved(t, extractor(t), text, "2024-05-14")
	a, err := why.Ask(r, "she", "him")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := a.Lines(&b); err != nil {
		t.Fatal(err)
	}
	var names []string
	for dec := json.NewDecoder(&b); dec.More(); {
		var e why.Entity
		if err := dec.Decode(&e); err != nil {
			t.Fatal(err)
		}
		names = append(names, e.Ref.ID+" "+strings.Join(e.Names, "+"))
	}
	if d := cmp.Diff([]string{"person:ana-ruiz she", "person:erik-lind him"}, names); d != "" {
		t.Error(d)
	}
}

// TestRulesAreExplained holds that every rule has its words: those of the table
// of sieves, and those that the test articles bring to light.
func TestRulesAreExplained(t *testing.T) {
	raw, err := os.ReadFile("../../../../extract/actors/README.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| ([a-z-]+) \\| `").FindAllStringSubmatch(string(raw), -1) {
		rules[m[1]] = true
	}
	if len(rules) < 15 {
		t.Fatalf("only %d sieves in the table", len(rules))
	}
	x := extractor(t)
	files, err := os.ReadDir("../../../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		article, err := os.ReadFile("../../../../testdata/articles/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		r := resolved(t, x, string(article), "")
		for _, m := range r.Who.Mentions {
			rules[m.Rule] = true
		}
		for _, o := range r.Who.Offices {
			rules[o.Rule] = true
		}
	}
	for rule := range rules {
		if why.Meaning(rule) == "" {
			t.Errorf("nothing is said of rule %q", rule)
		}
	}
	if why.Meaning("no such rule") != "" {
		t.Error("a rule that is none has a meaning")
	}
}
