package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"entente/internal/neo4jtest"
)

// TestMain makes this test binary the command "entente" inside the scripts,
// and stops the Neo4j server that tests may have started.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"entente": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			context.AfterFunc(ctx, stop)
			os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// tests runs the tests of the package.
type tests struct{ m *testing.M }

func (t tests) Run() int { return neo4jtest.Run(t.m) }

// TestScripts runs testdata/script/*.txtar; UPDATE_GOLDEN=1 rewrites what they
// expect. testdata is a link to the
// project's own test data.
func TestScripts(t *testing.T) { runScripts(t, "testdata/script", nil) }

// runScripts runs the scripts of a folder, with more variables ("NAME=value").
func runScripts(t *testing.T, dir string, vars []string) {
	t.Helper()
	testscript.Run(t, scriptParams(dir, vars))
}

func scriptParams(dir string, vars []string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       updating(),
		Setup: func(env *testscript.Env) error {
			testdata, err := filepath.Abs("../../testdata")
			if err != nil {
				return err
			}
			env.Vars = append(env.Vars, vars...)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			return os.Symlink(testdata, filepath.Join(env.WorkDir, "testdata"))
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	}
}
