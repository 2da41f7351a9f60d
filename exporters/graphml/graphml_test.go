package graphml_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"testing"

	"entente/exporters/graphml"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/sample"
	"entente/graph"
)

func export(t *testing.T, g *graph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := graphml.New().Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type datum struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

type document struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Nodes []struct {
		ID   string  `xml:"id,attr"`
		Data []datum `xml:"data"`
	} `xml:"graph>node"`
	Edges []struct {
		Source string  `xml:"source,attr"`
		Target string  `xml:"target,attr"`
		Data   []datum `xml:"data"`
	} `xml:"graph>edge"`
}

func TestGolden(t *testing.T) {
	t.Parallel()
	golden.Check(t, "summit.graphml", export(t, sample.Summit(t)))
}

// TestTypedAndWhole reads the file back as its readers do: every attribute is
// declared for its element and has the declared type, every end is a node.
func TestTypedAndWhole(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]*graph.Graph{"summit": sample.Summit(t), "hostile": sample.Hostile(t), "empty": {}} {
		var d document
		if err := xml.Unmarshal(export(t, g), &d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		types := map[string]string{}
		for _, k := range d.Keys {
			types[k.For+" "+k.ID] = k.Type
		}
		ids := map[string]bool{}
		for _, n := range d.Nodes {
			ids[n.ID] = true
			check(t, types, "node", n.Data)
		}
		for _, e := range d.Edges {
			check(t, types, "edge", e.Data)
			if !ids[e.Source] || !ids[e.Target] {
				t.Errorf("%s: an edge dangles", name)
			}
		}
		whole := 0
		for i := range g.Edges {
			if x := g.Index(); x.Nodes[g.Edges[i].Source] != nil {
				whole++
			}
		}
		if len(d.Nodes) != len(g.Nodes) || len(d.Edges) != whole {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, len(d.Nodes), len(d.Edges), len(g.Nodes), whole)
		}
	}
}

func check(t *testing.T, types map[string]string, element string, data []datum) {
	t.Helper()
	for _, x := range data {
		var err error
		switch kind := types[element+" "+x.Key]; kind {
		case "string":
		case "int":
			_, err = strconv.Atoi(x.Value)
		case "double":
			_, err = strconv.ParseFloat(x.Value, 64)
		case "boolean":
			_, err = strconv.ParseBool(x.Value)
		default:
			t.Errorf("attribute %s of a %s is declared as %q", x.Key, element, kind)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrors(t *testing.T) {
	t.Parallel()
	if err := graphml.New().Export(t.Context(), sample.Summit(t), full{}); !errors.Is(err, errFull) {
		t.Errorf("a writer's error is lost: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := graphml.New().Export(ctx, sample.Summit(t), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
}
