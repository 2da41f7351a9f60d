// Package neo4j loads graphs into Neo4j, over the Bolt protocol.
//
// A database is a projection of a graph: Load makes what it holds of ours equal
// to the graph and touches nothing else. Ours are the nodes with the label
// Entente, and the relationships with the property ententeHash or, of the types
// that only evidence has, between two such nodes. The steps:
//
//  1. schema: versioned; a newer one is refused
//  2. lock: one load at a time, held by an open transaction
//  3. digest: a count and a checksum of the hashes; equal means nothing to do
//  4. difference: ids and hashes are read back and compared
//  5. write what is new or changed, delete what is gone, in batches
//  6. digest again: it must be that of the graph
//
// Every batch can be repeated, so that a deadlock or a lost connection costs
// one batch, and a load that was killed is finished by the next one.
package neo4j

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// userAgent names this program in the server's logs.
const userAgent = "entente/1"

// acquisition bounds one attempt to get a connection, so that something that
// accepts connections and says nothing counts as absent.
const acquisition = 15 * time.Second

// freeTries is how often Ready tries without waiting: connections that were open
// when a server was restarted fail once each.
const freeTries = 3

// Store is a database on a server. It is safe for concurrent use.
type Store struct {
	config Config
	driver driver.DriverWithContext
}

// Open checks the configuration and returns a store. It speaks to no server
// yet; see Ready.
func Open(_ context.Context, c Config) (*Store, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	authorities, err := c.authorities()
	if err != nil {
		return nil, err
	}
	token := driver.NoAuth()
	if c.Username != "" {
		token = driver.BasicAuth(c.Username, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URI, token, func(dc *config.Config) {
		dc.UserAgent = userAgent
		dc.TelemetryDisabled = true
		dc.NotificationsMinSeverity = notifications.DisabledLevel
		if authorities != nil {
			dc.TlsConfig = &tls.Config{RootCAs: authorities, MinVersion: tls.VersionTLS12}
		}
		dc.MaxTransactionRetryTime = time.Second
		dc.ConnectionAcquisitionTimeout = acquisition
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c, err)
	}
	c.Password = "" // the driver has it
	return &Store{config: c, driver: d}, nil
}

// Close closes the connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// String tells where the store is, without credentials.
func (s *Store) String() string { return s.config.String() }

// Ready returns nil when the server answers, takes the credentials, has the
// database and is one that this package knows. Where no server answers it tries
// again, at growing intervals, until wait is over; wrong credentials and a
// database that does not exist fail at once.
func (s *Store) Ready(ctx context.Context, wait time.Duration) error {
	limit, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	pause := 10 * time.Millisecond
	for try := 1; ; try++ {
		err := s.identify(ctx)
		if err == nil {
			return nil
		}
		if c := classify(err); c != lost && c != transient {
			return s.explain(err)
		}
		within := limit
		if try < freeTries {
			within = ctx
		}
		if !sleep(within, pause) {
			return s.explain(err)
		}
		pause = min(2*pause, 3*time.Second)
	}
}

// identify asks the server what it is. Others speak Bolt too and call themselves
// compatible, but lack what a load needs: they are refused before they are asked
// for more.
func (s *Store) identify(ctx context.Context) error {
	info, err := s.driver.GetServerInfo(ctx)
	var lacks *driver.UsageError // its Bolt is older than what this package asks for
	if errors.As(err, &lacks) && strings.Contains(lacks.Message, "feature not supported") {
		return fmt.Errorf("%w: %s: %w", ErrNotNeo4j, s.config, err)
	}
	if err != nil {
		return err
	}
	agent := info.Agent()
	if version, ok := strings.CutPrefix(agent, "Neo4j/"); !ok || !supported(version) {
		return s.refusal(agent)
	}
	version := ""
	err = s.read(ctx, "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]", nil, func(r *driver.Record) error {
		version, _ = r.Values[0].(string)
		return nil
	})
	if err == nil && !supported(version) {
		err = s.refusal(agent)
	}
	return err
}

// supported tells of a version "5.26.30" or "2026.08.1" whether it is 5 or newer.
func supported(version string) bool {
	major, rest, ok := strings.Cut(version, ".")
	n, err := strconv.Atoi(major)
	return ok && err == nil && n >= 5 && !strings.Contains(rest, "compatible")
}

func (s *Store) refusal(agent string) error {
	const longest = 100
	return fmt.Errorf("%w: %s calls itself %q; entente export -o FILE.cypher writes a script that others may take", ErrNotNeo4j, s.config, shorten(clean(agent), longest))
}

// session opens a session that writes or reads.
func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: s.config.Database, FetchSize: 5000})
}

// read runs a query and gives each record to take, as it comes.
func (s *Store) read(ctx context.Context, cypher string, params map[string]any, take func(*driver.Record) error) (err error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if err := take(result.Record()); err != nil {
			return err
		}
	}
	_, err = result.Consume(ctx)
	return err
}

// sleep waits for d and tells whether it came to the end of it.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
