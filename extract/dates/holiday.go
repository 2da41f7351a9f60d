package dates

import "time"

// holidays with a fixed day, as word patterns.
var holidays = []struct {
	pattern string
	month   time.Month
	day     int
}{
	{"christmas day", 12, 25},
	{"christmas eve", 12, 24},
	{"boxing day", 12, 26},
	{"new year 's|’s eve", 12, 31},
	{"new year 's|’s day", 1, 1},
	{"valentine 's|’s day", 2, 14},
	{"may day", 5, 1},
	{"bastille day", 7, 14},
	{"christmas", 12, 25},
}

// movable feasts, in days from Easter Sunday.
var movable = []struct {
	pattern string
	days    int
}{
	{"good friday", -2}, {"easter sunday", 0}, {"easter monday", 1}, {"palm sunday", -7}, {"ash wednesday", -46}, {"whit monday", 50},
}

// holiday reads feasts by name: "on Christmas Day", "Good Friday 1998".
func (s *scan) holiday(i int) (int, value, bool) {
	if !s.upper(i) {
		return 0, value{}, false
	}
	for _, h := range holidays {
		if !s.is(i, h.pattern) {
			continue
		}
		end := i + words(h.pattern)
		if h.pattern == "christmas" && !s.is(i-1, "at|on|by|before|after|until|since|for") {
			return 0, value{}, false
		}
		return s.feast(i, end, func(year int) time.Time { return time.Date(year, h.month, h.day, 0, 0, 0, 0, time.UTC) })
	}
	for _, h := range movable {
		end := i + words(h.pattern)
		if s.is(i, h.pattern) && !s.is(end, "agreement|accord|accords|deal|pact|peace") {
			return s.feast(i, end, func(year int) time.Time { return easter(year).AddDate(0, 0, h.days) })
		}
	}
	return 0, value{}, false
}

func words(pattern string) int {
	n := 1
	for i := range pattern {
		if pattern[i] == ' ' {
			n++
		}
	}
	return n
}

// feast finds the year of a feast, given behind it or by tense.
func (s *scan) feast(first, end int, in func(year int) time.Time) (int, value, bool) {
	if e, year, ok := s.yearAfter(end); ok {
		return e, dayOf(in(year)), true
	}
	if !s.known {
		return 0, value{}, false
	}
	before, after := in(s.pub.Year()), in(s.pub.Year())
	if before.After(s.pub) {
		before = in(s.pub.Year() - 1)
	} else if after.Before(s.pub) {
		after = in(s.pub.Year() + 1)
	}
	return end, s.choose(first, end, dayOf(before), dayOf(after)), true
}
