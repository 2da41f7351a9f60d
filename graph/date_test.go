package graph_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
)

func TestDateWindow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		date        graph.Date
		precision   graph.Precision
		first, last string
	}{
		{"2025", graph.Year, "2025-01-01", "2025-12-31"},
		{"2024-02", graph.Month, "2024-02-01", "2024-02-29"},
		{"2025-12", graph.Month, "2025-12-01", "2025-12-31"},
		{"2025-08-15", graph.Day, "2025-08-15", "2025-08-15"},
		{"2025-08-11/2025-08-17", graph.Interval, "2025-08-11", "2025-08-17"},
		{"2025-08/2025", graph.Interval, "2025-08-01", "2025-12-31"},
	} {
		first, last, err := c.date.Window()
		if err != nil || first.Format(time.DateOnly) != c.first || last.Format(time.DateOnly) != c.last {
			t.Errorf("%s: %v to %v (%v), want %s to %s", c.date, first, last, err, c.first, c.last)
		}
		if got := c.date.Precision(); got != c.precision {
			t.Errorf("%s: precision %q, want %q", c.date, got, c.precision)
		}
	}
}

func TestDateFaults(t *testing.T) {
	t.Parallel()
	for _, d := range []graph.Date{
		"", "25", "2025-13", "2025-02-30", "2025-8-1", "yesterday", "2025-08-17/2025-08-11", "2025-08-11/", "/2025", "/",
		"2025/2026/2027", "2025-08-15T10:00", "٢٠٢٥", "2025\x00",
	} {
		if first, last, err := d.Window(); err == nil || !first.IsZero() || !last.IsZero() {
			t.Errorf("%q: %v to %v, %v; want zero times and an error", d, first, last, err)
		}
		if d.Precision() != graph.Unknown {
			t.Errorf("%q has precision %q", d, d.Precision())
		}
	}
}

func TestBetween(t *testing.T) {
	t.Parallel()
	day := time.Date(2025, 8, 11, 23, 0, 0, 0, time.FixedZone("east", 3*3600))
	if got := graph.DayOf(day); got != "2025-08-11" {
		t.Errorf("DayOf = %s", got)
	}
	if got := graph.Between(day, day.Add(30*time.Minute)); got != "2025-08-11" {
		t.Errorf("one day: %s", got)
	}
	if got := graph.Between(day, day.AddDate(0, 0, 6)); got != "2025-08-11/2025-08-17" {
		t.Errorf("a week: %s", got)
	}
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b graph.Date
		want bool
	}{
		{"2025-08-15", "2025-08-15", true},
		{"2025-08-15", "2025-08-16", false},
		{"2025-08", "2025-08-31", true},
		{"2025", "2026-01-01", false},
		{"2025-08-11/2025-08-17", "2025-08-17/2025-08-20", true},
		{"2025-08-11/2025-08-17", "2025-08-18", false},
		{"", "2025", true},
		{"2025", "nonsense", true},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%q and %q: want %v both ways", c.a, c.b, c.want)
		}
	}
}

func anyDate() *rapid.Generator[graph.Date] {
	return rapid.Custom(func(t *rapid.T) graph.Date {
		day := func(label string) time.Time {
			return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, label))
		}
		a, b := day("first"), day("last")
		if b.Before(a) {
			a, b = b, a
		}
		return rapid.SampledFrom([]graph.Date{
			"", graph.DayOf(a), graph.Date(a.Format("2006")), graph.Date(a.Format("2006-01")), graph.Between(a, b),
		}).Draw(t, "date")
	})
}

func TestWindowsAreOrdered(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "date")
		first, last, err := d.Window()
		if (err == nil) != (d != "") || last.Before(first) {
			t.Fatalf("%q: %v to %v, %v", d, first, last, err)
		}
		if !d.Overlaps(d) {
			t.Fatalf("%q does not overlap itself", d)
		}
	})
}
