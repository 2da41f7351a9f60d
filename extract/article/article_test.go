package article_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"entente/extract/article"
	"entente/graph"
)

const two = `The minister of foreign affairs said on Monday that he would travel to the lake and meet his counterpart there before the end of the week.

It was the first visit of its kind since the treaty was signed, and the two sides had been preparing for it through the winter, officials said.`

// parts renders a document for comparison: one line a part.
func parts(d *article.Document) []string {
	var out []string
	add := func(kind string, s article.Span) {
		if s.Len() > 0 {
			out = append(out, kind+" "+strings.Join(strings.Fields(d.Line(s)), " "))
		}
	}
	add("title", d.Title)
	add("dateline", d.Dateline.Span)
	for _, h := range d.Headings {
		add("heading", h.Span)
	}
	for _, b := range d.Body {
		add(map[article.Kind]string{article.Paragraph: "par", article.Item: "item"}[b.Kind], b.Span)
	}
	return out
}

func TestSplit(t *testing.T) {
	paragraphs := strings.Split(two, "\n\n")
	one, other := "par "+paragraphs[0], "par "+paragraphs[1]
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"title, blank line, paragraphs": {"Ministers to meet at the lake\n\n" + two, []string{"title Ministers to meet at the lake", one, other}},
		"no title":                      {two, []string{one, other}},
		"a number is no title":          {"News excerpt 07\n\n" + two, []string{one, other}},
		"figures are no title":          {"0042\n" + two, []string{one, other}},
		"a question is a title":         {"Will they meet?\n" + two, []string{"title Will they meet?", one, other}},
		"an abbreviation ends a title":  {"Ministers fly to the U.S.\n" + two, []string{"title Ministers fly to the U.S.", one, other}},
		"byline and date":               {"Lake talks\nBy Ann B. Reed and Carl Oduya\nPublished 3 May 2021, 10:40\n\n" + two, []string{"title Lake talks", one, other}},
		"navigation above":              {"Home | World | Politics | Lakes\nLake talks\n\n" + two, []string{"title Lake talks", one, other}},
		"dateline": {
			"Lake talks\n\nOHRID, North Macedonia, May 3 (Lake Wire) — " + two,
			[]string{"title Lake talks", "dateline OHRID, North Macedonia, May 3 (Lake Wire) —", one, other},
		},
		"comments below": {
			"Lake talks\n\n" + two + "\n\nLeave a Reply\n\nGreat article, I wish that I had been there to see it all happen with my own eyes.",
			[]string{"title Lake talks", one, other},
		},
		"furniture between": {
			"Lake talks\n\n" + paragraphs[0] + "\n\nADVERTISEMENT\n\nRead more: The lake in pictures\n\nShare on Facebook | Twitter | WhatsApp\n\n[Photo: two men shake hands. Credit: pool]\n\n" + paragraphs[1],
			[]string{"title Lake talks", one, other},
		},
		"headings and items": {
			"Lake talks\n\n" + paragraphs[0] + "\nWhat comes next\n• The two men will meet again before the summer, aides said.\n- They will also sign the minutes.\n10.45am\n" + paragraphs[1],
			[]string{
				"title Lake talks", "heading What comes next", one, "item The two men will meet again before the summer, aides said.",
				"item They will also sign the minutes.", other,
			},
		},
		"broken at a column": {
			"Lake talks\n\nThe minister of foreign affairs said on Monday\nthat he would travel to the lake and meet his\ncounterpart there before the end of the week.",
			[]string{"title Lake talks", one[:len(one)-0]},
		},
		"carriage returns":     {strings.ReplaceAll("Lake talks\n\n"+two, "\n", "\r\n"), []string{"title Lake talks", one, other}},
		"old carriage returns": {strings.ReplaceAll("Lake talks\n\n"+two, "\n", "\r"), []string{"title Lake talks", one, other}},
		"byte order mark":      {"\ufeffLake talks\n\n" + two, []string{"title Lake talks", one, other}},
	} {
		t.Run(name, func(t *testing.T) {
			d := article.Split(tt.text)
			if diff := cmp.Diff(tt.want, parts(d)); diff != "" {
				t.Error(diff)
			}
			if d.Article.Text != tt.text {
				t.Error("the text was changed")
			}
		})
	}
}

