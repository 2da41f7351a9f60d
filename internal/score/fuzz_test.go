package score_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"entente/graph"
	"entente/internal/score"
)

// FuzzAdd holds that no labels, text or statements make scoring fail, and that
// the counts stay in their order.
func FuzzAdd(f *testing.F) {
	f.Add(article, labels, `{"source":{"kind":"Person","name":"Ann Lee"},"relation":"MET_WITH","target":{"kind":"Person","name":"Bo Ek"},"quote":"Ann","end":3}`)
	f.Add("", `{"meetings":[{"participants":[]}],"facts":[{"s":["*"],"p":["REJECTED"],"o":["[*\\"]},{"p":[]}]}`, `{"relation":"REJECTED","start":-5,"end":-9}`)
	f.Add("a. B", `{"facts":[{"s":["*"],"p":["MET_WITH"],"o":["*"],"quote":". "}]}`, `{"relation":"MET_WITH","target":{"kind":"Meeting","id":"m"},"meeting":"m","start":9,"end":3}`)
	f.Fuzz(func(t *testing.T, text, labels, rows string) {
		c := &score.Case{Text: text}
		if json.Unmarshal([]byte(labels), &c.Labels) != nil {
			return
		}
		var list []graph.Statement
		for dec := json.NewDecoder(strings.NewReader(rows)); dec.More(); {
			var s graph.Statement
			if dec.Decode(&s) != nil {
				break
			}
			list = append(list, s)
		}
		res := score.NewResult()
		res.Add(c, list)
		for _, n := range []score.Count{res.Total, res.Meetings} {
			if n.RightStrict > n.Right || n.Right > n.Said || n.FoundStrict > n.Found || n.Found > n.Gold {
				t.Errorf("%+v", n)
			}
		}
		for _, format := range []score.Format{score.Markdown, score.Text} {
			if err := score.Write(io.Discard, format, []score.Set{{Name: "x", Result: res}, {Name: "y", Result: res}}, true); err != nil {
				t.Error(err)
			}
		}
	})
}
