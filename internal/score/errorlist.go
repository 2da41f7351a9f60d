package score

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/internal/terminal"
)

// errors writes how many errors there are of each sort, and every one by
// article.
func (res *Result) errors(b *strings.Builder, f Format) {
	count := map[What]int{}
	for i := range res.Errors {
		count[res.Errors[i].What]++
	}
	t := &table{head: []string{"error", "number"}}
	for _, w := range Whats() {
		if count[w] > 0 {
			t.row(string(w), strconv.Itoa(count[w]))
		}
	}
	b.WriteByte('\n')
	f.table(b, t)
	article := ""
	for i := range res.Errors {
		e := &res.Errors[i]
		if e.Article != article {
			article = e.Article
			b.WriteByte('\n')
			f.heading(b, "###", article)
		}
		f.error(b, e)
	}
}

// error writes the edge with its rule, the sentence, and what stands instead.
func (f Format) error(b *strings.Builder, e *Error) {
	code := terminal.Clean
	layout := "%s: %s\n    “%s”\n    %s%s\n"
	if f == Markdown {
		code = codeSpan
		layout = "- **%s** %s\n  > %s\n  >\n  > %s%s\n"
	}
	line := code(e.Edge)
	if e.Rule != "" {
		line += " by " + code(e.Rule)
	}
	if e.Why != "" {
		line += ": " + f.prose(e.Why)
	}
	instead := slices.Clone(e.Instead)
	for i := range instead {
		instead[i] = code(instead[i])
	}
	if len(instead) == 0 {
		instead = []string{"nothing"}
	}
	quote := f.prose(cmp.Or(e.Quote, "(no quote)"))
	fmt.Fprintf(b, layout, e.What, line, quote, e.lead(), strings.Join(instead, "; "))
}

// lead says what Instead is.
func (e *Error) lead() string {
	switch e.What {
	case BadQuote:
		return "in its place: "
	case Wrong, WrongStatus, Forbidden:
		return "expected: "
	default:
		return "said of it: "
	}
}

// codeSpan writes s as Markdown that is shown as it is.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + terminal.Clean(s) + " " + fence
	}
	return fence + terminal.Clean(s) + fence
}

// prose writes text of articles so that Markdown shows it as it is.
func (f Format) prose(s string) string {
	if s = terminal.Clean(s); f != Markdown {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "]", `\]`, "#", `\#`, "|", `\|`).Replace(s)
}
