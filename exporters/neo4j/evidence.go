package neo4j

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/graph"
)

// The evidence of an article is all that it says, in one property of its node:
// what a graph is computed from can so be read back quickly, and once more where
// somebody has deleted its statements. It is text: a line for each different
// reference, an empty line, a line for each statement. Fields end with U+001F,
// elements of lists with U+001E; a statement gives its references as numbers
// of their lines, from 1, and 0 for none.
const (
	endOfField   = '\x1f'
	endOfElement = '\x1e'
	endOfLine    = '\n'
	// escape stands before a letter in place of one of these four.
	escape = '\x1d'
)

//nolint:gochecknoglobals // constants
var (
	escapes   = strings.NewReplacer("\x1f", "\x1df", "\x1e", "\x1de", "\n", "\x1dn", "\x1d", "\x1dx")
	unescapes = strings.NewReplacer("\x1df", "\x1f", "\x1de", "\x1e", "\x1dn", "\n", "\x1dx", "\x1d")
)

// packer writes the evidence of articles.
type packer struct {
	table, lines []byte
	// refs are the references of the table; last gives the number of the last one with an id.
	refs []packed
	last map[string]int
}

// packed is a reference of the table, and the number of one before it with its id, 0
// for none.
type packed struct {
	ref    *graph.Ref
	before int
}

// pack returns the evidence of an article that says these, none where it says
// nothing, valid until the next call.
func (p *packer) pack(statements []graph.Statement) []byte {
	if len(statements) == 0 {
		return nil
	}
	p.table, p.lines, p.refs = p.table[:0], p.lines[:0], p.refs[:0]
	if p.last == nil {
		p.last = map[string]int{}
	}
	clear(p.last)
	for i := range statements {
		p.statement(&statements[i])
	}
	p.table = append(append(p.table, endOfLine), p.lines...)
	if !utf8.Valid(p.table) {
		return []byte(clean(string(p.table)))
	}
	return p.table
}

// statement writes the line of a statement: all fields but Article, in the order of
// graph.Statement.
func (p *packer) statement(s *graph.Statement) {
	p.text(s.ID)
	p.ref(&s.Source)
	p.text(string(s.Relation))
	p.ref(&s.Target)
	p.text(string(s.Status))
	p.text(string(s.Date))
	p.ref(s.Place)
	p.ref(s.Speaker)
	p.text(s.Quote)
	p.number(s.Start)
	p.number(s.End)
	p.text(s.Rule)
	p.text(s.Plover)
	p.text(s.Meeting)
	p.lines = append(strconv.AppendFloat(p.lines, s.Confidence, 'g', -1, 64), endOfField, endOfLine)
}

func (p *packer) text(s string) { p.lines = append(appendText(p.lines, s), endOfField) }

func (p *packer) number(n int) {
	p.lines = append(strconv.AppendInt(p.lines, int64(n), 10), endOfField)
}

// ref writes the number of a reference and its own words, 0 for none.
func (p *packer) ref(r *graph.Ref) {
	if r == nil {
		p.number(0)
		return
	}
	p.number(p.numberOf(r))
	p.text(r.Text)
}

// numberOf returns the number of a reference, and writes it into the table if it is new.
func (p *packer) numberOf(r *graph.Ref) int {
	last := p.last[r.ID]
	for n := last; n > 0; n = p.refs[n-1].before {
		if p.refs[n-1].ref.Same(r) {
			return n
		}
	}
	p.refs = append(p.refs, packed{r, last})
	p.last[r.ID] = len(p.refs)
	for _, s := range []string{r.ID, string(r.Kind), r.Name, r.Type, r.Country, r.Wikidata, r.Office} {
		p.table = append(appendText(p.table, s), endOfField)
	}
	for _, s := range r.Aliases {
		p.table = append(appendText(p.table, s), endOfElement)
	}
	p.table = append(p.table, endOfField, endOfLine)
	return len(p.refs)
}

func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' {
			return append(b, escapes.Replace(s)...)
		}
	}
	return append(b, s...)
}

