package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"entente/graph"
)

func versionCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:        "version",
		Usage:       "tell the version",
		UsageText:   "entente version",
		Description: "Tells the program's version, the state of the source it was built from, and the version of the graphs it writes.",
		Action: func(*cli.Context) error {
			version, revision := "(unknown)", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				version = cmp.Or(info.Main.Version, "(devel)")
				revision = sourceOf(info)
			}
			_, err := fmt.Fprintf(s.out, "entente %s%s %s %s/%s\ngraph format %s %d\n",
				version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH, graph.Format, graph.Version)
			return err
		},
	}
}

func sourceOf(info *debug.BuildInfo) string {
	out := ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			out = " " + setting.Value + out
		case setting.Key == "vcs.modified" && setting.Value == "true":
			out += " with changes"
		}
	}
	return out
}
