package modelfile

import "sort"

// Strings is an immutable list of strings.
type Strings struct {
	offsets []uint32
	blob    string
}

// Strings returns a section as a list of strings, which share its memory.
func (f *File) Strings(name string) Strings {
	s := f.section(name)
	if f.err != nil {
		return Strings{}
	}
	if len(s) < 8 {
		f.Fail("section %q is cut off", name)
		return Strings{}
	}
	n := uint64(uint32s(s[:4])[0])
	if end := 4 + 4*(n+1); end <= uint64(len(s)) {
		l := Strings{offsets: uint32s(s[4:end]), blob: s[end:]}
		if l.sound() {
			return l
		}
	}
	f.Fail("section %q: offsets out of range", name)
	return Strings{}
}

func (l Strings) sound() bool {
	last := uint32(0)
	for _, o := range l.offsets {
		if o < last || uint64(o) > uint64(len(l.blob)) {
			return false
		}
		last = o
	}
	return true
}

// Len returns the number of strings.
func (l Strings) Len() int { return max(len(l.offsets)-1, 0) }

// At returns string i.
func (l Strings) At(i int) string { return l.blob[l.offsets[i]:l.offsets[i+1]] }

// Find returns the index of s in a list sorted by bytes.
func (l Strings) Find(s string) (int, bool) {
	i := sort.Search(l.Len(), func(i int) bool { return l.At(i) >= s })
	return i, i < l.Len() && l.At(i) == s
}
