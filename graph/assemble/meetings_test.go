package assemble_test

import (
	"testing"

	"entente/graph/assemble"
)

// TestTwoTellings lists pairs of tellings and whether they are one meeting.
// Each case is the statements of two articles, parted by "/", each with its
// day of publication.
func TestTwoTellings(t *testing.T) {
	people := readPeople(t)
	for _, c := range []struct {
		name, a, b string
		one        bool
	}{
		{"same day, same place", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-17: berg MET_WITH adaeze @m on 2024-03-15 in oslo", true},
		{"same day, no place", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15", "2024-03-17: berg MET_WITH adaeze @m on 2024-03-15", true},
		{"planned, then held", "2024-03-10: adaeze MET_WITH berg planned @m on 2024-03-15 in oslo", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", true},
		{"planned within a week, then held", "2024-03-11: adaeze MET_WITH berg planned @m on 2024-03-11/2024-03-17", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15", true},
		{"planned, then held, without date and place", "2024-03-10: adaeze MET_WITH berg planned @m", "2024-03-16: adaeze MET_WITH berg @m", true},
		{"held without date, planned later", "2024-03-10: adaeze MET_WITH berg @m", "2024-03-16: adaeze MET_WITH berg planned @m", false},
		{"held without date, floated the day after", "2024-03-15: adaeze MET_WITH berg @m", "2024-03-16: adaeze MET_WITH berg proposed @m", false},
		{"floated, then planned", "2024-03-01: adaeze MET_WITH berg proposed @m", "2024-03-10: adaeze MET_WITH berg planned @m on 2024-03-20 in oslo", true},
		{"floated after the other was held", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15", "2024-03-17: adaeze MET_WITH berg proposed @m", false},
		{"second day of two", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-14 in oslo", "2024-03-17: adaeze MET_WITH berg @m on 2024-03-15 in oslo", true},
		{"a week later", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-14 in oslo", "2024-03-22: adaeze MET_WITH berg @m on 2024-03-21 in oslo", false},
		{"two summits of one year", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-14", "2024-10-22: adaeze MET_WITH berg @m on 2024-10-21", false},
		{"same day, two cities", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-17: adaeze MET_WITH berg @m on 2024-03-15 in bergen", false},
		{"city and its country", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-17: adaeze MET_WITH berg @m on 2024-03-15 in norway", true},
		{"building and region of one country", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in manor", "2024-03-17: adaeze MET_WITH berg @m on 2024-03-15 in vestland", true},
		{"two countries", "2024-03-16: adaeze MET_WITH berg planned @m in norway", "2024-03-17: adaeze MET_WITH berg planned @m in lima", false},
		{"call before a visit", "2024-03-16: adaeze SPOKE_WITH berg @m on 2024-03-15", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-16", false},
		{"words at a place", "2024-03-16: adaeze SPOKE_WITH berg @m on 2024-03-15 in oslo", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", true},
		{"call and call", "2024-03-16: adaeze SPOKE_WITH berg @m on 2024-03-15", "2024-03-16: adaeze SPOKE_WITH berg @m on 2024-03-15", true},
		{"one more at the table", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo; envoy ATTENDED @m", true},
		{"three-way talks and talks of two", "2024-03-16: adaeze MET_WITH berg planned @m", "2024-03-16: adaeze MET_WITH berg planned @m; dimas ATTENDED @m", false},
		{"countries for their leaders", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-16: nigeria MET_WITH norway @m on 2024-03-15", true},
		{"countries, another time", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-05-16: nigeria MET_WITH norway @m", false},
		{"other people", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", "2024-03-16: adaeze MET_WITH dimas @m on 2024-03-15 in oslo", false},
		{"looking back, with the place", "2022-06-20: adaeze MET_WITH berg @m on 2022-06-12 in lima", "2024-03-16: adaeze MET_WITH berg @m in lima", true},
		{"looking back, without the place", "2022-06-20: adaeze MET_WITH berg @m on 2022-06-12 in lima", "2024-03-16: adaeze MET_WITH berg @m", false},
		{"a year says too little", "2024-06-20: adaeze MET_WITH berg @m on 2024-06-12", "2025-03-16: adaeze MET_WITH berg @m on 2024", false},
		{"called off, and another held", "2024-03-10: adaeze MET_WITH berg cancelled @m", "2024-03-16: adaeze MET_WITH berg @m", false},
		{"called off, then held after all", "2024-03-10: adaeze MET_WITH berg cancelled @m on 2024-03-15 in oslo", "2024-03-16: adaeze MET_WITH berg @m on 2024-03-15 in oslo", true},
		{"no meeting id, one day", "2024-03-16: adaeze MET_WITH berg on 2024-03-15", "2024-03-16: berg MET_WITH adaeze on 2024-03-15", true},
		{"nobody's day of publication", "-: adaeze MET_WITH berg @m on 2024-03-15", "-: adaeze MET_WITH berg @m on 2024-03-15", true},
	} {
		corpus := twoArticles(t, people, c.a, c.b)
		tellings := assemble.Meetings(corpus.articles, corpus.statements)
		if len(tellings) != 2 {
			t.Errorf("%s: %d tellings", c.name, len(tellings))
			continue
		}
		if one := tellings[0].Node == tellings[1].Node; one != c.one {
			t.Errorf("%s: one meeting: %v, want %v", c.name, one, c.one)
		}
		if err := assemble.Graph(corpus.articles, corpus.statements).Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestSessions: two sessions of one article are one meeting only where another
// article's telling fits both.
func TestSessions(t *testing.T) {
	people := readPeople(t)
	const talks = "adaeze MET_WITH berg @talks on 2024-03-15 in manor"
	const dinner = "adaeze MET_WITH berg @dinner on 2024-03-14 in vestland"
	for _, c := range []struct {
		name, other string
		nodes       int
	}{
		{"the article alone", "tunisia ACCUSED peru", 2},
		{"one that tells the whole", "adaeze MET_WITH berg @summit on 2024-03-14/2024-03-15 in vestland", 1},
		{"one that tells another day", "adaeze MET_WITH berg @summit on 2024-03-20 in vestland", 3},
		{"one with others", "adaeze MET_WITH dimas @summit on 2024-03-15 in manor", 3},
	} {
		corpus := twoArticles(t, people, "2024-03-16: "+talks+"; "+dinner, "2024-03-16: "+c.other)
		nodes := map[string]bool{}
		for _, m := range assemble.Meetings(corpus.articles, corpus.statements) {
			nodes[m.Node] = true
		}
		if len(nodes) != c.nodes {
			t.Errorf("%s: %d meetings, want %d", c.name, len(nodes), c.nodes)
		}
	}
}

func TestTwoOfOneArticle(t *testing.T) {
	people := readPeople(t)
	c := parseCorpus(t, people+`
article a | 2024-03-16 | One
adaeze MET_WITH berg @lunch on 2024-03-15 in oslo
adaeze MET_WITH berg @dinner in oslo
article b | 2024-03-16 | Two
adaeze MET_WITH berg @x on 2024-03-15 in oslo
`)
	nodes := map[string]string{}
	for _, m := range assemble.Meetings(c.articles, c.statements) {
		if other, ok := nodes[m.Node+m.Article]; ok {
			t.Errorf("meetings %s and %s of article %s are one", other, m.Meeting, m.Article)
		}
		nodes[m.Node+m.Article] = m.Meeting
	}
	if g := assemble.Graph(c.articles, c.statements); len(g.Nodes) != 5 {
		t.Errorf("%d nodes, want two people, a place and two meetings", len(g.Nodes))
	}
}
