package cypher

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"entente/graph"
)

// properties are "key = literal" pairs; what is empty is left out.
type properties []struct{ key, literal string }

func (p *properties) add(key, literal string) {
	*p = append(*p, struct{ key, literal string }{key, literal})
}

func (p *properties) text(key, value string) {
	if value != "" {
		p.add(key, quote(value))
	}
}

func (p *properties) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = quote(v)
	}
	p.add(key, "["+strings.Join(quoted, ", ")+"]")
}

func (p *properties) number(key string, n int) {
	if n != 0 || strings.HasSuffix(key, "Byte") {
		p.add(key, strconv.Itoa(n))
	}
}

func (p *properties) decimal(key string, f float64) {
	literal := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(literal, ".") {
		literal += ".0"
	}
	if f == f && f-f == 0 { // neither NaN nor infinite, which have no literal
		p.add(key, literal)
	}
}

// date gives the first and the last day that a date can mean, the day itself
// where it is known, and the date as written.
func (p *properties) date(d graph.Date) {
	first, last, err := d.Window()
	if err != nil {
		return
	}
	day := func(t time.Time) string { return "date('" + t.Format(time.DateOnly) + "')" }
	if d.Precision() == graph.Day {
		p.add("date", day(first))
	}
	p.add("dateFrom", day(first))
	p.add("dateTo", day(last))
	p.text("edtf", string(d))
}

// set returns ", n.key = literal" for every property.
func (p properties) set(variable string) string {
	var b strings.Builder
	for _, x := range p {
		fmt.Fprintf(&b, ", %s.%s = %s", variable, x.key, x.literal)
	}
	return b.String()
}

// quote returns s as a Cypher expression for that string.
//
// Cypher has \uXXXX in the whole query, not in literals alone, so that a reader
// which replaces it first takes the second backslash of 'C:\\u0027' for the
// beginning of one and ends the literal there. Where a backslash stands before
// a u, the literal is therefore split in two, which every reader understands.
//
// Source: Neo4j Cypher Manual 5, "Expressions", string literal escape
// sequences; "Parsing", using Unicode in Cypher.
func quote(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	b.WriteByte('\'')
	before := rune(0)
	for _, r := range s {
		if before == '\\' && (r == 'u' || r == 'U') {
			b.WriteString(`' + '`)
		}
		literalRune(&b, r)
		before = r
	}
	b.WriteByte('\'')
	if text := b.String(); strings.Contains(text, `' + '`) {
		return "(" + text + ")"
	}
	return b.String()
}

func literalRune(b *strings.Builder, r rune) {
	switch {
	case r == '\\' || r == '\'':
		b.WriteByte('\\')
		b.WriteRune(r)
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r == 0: // no text of the database may have it
	case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || 0xd800 <= r && r < 0xe000 || r == 0xfffe || r == 0xffff:
		fmt.Fprintf(b, `\u%04X`, r)
	default:
		b.WriteRune(r)
	}
}
