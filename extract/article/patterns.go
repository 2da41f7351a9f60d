package article

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

//go:embed patterns.txt
var patternsFile string

// patterns are what patterns.txt says, one expression for each kind.
type patterns struct {
	line, tail, head, mark *regexp.Regexp
}

// builtin returns the embedded patterns. They are compiled once; a fault in
// the file is a fault of the program, which the tests find.
var builtin = sync.OnceValue(func() *patterns {
	p, err := parsePatterns(patternsFile)
	if err != nil {
		panic(err)
	}
	return p
})

// parsePatterns reads lines of a kind and a regular expression.
func parsePatterns(file string) (*patterns, error) {
	kinds := map[string][]string{}
	for i, row := range strings.Split(file, "\n") {
		row = strings.TrimSpace(row)
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		kind, expr, _ := strings.Cut(row, " ")
		expr = strings.TrimSpace(expr)
		if _, err := regexp.Compile(expr); err != nil || expr == "" {
			return nil, fmt.Errorf("patterns.txt:%d: %q is no pattern: %w", i+1, expr, err)
		}
		kinds[kind] = append(kinds[kind], expr)
	}
	join := func(kind, format string) *regexp.Regexp {
		all := kinds[kind]
		delete(kinds, kind)
		if len(all) == 0 {
			return regexp.MustCompile(`[^\s\S]`)
		}
		return regexp.MustCompile(fmt.Sprintf(format, strings.Join(all, "|")))
	}
	p := &patterns{
		line: join("line", `(?i)^[\[(*_#\s]*(?:%s)[\])*_\s]*$`),
		tail: join("tail", `(?i)^[\[(*_#\s]*(?:%s)[\])*_\s]*$`),
		head: join("head", `(?i)^(?:%s)$`),
		mark: join("mark", `(?i)^(?:%s)\s*`),
	}
	for kind := range kinds {
		return nil, fmt.Errorf("patterns.txt: unknown kind %q", kind)
	}
	return p, nil
}

// markLen returns the number of bytes of the list mark that a line begins with.
func (p *patterns) markLen(line string) int {
	at := p.mark.FindStringIndex(line[:min(len(line), 64)])
	if at == nil {
		return 0
	}
	return at[1]
}
