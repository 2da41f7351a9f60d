package nlp_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"entente/extract/nlp"
	"entente/extract/nlp/model"
)

// TestDamagedFile loads model files with bytes changed, cut off or missing: an
// error or a pipeline that works, but no panic.
func TestDamagedFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "model.bin")
	if _, err := nlp.LoadFile(name); err == nil {
		t.Error("no error for a file that is not there")
	}
	whole := []byte(model.Data())
	r := rand.New(rand.NewPCG(1, 2))
	try := func(b []byte) {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := nlp.LoadFile(name); err == nil {
			p.Annotate("The envoy didn't meet Ana Reyes in Geneva.")
		}
	}
	for range 6 {
		try(whole[:r.IntN(len(whole))])
	}
	var texts [][2]int // stretches of text: where damage does most
	for at := 0; at+8 < len(whole); {
		end := at
		for end < len(whole) && whole[end] >= ' ' && whole[end] < 127 {
			end++
		}
		if end-at > 30 {
			texts = append(texts, [2]int{at, end})
		}
		at = end + 1
	}
	rounds := 30
	if testing.Short() {
		rounds = 3
	}
	for range rounds {
		b := append([]byte(nil), whole...)
		for range 1 + r.IntN(200) { // digits: what is read stays JSON
			s := texts[r.IntN(len(texts))]
			if i := s[0] + r.IntN(s[1]-s[0]); b[i] >= '0' && b[i] <= '9' {
				b[i] = byte('0' + r.IntN(10))
			}
		}
		if r.IntN(2) == 0 {
			b[12+r.IntN(3000)] = byte(r.IntN(256)) // the table of sections
		}
		try(b)
	}
}
