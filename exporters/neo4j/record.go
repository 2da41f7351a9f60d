package neo4j

import (
	"crypto/sha256"
	"encoding/binary"
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
	// row are the parameters that write it: the id, for a relationship its two ends,
	// the properties in the order of the group's list, nil where absent, and the hash.
	row []any
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

// size estimates what the record takes in a message, in bytes.
func (r *record) size() int {
	n := 9 * len(r.row)
	for _, v := range r.row {
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

// maker makes records, one at a time: their hashes, which every record needs, or
// their rows, which only those need that are written, or both. It is told of a
// record by begin, then of its properties in their order and its links, then end.
type maker struct {
	record

	// hashing and rowing tell what is made.
	hashing, rowing bool
	// mended is true once a text was no UTF-8, trusted where it is known that all are.
	mended, trusted bool
	encoded         encoder
	// dated keeps what dates became: a corpus has few different ones.
	dated map[graph.Date]dates
	// packer packs the evidence of articles.
	packer packer
}

// newHasher returns a maker of hashes only. The links of a record are gone when the
// next one begins.
func newHasher() *maker { return &maker{hashing: true, dated: map[graph.Date]dates{}} }

// newRower returns a maker of rows, whose hashes are known already.
func newRower() *maker { return &maker{rowing: true, dated: map[graph.Date]dates{}} }

// newMaker returns a maker of rows with their hashes.
func newMaker() *maker { return &maker{rowing: true, hashing: true, dated: map[graph.Date]dates{}} }

// begin starts a record of n properties.
func (m *maker) begin(id, group, source, target string, n int) {
	m.record = record{id: id, group: group, source: source, target: target, links: m.links[:0]}
	if m.hashing {
		m.encoded = m.encoded[:0]
		m.encoded.number(modelVersion)
		m.encoded.text(id)
		m.encoded.text(group)
		m.encoded.text(source)
		m.encoded.text(target)
	}
	if !m.rowing {
		return
	}
	m.links = nil
	m.row = append(make([]any, 0, n+4), id)
	if source != "" {
		m.row = append(m.row, source, target)
	}
}

// end completes a record. The hash, where it is made, is 63 bits of the SHA-256 of
// all that the record says.
func (m *maker) end() {
	if !m.hashing {
		return
	}
	for _, l := range m.links {
		m.encoded.text(l.kind)
		m.encoded.text(l.other)
	}
	sum := sha256.Sum256(m.encoded)
	m.hash = int64(binary.BigEndian.Uint64(sum[:]) >> 1) //nolint:gosec // 63 bits fit
	if m.rowing {
		m.row = append(m.row, m.hash)
	}
}

func (m *maker) link(kind, other string, in bool) {
	m.links = append(m.links, link{kind, other, in})
}

// The following add a property; what is empty becomes nil, which the database does
// not store.

func (m *maker) none() {
	if m.hashing {
		m.encoded.none()
	}
	if m.rowing {
		m.row = append(m.row, nil)
	}
}

func (m *maker) text(s string) {
	s = m.clean(s)
	if m.hashing {
		m.encoded.text(s)
	}
	if m.rowing {
		m.row = append(m.row, s)
	}
}

// clean is clean, but where texts are trusted.
func (m *maker) clean(s string) string {
	if m.trusted || utf8.ValidString(s) {
		return s
	}
	m.mended = true
	return clean(s)
}

func (m *maker) optional(s string) {
	if s == "" {
		m.none()
		return
	}
	m.text(s)
}

func (m *maker) name(r *graph.Ref) {
	if r == nil {
		m.none()
		return
	}
	m.optional(r.Name)
}

func (m *maker) list(list []string) {
	if len(list) == 0 {
		m.none()
		return
	}
	if m.hashing {
		m.encoded.number(uint64(len(list)))
		for _, s := range list {
			m.encoded.text(m.clean(s))
		}
	}
	if m.rowing {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = m.clean(s)
		}
		m.row = append(m.row, out)
	}
}

func (m *maker) number(n int) {
	if m.hashing {
		m.encoded.number(uint64(n)) //nolint:gosec // any one-to-one mapping will do
	}
	if m.rowing {
		m.row = append(m.row, int64(n))
	}
}

func (m *maker) count(n int) {
	if n == 0 {
		m.none()
		return
	}
	m.number(n)
}

func (m *maker) float(x float64) {
	if m.hashing {
		m.encoded.number(math.Float64bits(x))
	}
	if m.rowing {
		m.row = append(m.row, x)
	}
}

// evidence adds that of an article which says these.
func (m *maker) evidence(statements []graph.Statement) {
	evidence := m.packer.pack(statements)
	if len(evidence) == 0 {
		m.none()
		return
	}
	if m.hashing {
		m.encoded.number(uint64(len(evidence)))
		m.encoded = append(m.encoded, evidence...)
	}
	if m.rowing {
		m.row = append(m.row, string(evidence))
	}
}

// dates is what a date becomes: the properties of dateProperties, all nil where it
// is none, and how all of them, or only the first and the last, are hashed.
type dates struct {
	values     [4]any
	whole, day encoder
}

func datesOf(d graph.Date) dates {
	var v dates
	if first, last, err := d.Window(); err == nil {
		if d.Precision() == graph.Day {
			v.values[0] = driver.DateOf(first)
		}
		v.values[1], v.values[2], v.values[3] = driver.DateOf(first), driver.DateOf(last), string(d)
	}
	for i, x := range v.values {
		v.whole.date(x)
		if i == 0 || i == len(v.values)-1 {
			v.day.date(x)
		}
	}
	return v
}

// date adds the properties of dateProperties.
func (m *maker) date(d graph.Date) {
	v := m.dates(d)
	if m.hashing {
		m.encoded = append(m.encoded, v.whole...)
	}
	if m.rowing {
		m.row = append(m.row, v.values[:]...)
	}
}

// day adds the day and the date as written.
func (m *maker) day(d graph.Date) {
	v := m.dates(d)
	if m.hashing {
		m.encoded = append(m.encoded, v.day...)
	}
	if m.rowing {
		m.row = append(m.row, v.values[0], v.values[3])
	}
}

func (m *maker) dates(d graph.Date) dates {
	v, ok := m.dated[d]
	if !ok {
		v = datesOf(d)
		m.dated[d] = v
	}
	return v
}

// encoder appends values so that no two lists give the same bytes.
type encoder []byte

func (e *encoder) number(n uint64) { *e = binary.BigEndian.AppendUint64(*e, n) }

func (e *encoder) none() { e.number(math.MaxUint64) }

func (e *encoder) text(s string) {
	e.number(uint64(len(s)))
	*e = append(*e, s...)
}

func (e *encoder) date(v any) {
	switch v := v.(type) {
	case driver.Date:
		e.number(uint64(v.Time().Unix())) //nolint:gosec // any one-to-one mapping will do
	case string:
		e.text(v)
	default:
		e.none()
	}
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
