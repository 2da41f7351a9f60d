package viz_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/exporters/svg/viz"
)

// engine is compiled once for all tests of the package.
var engine = sync.OnceValues(func() (*viz.Engine, error) { return viz.New(context.Background(), "") })

func start(tb testing.TB) *viz.Engine {
	tb.Helper()
	e, err := engine()
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

func TestRender(t *testing.T) {
	t.Parallel()
	out, err := start(t).Render(t.Context(), `digraph { a -> b [label="hé & <b>"] }`, "svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"hé &amp; &lt;b&gt;", "</svg>", viz.Version} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
}

func TestErrorsAreTold(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ dot, format, want string }{
		"syntax":         {`digraph { a -> `, "svg", "syntax error"},
		"no graph":       {``, "svg", "not a graph"},
		"bad label":      {`digraph { a [label=<<b>never closed>] }`, "svg", "mismatched tag"},
		"unknown layout": {`digraph { layout=nonsense; a }`, "svg", "nonsense"},
		"unknown format": {`digraph { a }`, "nonsense", "nonsense"},
	} {
		_, err := start(t).Render(t.Context(), c.dot, c.format)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func TestFilesAreOutOfReach(t *testing.T) {
	t.Parallel()
	secret := t.TempDir() + "/secret.svg"
	if err := os.WriteFile(secret, []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := start(t).Render(t.Context(), fmt.Sprintf(`digraph { imagepath=%q; a [image=%q, shape=none] }`, t.TempDir(), secret), "svg")
	if err == nil && bytes.Contains(out, []byte("<image")) {
		t.Errorf("the module has read a file: %s", out)
	}
}

func TestSideBySide(t *testing.T) {
	t.Parallel()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			name := fmt.Sprintf("only%d", i)
			out, err := start(t).Render(t.Context(), "digraph { "+name+" -> b }", "svg")
			if err != nil || strings.Count(string(out), "only") != strings.Count(string(out), name) || !strings.Contains(string(out), name) {
				t.Errorf("graph %d: %v %s", i, err, out)
			}
		})
	}
	group.Wait()
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	for _, layout := range []string{"dot", "neato", "fdp", "circo", "twopi"} {
		source := "graph { layout=" + layout + "; a--b--c--d--a; a--c; e--f; g--a }"
		first, err := start(t).Render(t.Context(), source, "svg")
		if err != nil {
			t.Fatal(err)
		}
		second, err := start(t).Render(t.Context(), source, "svg")
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s: a second run gives another picture (%v)", layout, err)
		}
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("digraph {")
	for i := range 3000 {
		fmt.Fprintf(&b, "n%d -> n%d; n%d -> n%d;", i, (i*7+1)%3000, i, (i*13+5)%3000)
	}
	b.WriteString("}")
	e := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := e.Render(ctx, b.String(), "svg"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a layout that would take minutes ends with %v", err)
	}
	if _, err := e.Render(t.Context(), "digraph { a }", "svg"); err != nil {
		t.Errorf("after a cancelled call: %v", err)
	}
}

func TestCacheDir(t *testing.T) {
	t.Parallel()
	dir := t.TempDir() + "/cache"
	for range 2 {
		e, err := viz.New(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Render(t.Context(), "digraph { a }", "svg"); err != nil {
			t.Error(err)
		}
		if err := e.Close(t.Context()); err != nil {
			t.Error(err)
		}
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) == 0 {
		t.Errorf("the cache is empty (%v)", err)
	}
}

// TestModuleIsTheOneDocumented keeps LICENSES.md true.
func TestModuleIsTheOneDocumented(t *testing.T) {
	t.Parallel()
	f, err := os.Open("viz.wasm.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	wasm, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(wasm)
	licences, err := os.ReadFile("LICENSES.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(licences, []byte(hex.EncodeToString(sum[:]))) {
		t.Errorf("LICENSES.md does not name the module %x", sum)
	}
}

func FuzzRender(f *testing.F) {
	f.Add(`digraph { a -> b [label=<<b>x</b>>] }`)
	f.Add("strict graph \x00 { \"\\\" }")
	f.Add(`digraph { subgraph cluster_0 { a } layout=neato; b [shape=record, label="{x|<y> z}"] }`)
	e := start(f)
	f.Fuzz(func(t *testing.T, source string) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		if out, err := e.Render(ctx, source, "svg"); err == nil && !bytes.Contains(out, []byte("</svg>")) {
			t.Errorf("no error and no picture of %q: %q", source, out)
		}
	})
}
