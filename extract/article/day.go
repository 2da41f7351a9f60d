package article

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"entente/graph"
)

// dayForms are the ways of writing a day, with and without a year.
var dayForms = sync.OnceValue(func() []*regexp.Regexp {
	const (
		month   = `(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
		day     = `(?P<day>\d{1,2})(?:st|nd|rd|th)?`
		year    = `(?:,?\s+(?P<year>\d{4}))?`
		numbers = `(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<year>\d{4})`
	)
	forms := []string{
		`(?P<year>\d{4})[-/](?P<number>\d{2})[-/](?P<day>\d{2})`,
		day + `\s+(?:of\s+)?` + month + year,
		month + `\s+` + day + year,
		numbers,
	}
	out := make([]*regexp.Regexp, 0, len(forms))
	for _, form := range forms {
		out = append(out, regexp.MustCompile(`(?i)(?:^|[^\p{L}\d])(?:`+form+`)(?:$|[^\p{L}\d]|t\d)`))
	}
	return out
})

// monthDay is a day whose year may be unknown (0).
type monthDay struct{ year, month, day int }

// FindDay returns the first day with a year that text names, or "". It knows
// "2025-08-15", "15 August 2025", "Aug. 15, 2025", "15.08.2025" and
// "08/15/2025"; a day and a month in figures that could be either way round
// are the day first with dots, the month first with slashes.
func FindDay(text string) graph.Date {
	for _, d := range findDays(text) {
		if d.year > 0 {
			return d.date(d.year)
		}
	}
	return ""
}

func findDays(text string) []monthDay {
	var out []monthDay
	for _, form := range dayForms() {
		for _, m := range form.FindAllStringSubmatch(text, -1) {
			if d, ok := toDay(form.SubexpNames(), m); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

func toDay(names, match []string) (monthDay, bool) {
	d := monthDay{}
	a, b := 0, 0
	for i, name := range names {
		n, _ := strconv.Atoi(match[i])
		switch name {
		case "year":
			d.year = n
		case "number":
			d.month = n
		case "day":
			d.day = n
		case "month":
			d.month = monthNumber(match[i])
		case "a":
			a = n
		case "b":
			b = n
		}
	}
	if a > 0 {
		d.day, d.month = a, b
		if strings.Contains(match[0], "/") && a <= 12 {
			d.day, d.month = b, a
		}
	}
	return d, d.valid()
}

func (d monthDay) valid() bool {
	year := d.year
	if year == 0 {
		year = 2000 // a leap year: 29 February stands
	}
	t := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return year > 1000 && d.day > 0 && t.Day() == d.day && int(t.Month()) == d.month
}

func (d monthDay) date(year int) graph.Date {
	return graph.DayOf(time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC))
}

func monthNumber(name string) int {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.EqualFold(name[:3], m.String()[:3]) {
			return int(m)
		}
	}
	return 0
}
