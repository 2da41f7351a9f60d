package kb

// The certainties that covers returns.
const (
	notHeld   = 0
	maybeHeld = 1 // an old sighting without an end, or no dates at all
	held      = 2
)

// covers tells how surely the office was held at a date. The date may be a
// year or a month: then an overlap is enough.
func (o *Office) covers(date string) int {
	if date == "" {
		return o.coversToday()
	}
	last := endOf(date)
	if o.From != "" && o.From > last {
		return notHeld
	}
	if o.To != "" && endOf(o.To) < date {
		return notHeld
	}
	if o.Seen != "" && afterGrace(o.Seen, date) {
		return notHeld
	}
	if o.From == "" || o.Seen != "" && o.Seen < date {
		return maybeHeld
	}
	return held
}

// coversToday is covers for the open end of time.
func (o *Office) coversToday() int {
	switch {
	case o.To != "" || o.Seen != "":
		return notHeld
	case o.From == "":
		return maybeHeld
	}
	return held
}

// endOf is a string that sorts with the last day of a year, month or day.
func endOf(date string) string {
	switch len(date) {
	case len("2019"):
		return date + "-12-31"
	case len("2019-05"):
		return date + "-31"
	}
	return date
}

// afterGrace reports whether a date lies more than a year after the day on
// which an office was last seen held: by then the sighting proves nothing.
func afterGrace(seen, date string) bool {
	const year = 4
	if len(seen) < year || len(date) < year {
		return false
	}
	next := atoi(seen[:year]) + 1
	limit := endOf(pad(next) + seen[year:])
	return date > limit
}

// pad writes a year with four digits.
func pad(year int) string {
	digits := [4]byte{}
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = byte('0' + year%10)
		year /= 10
	}
	return string(digits[:])
}
