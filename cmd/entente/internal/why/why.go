// Package why answers "why do these words mean this one?" and "why are these
// two one?" for one article: Ask finds the mentions that a name selects and
// whom they mean, Text and Lines write each mention with its sentence and the
// rule that made or linked it.
package why

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract"
	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/graph"
)

// Answer is what an article tells of the entities that one or two names mean.
type Answer struct {
	// Asked are the names.
	Asked []string
	// Published is the day for which offices were looked up, "" where unknown.
	Published graph.Date
	// Entities are those that any name means, the ones that all mean first.
	Entities []Entity
}

// Entity is one entity with the reasons for its mentions.
type Entity struct {
	// Names are those of the asked names that mean it.
	Names []string `json:"names"`
	// Ref is what the entity is called in a graph.
	Ref graph.Ref `json:"entity"`
	// Known is the knowledge base's record, nil where it has none.
	Known *Known `json:"known,omitempty"`
	// Offices are those that the article gives the person, or by persons to the body.
	Offices  []Office  `json:"offices,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// Known is the knowledge base's record of an entity.
type Known struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Offices []HeldOffice `json:"offices,omitempty"`
}

// HeldOffice is an office that the knowledge base records; From and To are ISO
// dates, "" where unknown or open.
type HeldOffice struct {
	Title string `json:"title"`
	Body  string `json:"body,omitempty"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

// Office is a claim of the article that a person holds, or held, an office.
type Office struct {
	Person string `json:"person"`
	Body   string `json:"body"`
	Title  string `json:"title"`
	Former bool   `json:"former,omitempty"`
	Rule   string `json:"rule"`
	Quote  string `json:"quote"`
}

// Mention is one place where the text refers to the entity.
type Mention struct {
	Text string `json:"text"`
	// Start and End are bytes of the article's text, half-open.
	Start int `json:"start"`
	End   int `json:"end"`
	// Form is name, description, pronoun or nationality.
	Form string `json:"form"`
	// As is actor, place, or member of a group.
	As string `json:"as"`
	// With are the others of a group.
	With []string `json:"with,omitempty"`
	Rule string   `json:"rule"`
	// Sentence is the sentence around it, which begins at byte SentenceStart.
	Sentence      string `json:"sentence"`
	SentenceStart int    `json:"sentenceStart"`
	// asked tells that a name that was asked for stands here.
	asked bool
}

// Ask returns the entities that the names mean in an article. It fails with
// *UnknownError where a name means none.
func Ask(r *extract.Resolved, names ...string) (*Answer, error) {
	a := &asking{Resolved: r, sentences: sentencesOf(r)}
	out := &Answer{Asked: names, Published: r.Article.Published}
	selected := make([]selection, len(names))
	for i, name := range names {
		selected[i] = a.find(name)
		if len(selected[i].entities) == 0 {
			return nil, a.unknown(name)
		}
	}
	for e := range r.Who.Entities {
		if x := a.entity(e, names, selected); len(x.Names) > 0 {
			out.Entities = append(out.Entities, x)
		}
	}
	slices.SortStableFunc(out.Entities, func(x, y Entity) int {
		return cmp.Or(len(y.Names)-len(x.Names), slices.Index(names, x.Names[0])-slices.Index(names, y.Names[0]))
	})
	return out, nil
}

// asking is the work on one question.
type asking struct {
	*extract.Resolved
	sentences []int // token → index of its sentence's first token
}

// sentencesOf returns for each token the first token of its sentence.
func sentencesOf(r *extract.Resolved) []int {
	first := make([]int, len(r.Doc.Tokens))
	for _, s := range r.Doc.Sents() {
		for i := s.First; i < s.End; i++ {
			first[i] = s.First
		}
	}
	return first
}

// entity collects what there is to tell of an entity.
func (a *asking) entity(e int, names []string, selected []selection) Entity {
	who := &a.Who.Entities[e]
	x := Entity{Ref: who.Ref}
	at := map[int]bool{}
	for i, s := range selected {
		if slices.Contains(s.entities, e) {
			x.Names = append(x.Names, names[i])
		}
		for _, m := range s.mentions {
			at[m] = true
		}
	}
	if len(x.Names) == 0 {
		return x
	}
	if who.Entry != nil {
		x.Known = known(who.Entry)
	}
	x.Offices = a.offices(e)
	for i := range a.Who.Mentions {
		if m := &a.Who.Mentions[i]; means(m, e) {
			told := a.mention(m, e)
			told.asked = at[i]
			x.Mentions = append(x.Mentions, told)
		}
	}
	return x
}

func known(e *kb.Entry) *Known {
	k := &Known{ID: e.ID, Name: e.Name}
	for _, o := range e.Offices {
		k.Offices = append(k.Offices, HeldOffice{Title: o.Title, Body: o.Country, From: o.From, To: o.To})
	}
	return k
}

func (a *asking) offices(e int) []Office {
	var out []Office
	for _, o := range a.Who.Offices {
		if o.Person == e || o.Body == e {
			out = append(out, Office{
				Person: a.name(o.Person), Body: a.name(o.Body), Title: o.Title, Former: o.Former,
				Rule: o.Rule, Quote: a.Doc.Slice(o.First, o.End),
			})
		}
	}
	return out
}

func (a *asking) name(e int) string { return a.Who.Entities[e].Ref.Name }

// means tells whether a mention refers to an entity, alone or among others.
func means(m *actors.Mention, e int) bool {
	return m.Actor == e || m.Place == e || slices.Contains(m.Members, e)
}

func (a *asking) mention(m *actors.Mention, e int) Mention {
	tokens := a.Doc.Tokens
	first := a.sentences[m.Head]
	end := m.Head
	for end < len(tokens) && a.sentences[end] == first {
		end++
	}
	first, end = min(first, m.First), max(end, m.End)
	out := Mention{
		Text: a.Doc.Slice(m.First, m.End), Start: int(tokens[m.First].Start), End: int(tokens[m.End-1].End), Form: form(m.Form), Rule: m.Rule,
		Sentence: a.Doc.Slice(first, end), SentenceStart: int(tokens[first].Start),
	}
	switch {
	case m.Actor == e:
		out.As = "actor"
	case m.Place == e:
		out.As = "place"
	default:
		out.As = "member"
		for _, other := range m.Members {
			if other != e {
				out.With = append(out.With, a.name(other))
			}
		}
	}
	return out
}

func form(f actors.Form) string {
	switch f {
	case actors.Name:
		return "name"
	case actors.Nominal:
		return "description"
	case actors.Pronoun:
		return "pronoun"
	case actors.Adjective:
		return "nationality"
	}
	return ""
}

// One returns the entities that every asked name means.
func (a *Answer) One() []Entity {
	var out []Entity
	for _, e := range a.Entities {
		if len(e.Names) == len(a.Asked) {
			out = append(out, e)
		}
	}
	return out
}

// pieces returns a mention's sentence, parted at the mention.
func (m *Mention) pieces() (before, text, after string) {
	i := m.Start - m.SentenceStart
	return m.Sentence[:i], m.Text, strings.TrimPrefix(m.Sentence[i:], m.Text)
}
