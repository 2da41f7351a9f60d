package actors_test

import (
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/extract/nlp"
	"entente/graph"
)

// engines are loaded once for all tests; both are safe to share.
var engines = sync.OnceValues(func() (*nlp.Pipeline, *actors.Resolver) {
	p, err := nlp.Load()
	if err != nil {
		panic(err)
	}
	k, err := kb.Load()
	if err != nil {
		panic(err)
	}
	return p, actors.New(k)
})

type testCase struct {
	name, date string
	text       []string
	want       []string
}

func readCases(t *testing.T) []testCase {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "= "); ok {
			cases = append(cases, testCase{name: name})
			continue
		}
		c := &cases[len(cases)-1]
		switch {
		case strings.HasPrefix(line, "@ "):
			c.date = line[2:]
		case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "office "), strings.HasPrefix(line, "no office "):
			c.want = append(c.want, line)
		default:
			c.text = append(c.text, line)
		}
	}
	return cases
}

func TestCases(t *testing.T) {
	for _, c := range readCases(t) {
		t.Run(c.name, func(t *testing.T) {
			p, r := engines()
			doc := p.Annotate(strings.Join(c.text, "\n"))
			s := resolved{doc, r.Resolve(doc, graph.Date(c.date))}
			for _, w := range c.want {
				if got := s.check(w); got != "" {
					t.Errorf("%s\n  got %s", w, got)
				}
			}
			if t.Failed() {
				t.Log("\n" + s.String())
			}
		})
	}
}

// resolved is a document with its resolution.
type resolved struct {
	doc *nlp.Doc
	*actors.Resolution
}

// check returns what contradicts an expectation, "" for nothing.
func (s resolved) check(want string) string {
	switch {
	case strings.HasPrefix(want, "no office "):
		for _, o := range s.Offices {
			if s.is(o.Person, want[len("no office "):]) {
				return "office " + o.Title
			}
		}
		return ""
	case strings.HasPrefix(want, "office "):
		return s.checkOffice(strings.Split(want[len("office "):], " | "))
	case strings.Contains(want, " @ "):
		surface, name, _ := strings.Cut(want[2:], " @ ")
		m := s.find(surface)
		if m == nil || m.Place < 0 || !s.is(m.Place, name) {
			return s.show(m)
		}
		return ""
	}
	surface, name, _ := strings.Cut(want[2:], " = ")
	m := s.find(surface)
	switch names := strings.Split(name, " + "); {
	case name == "-":
		if m != nil && m.Actor >= 0 {
			return s.show(m)
		}
	case name[0] == '-':
		if m != nil && m.Actor >= 0 && s.is(m.Actor, name[1:]) {
			return s.show(m)
		}
	case len(names) > 1:
		if m == nil || len(m.Members) != len(names) {
			return s.show(m)
		}
		for _, n := range names {
			found := false
			for _, e := range m.Members {
				found = found || s.is(e, n)
			}
			if !found {
				return s.show(m)
			}
		}
	case m == nil || m.Actor < 0 || !s.is(m.Actor, name):
		return s.show(m)
	}
	return ""
}

func (s resolved) checkOffice(f []string) string {
	var all []string
	for _, o := range s.Offices {
		former := len(f) > 3
		if s.is(o.Person, f[0]) && s.is(o.Body, f[1]) && o.Title == f[2] && o.Former == former {
			return ""
		}
		all = append(all, s.Entities[o.Person].Ref.Name+" | "+s.Entities[o.Body].Ref.Name+" | "+o.Title)
	}
	return "offices: " + strings.Join(all, "; ")
}

// is tells whether an entity has a name or an id.
func (s resolved) is(e int, name string) bool {
	r := s.Entities[e].Ref
	if s.Entities[e].Entry != nil && graph.Fold(s.Entities[e].Entry.Name) == graph.Fold(name) {
		return true
	}
	return r.ID == name || graph.Fold(r.Name) == graph.Fold(name)
}

// find returns the last mention with a surface, or the one with its number.
func (s resolved) find(surface string) *actors.Mention {
	want := 0
	if text, number, ok := strings.Cut(surface, "#"); ok {
		want, _ = strconv.Atoi(number)
		surface = text
	}
	var last *actors.Mention
	for i := range s.Mentions {
		m := &s.Mentions[i]
		text := s.doc.Slice(m.First, m.End)
		if text != surface && "The "+text != surface && "the "+text != surface {
			continue
		}
		if want--; want == 0 {
			return m
		}
		last = m
	}
	return last
}

func (s resolved) show(m *actors.Mention) string {
	if m == nil {
		return "no mention"
	}
	name := func(i int) string {
		if i < 0 {
			return "-"
		}
		return s.Entities[i].Ref.Name + " (" + s.Entities[i].Ref.ID + ")"
	}
	out := []string{"actor " + name(m.Actor), "place " + name(m.Place), "rule " + m.Rule}
	for _, e := range m.Members {
		out = append(out, "member "+name(e))
	}
	return strings.Join(out, ", ")
}

// String lists mentions and offices, one a line.
func (s resolved) String() string {
	var b strings.Builder
	for i := range s.Mentions {
		m := &s.Mentions[i]
		b.WriteString(strconv.Itoa(m.First) + "-" + strconv.Itoa(m.End) + " " + strings.Join(strings.Fields(s.doc.Slice(m.First, m.End)), " ") + ": " + s.show(m) + "\n")
	}
	for _, o := range s.Offices {
		b.WriteString("office " + s.Entities[o.Person].Ref.Name + " | " + s.Entities[o.Body].Ref.Name + " | " + o.Title)
		if o.Former {
			b.WriteString(" | former")
		}
		b.WriteString(" [" + o.Rule + "] " + strings.Join(strings.Fields(s.doc.Slice(o.First, o.End)), " ") + "\n")
	}
	return b.String()
}
