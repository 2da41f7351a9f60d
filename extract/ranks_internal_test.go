package extract

import "testing"

func TestPlainRanks(t *testing.T) {
	for _, line := range []string{"", "Col.", "Col. Rao met Lt. Gen. Ek. He left.", "They met Brig. Ek and Capt. Oz. "} {
		if got := plainRanks(line); len(got) != len(line) {
			t.Errorf("plainRanks(%q) = %q: another length", line, got)
		}
	}
	if got, want := plainRanks("Col. Rao met Capt. Ek."), "Gen. Rao met Prof. Ek."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
