package modelfile_test

import (
	"encoding/binary"
	"testing"

	"entente/extract/nlp/internal/modelfile"
)

// file builds a model file from sections.
func file(sections ...[2]string) string {
	b := binary.LittleEndian.AppendUint32([]byte("NLPM"), 1)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(sections)))
	at := len(b)
	for _, s := range sections {
		at += 2 + len(s[0]) + 16
	}
	var body []byte
	for _, s := range sections {
		for (at+len(body))%8 != 0 {
			body = append(body, 0)
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(len(s[0])))
		b = append(b, s[0]...)
		b = binary.LittleEndian.AppendUint64(b, uint64(at+len(body)))
		b = binary.LittleEndian.AppendUint64(b, uint64(len(s[1])))
		body = append(body, s[1]...)
	}
	return string(append(b, body...))
}

func TestSections(t *testing.T) {
	list := "\x02\x00\x00\x00" + "\x00\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00" + "abb"
	f, err := modelfile.Open(file(
		[2]string{"j", `{"a":[1,2]}`}, [2]string{"f", "\x00\x00\x80\x3f\x00\x00\x00\xc0"}, [2]string{"s", list},
		[2]string{"q", "\x07\x00\x00\x00\x00\x00\x00\x01"},
	))
	if err != nil {
		t.Fatal(err)
	}
	var j struct{ A []int }
	f.JSON("j", &j)
	v, s, q := f.Floats("f", 2), f.Strings("s"), f.Uint64s("q")
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	if len(j.A) != 2 || v[0] != 1 || v[1] != -2 || s.Len() != 2 || s.At(0) != "a" || s.At(1) != "bb" || q[0] != 1<<56+7 {
		t.Error(j, v, s, q)
	}
	if i, ok := s.Find("bb"); i != 1 || !ok {
		t.Error("Find", i, ok)
	}
	if i, ok := s.Find("b"); i != 1 || ok {
		t.Error("Find", i, ok)
	}
}

func TestDamaged(t *testing.T) {
	whole := file([2]string{"s", "\x05\x00\x00\x00\x00\x00\x00\x00"}, [2]string{"f", "abcd"}, [2]string{"j", "{"})
	for i := range len(whole) - 8 {
		if f, err := modelfile.Open(whole[:i]); err == nil {
			f.Strings("s")
			f.Floats("f", 1)
			f.Floats("f", 2)
			if f.Err() == nil {
				t.Errorf("no error with %d of %d bytes", i, len(whole))
			}
		}
	}
	for _, use := range []func(*modelfile.File){
		func(f *modelfile.File) { f.Strings("s") },
		func(f *modelfile.File) { f.Floats("f", 2) },
		func(f *modelfile.File) { f.Floats("none", 2) },
		func(f *modelfile.File) { f.JSON("j", new(int)) },
	} {
		f, err := modelfile.Open(whole)
		if err != nil {
			t.Fatal(err)
		}
		if use(f); f.Err() == nil {
			t.Error("damage went unnoticed")
		}
	}
}
