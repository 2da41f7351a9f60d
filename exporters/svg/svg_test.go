package svg_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"entente/exporters/dot"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/picture"
	"entente/exporters/internal/sample"
	"entente/exporters/svg"
	"entente/graph"
)

// shared starts Graphviz once for all tests of the package.
var shared = svg.New(svg.Options{})

func export(t *testing.T, g *graph.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := shared.Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	golden.Check(t, "summit.svg", []byte(export(t, sample.Summit(t))))
}

// elements returns every element of an XML text with the text inside, and
// fails where it is not well-formed.
func elements(t *testing.T, source string) []xml.StartElement {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(source))
	var list []xml.StartElement
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			list = append(list, e.Copy())
		}
	}
}

func TestIsXMLWithEveryNodeAndLine(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]*graph.Graph{"summit": sample.Summit(t), "hostile": sample.Hostile(t), "large": sample.Crowd(t, 200), "empty": {}} {
		p := picture.New(g, picture.Options{})
		nodes, lines := 0, 0
		for _, e := range elements(t, export(t, g)) {
			for _, a := range e.Attr {
				if a.Name.Local == "id" && regexp.MustCompile(`^v\d+$`).MatchString(a.Value) {
					nodes++
				}
				if a.Name.Local == "id" && regexp.MustCompile(`^l\d+$`).MatchString(a.Value) {
					lines++
				}
			}
		}
		if nodes != len(p.Nodes) || lines != len(p.Lines) {
			t.Errorf("%s: %d nodes and %d lines, want %d and %d", name, nodes, lines, len(p.Nodes), len(p.Lines))
		}
	}
}

func TestHostileTextMakesNoElement(t *testing.T) {
	t.Parallel()
	allowed := map[string]bool{"svg": true, "g": true, "title": true, "a": true, "path": true, "polygon": true, "polyline": true, "text": true, "ellipse": true}
	for _, e := range elements(t, export(t, sample.Hostile(t))) {
		if !allowed[e.Name.Local] {
			t.Errorf("element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
				t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
			}
		}
	}
}

func TestBackslashesStay(t *testing.T) {
	t.Parallel()
	out := export(t, sample.Hostile(t))
	for _, want := range []string{`back\slash \N \G \l`, `with \<`} {
		if !strings.Contains(out, ">"+want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestTooltipsAreTitles(t *testing.T) {
	t.Parallel()
	out := export(t, sample.Summit(t))
	if !strings.Contains(out, "<title>Yuri Ushakov") || !regexp.MustCompile(`<title>[^<]*ruled out giving up land`).MatchString(out) {
		t.Error("no tooltips for nodes and quotes")
	}
	if regexp.MustCompile(`<title>n\d+`).MatchString(out) {
		t.Error("a name from the DOT source is shown")
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	for _, n := range []int{30, 150} {
		if first := export(t, sample.Crowd(t, n)); export(t, sample.Crowd(t, n)) != first {
			t.Errorf("a second picture of %d nodes differs", n)
		}
	}
}

func TestSideBySide(t *testing.T) {
	t.Parallel()
	want := export(t, sample.Summit(t))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var b bytes.Buffer
			if err := shared.Export(t.Context(), sample.Summit(t), &b); err != nil || b.String() != want {
				t.Errorf("another picture, error %v", err)
			}
		})
	}
	group.Wait()
}

func TestErrors(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := shared.Export(ctx, sample.Summit(t), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
	bad := svg.New(svg.Options{Dot: dot.Options{Layout: "nonsense"}})
	if err := bad.Export(t.Context(), sample.Summit(t), io.Discard); err == nil || !strings.Contains(err.Error(), "nonsense") {
		t.Errorf("an unknown layout gives %v", err)
	}
	if err := bad.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if err := svg.New(svg.Options{}).Close(t.Context()); err != nil {
		t.Error(err)
	}
}

func BenchmarkExport(b *testing.B) {
	g := sample.Crowd(b, 150)
	for b.Loop() {
		if err := shared.Export(b.Context(), g, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
