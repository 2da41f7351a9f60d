// Package testdata_test keeps the labelled articles honest: whatever gold/README.md promises about a file of labels is
// checked here against the article it labels.
package testdata_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// set is a folder of labels with the folder of their articles and the page that lists both.
type set struct {
	labels, articles, page string
	least                  int // how many files of labels there must be
}

func sets() []set {
	return []set{
		{labels: "gold", articles: "articles", page: "README.md", least: 26},
		{labels: "unseen", articles: "unseen", page: "unseen/README.md", least: 6},
	}
}

// corpus is every article of all sets beside its labels, by file name without extension.
type corpus struct {
	names  []string
	set    map[string]set
	text   map[string]string
	labels map[string]labels
}

func read(t *testing.T) corpus {
	t.Helper()
	c := corpus{set: map[string]set{}, text: map[string]string{}, labels: map[string]labels{}}
	for _, s := range sets() {
		files, err := filepath.Glob(s.labels + "/*.json")
		if err != nil || len(files) < s.least {
			t.Fatalf("%s: %d files of labels, want %d or more (%v)", s.labels, len(files), s.least, err)
		}
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".json")
			if _, twice := c.labels[name]; twice {
				t.Fatalf("%s: there are labels of that name already", file)
			}
			c.names, c.set[name] = append(c.names, name), s
			c.labels[name], c.text[name] = readLabelled(t, file, s.articles)
		}
	}
	return c
}

// readLabelled reads a file of labels and its article.
func readLabelled(t *testing.T, file, articles string) (l labels, text string) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	article, err := os.ReadFile(filepath.Join(articles, l.Article))
	if err != nil || l.Article != strings.TrimSuffix(filepath.Base(file), ".json")+".txt" {
		t.Fatalf("%s: its article is %q (%v)", file, l.Article, err)
	}
	return l, string(article)
}

func TestLabelsFitTheirArticles(t *testing.T) {
	c := read(t)
	for _, name := range c.names {
		t.Run(name, func(t *testing.T) {
			for _, fault := range faultsOf(c.labels[name], c.text[name]) {
				t.Error(fault)
			}
		})
	}
}

func TestEveryArticleIsLabelled(t *testing.T) {
	c := read(t)
	for _, s := range sets() {
		files, err := filepath.Glob(s.articles + "/*.txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if c.set[strings.TrimSuffix(filepath.Base(file), ".txt")] != s {
				t.Errorf("%s has no labels in %s/", file, s.labels)
			}
		}
	}
}

// What entente build reads of an article beside its text is what the labels say of it.
func TestMetaAgrees(t *testing.T) {
	c := read(t)
	for _, name := range c.names {
		if c.set[name].labels == c.set[name].articles {
			continue // every *.json there is a file of labels
		}
		raw, err := os.ReadFile(filepath.Join(c.set[name].articles, name+".meta.json"))
		if err != nil {
			t.Error(err)
			continue
		}
		l := c.labels[name]
		var got map[string]string
		want := map[string]string{"published": l.Published, "outlet": l.Outlet, "url": l.URL}
		if err := json.Unmarshal(raw, &got); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s.meta.json: %v, its labels %v (%v)", name, got, want, err)
		}
	}
}

func TestArticlesArePlainText(t *testing.T) {
	c := read(t)
	for _, name := range c.names {
		text := c.text[name]
		lines := strings.Split(text, "\n")
		if len(lines) < 3 || lines[0] == "" || lines[1] != "" || lines[2] == "" {
			t.Errorf("%s: want a title, an empty line, then the text", name)
		}
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\t") || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s: want UTF-8 lines that end in \\n, without tabs", name)
		}
		if n := len(strings.Fields(text)); n < 350 || n > 600 {
			t.Errorf("%s: %d words, want 350 to 600", name, n)
		}
	}
}

// An id means the same real thing in every file, and a meeting shared by several files is one meeting.
func TestIdentityAcrossFiles(t *testing.T) {
	c := read(t)
	entities, meetings := map[string]entity{}, map[string]meeting{}
	for _, name := range c.names {
		for _, e := range c.labels[name].Entities {
			first, ok := entities[e.ID]
			if ok && (first.Kind != e.Kind || first.Ref != e.Ref) {
				t.Errorf("%s: %s is %s %q, elsewhere %s %q", name, e.ID, e.Kind, e.Ref, first.Kind, first.Ref)
			}
			entities[e.ID] = e
		}
		for _, m := range c.labels[name].Meetings {
			first, ok := meetings[m.SameAs]
			if m.SameAs != "" && ok && !sameMeeting(first, m) {
				t.Errorf("%s: %s is not the %s of another file", name, m.ID, m.SameAs)
			}
			meetings[m.SameAs] = m
		}
	}
}

func sameMeeting(a, b meeting) bool {
	dates := strings.HasPrefix(a.Date, b.Date) || strings.HasPrefix(b.Date, a.Date)
	return dates && a.Type == b.Type && overlap(a.Participants, b.Participants)
}

// The tables of the two pages are the inventory: a new or changed article must show there.
func TestInventory(t *testing.T) {
	c := read(t)
	for _, name := range c.names {
		page := c.set[name].page
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		want := counts(c.labels[name], c.text[name])
		row := false
		for line := range strings.Lines(string(raw)) {
			row = row || strings.HasPrefix(line, "| "+name+" |") && strings.Contains(line, "| "+want+" |")
		}
		if !row {
			t.Errorf("%s: no row of %s with the counts %s", page, name, want)
		}
	}
}

// counts are words, entities, meetings, facts with the required ones, and forbidden edges.
func counts(l labels, text string) string {
	required := 0
	for _, f := range l.Facts {
		if !f.Optional {
			required++
		}
	}
	return fmt.Sprintf("%d / %d / %d / %d (%d) / %d", len(strings.Fields(text)), len(l.Entities), len(l.Meetings), len(l.Facts), required, len(l.Forbidden))
}

// jsonl/articles.jsonl holds good records and bad ones on purpose; jsonl/README.md says which is which.
func TestJSONLines(t *testing.T) {
	raw, err := os.ReadFile("jsonl/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range bytes.Lines(raw) {
		var record map[string]string
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		text, has := record["text"]
		fmt.Fprintf(&got, "%s %t %t\n", record["id"], has, strings.TrimSpace(text) != "")
	}
	want := "w-001 true true\nw-002 true true\nw-003 false false\nw-004 true true\nw-005 true false\nw-006 true true\n"
	if got.String() != want {
		t.Errorf("id, has text, text not empty:\n%swant:\n%s", got.String(), want)
	}
}
