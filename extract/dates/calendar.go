package dates

import (
	"slices"
	"strings"
	"time"
)

// frame is what stands before the name of a period: "early last June".
type frame struct {
	third third
	det   string // this, last, next, that
	at    int    // where the name stands
}

func (s *scan) frame(i int) frame {
	f := frame{at: i}
	switch {
	case s.is(i, "early|late") && s.tag(i) != "NNP":
		f.third, f.at = thirds[s.at(i)], i+1
	case s.is(i, "mid -"):
		f.third, f.at = middle, i+2
	case s.is(i, "mid"):
		f.third, f.at = middle, i+1
	case s.is(i, "end|middle|start|beginning|close of"):
		f.third = map[string]third{"end": late, "close": late, "middle": middle}[s.at(i)]
		if f.third == whole {
			f.third = early
		}
		f.at = i + 2
	}
	if s.is(f.at, "this|last|next|that") {
		f.det = s.at(f.at)
		f.at++
	}
	return f
}

// month returns the month that token i names.
func (s *scan) month(i int) (time.Month, bool) {
	m, ok := monthNames[s.at(i)]
	return m, ok && s.upper(i) && !strings.HasPrefix(s.tag(i), "V") && s.tag(i) != "MD"
}

// calendar reads days and months by name: "Feb. 27 and 28, 2019", "27th of
// February", "early March 2018", "last June 12", "in August".
func (s *scan) calendar(i int) (int, value, bool) {
	f := s.frame(i)
	if end, v, ok := s.dayMonth(i, f); ok {
		return end, v, true
	}
	m, ok := s.month(f.at)
	if !ok {
		return s.monthless(i)
	}
	end := f.at + 1
	if day, _, ok := dayNumber(s.at(end)); ok {
		return s.monthDay(i, s.moreDays(end+1), f, m, day)
	}
	if e, year, ok := s.yearAfter(end); ok {
		return e, monthOf(year, m).part(f.third), true
	}
	if f == (frame{at: i}) && !s.licensed(i) || !s.known {
		return 0, value{}, false
	}
	v, ok := s.resolveMonth(i, end, f.det, m)
	return end, v.part(f.third), ok
}

// dayMonth reads "27 February", "the 27th of February", "11-12 October".
func (s *scan) dayMonth(i int, f frame) (int, value, bool) {
	day, _, ok := dayNumber(s.at(f.at))
	if !ok {
		return 0, value{}, false
	}
	at := s.moreDays(f.at + 1)
	if s.at(at) == "of" {
		at++
	}
	m, ok := s.month(at)
	if !ok {
		return 0, value{}, false
	}
	return s.monthDay(i, at+1, f, m, day)
}

func (s *scan) monthDay(first, end int, f frame, m time.Month, day int) (int, value, bool) {
	if e, year, ok := s.yearAfter(end); ok {
		v, ok := newDay(year, m, day)
		return e, v, ok
	}
	if m == time.September && day == 11 && s.is(end, "attack|attacks|terrorist|terror|hijackers|hijackings") {
		v, ok := newDay(2001, m, day)
		return end, v, ok
	}
	if !s.known {
		return 0, value{}, false
	}
	v, ok := s.resolveDay(first, end, f.det, m, day)
	return end, v, ok
}

// moreDays steps over the further days of "27 and 28", "11-12", "3 to 5".
func (s *scan) moreDays(i int) int {
	for s.is(i, "-|–|and|to|or|&|,") {
		if _, _, ok := dayNumber(s.at(i + 1)); !ok || s.tag(i+2) == tagPlural || s.tag(i+2) == "NN" {
			break
		}
		if s.at(i) == "," && !oneOf(s.at(i+2), "and|,|or") {
			break
		}
		i += 2
	}
	return i
}

func (s *scan) yearAfter(i int) (end, year int, ok bool) {
	if s.at(i) == "," || s.at(i) == "of" {
		i++
	}
	year, ok = yearNumber(s.at(i))
	return i + 1, year, ok && s.tag(i+1) != tagPlural
}

// licensed tells whether a bare month name at i is used as a date and is not
// a person, a verb or the start of another name.
func (s *scan) licensed(i int) bool {
	t := &s.doc.Tokens[i]
	if oneOf(t.Dep, "nsubj|nsubjpass|agent|dobj|dative") {
		return false
	}
	prev := s.at(i - 1)
	if s.at(i) == wordMay && (oneOf(prev, "to|of|for|from") || oneOf(prev, "by|after|before") && (!oneOf(t.Dep, "pobj|compound") || s.doc.Tokens[i-1].Dep == "agent")) {
		return false // the name of a person
	}
	if len(s.at(i)) <= 3 && s.at(i) != wordMay && !strings.HasSuffix(s.doc.Word(i), ".") {
		return false
	}
	if oneOf(prev, "in|since|until|till|by|before|after|during|of|from|to|through|for|around|between|following|late|early") {
		return true
	}
	if n := len(s.exprs); n > 0 && s.exprs[n-1].End == i-1 && oneOf(prev, "and|or|to|-|–") {
		return true
	}
	return s.tag(i-1) == "DT" && oneOf(t.Dep, "compound|nmod|amod|poss")
}

