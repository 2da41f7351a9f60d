package events

import "testing"

func TestBalanced(t *testing.T) {
	for s, want := range map[string]string{
		`outside pressure"`:       "outside pressure",
		`"outside pressure"`:      `"outside pressure"`,
		`the "outside" pressure"`: `the "outside" pressure`,
		"“a deal":                 "a deal",
		"“a deal”":                "“a deal”",
		"a “deal”":                "a “deal”",
		"a deal":                  "a deal",
		`"`:                       "",
		"":                        "",
	} {
		if got := balanced(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
