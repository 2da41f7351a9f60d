package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Errors that callers tell apart with errors.Is.
var (
	// ErrDenied is a refused user, password or right: trying again is useless.
	ErrDenied = errors.New("the server refuses these credentials")
	// ErrNoDatabase means that the server has no database of that name.
	ErrNoDatabase = errors.New("there is no such database")
	// ErrAbsent means that no server answered.
	ErrAbsent = errors.New("no Neo4j server answers")
	// ErrNewer means that a newer version of this program wrote the graph in the database.
	ErrNewer = errors.New("the graph in the database was written by a newer version of this program")
	// ErrOlder means that an older version wrote it, in a form that cannot be read back.
	ErrOlder = errors.New("the graph in the database was written by an older version of this program")
	// ErrNoArticle means that an article to be taken back is not in the database.
	ErrNoArticle = errors.New("no such article in the database")
	// ErrNotNeo4j means that the server is none that this package knows.
	ErrNotNeo4j = errors.New("not a Neo4j server of version 5 or newer")
	// ErrInterrupted means that a load did not come to its end; the next one finishes it.
	ErrInterrupted = errors.New("the load was interrupted; loading again finishes it")
)

// failure is what an error means for the loader.
type failure int

const (
	final     failure = iota // nothing helps
	transient                // a deadlock and the like: the same again, soon
	memory                   // the transaction was too big: the same in two halves
	lost                     // the connection is gone; whether a commit took place is unknown
)

func classify(err error) failure {
	var server *driver.Neo4jError
	var connection *driver.ConnectivityError
	switch {
	case err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return final
	case errors.As(err, &server):
		return classifyCode(server)
	case errors.As(err, &connection):
		if hopeless(connection) {
			return final
		}
		return lost
	}
	return final
}

func classifyCode(err *driver.Neo4jError) failure {
	switch {
	case strings.HasPrefix(err.Code, "Neo.ClientError.Security."):
		return final
	case strings.Contains(err.Code, "OutOfMemory"), err.Code == "Neo.TransientError.General.TransactionMemoryLimit":
		return memory
	case err.Code == "Neo.ClientError.Statement.EntityNotFound", // somebody else deleted it at this moment
		err.Code == "Neo.ClientError.Schema.ConstraintValidationFailed": // or created it; it is merged then
		return transient
	case strings.Contains(err.Code, ".Database.") && driver.IsRetryable(err), strings.HasSuffix(err.Code, "DatabaseUnavailable"):
		return lost // starting up or shutting down
	case driver.IsRetryable(err):
		return transient
	}
	return final
}

// readOnly tells whether the database may not be written.
func readOnly(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && strings.Contains(server.Code, "ReadOnly")
}

// hopeless tells whether a connection failed for a reason that stays: the two
// sides disagree about encryption or the certificate is not trusted.
func hopeless(err *driver.ConnectivityError) bool {
	for _, word := range []string{"tls: ", "x509: ", "TLS"} {
		if strings.Contains(err.Error(), word) {
			return true
		}
	}
	return false
}

// explain turns what the driver says into what the user can act on. It adds
// no credentials, and the driver's errors hold none.
func (s *Store) explain(err error) error {
	var server *driver.Neo4jError
	var connection *driver.ConnectivityError
	var use *driver.UsageError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &server):
		return s.explainCode(server)
	case errors.Is(err, ErrInterrupted):
		return err
	case classify(err) == lost:
		return fmt.Errorf("%w at %s: %w", ErrAbsent, s.config, err)
	case errors.As(err, &connection), errors.As(err, &use):
		return fmt.Errorf("%s: %w", s.config, err)
	}
	return err
}

func (s *Store) explainCode(err *driver.Neo4jError) error {
	switch {
	case strings.HasSuffix(err.Code, "AuthenticationRateLimit"):
		return fmt.Errorf("%w: too many wrong passwords; wait some seconds (%s)", ErrDenied, s.config)
	case err.Code == "Neo.ClientError.Security.Forbidden":
		return fmt.Errorf("%w: user %s may not do this in %s: %s", ErrDenied, s.config.Username, s.config, err.Msg)
	case strings.HasPrefix(err.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w: user %q at %s (%s)", ErrDenied, s.config.Username, s.config, err.Code)
	case slices.Contains([]string{"TransactionLogError", "TransactionCommitFailed", "TransactionStartFailed"}, strings.TrimPrefix(err.Code, "Neo.DatabaseError.Transaction.")):
		return fmt.Errorf("%w; the server could not write (is its disk full?), and may have to be started again: %s: %w", ErrInterrupted, s.config, err)
	case strings.HasSuffix(err.Code, ".DatabaseNotFound"):
		return fmt.Errorf("%w: %s", ErrNoDatabase, s.config)
	}
	return fmt.Errorf("%s: %w", s.config, err)
}
