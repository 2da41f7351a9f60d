package html_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"entente/exporters/html"
	"entente/exporters/internal/golden"
	"entente/exporters/internal/sample"
	"entente/graph"
)

// shared starts Graphviz once for all tests of the package.
var shared = html.New(html.Options{})

func export(t *testing.T, g *graph.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := shared.Export(t.Context(), g, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// part returns the text between two marks of a page.
func part(t *testing.T, page, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, from)
	text, _, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatalf("no %s…%s", from, to)
	}
	return text
}

func TestGolden(t *testing.T) {
	t.Parallel()
	data := part(t, export(t, sample.Summit(t)), `id="data">`, "</script>")
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, []byte(data), "", " "); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "summit-data.json", pretty.Bytes())
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	first := export(t, sample.Summit(t))
	if export(t, sample.Summit(t)) != first {
		t.Error("a second page differs")
	}
}

func TestPolicyAllowsItsOwnScriptAndStyleAlone(t *testing.T) {
	t.Parallel()
	page := export(t, sample.Summit(t))
	policy := part(t, page, `http-equiv="Content-Security-Policy" content="`, `"`)
	for tag, directive := range map[string]string{"script": "script-src", "style": "style-src"} {
		sum := sha256.Sum256([]byte(part(t, page, "<"+tag+">", "</"+tag+">")))
		want := directive + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"
		if !strings.Contains(policy, want) || !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("policy %q lacks %q", policy, want)
		}
	}
}

func TestNothingIsFetched(t *testing.T) {
	t.Parallel()
	page := export(t, sample.Summit(t))
	page = strings.Replace(page, part(t, page, `id="data">`, "</script>"), "", 1)
	for _, bad := range []string{"src=", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket", "<link", "innerHTML", "document.write", "eval("} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if regexp.MustCompile(`\shref="[^#]`).MatchString(page) || regexp.MustCompile(`\sstyle="`).MatchString(page) {
		t.Error("the page has a link to the outside or a style that its policy forbids")
	}
}

func TestHostileTextMakesNoElement(t *testing.T) {
	t.Parallel()
	want := tags(t, export(t, sample.Summit(t)))
	for _, tag := range tags(t, export(t, sample.Hostile(t))) {
		if !slices.Contains(want, tag) && tag != "ellipse" {
			t.Errorf("element %s", tag)
		}
	}
	page := export(t, sample.Hostile(t))
	if n := strings.Count(page, "</script"); n != 2 {
		t.Errorf("%d scripts end, want 2", n)
	}
	if strings.Contains(page, `"url":"javascript:`) {
		t.Error("an address runs a script")
	}
}

// tags returns the names of all elements with handlers reported as faults.
func tags(t *testing.T, page string) []string {
	t.Helper()
	var list []string
	z := nethtml.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatal(z.Err())
			}
			return list
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			token := z.Token()
			list = append(list, token.Data)
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s> has the handler %s", token.Data, a.Key)
				}
			}
		default:
		}
	}
}

func TestDataIsTheGraph(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]*graph.Graph{"summit": sample.Summit(t), "hostile": sample.Hostile(t), "empty": {}} {
		var d struct {
			Nodes      []graph.Node
			Edges      []graph.Edge
			Statements []graph.Statement
			Articles   []graph.Article
			Context    map[string][2]string
		}
		if err := json.Unmarshal([]byte(part(t, export(t, g), `id="data">`, "</script>")), &d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(d.Nodes) != len(g.Nodes) || len(d.Edges) != len(g.Edges) || len(d.Statements) != len(g.Statements) || len(d.Articles) != len(g.Articles) {
			t.Errorf("%s: a part of the graph is missing", name)
		}
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	x := html.New(html.Options{Title: `<b>"War & peace"`})
	defer x.Close(context.Background())
	var b bytes.Buffer
	if err := x.Export(t.Context(), &graph.Graph{}, &b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "<title>&lt;b&gt;&#34;War &amp; peace&#34;</title>") {
		t.Error("the title is not escaped")
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := shared.Export(ctx, sample.Summit(t), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export gives %v", err)
	}
}
