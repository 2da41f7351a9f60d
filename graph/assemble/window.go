package assemble

import (
	"time"

	"entente/graph"
)

// window is a stretch of days, counted from 1970, both ends included.
type window struct{ from, to int }

func dayNumber(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func dayTime(n int) time.Time { return time.Unix(int64(n)*24*60*60, 0).UTC() }

// windowOf returns the days that a date can mean; not ok where it is unknown.
func windowOf(d graph.Date) (window, bool) {
	from, to, err := d.Window()
	if err != nil {
		return window{}, false
	}
	return window{dayNumber(from), dayNumber(to)}, true
}

func (w window) days() int { return w.to - w.from + 1 }

// gap is how many days lie between two windows: 1 where one follows the other,
// 0 or less where they overlap.
func (w window) gap(v window) int { return max(v.from-w.to, w.from-v.to) }

func (w window) intersect(v window) window { return window{max(w.from, v.from), min(w.to, v.to)} }

// date writes a window in its shortest form.
func (w window) date() graph.Date {
	from, to := dayTime(w.from), dayTime(w.to)
	for _, layout := range []string{"2006", "2006-01"} {
		d := graph.Date(from.Format(layout))
		if v, ok := windowOf(d); ok && v == w {
			return d
		}
	}
	return graph.Between(from, to)
}

// narrow finds what dates tell together: of the most exact ones the one with
// the most votes, cut down by all others that agree. Votes are independent
// sources.
func narrow(votes map[graph.Date]int) (window, bool) {
	type vote struct {
		w window
		n int
	}
	var list []vote
	best := -1
	for d, n := range votes {
		w, ok := windowOf(d)
		if !ok {
			continue
		}
		list = append(list, vote{w, n})
		if best < 0 || better(list[len(list)-1].w, n, list[best].w, list[best].n) {
			best = len(list) - 1
		}
	}
	if best < 0 {
		return window{}, false
	}
	out := list[best].w
	all := out
	for _, v := range list {
		if v.w.gap(list[best].w) <= 0 {
			all = all.intersect(v.w)
		}
	}
	if all.from <= all.to {
		out = all
	}
	return out, true
}

func better(a window, n int, b window, m int) bool {
	switch {
	case a.days() != b.days():
		return a.days() < b.days()
	case n != m:
		return n > m
	}
	return a.from < b.from
}
