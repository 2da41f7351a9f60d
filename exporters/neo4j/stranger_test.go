package neo4j_test

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/exporters/neo4j"
)

// stranger is a server that speaks Bolt 5.2, or another version of it, and calls itself by some name. It
// answers a query with one row: a version, or, where it has none, an error.
// https://neo4j.com/docs/bolt/current/bolt/message/
type stranger struct {
	agent, version string
	bolt           string
}

const (
	boltHello   = 0x01
	boltRun     = 0x10
	boltPull    = 0x3f
	boltSuccess = 0x70
	boltRecord  = 0x71
	boltFailure = 0x7f
)

func (s *stranger) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	if _, err := io.ReadFull(c, make([]byte, 20)); err != nil {
		return
	}
	_, _ = c.Write([]byte("\x00\x00" + cmp.Or(s.bolt, "\x02\x05")))
	for {
		signature, err := message(c)
		if err != nil {
			return
		}
		switch signature {
		case boltHello:
			reply(c, boltSuccess, "\xa2", text("server"), text(s.agent), text("connection_id"), text("1"))
		case boltRun:
			if s.version == "" {
				reply(c, boltFailure, "\xa2", text("code"), text("Neo.ClientError.Procedure.ProcedureNotFound"), text("message"), text("no such procedure"))
			} else {
				reply(c, boltSuccess, "\xa1", text("fields"), "\x91", text("version"))
			}
		case boltPull:
			if s.version != "" {
				reply(c, boltRecord, "\x91", text(s.version))
			}
			reply(c, boltSuccess, "\xa0")
		default:
			reply(c, boltSuccess, "\xa0")
		}
	}
}

// message reads a message and returns its signature.
func message(r io.Reader) (byte, error) {
	var body []byte
	for {
		var size [2]byte
		if _, err := io.ReadFull(r, size[:]); err != nil {
			return 0, err
		}
		n := binary.BigEndian.Uint16(size[:])
		if n == 0 && len(body) > 1 {
			return body[1], nil
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(r, chunk); err != nil {
			return 0, err
		}
		body = append(body, chunk...)
	}
}

func reply(w io.Writer, signature byte, parts ...string) {
	body := "\xb1" + string(signature) + strings.Join(parts, "")
	if signature >= 0x80 {
		panic("not a byte of UTF-8")
	}
	_, _ = w.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(body))), body+"\x00\x00"...))
}

func text(s string) string { return "\xd0" + string([]byte{byte(len(s))}) + s }

// TestOtherServers: servers that speak Bolt and are not Neo4j 5 or newer are
// refused at once, whatever they answer.
func TestOtherServers(t *testing.T) {
	for name, c := range map[string]struct {
		s  stranger
		ok bool
	}{
		"Neo4j 5":               {stranger{agent: "Neo4j/5.26.30", version: "5.26.30"}, true},
		"Neo4j by years":        {stranger{agent: "Neo4j/2026.08.1", version: "2026.08.1"}, true},
		"Neo4j of Aura":         {stranger{agent: "Neo4j/5.28-aura", version: "5.28-aura"}, true},
		"Neo4j 4":               {stranger{agent: "Neo4j/4.4.40", version: "4.4.40"}, false},
		"Neo4j 4's Bolt":        {stranger{agent: "Neo4j/4.4.40", version: "4.4.40", bolt: "\x04\x04"}, false},
		"Neo4j 4 in disguise":   {stranger{agent: "Neo4j/5.1.0", version: "4.4.40"}, false},
		"Memgraph":              {stranger{agent: "Neo4j/v5.11.0 compatible graph database server - Memgraph", version: ""}, false},
		"another compatible":    {stranger{agent: "Neo4j/5.2.0 compatible", version: "5.2.0"}, false},
		"FalkorDB":              {stranger{agent: "FalkorDB", version: ""}, false},
		"nothing":               {stranger{agent: "", version: ""}, false},
		"a name without number": {stranger{agent: "Neo4j/", version: ""}, false},
	} {
		t.Run(name, func(t *testing.T) {
			listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			var wait sync.WaitGroup
			wait.Go(func() {
				for {
					conn, err := listener.Accept()
					if err != nil {
						return
					}
					wait.Go(func() { c.s.serve(conn) })
				}
			})
			s, err := neo4j.Open(t.Context(), neo4j.Config{URI: "bolt://" + listener.Addr().String(), Username: "neo4j", Password: "hush-hush-secret"})
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			err = s.Ready(ctx, time.Hour)
			if c.ok && err != nil || !c.ok && !errors.Is(err, neo4j.ErrNotNeo4j) || ctx.Err() != nil {
				t.Errorf("error %v, want ErrNotNeo4j: %v", err, !c.ok)
			}
			cancel()
			_ = s.Close(context.WithoutCancel(t.Context()))
			_ = listener.Close()
			wait.Wait()
		})
	}
}
