package source_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/cmd/entente/internal/source"
	"entente/extract/article"
)

const text = "Lake talks\n\nThe minister said on Monday that he would travel to the lake and meet his counterpart there."

// folder writes files and makes their folder the current one.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// read lists what the arguments give: an id, the day, the outlet, or an error.
func read(t *testing.T, o source.Options, args ...string) []string {
	t.Helper()
	var out []string
	for item := range source.Expand(args, o).Items(t.Context()) {
		d, err := item.Load()
		fields := []string{d.Article.ID}
		for _, more := range []string{string(d.Article.Published), d.Article.Outlet} {
			if more != "" {
				fields = append(fields, more)
			}
		}
		line := strings.Join(fields, " ")
		if err != nil {
			line = item.Where + ": " + err.Error()
		}
		out = append(out, line)
	}
	return out
}

func TestExpand(t *testing.T) {
	folder(t, map[string]string{
		"a.txt": text, "b.txt": text, "news/a.txt": text, "news/sub/c.TXT": text, "news/notes.md": text, "news/.hidden/d.txt": text,
		"news/.e.txt": text, "news/b.meta.json": "{}", "empty/x.md": text, "more.jsonl": "",
	})
	for _, tt := range []struct {
		args string
		want []string
	}{
		{"a.txt", []string{"a.txt"}},
		{"b.txt a.txt", []string{"b.txt", "a.txt"}},
		{"a.txt ./a.txt .", []string{"a.txt", "b.txt", "news/a.txt", "news/sub/c.TXT"}},
		{"news", []string{"a.txt", "sub/c.TXT"}},
		{"a.txt news", []string{"a.txt", "news/a.txt", "sub/c.TXT"}},
		{"a.txt news/b.meta.json", []string{"a.txt"}},
		{"news/b.meta.json", []string{"news/b.meta.json: tells of an article and is none itself"}},
		{"news/*", []string{"a.txt", "notes.md", "c.TXT"}},
		{"?.txt", []string{"a.txt", "b.txt"}},
		{"no.txt a.txt", []string{"no.txt: no such file or folder", "a.txt"}},
		{"no*.txt", []string{"no*.txt: matches no file"}},
		{"empty", []string{"empty: no articles in this folder (*.txt, *.jsonl, *.ndjson)"}},
	} {
		if diff := cmp.Diff(tt.want, read(t, source.Options{}, strings.Fields(tt.args)...)); diff != "" {
			t.Errorf("%s:\n%s", tt.args, diff)
		}
	}
}

func TestMeta(t *testing.T) {
	folder(t, map[string]string{
		"a.txt": text, "a.meta.json": `{"published":"2021-05-03","outlet":"Lake Wire"}`,
		"b.txt": strings.Replace(text, "\n", "\nPublished 1 May 2020\n", 1), "c.txt": text, "c.meta.json": `{"publishd":"2021"}`,
		"d.jsonl": `{"id":"one","text":"The minister said that he would come.","published":"2021-05-04"}` + "\n\n" + `{"id":"two","text":"The minister said that he would come."}`,
	})
	want := []string{"a.txt 2021-05-03 Lake Wire", "b.txt 2020-05-01", `c.txt: c.meta.json: json: unknown field "publishd"`, "one 2021-05-04", "two"}
	if diff := cmp.Diff(want, read(t, source.Options{}, ".")); diff != "" {
		t.Error(diff)
	}
	o := source.Options{Meta: article.Meta{Published: "2022", Outlet: "Other"}}
	want = []string{"a.txt 2021-05-03 Lake Wire", "b.txt 2022 Other", "one 2021-05-04 Other", "two 2022 Other"}
	if diff := cmp.Diff(want, read(t, o, "a.txt", "b.txt", "d.jsonl")); diff != "" {
		t.Error(diff)
	}
}

