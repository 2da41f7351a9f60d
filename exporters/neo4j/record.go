package neo4j

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"strings"
	"unicode/utf8"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
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

// seal sets the hash: 63 bits of the SHA-256 of all that the record says.
func (r *record) seal() {
	h := hasher{sum: sha256.New()}
	h.number(modelVersion)
	for _, s := range []string{r.id, r.group, r.source, r.target} {
		h.text(s)
	}
	for _, v := range r.values {
		h.value(v)
	}
	for _, l := range r.links {
		h.text(l.kind)
		h.text(l.other)
	}
	r.hash = int64(binary.BigEndian.Uint64(h.sum.Sum(h.buffer[:0])) >> 1) //nolint:gosec // 63 bits fit
}

// hasher feeds values into a checksum so that no two lists share their bytes.
type hasher struct {
	sum    hash.Hash
	buffer [sha256.Size]byte
}

func (h *hasher) number(n uint64) {
	h.sum.Write(binary.BigEndian.AppendUint64(h.buffer[:0], n))
}

func (h *hasher) text(s string) {
	h.number(uint64(len(s)))
	h.sum.Write([]byte(s))
}

func (h *hasher) value(v any) {
	switch v := v.(type) {
	case nil:
		h.number(math.MaxUint64)
	case string:
		h.text(v)
	case []string:
		h.number(uint64(len(v)))
		for _, s := range v {
			h.text(s)
		}
	case int64:
		h.number(uint64(v)) //nolint:gosec // any one-to-one mapping will do
	case float64:
		h.number(math.Float64bits(v))
	case driver.Date:
		h.text(v.String())
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
func clean(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

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

// dates returns the properties of dateProperties.
func dates(d graph.Date) []any {
	first, last, err := d.Window()
	if err != nil {
		return make([]any, len(dateProperties()))
	}
	var day any
	if d.Precision() == graph.Day {
		day = driver.DateOf(first)
	}
	return []any{day, driver.DateOf(first), driver.DateOf(last), string(d)}
}
