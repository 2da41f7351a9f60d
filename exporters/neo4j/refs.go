package neo4j

import (
	"encoding/json"

	"entente/graph"
)

// refs is what a statement's article tells about the nodes that it names. The
// database keeps it as one JSON text, for Statements to read back.
type refs struct {
	Source  graph.Ref  `json:"source"`
	Target  graph.Ref  `json:"target"`
	Place   *graph.Ref `json:"place,omitempty"`
	Speaker *graph.Ref `json:"speaker,omitempty"`
	Meeting string     `json:"meeting,omitempty"`
}

func packRefs(s *graph.Statement) any {
	line, err := graph.MarshalLine(refs{s.Source, s.Target, s.Place, s.Speaker, s.Meeting})
	if err != nil { // strings and lists of strings always marshal
		return nil
	}
	return string(line)
}

func unpackRefs(text string, s *graph.Statement) error {
	var r refs
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return err
	}
	s.Source, s.Target, s.Place, s.Speaker, s.Meeting = r.Source, r.Target, r.Place, r.Speaker, r.Meeting
	return nil
}
