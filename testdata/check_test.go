package testdata_test

import (
	"fmt"
	"slices"
	"strings"
)

// checker collects everything that is wrong with one file of labels.
type checker struct {
	text, folded string
	entities     map[string]bool
	meetings     map[string]bool
	faults       []string
}

// faultsOf compares labels with the article's text.
func faultsOf(l labels, text string) []string {
	c := &checker{text: text, folded: fold(text), entities: map[string]bool{}, meetings: map[string]bool{}}
	c.head(l)
	for _, e := range l.Entities {
		c.entity(e)
	}
	for _, m := range l.Meetings {
		c.declare(c.meetings, m.ID)
	}
	for _, m := range l.Meetings {
		c.meeting(m)
	}
	c.facts(l.Facts)
	for _, f := range l.Forbidden {
		c.triple(f)
		c.expect(f.Why != "" && f.Quote == "", "forbidden %v: wants a why and no quote", f)
		c.contradicts(f, l)
	}
	return c.faults
}

func (c *checker) expect(ok bool, format string, args ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

func (c *checker) head(l labels) {
	c.expect(len(l.Published) == len("2006-01-02") && isDate(l.Published), "published %q is not a day", l.Published)
	c.expect(l.Outlet != "", "no outlet")
	c.expect(strings.HasPrefix(l.URL, "https://example.org/"), "url %q is not under example.org", l.URL)
}

func (c *checker) declare(ids map[string]bool, id string) {
	c.expect(idForm.MatchString(id), "id %q is not lower-case words joined by _", id)
	c.expect(!c.entities[id] && !c.meetings[id], "id %q declared twice", id)
	ids[id] = true
}

func (c *checker) entity(e entity) {
	c.declare(c.entities, e.ID)
	c.expect(isKind(e.Kind), "%s: unknown kind %q", e.ID, e.Kind)
	c.expect(e.Ref == "" || refFits(e.Kind, e.Ref), "%s: ref %q does not fit a %s", e.ID, e.Ref, e.Kind)
	c.expect(e.Kind != "Country" || e.Ref != "", "%s: a country without its code", e.ID)
	found := false
	for i, name := range e.Names {
		here := strings.Contains(c.text, name)
		found = found || here
		c.expect(i == 0 || here, "%s: name %q is not in the article", e.ID, name)
	}
	c.expect(found, "%s: none of its names is in the article", e.ID)
}

func (c *checker) quote(owner, quote string) {
	c.expect(quote != "" && strings.Contains(c.text, quote), "%s: quote %q is not in the article", owner, quote)
}

func (c *checker) meeting(m meeting) {
	c.quote(m.ID, m.Quote)
	c.expect(len(m.Participants) > 0, "%s: nobody takes part", m.ID)
	for _, id := range m.Participants {
		c.expect(c.entities[id], "%s: participant %q is not declared", m.ID, id)
	}
	c.expect(m.Place == "" || c.entities[m.Place], "%s: place %q is not declared", m.ID, m.Place)
	c.expect(m.Date == "" || isDate(m.Date), "%s: date %q", m.ID, m.Date)
	c.expect(m.Type == "" || m.Type == "call", "%s: type %q", m.ID, m.Type)
	c.expect(len(m.Status) > 0, "%s: no status", m.ID)
	for _, s := range m.Status {
		c.expect(isStatus(s), "%s: status %q", m.ID, s)
	}
}

func (c *checker) facts(facts []fact) {
	seen := map[string]bool{}
	for _, f := range facts {
		c.triple(f)
		c.quote(f.String(), f.Quote)
		c.expect(f.Why == "", "%v: a why belongs to forbidden edges", f)
		c.expect(!seen[f.String()], "%v: labelled twice", f)
		seen[f.String()] = true
	}
}

func (c *checker) triple(f fact) {
	c.expect(len(f.S) > 0 && len(f.P) > 0 && len(f.O) > 0 && len(f.Status) > 0, "%v: an empty list", f)
	for _, p := range f.P {
		c.expect(isRelation(p), "%v: relation %q", f, p)
	}
	for _, s := range f.Status {
		c.expect(isStatus(s) || s == "past", "%v: status %q", f, s)
	}
	for _, end := range f.S {
		c.end(f, end, false)
	}
	for _, end := range f.O {
		c.end(f, end, true)
	}
}

func (c *checker) end(f fact, end string, meetingToo bool) {
	if strings.Contains(end, "*") {
		c.expect(matches(end, c.folded), "%v: pattern %q matches nothing in the article", f, end)
		return
	}
	c.expect(c.entities[end] || meetingToo && c.meetings[end], "%v: id %q is not declared", f, end)
}

// contradicts reports labelled facts and meetings that a forbidden edge would punish.
func (c *checker) contradicts(bad fact, l labels) {
	mutual := overlap(bad.P, []string{"MET_WITH", "SPOKE_WITH", "AGREED_WITH"})
	for _, f := range l.Facts {
		same := overlap(bad.S, f.S) && overlap(bad.O, f.O) || mutual && overlap(bad.S, f.O) && overlap(bad.O, f.S)
		c.expect(!same || !overlap(bad.P, f.P) || !overlap(bad.Status, f.Status), "forbidden %v contradicts %v", bad, f)
	}
	for _, m := range l.Meetings {
		relations := []string{"MET_WITH", "SPOKE_WITH"}
		if m.Type == "call" {
			relations = relations[1:]
		}
		if overlap(bad.P, relations) && overlap(bad.Status, m.Status) {
			c.expect(!joins(m.Participants, bad.S, bad.O), "forbidden %v contradicts meeting %s", bad, m.ID)
		}
	}
}

// joins tells whether two different participants stand at the two ends.
func joins(participants, s, o []string) bool {
	return slices.ContainsFunc(participants, func(a string) bool {
		return slices.Contains(s, a) && slices.ContainsFunc(participants, func(b string) bool {
			return a != b && slices.Contains(o, b)
		})
	})
}
