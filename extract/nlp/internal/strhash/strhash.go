// Package strhash has the hash functions of the pipeline: string ids and the
// rows of hashed embedding tables.
package strhash

// ID hashes the UTF-8 bytes of s with MurmurHash64A, seed 1: spaCy's id of a
// string that is not one of its symbols. The empty string has id 0.
func ID(s string) uint64 {
	if s == "" {
		return 0
	}
	const (
		m    = 0xc6a4a7935bd1e995
		r    = 47
		seed = 1
	)
	h := uint64(seed) ^ uint64(len(s))*m
	for len(s) >= 8 {
		k := le64(s)
		k *= m
		k ^= k >> r
		k *= m
		h = (h ^ k) * m
		s = s[8:]
	}
	if len(s) > 0 {
		for i := range len(s) {
			h ^= uint64(s[i]) << (8 * i)
		}
		h *= m
	}
	h ^= h >> r
	h *= m
	return h ^ h>>r
}

func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Rows returns the four hashes of a feature id: an embedding table of n rows
// gives the sum of its rows hash mod n. It is the 128-bit MurmurHash3 (x64) of
// the eight bytes of id, as thinc's HashEmbed uses it.
func Rows(id uint64, seed uint32) [4]uint32 {
	h1 := id * 0x87c37b91114253d5
	h1 = h1<<31 | h1>>33
	h1 *= 0x4cf5ad432745937f
	h1 ^= uint64(seed)
	h1 ^= 8
	h2 := uint64(seed) ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = fmix(h1), fmix(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func fmix(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	k *= 0xc4ceb9fe1a85ec53
	return k ^ k>>33
}
