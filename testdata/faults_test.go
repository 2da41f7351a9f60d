package testdata_test

import (
	"slices"
	"strings"
	"testing"
)

const sampleText = "Ada met Bo in Rome on Monday.\n\nBo’s proposal was turned down by Ada's aides.\n"

func sample() labels {
	return labels{
		Article: "x.txt", Published: "2020-02-29", Outlet: "Gazette", URL: "https://example.org/x",
		Entities: []entity{
			{ID: "ada", Kind: "Person", Names: []string{"Ada Long", "Ada"}},
			{ID: "bo", Kind: "Person", Names: []string{"Bo"}, Ref: "Q1"},
			{ID: "rome", Kind: "Place", Names: []string{"Rome"}},
		},
		Meetings: []meeting{{
			ID: "m_rome", Participants: []string{"ada", "bo"}, Place: "rome", Date: "2020-02-24",
			Status: []string{"occurred"}, Quote: "Ada met Bo in Rome",
		}},
		Facts: []fact{{
			S: []string{"ada", "*aides*"}, P: []string{"REJECTED"}, O: []string{"bo", "*proposal*"},
			Status: []string{"occurred"}, Quote: "proposal was turned down by Ada's aides",
		}},
		Forbidden: []fact{{
			S: []string{"bo"}, P: []string{"REJECTED"}, O: []string{"ada"}, Status: []string{"occurred"}, Why: "reversed",
		}},
	}
}

func TestCheckAcceptsGoodLabels(t *testing.T) {
	if faults := faultsOf(sample(), sampleText); len(faults) > 0 {
		t.Error(faults)
	}
}

// Each change breaks the sample in one way; the check must say so in words that name the fault.
func TestCheckFindsFaults(t *testing.T) {
	for want, spoil := range map[string]func(*labels){
		"is not a day":                       func(l *labels) { l.Published = "2021-02-29" },
		"no outlet":                          func(l *labels) { l.Outlet = "" },
		"not under example.org":              func(l *labels) { l.URL = "https://example.com/x" },
		`"ada" declared twice`:               func(l *labels) { l.Entities = append(l.Entities, l.Entities[0]) },
		"not lower-case words":               func(l *labels) { l.Entities[2].ID = "Rome" },
		`unknown kind "City"`:                func(l *labels) { l.Entities[2].Kind = "City" },
		"does not fit a Person":              func(l *labels) { l.Entities[1].Ref = "IT" },
		"a country without its code":         func(l *labels) { l.Entities[2].Kind = "Country" },
		`name "Bob" is not in the article`:   func(l *labels) { l.Entities[1].Names = []string{"Bo", "Bob"} },
		"none of its names":                  func(l *labels) { l.Entities[1].Names = []string{"Bob"} },
		"quote \"Ada met Bob\"":              func(l *labels) { l.Meetings[0].Quote = "Ada met Bob" },
		"nobody takes part":                  func(l *labels) { l.Meetings[0].Participants = nil },
		`participant "cy" is not declared`:   func(l *labels) { l.Meetings[0].Participants[0] = "cy" },
		`place "oslo" is not declared`:       func(l *labels) { l.Meetings[0].Place = "oslo" },
		`date "2020-13"`:                     func(l *labels) { l.Meetings[0].Date = "2020-13" },
		`type "lunch"`:                       func(l *labels) { l.Meetings[0].Type = "lunch" },
		`m_rome: status "held"`:              func(l *labels) { l.Meetings[0].Status[0] = "held" },
		`relation "MET"`:                     func(l *labels) { l.Facts[0].P[0] = "MET" },
		`status "maybe"`:                     func(l *labels) { l.Facts[0].Status[0] = "maybe" },
		`id "cy" is not declared`:            func(l *labels) { l.Facts[0].O[0] = "cy" },
		`id "m_rome" is not declared`:        func(l *labels) { l.Facts[0].S[0] = "m_rome" },
		`pattern "*treaty*"`:                 func(l *labels) { l.Facts[0].O[1] = "*treaty*" },
		"an empty list":                      func(l *labels) { l.Facts[0].O = nil },
		"labelled twice":                     func(l *labels) { l.Facts = append(l.Facts, l.Facts[0]) },
		"wants a why":                        func(l *labels) { l.Forbidden[0].Why = "" },
		"contradicts [ada *aides*]":          func(l *labels) { l.Forbidden[0].S, l.Forbidden[0].O = []string{"ada"}, []string{"bo"} },
		"contradicts meeting m_rome":         func(l *labels) { l.Forbidden[0].P[0] = "SPOKE_WITH" },
		"a why belongs to forbidden edges":   func(l *labels) { l.Facts[0].Why = "so" },
		"quote \"turned down by Ada aides\"": func(l *labels) { l.Facts[0].Quote = "turned down by Ada aides" },
	} {
		t.Run(want, func(t *testing.T) {
			l := sample()
			spoil(&l)
			faults := faultsOf(l, sampleText)
			if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, want) }) {
				t.Errorf("not reported; faults: %q", faults)
			}
		})
	}
}

func TestPatternsMatchFoldedText(t *testing.T) {
	folded := fold("Kyiv’s “land-for-peace” idea, they say")
	for pattern, want := range map[string]bool{
		"*": true, "*land*": true, "*land for peace*": true, "kyiv*idea*": true, "*idea*land*": false, "*sea*": false,
	} {
		if got := matches(pattern, folded); got != want {
			t.Errorf("%q: %t, want %t", pattern, got, want)
		}
	}
}
