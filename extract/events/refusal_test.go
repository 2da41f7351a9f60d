package events_test

import (
	"slices"
	"testing"
)

// TestWillNot checks that "will not" is read as a refusal where it is one.
func TestWillNot(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ukraine will not sell the port of Odesa.", []string{"Ukraine REJECTED to sell the port of Odesa [occurred]"}},
		{"France said it would not finance the dam.", []string{"France REJECTED to finance the dam [occurred]"}},
		{"\"We shall not negotiate under fire,\" said Volodymyr Zelenskyy.", []string{"Volodymyr Zelenskyy REJECTED to negotiate under fire [occurred]"}},
		{"Ukraine will take no part in the talks.", []string{"Ukraine REJECTED to take any part in the talks [occurred]"}},
		{"Ukraine would admit no foreign inspectors.", []string{"Ukraine REJECTED to admit any foreign inspectors [occurred]"}},
		{"Emmanuel Macron wants Ukraine to swear that it will not sell the port.", nil},
		{"The port will not be closed, said Volodymyr Zelenskyy.", []string{"Volodymyr Zelenskyy REJECTED The port will not be closed [occurred]"}},
		{"The port will not be closed by the storm, said Volodymyr Zelenskyy.", nil},
		{"Ukraine will take no time to answer.", nil},
		{"Ukraine will not rest until the port is free.", nil},
		{"Emmanuel Macron hopes that Iran will not finance the dam.", nil},
		{"The dam will not hold the water.", nil},
		{"Will Ukraine not cede the port?", nil},
	} {
		var got []string
		for _, s := range r.read(c.text) {
			if s.Rule == "reject/will-not" {
				got = append(got, edge(&s))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}
