package dates

import (
	"time"

	"entente/graph"
)

// value is a stretch of days and how it is written.
type value struct {
	from, to  time.Time
	precision graph.Precision
}

func (v value) date() graph.Date {
	switch v.precision {
	case graph.Year:
		return graph.Date(v.from.Format("2006"))
	case graph.Month:
		return graph.Date(v.from.Format("2006-01"))
	default:
		return graph.Between(v.from, v.to)
	}
}

func (v value) isDay() bool { return v.from.Equal(v.to) }

// sane tells whether the value can be written with four digits of the year.
func (v value) sane() bool {
	return !v.to.Before(v.from) && v.from.Year() >= 1 && v.to.Year() <= 9999
}

func dayOf(t time.Time) value { return value{t, t, graph.Day} }

func interval(from, to time.Time) value { return value{from, to, graph.Interval} }

func newDay(year int, month time.Month, day int) (value, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return dayOf(t), t.Day() == day && t.Month() == month
}

func monthOf(year int, month time.Month) value {
	t := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return value{t, t.AddDate(0, 1, -1), graph.Month}
}

func yearOf(year int) value {
	t := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return value{t, t.AddDate(1, 0, -1), graph.Year}
}

// weekOf is the week of t, Monday to Sunday (ISO 8601).
func weekOf(t time.Time) value {
	monday := t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
	return interval(monday, monday.AddDate(0, 0, 6))
}

// weekendOf is the Saturday and Sunday that end the week of t.
func weekendOf(t time.Time) value {
	w := weekOf(t)
	return interval(w.to.AddDate(0, 0, -1), w.to)
}

// seasonOf is the meteorological season of the northern hemisphere that
// begins in the year: spring from March, winter from December.
func seasonOf(year int, s season) value {
	from := time.Date(year, time.Month(3+3*int(s)), 1, 0, 0, 0, 0, time.UTC)
	return interval(from, from.AddDate(0, 3, -1))
}

// part is the early, middle or late third of v.
func (v value) part(p third) value {
	days := int(v.to.Sub(v.from).Hours()/24) + 1
	switch {
	case p == whole || days < 3:
		return v
	case v.precision == graph.Month:
		from, to := 10*int(p-early), 10*int(p-early)+9
		if p == late {
			to = days - 1
		}
		return interval(v.from.AddDate(0, 0, from), v.from.AddDate(0, 0, to))
	case v.precision == graph.Year:
		from := v.from.AddDate(0, 4*int(p-early), 0)
		return interval(from, from.AddDate(0, 4, -1))
	}
	return interval(v.from.AddDate(0, 0, days*int(p-early)/3), v.from.AddDate(0, 0, days*int(p-early+1)/3-1))
}

// add moves v by n units and makes it as coarse as the unit.
func (v value) add(n int, u unit) value {
	t := v.from
	switch u {
	case days:
		return dayOf(t.AddDate(0, 0, n))
	case weeks:
		return weekOf(t.AddDate(0, 0, 7*n))
	case fortnights:
		return weekOf(t.AddDate(0, 0, 14*n))
	case months:
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
		return monthOf(first.Year(), first.Month())
	case years:
		return yearOf(t.Year() + n)
	case decades:
		return interval(yearOf(t.Year()+10*n-2).from, yearOf(t.Year()+10*n+2).to)
	default: // hours and minutes
		return dayOf(shift(t, n, u))
	}
}

// unitOf is the day, week, … that t lies in.
func unitOf(t time.Time, u unit) value { return dayOf(t).add(0, u) }

// shift moves a day by n units without making it coarser.
func shift(t time.Time, n int, u unit) time.Time {
	switch u {
	case days:
		return t.AddDate(0, 0, n)
	case weeks:
		return t.AddDate(0, 0, 7*n)
	case fortnights:
		return t.AddDate(0, 0, 14*n)
	case months:
		return t.AddDate(0, n, 0)
	case years:
		return t.AddDate(n, 0, 0)
	case decades:
		return t.AddDate(10*n, 0, 0)
	case hours:
		if n < 0 {
			return t.AddDate(0, 0, -((6 - n) / 24))
		}
		return t.AddDate(0, 0, (n+6)/24)
	default:
		return t
	}
}

// easter is Easter Sunday of the Gregorian calendar (the anonymous algorithm,
// Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
