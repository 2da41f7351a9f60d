package neo4j

import (
	"context"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// schema is what Community edition can enforce and what analysts search by. All
// of it is on our own labels: it never holds for somebody else's nodes.
func schema() []string {
	return []string{
		"CREATE CONSTRAINT entente_id IF NOT EXISTS FOR (n:" + labelOurs + ") REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT entente_meta IF NOT EXISTS FOR (n:" + labelMeta + ") REQUIRE n.name IS UNIQUE",
		"CREATE INDEX entente_name IF NOT EXISTS FOR (n:" + labelOurs + ") ON (n.name)",
		"CREATE INDEX entente_date IF NOT EXISTS FOR (n:" + labelOurs + ") ON (n.dateFrom)",
		"CREATE FULLTEXT INDEX entente_names IF NOT EXISTS FOR (n:" + labelOurs + ") ON EACH [n.name, n.aliases]",
	}
}

// metaNode matches the one node of labelMeta.
const metaNode = "(m:" + labelMeta + " {name: 'graph'})"

// checkVersion refuses a database that a newer version of this program wrote.
func (s *Store) checkVersion(ctx context.Context) error {
	version, err := s.version(ctx)
	if err == nil && version > modelVersion {
		return fmt.Errorf("%w: model %d, this one knows up to %d", ErrNewer, version, modelVersion)
	}
	return err
}

// version returns the version of the model in the database, 0 where it holds none.
func (s *Store) version(ctx context.Context) (int64, error) {
	var version int64
	err := s.read(ctx, "MATCH "+metaNode+" RETURN m.version", func(r *driver.Record) error {
		version, _ = r.Values[0].(int64)
		return nil
	})
	return version, err
}

// ensureSchema creates what is missing and records the version.
func (s *Store) ensureSchema(ctx context.Context) error {
	version, err := s.version(ctx)
	if err != nil || version == modelVersion {
		return err
	}
	for _, text := range schema() {
		if err := s.command(ctx, text, nil); err != nil && !exists(err) {
			return err
		}
	}
	if err := s.command(ctx, "CALL db.awaitIndexes(300)", nil); err != nil {
		return err
	}
	return s.command(ctx, "MERGE "+metaNode+" SET m.version = $version", map[string]any{"version": int64(modelVersion)})
}

// exists tells whether a schema rule was there already: IF NOT EXISTS does not
// see one that another load creates at this moment.
func exists(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

// command runs one statement in a transaction of its own.
func (s *Store) command(ctx context.Context, text string, params map[string]any) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