// unpack returns what an article says. The texts share the evidence's memory.
func unpack(article, evidence string) ([]graph.Statement, error) {
	n := told(evidence)
	if n == 0 && evidence == "" {
		return nil, nil
	}
	statements := make([]graph.Statement, n)
	return statements, unpackInto(statements, article, evidence)
}

// told returns how many statements an article's evidence has.
func told(evidence string) int {
	_, lines, _ := strings.Cut(evidence, "\n\n")
	return strings.Count(lines, "\n")
}

// unpackInto sets as many statements as the article's evidence has.
func unpackInto(statements []graph.Statement, article, evidence string) error {
	if evidence == "" {
		return nil
	}
	table, lines, ok := strings.Cut(evidence, "\n\n")
	u := unpacker{refs: make([]graph.Ref, 0, strings.Count(table, "\n")+1)}
	if !ok || !strings.HasSuffix("\n"+lines, "\n") {
		u.fail(strconv.ErrSyntax)
	}
	for line := range strings.SplitSeq(table, "\n") {
		u.line = line
		r := graph.Ref{ID: u.text(), Kind: graph.Kind(u.text()), Name: u.text(), Type: u.text(), Country: u.text(), Wikidata: u.text(), Office: u.text()}
		r.Aliases = u.list()
		u.refs = append(u.refs, r)
	}
	for i := range statements {
		u.line, lines, _ = strings.Cut(lines, "\n")
		u.statement(&statements[i])
		statements[i].Article = article
	}
	if u.err != nil {
		return fmt.Errorf("article %s: its evidence cannot be read: %w", article, u.err)
	}
	return nil
}

// unpacker takes the fields of a line one after the other. It keeps the first error.
type unpacker struct {
	line string
	refs []graph.Ref
	err  error
}

func (u *unpacker) statement(s *graph.Statement) {
	s.ID = u.text()
	if r := u.ref(); r != nil {
		s.Source = *r
		s.Source.Text = u.text()
	}
	s.Relation = graph.Relation(u.text())
	if r := u.ref(); r != nil {
		s.Target = *r
		s.Target.Text = u.text()
	}
	s.Status, s.Date = graph.Status(u.text()), graph.Date(u.text())
	s.Place, s.Speaker = u.own(), u.own()
	s.Quote = u.text()
	s.Start, s.End = u.number(), u.number()
	s.Rule, s.Plover, s.Meeting = u.text(), u.text(), u.text()
	var err error
	s.Confidence, err = strconv.ParseFloat(u.next(), 64)
	u.fail(err)
}

// ref returns the reference whose number comes next, nil for none.
func (u *unpacker) ref() *graph.Ref {
	n := u.number()
	if n < 0 || n > len(u.refs) {
		u.fail(strconv.ErrSyntax)
		return nil
	}
	if n == 0 {
		return nil
	}
	return &u.refs[n-1]
}

// own returns a copy of the reference that comes next, with its own words.
func (u *unpacker) own() *graph.Ref {
	r := u.ref()
	if r == nil {
		return nil
	}
	own := *r
	own.Text = u.text()
	return &own
}

func (u *unpacker) next() string {
	i := strings.IndexByte(u.line, endOfField)
	if i < 0 {
		u.fail(strconv.ErrSyntax)
		return ""
	}
	field := u.line[:i]
	u.line = u.line[i+1:]
	return field
}

func (u *unpacker) text() string { return plain(u.next()) }

func (u *unpacker) number() int {
	n, err := strconv.Atoi(u.next())
	u.fail(err)
	return n
}

func (u *unpacker) list() []string {
	var list []string
	for text := u.next(); text != ""; {
		element, rest, _ := strings.Cut(text, string(endOfElement))
		list, text = append(list, plain(element)), rest
	}
	return list
}

func (u *unpacker) fail(err error) {
	if err != nil && u.err == nil {
		u.err = err
	}
}

func plain(s string) string {
	if strings.IndexByte(s, escape) < 0 {
		return s
	}
	return unescapes.Replace(s)
}
