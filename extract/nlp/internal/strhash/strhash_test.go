package strhash_test

import (
	"testing"

	"entente/extract/nlp/internal/strhash"
)

// The ids are those of spaCy's StringStore.
func TestID(t *testing.T) {
	for s, want := range map[string]uint64{
		"": 0, "the": 7425985699627899538, "rejected": 15944366691696846854, "Überraschung": 8858412418843196165, "a": 11901859001352538922, "exactly8": 17695040895084571796,
	} {
		if got := strhash.ID(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// The keys are those of murmurhash's hash128_x64 as thinc uses it.
func TestRows(t *testing.T) {
	for _, c := range []struct {
		id   uint64
		seed uint32
		want [4]uint32
	}{
		{7425985699627899538, 8, [4]uint32{2332737498, 1315472909, 1351622599, 1973209364}},
		{0, 12, [4]uint32{3628889788, 3483432925, 485828337, 1486234390}},
		{1, 13, [4]uint32{1266879892, 1356517611, 318478807, 3343674364}},
		{101, 11, [4]uint32{1763378230, 3759297338, 627086936, 2342724702}},
	} {
		if got := strhash.Rows(c.id, c.seed); got != c.want {
			t.Errorf("%d, %d: %v, want %v", c.id, c.seed, got, c.want)
		}
	}
}
