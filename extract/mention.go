package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/actors"
	"entente/extract/article"
	"entente/extract/nlp"
	"entente/graph"
)

// The rule of a mention, and how sure it is: names are linked, not read.
const (
	mentionRule       = "mention"
	mentionConfidence = 0.9
)

// withMentions adds to the statements of an article that it names those of whom
// they say nothing, each once, with the sentence of the first name: nobody whom
// the article names is lost, and who is named together can be asked.
func (x *Extractor) withMentions(r *Resolved, statements []graph.Statement) []graph.Statement {
	l := mentionList{article: &r.Article, seen: map[string]bool{}, out: statements}
	for i := range statements {
		s := &statements[i]
		l.seen[s.Source.ID], l.seen[s.Target.ID] = true, true
		if s.Speaker != nil {
			l.seen[s.Speaker.ID] = true
		}
	}
	l.dateline(x, &r.Dateline)
	for i := range r.Who.Mentions {
		m := &r.Who.Mentions[i]
		if e := named(r.Doc, r.Who, m); e >= 0 {
			start, end := sentence(r.Doc, m)
			l.add(&r.Who.Entities[e].Ref, r.Doc.Slice(m.First, m.End), start, end)
		}
	}
	slices.SortFunc(l.out, graph.CompareStatements)
	return l.out
}

type mentionList struct {
	article *graph.Article
	seen    map[string]bool
	out     []graph.Statement
}

// add says that the article names an entity, with these words, in the text
// from start to end, unless it was said before.
func (l *mentionList) add(entity *graph.Ref, words string, start, end int) {
	if l.seen[entity.ID] {
		return
	}
	s := graph.Statement{
		Article: l.article.ID, Relation: graph.Mentions, Status: graph.Occurred,
		Source: graph.Ref{ID: l.article.ID, Kind: graph.Source, Name: cmp.Or(l.article.Title, l.article.ID)}, Target: *entity,
		Quote: l.article.Text[start:end], Start: start, End: end, Rule: mentionRule, Confidence: mentionConfidence,
	}
	s.Target.Text = strings.Join(strings.Fields(words), " ")
	if s.Seal(); s.Check(l.article) == nil {
		l.seen[entity.ID] = true
		l.out = append(l.out, s)
	}
}

// dateline adds the place from which the article was sent. It is read by
// itself: what stands before the first sentence is no part of it.
func (l *mentionList) dateline(x *Extractor, d *article.Dateline) {
	if d.Place.Len() == 0 {
		return
	}
	words := l.article.Text[d.Place.Start:d.Place.End]
	doc := &nlp.Doc{Text: l.article.Text}
	doc.Append(x.language.Annotate(words), d.Place.Start)
	who := x.actors.Resolve(doc, l.article.Published)
	for i := range who.Mentions {
		if p := who.Mentions[i].Place; p >= 0 && who.Mentions[i].Form == actors.Name {
			l.add(&who.Entities[p].Ref, words, d.Start, d.End)
			return
		}
	}
}

// named returns the entity that a mention names, or -1. A capital, or another
// place that stands for a government, is the place after a preposition of
// place, and its country where it acts or owns; elsewhere
// one cannot tell, and it is neither.
func named(doc *nlp.Doc, who *actors.Resolution, m *actors.Mention) int {
	entity := -1
	switch {
	case m.Form == actors.Adjective:
		entity = m.Actor
	case m.Form != actors.Name:
	case m.Actor < 0 || m.Place < 0 || m.Actor == m.Place:
		entity = max(m.Actor, m.Place)
	default:
		switch doc.Tokens[m.Head].Dep {
		case "pobj":
			if locative(doc.Tokens[doc.Tokens[m.Head].Head].Lemma) {
				entity = m.Place
			}
		case "nsubj", depOwner, "agent":
			entity = m.Actor
		}
	}
	if entity >= 0 && who.Entities[entity].Generic {
		return -1
	}
	return entity
}

// locative tells whether what follows a preposition is where something is.
func locative(preposition string) bool {
	switch preposition {
	case "in", "at", "to", "from", "near", "outside", "inside", "around", "into", "toward", "towards", "through", "via", "over", "across", "within":
		return true
	}
	return false
}

// sentence is the text around a mention, in bytes: its sentence, on the lines
// on which the mention stands.
func sentence(doc *nlp.Doc, m *actors.Mention) (start, end int) {
	first, last := m.First, m.End-1
	for first > 0 && !doc.Tokens[first].SentStart && !strings.Contains(doc.Word(first-1), "\n") {
		first--
	}
	for last+1 < len(doc.Tokens) && !doc.Tokens[last+1].SentStart && !strings.Contains(doc.Word(last+1), "\n") {
		last++
	}
	start, end = int(doc.Tokens[first].Start), int(doc.Tokens[last].End)
	text := doc.Text[start:end]
	start += len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	end -= len(text) - len(strings.TrimRight(text, " \t\r\n"))
	return start, end
}
