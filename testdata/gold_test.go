// Package testdata_test keeps the labelled articles honest: whatever gold/README.md promises about a file of labels is
// checked here against the article it labels.
package testdata_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// corpus is every article beside its labels, by file name without extension.
type corpus struct {
	names  []string
	text   map[string]string
	labels map[string]labels
}

func read(t *testing.T) corpus {
	t.Helper()
	files, err := filepath.Glob("gold/*.json")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d files of labels, want 12 or more (%v)", len(files), err)
	}
	c := corpus{text: map[string]string{}, labels: map[string]labels{}}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		var l labels
		if err := dec.Decode(&l); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		text, err := os.ReadFile(filepath.Join("articles", l.Article))
		if err != nil || l.Article != name+".txt" {
			t.Fatalf("%s: its article is %q (%v)", file, l.Article, err)
		}
		c.names, c.text[name], c.labels[name] = append(c.names, name), string(text), l
	}
	return c
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
	files, err := filepath.Glob("articles/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, ok := c.labels[strings.TrimSuffix(filepath.Base(file), ".txt")]; !ok {
			t.Errorf("%s has no labels in gold/", file)
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

// The table of README.md is the inventory: a new or changed article must show there.
func TestInventory(t *testing.T) {
	c := read(t)
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range c.names {
		l, required := c.labels[name], 0
		for _, f := range l.Facts {
			if !f.Optional {
				required++
			}
		}
		counts := fmt.Sprintf("%d / %d / %d / %d (%d) / %d", len(strings.Fields(c.text[name])), len(l.Entities),
			len(l.Meetings), len(l.Facts), required, len(l.Forbidden))
		row := false
		for line := range strings.Lines(string(readme)) {
			row = row || strings.HasPrefix(line, "| "+name+" |") && strings.Contains(line, "| "+counts+" |")
		}
		if !row {
			t.Errorf("README.md: no row of %s with the counts %s", name, counts)
		}
	}
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
