package args_test

import (
	"strings"
	"testing"

	"entente/cmd/entente/internal/args"
)

func TestReorder(t *testing.T) {
	kind := func(name string) args.Kind {
		switch name {
		case "o", "out":
			return args.Value
		case "q":
			return args.Switch
		}
		return args.Unknown
	}
	for in, want := range map[string]string{
		"":               "",
		"a b":            "-- a b",
		"a -o x b":       "-o x -- a b",
		"a b --out x -q": "--out x -q -- a b",
		"a --out=x b":    "--out=x -- a b",
		"-q -":           "-q -- -",
		"-o - a":         "-o - -- a",
		"a -q -- -o b":   "-q -- a -o b",
		"a -x b":         "-x -- a b",
		"a -o":           "-o",
		"-q":             "-q",
		"a -o x -o y b":  "-o x -o y -- a b",
		"-o -q a":        "-o -q -- a",
		"--":             "",
		"a -- --":        "-- a --",
	} {
		if got := strings.Join(args.Reorder(strings.Fields(in), kind), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
