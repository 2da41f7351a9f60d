// Package modeltest opens the embedded model for the tests of its readers.
package modeltest

import (
	"testing"

	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/model"
)

// Open returns the model file.
func Open(tb testing.TB) *modelfile.File {
	tb.Helper()
	f, err := modelfile.Open(model.Data())
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
