package testdata_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// labels is one file of gold/, as gold/README.md describes it.
type labels struct {
	Article   string    `json:"article"`
	Published string    `json:"published"`
	Outlet    string    `json:"outlet"`
	URL       string    `json:"url"`
	Entities  []entity  `json:"entities"`
	Meetings  []meeting `json:"meetings"`
	Facts     []fact    `json:"facts"`
	Forbidden []fact    `json:"forbidden"`
}

type entity struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Names    []string `json:"names"`
	Ref      string   `json:"ref"`
	Optional bool     `json:"optional"`
}

type meeting struct {
	ID           string   `json:"id"`
	Participants []string `json:"participants"`
	Place        string   `json:"place"`
	Date         string   `json:"date"`
	Status       []string `json:"status"`
	Quote        string   `json:"quote"`
	SameAs       string   `json:"same_as"`
	Type         string   `json:"type"`
	Optional     bool     `json:"optional"`
	Hard         bool     `json:"hard"`
}

// fact is a labelled edge or, with Why in place of Quote, a forbidden one.
type fact struct {
	S        []string `json:"s"`
	P        []string `json:"p"`
	O        []string `json:"o"`
	Status   []string `json:"status"`
	Quote    string   `json:"quote"`
	Why      string   `json:"why"`
	Optional bool     `json:"optional"`
	Hard     bool     `json:"hard"`
}

func (f fact) String() string { return fmt.Sprint(f.S, f.P, f.O, f.Status) }

func isKind(s string) bool {
	return slices.Contains([]string{"Person", "Country", "Organization", "Place"}, s)
}

func isRelation(s string) bool {
	return slices.Contains(strings.Fields(`MET_WITH SPOKE_WITH VISITED INVITED PROPOSED REJECTED AGREED_WITH
		ACCEPTED PROMISED DEMANDED SUPPORTED AIDED ACCUSED WARNED SANCTIONED ATTACKED SEIZED WITHDREW HOLDS_OFFICE`), s)
}

func isStatus(s string) bool {
	return slices.Contains(strings.Fields("occurred planned proposed cancelled denied"), s)
}

// isDate accepts YYYY, YYYY-MM and YYYY-MM-DD, and nothing that no calendar knows.
func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

var (
	countryRef = regexp.MustCompile(`^[A-Z]{2}$`)
	wikidata   = regexp.MustCompile(`^Q[1-9][0-9]*$`)
	idForm     = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)
)

func refFits(kind, ref string) bool {
	if kind == "Country" {
		return countryRef.MatchString(ref)
	}
	return wikidata.MatchString(ref)
}

// fold reduces text to lower-case words separated and surrounded by single spaces; a possessive s is dropped and an
// asterisk kept.
func fold(text string) string {
	text = strings.NewReplacer("’s ", " ", "'s ", " ").Replace(strings.ToLower(text) + " ")
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' })
	return " " + strings.Join(words, " ") + " "
}

// matches tells whether the literal parts of a pattern such as "*land*" stand in the folded text, in order.
func matches(pattern, folded string) bool {
	for part := range strings.SplitSeq(fold(pattern), "*") {
		_, rest, found := strings.Cut(folded, strings.TrimSpace(part))
		if !found {
			return false
		}
		folded = rest
	}
	return true
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
