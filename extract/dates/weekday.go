package dates

import (
	"strings"
	"time"
)

// weekdayName reads the name of a weekday at i; an abbreviation needs its dot
// or a date behind it.
func (s *scan) weekdayName(i int) (time.Weekday, bool) {
	wd, ok := weekdayNames[s.at(i)]
	if !ok || !s.upper(i) {
		return 0, false
	}
	if len(s.at(i)) <= 5 && !strings.HasSuffix(s.at(i), "day") {
		_, _, day := dayNumber(s.at(i + 1))
		_, month := monthNames[s.at(i+1)]
		if !strings.HasSuffix(s.doc.Word(i), ".") && !day && !month {
			return 0, false
		}
	}
	switch {
	case s.is(i-1, "bloody|black|super|ash|palm|holy|maundy|cyber|giving") && s.upper(i-1):
		return 0, false
	case s.upper(i+1) && s.is(i+1, "times|telegraph|express|mirror|herald|post|mail|independent|group|mosque|agreement|league|school"):
		return 0, false
	}
	return wd, true
}

// weekday reads "Thursday", "last Friday night", "Tuesday of next week", "the
// following Monday", and a weekday with its date: "Sunday, Sept. 30".
func (s *scan) weekday(i int) (int, value, bool) {
	at, det := i, ""
	if s.is(i, "this|last|next|that|following|previous|preceding|coming") {
		at, det = i+1, s.at(i)
	}
	wd, ok := s.weekdayName(at)
	if !ok {
		return 0, value{}, false
	}
	end := at + 1
	if dayParts[s.at(end)] {
		end++
	}
	if e, v, ok := s.datedWeekday(end, wd); ok {
		return e, v, true
	}
	if e, v, ok := s.weekOfWeekday(end, wd); ok {
		return e, v, true
	}
	if oneOf(det, "that|following|previous|preceding") || det == wordNext && s.at(i-1) == wordThe {
		a, ok := s.anchor(i)
		if !ok && det != wordThat && s.known {
			a, ok = dayOf(s.pub), true
		}
		return end, anchoredWeekday(a, wd, det), ok
	}
	if !s.known {
		return 0, value{}, false
	}
	return end, dayOf(s.resolveWeekday(i, end, det, wd)), true
}

// anchoredWeekday counts a weekday from an earlier date.
func anchoredWeekday(a value, wd time.Weekday, det string) value {
	switch det {
	case wordThat:
		return dayOf(onOrAfter(a.from, wd))
	case "previous", "preceding":
		return dayOf(onOrBefore(a.from.AddDate(0, 0, -1), wd))
	}
	return dayOf(onOrAfter(a.to.AddDate(0, 0, 1), wd))
}

func onOrBefore(t time.Time, wd time.Weekday) time.Time {
	return t.AddDate(0, 0, -((int(t.Weekday()-wd) + 7) % 7))
}

func onOrAfter(t time.Time, wd time.Weekday) time.Time {
	return t.AddDate(0, 0, (int(wd-t.Weekday())+7)%7)
}

// datedWeekday reads the date behind a weekday. Where the date has no year,
// the weekday decides which year is meant.
func (s *scan) datedWeekday(i int, wd time.Weekday) (int, value, bool) {
	if s.at(i) == "," {
		i++
	}
	_, _, day := dayNumber(s.at(i))
	_, month := s.month(i)
	if !day && !month && s.at(i) != wordThe {
		return 0, value{}, false
	}
	if s.at(i) == wordThe {
		i++
	}
	end, v, ok := s.calendar(i)
	if !ok || !v.isDay() {
		return 0, value{}, false
	}
	for _, years := range []int{0, -1, 1} {
		if t := v.from.AddDate(years, 0, 0); t.Weekday() == wd {
			return end, dayOf(t), true
		}
	}
	return end, v, true
}

// weekOfWeekday reads the week behind a weekday: "of last week", "next week".
func (s *scan) weekOfWeekday(i int, wd time.Weekday) (int, value, bool) {
	if s.at(i) == "of" {
		i++
	}
	if !s.known || !s.is(i, "this|last|next week") {
		return 0, value{}, false
	}
	n := map[string]int{"last": -7, "next": 7}[s.at(i)]
	return i + 2, dayOf(onOrAfter(weekOf(s.pub.AddDate(0, 0, n)).from, wd)), true
}

func (s *scan) resolveWeekday(first, end int, det string, wd time.Weekday) time.Time {
	switch det {
	case wordLast:
		return onOrBefore(s.pub.AddDate(0, 0, -1), wd)
	case wordNext, "coming":
		return onOrAfter(s.pub.AddDate(0, 0, 1), wd)
	}
	dir := s.direction(first, end)
	if det == wordThis && dir == either {
		return onOrAfter(weekOf(s.pub).from, wd)
	}
	if dir > either {
		return onOrAfter(s.pub, wd)
	}
	return onOrBefore(s.pub, wd)
}
