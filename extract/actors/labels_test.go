package actors_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/extract/actors"
	"entente/graph"
)

// labelled is what the labels of an article say about who is who.
type labelled struct {
	Article   string
	Published graph.Date
	Entities  []struct {
		ID, Kind, Ref string
		Names         []string
		Optional      bool
	}
	Facts []struct {
		S, P, O  []string
		Optional bool
	}
}

// TestLabels measures entities and offices on the labelled articles of this
// repository: what was reached once must not be lost.
func TestLabels(t *testing.T) {
	const entities, recall, precision = 0.97, 0.86, 0.97
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "gold", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no labelled articles", err)
	}
	var n counts
	for _, path := range paths {
		n.add(t, path)
	}
	for _, m := range []struct {
		what     string
		hit, all int
		floor    float64
	}{
		{"entities found", n.found, n.entities, entities},
		{"offices found", n.held, n.offices, recall},
		{"offices right", n.right, n.made, precision},
	} {
		got := float64(m.hit) / float64(max(m.all, 1))
		t.Logf("%s: %d of %d, %.3f", m.what, m.hit, m.all, got)
		if got < m.floor {
			t.Errorf("%s: %.3f, want at least %.2f", m.what, got, m.floor)
		}
	}
}

type counts struct{ entities, found, offices, held, made, right int }

// add counts one article.
func (n *counts) add(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var gold labelled
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	p, r := engines()
	res := r.Resolve(p.Annotate(readArticle(t, strings.TrimSuffix(gold.Article, ".txt"))), gold.Published)
	ids := make([][]string, len(res.Entities))
	seen := map[string]bool{}
	for i := range res.Entities {
		ids[i] = gold.resolve(&res.Entities[i])
		for _, id := range ids[i] {
			seen[id] = true
		}
	}
	for _, e := range gold.Entities {
		if !e.Optional {
			n.entities++
			if seen[e.ID] {
				n.found++
			}
		}
	}
	n.countOffices(&gold, res, ids)
}

func (n *counts) countOffices(gold *labelled, res *actors.Resolution, ids [][]string) {
	held := make([]bool, len(gold.Facts))
	for _, o := range res.Offices {
		n.made++
		ok := false
		for i, f := range gold.Facts {
			if slices.Contains(f.P, "HOLDS_OFFICE") && meets(f.S, ids[o.Person], "") && meets(f.O, ids[o.Body], res.Entities[o.Body].Ref.Name) {
				ok, held[i] = true, true
			}
		}
		if ok {
			n.right++
		}
	}
	for i, f := range gold.Facts {
		if f.P[0] == "HOLDS_OFFICE" && !f.Optional {
			n.offices++
			if held[i] {
				n.held++
			}
		}
	}
}

// resolve returns the labels' ids of an entity: by its reference, else by its name.
func (g *labelled) resolve(e *actors.Entity) []string {
	var same, others []string
	ref := e.Ref.ID[strings.LastIndexByte(e.Ref.ID, ':')+1:]
	for _, x := range g.Entities {
		hit := x.Ref != "" && x.Ref == ref
		for _, name := range x.Names {
			hit = hit || graph.Fold(name) == graph.Fold(e.Ref.Name)
		}
		switch {
		case !hit:
		case x.Kind == string(e.Ref.Kind):
			same = append(same, x.ID)
		default:
			others = append(others, x.ID)
		}
	}
	if len(same) > 0 {
		return same
	}
	return others
}

// meets tells whether an end is one of the accepted ids or patterns.
func meets(want, ids []string, name string) bool {
	for _, w := range want {
		if strings.Contains(w, "*") {
			if name != "" && strings.Contains(strings.ToLower(name), strings.Trim(w, "*")) {
				return true
			}
		} else if slices.Contains(ids, w) {
			return true
		}
	}
	return false
}
