package ruler

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
)

// test is a condition on a string attribute: equal to Is, in or not in a list,
// or matched by an expression. The zero test is always met.
type test struct {
	set    bool
	in     []string
	not    bool
	regexp *regexp.Regexp
}

// UnmarshalJSON reads "x", {"IN": […]}, {"NOT_IN": […]} or {"REGEX": "…"}.
func (t *test) UnmarshalJSON(b []byte) error {
	t.set = true
	var s string
	if json.Unmarshal(b, &s) == nil {
		t.in = []string{s}
		return nil
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	for op, v := range m {
		var err error
		switch op {
		case "IN":
			err = json.Unmarshal(v, &t.in)
		case "NOT_IN":
			t.not = true
			err = json.Unmarshal(v, &t.in)
		case "REGEX":
			if err = json.Unmarshal(v, &s); err == nil {
				t.regexp, err = regexp.Compile(s)
			}
		default:
			err = fmt.Errorf("unknown operator %s", op)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *test) met(s string) bool {
	if !t.set {
		return true
	}
	if t.regexp != nil {
		return t.regexp.MatchString(s)
	}
	return slices.Contains(t.in, s) != t.not
}

// condition is what a pattern asks of one token.
type condition struct {
	Tag   test  `json:"TAG"`
	Lower test  `json:"LOWER"`
	Dep   test  `json:"DEP"`
	Space *bool `json:"IS_SPACE"`
}

// attrs are the values that a rule gives to a token.
type attrs struct {
	Pos, Morph, Tag, Lemma, Dep *string
}

// rule is one pattern with the attributes that it sets on the token at Index.
type rule struct {
	pattern []condition
	index   int
	attrs   attrs
}

// entry is an element of the pattern file: alternatives with the same effect.
type entry struct {
	Patterns [][]condition
	Attrs    attrs
	Index    int
}
