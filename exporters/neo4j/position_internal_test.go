package neo4j

import (
	"encoding/base64"
	"strings"
	"testing"
)

func TestParsePosition(t *testing.T) {
	const uuid = "\xfd\x2eF\xf0\x19\x07H\x8d\xa0\xaa]=\xaf\x95%\xa2"
	const hex = "fd2e46f01907488da0aa5d3daf9525a2"
	mark := func(s string) string { return "FB:" + base64.StdEncoding.EncodeToString([]byte(s)) }
	for in, want := range map[string]position{
		"FB:kcwQ/S5G8BkHSI2gql09r5UlogeQ":                                        {hex, 7}, // as a server gave it
		mark("\x91\xcc\x10" + uuid + "\x7f\x90"):                                 {hex, 127},
		mark("\x91\xcc\x10" + uuid + "\xc8\x01\x90"):                             {hex, 1},
		mark("\x91\xcc\x10" + uuid + "\xc9\x01\x00\x90"):                         {hex, 256},
		mark("\x91\xcc\x10" + uuid + "\xca\x00\x0f\x42\x40\x90"):                 {hex, 1000000},
		mark("\x91\xcc\x10" + uuid + "\xca\xff\xff\xff\xff\x90"):                 {},
		mark("\x91\xcc\x10" + uuid + "\xca\x00\x0f\x42\x90"):                     {},
		mark("\x91\xcc\x10" + uuid + "\x07"):                                     {},
		mark("\x91\xcc\x10" + uuid + "\x90"):                                     {},
		mark("\x92\xcc\x10" + uuid + "\x07\x90"):                                 {},
		mark("\x91\xcc\x10" + uuid[:15]):                                         {},
		mark(""):                                                                 {},
		"FB:" + strings.Repeat("?", 8):                                           {},
		"neo4j:bookmark:v1:tx42":                                                 {},
		"":                                                                       {},
		mark("\x91\xcc\x10" + uuid + "\xcb\x00\x00\x00\x01\x00\x00\x00\x00\x90"): {hex, 1 << 32},
	} {
		if got := parsePosition(in); got != want {
			t.Errorf("%q: %+v, want %+v", in, got, want)
		}
	}
	if (position{}).is(position{}) || !(position{hex, 7}).is(position{hex, 6}.plus(1)) || (position{hex, 7}).is(position{hex, 6}) {
		t.Error("unknown positions are not the same, known ones can be")
	}
}

func FuzzParsePosition(f *testing.F) {
	f.Add("FB:kcwQ/S5G8BkHSI2gql09r5UlogeQ")
	f.Fuzz(func(t *testing.T, mark string) {
		if p := parsePosition(mark); p.number < 0 || p.database == "" && p.number != 0 {
			t.Errorf("%q: %+v", mark, p)
		}
	})
}
