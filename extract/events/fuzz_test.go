package events_test

import "testing"

// FuzzStatements reads any text: nothing may panic, go round or give other
// statements the second time.
func FuzzStatements(f *testing.F) {
	for _, text := range []string{
		"France proposed a truce. Poland called it, a thing: that, this demand, unacceptable.",
		"One thing it demands: it. That that Poland refused both of it, the idea it, would not.",
		"Unless it, only if Poland, no treaty without it, says France, under which it is to.",
		"France and, Poland; signed which put with up it to, rather than the the offer that",
	} {
		f.Add(text)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		first := r.read(text)
		if second := r.read(text); len(first) != len(second) {
			t.Errorf("%q gives %d statements, then %d", text, len(first), len(second))
		}
	})
}
