package neo4j

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
)

// filled returns a value all of whose fields are set, to different texts and
// numbers: a field that is added to a statement or a reference takes part too.
func filled(v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text())
	case reflect.Int:
		v.SetInt(int64(len(text())))
	case reflect.Float64:
		v.SetFloat(1 / float64(len(text())))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0), text)
		filled(v.Index(1), text)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), text)
	case reflect.Struct:
		for _, f := range v.Fields() {
			filled(f, text)
		}
	default:
		panic(v.Type().String())
	}
}

func TestEvidence(t *testing.T) {
	n := 0
	text := func() string { n++; return strings.Repeat("\x1f\x1e\n\x1d\x1dx\\é\t", n%7) + strings.Repeat("a", n) }
	list := make([]graph.Statement, 3)
	filled(reflect.ValueOf(&list[0]).Elem(), text)
	list[1] = list[0]
	list[1].Place, list[1].Speaker, list[1].Target = nil, nil, list[0].Source
	list[1].Target.Text = "other words"
	list[0].Article, list[1].Article, list[2].Article = "a", "a", "a"
	list[2].Target.Aliases = []string{"", "x", ""}
	evidence := string((&packer{}).pack(list))
	got, err := unpack("a", evidence)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, got); diff != "" {
		t.Errorf("(-packed +unpacked):\n%s", diff)
	}
	table, _, _ := strings.Cut(evidence, "\n\n")
	if n := strings.Count(table, "\n") + 1; n != 6 {
		t.Errorf("%d references, want 6: each once", n)
	}
	if said, err := unpack("a", ""); err != nil || said != nil {
		t.Errorf("nothing: %v, %v", said, err)
	}
}

func FuzzUnpack(f *testing.F) {
	s := graph.Statement{ID: "s", Source: graph.Ref{ID: "x", Aliases: []string{"y"}}, Target: graph.Ref{ID: "z"}, Quote: "q", Confidence: 0.5}
	f.Add(string((&packer{}).pack([]graph.Statement{s, s})))
	f.Add("\n\n")
	f.Add("a\n\n1\x1f2\x1f\n")
	f.Fuzz(func(t *testing.T, evidence string) {
		list, err := unpack("", evidence)
		if err != nil || len(list) == 0 {
			return
		}
		again, err := unpack("", string((&packer{}).pack(list)))
		if diff := cmp.Diff(list, again); err == nil && diff != "" && clean(evidence) == evidence && !strings.Contains(evidence, "NaN") {
			t.Errorf("%q:\n%s", evidence, diff)
		}
	})
}
