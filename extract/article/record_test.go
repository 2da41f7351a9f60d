package article_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/article"
	"entente/graph"
)

func record(t *testing.T, members map[string]any) []byte {
	t.Helper()
	raw, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestParseRecord(t *testing.T) {
	d, err := article.ParseRecord(record(t, map[string]any{
		"id": "lake-1", "title": "Lake  talks", "text": two, "published": "2021-05-03T10:00:00Z", "outlet": "Lake Wire", "url": "https://example.org/1", "extra": 1,
	}), article.Meta{Title: "no", Published: "1999", Outlet: "no", URL: "no"})
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Article{
		ID: "lake-1", Title: "Lake talks", Published: "2021-05-03", Outlet: "Lake Wire", URL: "https://example.org/1",
		Hash: graph.TextHash(two), Words: 53, Text: two,
	}
	if diff := cmp.Diff(want, d.Article); diff != "" {
		t.Error(diff)
	}
	if d.Title.Len() != 0 || len(d.Body) != 2 {
		t.Errorf("parts: %v", parts(d))
	}
}

func TestParseRecordTitle(t *testing.T) {
	text := "Lake talks\n\n" + two
	same, err := article.ParseRecord(record(t, map[string]any{"title": "LAKE TALKS", "text": text}), article.Meta{})
	if err != nil || same.Title != (article.Span{Start: 0, End: 10}) {
		t.Errorf("the text's own title: %v, %v", same.Title, err)
	}
	other, err := article.ParseRecord(record(t, map[string]any{"title": "Ministers meet", "text": text}), article.Meta{})
	if err != nil || other.Title.Len() != 0 || len(other.Headings) != 1 || other.Article.Title != "Ministers meet" {
		t.Errorf("another title: %v, %v", parts(other), err)
	}
}

func TestRecordNames(t *testing.T) {
	for _, tt := range []struct {
		members map[string]any
		want    string
	}{
		{map[string]any{"id": "a/b.txt", "text": two}, "a/b.txt"},
		{map[string]any{"id": 17, "text": two}, "17"},
		{map[string]any{"url": "https://example.org/2", "text": two}, "https://example.org/2"},
		{map[string]any{"id": nil, "text": two}, "text:" + graph.Hash(two)},
		{map[string]any{"id": "", "text": two}, "text:" + graph.Hash(two)},
		{map[string]any{"id": []int{1}, "text": two}, "text:" + graph.Hash(two)},
	} {
		d, err := article.ParseRecord(record(t, tt.members), article.Meta{})
		if err != nil || d.Article.ID != tt.want {
			t.Errorf("%v: id %q, %v; want %q", tt.members, d.Article.ID, err, tt.want)
		}
	}
}

func TestBadRecords(t *testing.T) {
	for line, want := range map[string]struct {
		id  string
		err error
	}{
		`not JSON`:                     {"", article.ErrRecord},
		`[1]`:                          {"", article.ErrRecord},
		`{"id":"x"}`:                   {"x", article.ErrRecord},
		`{"id":"x","text":3}`:          {"x", article.ErrRecord},
		`{"id":"x","text":" "}`:        {"x", article.ErrEmpty},
		`{"id":"x","text":"a\u0000b"}`: {"x", article.ErrBinary},
		`{"id":"x","text":"Das ist so.","published":"soon"}`:                                                                      {"x", article.ErrRecord},
		`{"id":"x","text":"Der Minister sagte am Montag, dass er an den See reisen und dort seinen Amtskollegen treffen werde."}`: {"x", article.ErrNotEnglish},
		`{"id":"x","text":"<html><p>The minister said that he would not come.</p>"}`:                                              {"x", article.ErrMarkup},
	} {
		d, err := article.ParseRecord([]byte(line), article.Meta{})
		if d == nil || d.Article.ID != want.id || !errors.Is(err, want.err) {
			t.Errorf("%s: id %q, error %v", line, d.Article.ID, err)
		}
	}
}

func TestParseMeta(t *testing.T) {
	m, err := article.ParseMeta([]byte(`{"published":"2021-05-03","outlet":"Lake Wire"}`))
	if err != nil || m != (article.Meta{Published: "2021-05-03", Outlet: "Lake Wire"}) {
		t.Errorf("%+v, %v", m, err)
	}
	for _, bad := range []string{`{"publised":"2021"}`, `{"published":"soon"}`, `nothing`} {
		if _, err := article.ParseMeta([]byte(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

func TestParseDate(t *testing.T) {
	for s, want := range map[string]graph.Date{
		"": "", "2025": "2025", "2025-08": "2025-08", " 2025-08-15 ": "2025-08-15", "2025-08-15 10:00": "2025-08-15",
		"Fri, 15 Aug 2025 10:00:00 GMT": "2025-08-15",
	} {
		if got, err := article.ParseDate(s); err != nil || got != want {
			t.Errorf("%q: %q, %v", s, got, err)
		}
	}
	for _, bad := range []string{"2025-13", "yesterday", "2025-02-30"} {
		if got, err := article.ParseDate(bad); err == nil {
			t.Errorf("%q: %q", bad, got)
		}
	}
}

func FuzzParseRecord(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"a","text":"The minister said.","published":"2021-05-03"}`))
	f.Add([]byte(`{"id":"\ud800","text":"\ufeff"}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		if d, _ := article.ParseRecord(line, article.Meta{}); d == nil {
			t.Fatal("no document")
		}
	})
}

func TestRecordAssumes(t *testing.T) {
	text := "Lake talks\nPublished 3 May 2021\n\n" + two
	d, err := article.ParseRecord(record(t, map[string]any{"text": text, "url": "https://example.org/1"}), article.Meta{Published: "2021-05-04", Outlet: "Lake Wire", URL: "no"})
	if err != nil || d.Article.Published != "2021-05-04" || d.Article.Outlet != "Lake Wire" || d.Article.URL != "https://example.org/1" {
		t.Errorf("%+v, %v", d.Article, err)
	}
}
