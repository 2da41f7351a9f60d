package dates

import (
	"strings"
	"time"
)

// amount is "two", "a few", "24": from least to most.
type amount struct{ least, most int }

// number reads a count of units at i.
func (s *scan) number(i int) (end int, a amount, ok bool) {
	switch {
	case s.is(i, "a few"), s.is(i, "a handful"):
		end, a = i+2, amount{2, 6}
	case s.is(i, "few|several"):
		end, a = i+1, amount{2, 6}
	case s.is(i, "a couple"), s.is(i, "the couple"):
		end, a = i+2, amount{1, 3}
	default:
		n, isNumber := plainNumber(s.at(i))
		if !isNumber {
			n, isNumber = numberNames[s.at(i)]
		}
		if !isNumber || n > 3000 {
			return 0, amount{}, false
		}
		end = i + 1
		if units, ok := numberNames[s.at(i+2)]; ok && s.at(i+1) == "-" && n >= 20 && n%10 == 0 && units < 10 {
			n, end = n+units, i+3
		}
		a = amount{n, n}
	}
	if s.at(end) == "of" {
		end++
	}
	return end, a, true
}

// count reads what is counted in units: "two days ago", "three weeks later",
// "a year ago this month", "two days after Feb. 27", "in ten days".
func (s *scan) count(i int) (int, value, bool) {
	at, n, ok := s.number(i)
	if !ok {
		return 0, value{}, false
	}
	u := unitNames[s.at(at)]
	if u == noUnit {
		return 0, value{}, false
	}
	end := at + 1
	switch {
	case s.is(end, "ago"):
		return s.ago(end+1, n, u)
	case s.is(end, "later|earlier|previously|beforehand|afterwards|afterward"):
		back := s.is(end, "earlier|previously|beforehand")
		return s.fromAnchor(i, end+1, n, u, back)
	case s.is(end, "from now"):
		return end + 2, s.fromNow(n, u), s.known
	case s.is(end, "before|after|from|following|prior"):
		return s.fromDate(i, end, n, u)
	}
	return s.ahead(i, end, n, u)
}

func (n amount) signed(back bool) amount {
	if back {
		return amount{-n.most, -n.least}
	}
	return n
}

// offset moves a by n units.
func (a value) offset(n amount, u unit) value {
	if n.least == n.most {
		return a.add(n.least, u)
	}
	return interval(a.add(n.least, u).from, a.add(n.most, u).to)
}

func (s *scan) ago(end int, n amount, u unit) (int, value, bool) {
	if !s.known {
		return 0, value{}, false
	}
	v := dayOf(s.pub).offset(n.signed(true), u)
	if n.least != n.most {
		return end, v, true
	}
	day := shift(s.pub, -n.least, u)
	switch {
	case s.is(end, "to the day"):
		return end + 3, dayOf(day), true
	case s.is(end, "today"):
		return end + 1, dayOf(day), true
	case s.is(end, "this week|month|year"):
		return end + 2, unitOf(day, unitNames[s.at(end+1)]), true
	}
	return end, v, true
}

func (s *scan) fromNow(n amount, u unit) value { return dayOf(s.pub).offset(n, u) }

// fromAnchor counts from the expression before; "three weeks earlier" without
// one counts back from the day of publication.
func (s *scan) fromAnchor(i, end int, n amount, u unit, back bool) (int, value, bool) {
	a, ok := s.anchor(i)
	if !ok && back && s.known {
		a, ok = dayOf(s.pub), true
	}
	if !ok || u <= days && !a.isDay() {
		return 0, value{}, false
	}
	return end, a.offset(n.signed(back), u), true
}

// fromDate counts from a date that follows, or, where nothing follows, from
// the expression before: "two days after Feb. 27", "the year before".
func (s *scan) fromDate(i, at int, n amount, u unit) (int, value, bool) {
	back := !s.is(at, "after|from|following")
	next := at + 1
	if s.is(at, "prior to") {
		next++
	}
	if end, v, ok := s.match(next); ok && v.precision != "interval" {
		if u <= days && !v.isDay() {
			return 0, value{}, false
		}
		n = n.signed(back)
		if v.isDay() && n.least == n.most && u <= fortnights {
			return end, dayOf(shift(v.from, n.least, u)), true
		}
		return end, v.offset(n, u), true
	}
	if s.closes(next) && s.is(at, "before|after") {
		return s.fromAnchor(i, next, n, u, back)
	}
	return 0, value{}, false
}

// closes tells whether a phrase ends before token i.
func (s *scan) closes(i int) bool {
	switch s.tag(i) {
	case "", ".", ",", ":", "CC", "-RRB-", "''", tagPast, "HYPH":
		return true
	}
	return false
}

