package neo4j

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// position is how far a database has come: which one it is, and the number of
// its last transaction, which every commit of a change raises by one. It stands in
// the bookmarks that the server gives after each query, and costs nothing: where it
// is what it has to be, nobody else has changed anything, and what the database
// holds need not be looked at. The zero value is a position that is not known.
//
// A bookmark is meant to be opaque. So this is never relied on alone to tell that
// something is as it should be where it says otherwise or cannot be read: then
// everything is looked at.
type position struct {
	database string
	number   int64
}

// plus returns the position after n more changes.
func (p position) plus(n int64) position {
	p.number += n
	return p
}

// is tells whether both are known and the same.
func (p position) is(o position) bool { return p == o && p.database != "" }

// position asks the server how far the database has come; where it does not tell,
// that is not known.
func (s *Store) position(ctx context.Context) position {
	session := s.session(ctx, driver.AccessModeWrite) // a member of a cluster that only reads can lag behind
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err != nil {
		return position{}
	}
	marks := session.LastBookmarks()
	if len(marks) != 1 {
		return position{}
	}
	return parsePosition(marks[0])
}

// How Neo4j 5 and later write the bookmark of one database: a list, in the encoding
// of the protocol, of the database's UUID, of the number, and of an empty list,
// in base 64. What looks otherwise is not known.
const (
	bookmarkPrefix = "FB:"
	bookmarkUUID   = "\x91\xcc\x10"
	uuidBytes      = 16
	bookmarkEnd    = "\x90"
)

func parsePosition(mark string) position {
	text, ok := strings.CutPrefix(mark, bookmarkPrefix)
	if !ok {
		return position{}
	}
	b, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil {
		return position{}
	}
	b, ok = bytes.CutPrefix(b, []byte(bookmarkUUID))
	if !ok || len(b) < uuidBytes {
		return position{}
	}
	database := hex.EncodeToString(b[:uuidBytes])
	b, ok = bytes.CutSuffix(b[uuidBytes:], []byte(bookmarkEnd))
	if !ok {
		return position{}
	}
	number, ok := parseInteger(b)
	if !ok || number < 0 {
		return position{}
	}
	return position{database, number}
}

// parseInteger reads an integer of the protocol, PackStream: one byte up to 127,
// or a byte that tells that 1, 2, 4 or 8 follow.
func parseInteger(b []byte) (int64, bool) {
	sizes := map[byte]int{0xc8: 1, 0xc9: 2, 0xca: 4, 0xcb: 8}
	switch {
	case len(b) == 1 && b[0] < 0x80:
		return int64(b[0]), true
	case len(b) < 2 || sizes[b[0]] != len(b)-1:
		return 0, false
	}
	n := int64(int8(b[1])) //nolint:gosec // its sign is the number's
	for _, c := range b[2:] {
		n = n<<8 | int64(c)
	}
	return n, true
}
