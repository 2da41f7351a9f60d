package dot

import (
	"net/url"
	"strings"
)

var htmlEscapes = strings.NewReplacer(`\`, `\\`, "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escapeHTML escapes cleaned text for an HTML-like label, in which Graphviz
// reads its escapes like \N too.
func escapeHTML(s string) string { return htmlEscapes.Replace(s) }

// escString escapes cleaned text for a string attribute, in which Graphviz
// reads entities like &lt;. Its escapes like \N need nothing here: the library
// doubles every backslash.
func escString(s string) string { return strings.ReplaceAll(s, "&", "&amp;") }

// webURL returns the address in its safe spelling where it is a web address,
// else "": articles are untrusted, and a drawing must not run scripts.
func webURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return strings.NewReplacer(`\`, `\\`, "&", "&amp;", `\`, "%5C").Replace(u.String())
}