// ahead reads the future of "in two weeks" and "within 24 hours".
func (s *scan) ahead(i, end int, n amount, u unit) (int, value, bool) {
	within := s.is(i-1, "within")
	if !s.known || !within && !s.is(i-1, "in") || s.is(end, "of|'s|’s|'|’|-") || s.direction(i, end) <= either {
		return 0, value{}, false
	}
	if !within {
		if s.superlative(i - 1) {
			return 0, value{}, false
		}
		return end, s.fromNow(n, u), true
	}
	return end, interval(s.pub, shift(s.pub, n.most, u)), true
}

// superlative tells that a record stands before "in six years", which then
// looks back: "their first talks in six years".
func (s *scan) superlative(in int) bool {
	for k := in - 1; k >= 0 && k >= in-6; k-- {
		if tag := s.doc.Tokens[k].Tag; s.is(k, "first|only|last") || tag == "JJS" || tag == "RBS" {
			return true
		}
	}
	return false
}

// dayWord reads "today", "tomorrow morning", "last night", "the day before
// yesterday".
func (s *scan) dayWord(i int) (int, value, bool) {
	if !s.known {
		return 0, value{}, false
	}
	at := func(end, n int) (int, value, bool) {
		if dayParts[s.at(end)] {
			end++
		}
		day := s.pub.AddDate(0, 0, n)
		if s.quoted(i) { // the words of a speaker, who may have spoken the day before
			return end, interval(day.AddDate(0, 0, -1), day), true
		}
		return end, dayOf(day), true
	}
	switch {
	case s.is(i, "today|tonight"):
		return at(i+1, 0)
	case s.is(i, "this morning|afternoon|evening|lunchtime"):
		return at(i+2, 0)
	case s.is(i, "yesterday"):
		return at(i+1, -1)
	case s.is(i, "last night|evening"):
		return at(i+2, -1)
	case s.is(i, "tomorrow"):
		return at(i+1, 1)
	case s.is(i, "day before yesterday"):
		return at(i+3, -2)
	case s.is(i, "day after tomorrow"):
		return at(i+3, 2)
	case s.is(i, "overnight") && s.tag(i) == "RB":
		return i + 1, interval(s.pub.AddDate(0, 0, -1), s.pub), true
	}
	return 0, value{}, false
}

// quoted tells whether token i stands between quotation marks.
func (s *scan) quoted(i int) bool {
	before := s.doc.Text[:s.doc.Tokens[i].Start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if at := strings.LastIndexAny(before, "“”"); at >= 0 {
		return strings.HasPrefix(before[at:], "“")
	}
	return strings.Count(before, `"`)%2 == 1
}

// anchored reads what looks back to the expression before: "the next day",
// "that evening", "the same week", "later that year", "the day before".
func (s *scan) anchored(i int) (int, value, bool) {
	a, ok := s.anchor(i)
	if !ok {
		return 0, value{}, false
	}
	det, at := s.at(i), i+1
	u := s.anchorUnit(at)
	if u == noUnit || u <= days && !a.isDay() {
		return 0, value{}, false
	}
	end := at + 1
	if u == weeks && a.to.Sub(a.from) > 7*24*time.Hour { // "that week" after a month
		return end, a, oneOf(det, "that|same")
	}
	switch {
	case s.is(i, "next|following") && s.is(i-1, "the"), s.is(i, "following"):
		return end, dayOf(a.to).add(1, u), true
	case s.is(i, "previous|preceding"):
		return end, dayOf(a.from).add(-1, u), true
	case s.is(i, "same"), det == wordThat:
		v := unitOf(a.from, u)
		if s.is(i-1, "earlier|later") && len(s.exprs) > 0 {
			v = around(v, a.from, s.is(i-1, "earlier"))
		}
		return end, v, v.sane()
	case det == wordThe && s.is(end, "before|after") && s.closes(end+1):
		if s.is(end, "before") {
			return end + 1, dayOf(a.from).add(-1, u), true
		}
		return end + 1, dayOf(a.to).add(1, u), true
	}
	return 0, value{}, false
}

func (s *scan) anchorUnit(i int) unit {
	if dayParts[s.at(i)] {
		return days
	}
	if s.is(i, "day|night|week|month|year|decade") {
		return unitNames[s.at(i)]
	}
	return noUnit
}

// around is the part of v before or after the day t.
func around(v value, t time.Time, before bool) value {
	if before {
		return interval(v.from, t)
	}
	return interval(t, v.to)
}