func TestStdin(t *testing.T) {
	for name, tt := range map[string]struct {
		in   string
		want []string
	}{
		"plain text":  {text, []string{"stdin"}},
		"only a mark": {" \n\ufeff", []string{"stdin: no text in it"}},
		"records":     {"\ufeff\n{\"id\":\"x\",\"text\":\"The minister said that he would come.\"}\r\n{\"id\":\"y\"}\n[]\n", []string{"x", `stdin:3: not an article record: no member "text"`, "stdin:4: not an article record: json: cannot unmarshal array into Go value of type article.record"}},
		"nothing":     {"", []string{"stdin: no text in it"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(t, source.Options{Stdin: strings.NewReader(tt.in)}, "-")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLimit(t *testing.T) {
	line := `{"id":"x","text":"The minister said that he would come."}` + "\n"
	folder(t, map[string]string{
		"a.txt": text, "b.jsonl": line + `{"id":"y","text":"` + strings.Repeat("He said so. ", 100_000) + `"}` + "\n" + strings.Repeat(" ", 1000) + line + `{"id":"z","text":"` + strings.Repeat("He said so. ", 10) + `"}`,
	})
	o := source.Options{MaxBytes: 90, Stdin: strings.NewReader(text)}
	want := []string{"a.txt", "stdin", "x", "b.jsonl:2", "b.jsonl:3", "z"}
	bad := map[string]bool{"a.txt": true, "stdin": true, "b.jsonl:2": true, "b.jsonl:3": true, "b.jsonl:4": true}
	i := 0
	for item := range source.Expand([]string{"a.txt", "-", "b.jsonl"}, o).Items(t.Context()) {
		d, err := item.Load()
		if bad[item.Where] != errors.Is(err, article.ErrTooLarge) {
			t.Errorf("%s: %v", item.Where, err)
		}
		if name := d.Article.ID; name != want[i] && item.Where != want[i] {
			t.Errorf("article %d is %q at %s, want %s", i, name, item.Where, want[i])
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d articles", i)
	}
}

func TestBadFiles(t *testing.T) {
	folder(t, map[string]string{"empty.txt": "", "graph.json": `{"format":"entente-graph"}`, "page.txt": "<html><body>x", "pdf.txt": "%PDF-1.4"})
	want := []string{
		"empty.txt: no text in it",
		"graph.json: JSON is no article: graphs are for export, load and explain, articles as JSON lines end in .jsonl",
		"page.txt: a web page, not plain text", "pdf.txt: not text: a PDF document",
	}
	if diff := cmp.Diff(want, read(t, source.Options{}, "*")); diff != "" {
		t.Error(diff)
	}
}

func TestKnown(t *testing.T) {
	folder(t, map[string]string{"a.txt": text, "b.jsonl": ""})
	if n, ok := source.Expand([]string{"a.txt", "missing"}, source.Options{}).Known(); n != 2 || !ok {
		t.Errorf("%d, %v", n, ok)
	}
	if _, ok := source.Expand([]string{"."}, source.Options{}).Known(); ok {
		t.Error("the number of articles in a file of JSON lines is known")
	}
}

func TestAnyText(t *testing.T) {
	folder(t, map[string]string{"a.txt": "Guten Morgen, liebe Sorgen, seid ihr auch schon alle da?", "b.jsonl": `{"id":"x","text":"<html>"}` + "\n{}", "c.txt": "a\x00"})
	want := []string{"a.txt", "x", `b.jsonl:2: not an article record: no member "text"`, "c.txt: not text"}
	if diff := cmp.Diff(want, read(t, source.Options{AnyText: true}, ".")); diff != "" {
		t.Error(diff)
	}
}

func TestLines(t *testing.T) {
	folder(t, map[string]string{"a.txt": "one\r\n\n three \n", "b.jsonl": "four\nfive", "empty.txt": "", "long.txt": strings.Repeat("x", 30) + "\nsix"})
	var got []string
	o := source.Options{MaxBytes: 20, Stdin: strings.NewReader("seven\n")}
	for line := range source.Expand([]string{"a.txt", "b.jsonl", "empty.txt", "long.txt", "missing", "-"}, o).Lines(t.Context()) {
		text := line.Where + "|" + line.Text
		if line.Err != nil {
			text = line.Where + ": " + line.Err.Error()
		}
		got = append(got, text)
	}
	want := []string{
		"a.txt:1|one\r", "a.txt:2|", "a.txt:3| three ", "b.jsonl:1|four", "b.jsonl:2|five", "long.txt:1: too large: more than 20 bytes", "long.txt:2|six",
		"missing: no such file or folder", "stdin:1|seven",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
