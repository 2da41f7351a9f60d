package graph

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The JSON form of a graph. One object: "format" and "version" first, then
// "articles", "nodes", "edges" and "statements", each a list in canonical order
// with one element a line. It is written and read as a stream. Equal graphs
// give equal bytes.
const (
	// Format is the value of "format".
	Format = "entente-graph"
	// Version is the version of the form that this package writes; it reads
	// this one and older ones.
	Version = 1
)

// WriteJSON sorts g and writes it.
func (g *Graph) WriteJSON(w io.Writer) error {
	g.Sort()
	b := bufio.NewWriterSize(w, 1<<16)
	fmt.Fprintf(b, "{\"format\":%q,\"version\":%d", Format, Version)
	err := errors.Join(
		writeList(b, "articles", g.Articles),
		writeList(b, "nodes", g.Nodes),
		writeList(b, "edges", g.Edges),
		writeList(b, "statements", g.Statements),
	)
	if err != nil {
		return err
	}
	if _, err := b.WriteString("}\n"); err != nil {
		return err
	}
	return b.Flush()
}

func writeList[T any](b *bufio.Writer, name string, list []T) error {
	fmt.Fprintf(b, ",\n%q:[", name)
	for i := range list {
		line, err := MarshalLine(&list[i])
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if i > 0 {
			fmt.Fprint(b, ",")
		}
		fmt.Fprintf(b, "\n%s", line) // the buffer keeps an error for its Flush
	}
	_, err := b.WriteString("]")
	return err
}

// MarshalLine returns v as JSON on one line, without a newline, with <, > and
// & as they are.
func MarshalLine(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// ReadJSON reads a graph that WriteJSON wrote, with unknown members skipped.
// It fails on anything that is not such a graph, on a newer version, and on
// what Validate finds.
func ReadJSON(r io.Reader) (*Graph, error) {
	g := &Graph{}
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	err := readMembers(dec, g)
	if err == nil {
		err = readEnd(dec)
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, fmt.Errorf("graph at byte %d: %w", dec.InputOffset(), err)
	}
	g.Sort()
	if err := g.Validate(); err != nil {
		return nil, err
	}
	return g, nil
}

func readMembers(dec *json.Decoder, g *Graph) error {
	if err := expect(dec, json.Delim('{')); err != nil {
		return err
	}
	format, version := "", 0
	n := newInterner()
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		switch key {
		case "format":
			err = dec.Decode(&format)
		case "version":
			version, err = readVersion(dec)
		case "articles":
			g.Articles, err = readList[Article](dec, n)
		case "nodes":
			g.Nodes, err = readList[Node](dec, n)
		case "edges":
			g.Edges, err = readList[Edge](dec, n)
		case "statements":
			g.Statements, err = readList[Statement](dec, n)
		default:
			err = dec.Decode(&json.RawMessage{})
		}
		if err != nil {
			return fmt.Errorf("%v: %w", key, err)
		}
	}
	if format != Format {
		return fmt.Errorf("format is %q, want %q", format, Format)
	}
	if version == 0 {
		return errors.New("no version")
	}
	return expect(dec, json.Delim('}'))
}

func readVersion(dec *json.Decoder) (int, error) {
	version := 0
	if err := dec.Decode(&version); err != nil {
		return 0, err
	}
	if version < 1 || version > Version {
		return 0, fmt.Errorf("version %d is not one that this program reads (1 to %d)", version, Version)
	}
	return version, nil
}

// readEnd fails where something follows the graph.
func readEnd(dec *json.Decoder) error {
	switch t, err := dec.Token(); {
	case err == nil:
		return fmt.Errorf("found %v after the graph", t)
	case errors.Is(err, io.EOF):
		return nil
	default:
		return err
	}
}

func readList[T any](dec *json.Decoder, n *interner) ([]T, error) {
	if err := expect(dec, json.Delim('[')); err != nil {
		return nil, err
	}
	var list []T
	for dec.More() {
		var v T
		if err := dec.Decode(&v); err != nil {
			return nil, fmt.Errorf("element %d: %w", len(list), err)
		}
		n.element(&v)
		list = append(list, v)
	}
	return slices.Clip(list), expect(dec, json.Delim(']'))
}

func expect(dec *json.Decoder, want json.Delim) error {
	t, err := dec.Token()
	if err != nil {
		return err
	}
	if t != want {
		return fmt.Errorf("found %v, want %v", t, want)
	}
	return nil
}
