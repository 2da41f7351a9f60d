package svg

import (
	"bytes"
	"regexp"
)

// Graphviz names every part after the node's id in the DOT source, where
// viewers look for a tooltip, and puts the tooltip where few look.
var (
	prolog   = regexp.MustCompile(`(?s)<!DOCTYPE.*?>\n|<!-- .*? -->\n`)
	titled   = regexp.MustCompile(`<title>[^<]*</title>(\n<g id="a_[^"]*"><a[^>]*?) xlink:title="([^"]*)"`)
	untitled = regexp.MustCompile(`(<a[^>]*?) xlink:title="[^"]*"`)
)

// tidy makes the tooltips titles, names fonts of equal widths for systems
// without Arial, and drops the reference to a document type, which some
// parsers would fetch.
func tidy(svg []byte) []byte {
	svg = prolog.ReplaceAll(svg, nil)
	svg = titled.ReplaceAll(svg, []byte("<title>$2</title>$1"))
	svg = untitled.ReplaceAll(svg, []byte("$1"))
	return bytes.ReplaceAll(svg, []byte(`font-family="Arial"`), []byte(`font-family="Arial,Helvetica,Liberation Sans,sans-serif"`))
}
