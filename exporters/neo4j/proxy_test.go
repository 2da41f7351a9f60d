package neo4j_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// commitMessage is a COMMIT as Bolt sends it: a chunk of two bytes, a structure
// without fields and the signature, and the end of the message
// (https://neo4j.com/docs/bolt/current/bolt/message/).
const commitMessage = "\x00\x02\xb0\x12\x00\x00"

// proxy stands between the loader and a server and cuts connections.
type proxy struct {
	listener net.Listener
	target   string
	// onCommit decides about the n-th COMMIT, from 1.
	onCommit func(n int) fate
	commits  atomic.Int64
	wait     sync.WaitGroup
}

type fate int

const (
	pass     fate = iota
	cutFirst      // the connection is cut before the server sees the COMMIT
	cutAfter      // the server commits, but its answer is lost
)

// between starts a proxy to the server, encrypted where it is given a
// certificate, and returns a database whose address is the proxy's.
func between(t *testing.T, db *database, onCommit func(n int) fate, encrypt ...*tls.Config) *database {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range encrypt {
		listener = tls.NewListener(listener, c)
	}
	p := &proxy{listener: listener, target: strings.TrimPrefix(db.URI, "bolt://"), onCommit: onCommit}
	ctx, cancel := context.WithCancel(t.Context())
	p.wait.Go(func() { p.serve(ctx) })
	t.Cleanup(func() {
		cancel()
		_ = listener.Close()
		p.wait.Wait()
	})
	server := *db.Server
	server.URI = "bolt://" + listener.Addr().String()
	return &database{Server: &server, driver: db.driver}
}

func (p *proxy) serve(ctx context.Context) {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := (&net.Dialer{}).DialContext(ctx, "tcp", p.target)
		if err != nil {
			_ = client.Close()
			continue
		}
		p.wait.Go(func() { p.forward(client, server) })
		context.AfterFunc(ctx, func() {
			_ = client.Close()
			_ = server.Close()
		})
	}
}

func (p *proxy) forward(client, server net.Conn) {
	var muted atomic.Bool
	answered := make(chan struct{})
	var once sync.Once
	p.wait.Go(func() {
		buffer := make([]byte, 1<<16)
		for {
			n, err := server.Read(buffer)
			if muted.Load() {
				once.Do(func() { close(answered) })
			} else if n > 0 {
				_, _ = client.Write(buffer[:n])
			}
			if err != nil {
				_ = client.Close()
				once.Do(func() { close(answered) })
				return
			}
		}
	})
	defer func() {
		_ = client.Close()
		_ = server.Close()
	}()
	buffer := make([]byte, 1<<16)
	for {
		n, err := client.Read(buffer)
		if bytes.Contains(buffer[:n], []byte(commitMessage)) {
			switch p.onCommit(int(p.commits.Add(1))) {
			case pass:
			case cutFirst:
				return
			case cutAfter:
				muted.Store(true)
				_, _ = server.Write(buffer[:n])
				<-answered
				return
			}
		}
		if n > 0 {
			if _, err := server.Write(buffer[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}
