// Package score measures statements against labelled articles: precision,
// recall and F1 of (source, relation, target), the same with the status right
// too, by relation, of entities and of meetings, with every error and the
// sentence it stands in. testdata/gold/README.md documents the labels.
//
// The steps, in order: labels are read (labels.go), the ends of statements
// are resolved to labelled entities and meetings (resolve.go), statements and
// labels are compared (compare.go, errors.go), counts become figures
// (result.go) and are written (report.go, errorlist.go).
package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/graph"
)

// Labels are what an expert reader would put into the graph from one article.
type Labels struct {
	Article   string    `json:"article"`
	Published string    `json:"published"`
	Outlet    string    `json:"outlet"`
	URL       string    `json:"url"`
	Entities  []Entity  `json:"entities"`
	Meetings  []Meeting `json:"meetings"`
	Facts     []Fact    `json:"facts"`
	Forbidden []Fact    `json:"forbidden"`
}

// Entity is a labelled actor or place.
type Entity struct {
	ID       string     `json:"id"`
	Kind     graph.Kind `json:"kind"`
	Names    []string   `json:"names"`
	Ref      string     `json:"ref"`
	Optional bool       `json:"optional"`
}

// Meeting is a labelled meeting.
type Meeting struct {
	ID           string         `json:"id"`
	Participants []string       `json:"participants"`
	Status       []graph.Status `json:"status"`
	Type         string         `json:"type"`
	Kind         string         `json:"kind"`
	Quote        string         `json:"quote"`
	SameAs       string         `json:"same_as"`
	Optional     bool           `json:"optional"`
}

// callType is the type of a meeting held at a distance.
const callType = "call"

// call tells whether the meeting was held at a distance.
func (m *Meeting) call() bool { return m.Type == callType || m.Kind == callType }

// Fact is a labelled edge, or a tempting wrong one (then Why says why).
type Fact struct {
	Source    []string         `json:"s"`
	Relations []graph.Relation `json:"p"`
	Target    []string         `json:"o"`
	Status    []graph.Status   `json:"status"`
	Quote     string           `json:"quote"`
	Why       string           `json:"why"`
	Optional  bool             `json:"optional"`
}

// Case is a labelled article with its text.
type Case struct {
	Labels
	// Text is the article's text as it stands in its file.
	Text string
}

// Load reads the labels of a folder (every *.json file, in name order) with
// their articles, which stand beside them or in the folder articles, if that
// is not empty.
func Load(labels, articles string) ([]Case, error) {
	files, err := filepath.Glob(filepath.Join(labels, "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no labels (*.json) in it", labels)
	}
	if articles == "" {
		articles = labels
	}
	var out []Case
	for _, f := range files {
		c, err := load(f, articles)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, *c)
	}
	return out, nil
}

func load(file, articles string) (*Case, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	c := &Case{}
	if err := json.Unmarshal(raw, &c.Labels); err != nil {
		return nil, err
	}
	if c.Article == "" || strings.ContainsAny(c.Article, `/\`) {
		return nil, fmt.Errorf("\"article\" is %q, want the name of a file", c.Article)
	}
	text, err := os.ReadFile(filepath.Join(articles, c.Article))
	if err != nil {
		return nil, err
	}
	c.Text = string(text)
	return c, nil
}
