package article_test

import (
	"testing"

	"entente/extract/article"
	"entente/graph"
)

func TestDateline(t *testing.T) {
	const rest = "The two ministers met on the shore of the lake and said that they would meet again."
	for head, want := range map[string]struct {
		place string
		near  graph.Date // with 2019-01-02 as the day of publication
	}{
		"SEOUL, Feb. 11 (Harbour News) - ":               {"SEOUL", "2019-02-11"},
		"WASHINGTON, Sept. 30 (Wire) — ":                 {"WASHINGTON", "2018-09-30"},
		"REYKJAVIK, 11 October. (SOVTEL) — ":             {"REYKJAVIK", "2018-10-11"},
		"AGRA, July 17. - ":                              {"AGRA", "2018-07-17"},
		"BEIJING, March 11 -- ":                          {"BEIJING", "2019-03-11"},
		"LIVERPOOL, Tuesday 7 May – ":                    {"LIVERPOOL", "2019-05-07"},
		"KYIV, Ukraine (AP) — ":                          {"KYIV", ""},
		"Anchorage, Alaska, Aug 15, 2025 (Lake Wire) - ": {"Anchorage", "2025-08-15"},
		"BEIJING/RIYADH, Dec 31 (Wire) - ":               {"BEIJING/RIYADH", "2018-12-31"},
		"PSARADES – ":                                    {"PSARADES", ""},
		"(Reuters) - ":                                   {"", ""},
		"(CNN) ":                                         {"", ""},
		"MOSCOW (TASS) ":                                 {"MOSCOW", ""},
		"GENEVA, Wednesday – ":                           {"GENEVA", ""},
	} {
		d := article.Split("Lake talks\n\n" + head + rest)
		if d.Dateline.Len() == 0 || len(d.Body) != 1 || d.Line(d.Body[0].Span) != rest {
			t.Errorf("%q: dateline %v, body %v", head, d.Dateline, parts(d))
			continue
		}
		if place := d.Line(d.Dateline.Place); place != want.place {
			t.Errorf("%q: place %q, want %q", head, place, want.place)
		}
		if near := d.Dateline.DateNear("2019-01-02"); near != want.near {
			t.Errorf("%q: day %q, want %q", head, near, want.near)
		}
	}
}

func TestNoDateline(t *testing.T) {
	for _, text := range []string{
		"Trump – never shy of a quarrel – said that he would meet the president of Russia in the spring of the year.",
		"On Monday – a holiday – the two ministers met on the shore of the lake and said that they would meet again.",
		"The United States, Britain and France – all of them members – said that they would not come to the lake.",
		"NATO-led forces - and others - have been on the shore of the lake since the spring, the ministers said.",
		"A deal: the two ministers met on the shore of the lake and said that they would meet again in the spring.",
		"EU leaders - all but one of them - met on the shore of the lake and said that they would meet again soon.",
	} {
		d := article.Split("Lake talks\n\n" + text)
		if d.Dateline.Len() > 0 || len(d.Body) != 1 || d.Line(d.Body[0].Span) != text {
			t.Errorf("%q: %v", text, parts(d))
		}
	}
}

func TestDatelineDate(t *testing.T) {
	for text, want := range map[string]graph.Date{
		"SEOUL, Feb. 11, 2019 (Harbour News) - It will be Hanoi, the president of the country said on Friday.": "2019-02-11",
		"SEOUL, Feb. 11 (Harbour News) - It will be Hanoi, the president of the country said on Friday.":       "",
		"It will be Hanoi, the president of the country said on Friday.":                                       "",
	} {
		if got := article.DatelineDate(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFindDay(t *testing.T) {
	for text, want := range map[string]graph.Date{
		"2025-08-15T10:00:00Z":       "2025-08-15",
		"on 15 August 2025":          "2025-08-15",
		"Aug. 15, 2025":              "2025-08-15",
		"August 15th, 2025":          "2025-08-15",
		"the 1st of May 1999":        "1999-05-01",
		"15.08.2025":                 "2025-08-15",
		"08/15/2025":                 "2025-08-15",
		"15/08/2025":                 "2025-08-15",
		"31 February 2025":           "",
		"August 2025":                "",
		"15 August":                  "",
		"sometime 15 Marchons 2025":  "",
		"call 0049-30-12 2025-13-40": "",
	} {
		if got := article.FindDay(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
