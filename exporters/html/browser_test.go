package html_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"entente/exporters/internal/sample"
	"entente/graph"
)

// browser starts a headless Chromium on a page of g, or skips the test where
// there is none, and fails it where the page reports an error.
func browser(t *testing.T, g *graph.Graph, hash string) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" {
		t.Skip("no Chromium here: the page is not tried in a browser")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(export(t, g)), 0o600); err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1500, 950),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closePage := chromedp.NewContext(alloc, chromedp.WithListener(func(event any) {
		if e, ok := event.(*runtime.EventExceptionThrown); ok {
			t.Errorf("the page's script fails: %v", e.ExceptionDetails)
		}
	}))
	t.Cleanup(closePage)
	ctx, cancel := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(cancel)
	if _, err := chromedp.Run(ctx, chromedp.Navigate("file://"+file+hash)); err != nil {
		t.Fatal(err)
	}
	if ready := eval[string](ctx, t, `document.documentElement.dataset.ready || ""`); ready != "yes" {
		t.Fatal("the page's script has not run to its end")
	}
	return ctx
}

func eval[T any](ctx context.Context, t *testing.T, script string) T {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return got
}

// shoot saves a screenshot into the folder that the environment names.
func shoot(ctx context.Context, t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestInBrowser(t *testing.T) {
	g := sample.Summit(t)
	ctx := browser(t, g, "")
	shoot(ctx, t, "start")
	if got, want := eval[int](ctx, t, `document.querySelectorAll("#table tbody tr").length`), len(g.Edges); got != want {
		t.Errorf("the table has %d rows, want %d", got, want)
	}

	t.Run("search finds by alias and shows the node", func(t *testing.T) {
		eval[bool](ctx, t, `const q = document.getElementById("q"); q.value = "zelensky"; q.dispatchEvent(new Event("input")); true`)
		if got := eval[string](ctx, t, `document.querySelector("#found li").textContent`); !strings.HasPrefix(got, "Volodymyr Zelenskyy") {
			t.Errorf("found %q", got)
		}
		shoot(ctx, t, "search")
		eval[bool](ctx, t, `q.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true})); true`)
		if got := eval[string](ctx, t, `document.querySelector("#panel h2").textContent`); !strings.Contains(got, "Volodymyr Zelenskyy") {
			t.Errorf("the panel shows %q", got)
		}
		if got := eval[string](ctx, t, `location.hash`); !strings.Contains(got, "select=node%3Awd%3AQ3874799") {
			t.Errorf("the address does not hold the selection: %q", got)
		}
		shoot(ctx, t, "node")
	})

	t.Run("a line shows its quote", func(t *testing.T) {
		eval[bool](ctx, t, `[...document.querySelectorAll("#picture g.edge")].find(g => g.getAttribute("aria-label").startsWith("Ukraine: rejected")).dispatchEvent(new MouseEvent("click", {bubbles: true})); true`)
		if got := eval[string](ctx, t, `document.querySelector("#panel mark").textContent`); !strings.Contains(got, "rejected the surrender of Donetsk") {
			t.Errorf("quote %q", got)
		}
		if got := eval[string](ctx, t, `document.querySelector("#panel cite").textContent`); !strings.Contains(got, "Kyiv refuses to leave Donetsk, Evening Courier, 2025-08-18") {
			t.Errorf("source %q", got)
		}
		shoot(ctx, t, "edge")
	})

	t.Run("filters and the address", func(t *testing.T) {
		eval[bool](ctx, t, `location.hash = "#no-status=planned,proposed,cancelled,denied&from=2025-08-16&sort=source"; true`)
		time.Sleep(200 * time.Millisecond)
		states := eval[[]string](ctx, t, `[...new Set([...document.querySelectorAll("#table td.status")].map(td => td.textContent))]`)
		if len(states) != 1 || states[0] != "occurred" {
			t.Errorf("statuses left: %v", states)
		}
		early := eval[int](ctx, t, `[...document.querySelectorAll("#table td.date")].filter(td => td.textContent && td.textContent < "2025-08-16" && td.textContent.length == 10).length`)
		if early != 0 {
			t.Errorf("%d rows before the first day", early)
		}
		if off := eval[int](ctx, t, `document.querySelectorAll("#picture .edge.off").length`); off == 0 {
			t.Error("the picture does not follow the filters")
		}
		shoot(ctx, t, "filtered")
	})

	t.Run("history, path and dark", func(t *testing.T) {
		eval[bool](ctx, t, `location.hash = "#select=node:meeting:alaska&theme=dark"; true`)
		time.Sleep(200 * time.Millisecond)
		if got := eval[int](ctx, t, `document.querySelectorAll("#panel ol li").length`); got != 3 {
			t.Errorf("%d steps of history, want 3", got)
		}
		if !eval[bool](ctx, t, `document.documentElement.classList.contains("dark")`) {
			t.Error("not dark")
		}
		shoot(ctx, t, "dark")
		eval[bool](ctx, t, `location.hash = "#select=node:wd:Q22686&path=iso:IN"; true`)
		time.Sleep(200 * time.Millisecond)
		if got := eval[int](ctx, t, `document.querySelectorAll("#panel .path li").length`); got != 2 {
			t.Errorf("a path of %d edges, want 2", got)
		}
		shoot(ctx, t, "path")
	})

	t.Run("sorting and keys", func(t *testing.T) {
		eval[bool](ctx, t, `location.hash = ""; true`)
		time.Sleep(200 * time.Millisecond)
		eval[bool](ctx, t, `document.querySelectorAll("#table th button")[5].click(); document.querySelectorAll("#table th button")[5].click(); true`)
		if got := eval[string](ctx, t, `document.querySelector("#table td.sources").textContent + document.querySelectorAll("#table th")[5].getAttribute("aria-sort")`); got != "3descending" {
			t.Errorf("sorted by sources: %q", got)
		}
		eval[bool](ctx, t, `document.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true})); true`)
		if got := eval[string](ctx, t, `document.activeElement.id`); got != "q" {
			t.Errorf("the key / leads to %q", got)
		}
		before := eval[string](ctx, t, `document.querySelector("#picture > svg").getAttribute("viewBox")`)
		eval[bool](ctx, t, `document.getElementById("in").click(); true`)
		if after := eval[string](ctx, t, `document.querySelector("#picture > svg").getAttribute("viewBox")`); after == before {
			t.Error("zooming changes nothing")
		}
	})
}

func TestHostileInBrowser(t *testing.T) {
	g := sample.Hostile(t)
	for i := range 3 {
		ctx := browser(t, g, fmt.Sprintf("#select=edge:e%02d", i*4))
		if n := eval[int](ctx, t, `document.querySelectorAll("#panel script, #panel img, #table img").length`); n != 0 {
			t.Errorf("text of an article has become %d elements", n)
		}
		if i == 0 {
			shoot(ctx, t, "hostile")
		}
	}
}
