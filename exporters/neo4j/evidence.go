package neo4j

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

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
	refType   = reflect.TypeFor[graph.Ref]()
	// ownArticle is the field of a statement that its article's evidence leaves out.
	ownArticle = fieldOf[graph.Statement]("Article")
	// ownText is the field of a reference that stands in the statement's line.
	ownText = fieldOf[graph.Ref]("Text")
)

func fieldOf[T any](name string) int {
	f, _ := reflect.TypeFor[T]().FieldByName(name)
	return f.Index[0]
}

// packer writes the evidence of articles.
type packer struct {
	b    []byte
	refs map[string]int
}

// pack returns the evidence of an article that says these, "" where it says nothing.
func (p *packer) pack(statements []graph.Statement) string {
	if len(statements) == 0 {
		return ""
	}
	p.refs = map[string]int{}
	var table, lines strings.Builder
	for i := range statements {
		p.b = p.b[:0]
		line := p.statement(&table, reflect.ValueOf(&statements[i]).Elem(), nil)
		lines.Write(append(line, endOfLine))
	}
	table.WriteByte(endOfLine)
	table.WriteString(lines.String())
	return clean(table.String())
}

func (p *packer) statement(table *strings.Builder, v reflect.Value, line []byte) []byte {
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case i == ownArticle:
			continue
		case f.Type() == refType:
			line = p.appendRef(line, table, f)
		case f.Kind() == reflect.Pointer && f.Type().Elem() == refType:
			if f.IsNil() {
				line = append(line, '0')
			} else {
				line = p.appendRef(line, table, f.Elem())
			}
		default:
			line = appendField(line, f)
		}
		line = append(line, endOfField)
	}
	return line
}

// appendRef appends the number of a reference and its words.
func (p *packer) appendRef(line []byte, table *strings.Builder, v reflect.Value) []byte {
	line = strconv.AppendInt(line, int64(p.ref(table, v)), 10)
	return appendField(append(line, endOfField), v.Field(ownText))
}

// ref returns the number of a reference, and writes it into the table if it is new.
func (p *packer) ref(table *strings.Builder, v reflect.Value) int {
	p.b = p.b[:0]
	for i := range v.NumField() {
		if i != ownText {
			p.b = append(appendField(p.b, v.Field(i)), endOfField)
		}
	}
	n, ok := p.refs[string(p.b)]
	if !ok {
		n = len(p.refs) + 1
		p.refs[string(p.b)] = n
		table.Write(p.b)
		table.WriteByte(endOfLine)
	}
	return n
}

func appendField(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		return appendText(b, v.String())
	case reflect.Int:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Float64:
		return strconv.AppendFloat(b, v.Float(), 'g', -1, 64)
	case reflect.Slice:
		for i := range v.Len() {
			b = append(appendText(b, v.Index(i).String()), endOfElement)
		}
		return b
	default:
		panic("a field of type " + v.Type().String())
	}
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
func unpack(article, evidence string) (statements []graph.Statement, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("article %s: its evidence cannot be read: %w", article, err)
		}
	}()
	if evidence == "" {
		return nil, nil
	}
	table, lines, ok := strings.Cut(evidence, "\n\n")
	if !ok {
		return nil, strconv.ErrSyntax
	}
	refs := make([]graph.Ref, 0, strings.Count(table, "\n")+1)
	for line := range strings.SplitSeq(table, "\n") {
		var r graph.Ref
		u := unpacker{line: line}
		v := reflect.ValueOf(&r).Elem()
		for i := range v.NumField() {
			if i != ownText {
				u.field(v.Field(i))
			}
		}
		if u.err != nil {
			return nil, u.err
		}
		refs = append(refs, r)
	}
	statements = make([]graph.Statement, 0, strings.Count(lines, "\n"))
	for line := range strings.Lines(lines) {
		u := unpacker{line: line, refs: refs}
		s := graph.Statement{}
		u.statement(reflect.ValueOf(&s).Elem())
		if u.err != nil {
			return nil, u.err
		}
		s.Article = article
		statements = append(statements, s)
	}
	return statements, nil
}

// unpacker takes the fields of a line one after the other, until the first error.
type unpacker struct {
	line string
	refs []graph.Ref
	err  error
}

func (u *unpacker) statement(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case i == ownArticle:
		case f.Type() == refType:
			if r := u.ref(); r != nil {
				f.Set(reflect.ValueOf(r).Elem())
				u.field(f.Field(ownText))
			}
		case f.Kind() == reflect.Pointer && f.Type().Elem() == refType:
			if r := u.ref(); r != nil {
				own := *r
				f.Set(reflect.ValueOf(&own))
				u.field(f.Elem().Field(ownText))
			}
		default:
			u.field(f)
		}
	}
}

// ref returns the reference whose number comes next, nil for none.
func (u *unpacker) ref() *graph.Ref {
	n, err := strconv.Atoi(u.next())
	if err != nil || n < 0 || n > len(u.refs) {
		u.err = strconv.ErrSyntax
		return nil
	}
	if n == 0 {
		return nil
	}
	return &u.refs[n-1]
}

func (u *unpacker) next() string {
	field, rest, ok := strings.Cut(u.line, string(endOfField))
	if !ok && u.err == nil {
		u.err = strconv.ErrSyntax
	}
	u.line = rest
	return field
}

func (u *unpacker) field(v reflect.Value) {
	text := u.next()
	switch v.Kind() {
	case reflect.String:
		v.SetString(plain(text))
	case reflect.Int:
		n, err := strconv.ParseInt(text, 10, 64)
		u.fail(err)
		v.SetInt(n)
	case reflect.Float64:
		x, err := strconv.ParseFloat(text, 64)
		u.fail(err)
		v.SetFloat(x)
	case reflect.Slice:
		var list []string
		for text != "" {
			element, rest, _ := strings.Cut(text, string(endOfElement))
			list, text = append(list, plain(element)), rest
		}
		v.Set(reflect.ValueOf(list))
	default:
		panic("a field of type " + v.Type().String())
	}
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
