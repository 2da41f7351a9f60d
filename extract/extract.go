// Package extract turns one article into statements. It is a function of the
// article alone (its text, its date, the embedded knowledge), so that articles
// can be extracted in any order, on any number of machines.
//
// The stages, in order: article (what is text, what is page furniture), nlp
// (tokens, trees, named entities), actors (who), dates (when), events (what).
package extract

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/extract/article"
	"entente/extract/dates"
	"entente/extract/events"
	"entente/extract/nlp"
	"entente/graph"
)

// Extractor finds the statements of articles. It is safe for concurrent use.
type Extractor struct {
	language *nlp.Pipeline
	actors   *actors.Resolver
	events   *events.Matcher
}

// New loads the language model, the knowledge base and the rules.
func New() (*Extractor, error) {
	x := &Extractor{}
	var g errgroup.Group
	g.Go(func() (err error) {
		x.language, err = nlp.Load()
		return err
	})
	g.Go(func() error {
		k, err := kb.Load()
		if err != nil {
			return err
		}
		x.actors = actors.New(k)
		x.events, err = events.New()
		return err
	})
	return x, g.Wait()
}

// Extract returns the statements of an article, in canonical order, every one
// of them checked: its quote is the text at its offsets. Text and ID must be
// set. Published may be empty: then what the text itself tells (a dateline)
// is taken, and where it tells nothing, relative dates stay unresolved.
// Text that is no article in English gives an error of the article package.
func (x *Extractor) Extract(ctx context.Context, a *graph.Article) ([]graph.Statement, error) {
	r, err := x.resolve(ctx, a)
	if err != nil {
		return nil, err
	}
	return x.withMentions(r, x.events.Statements(events.Input{
		Article: &r.Article,
		Doc:     r.Doc,
		Who:     r.Who,
		Dates:   dates.Find(r.Doc, r.Article.Published),
	})), nil
}

// annotate runs the language engine over the title, the headings and the
// paragraphs, or what stands in them between semicolons, each by itself, and
// joins the results: no sentence crosses a paragraph or a semicolon, and all
// offsets are the article's.
func (x *Extractor) annotate(ctx context.Context, parts *article.Document) (*nlp.Doc, error) {
	doc := &nlp.Doc{Text: parts.Article.Text}
	lower := lowered(parts, x.events.Verb)
	for list := range slices.Chunk(spans(parts), together) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lines := make([]string, len(list))
		for i, s := range list {
			lines[i] = plainRanks(truecase(parts.Line(s), lower))
		}
		x.append(doc, lines, list)
	}
	repair(doc)
	return doc, nil
}

// together is how many lines are annotated at a time: many take less time
// together than one by one, and a run that is cancelled ends soon.
const together = 64

// append annotates lines that stand in the text of doc and appends them to it.
// Where the parser ran over the end of a sentence, what stands on the two sides
// of it is annotated again, each by itself.
func (x *Extractor) append(doc *nlp.Doc, lines []string, at []article.Span) {
	docs := x.language.AnnotateAll(lines)
	var again []string
	ends := make([][]int, len(docs))
	for i, d := range docs {
		if ends[i] = overrun(d); len(ends[i]) > 0 {
			again = append(again, pieces(lines[i], ends[i])...)
		}
	}
	mended := x.language.AnnotateAll(again)
	for i, d := range docs {
		if len(ends[i]) == 0 {
			doc.Append(x.headline(lines[i], d), at[i].Start)
			continue
		}
		for j, start := range append([]int{0}, ends[i]...) {
			doc.Append(mended[j], at[i].Start+start)
		}
		mended = mended[len(ends[i])+1:]
	}
}

// pieces cuts a line at byte offsets.
func pieces(line string, at []int) []string {
	var out []string
	from := 0
	for _, end := range at {
		out = append(out, line[from:end])
		from = end
	}
	return append(out, line[from:])
}

// overrun returns the bytes at which sentences begin that d does not begin:
// behind a full stop, a question or exclamation mark that is a token of its own
// (that of an abbreviation is not), and before a capital.
func overrun(d *nlp.Doc) []int {
	var out []int
	for i := 1; i+1 < len(d.Tokens); i++ {
		next := &d.Tokens[i+1]
		if next.SentStart || !d.Tokens[i].Space {
			continue
		}
		end := i
		if w := d.Word(i); w == "\"" || w == "”" || w == ")" || w == "'" || w == "’" { // "He said no." She left.
			end--
		}
		if d.Word(end) == ":" && statesBoth(d, i) {
			out = append(out, int(next.Start))
			continue
		}
		switch d.Word(end) {
		case ".", "?", "!":
			if r, _ := utf8.DecodeRuneInString(d.Word(i + 1)); unicode.IsUpper(r) {
				out = append(out, int(next.Start))
			}
		}
	}
	return out
}

func spans(parts *article.Document) []article.Span {
	var out []article.Span
	if parts.Title.Len() > 0 {
		out = append(out, parts.Title)
	}
	for _, list := range [][]article.Block{parts.Headings, parts.Body} {
		for _, b := range list {
			out = append(out, b.Span)
		}
	}
	slices.SortFunc(out, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	return clauses(parts.Article.Text, out)
}

// clauses splits spans behind each semicolon: what stands on its two sides are
// sentences of their own, which the parser gets wrong in one long row.
func clauses(text string, list []article.Span) []article.Span {
	const end = "; "
	var out []article.Span
	for _, s := range list {
		for {
			i := strings.Index(text[s.Start:s.End], end)
			if i < 0 {
				break
			}
			out = append(out, article.Span{Start: s.Start, End: s.Start + i + 1})
			s.Start += i + len(end)
		}
		if s.Len() > 0 {
			out = append(out, s)
		}
	}
	return out
}

// statesBoth tells whether the colon at token i stands between two statements:
// "Peru agrees: Chile must wait".
func statesBoth(d *nlp.Doc, i int) bool {
	if r, _ := utf8.DecodeRuneInString(d.Word(i + 1)); !unicode.IsUpper(r) {
		return false
	}
	first, end := i, i+1
	for first > 0 && !d.Tokens[first].SentStart {
		first--
	}
	for end < len(d.Tokens) && !d.Tokens[end].SentStart {
		end++
	}
	return states(d, first, i) && states(d, i+1, end)
}

// states tells whether a finite verb with a subject of its own stands among
// tokens first to end.
func states(d *nlp.Doc, first, end int) bool {
	for k := first; k < end; k++ {
		if dep := d.Tokens[k].Dep; dep != depSubject && dep != depPassiveSubject {
			continue
		}
		v := int(d.Tokens[k].Head)
		if v < first || v >= end || v < k {
			continue
		}
		switch d.Tokens[v].Tag {
		case tagPast, tagThird, tagPresent:
			return true
		}
		for j := first; j < v; j++ {
			if int(d.Tokens[j].Head) == v && (d.Tokens[j].Dep == depAux || d.Tokens[j].Dep == depPassiveAux) {
				return true
			}
		}
	}
	return false
}