func TestTitleOfUntitled(t *testing.T) {
	for text, want := range map[string]string{
		"He met her. She left.\n\n" + two: "He met her.",
		two:                               "The minister of foreign affairs said on Monday that he would travel to the lake and meet his counterpart there before…",
	} {
		if got := article.Split(text).Article.Title; got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
}

func TestPublished(t *testing.T) {
	for head, want := range map[string]graph.Date{
		"Published 18.06.2018, 09:40":                   "2018-06-18",
		"By the Desk · 14 July 2015 · 4 min read":       "2015-07-14",
		"Friday, October 11, 2019":                      "2019-10-11",
		"Source: Lake Daily (evening) 2023-03-11 08:20": "2023-03-11",
		"Posted by Esther on 25 August 2016":            "2016-08-25",
		"By Ann Reed":                                   "",
	} {
		if got := article.Split("Lake talks\n" + head + "\n\n" + two).Article.Published; got != want {
			t.Errorf("%q: published %q, want %q", head, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	german := strings.Repeat("Der Minister sagte am Montag, dass er an den See reisen und dort seinen Amtskollegen treffen werde. ", 3)
	russian := strings.Repeat("Министр заявил в понедельник, что встретится со своим коллегой. ", 3)
	for name, tt := range map[string]struct {
		raw  string
		want error
	}{
		"nothing":           {"", article.ErrEmpty},
		"white space":       {" \r\n\t\n", article.ErrEmpty},
		"only a mark":       {"\ufeff\n", article.ErrEmpty},
		"only furniture":    {"Advertisement\n\nLeave a comment\n", article.ErrEmpty},
		"NUL":               {"a text\x00with a NUL", article.ErrBinary},
		"PDF":               {"%PDF-1.7\n...", article.ErrBinary},
		"control bytes":     {strings.Repeat("\x01\x02abc", 50), article.ErrBinary},
		"half a character":  {"\xff\xfea", article.ErrBinary},
		"a web page":        {"<!DOCTYPE html>\n<html><body><p>" + two, article.ErrMarkup},
		"German":            {german, article.ErrNotEnglish},
		"Russian":           {russian, article.ErrNotEnglish},
		"Russian, one word": {"Министр", article.ErrNotEnglish},
	} {
		if _, err := article.Parse([]byte(tt.raw)); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

func TestParseEncodings(t *testing.T) {
	text := "Café talks — “yes”\n\n" + two
	units := utf16.Encode([]rune("\ufeff" + text))
	utf16le, utf16be := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	for _, u := range units {
		utf16le = append(utf16le, byte(u), byte(u>>8))
		utf16be = append(utf16be, byte(u>>8), byte(u))
	}
	windows := strings.NewReplacer("é", "\xe9", "—", "\x97", "“", "\x93", "”", "\x94").Replace(text)
	for name, raw := range map[string][]byte{"UTF-8": []byte(text), "UTF-16LE": utf16le, "UTF-16BE": utf16be, "Windows-1252": []byte(windows)} {
		d, err := article.Parse(raw)
		if err != nil || d.Article.Text != text {
			t.Errorf("%s: %q, %v", name, d.Article.Text, err)
		}
	}
	broken, err := article.Parse([]byte(text + " caf\xc3"))
	if err != nil || broken.Article.Text != text+" caf?" {
		t.Errorf("a broken byte: %q, %v", broken.Article.Text, err)
	}
}

func TestReadAll(t *testing.T) {
	if raw, err := article.ReadAll(strings.NewReader("12345"), 5); err != nil || string(raw) != "12345" {
		t.Errorf("%q, %v", raw, err)
	}
	if _, err := article.ReadAll(strings.NewReader("123456"), 5); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("%v, want ErrTooLarge", err)
	}
	if raw, err := article.ReadAll(strings.NewReader("123456"), 0); err != nil || len(raw) != 6 {
		t.Errorf("without a limit: %q, %v", raw, err)
	}
}

func TestLongTextIsCut(t *testing.T) {
	sentence := "The minister said that he would come and that she would not. "
	d := article.Split("Lake talks\n\n" + strings.Repeat(sentence, 2000) + strings.Repeat("QUJD", 5000) + " " + sentence)
	words := 0
	for _, b := range d.Body {
		if b.Len() > 16<<10 {
			t.Errorf("a block of %d bytes", b.Len())
		}
		words += len(strings.Fields(d.Line(b.Span)))
	}
	if want := 2001 * len(strings.Fields(sentence)); words != want {
		t.Errorf("%d words, want %d", words, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "a", two, "\ufeffLake\r\n\r\n" + two, "\xff\xfea\x00", "SEOUL, Feb. 11 (H) - It.\n• a\n(CNN) b", "caf\xe9 caf\xc3\xa9", "- \n—\n1."} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := article.Parse(raw)
		if err != nil && d == nil {
			return
		}
		last := 0
		for _, b := range append([]article.Block{{Span: d.Title}, {Span: d.Dateline.Span}}, d.Body...) {
			if b.Len() == 0 {
				continue
			}
			if b.Start < last || b.End > len(d.Article.Text) || b.Len() < 0 {
				t.Fatalf("span %v after %d in a text of %d bytes", b.Span, last, len(d.Article.Text))
			}
			last = b.End
			if line := d.Line(b.Span); len(line) != b.Len() || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("line %q of %v", line, b.Span)
			}
		}
	})
}

// TestFurniture tells lines that pages put around articles from sentences
// that begin or end like them.
func TestFurniture(t *testing.T) {
	dropped := func(line string) bool {
		d := article.Split("Lake talks\n\n" + two + "\n\n" + line + "\n\n" + two)
		for _, b := range append(d.Body, d.Headings...) {
			if strings.Contains(d.Line(b.Span), strings.TrimLeft(line, "•0123456789. ")) {
				return false
			}
		}
		return true
	}
	for _, line := range []string{
		"Advertisement", "ADVERTISEMENT 2", "Read more: The lake in pictures", "Read also: Old news", "Share this article", "Share on Facebook | Twitter | WhatsApp",
		"Facebook Twitter Email Print", "Sign up for our newsletter and get the morning brief", "Subscribe now", "Tags: lake, talks", "Filed under: Politics",
		"By Ann B. Reed and Carl Oduya", "By ANN REED, Staff Writer", "Reporting by Ann Reed; editing by Carl Oduya", "(Editor: Lin)", "Photo: two men shake hands. Credit: pool",
		"[File photo by Carl Oduya]", "© 2021 Lake Wire. All rights reserved.", "The post Lake talks appeared first on Lake Wire.", "5 min read", "Home > World > Lakes",
		"LakeWire.example > Politics > Lakes", "Last updated 12.41pm, Thursday 28 February", "Follow us: Facebook | Twitter", "Your email address will not be published. Required fields are marked *",
		"Related stories", "You might also like: How we lost the boat", "This article was first published by Lake Wire.", "https://example.org/lake", "Click here to see all pictures",
		"Negative: none", "Views expressed are those of the author.", "3.2k shares", "Skip to main content", "Disclaimer: the lake may be deeper than shown.",
	} {
		if !dropped(line) {
			t.Errorf("kept: %q", line)
		}
	}
	for _, line := range []string{
		"Share prices fell on Monday after the minister said that he would not come.", "By Monday evening the two ministers had left, and no date was set.",
		"Photographs from the meeting show both ministers smiling.", "Follow-up talks are to be held in the autumn, the minister said.", "Related talks on fishing rights broke down.",
		"Comments by the minister angered the opposition on Monday.", "The video: a minister falls into the lake, and the other one pulls him out of the water in front of everybody.",
		"About 40 people were injured at the lake, and the authorities of both countries said so.", "Home Secretary Ann Reed said that she would not resign over the lake.",
		"Editors of both newspapers were invited to the talks by the minister.", "Published figures show that the lake has shrunk by a third since the treaty.",
		"Like his predecessor, the minister refused to sign.", "Read in full, the treaty says something else, the minister told reporters.", "Reuters reported on Monday that the talks had failed.",
		"Correction facilities on the lake will be closed, the minister said.", "Watch officers on both shores reported seeing the boat.", "On Monday, 3 May 2021, the two ministers met at last.",
		"More than 100 people came to the shore; none of them was let in.", "Location matters, the minister said: the lake is where it all began.",
	} {
		if dropped(line) {
			t.Errorf("dropped: %q", line)
		}
	}
}
