package neo4j

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

//go:embed queries/*.cypher
var queryFiles embed.FS

// Query is a question to the graph in Cypher.
type Query struct {
	// Name is the file's name without its ending: "03-rejections".
	Name string
	// Question is the question in English.
	Question string
	// Params are examples of the parameters, by name without the dollar sign.
	Params map[string]any
	// Cypher is the text without the comments at its head.
	Cypher string
}

// Queries returns the questions of the folder queries, in their order. A file
// begins with comments: the question, then a line for each parameter with an
// example of its value in JSON, "$name = "Aino Salmi"".
func Queries() ([]Query, error) {
	files, err := queryFiles.ReadDir("queries")
	if err != nil {
		return nil, err
	}
	queries := make([]Query, len(files))
	for i, f := range files {
		text, err := queryFiles.ReadFile(path.Join("queries", f.Name()))
		if err != nil {
			return nil, err
		}
		queries[i], err = parseQuery(strings.TrimSuffix(f.Name(), ".cypher"), string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
	}
	return queries, nil
}

func parseQuery(name, text string) (Query, error) {
	q := Query{Name: name, Params: map[string]any{}}
	var question, body []string
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(line, "// ")
		switch param, isParam := strings.CutPrefix(comment, "$"); {
		case !ok || len(body) > 0:
			body = append(body, line)
		case isParam:
			key, value, _ := strings.Cut(param, " = ")
			var v any
			if err := json.Unmarshal([]byte(value), &v); err != nil {
				return Query{}, fmt.Errorf("parameter %s: %w", key, err)
			}
			q.Params[key] = v
		default:
			question = append(question, strings.TrimSpace(comment))
		}
	}
	q.Question, q.Cypher = strings.Join(question, " "), strings.TrimSpace(strings.Join(body, ""))
	return q, nil
}
