package why

import (
	"fmt"
	"io"
	"strings"

	"entente/graph"
	"entente/internal/terminal"
)

// Lines writes the answer as JSON lines: one entity a line, whose "names" are
// those of the asked names that mean it. Two names are one where one line has both.
func (a *Answer) Lines(w io.Writer) error {
	for i := range a.Entities {
		line, err := graph.MarshalLine(&a.Entities[i])
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// Text writes the answer for people. Of one entity all mentions are told, of
// several those that were asked for. Control characters never reach w.
func (a *Answer) Text(w io.Writer) error {
	t := &teller{rules: map[string]bool{}}
	if len(a.Asked) > 1 {
		t.verdict(a)
	}
	for i := range a.Entities {
		if i > 0 || len(a.Asked) > 1 {
			t.b.WriteByte('\n')
		}
		t.entity(&a.Entities[i], a.Published, len(a.Entities) == 1 && len(a.Asked) == 1)
	}
	t.legend()
	_, err := io.WriteString(w, t.b.String())
	return err
}

// teller writes an answer and remembers which rules it spoke of.
type teller struct {
	b     strings.Builder
	rules map[string]bool
	order []string
}

func (t *teller) line(indent int, format string, a ...any) {
	t.b.WriteString(strings.Repeat(" ", indent) + terminal.Clean(fmt.Sprintf(format, a...)) + "\n")
}

func (t *teller) rule(name string) string {
	if !t.rules[name] {
		t.rules[name] = true
		t.order = append(t.order, name)
	}
	return name
}

// verdict tells whether the names mean one entity.
func (t *teller) verdict(a *Answer) {
	names := "“" + strings.Join(a.Asked, "” and “") + "”"
	one := a.One()
	switch {
	case len(one) == 1 && len(a.Entities) == 1:
		t.line(0, "%s are one: %s", names, describe(&one[0].Ref))
	case len(one) > 0:
		t.line(0, "%s can be one: %s", names, list(one))
	default:
		t.line(0, "%s are not one: %s", names, apart(a.Entities))
	}
}

func list(entities []Entity) string {
	out := make([]string, len(entities))
	for i := range entities {
		out[i] = describe(&entities[i].Ref)
	}
	return strings.Join(out, "; ")
}

// apart tells what keeps the entities of two names apart.
func apart(entities []Entity) string {
	x, y := &entities[0], &entities[len(entities)-1]
	switch {
	case x.Ref.Kind != y.Ref.Kind:
		return fmt.Sprintf("one is a %s, one a %s", x.Ref.Kind, y.Ref.Kind)
	case x.Known != nil && y.Known != nil:
		return "the knowledge base knows them as two"
	case x.Known != nil || y.Known != nil:
		return "the knowledge base knows only one of them"
	}
	return "no rule joins them"
}

func describe(r *graph.Ref) string {
	kind := string(r.Kind)
	if r.Country != "" && r.Kind != graph.Country {
		kind += ", " + r.Country
	}
	return r.Name + " (" + kind + ")"
}

// entity tells one entity: who it is, then its mentions.
func (t *teller) entity(e *Entity, published graph.Date, all bool) {
	t.b.WriteString(terminal.Clean(describe(&e.Ref)) + "  " + terminal.Clean(e.Ref.ID) + "\n")
	if len(e.Ref.Aliases) > 0 {
		t.line(2, "also: %s", strings.Join(e.Ref.Aliases, "; "))
	}
	if k := e.Known; k != nil {
		t.line(2, "knowledge base: %s", k.Name)
		for _, o := range k.Offices {
			t.line(4, "%s", o.text(published))
		}
	} else {
		t.line(2, "knowledge base: no record")
	}
	for _, o := range e.Offices {
		former := ""
		if o.Former {
			former = "former "
		}
		t.line(2, "the article: %s is %s%s, %s, by %s: “%s”", o.Person, former, o.Title, o.Body, t.rule(o.Rule), o.Quote)
	}
	told := e.told(all)
	if rest := len(e.Mentions) - len(told); rest > 0 {
		t.line(2, "%d of %s:", len(told), terminal.Plural(len(e.Mentions), "mention"))
	} else {
		t.line(2, "%s:", terminal.Plural(len(told), "mention"))
	}
	for _, m := range told {
		t.mention(m)
	}
}

// told returns the mentions to tell: all, or those that were asked for.
func (e *Entity) told(all bool) []*Mention {
	var out []*Mention
	for i := range e.Mentions {
		if all || e.Mentions[i].asked {
			out = append(out, &e.Mentions[i])
		}
	}
	return out
}

func (o *HeldOffice) text(published graph.Date) string {
	s := o.Title
	if o.Body != "" {
		s += " (" + o.Body + ")"
	}
	if o.From != "" || o.To != "" {
		s += ", " + strings.TrimSpace(o.From+" – "+o.To)
	}
	if o.covers(string(published)) {
		s += ", at the article's date"
	}
	return s
}

// covers tells whether the office was held on a day; dates of less precision
// take in all their days.
func (o *HeldOffice) covers(day string) bool {
	return day != "" && o.From != "" && o.From <= day && (o.To == "" || o.To >= day || strings.HasPrefix(day, o.To))
}

func (t *teller) mention(m *Mention) {
	facts := m.Form
	switch {
	case len(m.With) > 0:
		facts += " for several, with " + strings.Join(m.With, " and ")
	case m.As == "place":
		facts += " of a place"
	}
	t.b.WriteByte('\n')
	t.line(2, "“%s”  %s, by %s  [%d,%d)", m.Text, facts, t.rule(m.Rule), m.Start, m.End)
	before, text, after := m.pieces()
	t.line(4, "%s«%s»%s", before, text, after)
}

// legend says what the rules that were spoken of look at.
func (t *teller) legend() {
	var lines []string
	width := 0
	for _, r := range t.order {
		if meaning(r) != "" {
			width = max(width, len(r))
		}
	}
	for _, r := range t.order {
		if m := meaning(r); m != "" {
			lines = append(lines, fmt.Sprintf("  %-*s  %s\n", width, r, m))
		}
	}
	if len(lines) > 0 {
		t.b.WriteString("\nRules:\n" + strings.Join(lines, ""))
	}
}
