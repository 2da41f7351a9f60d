package neo4j

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	maxID    = 1000 // bytes; an index holds no key over 8 kB
	maxName  = 2000 // bytes; names are indexed
	maxQuote = 2000 // bytes; of an edge: the statement has the whole quote
)

// record is one node or relationship as it should stand in the database.
type record struct {
	id string
	// group says which statement writes it: a label or a relationship type.
	group string
	// ends are the ids of a relationship's nodes, "" for a node.
	source, target string
	// values are the properties, in the order of the group's list; nil is absent.
	values []any
	// links are a node's links; see linksOut.
	links []link
	// hash tells this content from every other.
	hash int64
}

// link is a relationship without properties between the record and another node.
type link struct {
	kind  string
	other string
	// in is true where it leads from the other node to the record.
	in bool
}

// row returns the record as a row of parameters: id, then the values, then the
// hash; for a relationship the two ends stand after the id.
func (r *record) row() []any {
	row := make([]any, 0, len(r.values)+4)
	row = append(row, r.id)
	if r.source != "" {
		row = append(row, r.source, r.target)
	}
	row = append(row, r.values...)
	return append(row, r.hash)
}

// size estimates what the record takes in a message, in bytes.
func (r *record) size() int {
	n := len(r.id) + len(r.source) + len(r.target) + 9*len(r.values)
	for _, v := range r.values {
		switch v := v.(type) {
		case string:
			n += len(v)
		case []string:
			for _, s := range v {
				n += len(s) + 5
			}
		}
	}
	for _, l := range r.links {
		n += len(r.id) + len(l.other)
	}
	return n
}

// seal sets the hash: 63 bits of the SHA-256 of all that the record says. It
// uses the buffer and returns it.
func (r *record) seal(buffer []byte) []byte {
	e := encoder(buffer[:0])
	e.number(modelVersion)
	e.text(r.id)
	e.text(r.group)
	e.text(r.source)
	e.text(r.target)
	for _, v := range r.values {
		e.value(v)
	}
	for _, l := range r.links {
		e.text(l.kind)
		e.text(l.other)
	}
	sum := sha256.Sum256(e)
	r.hash = int64(binary.BigEndian.Uint64(sum[:]) >> 1) //nolint:gosec // 63 bits fit
	return e
}

// encoder appends values so that no two lists give the same bytes.
type encoder []byte

func (e *encoder) number(n uint64) { *e = binary.BigEndian.AppendUint64(*e, n) }

func (e *encoder) text(s string) {
	e.number(uint64(len(s)))
	*e = append(*e, s...)
}

func (e *encoder) value(v any) {
	switch v := v.(type) {
	case nil:
		e.number(math.MaxUint64)
	case string:
		e.text(v)
	case []string:
		e.number(uint64(len(v)))
		for _, s := range v {
			e.text(s)
		}
	case int64:
		e.number(uint64(v)) //nolint:gosec // any one-to-one mapping will do
	case float64:
		e.number(math.Float64bits(v))
	case driver.Date:
		e.number(uint64(v.Time().Unix())) //nolint:gosec // any one-to-one mapping will do
	default:
		panic(fmt.Sprintf("a property of type %T", v))
	}
}

// The following turn fields into properties; what is empty becomes nil, which
// the database does not store.

func optional(s string) any {
	if s == "" {
		return nil
	}
	return clean(s)
}

func optionalList(list []string) any {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = clean(s)
	}
	return out
}

func optionalCount(n int) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}

// clean returns s in valid UTF-8, as the protocol wants it.
func clean(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// shorten returns s in at most limit bytes, with an ellipsis where it was cut.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	cut := limit - len("…")
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
