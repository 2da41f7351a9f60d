package article

import (
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/graph"
)

// Dateline is what stands before the first sentence of an agency report:
// "SEOUL, Feb. 11 (Harbour News) -". The zero value is none.
type Dateline struct {
	Span

	// Place is where the place name stands ("SEOUL"); empty where only an
	// agency is named.
	Place Span
	// Date is the day, "" where the dateline gives none or none with a year.
	Date graph.Date

	day monthDay
}

// DateNear returns the dateline's day; a missing year is the one that brings
// the day closest to the given day of publication. It is "" where the
// dateline names no day, or no year and published is "".
func (d *Dateline) DateNear(published graph.Date) graph.Date {
	if d.Date != "" || d.day.day == 0 || published == "" {
		return d.Date
	}
	_, at, err := published.Window()
	if err != nil {
		return ""
	}
	best, bestGap := graph.Date(""), time.Duration(0)
	for year := at.Year() - 1; year <= at.Year()+1; year++ {
		day, _, err := d.day.date(year).Window()
		if err != nil {
			continue
		}
		if gap := day.Sub(at).Abs(); best == "" || gap < bestGap {
			best, bestGap = d.day.date(year), gap
		}
	}
	return best
}

// DatelineDate returns the day of a text's dateline, where it has one that
// names the year; else "".
func DatelineDate(text string) graph.Date { return Split(text).Dateline.Date }

// A dateline is looked for within so many bytes.
const maxDateline = 140

// dateline reads the dateline that a line begins with, if any, and cuts it off.
func (s *splitter) dateline(line *Span) bool {
	text := s.text[line.Start:line.End]
	head, n := datelineHead(text)
	if n == 0 || s.doc.Dateline.Len() > 0 {
		return false
	}
	d, ok := parseDateline(head)
	if !ok {
		return false
	}
	d.Start, d.End = line.Start, line.Start+len(strings.TrimRightFunc(text[:n], unicode.IsSpace))
	d.Place.Start += line.Start
	d.Place.End += line.Start
	s.doc.Dateline = d
	*line = trim(s.text, Span{line.Start + n, line.End})
	return true
}

var dash = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s*(?:[–—]|--|\s-\s|:\s)\s*`) })

// wired is a dateline that ends with an agency's short name and has no dash: "(CNN) ".
var wired = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([\p{Lu} ,.]*\((?:\p{Lu}{2,8}|Reuters|Xinhua|dpa)\))(?:\s*[-–—]+)?\s+`)
})

// datelineHead returns what stands before the first dash of a line, and where
// the sentence after the dash begins; a short line without a dash is all head.
func datelineHead(text string) (string, int) {
	head := text[:min(len(text), maxDateline)]
	if at := wired().FindStringSubmatchIndex(head); at != nil {
		return head[:at[3]], at[1]
	}
	for _, at := range dash().FindAllStringIndex(head, -1) {
		if at[0] > 0 && strings.Count(head[:at[0]], "(") == strings.Count(head[:at[0]], ")") {
			return head[:at[0]], at[1]
		}
	}
	if len(text) < maxDateline/2 && strings.Contains(text, ",") {
		return text, len(text)
	}
	return "", 0
}

var (
	agency  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s*\(([^()]{2,40})\)\s*$`) })
	label   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*\p{Lu}[\p{Lu} ]+\s*\|\s*`) })
	weekday = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?\b\s*`)
	})
)

// parseDateline reads "PLACE, Region, Aug. 15, 2025 (Agency)". Every part
// must be one of a place, a day and an agency, and a place alone must stand
// in capitals: "Trump – never shy – said" is no dateline.
func parseDateline(head string) (Dateline, bool) {
	d := Dateline{}
	cut := label().FindStringIndex(head)
	from := 0
	if cut != nil {
		from = cut[1]
	}
	end := len(head)
	byAgency := false
	if at := agency().FindStringIndex(head); at != nil {
		end, byAgency = at[0], true
	}
	rest := head[from:end]
	place := rest
	if at := strings.IndexFunc(rest, func(r rune) bool { return r == ',' || unicode.IsDigit(r) }); at >= 0 {
		place = rest[:at]
	}
	place = strings.TrimRight(place, " .")
	tail := strings.Trim(rest[min(len(rest), len(place)):], " .,")
	if place != "" && !placeLike(place) {
		return d, false
	}
	tail, days := cutRegion(tail), findDays(tail)
	switch {
	case len(days) > 0:
		d.day = days[0]
		if d.day.year > 0 {
			d.Date = d.day.date(d.day.year)
		}
	case tail != "":
		return d, false
	case place == "" && !byAgency, !byAgency && !capitals(place):
		return d, false
	}
	d.Place = Span{from, from + len(place)}
	return d, place != "" || byAgency
}

// cutRegion returns what is left of a dateline after its place when the
// country or state, the weekday and the day of the month are taken away.
func cutRegion(tail string) string {
	var left []string
	for part := range strings.SplitSeq(tail, ",") {
		part = strings.Trim(part, " .")
		if len(findDays(" "+part)) > 0 || isYear(part) {
			continue
		}
		part = weekday().ReplaceAllString(part, "")
		if part != "" && !placeLike(part) {
			left = append(left, part)
		}
	}
	return strings.Join(left, ",")
}

func isYear(s string) bool {
	return len(s) == 4 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// placeLike tells whether s can be a place's name: one to five words, each
// with a capital but for "of", "the" and their like.
func placeLike(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' })
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		small := i > 0 && (w == "of" || w == "the" || w == "and" || w == "de" || w == "al" || w == "la")
		if !unicode.IsUpper(r) && !small {
			return false
		}
	}
	return true
}

// capitals tells whether all letters of s are capitals, at least three.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}
