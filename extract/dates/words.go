package dates

import (
	"strconv"
	"strings"
	"time"
)

type unit uint8

const (
	noUnit unit = iota
	minutes
	hours
	days
	weeks
	fortnights
	months
	years
	decades
)

type season uint8

const (
	spring season = iota
	summer
	autumn
	winter
)

type third uint8

const (
	whole third = iota
	early
	middle
	late
)

// Words and tags that the recognisers compare one by one.
const (
	wordThe   = "the"
	wordThis  = "this"
	wordLast  = "last"
	wordNext  = "next"
	wordThat  = "that"
	wordMay   = "may"
	wordUntil = "until"
	wordDue   = "due"

	tagPast   = "VBD"
	tagPlural = "NNS"
	posNoun   = "NOUN"
	posPrep   = "ADP"
	depPrep   = "prep"
	depObject = "dobj"
	depOpen   = "xcomp"
	depAdverb = "advcl"
)

// The vocabularies hold words in lower case, abbreviations without their dot.
var (
	monthNames = map[string]time.Month{
		"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
		"september": 9, "october": 10, "november": 11, "december": 12,
		"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	}
	weekdayNames = map[string]time.Weekday{
		"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
		"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
	}
	seasonNames = map[string]season{"spring": spring, "summer": summer, "autumn": autumn, "fall": autumn, "winter": winter, "springtime": spring, "summertime": summer}
	unitNames   = map[string]unit{
		"minute": minutes, "minutes": minutes, "hour": hours, "hours": hours, "day": days, "days": days, "night": days, "nights": days,
		"week": weeks, "weeks": weeks, "fortnight": fortnights, "fortnights": fortnights,
		"month": months, "months": months, "year": years, "years": years, "decade": decades, "decades": decades,
	}
	numberNames = map[string]int{
		"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
		"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	dayParts = map[string]bool{
		"morning": true, "afternoon": true, "evening": true, "night": true, "noon": true, "midday": true, "midnight": true,
		"lunchtime": true, "dawn": true, "dusk": true, "mid-morning": true, "mid-afternoon": true,
	}
	// openers are the other words that an expression can begin with.
	openers = set("a", "an", "few", "several", "the", "this", "last", "next", "that", "following", "previous", "preceding", "coming", "past", "recent", "upcoming",
		"same", "early", "late", "mid", "end", "middle", "start", "beginning", "close", "earlier", "later", "weekend", "today", "tonight", "yesterday", "tomorrow",
		"day", "overnight", "christmas", "boxing", "new", "valentine", "bastille", "good", "easter", "palm", "ash", "whit")
	thirds = map[string]third{"early": early, "mid": middle, "late": late, "mid-": middle}
)

// opens tells whether an expression can begin with a word.
func opens(w string) bool {
	if w == "" || w[0] >= '0' && w[0] <= '9' || openers[w] || strings.HasPrefix(w, "mid-") {
		return w != ""
	}
	if _, ok := monthNames[w]; ok {
		return true
	}
	if _, ok := weekdayNames[w]; ok {
		return true
	}
	if _, ok := seasonNames[w]; ok {
		return true
	}
	return numberNames[w] != 0
}

// plainNumber reads the digits of a word, at most four of them.
func plainNumber(w string) (int, bool) {
	if len(w) == 0 || len(w) > 4 || strings.Trim(w, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

// dayNumber reads "7", "07", "7th"; ordinal tells the last form.
func dayNumber(w string) (n int, ordinal, ok bool) {
	digits := w
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if d, cut := strings.CutSuffix(w, suffix); cut {
			digits, ordinal = d, true
			break
		}
	}
	n, ok = plainNumber(digits)
	return n, ordinal, ok && len(digits) <= 2 && n >= 1 && n <= 31
}

// yearNumber reads a year of four digits in modern times.
func yearNumber(w string) (int, bool) {
	n, ok := plainNumber(w)
	return n, ok && len(w) == 4 && n >= 1500 && n <= 2199
}
