package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/outfile"
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

// newFormats returns the formats of graphs, in the order of the help texts.
// Pictures show at most maxNodes nodes.
func newFormats(maxNodes int) (*exporters.Registry, error) {
	drawing, page := dot.Options{}, html.Options{CacheDir: cacheDir()}
	drawing.Picture.MaxNodes, page.Picture.MaxNodes = maxNodes, maxNodes
	return exporters.NewRegistry(
		svg.New(svg.Options{Dot: drawing, CacheDir: cacheDir()}),
		html.New(page),
		dot.New(drawing),
		json.New(),
		json.NewLines(),
		graphml.New(),
		csv.New(),
		cypher.New(),
	)
}

// cacheDir is where compiled code is kept between runs, "" where there is no
// such place.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "entente")
}

// outFlags are the flags of commands that write graphs.
func outFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: flagOut, Aliases: []string{"o"}, Usage: "write `FILE` in the format of its name's end; a folder gets every format; - is standard output; may be repeated"},
		&cli.StringFlag{Name: flagFormat, Aliases: []string{"f"}, Usage: "`FORMAT` of standard output: " + strings.Join(formatNames(), ", ")},
		&cli.IntFlag{Name: flagMaxNodes, Usage: "draw the `N` nodes with the most sources; -1 draws all", Value: 70},
	}
}

func formatNames() []string {
	var names []string
	if registry, err := newFormats(0); err == nil {
		for _, f := range registry.Formats() {
			names = append(names, f.Name())
		}
	}
	return names
}

// formatHelp lists the formats for a command's description.
func formatHelp() string {
	registry, err := newFormats(0)
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, f := range registry.Formats() {
		fmt.Fprintf(&b, "\n   %-8s %-17s %s", f.Name(), strings.Join(f.Extensions(), " "), f.Description())
	}
	return b.String()
}

// output is one file to write.
type output struct {
	path   string // "-" is standard output
	format exporters.Format
}

// outputs finds out what -o and --format ask for, before any work is done.
func outputs(c *cli.Context) ([]output, error) {
	registry, err := newFormats(c.Int(flagMaxNodes))
	if err != nil {
		return nil, err
	}
	paths := c.StringSlice(flagOut)
	if len(paths) == 0 && c.String(flagFormat) == "" {
		return nil, usage("nowhere to write: give -o FILE, -o FOLDER or --%s", flagFormat)
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	var out []output
	for _, path := range paths {
		more, err := outputsOf(registry, path, c.String(flagFormat))
		if err != nil {
			return nil, usage("%w", err)
		}
		out = append(out, more...)
	}
	return out, nil
}

func outputsOf(registry *exporters.Registry, path, format string) ([]output, error) {
	switch {
	case path == "-" && format == "":
		return nil, fmt.Errorf("-o - needs --%s", flagFormat)
	case path == "-":
		f, err := registry.ByName(format)
		return []output{{path, f}}, err
	case isFolder(path):
		var out []output
		for _, f := range registry.Formats() {
			out = append(out, output{filepath.Join(path, "graph"+f.Extensions()[0]), f})
		}
		return out, nil
	}
	f, err := registry.ByPath(path)
	return []output{{path, f}}, err
}

// wantText tells whether an output shows quotes within the article's text.
func wantText(list []output) bool {
	return slices.ContainsFunc(list, func(o output) bool { return o.format.Name() == "html" })
}

// isFolder tells whether a path names a folder: one that is there, or a name
// with a slash or nothing at its end where an extension could stand.
func isFolder(path string) bool {
	if info, err := os.Stat(path); err == nil {
		return info.IsDir()
	}
	return os.IsPathSeparator(path[max(len(path)-1, 0)]) || filepath.Ext(path) == ""
}

// writeAll writes every output; what fails does not keep the others from
// being written. It returns the paths written.
func writeAll(ctx context.Context, s *streams, p *progress, g *graph.Graph, list []output) ([]string, error) {
	var written []string
	failed := 0
	for _, o := range list {
		if err := writeOne(ctx, s, g, o); err != nil {
			if ctx.Err() != nil {
				return written, ctx.Err()
			}
			failed++
			p.message("%s: %v", o.path, err)
			continue
		}
		if o.path != "-" {
			written = append(written, o.path)
		}
	}
	if failed > 0 {
		return written, fmt.Errorf("%s could not be written", count(failed, "output"))
	}
	return written, nil
}

func writeOne(ctx context.Context, s *streams, g *graph.Graph, o output) (err error) {
	if closer, ok := o.format.(interface{ Close(context.Context) error }); ok {
		defer func() {
			if closed := closer.Close(context.WithoutCancel(ctx)); err == nil {
				err = closed
			}
		}()
	}
	if o.path == "-" {
		return o.format.Export(ctx, g, s.out)
	}
	return outfile.Write(o.path, func(w io.Writer) error { return o.format.Export(ctx, g, w) })
}
