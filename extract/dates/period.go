package dates

import (
	"strings"
	"time"
)

// period reads weeks, months, years and weekends counted from the day of
// publication: "this week", "earlier this month", "late next year", "over the
// weekend", "in recent weeks", "over the past two years".
func (s *scan) period(i int) (int, value, bool) {
	if !s.known {
		return 0, value{}, false
	}
	if end, v, ok := s.weekend(i); ok {
		return end, v, true
	}
	if end, v, ok := s.span(i); ok {
		return end, v, true
	}
	if s.is(i, "earlier|later") && s.is(i+1, "this|in|during") {
		return s.restOf(i)
	}
	f := s.frame(i)
	if f.det == "" && f.third != whole && s.is(f.at, "the") {
		f.det, f.at = "this", f.at+1
	}
	u := s.periodUnit(f.at)
	if u == noUnit || f.det == "" || f.det == wordThat || s.is(f.at-2, "the") && f.det == wordLast {
		return 0, value{}, false
	}
	n := map[string]int{"last": -1, "next": 1}[f.det]
	if n == 0 && u == weeks && s.pub.Weekday() == time.Sunday && s.direction(i, f.at+1) > either {
		n = 1 // on a Sunday the week is the one that begins
	}
	return f.at + 1, dayOf(s.pub).add(n, u).part(f.third), true
}

func (s *scan) periodUnit(i int) unit {
	if s.is(i, "week|month|year|fortnight") {
		return unitNames[s.at(i)]
	}
	return noUnit
}

// restOf reads "earlier this month", "later this week", "earlier in the year".
func (s *scan) restOf(i int) (int, value, bool) {
	at := i + 1
	if s.is(at, "in|during") {
		at++
	}
	if !s.is(at, "this|the") {
		return 0, value{}, false
	}
	u := s.periodUnit(at + 1)
	if sn, ok := seasonNames[s.at(at+1)]; ok && u == noUnit {
		v := s.seasonThis(sn)
		v = around(v, s.pub, s.is(i, "earlier"))
		return at + 2, v, v.sane()
	}
	if u == noUnit {
		return 0, value{}, false
	}
	v := unitOf(s.pub, u)
	if u == weeks && s.is(i, "later") && s.pub.Weekday() == time.Sunday {
		v = weekOf(s.pub.AddDate(0, 0, 1))
	}
	return at + 2, around(v, s.pub, s.is(i, "earlier")), true
}

// weekend reads "this weekend", "the weekend", "last weekend".
func (s *scan) weekend(i int) (int, value, bool) {
	at, det := i, ""
	if s.is(i, "this|last|next|past|coming") {
		at, det = i+1, s.at(i)
	}
	if !s.is(at, "weekend") || det == "" && (!s.is(i-1, "the") || !s.is(i-2, "over|at|on|during|for|in|of|through|by|since|until|before|after")) {
		return 0, value{}, false
	}
	if s.is(at+1, "of") && det == "" {
		return 0, value{}, false
	}
	last := weekendOf(s.pub)
	if last.from.After(s.pub) {
		last = weekendOf(s.pub.AddDate(0, 0, -7))
	}
	next := weekendOf(s.pub)
	switch det {
	case wordLast:
		if !last.to.Before(s.pub) {
			last = weekendOf(s.pub.AddDate(0, 0, -7))
		}
		return at + 1, last, true
	case wordNext:
		return at + 1, weekendOf(s.pub.AddDate(0, 0, 7)), true
	case "past":
		return at + 1, last, true
	case "coming":
		return at + 1, next, true
	}
	if dir := s.direction(i, at+1); dir > either || det == wordThis && dir == either && s.pub.Weekday() > time.Tuesday {
		return at + 1, next, true
	}
	return at + 1, last, true
}

// span reads stretches that end or begin on the day of publication: "recent
// weeks", "the coming days", "the past two years", "the next 24 hours".
func (s *scan) span(i int) (int, value, bool) {
	back := s.is(i, "past|recent|last")
	if !back && !s.is(i, "coming|next|upcoming") {
		return 0, value{}, false
	}
	at, n, counted := s.number(i + 1)
	if !counted {
		at, n = i+1, amount{1, 1}
	}
	u := unitNames[s.at(at)]
	plural := strings.HasSuffix(s.at(at), "s")
	if u == noUnit || s.is(at+1, "of") || counted && !plural && n.most > 1 {
		return 0, value{}, false
	}
	if !counted && plural {
		n = amount{2, 6}
	}
	inTheLast := s.is(i, "last") && s.is(i-1, "the") && s.is(i-2, "in|over|during|within|for")
	if !counted && !plural && !inTheLast && (s.is(i, "last|next|recent") || u <= days) {
		return 0, value{}, false
	}
	if back {
		return at + 1, interval(shift(s.pub, -n.most, u), s.pub), true
	}
	return at + 1, interval(s.pub, shift(s.pub, n.most, u)), true
}

