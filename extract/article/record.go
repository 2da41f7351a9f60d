package article

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"entente/graph"
)

// ErrRecord is the reason for an article record that is not one.
var ErrRecord = errors.New("not an article record")

// Meta is what is known of an article beside its text. Empty members are
// unknown.
type Meta struct {
	Title     string `json:"title"`
	Published string `json:"published"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
}

// record is one line of articles as JSON lines. Other members are skipped.
type record struct {
	Meta

	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

// ParseRecord reads an article from a JSON object with the members "id"
// (text or number), "text", and optionally "title", "published", "outlet" and
// "url". Article.Text is "text" as it stands, and offsets refer to it: a title
// that is not also the first line of the text names the article, and no
// quote comes from it. Without an id the article is named by its URL, or else
// by a hash of its text.
//
// What assumed knows is taken for articles whose record does not tell.
//
// The document is never nil, so that a bad article can be named: with an error
// its ID is the record's, or "" where not even that can be read. Errors wrap
// ErrRecord or one of Parse's errors.
func ParseRecord(line []byte, assumed Meta) (*Document, error) {
	d := &Document{}
	var r record
	err := json.Unmarshal(line, &r)
	d.Article.ID = r.name()
	if err != nil {
		return d, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	if r.Text == nil {
		return d, fmt.Errorf("%w: no member \"text\"", ErrRecord)
	}
	text, err := Decode([]byte(*r.Text))
	if err != nil {
		return d, err
	}
	id := d.Article.ID
	d = Split(text)
	d.Article.ID = id
	if err := d.Apply(r.or(assumed)); err != nil {
		return d, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	return d, d.Check()
}

func (r *record) name() string {
	var name string
	id := bytes.TrimSpace(r.ID)
	if err := json.Unmarshal(id, &name); err != nil && !bytes.ContainsAny(id, "[{") {
		name = string(id) // a number
	}
	switch {
	case name != "" && name != "null":
		return name
	case r.URL != "":
		return r.URL
	case r.Text != nil:
		return "text:" + graph.Hash(*r.Text)
	}
	return ""
}

// or returns m with what it does not know taken from other.
func (m Meta) or(other Meta) Meta {
	return Meta{
		Title: cmp.Or(m.Title, other.Title), Published: cmp.Or(m.Published, other.Published),
		Outlet: cmp.Or(m.Outlet, other.Outlet), URL: cmp.Or(m.URL, other.URL),
	}
}

// ParseMeta reads what is known of an article from a JSON object with any of
// the members "title", "published", "outlet" and "url".
func ParseMeta(raw []byte) (Meta, error) {
	var m Meta
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return m, err
	}
	_, err := ParseDate(m.Published)
	return m, err
}

// Apply sets what m knows, in place of what the text tells. It fails where
// m.Published is no date.
func (d *Document) Apply(m Meta) error {
	date, err := ParseDate(m.Published)
	if err != nil {
		return err
	}
	if date != "" {
		d.Article.Published = date
	}
	if m.Outlet != "" {
		d.Article.Outlet = m.Outlet
	}
	if m.URL != "" {
		d.Article.URL = m.URL
	}
	if title := strings.Join(strings.Fields(m.Title), " "); title != "" {
		if d.Title.Len() > 0 && graph.Fold(title) != graph.Fold(d.Article.Title) {
			d.Headings = append([]Block{{d.Title, Heading}}, d.Headings...)
			d.Title = Span{}
		}
		d.Article.Title = title
	}
	return nil
}

// ParseDate reads a day of publication: "" (unknown), a Date of the graph
// ("2025", "2025-08", "2025-08-15"), a time stamp that begins with a day or
// any form that FindDay knows; the time of day is dropped.
func ParseDate(s string) (graph.Date, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	if d := graph.Date(s); d.Precision() != graph.Unknown {
		if _, _, err := d.Window(); err == nil {
			return d, nil
		}
	}
	if d := FindDay(s); d != "" {
		return d, nil
	}
	return "", fmt.Errorf("%q is no date: write it as 2025-08-15", s)
}