// monthless reads "the 15th".
func (s *scan) monthless(i int) (int, value, bool) {
	day, ordinal, ok := dayNumber(s.at(i))
	if !ok || !ordinal || !s.known || s.at(i-1) != wordThe || !s.is(i-2, "on|by|until|since|before|after|from|of|,") {
		return 0, value{}, false
	}
	if tag := s.tag(i + 1); tag == "of" || strings.HasPrefix(tag, "N") || strings.HasPrefix(tag, "J") || s.at(i+1) == "-" {
		return 0, value{}, false
	}
	before, after := s.pub, s.pub
	for before.Day() != day {
		before = before.AddDate(0, 0, -1)
	}
	for after.Day() != day {
		after = after.AddDate(0, 0, 1)
	}
	return i + 1, s.choose(i, i+1, dayOf(before), dayOf(after)), true
}

// choose takes the earlier or the later of two candidates: by tense where
// that tells, else the nearer one. A day of most of a year ago is not written
// without its year where the same day is coming within weeks, nor one of most
// of a year ahead where the same day was weeks ago ("were due to sign on May 3").
func (s *scan) choose(first, end int, before, after value) value {
	const near, far = 60 * 24 * time.Hour, 250 * 24 * time.Hour
	ago, ahead := s.pub.Sub(before.to), after.from.Sub(s.pub)
	dir := s.direction(first, end)
	if before.isDay() && (ago > far && ahead < near || ahead > far && ago < near/2) {
		dir = either
	}
	if dir > either || dir == either && ahead < ago {
		return after
	}
	return before
}

// resolveMonth finds the year of a month.
func (s *scan) resolveMonth(first, end int, det string, m time.Month) (value, bool) {
	year, this := s.pub.Year(), s.pub.Month()
	before, after := monthOf(year, m), monthOf(year, m)
	if m > this {
		before = monthOf(year-1, m)
	} else if m < this {
		after = monthOf(year+1, m)
	}
	switch det {
	case wordLast:
		if m == this {
			return monthOf(year-1, m), true
		}
		return before, true
	case wordNext:
		if m == this {
			return monthOf(year+1, m), true
		}
		return after, true
	case wordThat:
		a, ok := s.yearAnchor(first)
		return nextMonth(a.from, m), ok
	case wordThis:
		return monthOf(year, m), true
	}
	if a, ok := s.narrative(first); ok {
		return nextMonth(a.from, m), true
	}
	return s.choose(first, end, before, after), true
}

// nextMonth is the first month m at or after t.
func nextMonth(t time.Time, m time.Month) value {
	year := t.Year()
	if m < t.Month() {
		year++
	}
	return monthOf(year, m)
}

// yearAnchor is the last date before i that is not the article's own day.
func (s *scan) yearAnchor(i int) (value, bool) {
	if _, ok := s.anchor(i); !ok {
		return value{}, false
	}
	for _, v := range slices.Backward(s.vals) {
		if !s.known || s.pub.Sub(v.to) > 27*24*time.Hour {
			return v, true
		}
	}
	return value{}, false
}

// narrative returns the expression that a date without a year follows on in a
// tale of another year: "In February 1999 he went to Lahore. By May …".
func (s *scan) narrative(first int) (value, bool) {
	a, ok := s.anchor(first)
	if !ok || !s.known || !tale(s.exprs[len(s.exprs)-1].Relation) || s.pub.Sub(a.to) < 366*24*time.Hour {
		return value{}, false
	}
	return a, a.precision != "interval"
}

// tale tells whether a tale goes on from a date in this relation: "held out until August".
func tale(r Rel) bool { return r == In || r == Until }

// resolveDay finds the year of a day in a month.
func (s *scan) resolveDay(first, end int, det string, m time.Month, day int) (value, bool) {
	year := s.pub.Year()
	if a, ok := s.narrative(first); ok && det == "" {
		if v, ok := newDay(nextMonth(a.from, m).from.Year(), m, day); ok {
			return v, true
		}
	}
	before, after := value{}, value{}
	for y := year + 1; y >= year-4 && before.from.IsZero(); y-- {
		if v, ok := newDay(y, m, day); ok && !v.from.After(s.pub) && (det != wordLast || !v.from.Equal(s.pub)) {
			before = v
		}
	}
	for y := year - 1; y <= year+4 && after.from.IsZero(); y++ {
		if v, ok := newDay(y, m, day); ok && !v.from.Before(s.pub) && (det != wordNext || !v.from.Equal(s.pub)) {
			after = v
		}
	}
	switch {
	case before.from.IsZero() || after.from.IsZero():
		return value{}, false
	case det == wordLast:
		return before, true
	case det == wordNext:
		return after, true
	}
	return s.choose(first, end, before, after), true
}

// numeric reads "2015-09-03", as one token or five, and "03.09.2015".
func (s *scan) numeric(i int) (int, value, bool) {
	text, end := s.at(i), i+1
	if _, ok := yearNumber(text); ok && s.is(i+1, "-") && s.is(i+3, "-") && s.glued(i, i+5) {
		text, end = s.doc.Slice(i, i+5), i+5
	}
	for _, layout := range []string{time.DateOnly, "02.01.2006", "2.1.2006"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1500 && t.Year() < 2200 {
			return end, dayOf(t), true
		}
	}
	return 0, value{}, false
}

// glued tells whether no space parts the tokens [first,end).
func (s *scan) glued(first, end int) bool {
	if end > len(s.words) {
		return false
	}
	for i := first; i < end-1; i++ {
		if s.doc.Tokens[i].End != s.doc.Tokens[i+1].Start {
			return false
		}
	}
	return true
}