// seasonal reads "last autumn", "the summer of 2018", "early spring", "in the
// summer".
func (s *scan) seasonal(i int) (int, value, bool) {
	f := s.frame(i)
	if s.is(f.at, "the") && f.third != whole {
		f.at++
	}
	sn, ok := seasonNames[s.at(f.at)]
	if !ok || strings.HasPrefix(s.tag(f.at), "V") {
		return 0, value{}, false
	}
	end := f.at + 1
	if e, year, ok := s.yearAfter(end); ok {
		return e, seasonOf(year, sn).part(f.third), true
	}
	if !s.known || s.is(end, "of") || s.upper(f.at-1) && f.at > i {
		return 0, value{}, false
	}
	if f.det == wordThat {
		a, ok := s.anchor(i)
		return end, seasonOf(a.from.Year(), sn), ok
	}
	bare := s.is(i-1, "in|by|during|over|until|since|last|next|this") || s.is(i-1, "the") && s.is(i-2, "in|by|during|over|until|since|for")
	if f.det == "" && !bare {
		return 0, value{}, false
	}
	return end, s.resolveSeason(i, end, f.det, sn).part(f.third), true
}

// seasonThis is the season of the year of publication; a winter begins in the
// year before when that is the one under way.
func (s *scan) seasonThis(sn season) value {
	year := s.pub.Year()
	if sn == winter && s.pub.Month() < time.June {
		year--
	}
	return seasonOf(year, sn)
}

func (s *scan) resolveSeason(first, end int, det string, sn season) value {
	this := s.seasonThis(sn)
	year := this.from.Year()
	before, after := this, this
	if this.to.Before(s.pub) {
		after = seasonOf(year+1, sn)
	} else if !s.pub.After(this.to) {
		before = seasonOf(year-1, sn)
	}
	switch det {
	case wordThis:
		return this
	case wordLast:
		return before
	case wordNext:
		if !this.from.After(s.pub) {
			return seasonOf(year+1, sn)
		}
		return this
	}
	if dir := s.direction(first, end); !this.from.After(s.pub) && !this.to.Before(s.pub) && dir == either {
		return this
	}
	return s.choose(first, end, before, after)
}

// year reads "in 1961", "the 2015 agreement", "the 1970s", "early 2018".
func (s *scan) year(i int) (int, value, bool) {
	f := s.frame(i)
	if s.is(f.at, "the") && f.third != whole {
		f.at++
	}
	w, part := s.at(f.at), f.third
	if rest, ok := strings.CutPrefix(w, "mid-"); ok {
		w, part = rest, middle
	}
	if d, ok := strings.CutSuffix(w, "s"); ok {
		if y, ok := yearNumber(d); ok && y%10 == 0 {
			decade := interval(yearOf(y).from, yearOf(y+9).to)
			return f.at + 1, decade.decadePart(part), true
		}
	}
	y, ok := yearNumber(w)
	if !ok || f.det != "" || part == whole && !s.yearContext(i) {
		return 0, value{}, false
	}
	return f.at + 1, yearOf(y).part(part), true
}

// decadePart is the early, middle or late third of ten years: four, three, three.
func (v value) decadePart(t third) value {
	if t == whole {
		return v
	}
	bounds := [...]int{0, 4, 7, 10}
	from, to := bounds[t-early], bounds[t-early+1]-1
	return interval(yearOf(v.from.Year()+from).from, yearOf(v.from.Year()+to).to)
}

// yearContext tells whether four digits at i are a year and not a number.
func (s *scan) yearContext(i int) bool {
	if tag := s.tag(i + 1); tag == tagPlural && !s.is(i-1, "the|his|her|its|their|'s|’s") || s.is(i+1, "percent|%|-|per|year|years") {
		return false
	}
	prev := s.at(i - 1)
	switch {
	case oneOf(prev, "in|since|until|till|by|during|before|after|through|around|circa|between|for|from"):
		return true
	case prev == "of":
		return !s.is(i-2, "total|number|sum|average|maximum|minimum|height|distance|group|force|crowd")
	case oneOf(prev, "and|to|-|–|or"):
		n := len(s.exprs)
		return n > 0 && s.exprs[n-1].End == i-1 && s.vals[n-1].precision == "year"
	case s.tag(i-1) == "DT" || s.tag(i-1) == "PRP$" || s.tag(i-1) == "POS":
		return strings.HasPrefix(s.tag(i+1), "NN") || strings.HasPrefix(s.tag(i+1), "JJ")
	}
	for _, e := range s.doc.Ents {
		if e.First == i && e.End == i+1 && e.Label == "DATE" {
			return true
		}
	}
	return false
}
