package exporters_test

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"entente/exporters"
	"entente/exporters/csv"
	"entente/exporters/cypher"
	"entente/exporters/dot"
	"entente/exporters/graphml"
	"entente/exporters/html"
	"entente/exporters/json"
	"entente/exporters/svg"
	"entente/graph"
)

// all returns every format there is.
func all() []exporters.Format {
	return []exporters.Format{
		svg.New(svg.Options{}), html.New(html.Options{}), dot.New(dot.Options{}), json.New(), json.NewLines(), graphml.New(),
		csv.New(), cypher.New(),
	}
}

func TestRegistryOfAll(t *testing.T) {
	t.Parallel()
	r, err := exporters.NewRegistry(all()...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Formats() {
		if byName, err := r.ByName(strings.ToUpper(f.Name())); err != nil || byName != f {
			t.Errorf("by name %s: %v, %v", f.Name(), byName, err)
		}
		for _, ext := range f.Extensions() {
			if byPath, err := r.ByPath("some.dir/Graph.2025" + strings.ToUpper(ext)); err != nil || byPath != f {
				t.Errorf("by extension %s: %v, %v", ext, byPath, err)
			}
		}
		if d := f.Description(); d == "" || strings.HasSuffix(d, ".") || strings.Contains(d, "\n") {
			t.Errorf("%s: description %q", f.Name(), d)
		}
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	r, err := exporters.NewRegistry(all()...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.ByName("gexf"); err == nil || !strings.Contains(err.Error(), "svg, html, dot") {
		t.Errorf("an unknown name gives %v", err)
	}
	for _, path := range []string{"graph", "graph.txt", "svg", "dir.svg/graph", ""} {
		if _, err := r.ByPath(path); err == nil || !strings.Contains(err.Error(), ".graphml") {
			t.Errorf("%q gives %v", path, err)
		}
	}
}

// fake is a format with a name and extensions.
type fake struct {
	name       string
	extensions []string
}

func (fake) Export(context.Context, *graph.Graph, io.Writer) error { return nil }
func (f fake) Name() string                                        { return f.name }
func (f fake) Extensions() []string                                { return f.extensions }
func (fake) Description() string                                   { return "fake" }

func TestClashesAreFound(t *testing.T) {
	t.Parallel()
	_, err := exporters.NewRegistry(fake{"a", []string{".x"}}, fake{"b", []string{".x"}}, fake{"a", []string{".y"}})
	if err == nil || strings.Count(err.Error(), "both claim") != 2 {
		t.Errorf("%v, want two clashes", err)
	}
}

func TestTheListIsTheRegistrysOwn(t *testing.T) {
	t.Parallel()
	r, err := exporters.NewRegistry(&fake{"a", nil}, &fake{"b", nil})
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(r.Formats())
	if r.Formats()[0].Name() != "a" {
		t.Error("a caller has changed the registry")
	}
}
