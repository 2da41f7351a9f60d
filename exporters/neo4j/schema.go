package neo4j

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// schema is what Community edition can enforce and what analysts search by, by
// name. All of it is on our own labels: it never holds for somebody else's nodes.
func schema() map[string]string {
	return map[string]string{
		"entente_id":    "CREATE CONSTRAINT entente_id IF NOT EXISTS FOR (n:" + labelOurs + ") REQUIRE n.id IS UNIQUE",
		"entente_meta":  "CREATE CONSTRAINT entente_meta IF NOT EXISTS FOR (n:" + labelMeta + ") REQUIRE n.name IS UNIQUE",
		"entente_name":  "CREATE INDEX entente_name IF NOT EXISTS FOR (n:" + labelOurs + ") ON (n.name)",
		"entente_date":  "CREATE INDEX entente_date IF NOT EXISTS FOR (n:" + labelOurs + ") ON (n.dateFrom)",
		"entente_names": "CREATE FULLTEXT INDEX entente_names IF NOT EXISTS FOR (n:" + labelOurs + ") ON EACH [n.name, n.aliases]",
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
	err := s.read(ctx, "MATCH "+metaNode+" RETURN m.version", nil, func(r *driver.Record) error {
		version, _ = r.Values[0].(int64)
		return nil
	})
	return version, err
}

// ensureSchema creates what is missing and records the version.
func (s *Store) ensureSchema(ctx context.Context) error {
	missing := schema()
	err := s.read(ctx, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name", nil, func(r *driver.Record) error {
		name, _ := r.Values[0].(string)
		delete(missing, name)
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(missing)) {
		if err := s.command(ctx, missing[name], nil); err != nil && !exists(err) {
			return err
		}
	}
	for name := range missing { // somebody else's indexes may be broken: wait for ours only
		if err := s.command(ctx, "CALL db.awaitIndex($name, 300)", map[string]any{"name": name}); err != nil {
			return err
		}
	}
	version, err := s.version(ctx)
	if err != nil || version == modelVersion {
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
