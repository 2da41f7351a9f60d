// Package modelfile reads the container that model/convert.py writes: named
// sections of JSON, numbers and strings. Numbers are used in place where the
// machine allows it, so that opening a model costs next to nothing.
package modelfile

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"unsafe"
)

const (
	magic   = "NLPM"
	version = 1
)

// File is an open model file. Its reading methods remember the first error
// (Err) and return zero values from then on. It is not safe for concurrent use.
type File struct {
	sections map[string]string
	err      error
}

// Open reads the table of sections of data, which must not change afterwards.
func Open(data string) (*File, error) {
	if len(data) < 12 || data[:4] != magic {
		return nil, errors.New("model file: wrong first bytes")
	}
	head := []byte(data[4:12])
	if v := binary.LittleEndian.Uint32(head); v != version {
		return nil, fmt.Errorf("model file: version %d, want %d", v, version)
	}
	f := &File{sections: make(map[string]string)}
	at := uint64(12)
	for range binary.LittleEndian.Uint32(head[4:]) {
		name, from, n, next, ok := entry(data, at)
		if !ok {
			return nil, errors.New("model file: table of sections is cut off")
		}
		f.sections[name] = data[from : from+n]
		at = next
	}
	return f, nil
}

// entry reads the entry of the section table at byte offset at.
func entry(data string, at uint64) (name string, from, n, next uint64, ok bool) {
	size := uint64(len(data))
	if at+2 > size {
		return "", 0, 0, 0, false
	}
	nameLen := uint64(binary.LittleEndian.Uint16([]byte(data[at : at+2])))
	at += 2
	if at+nameLen+16 > size {
		return "", 0, 0, 0, false
	}
	name = data[at : at+nameLen]
	at += nameLen
	from = binary.LittleEndian.Uint64([]byte(data[at : at+8]))
	n = binary.LittleEndian.Uint64([]byte(data[at+8 : at+16]))
	if from > size || n > size-from {
		return "", 0, 0, 0, false
	}
	return name, from, n, at + 16, true
}

// Err returns the first error of the methods below.
func (f *File) Err() error { return f.err }

// Fail records an error found by the user of the file, unless there is one.
func (f *File) Fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("model file: "+format, args...)
	}
}

func (f *File) section(name string) string {
	s, ok := f.sections[name]
	if !ok {
		f.Fail("no section %q", name)
	}
	return s
}

// JSON decodes a section into v.
func (f *File) JSON(name string, v any) {
	s := f.section(name)
	if f.err != nil {
		return
	}
	if err := json.Unmarshal(unsafe.Slice(unsafe.StringData(s), len(s)), v); err != nil {
		f.Fail("section %q: %v", name, err)
	}
}

// maxZeros bounds what Floats returns in place of a section that is damaged.
const maxZeros = 1 << 24

// Floats returns a section as n numbers. The slice is read-only memory. If the
// section has another length, it is an error, and zeros are returned, maxZeros
// at most.
func (f *File) Floats(name string, n int) []float32 {
	s := f.section(name)
	if f.err == nil && len(s) != 4*n {
		f.Fail("section %q has %d bytes, want %d numbers", name, len(s), n)
	}
	if f.err != nil {
		return make([]float32, min(max(n, 0), maxZeros))
	}
	return float32s(s)
}

// Rows returns a section as rows of n numbers each. The slice is read-only
// memory; its length is a multiple of n.
func (f *File) Rows(name string, n int) []float32 {
	s := f.section(name)
	if f.err == nil && len(s)%(4*n) != 0 {
		f.Fail("section %q has %d bytes, want rows of %d numbers", name, len(s), n)
	}
	if f.err != nil {
		return nil
	}
	return float32s(s)
}

func float32s(s string) []float32 {
	if inPlace(s, 4) {
		return unsafe.Slice((*float32)(unsafe.Pointer(unsafe.StringData(s))), len(s)/4)
	}
	out := make([]float32, len(s)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(s[4*i : 4*i+4])))
	}
	return out
}

// Uint32s returns a section as numbers. The slice is read-only memory.
func (f *File) Uint32s(name string) []uint32 { return uint32s(f.section(name)) }

// Uint64s returns a section as numbers. The slice is read-only memory.
func (f *File) Uint64s(name string) []uint64 {
	s := f.section(name)
	if inPlace(s, 8) {
		return unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.StringData(s))), len(s)/8)
	}
	out := make([]uint64, len(s)/8)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64([]byte(s[8*i : 8*i+8]))
	}
	return out
}

func uint32s(s string) []uint32 {
	if inPlace(s, 4) {
		return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.StringData(s))), len(s)/4)
	}
	out := make([]uint32, len(s)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32([]byte(s[4*i : 4*i+4]))
	}
	return out
}

// inPlace tells whether the bytes of s can be read as numbers of size bytes
// where they are: on a little-endian machine, aligned.
func inPlace(s string, size uintptr) bool {
	one := [2]byte{1, 0}
	little := binary.NativeEndian.Uint16(one[:]) == 1
	return little && len(s) > 0 && uintptr(unsafe.Pointer(unsafe.StringData(s)))%size == 0
}
