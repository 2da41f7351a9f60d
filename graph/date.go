package graph

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Date is when something happened, with its precision: a subset of the
// Extended Date/Time Format (ISO 8601-2). "2025" is a year, "2025-08" a month,
// "2025-08-15" a day, "2025-08-11/2025-08-17" any day of an interval; "" is
// unknown.
type Date string

// Precision is how exactly a Date is known.
type Precision string

// The precisions of dates.
const (
	Unknown  Precision = ""
	Year     Precision = "year"
	Month    Precision = "month"
	Day      Precision = "day"
	Interval Precision = "interval"
)

// DayOf returns the Date of t's calendar day in t's own zone.
func DayOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Between returns the interval from the first to the last day, or one day
// where both are the same.
func Between(first, last time.Time) Date {
	if a, b := DayOf(first), DayOf(last); a != b {
		return a + "/" + b
	}
	return DayOf(first)
}

// Precision returns how exactly d is known; Unknown where d is empty or not a date.
func (d Date) Precision() Precision {
	if _, _, err := d.Window(); err != nil {
		return Unknown
	}
	return d.form()
}

// form returns the precision that d's length and slash promise.
func (d Date) form() Precision {
	if strings.Contains(string(d), "/") {
		return Interval
	}
	switch len(d) {
	case len("2006"):
		return Year
	case len("2006-01"):
		return Month
	case len(time.DateOnly):
		return Day
	default:
		return Unknown
	}
}

// Window returns the first and the last day that d can mean, both at midnight
// UTC. It fails where d is empty or not of one of the four forms.
func (d Date) Window() (first, last time.Time, err error) {
	a, b, ok := strings.Cut(string(d), "/")
	if !ok {
		return d.window()
	}
	if first, _, err = Date(a).window(); err != nil {
		return time.Time{}, time.Time{}, err
	}
	if _, last, err = Date(b).window(); err != nil {
		return time.Time{}, time.Time{}, err
	}
	if last.Before(first) {
		return time.Time{}, time.Time{}, fmt.Errorf("date %q: ends before it begins", string(d))
	}
	return first, last, nil
}

var errForm = errors.New("want YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash between")

// window is Window of a year, a month or a day.
func (d Date) window() (first, last time.Time, err error) {
	switch d.form() {
	case Year:
		first, err = time.Parse("2006", string(d))
		last = first.AddDate(1, 0, -1)
	case Month:
		first, err = time.Parse("2006-01", string(d))
		last = first.AddDate(0, 1, -1)
	case Day:
		first, err = time.Parse(time.DateOnly, string(d))
		last = first
	default:
		err = errForm
	}
	if err != nil {
		return time.Time{}, time.Time{}, fmt.Errorf("date %q: %w", string(d), errForm)
	}
	return first, last, nil
}

// Overlaps tells whether some day can be both d and e. An unknown date
// overlaps everything.
func (d Date) Overlaps(e Date) bool {
	a, b, err := d.Window()
	if err != nil {
		return true
	}
	from, to, err := e.Window()
	return err != nil || !b.Before(from) && !to.Before(a)
}
