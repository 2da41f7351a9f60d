// Package exporters says what an exporter is and finds one by name or by file
// name. The formats stand in the folders below it and know only package
// graph; the command line lists the ones it offers (see NewRegistry).
package exporters

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"entente/graph"
)

// Exporter writes a graph in one form.
type Exporter interface {
	// Export writes g to w. It leaves g as it is, but for the order of its
	// lists, and gives the same bytes for the same graph. It stops with the
	// context's error when ctx ends.
	Export(ctx context.Context, g *graph.Graph, w io.Writer) error
}

// Format is an Exporter with what users need to choose it.
type Format interface {
	Exporter
	// Name is a short word: "json".
	Name() string
	// Extensions are the endings of file names that mean this format, each
	// with its dot, in lower case, the usual one first: ".dot", ".gv".
	Extensions() []string
	// Description is one line for a list of formats, without a full stop.
	Description() string
}

// Registry is a fixed list of formats. It is safe for concurrent use.
type Registry struct{ formats []Format }

// NewRegistry returns a registry of the formats in the order in which help
// texts are to show them. It fails where two share a name or an extension.
func NewRegistry(formats ...Format) (*Registry, error) {
	owner := map[string]string{}
	var faults []error
	for _, f := range formats {
		for _, key := range append([]string{f.Name()}, f.Extensions()...) {
			if other, taken := owner[key]; taken {
				faults = append(faults, fmt.Errorf("formats %s and %s both claim %q", other, f.Name(), key))
			}
			owner[key] = f.Name()
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return &Registry{formats: formats}, nil
}

// Formats returns the formats in their order.
func (r *Registry) Formats() []Format { return append([]Format(nil), r.formats...) }

// ByName returns the format with a name, in any case.
func (r *Registry) ByName(name string) (Format, error) {
	for _, f := range r.formats {
		if strings.EqualFold(f.Name(), name) {
			return f, nil
		}
	}
	return nil, fmt.Errorf("unknown format %q: choose one of %s", name, r.names())
}

// ByPath returns the format that a file's name asks for. Of two extensions
// that fit ("graph.csv.zip") the longer one wins.
func (r *Registry) ByPath(path string) (Format, error) {
	var found Format
	base, longest := strings.ToLower(filepath.Base(path)), 0
	for _, f := range r.formats {
		for _, ext := range f.Extensions() {
			if strings.HasSuffix(base, ext) && len(ext) > longest {
				found, longest = f, len(ext)
			}
		}
	}
	if found == nil {
		return nil, fmt.Errorf("no format writes %q: its name must end in one of %s", path, strings.Join(r.extensions(), ", "))
	}
	return found, nil
}

func (r *Registry) names() string {
	names := make([]string, len(r.formats))
	for i, f := range r.formats {
		names[i] = f.Name()
	}
	return strings.Join(names, ", ")
}

func (r *Registry) extensions() []string {
	var list []string
	for _, f := range r.formats {
		list = append(list, f.Extensions()...)
	}
	return list
}
